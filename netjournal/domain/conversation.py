"""A conversation: something that passed between me and people on a day, over a channel."""

from datetime import date

from netjournal.domain.values import (
    NO_EXTRA,
    Channel,
    Direction,
    Extra,
    PersonId,
    RecordId,
    Reply,
)
from netjournal.tuples import NamedTuple


class Conversation(NamedTuple):
    """Something that passed between me and its people on a day."""

    id: RecordId
    made: str
    day: date
    channel: Channel
    direction: Direction
    people: tuple[PersonId, ...] = ()
    mentions: tuple[PersonId, ...] = ()
    """Named and linked; their clocks stay untouched."""
    text: str = ""
    reply: Reply | None = None
    """Only what was said of the answer; the rest is derived (see ``replies``).

    For an inbound call ``none`` is a missed call and ``awaited`` a voicemail.
    """
    broadcast: bool = False
    """A newsletter, a group mail: no contact with anybody."""
    settled: bool = False
    """No reply of mine is needed."""
    topics: tuple[str, ...] = ()
    gathering: RecordId | None = None
    extra: Extra = NO_EXTRA
