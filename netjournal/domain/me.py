"""Me: who keeps the journal, what for, and when I am away."""

from datetime import date

from netjournal.domain.values import ME, NO_EXTRA, Extra, PersonId
from netjournal.tuples import NamedTuple


class Pause(NamedTuple):
    """A holiday of mine; both days belong to it."""

    since: date
    until: date


class Me(NamedTuple):
    """Who keeps the journal: person ``1``, in no list, match, figure or export."""

    id: PersonId = ME
    made: str = ""
    name: str = ""
    serve: str = ""
    """The people I serve."""
    heading: str = ""
    """Where I am heading."""
    found_at: str = ""
    """Where I am found."""
    purpose: str = ""
    """What this network is for, in a sentence."""
    topics: tuple[str, ...] = ()
    country: str = ""
    """ISO 3166 two letters; decides how long a postcard takes."""
    pauses: tuple[Pause, ...] = ()
    extra: Extra = NO_EXTRA
