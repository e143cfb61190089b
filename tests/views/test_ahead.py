"""The next seven days: promises of both sides, days of the year, gatherings."""

from __future__ import annotations

from typing import Any

from netjournal.domain.person import Rest
from netjournal.domain.settings import Settings
from netjournal.domain.values import Channel, Owner, PartialDate
from netjournal.views.ahead import ahead
from netjournal.views.standings import Standings
from tests.domain.make import ME, TODAY, ago, person, promise
from tests.journal.make import gathering, snapshot_of

BIRTHDAY = PartialDate(3, 14)


def texts(*records: Any) -> list[tuple[str, str]]:
    lines = ahead(Standings(snapshot_of(ME, *records), TODAY, Settings()))
    return [(line.sign, line.text) for line in lines]


def test_from_today_to_the_seventh_day_in_the_order_of_the_days() -> None:
    found = texts(
        person(birthday=BIRTHDAY),
        promise(ago(-6), text="the book", channel=Channel.POSTCARD),
        promise(TODAY, Owner.THEIRS, text="the budget"),
        promise(ago(1), text="overdue, which stands in Today"),
        promise(ago(-7), text="a day too far"),
        gathering("PyCon", ago(-2), place="Leeds"),
    )
    assert found == [
        ("◷", "they: the budget"),
        ("◇", "Leeds"),
        ("☆", "birthday"),
        ("✉", "the book"),
    ]


def test_who_rests_or_died_has_no_day_here_and_who_is_back_has() -> None:
    assert texts(person(birthday=BIRTHDAY, rest=Rest(ago(9)))) == []
    assert texts(person(birthday=BIRTHDAY, died=True)) == []
    assert texts(person(birthday=BIRTHDAY, rest=Rest(ago(9), ago(1)))) == [("☆", "birthday")]
