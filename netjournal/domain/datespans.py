"""Date rules that count from today: weekdays, spans, weeks and weekends, recurrences."""

from __future__ import annotations

import re
from datetime import date, timedelta

from netjournal.domain import datewords as dw
from netjournal.domain.datemonths import day_and_month, month_end, numeric
from netjournal.domain.datescan import Clock, Hit, Strength, ordinal
from netjournal.domain.values import Recurrence, Span, Unit, shift

_SHORT = r"([+-]?)(\d{1,9})(d|w|m|y|wks?|mos?|yrs?)"


def count_at(clock: Clock, index: int) -> tuple[int, int] | None:
    """A number in digits or words, and the place after it."""
    key = clock.key(index)
    if key.isascii() and key.isdigit():
        return int(key[:12]), index + 1
    if clock.spells(index, "a", "couple", "of"):
        return 2, index + 3
    if clock.spells(index, "couple", "of"):
        return 2, index + 2
    if clock.spells(index, "a", "couple"):
        return 2, index + 2
    if key in dw.NUMBERS:
        return dw.NUMBERS[key], index + 1
    return None


def span_words(clock: Clock, index: int) -> tuple[int, Unit, int] | None:
    """``2 weeks``, ``a fortnight``, ``half a year``."""
    if clock.spells(index, "half", "a", "year"):
        return 6, Unit.MONTHS, index + 3
    count = count_at(clock, index)
    if count is None:
        return None
    n, at = count
    if clock.key(at) not in dw.UNITS or not clock.joined(at - 1):
        return None
    factor, unit = dw.UNITS[clock.key(at)]
    return n * factor, unit, at + 1


def _moved(clock: Clock, n: int, unit: Unit, times: int, stop: int) -> Hit:
    if n == 0 and unit is Unit.DAYS:
        return Hit(stop, clock.today)
    try:
        return Hit(stop, shift(clock.today, Span(n, unit), times))
    except ValueError:
        return Hit(stop, problem=f"{n} {unit} is not between 1 day and 100 years.")


def relative(clock: Clock, index: int) -> Hit | None:
    """``today``, ``day before yesterday``, ``last night``."""
    for length in (4, 3, 2, 1):
        words = tuple(clock.key(at) for at in range(index, index + length))
        if words in dw.RELATIVE and clock.spells(index, *words):
            return Hit(index + length, clock.today + timedelta(days=dw.RELATIVE[words]))
    return None


def ago(clock: Clock, index: int) -> Hit | None:
    """``3 weeks ago``, ``2 weeks from now``."""
    span = span_words(clock, index)
    if span is None:
        return None
    n, unit, at = span
    if clock.key(at) == "ago":
        return _moved(clock, n, unit, -1, at + 1)
    if clock.key(at) == "from" and clock.key(at + 1) in {"now", "today"}:
        return _moved(clock, n, unit, 1, at + 2)
    return None


def ahead(clock: Clock, index: int) -> Hit | None:
    """``in two weeks``, ``within 3 days``, ``in 2 weeks' time``."""
    span = span_words(clock, index + 1)
    if span is None or not clock.joined(index):
        return None
    n, unit, at = span
    if clock.key(at) == "time" and clock.joined(at - 1):
        at += 1
    return _moved(clock, n, unit, 1, at)


def short(clock: Clock, index: int) -> Hit | None:
    """``2w``, ``+3d``, ``2w ago``; the sign makes it sure."""
    match = re.fullmatch(_SHORT, clock.key(index))
    if match is None:
        return None
    sign, count, letter = match.groups()
    unit = dw.SHORT_UNITS[letter[0]]
    if not sign and clock.key(index + 1) == "ago":
        return _moved(clock, int(count), unit, -1, index + 2)
    if not sign and clock.past:
        return None
    hit = _moved(clock, int(count), unit, -1 if sign == "-" else 1, index + 1)
    return hit if sign else hit._replace(strength=Strength.SHORT)


def weekday_named(clock: Clock, which: str, number: int) -> date:
    """The day of a weekday name: never today, ``next`` that of the following week."""
    today = clock.today
    monday = today - timedelta(days=today.weekday())
    before = today - timedelta(days=(today.weekday() - number - 1) % 7 + 1)
    after = today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)
    if which in {"last", "past"}:
        return before
    if which == "next":
        return monday + timedelta(days=7 + number)
    if which == "this":
        this = monday + timedelta(days=number)
        if this > today or (clock.past and this < today):
            return this
    if which == "coming":
        return after
    return before if clock.past else after


def weekday(clock: Clock, index: int) -> Hit | None:
    """``friday``, ``last tuesday``, ``next friday``, ``friday week``, ``friday, 13 march``."""
    which, at = "", index
    if clock.key(index) in {"last", "past", "next", "this", "coming"}:
        which, at = clock.key(index), index + 1
        if not clock.joined(index):
            return None
    name = clock.key(at)
    if name not in dw.WEEKDAYS:
        return None
    number = dw.WEEKDAYS[name]
    if not which and clock.joined(at, ","):
        dated = _dated(clock, at + 1, number)
        if dated is not None:
            return dated
    day = weekday_named(clock, which, number)
    if clock.spells(at, name, "week") and not which:
        return Hit(at + 2, weekday_named(clock, "coming", number) + timedelta(days=7))
    if which:
        return Hit(at + 1, day)
    wordlike = name in dw.WORDLIKE_DAYS
    return Hit(at + 1, day, strength=Strength.SHORT if wordlike else Strength.DAY)


def _dated(clock: Clock, index: int, number: int) -> Hit | None:
    """The day behind a weekday; one ahead, for what happened, only if the weekday says so."""
    hit = day_and_month(clock, index) or numeric(clock, index)
    if hit is None or hit.day is None or hit.day.weekday() == number:
        return hit
    if clock.past and not hit.year_written:
        ahead_of = clock._replace(past=False)
        other = day_and_month(ahead_of, index) or numeric(ahead_of, index)
        if other is not None and other.day is not None and other.day.weekday() == number:
            return other
    day = hit.day
    said = f"{day.day} {dw.MONTH_NAMES[day.month - 1]} {day.year}"
    really, typed = dw.WEEKDAY_NAMES[day.weekday()], dw.WEEKDAY_NAMES[number]
    return hit._replace(day=None, problem=f"{said} is a {really}, not a {typed}.")


def period(clock: Clock, index: int) -> Hit | None:
    """``last week``, ``next month``, ``this weekend``."""
    which, what = clock.key(index), clock.key(index + 1)
    if which not in {"last", "next", "this"} or not clock.joined(index):
        return None
    if what == "weekend":
        return Hit(index + 2, _weekend(clock, which))
    if what not in dw.UNITS or not what.endswith(("week", "month", "year", "fortnight", "quarter")):
        return None
    n, unit = dw.UNITS[what]
    if which == "this":
        if clock.past:
            return Hit(index + 2, clock.today)
        return Hit(index + 2, _edge_of_current(clock, unit))
    return _moved(clock, n, unit, -1 if which == "last" else 1, index + 2)


def _weekend(clock: Clock, which: str) -> date:
    saturday = clock.today + timedelta(days=5 - clock.today.weekday())
    if which == "next":
        return saturday + timedelta(days=7)
    if which == "last":
        return saturday - timedelta(days=7)
    return saturday if clock.past else max(saturday, clock.today)


def _edge_of_current(clock: Clock, unit: Unit) -> date:
    today = clock.today
    if unit is Unit.WEEKS:
        friday = today + timedelta(days=4 - today.weekday())
        return friday if friday >= today else friday + timedelta(days=2)
    if unit is Unit.MONTHS:
        return month_end(today.year, today.month)
    return date(today.year, 12, 31)


def every(clock: Clock, index: int) -> Hit | None:
    """``every 6 weeks``, ``every other monday``, ``every 2 months fixed``."""
    if not clock.joined(index):
        return None
    at, n = index + 1, 1
    key = clock.key(at)
    nth_of_month = key == "last"
    if key == "other":
        n, at = 2, at + 1
    elif (nth := ordinal(key)) is not None:
        n, at = nth, at + 1
    elif key in dw.ORDINALS and dw.ORDINALS[key] > 0 and clock.key(at + 1) not in dw.MONTHS:
        n, at = dw.ORDINALS[key], at + 1
        nth_of_month = n == 1
    elif (count := count_at(clock, at)) is not None:
        n, at = count
    if not clock.joined(at - 1):
        return None
    name = clock.key(at)
    if name in dw.WEEKDAYS and (nth_of_month or _goes_on(clock, at)):
        said = " ".join(clock.key(each) for each in range(index, at + 1))
        message = f"“{said} …” cannot be repeated: write every monday, or every 4 weeks."
        return Hit(at + 1, problem=message)
    if name in dw.WEEKDAYS and clock.key(at + 1) != "of":
        return _recurring(
            clock, n, Unit.WEEKS, at + 1, weekday_named(clock, "coming", dw.WEEKDAYS[name])
        )
    if name in dw.UNITS:
        factor, unit = dw.UNITS[name]
        return _recurring(clock, n * factor, unit, at + 1)
    return None


def _goes_on(clock: Clock, index: int) -> bool:
    """“every monday and thursday”, “every friday of the month”."""
    after = clock.key(index + 1)
    more = after in {"and", "or"} and clock.key(index + 2) in dw.WEEKDAYS
    return more or (after == "of" and clock.key(index + 2) == "the")


def once(clock: Clock, index: int) -> Hit | None:
    """``once a month``, ``once every 6 weeks``."""
    if clock.key(index + 1) == "every":
        return every(clock, index + 1)
    unit = clock.key(index + 2)
    if clock.key(index + 1) not in {"a", "per"} or unit not in dw.UNITS:
        return None
    n, which = dw.UNITS[unit]
    return _recurring(clock, n, which, index + 3)


def regularly(clock: Clock, index: int) -> Hit | None:
    """``monthly``, ``weekly``, ``yearly``."""
    n, unit = dw.REGULAR[clock.key(index)]
    hit = _recurring(clock, n, unit, index + 1)
    return hit._replace(strength=Strength.SHORT)


def _recurring(clock: Clock, n: int, unit: Unit, stop: int, anchored: date | None = None) -> Hit:
    """By the calendar when ``fixed`` is said, or when it is a day of the week."""
    try:
        span = Span(n, unit)
    except ValueError:
        return Hit(stop, problem=f"Every {n} {unit} is not between 1 day and 100 years.")
    fixed = anchored is not None
    if clock.key(stop) == "fixed" and clock.joined(stop - 1):
        fixed, stop = True, stop + 1
    return Hit(stop, anchored or span.after(clock.today), every=Recurrence(span, fixed))
