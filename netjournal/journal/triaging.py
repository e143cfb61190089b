"""Going through the rolodex: each answer about one person as changes, for ``Journal.act``."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from netjournal.clock import now
from netjournal.domain.conversation import Conversation
from netjournal.domain.days import share
from netjournal.domain.gesture import Change
from netjournal.domain.person import Person
from netjournal.domain.values import Channel, Circle, Direction, PersonId, Span
from netjournal.journal.changes import created, edits, new_id
from netjournal.journal.snapshot import Snapshot

LATER = 30
"""Days until somebody put off is asked about again."""


class Spoke(StrEnum):
    """When we last spoke, as far as one remembers."""

    MONTH = "this month"
    YEAR = "this year"
    LONGER = "longer ago"
    NEVER = "never"


_AGO = {Spoke.MONTH: (0, 30), Spoke.YEAR: (31, 365), Spoke.LONGER: (366, 366)}
"""Days ago, from and to; of what is longer ago no more is claimed than that it is a year."""


def taken_in(
    snapshot: Snapshot,
    id: PersonId,
    circle: Circle,
    *,
    spoke: Spoke | None,
    cadence: Span | None,
    today: date,
) -> list[Change]:
    """Put somebody of the rolodex in a circle, with what is remembered of the last contact.

    However long ago that was, a sitting makes no wall: who entered a circle among many on one day
    comes up on a day of their own within the cadence (``standing``).
    """
    person = snapshot.person_to_change(id)
    talk = remembered(person, spoke, today) if spoke else None
    changes = edits(
        snapshot, person, circle=circle, circle_since=today, cadence=cadence or person.cadence,
        snoozed=None, snoozed_on=None,
    )  # fmt: skip
    return [*changes, created(talk)] if talk else changes


def remembered(person: Person, spoke: Spoke, today: date) -> Conversation | None:
    """The contact that is only remembered, on a day within the time that was said; None for never.

    The day is the person's own and stays the same, so that a sitting of twenty makes no wall.
    """
    if spoke not in _AGO:
        return None
    least, most = _AGO[spoke]
    ago = least + int((most - least + 1) * share(person.id))
    return Conversation(
        id=new_id(),
        made=now(),
        day=today - timedelta(days=ago),
        channel=Channel.OTHER,
        direction=Direction.MUTUAL,
        people=(person.id,),
        text=f"last spoke {spoke}, from memory; the day is a guess",
    )


def left(snapshot: Snapshot, id: PersonId, today: date) -> list[Change]:
    """Leave somebody in the rolodex, and ask no more."""
    return edits(
        snapshot, snapshot.person_to_change(id), circle_since=today, snoozed=None, snoozed_on=None
    )


def put_off(snapshot: Snapshot, id: PersonId, today: date) -> list[Change]:
    """Ask about somebody again in a month."""
    until = today + timedelta(days=LATER)
    return edits(snapshot, snapshot.person_to_change(id), snoozed=until, snoozed_on=today)


def is_asked(person: Person, today: date) -> bool:
    """Whether somebody of the rolodex is still to be decided about."""
    if person.circle.in_network or person.circle_since is not None or person.died:
        return False
    resting = person.rest is not None and person.rest.holds(today)
    return not resting and (person.snoozed is None or person.snoozed <= today)
