"""Days that count: with the days of my pauses taken out."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.domain.days import (
    days_after,
    days_between,
    first_day_back,
    is_back,
    is_paused,
    merged,
    share,
    working_day_after,
)
from netjournal.domain.me import Pause
from tests.domain.make import TODAY, day, pause

NEAR = st.dates(date(2025, 12, 1), date(2026, 6, 30))
PAUSES = st.lists(st.builds(Pause, NEAR, NEAR), max_size=4).map(tuple)
WEEK = frozenset(range(5))


def test_the_day_of_a_pause_is_no_day_of_silence() -> None:
    assert days_between(day("03-01"), day("03-11"), ()) == 10
    assert days_between(day("03-01"), day("03-11"), (pause("03-03", "03-05"),)) == 7


def test_a_pause_around_the_whole_silence_leaves_nothing_of_it() -> None:
    assert days_between(day("03-01"), day("03-11"), (pause("02-01", "04-01"),)) == 0


def test_overlapping_pauses_are_one() -> None:
    twice = (pause("03-03", "03-06"), pause("03-05", "03-08"), pause("03-09", "03-09"))
    assert merged(twice) == (pause("03-03", "03-09"),)
    assert days_between(day("03-01"), day("03-11"), twice) == 3


@given(NEAR, NEAR, PAUSES)
def test_a_silence_is_the_days_that_are_in_no_pause(
    start: date, end: date, pauses: tuple[Pause, ...]
) -> None:
    days = [start + timedelta(days=n) for n in range(1, max((end - start).days, 0) + 1)]
    assert days_between(start, end, pauses) == sum(not is_paused(one, pauses) for one in days)


@given(NEAR, NEAR, PAUSES, st.builds(Pause, NEAR, NEAR))
def test_one_more_pause_never_makes_a_silence_longer(
    start: date, end: date, pauses: tuple[Pause, ...], more: Pause
) -> None:
    assert days_between(start, end, (*pauses, more)) <= days_between(start, end, pauses)


@given(NEAR, st.integers(1, 90), PAUSES)
def test_a_deadline_is_the_first_day_by_which_so_many_days_have_passed(
    start: date, days: int, pauses: tuple[Pause, ...]
) -> None:
    end = days_after(start, days, pauses)
    assert days_between(start, end, pauses) == days
    assert days_between(start, end - timedelta(days=1), pauses) == days - 1


def test_the_second_working_day_after_a_friday_is_tuesday() -> None:
    assert working_day_after(day("03-06"), 2, WEEK, ()) == day("03-10")
    assert working_day_after(day("03-07"), 2, WEEK, ()) == day("03-10")


def test_i_do_not_work_in_a_pause() -> None:
    assert working_day_after(day("03-06"), 2, WEEK, (pause("03-09", "03-13"),)) == day("03-17")


def test_without_working_days_every_day_is_one() -> None:
    assert working_day_after(day("03-06"), 2, (), ()) == day("03-08")


def test_the_first_day_back_is_the_one_after_the_pause() -> None:
    assert first_day_back(day("03-04"), (pause("03-03", "03-05"),)) == day("03-06")
    assert first_day_back(day("03-02"), (pause("03-03", "03-05"),)) == day("03-02")


def test_a_share_is_the_same_in_every_run_and_spread_evenly() -> None:
    assert share("50") == pytest.approx(0.77029, abs=1e-5)
    shares = [share(str(n)) for n in range(1000)]
    assert min(shares) >= 0
    assert max(shares) < 1
    assert 0.45 < sum(shares) / 1000 < 0.55


AWAY = (pause("02-23", "03-08"),)


def test_lines_come_back_spread_over_the_week_after_a_pause() -> None:
    keys = [str(n) for n in range(70)]
    back = [
        sum(is_back(key, day("02-01"), AWAY, day("03-08") + timedelta(days=n)) for key in keys)
        for n in range(9)
    ]
    assert back[0] == 0
    assert 0 < back[1] < 25
    assert back == sorted(back)
    assert back[7] == back[8] == 70


def test_what_arose_after_the_pause_is_shown_at_once() -> None:
    assert all(is_back(str(n), day("03-09"), AWAY, day("03-09")) for n in range(50))


def test_after_a_free_friday_everything_is_back_on_saturday() -> None:
    friday = (pause("03-06", "03-06"),)
    assert all(is_back(str(n), day("02-01"), friday, day("03-07")) for n in range(50))


@given(st.text(max_size=20), NEAR, PAUSES, NEAR)
def test_what_is_back_stays_back_until_the_next_pause(
    key: str, arose: date, pauses: tuple[Pause, ...], today: date
) -> None:
    tomorrow = today + timedelta(days=1)
    if is_back(key, arose, pauses, today) and not is_paused(tomorrow, pauses):
        assert is_back(key, arose, pauses, tomorrow)


def test_the_end_of_the_calendar_is_no_error() -> None:
    assert days_after(date(9999, 12, 30), 90, (Pause(TODAY, date.max),)) == date.max
    assert working_day_after(date(9999, 12, 30), 90, WEEK, ()) == date.max
    assert first_day_back(TODAY, (Pause(TODAY, date.max),)) == date.max
