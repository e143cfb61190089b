"""An import is a plan to be read; the same again changes nothing; nobody is merged wrongly."""

from __future__ import annotations

import gc
import re
from collections.abc import Sequence

import pytest

from netjournal.domain.gesture import Change
from netjournal.domain.person import Labelled, Person
from netjournal.domain.values import Circle, Origin, PersonId
from netjournal.errors import InputError
from netjournal.exchange.plan import Kind, Trouble
from netjournal.exchange.vcard import reading
from netjournal.exchange.vcard.fields import CardFields, read_fields
from netjournal.exchange.vcard.importing import keep_files, plan_import
from netjournal.exchange.vcard.ledger import MOST_OWNERS
from netjournal.exchange.vcard.lines import Line
from netjournal.exchange.vcard.manner import Manner
from netjournal.exchange.vcard.stored import exact
from netjournal.journal.changes import created, edited
from tests.exchange.vcard.cards import FIXTURES, LATER, MADE, Book, card, exported, sources

ANA = card("UID:1", "FN:Ana Ruiz", "TEL;TYPE=CELL:+44 20 7946 0001", "X-FOO:bar")
KINDS = {
    "phone_2_1.vcf": "new",
    "two_people_3_0.vcf": "new new",
    "modern_4_0.vcf": "new",
    "western.vcf": "new",
    "utf16.vcf": "new",
    "broken.vcf": "new new new",
    "agent.vcf": "new",
    "group.vcf": "new group",
    "copied_uid.vcf": "new new",
    "nameless.vcf": "new empty new",
    "folded_letter.vcf": "new",
}


def fixture(name: str) -> bytes:
    return (FIXTURES / name).read_bytes()


def the_one(book: Book) -> Person:
    (person,) = book.snapshot.people()
    return person


def edit(book: Book, **values: object) -> Person:
    before = the_one(book)
    after = before._replace(**values)  # type: ignore[arg-type]  # fields by name
    change = edited(book.snapshot, before, after)
    assert isinstance(change, Change)
    book.snapshot = book.snapshot.after([change])
    return after


@pytest.mark.parametrize("name", KINDS)
def test_what_becomes_of_each_fixture(name: str) -> None:
    plan = Book().plan(fixture(name))
    assert " ".join(outcome.kind for outcome in plan.outcomes) == KINDS[name]


@pytest.mark.parametrize("name", KINDS)
def test_the_same_file_again_changes_nothing(name: str) -> None:
    book = Book()
    book.take(fixture(name))
    again = book.plan(fixture(name), made=LATER)
    assert again.changes == ()
    assert again.count(Kind.NEW) == again.count(Kind.UPDATED) == 0


@pytest.mark.parametrize("version", ["3.0", "4.0"])
@pytest.mark.parametrize("name", KINDS)
def test_our_own_export_changes_nothing_either(name: str, version: str) -> None:
    book = Book()
    book.take(fixture(name))
    ours = exported(book, Manner(version=version))
    assert book.plan(ours, made=LATER).changes == ()


@pytest.mark.parametrize("version", ["3.0", "4.0"])
@pytest.mark.parametrize("name", KINDS)
def test_an_export_gives_an_empty_journal_the_same_people(name: str, version: str) -> None:
    here, there = Book(), Book()
    here.take(fixture(name))
    there.take(exported(here, Manner(version=version)))

    def known(book: Book) -> list[tuple[str, ...]]:
        people = (person._replace(id=PersonId("2")) for person in book.snapshot.people())
        return sorted(
            (p.name, *map(str, (p.emails, p.phones, p.birthday, p.dates))) for p in people
        )

    assert known(there) == known(here)


@pytest.mark.parametrize("name", KINDS)
def test_every_card_kept_comes_back_byte_for_byte(name: str) -> None:
    book = Book()
    book.take(fixture(name))
    data = fixture(name)
    if name == "utf16.vcf":
        data = data.decode("utf-16").encode()
    for kept in book.snapshot.cards():
        text = exact(kept.lines, kept.eol, book.blobs)
        assert text is not None
        assert text in data


def test_new_people_are_in_the_rolodex_and_came_by_import() -> None:
    book = Book()
    book.take(ANA)
    ana = the_one(book)
    assert (ana.circle, ana.origin, ana.circle_since) == (Circle.ROLODEX, Origin.IMPORT, None)
    (kept,) = book.snapshot.cards_of(ana.id)
    assert (kept.uid, kept.version, kept.source, kept.index) == ("1", "3.0", "file1.vcf", 1)


def test_a_changed_card_of_the_same_uid_updates_what_was_not_edited_by_hand() -> None:
    book = Book()
    book.take(ANA)
    edit(book, name="Ana R. Ruiz", topics=("gov",))
    plan = book.take(ANA.replace("0001", "0002"), made=LATER)
    ana = the_one(book)
    assert [outcome.reason for outcome in plan.outcomes] == ["changed: phones"]
    assert ana.phones == (Labelled("+44 20 7946 0002", "mobile"),)
    assert (ana.name, ana.topics) == ("Ana R. Ruiz", ("gov",))


def test_a_name_edited_by_hand_wins_over_a_name_changed_in_the_card() -> None:
    book = Book()
    book.take(ANA)
    edit(book, name="Ana R. Ruiz")
    book.take(ANA.replace("FN:Ana Ruiz", "FN:Ana Brandt"), made=LATER)
    assert the_one(book).name == "Ana R. Ruiz"


def test_phones_edited_by_hand_stay_and_new_ones_come_beside_them() -> None:
    book = Book()
    book.take(ANA)
    edit(book, phones=(Labelled("999", "mobile"),))
    book.take(ANA.replace("X-FOO:bar", "TEL:555"), made=LATER)
    assert the_one(book).phones == (Labelled("999", "mobile"), Labelled("555", ""))


def test_what_a_card_lacks_is_not_deleted() -> None:
    book = Book()
    book.take(ANA)
    book.take(card("UID:1", "FN:Ana Ruiz", "EMAIL:a@example.org"), made=LATER)
    ana = the_one(book)
    assert ana.phones == (Labelled("+44 20 7946 0001", "mobile"),)
    assert ana.emails == (Labelled("a@example.org"),)


def test_another_line_of_the_card_is_an_update_and_leaves_with_the_next_export() -> None:
    book = Book()
    book.take(ANA)
    plan = book.take(ANA.replace("X-FOO:bar", "X-FOO:new"), made=LATER)
    assert [outcome.reason for outcome in plan.outcomes] == ["changed: other lines of the card"]
    ours = exported(book)
    assert b"X-FOO:new" in ours


def test_an_older_revision_changes_nothing() -> None:
    book = Book()
    book.take(ANA.replace("X-FOO:bar", "REV:20260101T000000Z"))
    old = ANA.replace("X-FOO:bar", "REV:2025-01-01T00:00:00Z").replace("0001", "0009")
    plan = book.plan(old, made=LATER)
    assert (plan.changes, plan.outcomes[0].reason) == ((), "older than what is known")


def test_a_newer_revision_counts_however_its_day_is_spelled() -> None:
    book = Book()
    book.take(ANA.replace("X-FOO:bar", "REV:20260101T000000Z"))
    new = ANA.replace("X-FOO:bar", "REV:2026-02-01T00:00:00Z").replace("0001", "0009")
    book.take(new, made=LATER)
    assert the_one(book).phones == (Labelled("+44 20 7946 0009", "mobile"),)


def test_a_uid_that_very_many_bear_tells_of_nobody() -> None:
    book = Book()
    cards = "".join(card(f"FN:P{n} F{n}", f"N:F{n};P{n};;;", "UID:same") for n in range(60))
    plan = book.take(cards)
    assert plan.count(Kind.NEW) == 60
    assert len(plan.asked) == MOST_OWNERS
    uids = re.findall(r"^UID:(.*)\r", exported(book).decode(), re.MULTILINE)
    assert len(set(uids)) == len(uids) == 60
    assert book.take(cards).count(Kind.UNCHANGED) == 60


def test_a_copied_uid_is_another_person_and_a_question() -> None:
    book = Book()
    plan = book.take(fixture("copied_uid.vcf"))
    assert {person.name for person in book.snapshot.people()} == {"Bob Stone", "Eve Lark"}
    assert len(plan.questions) == 1
    ours = exported(book).decode()
    assert ours.count("\r\nUID:same\r\n") == 1
    assert "X-NETJOURNAL-ORIG-UID:same" in ours


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("EMAIL:Ana@Example.org", "e-mail address"),
        ("TEL:020 7946 0001", "number"),
        ("TITLE:Baker\r\nBDAY:1980-01-01", "name"),
    ],
)
def test_who_may_be_somebody_known_is_added_and_asked_about(line: str, what: str) -> None:
    book = Book()
    name = "Ruiz Ana" if what == "name" else "Somebody Else"
    book.take(ANA.replace("X-FOO:bar", "EMAIL:ana@example.org"))
    plan = book.take(card(f"FN:{name}", line), made=LATER)
    assert plan.count(Kind.NEW) == 1
    assert what in plan.questions[0].question
    assert len(list(book.snapshot.people())) == 2


def test_a_number_of_many_is_a_switchboard_and_no_question() -> None:
    book = Book()
    book.take(*(card(f"FN:P{n} Q{n}", "TEL:020 7946 0000") for n in range(3)))
    assert book.plan(card("FN:New One", "TEL:020 7946 0000")).questions == ()


def test_somebody_removed_is_not_brought_back() -> None:
    book = Book()
    book.take(ANA)
    ana = the_one(book)
    raw = book.snapshot.raw("people", ana.id)
    book.snapshot = book.snapshot.after([Change("people", ana.id, raw, None)])
    for text in (ANA, ANA.replace("0001", "0002")):
        plan = book.plan(text, made=LATER)
        assert plan.changes == ()
        assert "removed since" in plan.outcomes[0].reason


def test_somebody_made_by_hand_is_known_again_by_the_uid_we_gave() -> None:
    book = Book()
    made = Person(id=PersonId("77"), made=MADE, name="Tom O'Neil", phones=(Labelled("1", ""),))
    book.snapshot = book.snapshot.after([created(made)])
    ours = exported(book)
    assert book.plan(ours).changes == ()
    plan = book.take(ours.replace(b"TEL:1", b"TEL:1\r\nEMAIL:tom@example.org"))
    assert [outcome.kind for outcome in plan.outcomes] == [Kind.UPDATED]
    tom = the_one(book)
    assert (tom.phones, tom.emails) == ((Labelled("1"),), (Labelled("tom@example.org"),))


def test_a_group_becomes_a_topic_of_its_new_members() -> None:
    book = Book()
    book.take(fixture("group.vcf"))
    assert the_one(book).topics == ("Choir",)


def test_a_card_for_nobody_leaves_no_person() -> None:
    book = Book()
    book.take(fixture("nameless.vcf"))
    assert {person.name for person in book.snapshot.people()} == {"desk@example.org", "Unnamed"}


def test_problems_name_the_card_and_the_line() -> None:
    plan = Book().plan(fixture("broken.vcf"))
    found = {(p.kind, p.card, p.line, p.name) for p in plan.problems}
    assert found == {
        (Trouble.OUTSIDE, 0, 1, ""),
        (Trouble.FRAME, 1, 2, "Karl Brandt"),
        (Trouble.LINE, 1, 5, "Karl Brandt"),
        (Trouble.LINE, 1, 6, "Karl Brandt"),
        (Trouble.DAY, 1, 8, "Karl Brandt"),
        (Trouble.PICTURE, 2, 12, "Grace Hopkins"),
        (Trouble.FRAME, 3, 14, "No Beginning"),
    }


def test_the_plan_in_words() -> None:
    plan = Book().plan(fixture("broken.vcf"), fixture("western.vcf"))
    first, *rest = plan.sentences()
    assert first == "4 cards: 4 new, 0 updated, 0 unchanged."
    assert rest[0].startswith("1 card not in UTF-8")
    assert (
        "(file1.vcf, line 1): text outside of cards is left out: 'Exported by an old phone'" in rest
    )
    assert plan.label == "imported file1.vcf and 1 more file"


def test_many_problems_are_counted() -> None:
    plan = Book().plan(card("FN:Ana", *(f"odd/{n}:x" for n in range(13))))
    assert plan.sentences()[-1] == "3 more problems."


def test_bytes_that_are_not_utf_8_are_read_and_flagged() -> None:
    plan = Book().plan(fixture("western.vcf"))
    assert plan.outcomes[0].name == "Jürgen Müller"
    assert [problem.kind for problem in plan.problems] == [Trouble.ENCODING]


def test_an_agent_is_no_person_and_lends_nothing_to_their_owner() -> None:
    book = Book()
    book.take(fixture("agent.vcf"))
    assert the_one(book).phones == (Labelled("555 010 0200", "work"),)


def test_an_error_of_ours_in_one_card_hides_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(lines: Sequence[Line], version: str) -> CardFields:
        found = read_fields(lines, version)
        if found.name == "Ana Ruiz":
            raise RuntimeError
        return found

    monkeypatch.setattr(reading, "read_fields", broken)
    plan = Book().plan(fixture("two_people_3_0.vcf"))
    assert [outcome.name for outcome in plan.outcomes] == ["Ana Ruiz", "Tom O'Neil"]
    assert [problem.kind for problem in plan.problems] == [Trouble.INTERNAL]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "file1.vcf is empty."),
        (b"BEGIN:VCALENDAR\r\nEND:VCALENDAR", "file1.vcf is a calendar, not an address book."),
        (b"colour,size\nred,1", "looks like CSV"),
        (b'{"people": []}', "looks like JSON"),
        (b"PK\x03\x04\x00\x00\x00", "it is not text"),
        (b"hello", "has no contact cards. (First line: 'hello'.)"),
    ],
)
def test_what_is_no_address_book_is_refused_in_one_sentence(data: bytes, message: str) -> None:
    with pytest.raises(InputError) as refused:
        Book().plan(data)
    assert message in refused.value.message


def test_one_file_without_cards_among_others_is_a_problem() -> None:
    plan = Book().plan(ANA, b"")
    assert (plan.cards, [p.message for p in plan.problems]) == (1, ["file2.vcf is empty."])
    with pytest.raises(InputError, match="None of these files"):
        Book().plan(b"", b"x")


def test_progress_counts_cards_and_can_end_the_import() -> None:
    book = Book()
    many = "".join(card(f"FN:Person {n}") for n in range(120))
    counts: list[int] = []

    def stop(done: int) -> None:
        counts.append(done)
        if done == 100:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        plan_import(list(sources(many)), book.snapshot, book.blobs, made=MADE, progress=stop)
    assert counts == [50, 100]
    assert gc.isenabled()
    assert not book.blobs.kept


def test_files_and_values_are_kept_before_the_changes_are_applied() -> None:
    class Kept:
        def __init__(self) -> None:
            self.files: list[bytes] = []
            self.values: list[tuple[bytes, str]] = []

        def archive(self, content: bytes) -> str:
            self.files.append(content)
            return ""

        def put(self, content: bytes, suffix: str = "") -> str:
            self.values.append((content, suffix))
            return ""

        def get(self, name: str) -> bytes | None:
            raise KeyError(name)

    book, kept = Book(), Kept()
    photo = "PHOTO;ENCODING=b:" + "/9j/" * 400
    plan = book.take(card("FN:Ana", photo))
    keep_files(plan, kept)
    assert [len(found) for found in (kept.files, kept.values)] == [1, 1]
    assert kept.values[0][1] == ".jpg"
    nothing = Kept()
    keep_files(book.plan(card("FN:Ana", photo)), nothing)
    assert nothing.files == []
