"""Date rules made of two: ``tuesday next week``, ``a week on friday``, ``monday 16th``."""

from __future__ import annotations

from datetime import date, timedelta

from netjournal.domain import datewords as dw
from netjournal.domain.datemonths import day_and_month, month_end, number_in_month, numeric
from netjournal.domain.datepoints import month_at
from netjournal.domain.datescan import Clock, Hit, Strength, is_time
from netjournal.domain.datespans import count_at, relative, span_words, weekday, weekday_named
from netjournal.domain.values import Span, Unit, shift

_WEEK = timedelta(days=7)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def weekday_of_week(clock: Clock, index: int) -> Hit | None:
    """``tuesday next week``, ``monday of last week``, ``friday in 2 weeks``."""
    number = dw.WEEKDAYS.get(clock.key(index))
    if number is None or not clock.joined(index):
        return None
    at = index + 1 + (clock.key(index + 1) == "of")
    week = _week_at(clock, at)
    if week is None:
        return None
    if clock.key(at) == "in":
        # as “a week on friday”: so many weeks from the coming one
        weeks = week[0] - _monday(clock.today)
        return Hit(week[1], weekday_named(clock, "coming", number) + weeks)
    return Hit(week[1], week[0] + timedelta(days=number))


def week_and_weekday(clock: Clock, index: int) -> Hit | None:
    """``next week tuesday``, ``in 2 weeks on friday``."""
    week = _week_at(clock, index)
    if week is None or not clock.joined(week[1] - 1):
        return None
    at = week[1] + (clock.key(week[1]) == "on")
    number = dw.WEEKDAYS.get(clock.key(at))
    return None if number is None else Hit(at + 1, week[0] + timedelta(days=number))


def _week_at(clock: Clock, index: int) -> tuple[date, int] | None:
    """The Monday of ``next week`` or of the week ``in 2 weeks``, and the place behind it."""
    monday = _monday(clock.today)
    if clock.key(index) in dw.SIDES and clock.spells(index, clock.key(index), "week"):
        return monday + dw.SIDES[clock.key(index)] * _WEEK, index + 2
    if clock.key(index) != "in" or not clock.joined(index):
        return None
    counted = count_at(clock, index + 1)
    if counted is None or counted[0] > dw.MOST_WEEKS or clock.key(counted[1]) not in dw.WEEKS:
        return None
    return monday + counted[0] * _WEEK, counted[1] + 1


def span_from_day(clock: Clock, index: int) -> Hit | None:
    """``a week on tuesday``, ``2 weeks from tomorrow``, ``a week today``."""
    span = span_words(clock, index)
    if span is None or not clock.joined(span[2] - 1):
        return None
    n, unit, at = span
    named = clock.key(at) in {"on", "from"}
    at += named
    day = _near(clock, at)
    if day is None or (not named and clock.key(at) in dw.WEEKDAYS):
        return None
    try:
        return Hit(at + 1, shift(day, Span(n, unit), 1))
    except ValueError:
        return Hit(at + 1, problem=f"{n} {unit} is not between 1 day and 100 years.")


def _near(clock: Clock, index: int) -> date | None:
    """``today``, ``tomorrow``, or the coming weekday of a name."""
    offset = {"today": 0, "tomorrow": 1}.get(clock.key(index))
    if offset is not None:
        return clock.today + timedelta(days=offset)
    number = dw.WEEKDAYS.get(clock.key(index))
    return None if number is None else weekday_named(clock, "coming", number)


def day_and_week(clock: Clock, index: int) -> Hit | None:
    """``tomorrow week``, ``today week``, ``yesterday week``."""
    offset = {"today": 7, "tomorrow": 8, "yesterday": -8}.get(clock.key(index))
    if offset is None or not clock.spells(index, clock.key(index), "week"):
        return None
    return Hit(index + 2, clock.today + timedelta(days=offset))


def before_last(clock: Clock, index: int) -> Hit | None:
    """``friday before last``, ``the week before last``, ``night before last``."""
    at = index + (clock.key(index) == "the")
    what = clock.key(at)
    if not clock.spells(at, what, "before", "last") or (at > index and not clock.joined(index)):
        return None
    if what in dw.WEEKDAYS:
        day = weekday_named(clock, "last", dw.WEEKDAYS[what]) - _WEEK
    elif what == "weekend":
        day = _monday(clock.today) - timedelta(days=9)
    elif what in {"night", "day"}:
        day = clock.today - timedelta(days=2)
    elif what in {"week", "month", "year"}:
        n, unit = dw.UNITS[what]
        day = shift(clock.today, Span(n, unit), -2)
    else:
        return None
    return Hit(at + 3, day)


def weekday_and_number(clock: Clock, index: int) -> Hit | None:
    """``monday 16th``, ``friday the 13th``, ``sat 14``: both must fit one day."""
    number = dw.WEEKDAYS.get(clock.key(index))
    if number is None or not clock.joined(index, ","):
        return None
    at = index + 1 + (clock.key(index + 1) == "the")
    if clock.key(at + 1) in dw.MONTHS or clock.key(at + 1) == "of" or clock.key(at + 1) in dw.UNITS:
        return None
    key = clock.key(at)
    bare = key.isascii() and key.isdigit() and len(key) <= 2 and at == index + 1
    if bare and not _ends(clock, at):
        return None
    wanted = number_in_month(key, bare=bare)
    if wanted is None:
        return None
    near = [_of_month(clock, wanted, past) for past in (clock.past, not clock.past)]
    fitting = next((day for day in near if day and day.weekday() == number), None)
    if fitting is not None:
        return Hit(at + 1, fitting)
    if bare:
        return None
    day = near[0]
    if day is None:
        return Hit(at + 1, problem=f"There is no {key} of the month.")
    said = f"{day.day} {dw.MONTH_NAMES[day.month - 1]} {day.year}"
    really, typed = dw.WEEKDAY_NAMES[day.weekday()], dw.WEEKDAY_NAMES[number]
    return Hit(at + 1, problem=f"{said} is a {really}, not a {typed}.")


def _ends(clock: Clock, index: int) -> bool:
    after = clock.key(index + 1)
    return (
        bool(clock.tokens[index].after) or not after or after in dw.DAY_FOLLOWERS or is_time(after)
    )


def _of_month(clock: Clock, number: int, past: bool) -> date | None:
    """The nearest day of that number, looking one way."""
    first = clock.today.replace(day=1)
    for _ in range(3):
        last = month_end(first.year, first.month)
        if number <= last.day:
            day = first.replace(day=number)
            if day == clock.today or (day < clock.today) == past:
                return day
        first = shift(first, Span(1, Unit.MONTHS), -1 if past else 1)
    return None


def day_in_month(clock: Clock, index: int) -> Hit | None:
    """``1st of next month``, ``last day of march``, ``first day of the month``."""
    at = index + (clock.key(index) == "the")
    which = clock.key(at)
    day_word = clock.key(at + 1) == "day"
    of = at + 1 + day_word
    if clock.key(of) != "of" or not clock.joined(of):
        return None
    number = -1 if which == "last" else dw.ORDINALS.get(which) or number_in_month(which)
    if not number or (number < 0 and not day_word):
        return None
    if clock.key(of + 1) in dw.MONTHS and not day_word:
        return None  # “3rd of march” is a day and month
    month = month_at(clock, of + 1)
    if month is None:
        return None
    return month.picked(clock, lambda first: _number(first, number))


def _number(first: date, number: int) -> date | None:
    last = month_end(first.year, first.month)
    if number < 0:
        return last
    return first.replace(day=number) if number <= last.day else None


def week_of_month(clock: Clock, index: int) -> Hit | None:
    """``first week of may``: its first day, counted from the first of the month."""
    at = index + (clock.key(index) == "the")
    nth = dw.ORDINALS.get(clock.key(at), 0)
    if not -1 <= nth <= 4 or not nth or not clock.spells(at, clock.key(at), "week"):
        return None
    if clock.key(at + 2) not in {"of", "in"}:
        return None
    month = month_at(clock, at + 3)
    if month is None:
        return None
    return month.picked(
        clock,
        lambda first: (
            first + (nth - 1) * _WEEK
            if nth > 0
            else month_end(first.year, first.month) - timedelta(days=6)
        ),
    )


def the_weekend(clock: Clock, index: int) -> Hit | None:
    """``the weekend``: the one behind for what happened, the one ahead for what is due."""
    if not clock.spells(index, "the", "weekend") or clock.key(index + 2) in {"before", "after"}:
        return None
    saturday = _monday(clock.today) + timedelta(days=5)
    behind = clock.past and saturday > clock.today
    day = saturday - _WEEK if behind else saturday
    return Hit(index + 2, day if clock.past else max(day, clock.today), strength=Strength.DAY)


def end_of_day(clock: Clock, index: int) -> Hit | None:
    """``eod`` is today, ``end of day friday`` that friday."""
    length = max((len(words) for words in dw.DAY_ENDS if clock.spells(index, *words)), default=0)
    if not length:
        return None
    after = index + length
    if clock.joined(after - 1):
        for rule in (weekday, relative, day_and_month, numeric):
            hit = rule(clock, after)
            if hit is not None:
                return hit
    return Hit(after, clock.today, strength=Strength.SHORT)


def hours(clock: Clock, index: int) -> Hit | None:
    """``in 2 hours``, ``an hour ago``: today, or so many days off as there are days in it."""
    ahead = clock.key(index) == "in"
    at = index + ahead
    half = clock.spells(at, "half", "an")
    counted = (0, at + 2) if half else count_at(clock, at)
    if counted is None or clock.key(counted[1]) not in dw.HOURS:
        return None
    n, at = counted
    days = timedelta(days=n * dw.HOURS[clock.key(at)] // 24) if n < dw.MOST_HOURS else None
    if days is None:
        return None
    if ahead:
        return Hit(at + 1, clock.today + days)
    return Hit(at + 2, clock.today - days) if clock.key(at + 1) == "ago" else None
