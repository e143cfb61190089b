"""The week's five as rows: beside Today where there is room, else folded at its end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from netjournal.tui.target import Target
from netjournal.tui.widgets.rows import BLANK, Cell, Column, Row
from netjournal.views.doing import person_item
from netjournal.views.standings import Standings

if TYPE_CHECKING:
    from netjournal.views.week import WeekLine

WEEK_COLUMNS = (Column(1, 1), Column(24, 8), Column(60, 19, grows=True))
"""Tick, name, reason."""
TITLE = "This week's five"
FOLD = "week"
"""The key of the row that folds and unfolds them."""


def week_rows(
    week: Sequence[WeekLine], standings: Standings, *, discreet: bool = False
) -> Iterator[Row]:
    """A row each; acts on it are about the person."""
    for line in week:
        person = standings.snapshot.person(line.person)
        if person is None:
            continue
        style = "good" if line.done else "muted"
        # how often it should be is on the person's page: here there is little room
        reason = "" if discreet else line.reason.partition(", every")[0]
        yield Row(
            (Cell(line.sign, style), Cell(line.name, "" if line.done else "strong"),
             Cell(reason, style)),
            key=f"week {line.person}",
            target=Target(
                name=line.name,
                item=person_item(standings.subject(person).standing),
                person=line.person,
            ),
        )  # fmt: skip


def folded_rows(
    week: Sequence[WeekLine], standings: Standings, *, opened: bool, discreet: bool = False
) -> Iterator[Row]:
    """A group of the list, one line until it is opened."""
    if not week:
        return
    ticks = " ".join(line.sign for line in week)
    yield BLANK
    yield Row(
        (Cell(TITLE, "group"), Cell(ticks, "good"), Cell("" if opened else "enter shows", "muted")),
        key=FOLD,
        target=Target(name=TITLE, folds=FOLD),
        flow=True,
    )
    if opened:
        for row in week_rows(week, standings, discreet=discreet):
            tick, name, reason = row.cells
            yield Row((tick, Cell("week", "muted"), name, reason), row.key, row.target)


def week_title(week: Sequence[WeekLine]) -> str:
    """The title with how many are done, as in ``This week's five · 2 done``."""
    done = sum(line.done is not None for line in week)
    return f"{TITLE} · {done} done" if done else TITLE
