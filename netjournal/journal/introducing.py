"""Acts on introductions: asked, agreed, introduced (given to both), what came of it."""

from __future__ import annotations

from datetime import date

from netjournal.domain.gesture import Change, Table
from netjournal.domain.introduction import Introduction
from netjournal.domain.values import EntryKind, PersonId
from netjournal.errors import UnknownNameError, UsageError
from netjournal.journal.changes import edits
from netjournal.journal.editing import add_note
from netjournal.journal.matching import record_called
from netjournal.journal.snapshot import Snapshot


def introduction_called(beginning: str, snapshot: Snapshot) -> Introduction:
    """The introduction whose id begins so.

    Raises:
        WhoError: no record's id begins so, or several do, or it is another record.
    """
    table, id = record_called(beginning, snapshot)
    one = snapshot.introduction(id) if table is Table.INTRODUCTIONS else None
    if one is None:
        raise UnknownNameError(
            f"{beginning} is no introduction; 'netjournal intro' lists them.", text=beginning
        )
    return one


def asked(snapshot: Snapshot, one: Introduction, person: PersonId) -> list[Change]:
    """One of both was asked.

    Raises:
        UsageError: they are none of both.
    """
    return edits(snapshot, one, state="asked", asked=_added(snapshot, one, one.asked, person))


def agreed(snapshot: Snapshot, one: Introduction, person: PersonId) -> list[Change]:
    """One of both would like it.

    Raises:
        UsageError: they are none of both.
    """
    return edits(snapshot, one, state="asked", agreed=_added(snapshot, one, one.agreed, person))


def introduced(snapshot: Snapshot, one: Introduction, today: date) -> list[Change]:
    """They were brought together; it counts as given to both."""
    changes = edits(snapshot, one, state="introduced", introduced=today)
    if not changes:
        return []
    for person in one.people:
        others = [snapshot.name_of(each) for each in one.people if each != person]
        text = f"introduced to {' and '.join(others)}"
        changes.append(add_note(snapshot.final(person), text, today, EntryKind.GAVE))
    return changes


def came_of_it(snapshot: Snapshot, one: Introduction, text: str) -> list[Change]:
    """What came of it."""
    return edits(snapshot, one, state="outcome", outcome=text)


def thanked(snapshot: Snapshot, one: Introduction) -> list[Change]:
    """It is over, with thanks."""
    return edits(snapshot, one, thanked=True)


def dropped(snapshot: Snapshot, one: Introduction) -> list[Change]:
    """It is let be: one of both would rather not, or it has no point any more."""
    return edits(snapshot, one, state="dropped")


def _added(
    snapshot: Snapshot, one: Introduction, known: tuple[PersonId, ...], person: PersonId
) -> tuple[PersonId, ...]:
    for id in one.people:
        if snapshot.final(id) == person:
            return tuple(dict.fromkeys((*known, id)))
    raise UsageError(f"{snapshot.name_of(person)} is none of the two.")
