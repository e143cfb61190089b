"""Something sent to many at once, as a record."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from netjournal.clock import now
from netjournal.domain.conversation import Conversation
from netjournal.domain.gesture import Change
from netjournal.domain.values import Channel, Direction, PersonId
from netjournal.journal.changes import created, new_id


def broadcast(text: str, day: date, channel: Channel, people: Sequence[PersonId]) -> Change:
    """What I sent, which is no contact with anybody; ``people`` are those it went to."""
    return created(
        Conversation(
            id=new_id(),
            made=now(),
            day=day,
            channel=channel,
            direction=Direction.OUTBOUND,
            people=tuple(people),
            text=text,
            broadcast=True,
        )
    )
