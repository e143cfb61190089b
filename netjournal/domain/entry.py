"""An entry: one dated line about one person."""

from datetime import date

from netjournal.domain.values import NO_EXTRA, EntryKind, Extra, PersonId, RecordId
from netjournal.tuples import NamedTuple


class Entry(NamedTuple):
    """One dated line about one person; it never touches a clock."""

    id: RecordId
    made: str
    day: date
    person: PersonId
    kind: EntryKind
    text: str
    topics: tuple[str, ...] = ()
    closed: date | None = None
    """The day a need, offer or question was closed."""
    confirmed: date | None = None
    """The day a need or offer was last said to be still open."""
    conversation: RecordId | None = None
    extra: Extra = NO_EXTRA
