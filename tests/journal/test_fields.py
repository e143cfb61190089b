"""Fields: what is shown reads back, and what cannot be a value is refused in a sentence."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.domain.commitment import Commitment
from netjournal.domain.conversation import Conversation
from netjournal.domain.entry import Entry
from netjournal.domain.gathering import Gathering
from netjournal.domain.me import Me
from netjournal.domain.person import Address, Affiliation, Labelled, NamedDate, Person
from netjournal.domain.settings import Settings
from netjournal.domain.values import (
    Channel,
    Circle,
    EntryKind,
    PartialDate,
    Recurrence,
    Reply,
    Span,
    Unit,
)
from netjournal.errors import InputError, UsageError
from netjournal.journal.fields import FIELDS, Reading, field_of
from netjournal.journal.several import quoted, split_values
from tests.domain.make import TODAY, day, person, promise, talk
from tests.journal.make import entry, gathering

READING = Reading(TODAY, Settings())

PERSON = person(
    given="Ana", family="Ruiz", nicknames=("Anita", "the boss, really"), circle=Circle.INNER,
    organisations=(Affiliation(name="Acme, Inc."), Affiliation(name="Tide (UK)", title="editor")),
    emails=(Labelled("ana@example.org", "work"), Labelled("a@example.com")),
    phones=(Labelled("+44 20 7946 0000", "home (mornings)"),),
    addresses=(Address(street="9 Row, flat 2", city="Leeds", postcode="LS6", country="UK"),),
    links=(Labelled("https://example.org", "blog"),), birthday=PartialDate(4, 12, 1985),
    dates=(NamedDate("wedding", PartialDate(5, 4, 2010)), NamedDate("a: b", PartialDate(6, 1))),
    cadence=Span(6, Unit.WEEKS), preferred=Channel.PHONE, never=(Channel.EMAIL, Channel.SOCIAL),
    topics=("gov", "print"), how_we_met="at a bench", in_common="tea", calibre=4,
)  # fmt: skip
ME = Me(name="Robin", serve="libraries", heading="north", found_at="here", purpose="tea",
        topics=("gov",), country="GB")  # fmt: skip
TALK = talk(day("03-02"), reply=Reply.AWAITED, text="the pdf", broadcast=True, topics=("gov",))
PROMISE = promise(day("04-02"), channel=Channel.POSTCARD, ask=True, snoozed=day("04-05"),
                  every=Recurrence(Span(6, Unit.WEEKS), fixed=True), outcome="sent")  # fmt: skip
ENTRY = entry(EntryKind.NEED, "a tester", day=day("03-01"), closed=day("03-02"), topics=("ux",))
GATHERING = gathering(day=day("02-01"), until=day("02-03"), place="Ghent", kind="fair")
EMPTY: dict[type, Any] = {
    Person: person(phones=(), emails=(), addresses=(), name="x"),
    Me: Me(),
    Conversation: talk(TODAY),
    Commitment: promise(),
    Entry: entry(EntryKind.NOTE, "x"),
    Gathering: gathering("x"),
}
FULL = [PERSON, ME, TALK, PROMISE, ENTRY, GATHERING]


@pytest.mark.parametrize("record", FULL, ids=lambda r: type(r).__name__)
def test_every_field_written_as_it_is_shown_gives_the_same_record(record: Any) -> None:
    copy = EMPTY[type(record)]
    for field in FIELDS[type(record)]:
        copy = field.with_text(copy, "=", field.text(record), READING)
        assert getattr(copy, field.of) == getattr(record, field.of), field.name
        assert field.with_text(record, "=", field.text(record), READING) == record, field.name


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("12 Mill Lane, York YO1 1AA, United Kingdom",
         [("12 Mill Lane, York YO1 1AA", "United Kingdom")]),
        ("Gasse 4, 10115 Berlin", [("Gasse 4, 10115 Berlin",)]),
        ("9 Row, flat 2; LS6; Leeds", [("9 Row, flat 2", "LS6 Leeds")]),
        ("[9 Row; LS6; Leeds], Gasse 4, Berlin", [("9 Row", "LS6 Leeds"), ("Gasse 4, Berlin",)]),
        ("[9 Row], [Gasse 4; 10115]", [("9 Row",), ("Gasse 4", "10115")]),
        ("Malta", [("Malta",)]),
    ],
)  # fmt: skip
def test_an_address_typed_as_on_an_envelope_is_one(text: str, lines: list[tuple[str, ...]]) -> None:
    field = next(field for field in FIELDS[Person] if field.name == "address")
    who = field.with_text(EMPTY[Person], "=", text, READING)
    assert [one.lines for one in who.addresses] == lines


@pytest.mark.parametrize("record", FULL, ids=lambda r: type(r).__name__)
def test_every_field_is_one_of_the_record_and_said_in_words(record: Any) -> None:
    names = set(record._fields)
    for field in FIELDS[type(record)]:
        assert field.of in names
        assert field.label
        assert field_of(type(record), field.name) is field
        assert field_of(type(record), field.of.upper()) is field


value = st.text(st.sampled_from('ab,()[]"; '), min_size=1).map(str.strip).filter(bool)


@given(st.lists(value, max_size=4))
def test_any_values_between_commas_come_apart_again(values: list[str]) -> None:
    text = ", ".join(map(quoted, values))
    assert split_values(text) == (values or [""])


@given(st.lists(st.builds(Labelled, value, value), max_size=3, unique=True))
def test_what_was_there_survives_being_written_again(emails: list[Labelled]) -> None:
    who = person(emails=tuple(emails))
    field = field_of(Person, "email")
    assert field.with_text(who, "=", field.text(who), READING) == who


def test_what_a_text_does_not_show_is_kept_where_the_text_stays() -> None:
    who = person(organisations=(Affiliation(name="Acme", title="lead", since=date(2020, 1, 1)),))
    field = field_of(Person, "organisation")
    after = field.with_text(who, "=", "Acme (lead), Tide", READING)
    assert after.organisations == (*who.organisations, Affiliation(name="Tide"))


def test_values_are_added_once_and_taken_away_without_their_label() -> None:
    field = field_of(Person, "email")
    who = person(emails=(Labelled("a@example.org", "work"), Labelled("b@example.org")))
    same = field.with_text(who, "+=", "b@example.org", READING)
    assert same == who
    more = field.with_text(who, "+=", "c@example.org (home)", READING)
    assert more.emails[2:] == (Labelled("c@example.org", "home"),)
    less = field.with_text(who, "-=", "a@example.org", READING)
    assert less.emails == (Labelled("b@example.org"),)


def test_what_came_from_elsewhere_and_is_no_address_stays_and_can_be_taken_away() -> None:
    field = field_of(Person, "email")
    who = person(emails=(Labelled("ana at example", "work"),))
    assert field.with_text(who, "=", field.text(who), READING) == who
    assert not field.with_text(who, "-=", "ana at example", READING).emails


def test_a_title_may_stand_without_an_organisation() -> None:
    field = field_of(Person, "organisation")
    who = field.with_text(person(), "=", "(editor), Acme (lead)", READING)
    assert who.organisations == (Affiliation("", "editor"), Affiliation("Acme", "lead"))
    assert field.text(who) == "(editor), Acme (lead)"


def test_values_are_told_as_one_reads_them() -> None:
    told = {field.name: field.words(PERSON) for field in FIELDS[Person]}
    assert told["organisation"] == ("Acme, Inc.", "Tide (UK) (editor)")
    assert told["nickname"] == ("Anita", "the boss, really")
    assert told["address"] == ("9 Row, flat 2, LS6 Leeds, UK",)
    assert told["birthday"] == ("12 April 1985",)
    assert told["relation"] == ()
    who = person(organisations=(Affiliation("Tide (UK)"), Affiliation("", "editor")))
    assert field_of(Person, "organisation").words(who) == ("Tide (UK)", "(editor)")
    assert field_of(Person, "birthday").words(EMPTY[Person]) == ()


def test_brackets_of_a_name_are_no_label_where_the_label_is_told_empty() -> None:
    field = field_of(Person, "organisation")
    for name in ("Tide (UK)", "(all of it)", "f(x)", "smile :-)", "(a) (b)"):
        who = person(organisations=(Affiliation(name=name),))
        other = field.with_text(person(), "=", field.text(who), READING)
        assert other.organisations == who.organisations, name


@pytest.mark.parametrize(
    ("kind", "name", "text", "said"),
    [
        (Person, "name", "", "cannot be empty"),
        (Person, "circle", "", "cannot be empty"),
        (Person, "circle", "friends", "inner, close, network, rolodex"),
        (Person, "preferred", "fax", "phone"),
        (Person, "calibre", "6", "1 to 5"),
        (Person, "email", "notanemail", "ana@example.org"),
        (Person, "email", "@home (work)", "no email address"),
        (Person, "phone", "ask Bob", "no phone number"),
        (Person, "birthday", "31 february", "February"),
        (Person, "date", "4 may", "wedding: 4 may 2010"),
        (Person, "date", "wedding:", "wedding: 4 may 2010"),
        (Person, "cadence", "often", "6 weeks"),
        (Entry, "text", "", "text cannot be empty"),
        (Entry, "day", "", "day cannot be empty"),
        (Conversation, "broadcast", "perhaps", "yes or no"),
        (Conversation, "direction", "", "direction cannot be empty"),
    ],
)
def test_what_cannot_be_is_refused(kind: type, name: str, text: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        field_of(kind, name).with_text(EMPTY[kind], "=", text, READING)


def test_one_value_is_neither_added_to_nor_taken_from() -> None:
    with pytest.raises(UsageError, match="name=VALUE"):
        field_of(Person, "name").with_text(PERSON, "+=", "x", READING)


def test_an_unknown_field_names_the_nearest() -> None:
    with pytest.raises(UsageError, match="Did you mean birthday"):
        field_of(Person, "brithday")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("12 april 1985", PartialDate(4, 12, 1985)),
        ("12 april", PartialDate(4, 12)),
        ("--02-29", PartialDate(2, 29)),
        ("1985-04-12", PartialDate(4, 12, 1985)),
        ("", None),
    ],
)
def test_a_birthday_may_lack_its_year(text: str, read: PartialDate | None) -> None:
    assert field_of(Person, "birthday").with_text(PERSON, "=", text, READING).birthday == read


def test_a_field_set_leaves_the_others() -> None:
    after = field_of(Person, "calibre").with_text(PERSON, "=", "5", READING)
    assert after == PERSON._replace(calibre=5)
