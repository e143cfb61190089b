"""Who comes again: two phones, households, copied cards, people who were removed."""

from __future__ import annotations

import pytest

from netjournal.domain.gesture import Change
from netjournal.domain.person import Labelled, Person
from netjournal.domain.values import PersonId
from netjournal.exchange.plan import ImportPlan, Wishes
from netjournal.exchange.vcard.manner import Manner
from netjournal.journal.changes import created
from netjournal.journal.merging import merge
from netjournal.views.duplicates import duplicates
from tests.domain.make import TODAY
from tests.exchange.vcard.cards import LATER, MADE, Book, card, exported

GB = Wishes(region="GB")
ONE_PHONE = (
    card(
        "UID:a1",
        "FN:Ana Ruiz",
        "N:Ruiz;Ana",
        "TEL;TYPE=CELL:+44 20 7946 0001",
        "EMAIL:ana@example.org",
    )
    + card("UID:a2", "FN:Bob Stone", "N:Stone;Bob", "TEL:020 7946 0002", "X-PHONE-ID:7")
    + card("UID:a3", "FN:Zoë Müller", "ADR:;;1 High St;Leeds;;;")
    + card("FN:Karl Brandt")
    + card("FN:Mum", "N:;Mum", "TEL:020 7946 0005")
)
OTHER_PHONE = (
    card("N;CHARSET=UTF-8:Ruiz;Ana", "TEL;CELL:02079460001", version="2.1")
    + card("UID:b2", "N:Stone;Bob;;;", "FN:Bob Stone", "TEL;TYPE=HOME:+442079460002")
    + card("UID:b3", "FN:Zoe Muller")
    + card("UID:b4", "FN:Karl Brandt", "EMAIL:karl@example.org", "NOTE:met in May")
    + card("FN:Mum", "N:;Mum;;;", "TEL:+44 20 7946 0005")
)


def names(book: Book) -> list[str]:
    return sorted(person.name for person in book.snapshot.people())


def the(book: Book, name: str) -> Person:
    (found,) = (person for person in book.snapshot.people() if person.name == name)
    return found


def kinds(plan: ImportPlan) -> list[str]:
    return [str(outcome.kind) for outcome in plan.outcomes]


def answered(book: Book, text: str, *answers: int) -> ImportPlan:
    """The plan once its questions were answered in turn."""
    asked = book.plan(text, made=LATER, wishes=GB).asked
    given = {question.key: answer for question, answer in zip(asked, answers, strict=True)}
    return book.take(text, made=LATER, wishes=Wishes(region="GB", answers=given))


def test_the_same_book_from_two_phones_makes_nobody_twice() -> None:
    book = Book()
    book.take(ONE_PHONE, wishes=GB)
    plan = book.take(OTHER_PHONE, made=LATER, wishes=GB)
    assert kinds(plan) == ["unchanged", "unchanged", "unchanged", "updated", "unchanged"]
    assert plan.asked == ()
    assert names(book) == ["Ana Ruiz", "Bob Stone", "Karl Brandt", "Mum", "Zoë Müller"]
    assert the(book, "Bob Stone").phones == (Labelled("020 7946 0002"),)
    for text in (ONE_PHONE, OTHER_PHONE):
        again = book.plan(text, made=LATER, wishes=GB)
        assert again.changes == ()


@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_what_both_phones_knew_leaves_in_one_card_and_comes_back_unchanged(version: str) -> None:
    book = Book()
    book.take(ONE_PHONE, wishes=GB)
    book.take(OTHER_PHONE, made=LATER, wishes=GB)
    ours = exported(book, Manner(version=version))
    text = ours.decode()
    assert text.count("BEGIN:VCARD") == 5
    for said in ("NOTE:met in May", "EMAIL:karl@example.org", "X-PHONE-ID:7", "UID:a2"):
        assert text.count(said) == 1
    assert "UID:b2" not in text
    assert book.plan(ours, made=LATER, wishes=GB).changes == ()


def test_notes_of_both_phones_leave() -> None:
    book = Book()
    book.take(card("UID:a", "FN:Ana Ruiz", "EMAIL:a@b.org", "NOTE:one", "item1.X-A:1"))
    second = card("N:Ruiz;Ana", "EMAIL:a@b.org", "NOTE:two, three", "item1.X-B:2", version="2.1")
    book.take(second, made=LATER)
    text = exported(book).decode()
    assert "NOTE:one" in text
    assert "NOTE:two\\, three" in text
    assert "item1.X-A:1" in text
    assert "card1item1.X-B:2" in text


def test_a_card_of_another_source_that_says_nothing_new_makes_its_uid_known() -> None:
    book = Book()
    book.take(card("UID:a", "FN:Ana Ruiz", "EMAIL:a@b.org"))
    plan = book.take(card("UID:b", "FN:Ana Ruiz", "EMAIL:a@b.org"), made=LATER)
    assert plan.outcomes[0].reason == "known as Ana Ruiz by e-mail address"
    plan = book.plan(card("UID:b", "FN:Ana Ruiz", "EMAIL:new@b.org"), made=LATER)
    assert plan.outcomes[0].reason == "changed: emails"


def test_two_cards_of_one_person_in_one_file_become_one() -> None:
    book = Book()
    twice = card("FN:Ana Ruiz", "EMAIL:a@b.org") + card(
        "FN:Ana Ruiz", "EMAIL:A@B.org", "TEL:123456"
    )
    plan = book.take(twice)
    assert kinds(plan) == ["new", "updated"]
    assert the(book, "Ana Ruiz").phones == (Labelled("123456"),)


@pytest.mark.parametrize("shared", ["EMAIL:home@example.org", "TEL:020 7946 0001"])
def test_a_household_is_asked_about_and_never_merged(shared: str) -> None:
    book = Book()
    book.take(card("FN:Ana Ruiz", shared), wishes=GB)
    luis = card("FN:Luis Ruiz", shared)
    plan = book.plan(luis, made=LATER, wishes=GB)
    assert kinds(plan) == ["new"]
    (question,) = plan.asked
    assert question.choices[0] == "somebody new"
    assert question.choices[1].startswith("the same person as Ana Ruiz")
    assert question.people == (None, the(book, "Ana Ruiz").id)
    answered(book, luis, 0)
    assert names(book) == ["Ana Ruiz", "Luis Ruiz"]
    assert duplicates(book.snapshot, "GB") == ()


def test_a_household_nobody_answered_for_is_among_the_duplicates() -> None:
    book = Book()
    book.take(card("FN:Ana Ruiz", "EMAIL:a@b.org") + card("FN:Luis Ruiz", "EMAIL:a@b.org"))
    assert len(duplicates(book.snapshot)) == 1


def test_an_answer_makes_them_one() -> None:
    book = Book()
    book.take(card("FN:Ana Ruiz", "EMAIL:a@b.org"))
    plan = answered(book, card("FN:Ana Brandt", "EMAIL:a@b.org", "TEL:123456"), 1)
    assert (kinds(plan), plan.asked) == (["updated"], ())
    assert the(book, "Ana Ruiz").phones == (Labelled("123456"),)


@pytest.mark.parametrize(("one", "other"), [("N:Mum", "N:;Mum;;;"), ("N:;Mum;;;", "N:Mum")])
def test_the_parts_of_one_word_are_no_news_from_another_telephone(one: str, other: str) -> None:
    book = Book()
    book.take(card(one, "TEL:030123456", version="2.1"))
    plan = book.take(card("UID:x", "FN:Mum", other, "TEL:030 123456"))
    assert kinds(plan) == ["unchanged"]
    (mum,) = book.snapshot.people()
    assert mum.given + mum.family == "Mum"


def test_a_full_name_alone_is_enough_for_who_was_only_named() -> None:
    book = Book()
    known = Person(id=PersonId("77"), made=MADE, name="Tom O'Neil")
    book.snapshot = book.snapshot.after([created(known)])
    book.take(card("FN:Tom O’Neil", "N:O’Neil;Tom;;;", "TEL:123456"))
    tom = the(book, "Tom O'Neil")
    assert (tom.id, tom.phones, tom.given) == (known.id, (Labelled("123456"),), "Tom")


def test_a_first_name_alone_is_not() -> None:
    book = Book()
    known = Person(id=PersonId("77"), made=MADE, name="Tom")
    book.snapshot = book.snapshot.after([created(known)])
    assert kinds(book.take(card("FN:Tom", "TEL:123456"))) == ["new"]


def test_namesakes_with_an_address_each_are_asked_about() -> None:
    book = Book()
    book.take(card("FN:Ana Ruiz", "EMAIL:a@b.org"))
    plan = book.plan(card("FN:Ana Ruiz", "EMAIL:c@d.org"))
    assert (kinds(plan), len(plan.asked)) == (["new"], 1)


def test_two_people_with_one_uid_in_one_file_are_two_even_with_one_surname() -> None:
    book = Book()
    clones = card("UID:x", "FN:Ana Ruiz", "TEL:1") + card("UID:x", "FN:Luis Ruiz", "TEL:2")
    plan = book.take(clones)
    assert (kinds(plan), len(plan.asked)) == (["new", "new"], 1)
    changed = clones.replace("TEL:2", "TEL:3")
    plan = book.take(changed, made=LATER)
    assert kinds(plan) == ["unchanged", "updated"]
    assert the(book, "Luis Ruiz").phones == (Labelled("3"),)
    assert the(book, "Ana Ruiz").phones == (Labelled("1"),)
    ours = exported(book)
    assert book.plan(ours, made=LATER).changes == ()


def test_who_changed_their_name_is_known_by_uid_in_another_file() -> None:
    book = Book()
    book.take(card("UID:x", "FN:Robert Stone", "TEL:123456"))
    book.take(card("UID:x", "FN:Bob Stone", "TEL:123456"), made=LATER)
    assert names(book) == ["Bob Stone"]


def gone(book: Book, name: str) -> PersonId:
    who = the(book, name)
    raw = book.snapshot.raw("people", who.id)
    book.snapshot = book.snapshot.after([Change("people", who.id, raw, None)])
    return who.id


@pytest.mark.parametrize(
    "text",
    [
        card("UID:x", "FN:Ana Ruiz", "EMAIL:a@b.org"),
        card("UID:x", "FN:Ana Ruiz", "EMAIL:other@b.org"),
        card("UID:other", "FN:Ana Ruiz", "EMAIL:a@b.org", "TEL:123456"),
    ],
    ids=["the same card", "a changed one", "another phone's"],
)
def test_somebody_removed_stays_so_unless_asked_for(text: str) -> None:
    book = Book()
    book.take(card("UID:x", "FN:Ana Ruiz", "EMAIL:a@b.org"))
    id = gone(book, "Ana Ruiz")
    plan = book.plan(text, made=LATER)
    assert (plan.changes, plan.outcomes[0].reason) == ((), "removed since, not brought back")
    plan = book.take(text, made=LATER, wishes=Wishes(restore=True))
    assert kinds(plan) == ["new"]
    assert the(book, "Ana Ruiz").id == id
    assert book.plan(text, made=LATER).changes == ()


def test_cards_of_people_merged_since_are_theirs() -> None:
    book = Book()
    first = card("UID:a", "FN:Ana Ruiz", "TEL:123456", "X-A:1")
    second = card("UID:b", "FN:Anita R", "EMAIL:a@b.org", "X-B:2", "NOTE:hello")
    book.take(first, second)
    one, two = the(book, "Ana Ruiz"), the(book, "Anita R")
    book.snapshot = book.snapshot.after(merge(book.snapshot, one.id, two.id, TODAY))
    assert book.plan(first, second, made=LATER).changes == ()
    ours = exported(book)
    for said in (b"UID:a", b"X-A:1", b"X-B:2", b"NOTE:hello", b"NICKNAME:Anita R"):
        assert ours.count(said) == 1
    assert book.plan(ours, made=LATER).changes == ()
    book.take(second.replace("a@b.org", "c@d.org"), made=LATER)
    ana = the(book, "Ana Ruiz")
    assert (ana.phones, ana.emails) == ((Labelled("123456"),), (Labelled("c@d.org"),))


def test_the_card_that_came_first_leads_among_files_of_one_import() -> None:
    for _ in range(5):
        book = Book()
        files = (card(f"UID:{n}", "FN:Ana Ruiz", "EMAIL:a@b.org", f"X-{n}:1") for n in range(4))
        book.take(*files)
        text = exported(book)
        assert b"UID:0\r\n" in text


def test_what_says_more_of_a_line_comes_with_its_line_alone() -> None:
    book = Book()
    mail = "EMAIL:a@b.org"
    first = card("UID:a", "FN:Ana Ruiz", mail, "item1.ADR:;;1 High St;;;;", "item1.X-ABADR:gb")
    book.take(first, first.replace("UID:a", "UID:b") + card("FN:Ana Ruiz", mail, "LABEL:1 High St"))
    text = exported(book).decode()
    assert text.count("X-ABADR") == 1
    assert "LABEL" not in text


@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_a_list_naming_people_by_the_uid_they_were_given_is_known(version: str) -> None:
    book = Book()
    group = card("FN:Choir", "KIND:group", "MEMBER:urn:uuid:x", version="4.0")
    book.take(card("UID:x", "FN:Ana Ruiz") + card("UID:x", "FN:Luis Ruiz") + group)
    ours = exported(book, Manner(version=version))
    assert ours.count(b"MEMBER") == 1
    assert book.plan(ours, made=LATER).changes == ()
