"""Rows of a list before they are drawn: cells with styles, and columns that share the room."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import overload

from netjournal.text import char_width, fit, safe_block, safe_line, width
from netjournal.tuples import NamedTuple

GAP = 2
_MEASURED = 60
_READABLE = 8
_FRONT = 14
"""Cells that a text keeps beside what stands at its right edge."""
MOST_WRAPPED = 40
"""Lines a wrapped text may take."""


class Cell(NamedTuple):
    """A piece of text with the name of its style: ``muted``, ``accent``, ``due``."""

    text: str
    style: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a list, or several where its last cell wraps.

    With fewer cells than there are columns, the last one takes all the room that is left; one cell
    more than columns stands at the right edge of the last column.
    """

    cells: tuple[Cell, ...] = ()
    key: str = ""
    """What it is, the same after a change; empty: it cannot be highlighted."""
    target: object = None
    """What acts on it are about."""
    flow: bool = False
    """Cells follow each other instead of standing in columns."""
    wrap: bool = False
    recent: bool = False
    """The second cell, a sign a cell, runs from old to new: it is cut at its beginning."""


BLANK = Row()


def said(text: str, style: str = "muted") -> Row:
    """A sentence across the list."""
    return Row((Cell(text, style),), flow=True, wrap=True)


@dataclass(frozen=True, slots=True)
class Column:
    """How much room a column takes."""

    most: int
    least: int = 4
    grows: bool = False
    """Takes the room that is left."""
    needs: int = 0
    """Shown only if the list has so many cells."""
    yields: float = 1.0
    """How soon it gives room away, compared with others as wide."""


CARD_COLUMNS = (Column(12, 6), Column(60, 10, grows=True))
"""Of a card: label, value."""


class Lazy(Sequence[Row]):
    """Rows of a long list, each made when it is first drawn."""

    def __init__(
        self,
        keys: Sequence[str],
        make: Callable[[int], Row],
        made: dict[str, Row] | None = None,
    ) -> None:
        """``made`` holds rows by their keys: of lists that share it a key is the same row."""
        self.keys = keys
        self._make = make
        self.made: dict[str, Row] = {} if made is None else made

    def __len__(self) -> int:
        return len(self.keys)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        if isinstance(index, slice):
            return [self[place] for place in range(*index.indices(len(self)))]
        key = self.keys[index]
        row = self.made.get(key)
        if row is None:
            row = self.made[key] = self._make(index)
        return row


def measured(rows: Sequence[Row], columns: Sequence[Column]) -> list[int]:
    """The room each column would like; of a long list only the beginning is measured."""
    wanted = [0] * len(columns)
    for row in rows[:_MEASURED] if isinstance(rows, Lazy) else rows:
        if not row.flow:
            spans = len(row.cells) < len(columns)
            cells = row.cells[:-1] if spans else row.cells[: len(columns)]
            for place, cell in enumerate(cells):
                wanted[place] = max(wanted[place], width(cell.text))
    return [min(want, column.most) for want, column in zip(wanted, columns, strict=True)]


def shared(columns: Sequence[Column], wanted: Sequence[int], room: int) -> list[int]:
    """The cells each column gets of the room; 0 hides it. The widest yield first."""
    given = [
        want if room >= column.needs else 0 for column, want in zip(columns, wanted, strict=True)
    ]

    def over() -> int:
        return sum(given) + GAP * (sum(map(bool, given)) - 1) - room

    while over() > 0:
        yielding = [p for p, column in enumerate(columns) if given[p] > column.least]
        if not yielding:
            break
        given[max(yielding, key=lambda p: given[p] * columns[p].yields)] -= 1
    left = -over()
    growing = [p for p, column in enumerate(columns) if column.grows and given[p]]
    if left > 0 and growing:
        given[growing[-1]] += left
    return given


def wrapped(text: str, room: int) -> list[str]:
    """A text in lines of at most so many cells, broken at spaces where there are some."""
    lines: list[str] = []
    for paragraph in safe_block(text).split("\n"):
        line, used = "", 0
        for word in paragraph.split(" "):
            for piece in _pieces(word, room):
                need = width(piece)
                if line and used + 1 + need > room:
                    lines.append(line)
                    line, used = piece, need
                else:
                    line, used = (f"{line} {piece}", used + 1 + need) if line else (piece, need)
        lines.append(line)
        if len(lines) >= MOST_WRAPPED:
            return [*lines[: MOST_WRAPPED - 1], "…"]
    return lines


def _pieces(word: str, room: int) -> list[str]:
    if width(word) <= room:
        return [word]
    pieces, piece, used = [], "", 0
    for char in word:
        step = char_width(char)
        if used + step > room and piece:
            pieces.append(piece)
            piece, used = "", 0
        piece += char
        used += step
    return [*pieces, piece]


def drawn(row: Row, given: Sequence[int], room: int) -> list[list[Cell]]:
    """The lines of a row as cells that fill the room exactly."""
    if row.flow or not row.cells:
        if row.wrap and row.cells:
            return _flowing(row.cells, room)
        cells = [Cell(safe_line(text), style) for text, style in row.cells]
        return [_filled(_from_later_on(cells, room) if row.recent else cells, room, GAP)]
    # the last of fewer cells than columns is seen, whichever column it begins in
    spans = len(row.cells) - 1 if len(row.cells) < len(given) else -1
    both = zip(row.cells, given, strict=False)
    visible = [(cell, n) for place, (cell, n) in enumerate(both) if n or place == spans]
    tail = row.cells[-1] if len(row.cells) > len(given) else None
    if not visible:
        return [[Cell(" " * room)]]
    *front, (last, _) = visible
    spent = sum(cells + GAP for _cell, cells in front)
    last_room = max(room - spent, 1)
    head = [Cell(fit(safe_line(text), cells) + " " * GAP, style) for (text, style), cells in front]
    if tail is not None and not row.wrap:
        return [[*head, *_with_tail(last, tail, last_room)]]
    if not row.wrap:
        return [[*head, Cell(fit(safe_line(last.text), last_room), last.style)]]
    end = width(safe_line(tail.text)) + GAP if tail is not None else 0
    if tail is not None and last_room - end < _READABLE:
        tail, end = None, 0
        last = Cell(f"{last.text} · {row.cells[-1].text}", last.style)
    lines = wrapped(last.text, last_room - end) or [""]
    blank = Cell(" " * spent)
    out = [
        [*(head if not place else [blank]), Cell(fit(line, last_room - end), last.style)]
        for place, line in enumerate(lines)
    ]
    if tail is not None:
        ends = [Cell(" " * GAP + safe_line(tail.text), tail.style), Cell(" " * end)]
        out = [[*line, ends[min(place, 1)]] for place, line in enumerate(out)]
    return out


def _with_tail(text: Cell, tail: Cell, room: int) -> list[Cell]:
    """A text, and at the right edge what must not be cut for it."""
    end = safe_line(tail.text)
    cells = min(width(end), max(room // 2, room - GAP - min(width(text.text), _FRONT)))
    if room - cells - GAP < _READABLE:
        return [Cell(fit(end, room), tail.style)]
    front = fit(safe_line(text.text), room - cells - GAP) + " " * GAP
    return [Cell(front, text.style), Cell(fit(end, cells), tail.style)]


def _flowing(cells: Sequence[Cell], room: int) -> list[list[Cell]]:
    """Front cells on the first line, the last one wrapped behind them."""
    *front, last = cells
    head = [Cell(safe_line(text) + " " * GAP, style) for text, style in front]
    spent = sum(width(cell.text) for cell in head)
    lines = wrapped(last.text, max(room - spent, 8))
    return [
        _filled([*(head if not place else [Cell(" " * spent)]), Cell(line, last.style)], room, 0)
        for place, line in enumerate(lines)
    ]


def _from_later_on(cells: Sequence[Cell], room: int) -> Sequence[Cell]:
    """Cells whose second one begins as late as it must, so that there is room for all."""
    front, (text, style), *rest = cells
    lacking = sum(width(cell.text) + GAP for cell in cells) - GAP - room
    return [front, Cell(text[max(0, lacking) :], style), *rest]


def _filled(cells: Sequence[Cell], room: int, gap: int) -> list[Cell]:
    """Cells one behind the other, cut or filled to the room."""
    out: list[Cell] = []
    left = room
    for place, (text, style) in enumerate(cells):
        padded = text + (" " * gap if place < len(cells) - 1 else "")
        if width(padded) > left:
            padded = fit(padded, left)
        out.append(Cell(padded, style))
        left -= width(padded)
        if left <= 0:
            break
    if left > 0:
        out.append(Cell(" " * left))
    return out
