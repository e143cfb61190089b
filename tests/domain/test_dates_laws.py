"""Laws of dates: the direction of a day, every written form, any text, linear time."""

from __future__ import annotations

import time
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from netjournal.domain.dates import find_days, read_birthday, read_day
from netjournal.domain.settings import Settings

TODAY = date(2026, 3, 11)
SETTINGS = Settings()

_days = st.dates(date(1950, 1, 1), date(2150, 1, 1))
_weekdays = st.sampled_from(("monday", "tue", "wednesday", "thurs", "friday", "sat", "sunday"))


@given(_days, _weekdays)
def test_weekday_is_the_last_one_behind_and_the_next_one_ahead(today: date, name: str) -> None:
    behind = read_day(name, today, past=True, settings=SETTINGS)
    ahead = read_day(name, today, past=False, settings=SETTINGS)
    assert isinstance(behind, date)
    assert isinstance(ahead, date)
    assert 1 <= (today - behind).days <= 7
    assert 1 <= (ahead - today).days <= 7
    assert behind.weekday() == ahead.weekday()


@given(_days, _days)
def test_written_dates_are_read_back_in_every_form(today: date, day: date) -> None:
    forms = (f"{day:%Y-%m-%d}", f"{day:%d.%m.%Y}", f"{day:%d/%m/%Y}", f"{day.day} {day:%B %Y}",
             f"{day:%B} {day.day}, {day:%Y}", f"{day:%A}, {day.day} {day:%b %Y}")  # fmt: skip
    for form in forms:
        for past in (True, False):
            assert read_day(form, today, past=past, settings=SETTINGS) == day


@given(_days, st.integers(1, 400))
def test_ago_and_in_are_mirror_images(today: date, count: int) -> None:
    back = read_day(f"{count} days ago", today, past=False, settings=SETTINGS)
    assert back == today - timedelta(days=count)
    assert isinstance(back, date)
    assert read_day(f"in {count} days", back, past=True, settings=SETTINGS) == today


@given(_days, _days)
def test_day_without_a_year_lies_the_right_way(today: date, day: date) -> None:
    phrase = f"{day.day} {day:%B}"
    behind = read_day(phrase, today, past=True, settings=SETTINGS)
    ahead = read_day(phrase, today, past=False, settings=SETTINGS)
    assert isinstance(behind, date)
    assert isinstance(ahead, date)
    assert behind <= today <= ahead
    assert (behind.month, behind.day) == (ahead.month, ahead.day) == (day.month, day.day)


_PIECES = ("in", "every", "next", "last", "the", "of", "may", "march", "3", "31", "99999", "week",
           "monday", "first", "end", "ago", "2026", "0", "2026-99-99", "31/2", "christmas", "month",
           ",", ".", "day", "after", "mid-april", "1st", "fixed", "00", "9999", "sun")  # fmt: skip


@examples(max_examples=300)
@given(
    st.one_of(st.text(max_size=60), st.lists(st.sampled_from(_PIECES), max_size=8).map(" ".join))
)
def test_any_text_is_answered_and_found_places_lie_in_order(text: str) -> None:
    for past in (True, False):
        assert read_day(text, TODAY, past=past, settings=SETTINGS) is not None
        assert read_birthday(text, TODAY, settings=SETTINGS) is not None
        at = 0
        for found in find_days(text, 0, len(text), TODAY, past=past, settings=SETTINGS):
            assert at <= found.start < found.end <= len(text)
            assert found.lead_start <= found.start
            assert bool(found.problem) == (found.day is None) or found.problem
            at = found.end


_BAIT = (
    "1", "1/", "2026-", "in ", "a ", "first ", "the ", " ", "3 march ", "every 2 ", ",", "1,",
    "end of ", "mon ", "-", "2026-01-01T0",
)  # fmt: skip


@pytest.mark.parametrize("bait", _BAIT)
def test_bait_is_searched_in_time_that_grows_with_its_length(bait: str) -> None:
    """Ten times the text takes about ten times as long; a square would take a hundred."""

    def cost(length: int) -> float:
        text = (bait * length)[:length]
        began = time.process_time()
        for _ in find_days(text, 0, length, TODAY, past=True, settings=SETTINGS):
            pass
        return time.process_time() - began

    small, large = (min(cost(length) for _ in range(3)) for length in (5_000, 50_000))
    assert large < 40 * max(small, 0.001)
