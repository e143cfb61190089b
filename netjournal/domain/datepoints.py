"""Date rules for points of a month or year: ``end of april``, ``first monday of may``, holidays."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from netjournal.domain import datewords as dw
from netjournal.domain.datemonths import month_end
from netjournal.domain.datescan import Clock, Hit, Strength
from netjournal.domain.values import Span, Unit, shift
from netjournal.tuples import NamedTuple

Pick = Callable[[date], date | None]
"""The wanted day of the month that starts on a day."""


class Month(NamedTuple):
    """``april 2027`` (one month), ``april`` (one in a year) or ``the month`` (the nearest)."""

    stop: int
    firsts: tuple[date, ...]
    """The first days of the months it may be, in order."""
    year_written: bool = False

    def picked(self, clock: Clock, pick: Pick) -> Hit:
        """The wanted day of the month that is nearest the way the clock looks."""
        day = _nearest(clock, [pick(first) for first in self.firsts])
        if day is None:
            return Hit(self.stop, problem="That month has no such day.")
        return Hit(self.stop, day, year_written=self.year_written)


def month_at(clock: Clock, index: int) -> Month | None:
    """The month that is named at a word: ``april``, ``the month``, ``next month``."""
    at = index + 1 if clock.key(index) in {"the", "this"} else index
    key, first = clock.key(at), clock.today.replace(day=1)
    if key in dw.MONTHS:
        written = clock.key(at + 1)
        if (
            len(written) == 4
            and written.isascii()
            and written.isdigit()
            and "1900" <= written <= "2200"
        ):
            return Month(at + 2, (date(int(written), dw.MONTHS[key], 1),), year_written=True)
        in_april = first.replace(month=dw.MONTHS[key])
        year = Span(1, Unit.YEARS)
        return Month(at + 1, (shift(in_april, year, -1), in_april, shift(in_april, year, 1)))
    month = Span(1, Unit.MONTHS)
    if key == "month":
        return Month(at + 1, (shift(first, month, -1), first, shift(first, month, 1)))
    if key in {"next", "last"} and clock.key(at + 1) == "month":
        return Month(at + 2, (shift(first, month, 1 if key == "next" else -1),))
    return None


def _nearest(clock: Clock, days: Iterable[date | None]) -> date | None:
    """Of several days the last one up to today, or the first one from today on."""
    known = [day for day in days if day is not None]
    if len(known) == 1:
        return known[0]
    if clock.past:
        return max((day for day in known if day <= clock.today), default=None)
    return min((day for day in known if day >= clock.today), default=None)


def _of(clock: Clock, index: int) -> int:
    return index + 1 if clock.key(index) in {"of", "in"} else index


def edge(clock: Clock, index: int) -> Hit | None:
    """``end of month``, ``start of next week``, ``mid april``, ``end of the year``."""
    key = clock.key(index)
    joined_month = key.startswith("mid-") and key[4:] in dw.MONTHS
    if joined_month:
        month = clock.today.replace(day=1, month=dw.MONTHS[key[4:]])
        year = Span(1, Unit.YEARS)
        days = (shift(month, year, times).replace(day=15) for times in (-1, 0, 1))
        return Hit(index + 1, _nearest(clock, days))
    if key in dw.SHORT_EDGES:
        return _edge_of_span(clock, "end", index)
    which, at = dw.EDGES.get(key), _of(clock, index + 1)
    if which is None or (at == index + 1 and key not in dw.BARE_EDGES):
        return None
    found = month_at(clock, at)
    if found is not None:
        return found.picked(clock, lambda first: _edge_of_month(first, which))
    return _edge_of_span(clock, which, at)


def _edge_of_month(first: date, which: dw.Edge) -> date:
    if which == "start":
        return first
    return first.replace(day=15) if which == "middle" else month_end(first.year, first.month)


def _edge_of_span(clock: Clock, which: dw.Edge, index: int) -> Hit | None:
    at = index + 1 if clock.key(index) in {"the", "this"} else index
    times = {"next": 1, "last": -1}.get(clock.key(at), 0)
    at += bool(times)
    today = clock.today
    shifts = (times,) if times else (-1, 0, 1)
    what = dw.SHORT_EDGES.get(clock.key(at), clock.key(at))
    if what == "week":
        monday = today - timedelta(days=today.weekday())
        offset = {"start": 0, "middle": 2, "end": 4}[which]
        days = [monday + timedelta(days=7 * by + offset) for by in shifts]
    elif what == "month":
        firsts = [shift(today.replace(day=1), Span(1, Unit.MONTHS), by) for by in shifts]
        days = [month_end(first.year, first.month) for first in firsts]
    elif what == "year":
        month, day = {"start": (1, 1), "middle": (7, 1), "end": (12, 31)}[which]
        days = [shift(date(today.year, month, day), Span(1, Unit.YEARS), by) for by in shifts]
    else:
        return None
    return Hit(at + 1, _nearest(clock, days))


def nth_weekday(clock: Clock, index: int) -> Hit | None:
    """``first monday of april``, ``last friday of the month``, ``2nd tuesday in may 2027``."""
    key = clock.key(index)
    counted = key[:1].isdecimal() and key[1:] in {"st", "nd", "rd", "th"}
    nth = int(key[0]) if counted else dw.ORDINALS.get(key)
    number = dw.WEEKDAYS.get(clock.key(index + 1))
    if not nth or number is None or clock.key(index + 2) not in {"of", "in"}:
        return None
    month = month_at(clock, index + 3)
    if month is None:
        return None
    return month.picked(clock, lambda first: _nth(first, number, nth))


def _nth(first: date, number: int, nth: int) -> date | None:
    if nth < 0:
        last = month_end(first.year, first.month)
        return last - timedelta(days=(last.weekday() - number) % 7)
    day = first + timedelta(days=(number - first.weekday()) % 7 + 7 * (nth - 1))
    return day if day.month == first.month else None


def holiday(clock: Clock, index: int) -> Hit | None:
    """``christmas``, ``new year's eve``, ``easter monday``."""
    for length in (3, 2, 1):
        words = tuple(clock.key(at) for at in range(index, index + length))
        if words in dw.HOLIDAYS and clock.spells(index, *words):
            month, number = dw.HOLIDAYS[words]
            days = [date(clock.today.year + by, month, number) for by in (-1, 0, 1)]
        elif words in dw.EASTER and clock.spells(index, *words):
            days = [_easter(clock.today.year + by, dw.EASTER[words]) for by in (-1, 0, 1)]
        else:
            continue
        return Hit(index + length, _nearest(clock, days), strength=Strength.MARKED)
    return None


def _easter(year: int, offset: int) -> date:
    from dateutil.easter import easter

    return easter(year) + timedelta(days=offset)
