"""Laws of dates: the direction of a day, every written form, any text, steps that grow with it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from netjournal.domain.dates import find_days, read_birthday, read_day
from netjournal.domain.settings import Settings
from tests.hostile.growing import DAY_BAIT, growth_of_calls

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


@pytest.mark.parametrize("bait", DAY_BAIT)
def test_bait_is_searched_in_steps_that_grow_with_its_length(bait: str) -> None:
    """Four times the text takes about four times the steps; a square would take sixteen."""
    assert growth_of_calls("days", bait) < 8
