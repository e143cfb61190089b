"""Kind words for days and silences."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.domain.phrases import (
    ago,
    day_of_month,
    day_with_weekday,
    in_days,
    near_day,
    no_word_since,
    on_day,
    quiet_and_cadence,
    quiet_for,
    short_day,
    since,
)
from netjournal.domain.values import Channel, Span, Unit
from tests.domain.make import TODAY, day


@pytest.mark.parametrize(
    ("on", "words"),
    [
        ("03-11", "today"),
        ("03-12", "tomorrow"),
        ("03-10", "Tuesday"),
        ("03-05", "Thursday"),
        ("03-04", "4 March"),
        ("03-17", "Tuesday"),
        ("03-18", "18 March"),
        ("2025-12-24", "24 December 2025"),
    ],
)
def test_a_day_is_named_as_people_name_it(on: str, words: str) -> None:
    assert near_day(day(on), TODAY) == words


def test_days_in_sentences() -> None:
    assert since(day("03-10"), TODAY) == "since Tuesday"
    assert since(day("03-01"), TODAY) == "since 1 March"
    assert on_day(day("03-14"), TODAY) == "on Saturday"
    assert on_day(TODAY, TODAY) == "today"
    assert day_of_month(day("03-05"), TODAY) == "5 March"
    assert day_with_weekday(day("03-10"), TODAY) == "Tue 10 March"
    assert day_with_weekday(day("2025-03-10"), TODAY) == "Mon 10 March 2025"
    assert [in_days(n) for n in (0, 1, 3)] == ["today", "tomorrow", "in 3 days"]


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, ""),
        (1, "quiet for 1 day"),
        (13, "quiet for 13 days"),
        (14, "quiet for 2 weeks"),
        (58, "quiet for 8 weeks"),
        (59, "quiet for 2 months"),
        (121, "quiet for 4 months"),
        (430, "quiet for 14 months"),
        (730, "quiet for 2 years"),
    ],
)
def test_a_silence_is_told_in_the_unit_people_would_use(days: int, words: str) -> None:
    assert quiet_for(days, TODAY) == words


@pytest.mark.parametrize(
    ("days", "cadence", "words"),
    [
        (121, Span(2, Unit.MONTHS), "quiet for 4 months, every 2"),
        (25, Span(3, Unit.WEEKS), "quiet for 3 weeks, every 3"),
        (121, Span(3, Unit.WEEKS), "quiet for 4 months, every 3 weeks"),
        (35, Span(1, Unit.MONTHS), "quiet for 5 weeks, every month"),
    ],
)
def test_a_silence_stands_beside_what_was_meant(days: int, cadence: Span, words: str) -> None:
    assert quiet_and_cadence(days, cadence, TODAY) == words


@pytest.mark.parametrize(
    ("on", "words"),
    [
        ("02-11", "no word since your postcard of 11 February"),
        ("03-09", "no word since your postcard on Monday"),
        ("03-11", "no word since your postcard today"),
    ],
)
def test_no_word_since(on: str, words: str) -> None:
    assert no_word_since(Channel.POSTCARD, day(on), TODAY) == words


def test_ago() -> None:
    days = ["03-11", "03-10", "03-08", "02-11", "2025-11-11", "03-14"]
    assert [ago(day(one), TODAY) for one in days] == [
        "today", "yesterday", "3 days ago", "4 weeks ago", "4 months ago", "on Saturday",
    ]  # fmt: skip


@given(st.dates(), st.dates())
def test_every_day_has_words_whatever_today_is(one: date, today: date) -> None:
    for words in (near_day(one, today), ago(one, today), since(one, today), on_day(one, today)):
        assert words
    if abs((one - today).days) > 366:
        assert re.search(rf"\b{one.year}\b", near_day(one, today))


@given(st.integers(0, 40_000))
def test_a_longer_silence_never_sounds_shorter(days: int) -> None:
    length = {"day": 1, "week": 7, "month": 30, "year": 365}

    def said(days: int) -> int:
        found = re.fullmatch(r"quiet for (\d+) (\w+?)s?", quiet_for(days, TODAY))
        return int(found[1]) * length[found[2]] if found else 0

    assert said(days) <= said(days + 1) + 2
    assert timedelta(days=days) >= timedelta(days=said(days)) - timedelta(days=2)


def test_days_for_columns_are_short() -> None:
    assert short_day(date(2026, 3, 10), TODAY) == "Tue 10 Mar"
    assert short_day(date(2025, 9, 2), TODAY) == "Tue 2 Sep 2025"
