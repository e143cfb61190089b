"""A person: who somebody is, how to reach them, how near they are."""

from datetime import date
from enum import StrEnum

from netjournal.domain.values import (
    NO_EXTRA,
    Channel,
    Circle,
    Extra,
    Origin,
    PartialDate,
    PersonId,
    Span,
)
from netjournal.tuples import NamedTuple


class Labelled(NamedTuple):
    """A value with what it is for: ``+44 20 7946 0000``, ``work``."""

    value: str
    label: str = ""


class Address(NamedTuple):
    """A postal address in vCard's parts, all of them optional."""

    street: str = ""
    extended: str = ""
    box: str = ""
    city: str = ""
    region: str = ""
    postcode: str = ""
    country: str = ""
    label: str = ""

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines to write on a postcard, country last."""
        town = " ".join(part for part in (self.postcode, self.city) if part)
        parts = (self.box, self.extended, self.street, town, self.region, self.country)
        return tuple(line for part in parts if part for line in part.split("\n"))


class Affiliation(NamedTuple):
    """An organisation somebody belongs to, with its days if known."""

    name: str
    title: str = ""
    since: date | None = None
    until: date | None = None


class Relation(NamedTuple):
    """What another is to this person: partner, child, works with, knows, introduced by."""

    kind: str
    person: PersonId | None = None
    name: str = ""


class NamedDate(NamedTuple):
    """A day of the year that matters: ``wedding``, ``name day``."""

    name: str
    day: PartialDate


class Rest(NamedTuple):
    """Put to rest on a day, until another day or for good."""

    since: date
    until: date | None = None
    """They are back on this day."""

    def holds(self, day: date) -> bool:
        """Whether the day is one of the rest."""
        return self.since <= day and (self.until is None or day < self.until)


class FitQuestion(StrEnum):
    """The six questions of a valuable contact, measured against me."""

    MARKET = "market"
    BENEFIT = "benefit"
    INFLUENCE = "influence"
    DIRECTION = "direction"
    PLACES = "places"
    SYNERGY = "synergy"


class FitAnswer(NamedTuple):
    """What was answered to one of them; a question without an answer is not zero."""

    question: FitQuestion
    value: int
    """0 to 3."""
    text: str = ""


class Person(NamedTuple):
    """Someone the journal knows."""

    id: PersonId
    made: str
    """When the record was made, UTC."""
    name: str
    """The full name as shown."""
    given: str = ""
    family: str = ""
    """Name parts where a card told them; empty means: derive from ``name``."""
    nicknames: tuple[str, ...] = ()
    organisations: tuple[Affiliation, ...] = ()
    """The present ones first."""
    emails: tuple[Labelled, ...] = ()
    phones: tuple[Labelled, ...] = ()
    addresses: tuple[Address, ...] = ()
    links: tuple[Labelled, ...] = ()
    """Web pages, and social handles under their network's name."""
    birthday: PartialDate | None = None
    dates: tuple[NamedDate, ...] = ()
    circle: Circle = Circle.ROLODEX
    circle_since: date | None = None
    cadence: Span | None = None
    """The person's own; None means the circle's."""
    preferred: Channel | None = None
    never: tuple[Channel, ...] = ()
    """Channels they do not want to be reached by."""
    topics: tuple[str, ...] = ()
    relations: tuple[Relation, ...] = ()
    how_we_met: str = ""
    in_common: str = ""
    calibre: int | None = None
    """1 to 5, what they are like to build with; never shown for ``inner``."""
    fit: tuple[FitAnswer, ...] = ()
    """At most one answer to each question; never asked or shown for ``inner``, never exported."""
    origin: Origin = Origin.HAND
    snoozed: date | None = None
    """Quiet until this day, or until they write."""
    snoozed_on: date | None = None
    """The day it was set; what they write later is told at once."""
    rest: Rest | None = None
    greeted: tuple[str, ...] = ()
    """Dates greeted or let pass, as ``birthday 2026``; see ``occasions.quiet`` for snoozed ones."""
    died: bool = False
    died_on: date | None = None
    """The day, if known; only with ``died``."""
    merged_into: PersonId | None = None
    distinct_from: tuple[PersonId, ...] = ()
    """Others who look like this person and were said to be somebody else."""
    extra: Extra = NO_EXTRA

    @property
    def organisation(self) -> str:
        """The organisation shown beside the name, or nothing."""
        return self.organisations[0].name if self.organisations else ""

    @property
    def title(self) -> str:
        """The title held there, or nothing."""
        return self.organisations[0].title if self.organisations else ""
