"""Rows in columns: as wide as what is in them, giving way where the screen is narrower."""

from __future__ import annotations

from collections.abc import Sequence

from netjournal.cli.output import Output, Piece

_NARROW = 6
"""Cells that a column keeps on the narrowest screen."""

Row = Sequence[Piece]


Least = tuple[int, int]
"""A column that gives way, and the cells it keeps."""


def widths_of(rows: Sequence[Row], room: int | None, shrink: Sequence[Least] = ()) -> list[int]:
    """Cells of each column so that a row fits the room, two cells between columns.

    The columns of ``shrink`` give way in that order, on a narrow screen more than they should; a
    column without cells is left out.
    """
    count = max(map(len, rows), default=0)
    widths = [max((row[i].width for row in rows if i < len(row)), default=0) for i in range(count)]
    if room is None:
        return widths
    narrow = [(column, min(least, _NARROW)) for column, least in reversed(shrink)]
    for column, least in (*shrink, *narrow):
        over = cells_of(widths) - room
        if over > 0 and column < count:
            widths[column] = max(min(least, widths[column]), widths[column] - over)
    return widths


def cells_of(widths: Sequence[int]) -> int:
    """Cells of a row at these widths, with what stands between."""
    return sum(widths) + 2 * max(0, sum(map(bool, widths)) - 1)


def in_columns(row: Row, widths: Sequence[int]) -> list[Piece | str]:
    """A row's pieces at their widths, with what stands between them."""
    parts: list[Piece | str] = []
    for cell, cells in zip(row, widths, strict=False):
        if cells:
            parts += [cell.fitted(cells), "  "]
    return parts[:-1]


def show_table(output: Output, rows: Sequence[Row], shrink: Sequence[Least] = ()) -> None:
    """Print the rows; the columns of ``shrink`` give way as in ``widths_of``."""
    widths = widths_of(rows, output.width, shrink)
    for row in rows:
        output.line(*in_columns(row, widths))
