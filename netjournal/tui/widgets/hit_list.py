"""A list of what was found, with the words that were looked for lit."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import ClassVar

from netjournal.text import fold
from netjournal.tui.widgets.lines import LineList
from netjournal.tui.widgets.rows import Cell

_LIT = "hit"


class HitList(LineList):
    """Lights words wherever they stand in a row, case and accents folded."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"lines--{_LIT}"}
    DEFAULT_CSS = "HitList > .lines--hit { color: $accent; text-style: bold underline; }"

    words: Collection[str] = ()
    """Folded; given before the rows."""

    def _lines(self, place: int) -> list[list[Cell]]:
        return [
            [piece for cell in line for piece in lit(cell, self.words)]
            for line in super()._lines(place)
        ]


def lit(cell: Cell, words: Collection[str]) -> Iterator[Cell]:
    """A cell in pieces: the words in the style of a hit, the rest in its own."""
    start = 0
    for begin, end in _places(cell.text, words):
        if begin > start:
            yield Cell(cell.text[start:begin], cell.style)
        yield Cell(cell.text[begin:end], _LIT)
        start = end
    if start < len(cell.text) or not start:
        yield Cell(cell.text[start:], cell.style)


def _places(text: str, words: Collection[str]) -> Iterator[tuple[int, int]]:
    """Where the words stand, from left to right, the longest where several begin."""
    folded, origin = "", []
    for place, char in enumerate(text):
        part = fold(char)
        folded += part
        origin += [place] * len(part)
    at = 0
    while at < len(folded):
        length = max(
            (len(word) for word in words if word and folded.startswith(word, at)), default=0
        )
        if length:
            end = at + length
            yield origin[at], origin[end] if end < len(origin) else len(text)
        at += length or 1
