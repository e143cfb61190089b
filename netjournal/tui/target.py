"""What an act is about: the thing behind a highlighted row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netjournal.domain.draft import Draft
from netjournal.domain.gesture import Table
from netjournal.domain.item import Group, Item
from netjournal.domain.values import Circle, PersonId
from netjournal.tuples import NamedTuple

if TYPE_CHECKING:
    from netjournal.views.report import Part


class Target(NamedTuple):
    """What an act on a row is about."""

    name: str = ""
    """Whom or what, for the words of the act."""
    item: Item | None = None
    """What done, snooze and drop take."""
    person: PersonId | None = None
    record: tuple[Table, str] | None = None
    """What edit and remove take; None means the person."""
    text: str = ""
    """What copy takes; empty means the best way to reach the person."""
    draft: Draft | None = None
    more: Group | None = None
    folds: str = ""
    """What opening the row folds or unfolds."""
    people: tuple[PersonId, ...] = ()
    """Everybody behind a figure."""
    parts: tuple[Part, ...] = ()
    """The figures of a line that holds several, each with its people."""
    circle: Circle | None = None
    """The circle whose people stand side by side."""
