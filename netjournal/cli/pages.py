"""Prints a page of sentences and sections, wrapped to the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from netjournal.cli.output import Output, Piece, bold, dim, piece, wrapped

if TYPE_CHECKING:
    from netjournal.views.report import Report, Row, Section

_INDENT = 2
_GAP = 2
_BETWEEN = " · "
_BELOW = 4
_LABELS = 3
"""A column of labels takes at most one part in so many of a line."""


def show(page: Report, output: Output) -> None:
    """Print it."""
    output.sides(bold(page.title), dim(page.figure) if page.figure else piece(""))
    for sentence in page.lead:
        for line in wrapped(sentence, output.width):
            output.line(line)
    for one in page.sections:
        output.line()
        _section(one, output)


def section(one: Section, output: Output) -> None:
    """Print one section alone; nothing where it has no rows."""
    if one.rows:
        _section(one, output)


def _section(one: Section, output: Output) -> None:
    output.line(bold(one.title))
    ids = max((len(row.id) for row in one.rows), default=0)
    labels = max((piece(row.label).width for row in one.rows), default=0) if one.table else 0
    if output.width is not None:
        labels = min(labels, output.width // _LABELS)
    room = None if output.width is None else output.width - _INDENT - labels - _GAP
    for row in one.rows if room is None or not one.recent else _recent(one.rows, room):
        _row(row, ids, labels, output)


def _recent(rows: Sequence[Row], room: int) -> Iterator[Row]:
    """The rows of a drawing from as late on as there is room for."""
    drawn = [row for row in rows if not row.below]
    beside = max(piece(f"{_BETWEEN}{row.detail}").width for row in drawn)
    lacking = max(0, max(len(row.text) for row in drawn) + beside - room)
    for row in rows:
        yield row if row.below else row._replace(text=row.text[lacking:])


def _row(row: Row, ids: int, labels: int, output: Output) -> None:
    head: list[Piece | str] = [dim(row.id).fitted(ids), "  "] if ids else []
    text = row.said
    if labels:
        head += [piece(row.label).fitted(labels), "  "]
        text = row.text
    indent = _BELOW if row.below else _INDENT
    used = indent + (ids + 2 if ids else 0) + (labels + _GAP if labels else 0)
    room = None if output.width is None else output.width - used
    between = _BETWEEN if row.detail and text else ""
    detail = dim(row.detail)
    if room is None or piece(f"{text}{between}{row.detail}").width <= room:
        output.line(*head, text, between, detail, indent=indent)
        return
    first, *more = wrapped(text, room) or [""]
    output.line(*head, first, indent=indent)
    for line in more:
        output.line(line, indent=used)
    for line in wrapped(row.detail, room):
        output.line(dim(line), indent=used)
