"""Records come back from their raw form as they were, unknown fields included."""

from __future__ import annotations

import json
from datetime import date
from enum import Enum
from types import NoneType, UnionType
from typing import Any, NewType, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netjournal.domain.card import Card
from netjournal.domain.commitment import Commitment
from netjournal.domain.conversation import Conversation
from netjournal.domain.draft import Draft
from netjournal.domain.entry import Entry
from netjournal.domain.gathering import Gathering
from netjournal.domain.gesture import Table
from netjournal.domain.introduction import Introduction
from netjournal.domain.me import Me
from netjournal.domain.person import Affiliation, Labelled, Person
from netjournal.domain.values import (
    Channel,
    Circle,
    Direction,
    Owner,
    PartialDate,
    PersonId,
    RecordId,
    Recurrence,
    Span,
    Unit,
)
from netjournal.store.codec import decode, encode, is_record
from netjournal.store.schema import record_class, table_of

RECORDS: tuple[type, ...] = (
    Person, Me, Conversation, Commitment, Gathering, Introduction, Entry, Card, Draft,
)  # fmt: skip

spans = st.builds(Span, st.integers(1, 100), st.sampled_from(Unit))
birthdays = st.builds(
    lambda day, known: PartialDate(day.month, day.day, day.year if known else None),
    st.dates(date(1000, 1, 1)),
    st.booleans(),
)


def values_of(hint: Any) -> st.SearchStrategy[Any]:
    if get_origin(hint) in {Union, UnionType}:
        return st.one_of(*map(values_of, get_args(hint)))
    if get_origin(hint) is tuple:
        return st.lists(values_of(get_args(hint)[0]), max_size=2).map(tuple)
    if isinstance(hint, NewType):
        return values_of(hint.__supertype__)
    if hint is Span:
        return spans
    if hint is PartialDate:
        return birthdays
    if is_record(hint):
        return records(hint)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(hint)
    plain: dict[Any, st.SearchStrategy[Any]] = {
        str: st.text(max_size=8),
        int: st.integers(),
        bool: st.booleans(),
        date: st.dates(),
        NoneType: st.none(),
    }
    return plain[hint]


def records(cls: Any) -> st.SearchStrategy[Any]:
    hints = {name: hint for name, hint in get_type_hints(cls).items() if name != "extra"}
    needed = set(cls._fields) - set(cls._field_defaults)
    required = {name: values_of(hint) for name, hint in hints.items() if name in needed}
    optional = {name: values_of(hint) for name, hint in hints.items() if name not in needed}
    return st.fixed_dictionaries(required, optional=optional).map(lambda given: cls(**given))


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=4,
)


@pytest.mark.parametrize("cls", RECORDS)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_a_record_survives_its_raw_form(cls: type, data: st.DataObject) -> None:
    record: Any = data.draw(records(cls))
    names = st.text(max_size=5).filter(
        lambda name: name not in get_type_hints(cls) or name in {"id", "extra"}
    )
    extra = data.draw(st.dictionaries(names, json_values, max_size=2))
    record = record._replace(extra=extra)
    raw = encode(record)
    assert json.loads(json.dumps(raw)) == raw
    assert decode(cls, record.id, raw) == record
    assert encode(decode(cls, record.id, raw)) == raw


@pytest.mark.parametrize("cls", RECORDS)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_raw_that_does_not_fit_says_so_and_raises_nothing_else(
    cls: type, data: st.DataObject
) -> None:
    names = st.sampled_from(sorted(get_type_hints(cls))) | st.text(max_size=3)
    raw = data.draw(st.dictionaries(names, json_values, max_size=5))
    try:
        record: Any = decode(cls, "5", raw)
    except ValueError as error:
        said = str(error)
    else:
        said = f"{cls.__name__.lower()} 5: fits"
        assert decode(cls, "5", encode(record)) == record
    assert said.startswith(f"{cls.__name__.lower()} 5: ")


PERSON = Person(id=PersonId("7"), made="2026-03-11T10:00:00Z", name="Ana Ruiz")


def test_what_holds_its_default_is_left_out() -> None:
    assert encode(PERSON) == {"made": "2026-03-11T10:00:00Z", "name": "Ana Ruiz"}


def test_the_forms_of_values() -> None:
    commitment = Commitment(
        id=RecordId("3"),
        made="m",
        said=date(2026, 3, 11),
        owner=Owner.MINE,
        people=(PersonId("7"),),
        channel=Channel.POSTCARD,
        every=Recurrence(Span(6, Unit.WEEKS), fixed=True),
    )
    assert encode(commitment) == {
        "made": "m",
        "said": "2026-03-11",
        "owner": "mine",
        "people": ["7"],
        "channel": "postcard",
        "every": {"span": {"n": 6, "unit": "weeks"}, "fixed": True},
    }
    assert encode(PERSON._replace(birthday=PartialDate(4, 12)))["birthday"] == "--04-12"
    assert type(encode(PERSON._replace(circle=Circle.CLOSE))["circle"]) is str


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": 5}, "name"),
        ({"name": None}, "name"),
        ({"circle": "friends"}, "circle"),
        ({"circle": ["close"]}, "circle"),
        ({"circle_since": "yesterday"}, "circle_since"),
        ({"circle_since": 20260311}, "circle_since"),
        ({"emails": {"value": "a@b.c"}}, "emails"),
        ({"emails": [{"label": "work"}]}, "emails"),
        ({"emails": ["a@b.c"]}, "emails"),
        ({"birthday": "02-30"}, "birthday"),
        ({"birthday": "--02-30"}, "birthday"),
        ({"cadence": {"n": 0, "unit": "weeks"}}, "cadence"),
        ({"calibre": True}, "calibre"),
        ({"calibre": 3.0}, "calibre"),
        ({"died": 1}, "died"),
        ({"never": ["phone", "fax"]}, "never"),
    ],
)
def test_the_field_that_does_not_fit_is_named(change: dict[str, object], field: str) -> None:
    with pytest.raises(ValueError, match=f"person 7: '{field}'"):
        decode(Person, "7", {**encode(PERSON), **change})


def test_a_missing_field_is_named() -> None:
    with pytest.raises(ValueError, match="person 7: 'name' is missing"):
        decode(Person, "7", {"made": "m"})


def test_unknown_fields_of_a_nested_record_survive_an_edit_elsewhere() -> None:
    emails: list[object] = [{"value": "a@b.c", "verified": True}, {"value": "d@e.f"}]
    raw = {
        **encode(PERSON),
        "emails": emails,
        "organisations": [{"name": "Navy", "desk": 5}],
    }
    person = decode(Person, "7", raw)
    assert person.emails == (Labelled("a@b.c"), Labelled("d@e.f"))
    assert encode(person) == raw
    edited = person._replace(emails=(*person.emails, Labelled("g@h.i")), name="Ana")
    assert encode(edited) == {
        **raw,
        "name": "Ana",
        "emails": [*emails, {"value": "g@h.i"}],
    }
    gone = person._replace(organisations=(Affiliation(name="Army"),))
    assert encode(gone)["organisations"] == [{"name": "Army"}]


def test_what_has_no_form_is_refused() -> None:
    with pytest.raises(TypeError):
        encode(PERSON._replace(name=b"bytes"))  # type: ignore[arg-type]  # that is the point


@pytest.mark.parametrize("cls", RECORDS)
def test_every_record_has_a_table_and_every_table_its_class(cls: type) -> None:
    id = "1" if cls is Me else "2"
    assert record_class(table_of(cls), id) is cls


def test_a_record_and_its_class_have_the_same_table() -> None:
    assert table_of(PERSON) is table_of(Person) is table_of(Me) is Table.PEOPLE
    with pytest.raises(TypeError):
        table_of("a string")


@pytest.mark.parametrize("table", [Table.META, Table.HISTORY, "unknown"])
def test_tables_that_are_not_of_records_have_no_class(table: str) -> None:
    assert record_class(table, "1") is None


def test_the_codec_keeps_enumerations_of_a_conversation() -> None:
    talk = Conversation(
        id=RecordId("1"),
        made="m",
        day=date(2026, 3, 11),
        channel=Channel.PHONE,
        direction=Direction.OUTBOUND,
    )
    again = decode(Conversation, "1", encode(talk))
    assert again.channel is Channel.PHONE
    assert again.direction is Direction.OUTBOUND
