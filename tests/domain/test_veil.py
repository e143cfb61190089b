"""The veil of discreet mode, record by record."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.domain.conversation import Conversation
from netjournal.domain.draft import Draft
from netjournal.domain.entry import Entry
from netjournal.domain.person import Address, Affiliation, Labelled, Person
from netjournal.domain.values import (
    Channel,
    Circle,
    Direction,
    EntryKind,
    PersonId,
    RecordId,
)
from netjournal.domain.veil import HIDDEN, MARK, initials, veiled

ANA = Person(
    id=PersonId("1234567"), made="", name="Ana Ruiz", nicknames=("Anita",), circle=Circle.CLOSE,
    organisations=(Affiliation(name="Acme"),), phones=(Labelled("+34 1", "work"),),
    addresses=(Address(street="Calle 1", city="Madrid", country="ES"),), topics=("sailing",),
    how_we_met="at the fair", calibre=4,
)  # fmt: skip


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("Ana Ruiz", f"A{MARK} R{MARK}"),
        ("zoë müller-kästner", f"Z{MARK} M{MARK} K{MARK}"),
        ("李小红", f"李{MARK}"),
        ("Nguyễn Thị Hoa", f"N{MARK} T{MARK} H{MARK}"),
        ("  ", HIDDEN),
        ("(?)", HIDDEN),
    ],
)
def test_a_name_becomes_initials(name: str, seen: str) -> None:
    assert initials(name) == seen


def test_who_it_is_and_where_they_stand_stays() -> None:
    seen = veiled(ANA)
    assert (seen.id, seen.circle) == (ANA.id, Circle.CLOSE)
    assert [phone.label for phone in seen.phones] == ["work"]
    assert seen.addresses[0].country == "ES"


def test_nothing_else_of_a_person_can_be_read() -> None:
    seen = repr(veiled(ANA))
    for word in ("Ana", "Ruiz", "Anita", "Acme", "+34", "Calle", "Madrid", "sailing", "fair"):
        assert word not in seen
    assert veiled(ANA).calibre is None


TEXT = st.text(alphabet="abcdefgh", min_size=4, max_size=20)


@given(TEXT)
def test_no_text_of_any_record_is_seen(text: str) -> None:
    who, id, day = ANA.id, RecordId("7654321"), date(2026, 3, 1)
    for record in (
        Conversation(id=id, made="", day=day, channel=Channel.EMAIL, direction=Direction.INBOUND,
                     people=(who,), text=text, topics=(text,)),
        Entry(id=id, made="", day=day, person=who, kind=EntryKind.NOTE, text=text, topics=(text,)),
        Draft(id=id, made="", day=day, text=text, reason=text),
        ANA._replace(name=f"A {text}", how_we_met=text, in_common=text),
    ):  # fmt: skip
        seen = veiled(record)
        assert text not in repr(seen)
        assert MARK in repr(seen)
        assert seen.id == record.id


def test_an_empty_text_stays_empty() -> None:
    assert veiled(ANA._replace(how_we_met="")).how_we_met == ""
