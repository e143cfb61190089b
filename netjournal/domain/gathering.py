"""A gathering: an event where I meet people."""

from datetime import date

from netjournal.domain.values import NO_EXTRA, Extra, PersonId, RecordId
from netjournal.tuples import NamedTuple


class Gathering(NamedTuple):
    """An event where I meet people; who was met is derived from the conversations that name it."""

    id: RecordId
    made: str
    name: str
    day: date | None = None
    until: date | None = None
    place: str = ""
    kind: str = ""
    aim: tuple[str, ...] = ()
    """Whom I hope to talk with: one to three, by name or by what they do."""
    listen: tuple[str, ...] = ()
    """Needs to listen for."""
    chosen: tuple[PersonId, ...] = ()
    """Those to follow up."""
    settled: bool = False
    """Nobody more is to be chosen."""
    extra: Extra = NO_EXTRA
