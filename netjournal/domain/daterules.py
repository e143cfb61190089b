"""Which date rules may start with which word."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from netjournal.domain import datewords as dw
from netjournal.domain.datemonths import day_and_month, day_of_month, month_alone, numeric
from netjournal.domain.datepoints import edge, holiday, nth_weekday
from netjournal.domain.datescan import Clock, Hit
from netjournal.domain.datespans import (
    ago,
    ahead,
    every,
    period,
    regularly,
    relative,
    short,
    weekday,
)

Rule = Callable[[Clock, int], Hit | None]

NUMBER_RULES: Final[tuple[Rule, ...]] = (numeric, day_and_month, ago, short, nth_weekday)
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
    add(edge, (*dw.EDGES, *(f"mid-{month}" for month in dw.MONTHS)))
    add(nth_weekday, dw.ORDINALS)
    add(holiday, (words[0] for words in (*dw.HOLIDAYS, *dw.EASTER)))
    add(every, ("every", "each"))
    add(regularly, dw.REGULAR)
    return table


RULES: Final = _table()
"""The rules by the word they may start with."""
