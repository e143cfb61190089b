"""Birthdays and other dates, with the lead time a postcard needs."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netjournal.domain.occasions import Occasion, coming, greeting
from netjournal.domain.person import Address, NamedDate
from netjournal.domain.values import Channel, PartialDate
from tests.domain.make import ME, SETTINGS, TODAY, day, person

SPAIN = (Address(city="Madrid", country="Spain"),)


def dates(today: date = TODAY, **fields: Any) -> list[Occasion]:
    return list(coming(person(**fields), ME, SETTINGS, today))


def born(text: str) -> PartialDate:
    return PartialDate.parse(text)


@pytest.mark.parametrize(
    ("birthday", "near"),
    [("--03-10", False), ("--03-11", True), ("--03-18", True), ("--03-19", False)],
)
def test_at_home_a_birthday_comes_up_a_week_ahead(birthday: str, near: bool) -> None:
    assert bool(dates(birthday=born(birthday))) is near


@pytest.mark.parametrize(("birthday", "near"), [("--04-01", True), ("--04-02", False)])
def test_abroad_three_weeks_ahead(birthday: str, near: bool) -> None:
    assert bool(dates(birthday=born(birthday), addresses=SPAIN)) is near


def test_the_last_day_to_post_is_the_day_minus_what_a_postcard_takes() -> None:
    assert dates(birthday=born("--03-18"))[0].post_by == day("03-13")
    assert dates(birthday=born("--04-01"), addresses=SPAIN)[0].post_by == day("03-18")


def test_without_address_or_wish_no_card_is_posted() -> None:
    assert dates(birthday=born("--03-18"), addresses=())[0].post_by is None
    assert dates(birthday=born("--03-18"), never=(Channel.POSTCARD,))[0].post_by is None


def test_a_greeted_birthday_is_gone_for_this_year() -> None:
    assert greeting("birthday", day("03-12")) == "birthday 2026"
    assert not dates(birthday=born("1980-03-12"), greeted=("birthday 2026",))
    assert dates(birthday=born("1980-03-12"), greeted=("birthday 2025",))


def test_a_birthday_in_january_is_greeted_for_its_own_year() -> None:
    new_year = dates(date(2026, 12, 30), birthday=born("--01-02"), greeted=("birthday 2026",))
    assert [one.day for one in new_year] == [date(2027, 1, 2)]


def test_other_dates_come_up_too() -> None:
    named = (NamedDate("wedding", born("2010-03-14")), NamedDate("name day", born("--07-26")))
    found = dates(birthday=born("--03-12"), dates=named)
    assert [(one.name, one.day) for one in found] == [
        ("birthday", day("03-12")),
        ("wedding", day("03-14")),
    ]


def test_a_date_of_a_later_year_is_not_kept_before_it() -> None:
    assert not dates(dates=(NamedDate("wedding", born("2027-03-14")),))
    assert dates(date(2027, 3, 11), dates=(NamedDate("wedding", born("2027-03-14")),))


def test_the_29th_of_february_comes_up_for_1_march() -> None:
    assert [one.day for one in dates(date(2026, 2, 25), birthday=born("--02-29"))] == [
        date(2026, 3, 1)
    ]
