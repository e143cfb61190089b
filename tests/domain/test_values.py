"""Spans, recurrences and days of the year."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.domain.values import Circle, PartialDate, Recurrence, Span, Unit, shift

SPANS = st.builds(Span, st.integers(1, 100), st.sampled_from(Unit))
DAYS = st.dates()


@given(SPANS, DAYS)
def test_a_span_leads_forward_and_back(span: Span, day: date) -> None:
    assert span.after(day) > day or day == date.max
    assert span.before(day) < day or day == date.min


@given(SPANS, DAYS, DAYS)
def test_a_later_day_never_leads_to_an_earlier_one(span: Span, one: date, other: date) -> None:
    first, second = sorted((one, other))
    assert span.after(first) <= span.after(second)


@given(st.integers(1, 100), st.dates(max_value=date(9000, 1, 1)))
def test_days_and_weeks_are_counted(n: int, day: date) -> None:
    assert Span(n, Unit.DAYS).after(day) == day + timedelta(days=n)
    assert Span(n, Unit.WEEKS).days_from(day) == 7 * n


@pytest.mark.parametrize(
    ("day", "span", "after"),
    [
        ("2026-01-31", Span(1, Unit.MONTHS), "2026-02-28"),
        ("2024-01-31", Span(1, Unit.MONTHS), "2024-02-29"),
        ("2026-08-01", Span(1, Unit.MONTHS), "2026-09-01"),
        ("2024-02-29", Span(1, Unit.YEARS), "2025-02-28"),
        ("2026-03-11", Span(3, Unit.WEEKS), "2026-04-01"),
    ],
)
def test_months_and_years_are_calendar_months_and_years(day: str, span: Span, after: str) -> None:
    assert span.after(date.fromisoformat(day)) == date.fromisoformat(after)


def test_the_end_of_the_calendar_is_no_error() -> None:
    assert Span(100, Unit.YEARS).after(date(9999, 6, 1)) == date.max
    assert Span(36_500, Unit.DAYS).before(date(1, 1, 2)) == date.min


@pytest.mark.parametrize(("n", "unit"), [(0, Unit.DAYS), (-1, Unit.WEEKS), (101, Unit.YEARS)])
def test_a_span_that_cannot_be_is_refused(n: int, unit: Unit) -> None:
    with pytest.raises(ValueError, match="100 years"):
        Span(n, unit)


def test_spans_and_recurrences_say_what_they_are() -> None:
    assert str(Span(1, Unit.WEEKS)) == "1 week"
    assert str(Span(6, Unit.MONTHS)) == "6 months"
    assert str(Recurrence(Span(6, Unit.WEEKS))) == "every 6 weeks"
    assert str(Recurrence(Span(6, Unit.WEEKS), fixed=True)) == "every 6 weeks fixed"


@given(DAYS, st.booleans())
def test_a_day_of_the_year_is_read_back_as_printed(day: date, with_year: bool) -> None:
    partial = PartialDate(day.month, day.day, day.year if with_year else None)
    assert PartialDate.parse(str(partial)) == partial


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_the_next_day_of_the_year_lies_within_a_year(born: date, today: date) -> None:
    coming = PartialDate(born.month, born.day, born.year).next_from(today)
    assert today <= coming <= today + timedelta(days=366)


def test_the_29th_of_february_is_celebrated_on_1_march_in_other_years() -> None:
    leap = PartialDate.parse("--02-29")
    assert leap.next_from(date(2026, 2, 1)) == date(2026, 3, 1)
    assert leap.next_from(date(2028, 2, 1)) == date(2028, 2, 29)


@pytest.mark.parametrize("text", ["1985-13-01", "--02-30", "1985-4-1", "2025-02-29", "", "tuesday"])
def test_a_day_that_cannot_be_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        PartialDate.parse(text)


def test_the_rolodex_is_not_the_network() -> None:
    assert [circle for circle in Circle if not circle.in_network] == [Circle.ROLODEX]


@given(st.dates(), st.sampled_from([Unit.MONTHS, Unit.YEARS]), st.integers(1, 100), st.booleans())
def test_months_are_those_of_dateutil(day: date, unit: Unit, n: int, back: bool) -> None:
    from dateutil.relativedelta import relativedelta

    months = n * (12 if unit is Unit.YEARS else 1) * (-1 if back else 1)
    try:
        wanted = day + relativedelta(months=months)
    except (ValueError, OverflowError):
        wanted = date.min if back else date.max
    assert shift(day, Span(n, unit), -1 if back else 1) == wanted


def test_neither_dateutil_nor_dataclasses_are_loaded_for_a_prompt() -> None:
    code = (
        "import sys; from datetime import date; from netjournal.domain.values import *;"
        "import netjournal.views.waiting, netjournal.domain.attention;"
        "Span(3, Unit.MONTHS).after(date(2026, 3, 11));"
        "sys.exit(bool({'dateutil', 'dataclasses'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
