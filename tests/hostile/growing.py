"""Reading a line, and finding its days, on growing text that is bait for them.

How much is called is the same on every machine, so the tests ask that; the time, which also tells
what a pattern does within one call, is for ``python -m tests.hostile lines``.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from types import FrameType
from typing import NamedTuple

from netjournal.domain.dates import find_days
from netjournal.domain.settings import Settings
from tests.capture.readings import read
from tests.hostile.patterns import LARGE, SMALL, Growth

LINE_BAIT = (
    " ", "a", "Ana, ", "Ana and ", "promised ", "promised a, ", "#", "#a", "call ", ":", "next: ",
    ". ", '"', "“", "1", "1 ", "1/", "+4 ", "+44 ", "a@", "a@a.", "every ", "at ", "the ", "'s ",
    "3 march ", "Bob's ", "called ", "lunch with Ana ", "mon ", "me: ", "\u0301", "\t", "no ",
    "w/", "-", "2026-", "他",
    "a, Ana and ", "birthday: ", "intro: Ana ", "in 2 ", "had ", "she ",
)  # fmt: skip
DAY_BAIT = (
    "1", "1/", "2026-", "in ", "a ", "first ", "the ", " ", "3 march ", "every 2 ", ",", "1,",
    "end of ", "mon ", "-", "2026-01-01T0",
)  # fmt: skip
_SETTINGS = Settings()


class Reader(NamedTuple):
    """Something that reads a text, and what it is tried with."""

    read: Callable[[str], object]
    bait: tuple[str, ...]
    length: int
    """Of the shorter text, in characters."""


def _days(text: str) -> object:
    found = find_days(text, 0, len(text), date(2026, 3, 11), past=True, settings=_SETTINGS)
    return list(found)


LONGER = 4
"""So many times the shorter text is the longer one; a square takes sixteen times as much."""
READERS: Mapping[str, Reader] = {
    "line": Reader(read, LINE_BAIT, 500),
    "days": Reader(_days, DAY_BAIT, 500),
}


def growth_of_calls(name: str, bait: str) -> float:
    """How many times as many functions, ours and Python's, are called for the longer text."""
    reader = READERS[name]
    return _calls(reader, _text(bait, reader.length * LONGER)) / _calls(
        reader, _text(bait, reader.length)
    )


def growths() -> Iterator[Growth]:
    """What time each bait takes when it is eight times as long; the least of three runs."""
    for name, reader in READERS.items():
        for bait in reader.bait:
            small, large = (
                min(_seconds(reader, _text(bait, length)) for _ in range(3))
                for length in (SMALL, LARGE)
            )
            yield Growth(name, large / max(small, 1e-3), bait, large * 1_000)


def _text(bait: str, length: int) -> str:
    return (bait * length)[:length]


def _calls(reader: Reader, text: str) -> int:
    count = 0

    def one_more(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(one_more)
    try:
        reader.read(text)
    finally:
        sys.setprofile(before)
    return count


def _seconds(reader: Reader, text: str) -> float:
    began = time.process_time()
    reader.read(text)
    return time.process_time() - began
