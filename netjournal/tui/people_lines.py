"""People as rows of a list, each made when it is first drawn."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace

from netjournal.domain.values import PersonId
from netjournal.tui.person_lines import STATE_STYLE
from netjournal.tui.target import Target
from netjournal.tui.widgets.rows import Cell, Column, Lazy, Row
from netjournal.views.doing import person_item
from netjournal.views.people import person_row
from netjournal.views.standings import Standings, Subject

COLUMNS = (
    Column(2, 2),
    Column(28, 12, yields=0.8),
    Column(8, 7, needs=66),
    Column(10, 10, needs=50),
    Column(14, 8, needs=34),
    Column(15, 14, needs=108),
    Column(40, 6, grows=True, needs=56, yields=1.5),
)
"""Sign, name, circle, state, last contact, cadence, organisation and promises."""


def people_lines(
    found: Sequence[Subject], standings: Standings, marked: Container[PersonId] = ()
) -> Lazy:
    """The rows of some people; those marked have a tick for their sign."""

    def make(place: int) -> Row:
        row = _row(found[place], standings)
        if found[place].person.id in marked:
            return replace(row, cells=(Cell("✓", "accent"), *row.cells[1:]))
        return row

    return Lazy([subject.person.id for subject in found], make)


def _row(subject: Subject, standings: Standings) -> Row:
    row = person_row(subject, standings)
    style = STATE_STYLE.get(row.state, "muted") if row.state else "muted"
    promises = f"{row.promises} open" if row.promises else ""
    more = " · ".join(part for part in (row.organisation, promises) if part)
    return Row(
        (
            Cell(row.sign, style),
            Cell(row.name, "strong" if row.circle.in_network else ""),
            Cell(str(row.circle), "muted"),
            Cell(row.state_word, style),
            Cell(row.last or "", "muted"),
            Cell(row.cadence and f"every {row.cadence}", "muted"),
            Cell(more, "muted"),
        ),
        key=row.id,
        target=Target(name=row.name, item=person_item(subject.standing), person=row.id),
    )
