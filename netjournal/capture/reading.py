"""What a line was read as: names as typed, absolute days, clauses, problems with places."""

from __future__ import annotations

from datetime import date

from netjournal.domain.names import GatheringMatch, NameMatch
from netjournal.domain.values import (
    Channel,
    Direction,
    EntryKind,
    Owner,
    PartialDate,
    Recurrence,
    Reply,
)
from netjournal.tuples import NamedTuple


class Place(NamedTuple):
    """Where in the typed text something stands: characters ``start`` up to ``end``."""

    start: int
    end: int


class Problem(NamedTuple):
    """Why the line cannot be stored as it is, and which words are meant."""

    message: str
    places: tuple[Place, ...] = ()


class Who(NamedTuple):
    """A name as typed, with everybody it may mean."""

    text: str
    place: Place
    matches: tuple[NameMatch, ...] = ()
    """Of the best tier: one is clear, two or more must be asked, none is somebody new."""
    similar: tuple[NameMatch, ...] = ()
    """For a name nobody has: those it nearly is."""
    may_be_new: bool = False
    """It stood where a new name makes a new person (before the colon, or told to)."""
    me: bool = False
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    """Address or number typed beside a name; kept for a person made by the line."""


class Talk(NamedTuple):
    """Something that passed, or a broadcast."""

    channel: Channel
    direction: Direction
    day: date
    reply: Reply | None = None
    broadcast: bool = False
    settled: bool = False
    """It was said that no reply of mine is needed."""


class Promise(NamedTuple):
    """A commitment as read; without people of its own it belongs to everybody of the line."""

    owner: Owner
    text: str
    place: Place
    people: tuple[Who, ...] = ()
    due: date | None = None
    channel: Channel | None = None
    every: Recurrence | None = None
    ask: bool = False


class Line(NamedTuple):
    """An entry as read: a need, an offer, something given; people as for a promise."""

    kind: EntryKind
    text: str
    place: Place
    people: tuple[Who, ...] = ()


class Event(NamedTuple):
    """The gathering a line names: a known one, or a new one told by ``at:``."""

    name: str
    place: Place
    known: GatheringMatch | None = None


class Intro(NamedTuple):
    """An introduction as read: A and B."""

    people: tuple[Who, ...]
    text: str
    place: Place


class Birthday(NamedTuple):
    """A birthday as read."""

    day: PartialDate
    place: Place
    people: tuple[Who, ...] = ()


class Capture(NamedTuple):
    """How a line was read; with problems it cannot be stored."""

    text: str
    """As typed."""
    day: date
    """The day of what happened."""
    body: str = ""
    """What remains of it as the text of the conversation or note, clauses and topics taken out."""
    people: tuple[Who, ...] = ()
    mentions: tuple[Who, ...] = ()
    talk: Talk | None = None
    """None: the line is a note, a plan or clauses alone."""
    promises: tuple[Promise, ...] = ()
    lines: tuple[Line, ...] = ()
    birthdays: tuple[Birthday, ...] = ()
    intros: tuple[Intro, ...] = ()
    event: Event | None = None
    topics: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    hints: tuple[str, ...] = ()
    """What was left as text on purpose, and how to say it if more was meant."""
    tokens: tuple[tuple[Place, str], ...] = ()
    """How each part was understood (``person``, ``contact``, ``date``, ``clause``, ``topic``)."""
