"""Days that count: silences and deadlines with the days of my pauses taken out."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from netjournal.domain.me import Pause

_DAY = timedelta(days=1)
_A_WEEK = 7


def plus(day: date, days: int) -> date:
    """So many days later; never past the last day the calendar knows."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max


@lru_cache(maxsize=16)
def merged(pauses: tuple[Pause, ...]) -> tuple[Pause, ...]:
    """The pauses in order; those that overlap or touch are one, impossible ones are left out."""
    whole: list[Pause] = []
    for pause in sorted(pauses, key=lambda one: (one.since, one.until)):
        if pause.until < pause.since:
            continue
        if whole and pause.since <= plus(whole[-1].until, 1):
            whole[-1] = whole[-1]._replace(until=max(whole[-1].until, pause.until))
        else:
            whole.append(pause)
    return tuple(whole)


def is_paused(day: date, pauses: tuple[Pause, ...]) -> bool:
    """Whether I am on holiday that day."""
    return any(pause.since <= day <= pause.until for pause in pauses)


def pause_until(day: date, pauses: tuple[Pause, ...]) -> date | None:
    """The last day of the pause that a day lies in; None where it lies in none."""
    return next((one.until for one in merged(pauses) if one.since <= day <= one.until), None)


def days_between(start: date, end: date, pauses: tuple[Pause, ...]) -> int:
    """Days after ``start`` up to ``end``, those of my pauses taken out; never below 0."""
    days = (end - start).days
    if days <= 0:
        return 0
    for pause in merged(pauses):
        first, last = max(pause.since, start + _DAY), min(pause.until, end)
        if first <= last:
            days -= (last - first).days + 1
    return days


def days_after(start: date, days: int, pauses: tuple[Pause, ...]) -> date:
    """The first day on which so many days have passed since ``start``, pauses taken out."""
    end = plus(start, days)
    if days <= 0 or not pauses:
        return end
    for pause in merged(pauses):
        if pause.since > end:
            break
        away = (pause.until - max(pause.since, plus(start, 1))).days + 1
        end = plus(end, max(away, 0))
    return end


def working_day_after(
    day: date, count: int, working_days: Collection[int], pauses: tuple[Pause, ...]
) -> date:
    """The ``count``-th day after ``day`` on which I work; a day of a pause is none.

    Somebody without working days works every day.
    """
    while count > 0 and day < date.max:
        day += _DAY
        if (not working_days or day.weekday() in working_days) and not is_paused(day, pauses):
            count -= 1
    return day


def first_day_back(day: date, pauses: tuple[Pause, ...]) -> date:
    """``day`` itself, or the first day after the pause it falls into."""
    for pause in merged(pauses):
        if pause.since <= day <= pause.until:
            return plus(pause.until, 1)
    return day


def share(key: str) -> float:
    """A number from 0 up to 1 that is the same for the same key in every run: spreads things."""
    return crc32(key.encode("utf-8", "surrogatepass")) / 2**32


def is_back(key: str, arose: date, pauses: tuple[Pause, ...], today: date) -> bool:
    """Whether a line that arose before a pause has come back after it.

    Lines come back spread over a week; after a shorter pause over as many days as it had, so
    that a free Friday does not hold anything back for a week. No line comes back in a pause.
    """
    if not pauses:
        return True
    over: Pause | None = None
    for pause in merged(pauses):
        if pause.since <= today <= pause.until:
            return False
        if pause.until < today:
            over = pause
    if over is None or arose > over.until:
        return True
    width = min(_A_WEEK, (over.until - over.since).days + 1)
    return (today - over.until).days - 1 >= int(share(key) * width)
