"""A draft: a line that waits to be finished."""

from datetime import date

from netjournal.domain.values import NO_EXTRA, Extra, RecordId
from netjournal.tuples import NamedTuple


class Draft(NamedTuple):
    """A line that was typed and could not be read yet."""

    id: RecordId
    made: str
    day: date
    text: str
    reason: str = ""
    extra: Extra = NO_EXTRA
