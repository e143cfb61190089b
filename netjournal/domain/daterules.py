"""Which date rules may start with which word."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from netjournal.domain import datewords as dw
from netjournal.domain.datecompounds import (
    before_last,
    day_and_week,
    day_in_month,
    end_of_day,
    hours,
    span_from_day,
    the_weekend,
    week_and_weekday,
    week_of_month,
    weekday_and_number,
    weekday_of_week,
)
from netjournal.domain.datemonths import day_and_month, day_of_month, month_alone, numeric
from netjournal.domain.datepoints import edge, holiday, nth_weekday
from netjournal.domain.datescan import Clock, Hit
from netjournal.domain.datespans import (
    ago,
    ahead,
    every,
    once,
    period,
    regularly,
    relative,
    short,
    weekday,
)

Rule = Callable[[Clock, int], Hit | None]

NUMBER_RULES: Final[tuple[Rule, ...]] = (
    numeric, day_and_month, ago, short, nth_weekday, span_from_day, day_in_month, hours,
)  # fmt: skip
"""Those that may start with a digit or sign."""


def _table() -> dict[str, tuple[Rule, ...]]:
    table: dict[str, tuple[Rule, ...]] = {}

    def add(rule: Rule, starts: Iterable[str]) -> None:
        for start in starts:
            if rule not in table.get(start, ()):
                table[start] = (*table.get(start, ()), rule)

    add(relative, (words[0] for words in dw.RELATIVE))
    add(weekday, (*dw.WEEKDAYS, "last", "past", "next", "this", "coming"))
    add(period, ("last", "next", "this"))
    add(ago, (*dw.NUMBERS, "half", "couple"))
    add(ahead, ("in", "within"))
    add(day_and_month, (*dw.MONTHS, *dw.ORDINALS, "the"))
    add(month_alone, (*dw.MONTHS, "last", "next", "this"))
    add(day_of_month, ("the",))
    add(edge, (*dw.EDGES, *dw.SHORT_EDGES, *(f"mid-{month}" for month in dw.MONTHS)))
    add(nth_weekday, dw.ORDINALS)
    add(holiday, (words[0] for words in (*dw.HOLIDAYS, *dw.EASTER)))
    add(every, ("every", "each"))
    add(once, ("once",))
    add(weekday_of_week, dw.WEEKDAYS)
    add(weekday_and_number, dw.WEEKDAYS)
    add(week_and_weekday, ("in", *dw.SIDES))
    add(span_from_day, dw.NUMBERS)
    add(day_and_week, ("today", "tomorrow", "yesterday"))
    add(before_last, (*dw.WEEKDAYS, "the", "weekend", "night", "day", "week", "month", "year"))
    add(day_in_month, ("the", *dw.ORDINALS))
    add(week_of_month, ("the", *dw.ORDINALS))
    add(the_weekend, ("the",))
    add(end_of_day, (words[0] for words in dw.DAY_ENDS))
    add(hours, ("in", "half", *dw.NUMBERS))
    add(regularly, dw.REGULAR)
    return table


RULES: Final = _table()
"""The rules by the word they may start with."""


def longest(clock: Clock, index: int) -> Hit | None:
    """The longest date phrase that starts at a word."""
    best: Hit | None = None
    for rule in RULES.get(clock.key(index), NUMBER_RULES if clock.digit_at(index) else ()):
        hit = rule(clock, index)
        if hit is not None and (best is None or hit.stop > best.stop):
            best = hit
    return best
