"""An introduction: two people brought together."""

from datetime import date

from netjournal.domain.values import NO_EXTRA, Extra, PersonId, RecordId
from netjournal.tuples import NamedTuple


class Introduction(NamedTuple):
    """Two people brought together by me."""

    id: RecordId
    made: str
    day: date
    people: tuple[PersonId, ...]
    state: str = "idea"
    """``idea``, ``asked``, ``introduced``, ``outcome``, or ``dropped``: let be."""
    text: str = ""
    asked: tuple[PersonId, ...] = ()
    """Who was asked whether they would like it."""
    agreed: tuple[PersonId, ...] = ()
    introduced: date | None = None
    outcome: str = ""
    """What came of it."""
    thanked: bool = False
    """The two thanked me, or I thanked them: it is over."""
    extra: Extra = NO_EXTRA
