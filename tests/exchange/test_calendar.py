"""Birthdays and promises as a calendar: read by vobject, the same in every export."""

from __future__ import annotations

from datetime import date, datetime
from itertools import islice
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.domain.person import NamedDate, Person, Rest
from netjournal.domain.values import (
    ME,
    Channel,
    CommitmentState,
    Direction,
    Owner,
    PartialDate,
    PersonId,
)
from netjournal.exchange.calendar import Calendar, to_calendar
from netjournal.exchange.vcard.check import quiet_vobject
from netjournal.journal.changes import created
from netjournal.journal.snapshot import Snapshot
from tests.domain.make import TODAY, ago, person, promise, talk

NOW = "2026-03-11T09:00:00.000000Z"


def calendar(*people: Person, records: tuple[Any, ...] = ()) -> Calendar:
    snapshot = Snapshot({}).after([created(each) for each in (*people, *records)])
    return to_calendar(people, snapshot, today=TODAY, now=NOW)


def parsed(found: Calendar) -> Any:
    return quiet_vobject().readOne(found.data.decode())


def days_of(event: Any, count: int) -> list[date]:
    return [
        day.date() if isinstance(day, datetime) else day for day in islice(event.rruleset, count)
    ]


@pytest.mark.parametrize(
    ("day", "days"),
    [
        (PartialDate(4, 12, 1985), [date(1985, 4, 12), date(1986, 4, 12)]),
        (PartialDate(4, 12), [date(2026, 4, 12), date(2027, 4, 12)]),
        (PartialDate(2, 29, 1984), [date(1984, 2, 29), date(1985, 3, 1)]),
        (PartialDate(2, 29), [date(2024, 2, 29), date(2025, 3, 1)]),
    ],
)
def test_a_birthday_comes_every_year(day: PartialDate, days: list[date]) -> None:
    event = parsed(calendar(person(birthday=day))).vevent
    assert days_of(event, 2) == days
    assert event.summary.value == "Ana Ruiz: birthday" + (f" ({day.year})" if day.year else "")


def test_other_days_have_their_name() -> None:
    ana = person(dates=(NamedDate("wedding", PartialDate(6, 20)),))
    assert parsed(calendar(ana)).vevent.summary.value == "Ana Ruiz: wedding"


def test_open_promises_with_a_due_day_are_to_dos_the_first_one_first() -> None:
    promises = (
        promise(date(2026, 4, 3), Owner.THEIRS, text="the pdf"),
        promise(date(2026, 3, 13), channel=Channel.POSTCARD, text="about the book"),
        promise(date(2026, 3, 14), channel=Channel.PHONE, text="phone, as every year"),
        promise(date(2026, 3, 20), text="a reference", ask=True),
        promise(None, text="some day"),
        promise(date(2026, 3, 1), state=CommitmentState.DONE, text="done"),
    )
    found = calendar(person(), records=promises)
    assert found.promises == 4
    assert [(todo.due.value, todo.summary.value) for todo in parsed(found).vtodo_list] == [
        (date(2026, 3, 13), "postcard Ana Ruiz: about the book"),
        (date(2026, 3, 14), "Ana Ruiz: phone, as every year"),
        (date(2026, 3, 20), "Ana Ruiz: ask: a reference"),
        (date(2026, 4, 3), "Ana Ruiz promised: the pdf"),
    ]


def test_who_died_rests_or_is_me_has_no_days() -> None:
    day = PartialDate(4, 12)
    rest = Rest(date(2026, 1, 1))
    back = Rest(date(2026, 1, 1), date(2026, 3, 11))
    found = calendar(
        person("51", birthday=day, died=True),
        person("52", birthday=day, rest=rest),
        person("53", birthday=day, rest=back),
    )
    assert found.days == 1
    wrote = talk(ago(2), direction=Direction.INBOUND, people=["52"])
    assert calendar(person("52", birthday=day, rest=rest), records=(wrote,)).days == 1
    assert to_calendar([person(ME)], Snapshot({}), today=TODAY, now=NOW).days == 0


def test_a_promise_to_two_people_is_there_once() -> None:
    both = (person("51", name="Ana"), person("52", name="Bob"))
    lunch = promise(date(2026, 3, 13), people=("51", "52"), text="lunch")
    found = calendar(*both, records=(lunch,))
    assert parsed(found).vtodo.summary.value == "Ana, Bob: lunch"


def test_nothing_invites_anybody_and_nothing_private_is_in_it() -> None:
    ana = person(birthday=PartialDate(4, 12), calibre=5, in_common="sailing", how_we_met="pier")
    text = calendar(ana, records=(promise(TODAY),)).data.decode().lower()
    for word in ("organizer", "attendee", "valarm", "calibre", "sailing", "pier", "mailto"):
        assert word not in text


def rows(found: Calendar) -> list[str]:
    return found.data.decode().replace("\r\n ", "").split("\r\n")


@given(st.text(max_size=80), st.text(max_size=80))
def test_no_name_or_promise_begins_a_line_of_its_own(name: str, text: str) -> None:
    ana = person(PersonId("50"), name=name, birthday=PartialDate(4, 12))
    found = calendar(ana, records=(promise(TODAY, text=text),))
    plain = calendar(person(birthday=PartialDate(4, 12)), records=(promise(TODAY),))
    assert len(rows(found)) == len(rows(plain))
    assert all(len(row.encode()) <= 75 for row in found.data.decode().split("\r\n"))


def test_the_same_days_have_the_same_ids_again() -> None:
    ana = person(birthday=PartialDate(4, 12))
    assert calendar(ana).data == calendar(ana).data
