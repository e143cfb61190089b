"""Date rules of the calendar: days and months, numeric dates, holidays, edges of a month."""

from __future__ import annotations

import re
from datetime import date, timedelta

from netjournal.domain import datewords as dw
from netjournal.domain.datescan import Clock, Hit, Strength, is_time, ordinal
from netjournal.domain.values import Span, Unit, shift

_YEAR_FIRST = r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:t[\d:.z+-]{2,20})?"
_NUMERIC = r"(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{4}|\d{2}))?"


def month_end(year: int, month: int) -> date:
    """The last day of a month before the year 9999."""
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _year(clock: Clock, index: int, *, sure: bool = False) -> tuple[int, int] | None:
    """A year as written, and the place after it; two digits only before a pause."""
    key = clock.key(index)
    if not (key.isascii() and key.isdigit()):
        return None
    if len(key) == 4:
        return int(key), index + 1
    token = clock.tokens[index]
    ends = token.after or index + 1 == len(clock.tokens) or is_time(clock.key(index + 1))
    if len(key) == 2 and (sure or ends):
        return full_year(int(key), clock.today.year), index + 1
    return None


def full_year(short_year: int, this_year: int) -> int:
    """The year of two digits: the last one that is at most twenty years ahead."""
    latest = this_year + 20
    return latest - (latest - short_year) % 100


def number_in_month(key: str, *, bare: bool = False) -> int | None:
    """The number of ``16th``, and with ``bare`` of ``16``; None for anything else."""
    number = ordinal(key)
    if number is not None:
        return number
    return int(key) if bare and key.isascii() and key.isdigit() and 0 < int(key) < 32 else None


def _day_number(clock: Clock, index: int) -> int | None:
    key = clock.key(index)
    number = ordinal(key)
    if number is not None:
        return number
    if key.isascii() and key.isdigit() and len(key) <= 2:
        return int(key)
    return dw.ORDINALS.get(key) if dw.ORDINALS.get(key, -1) > 0 else None


def _on(clock: Clock, day: int, month: int, stop: int, year: int | None = None) -> Hit:
    """A day and month, in the year written or the nearest one that way."""
    if year is not None:
        try:
            return Hit(stop, date(year, month, day), year_written=True)
        except ValueError:
            return Hit(stop, problem=_no_such(day, month, year))
    try:
        date(2000, month, day)
    except ValueError:
        return Hit(stop, problem=_no_such(day, month, None))
    today = clock.today
    step = -1 if clock.past else 1
    for offset in range(9):  # the 29th of February may be eight years off
        candidate_year = today.year + step * offset
        if not 1 <= candidate_year <= date.max.year:
            break
        try:
            candidate = date(candidate_year, month, day)
        except ValueError:
            continue
        if candidate == today or (candidate < today) == clock.past:
            return Hit(stop, candidate)
    return Hit(stop, problem=_no_such(day, month, None))


def _no_such(day: int, month: int, year: int | None) -> str:
    name = dw.MONTH_NAMES[month - 1] if 1 <= month <= 12 else f"month {month}"
    return f"There is no {day} {name}{f' {year}' if year else ''}."


def day_and_month(clock: Clock, index: int) -> Hit | None:
    """``3 march 2025``, ``the 3rd of march``, ``march 3rd``, ``12 Mar 24``."""
    at = index + 1 if clock.key(index) == "the" and clock.joined(index) else index
    if clock.key(at) in dw.MONTHS:
        return _month_first(clock, at)
    day = _day_number(clock, at)
    if day is None or not clock.joined(at, "."):
        return None
    at += 1
    if clock.key(at) == "of" and clock.joined(at):
        at += 1
    month = dw.MONTHS.get(clock.key(at))
    if month is None:
        return None
    year = _year(clock, at + 1) if _goes_on(clock, at) else None
    return _on(clock, day, month, year[1] if year else at + 1, year[0] if year else None)


def _goes_on(clock: Clock, index: int) -> bool:
    return clock.joined(index, ",") or clock.joined(index, ".")


def _month_first(clock: Clock, index: int) -> Hit | None:
    month = dw.MONTHS[clock.key(index)]
    day = _day_number(clock, index + 1)
    if day is None or not clock.joined(index, ".") or clock.key(index + 2) in dw.UNITS:
        return None
    if is_time(clock.key(index + 1)):
        return None
    year = _year(clock, index + 2) if _goes_on(clock, index + 1) else None
    return _on(clock, day, month, year[1] if year else index + 2, year[0] if year else None)


def numeric(clock: Clock, index: int) -> Hit | None:
    """``2026-04-03``, ``14/3``, ``03.04.2026``, in the order of the settings."""
    key = clock.key(index)
    match = re.fullmatch(_YEAR_FIRST, key)
    if match:
        return _on(clock, int(match[4]), int(match[3]), index + 1, int(match[1]))
    match = re.fullmatch(_NUMERIC, key)
    if match is None:
        return None
    one, two, written = int(match[1]), int(match[3]), match[4]
    if written is None and clock.key(index + 1) == "of":
        return None  # “2/3 of the time”
    if written is None and (match[2] != "/" or key == "24/7" or not _may_be_date(one, two)):
        return None
    day, month = (one, two) if match[2] == "." or clock.order == "day_first" else (two, one)
    if not 1 <= month <= 12:
        order = "the day first" if clock.order == "day_first" else "the month first"
        return Hit(index + 1, problem=f"{key} is no date with {order}.")
    year = None
    if written is not None:
        year = int(written) if len(written) == 4 else full_year(int(written), clock.today.year)
    return _on(clock, day, month, index + 1, year)


def _may_be_date(one: int, two: int) -> bool:
    return 0 < one <= 39 and 0 < two <= 39


def month_alone(clock: Clock, index: int) -> Hit | None:
    """``in march``: its last day for what happened, its first for what is due."""
    which = clock.key(index) if clock.key(index) in {"last", "next", "this"} else ""
    at = index + 1 if which else index
    month = dw.MONTHS.get(clock.key(at))
    if month is None or (which and not clock.joined(index)):
        return None
    year = _year(clock, at + 1, sure=False) if clock.joined(at) else None
    if year is not None and len(clock.key(at + 1)) == 4 and 1900 <= year[0] <= 2200:
        day = month_end(year[0], month) if clock.past else date(year[0], month, 1)
        return Hit(year[1], day, year_written=True)
    today = clock.today
    if clock.past or which == "last":
        behind = month > today.month or (which == "last" and month == today.month)
        day = min(month_end(today.year - behind, month), today)
    else:
        first = date(today.year, month, 1)
        day = first if first >= today else date(today.year + 1, month, 1)
        if month == today.month and which != "next":
            day = max(first, month_end(today.year, month))
    if which:
        return Hit(at + 1, day)
    alone = clock.key(at) == dw.MODAL_MONTH
    return Hit(at + 1, day, strength=Strength.NEVER_ALONE if alone else Strength.MARKED)


def day_of_month(clock: Clock, index: int) -> Hit | None:
    """``the 15th``: of the month that is nearest that way."""
    number = ordinal(clock.key(index + 1)) if clock.joined(index) else None
    if number is None or clock.key(index + 2) in dw.MONTHS:
        return None
    token = clock.tokens[index + 1]
    if not (token.after or index + 2 == len(clock.tokens) or _follows(clock, index + 2)):
        return None
    month = date(clock.today.year, clock.today.month, 1)
    for _ in range(3):
        day = month + timedelta(days=number - 1)
        right_way = day == clock.today or (day < clock.today) == clock.past
        if day.month == month.month and right_way:
            return Hit(index + 2, day)
        month = shift(month, Span(1, Unit.MONTHS), -1 if clock.past else 1)
    return Hit(index + 2, problem=f"There is no {token.key} of the month.")


def _follows(clock: Clock, index: int) -> bool:
    return clock.key(index) in dw.DAY_FOLLOWERS or is_time(clock.key(index))
