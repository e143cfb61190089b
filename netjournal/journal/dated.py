"""The newest of many records, by the day each tells before more of it is read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeVar

from netjournal.store.dated import PLAIN
from netjournal.tuples import NamedTuple

T = TypeVar("T")
_PLAIN = re.compile(PLAIN)
_SPARE = 1_000
"""How many more are kept before the older ones are left out."""


class Stretch(NamedTuple):
    """A stretch of time, and how much of its newest part is wanted."""

    first: str
    """ISO 8601, as the last day; both belong to it."""
    last: str
    most: int | None = None
    """None: all of it."""


def plain_day(day: object) -> str:
    """A day that is written ``2026-03-11`` and so compares as text; nothing for anything else."""
    return day if isinstance(day, str) and _PLAIN.fullmatch(day) else ""


def newest(days: Iterable[tuple[str, T]], stretch: Stretch) -> tuple[list[T], int]:
    """Those of the newest days of a stretch in their order, and how many older ones are left out.

    There are as many as wanted at least, unless there are fewer; all of one day stay together. Of
    whom no plain day is told stays too.
    """
    least, last, most = stretch.first, stretch.last, stretch.most
    kept: list[tuple[str, T]] = []
    older, room = 0, _SPARE if most is None else most + _SPARE
    for pair in days:
        day = pair[0]
        if not day or least <= day <= last:
            kept.append(pair)
            if most is not None and len(kept) > room:
                kept, least = _newest(kept, most, least)
                older += room + 1 - len(kept)
                room = 2 * len(kept) + _SPARE
        elif stretch.first <= day < least:
            older += 1
    if most is not None:
        count = len(kept)
        kept, _ = _newest(kept, most, least)
        older += count - len(kept)
    return [one for _, one in kept], older


def _newest(kept: list[tuple[str, T]], most: int, least: str) -> tuple[list[tuple[str, T]], str]:
    days = sorted((day for day, _ in kept if day), reverse=True)
    if len(days) > most:
        least = days[max(most - 1, 0)]
    return [pair for pair in kept if not pair[0] or pair[0] >= least], least
