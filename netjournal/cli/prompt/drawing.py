"""The rows of a prompt: the line in the terminal's width, what it is read as below it. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final
from unicodedata import category

from netjournal.cli.output import wrapped
from netjournal.cli.prompt.buffer import Buffer, clusters
from netjournal.text import fit, safe_block, width
from netjournal.tuples import NamedTuple

_UNDERLINED, _PLAIN, _DIM = "\x1b[4m", "\x1b[m", "\x1b[2m"  # SGR, ECMA-48 §8.3.117
_FEWEST: Final = 10
"""Cells below which nothing is laid out any more."""


class Live(NamedTuple):
    """How the line is read now."""

    lines: Sequence[str] = ()
    """One fact a line."""
    places: Sequence[tuple[int, int]] = ()
    """What is wrong with the text: characters to mark."""
    ready: bool = False
    """It can be stored, or asked about."""


class Drawing(NamedTuple):
    """Rows to write, and where the cursor stands among them."""

    rows: Sequence[str]
    row: int
    column: int


def drawn(
    question: str, buffer: Buffer, live: Live, *, columns: int, height: int, plain: bool = False
) -> Drawing:
    """The prompt, the line wrapped and marked, and below it as much of the reading as fits."""
    columns = max(_FEWEST, columns)
    rows, row, column = _wrapped(question, buffer, live.places, columns)
    room = max(1, height - 1 - min(len(live.lines), max(1, height // 2)))
    first = max(0, min(row - room + 1, len(rows) - room))
    shown = rows[first : first + room]
    below = [row for line in live.lines for row in _told(line, columns)]
    below = below[: max(0, height - 1 - len(shown))]
    if not plain:
        below = [f"{_DIM}{line}{_PLAIN}" for line in below]
    return Drawing([*shown, *below], row - first, column)


def _told(line: str, columns: int) -> list[str]:
    """A sentence below the line, in as many rows as it needs."""
    rows = wrapped(line, columns - 3) or [""]
    return [fit(f"  {row}", columns - 1).rstrip() for row in rows]


def cells_of(cluster: str) -> int:
    """Cells of one cluster: an emoji with what belongs to it takes those of its widest part."""
    seen = _seen(cluster)
    if category(cluster[0]) == "So":
        return max(map(width, seen), default=0)
    return width(seen)


def _seen(cluster: str) -> str:
    """What is drawn of a cluster: a space is one, and what is hidden is nothing."""
    return safe_block(cluster).replace("\n", "\u2424")


def _wrapped(
    question: str, buffer: Buffer, places: Sequence[tuple[int, int]], columns: int
) -> tuple[list[str], int, int]:
    rows, used = [question], width(question)
    if used > columns // 2:
        rows, used = [question, ""], 0
    at, here = 0, (len(rows) - 1, used)
    for cluster in clusters(buffer.text):
        cells = cells_of(cluster)
        if used + cells > columns - 1:
            rows.append("")
            used = 0
        if at == buffer.cursor:
            here = (len(rows) - 1, used)
        marked = any(start <= at < end for start, end in places)
        seen = _seen(cluster)
        rows[-1] += f"{_UNDERLINED}{seen}{_PLAIN}" if marked and cells else seen
        used += cells
        at += len(cluster)
    if buffer.cursor >= at:
        here = (len(rows) - 1, used)
    return rows, *here
