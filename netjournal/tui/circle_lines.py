"""The people of one circle as rows: the parts of each relationship under one another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from netjournal.domain.quality import Band
from netjournal.domain.values import Circle
from netjournal.tui.target import Target
from netjournal.tui.widgets.rows import Cell, Column, Row
from netjournal.views.doing import person_item
from netjournal.views.side_by_side import Beside, side_by_side
from netjournal.views.standings import Standings

COLUMNS = (
    Column(24, 12, yields=0.8),
    Column(7, 7),
    Column(20, 12),
    Column(24, 20, needs=70),
    Column(14, 10, needs=104),
    Column(2, 2, needs=60),
    Column(20, 8, grows=True, needs=92),
)
"""Name, band, silence, who reached out, last real conversation, calibre, gifts."""
_STYLE = {
    Band.STRONG: "good",
    Band.WARM: "good",
    Band.THIN: "soon",
    Band.SILENT: "due",
    Band.NOT_YET: "muted",
}
_TITLES = ("name", "", "silence", "within a year", "last talk", "c", "given and got")


def circle_rows(circle: Circle, standings: Standings, *, discreet: bool = False) -> Iterator[Row]:
    """A row of titles, then everybody; discreet ones by their initials alone."""
    if not discreet:
        yield Row(tuple(Cell(title, "muted") for title in _TITLES))
    for one in side_by_side(circle, standings):
        row = _row(one)
        yield replace(row, cells=row.cells[:1]) if discreet else row


def _row(one: Beside) -> Row:
    person = one.standing.person
    return Row(
        (
            Cell(person.name, "strong"),
            Cell(one.band, _STYLE[one.quality.band]),
            Cell(one.quiet.removeprefix("quiet for ")),
            Cell(one.reached),
            Cell(one.real, "muted"),
            Cell(one.calibre),
            Cell(one.gifts, "muted"),
        ),
        key=person.id,
        target=Target(name=person.name, item=person_item(one.standing), person=person.id),
    )
