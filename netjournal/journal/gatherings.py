"""Acts on gatherings: planned, people chosen to follow up, nobody more to be chosen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from netjournal.domain.gathered import MOST_CHOSEN
from netjournal.domain.gathering import Gathering
from netjournal.domain.gesture import Change, Table
from netjournal.domain.values import Circle, PersonId
from netjournal.errors import AmbiguousNameError, Candidate, UnknownNameError, UsageError
from netjournal.journal.changes import edits
from netjournal.journal.editing import put_in_circle
from netjournal.journal.snapshot import Snapshot
from netjournal.text import fold


def gathering_called(text: str, snapshot: Snapshot) -> Gathering:
    """The gathering of a name, or of the beginning of an id.

    Raises:
        AmbiguousNameError: several have the name.
        UnknownNameError: none has.
    """
    key = fold(text.strip())
    found = [one for one in snapshot.gatherings() if fold(one.name) == key]
    if not found and text.isdecimal():
        ids = [id for table, id in snapshot.find(text) if table is Table.GATHERINGS]
        found = [one for one in map(snapshot.gathering, ids) if one is not None]
    if len(found) == 1:
        return found[0]
    if not found:
        raise UnknownNameError(
            f"No gathering is called {text!r}. Begin one: netjournal gathering new {text!r}",
            text=text,
        )
    known = tuple(
        Candidate(snapshot.short(one.id), one.name, one.day.isoformat() if one.day else "")
        for one in sorted(found, key=lambda one: (one.day or date.min, one.id))
    )
    listed = "; ".join(f"{one.about} ({one.id})" for one in known)
    raise AmbiguousNameError(
        f"{text!r} is {len(found)} gatherings: {listed}. Write the number of one.",
        text=text,
        candidates=known,
    )


def chosen(
    snapshot: Snapshot,
    gathering: Gathering,
    people: Sequence[PersonId],
    *,
    circle: Circle,
    today: date,
    more: bool = False,
) -> list[Change]:
    """People of a gathering are to be followed up; who is in the rolodex enters the circle.

    Raises:
        UsageError: it would be more than three, and ``more`` does not say that it is meant.
    """
    now = snapshot.gathering(gathering.id) or gathering
    all_ = tuple(dict.fromkeys((*map(snapshot.final, now.chosen), *people)))
    if len(all_) > MOST_CHOSEN and not more:
        raise UsageError(
            f"That would be {len(all_)} people of {now.name}; three can be followed up well. "
            "Choose among them, or say --more."
        )
    known = [snapshot.person(id) for id in people]
    outside = [one.id for one in known if one is not None and not one.circle.in_network]
    return [
        *edits(snapshot, now, chosen=all_),
        *put_in_circle(snapshot, outside, circle, today),
    ]


def unchosen(snapshot: Snapshot, gathering: Gathering, person: PersonId) -> list[Change]:
    """Somebody is not to be followed up after all; the circle stays as it is."""
    kept = tuple(id for id in gathering.chosen if snapshot.final(id) != person)
    return edits(snapshot, gathering, chosen=kept)


def meeting_line(line: str) -> str:
    """What is told of somebody met, ``Ana Ruiz: keen on forms``, as a line of quick add."""
    name, colon, text = line.partition(":")
    return f"{name.strip()}: met, {text.strip()}" if colon else f"{line.strip()}: met"


def settled(snapshot: Snapshot, gathering: Gathering) -> list[Change]:
    """Nobody more of a gathering is to be chosen; they stay findable in the rolodex."""
    return edits(snapshot, gathering, settled=True)
