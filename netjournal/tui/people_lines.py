"""People as rows of a list, each made when it is first drawn, in the columns that were chosen."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import overload

from netjournal.domain.values import PersonId
from netjournal.tui.person_lines import STATE_STYLE
from netjournal.tui.target import Target
from netjournal.tui.widgets.headed_lines import Heading
from netjournal.tui.widgets.rows import Cell, Column, Lazy, Row
from netjournal.views.doing import person_item
from netjournal.views.people import PersonRow, person_row
from netjournal.views.standings import Standings, Subject

SIGN = Column(2, 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleColumn:
    """One column of the list: its heading, its room, what stands in it."""

    title: str
    room: Column
    cell: Callable[[PersonRow], Cell]
    sort: str = ""
    """The order that a click on the heading asks for; empty for none."""


def _muted(read: Callable[[PersonRow], str]) -> Callable[[PersonRow], Cell]:
    return lambda row: Cell(read(row), "muted")


def _state_style(row: PersonRow) -> str:
    return STATE_STYLE.get(row.state, "muted") if row.state else "muted"


BY_ID: Mapping[str, PeopleColumn] = {
    "name": PeopleColumn(
        title="name", room=Column(28, 14, yields=0.8), sort="name",
        cell=lambda row: Cell(row.name, "strong" if row.circle.in_network else ""),
    ),
    "circle": PeopleColumn(
        title="circle", room=Column(9, 7, needs=66), sort="circle",
        cell=_muted(lambda row: str(row.circle)),
    ),
    "state": PeopleColumn(
        title="state", room=Column(10, 10, needs=50), sort="state",
        cell=lambda row: Cell(row.state_word, _state_style(row)),
    ),
    "last": PeopleColumn(
        title="last", room=Column(14, 8, needs=34), sort="last", cell=_muted(lambda row: row.last),
    ),
    "cadence": PeopleColumn(
        title="every", room=Column(10, 8, needs=100), sort="cadence",
        cell=_muted(lambda row: row.cadence),
    ),
    "promises": PeopleColumn(
        title="promises", room=Column(10, 6, needs=84), sort="promises",
        cell=_muted(lambda row: f"{row.promises} open" if row.promises else ""),
    ),
    "calibre": PeopleColumn(
        title="calibre", room=Column(9, 4, needs=76), sort="calibre",
        cell=_muted(lambda row: str(row.calibre or "")),
    ),
    "city": PeopleColumn(
        title="city", room=Column(18, 6, needs=66), sort="city", cell=_muted(lambda row: row.city),
    ),
    "birthday": PeopleColumn(
        title="birthday", room=Column(18, 8, needs=76), sort="birthday",
        cell=_muted(lambda row: row.birthday),
    ),
    "phone": PeopleColumn(
        title="phone", room=Column(20, 8, needs=66),
        cell=_muted(lambda row: row.phones[0] if row.phones else ""),
    ),
    "email": PeopleColumn(
        title="email", room=Column(30, 10, needs=66),
        cell=_muted(lambda row: row.emails[0] if row.emails else ""),
    ),
    "topics": PeopleColumn(
        title="topics", room=Column(24, 6, needs=66), sort="topics",
        cell=_muted(lambda row: ", ".join(row.topics)),
    ),
    "organisation": PeopleColumn(
        title="organisation", room=Column(40, 6, grows=True, needs=56, yields=1.5),
        sort="organisation", cell=_muted(lambda row: row.organisation),
    ),
}  # fmt: skip
"""Every column there is, in the order in which they stand."""
CHOSEN = ("name", "circle", "state", "last", "cadence", "promises", "organisation")
"""Those shown until others are chosen."""


def columns_of(chosen: Sequence[str]) -> tuple[PeopleColumn, ...]:
    """The chosen columns in their order."""
    return tuple(column for id, column in BY_ID.items() if id in chosen)


def headings(chosen: Sequence[str]) -> tuple[Heading, ...]:
    """The headings of the chosen columns, the one over the signs first."""
    return (Heading("", SIGN), *(Heading(c.title, c.room, c.sort) for c in columns_of(chosen)))


def people_lines(
    found: Sequence[Subject],
    standings: Standings,
    marked: Container[PersonId] = (),
    chosen: Sequence[str] = CHOSEN,
    made: dict[str, Row] | None = None,
) -> Lazy:
    """The rows of some people; those marked have a tick for their sign.

    ``made`` holds the rows of lists with the same standings, marks and columns.
    """
    columns = columns_of(chosen)

    def make(place: int) -> Row:
        row = person_row(found[place], standings)
        sign = (
            Cell("✓", "accent") if row.id in marked else Cell(row.sign.strip(), _state_style(row))
        )
        return Row(
            (sign, *(column.cell(row) for column in columns)),
            key=row.id,
            target=Target(name=row.name, item=person_item(found[place].standing), person=row.id),
        )

    return Lazy(_Ids(found), make, made)


class PeopleRows:
    """Rows that are kept while nothing but the filter changes, and with them how they are drawn."""

    def __init__(self) -> None:
        self._of: tuple[object, ...] = ()
        self._made: dict[str, Row] = {}

    def of(
        self,
        found: Sequence[Subject],
        standings: Standings,
        marked: Container[PersonId],
        chosen: Sequence[str],
    ) -> Lazy:
        """The rows of some people, those from before where they are the same."""
        shown = (standings, marked, chosen)
        if shown != self._of:
            self._of, self._made = shown, {}
        return people_lines(found, standings, marked, chosen, self._made)


class _Ids(Sequence[str]):
    """The ids of people, each read when it is asked for: a filter lists thousands at each key."""

    def __init__(self, found: Sequence[Subject]) -> None:
        self._found = found

    def __len__(self) -> int:
        return len(self._found)

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[str]: ...
    def __getitem__(self, index: int | slice) -> str | Sequence[str]:
        if isinstance(index, slice):
            return [subject.person.id for subject in self._found[index]]
        return self._found[index].person.id

    def __iter__(self) -> Iterator[str]:
        return (subject.person.id for subject in self._found)
