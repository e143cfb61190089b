"""The words in which the sample journal is told: people, talks, promises and lines by their day.

People are named by a short key; days are counted back from the day the sample is made for.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from netjournal.domain.person import Address, Labelled
from netjournal.domain.values import (
    Channel,
    Circle,
    Direction,
    EntryKind,
    Origin,
    Owner,
    Recurrence,
    Reply,
)

ME = "me"


@dataclass(frozen=True, slots=True, kw_only=True)
class Someone:
    """A person of the sample."""

    key: str
    name: str
    circle: Circle = Circle.ROLODEX
    since: int = 800
    """Days since they entered the circle, or the rolodex."""
    origin: Origin = Origin.IMPORT
    birthday: tuple[int, int | None] | None = None
    """Days until it, and the year of birth if known."""
    dates: tuple[tuple[str, int], ...] = ()
    """Other days of the year: name, and days until it."""
    relations: tuple[tuple[str, str], ...] = ()
    """Kind, and the key or else the name of the other."""
    rest: tuple[int, int | None] | None = None
    """Days since they were put to rest, and days until it ends."""
    died: int | None = None
    """Days since they died."""
    fields: dict[str, Any] = field(default_factory=dict)
    """Further fields of the person, as they are."""


def someone(key: str, name: str, circle: Circle = Circle.ROLODEX, **told: Any) -> Someone:
    """A person; what ``Someone`` does not know by itself becomes a field of the record."""
    own = {name: told.pop(name) for name in _OWN if name in told}
    return Someone(key=key, name=name, circle=circle, fields=told, **own)


_OWN = ("since", "origin", "birthday", "dates", "relations", "rest", "died")


def phones(*values: str) -> tuple[Labelled, ...]:
    """Phone numbers, all of ranges that are reserved for stories."""
    return tuple(Labelled(value, "mobile") for value in values)


def emails(*values: str) -> tuple[Labelled, ...]:
    """Email addresses."""
    return tuple(Labelled(value) for value in values)


def address(street: str, postcode: str, city: str, country: str) -> tuple[Address, ...]:
    """One postal address."""
    return (Address(street=street, postcode=postcode, city=city, country=country),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed:
    """Something that passed, so many days ago."""

    ago: int
    channel: Channel
    direction: Direction
    people: str
    """Keys, separated by blanks."""
    text: str
    reply: Reply | None = None
    topics: tuple[str, ...] = ()
    mentions: str = ""
    gathering: str = ""
    """The key of the gathering it was at."""
    broadcast: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A gathering, so many days ago (below 0: to come)."""

    key: str
    name: str
    ago: int
    place: str
    kind: str
    aim: tuple[str, ...] = ()
    listen: tuple[str, ...] = ()
    chosen: str = ""
    """Keys, separated by blanks."""


def _passed(
    direction: Direction, ago: int, channel: str, people: str, text: str, **more: Any
) -> Passed:
    return Passed(
        ago=ago, channel=Channel(channel), direction=direction, people=people, text=text, **more
    )


def out(ago: int, channel: str, people: str, text: str, **more: Any) -> Passed:
    """I reached out."""
    return _passed(Direction.OUTBOUND, ago, channel, people, text, **more)


def came(ago: int, channel: str, people: str, text: str, **more: Any) -> Passed:
    """They reached out."""
    return _passed(Direction.INBOUND, ago, channel, people, text, **more)


def both(ago: int, channel: str, people: str, text: str, **more: Any) -> Passed:
    """We talked."""
    return _passed(Direction.MUTUAL, ago, channel, people, text, **more)


@dataclass(frozen=True, slots=True, kw_only=True)
class Promised:
    """A promise, said so many days ago and due so many days from now (below 0: past)."""

    owner: Owner
    said: int
    due: int | None
    people: str
    text: str
    channel: Channel | None = None
    every: Recurrence | None = None
    ask: bool = False
    done: int | None = None
    """Days since it was done."""
    dropped: int | None = None
    outcome: str = ""


def _promised(
    owner: Owner, said: int, due: int | None, people: str, text: str, channel: str = "", **more: Any
) -> Promised:
    return Promised(
        owner=owner, said=said, due=due, people=people, text=text,
        channel=Channel(channel) if channel else None, **more,
    )  # fmt: skip


def mine(
    said: int, due: int | None, people: str, text: str, channel: str = "", **more: Any
) -> Promised:
    """A promise of mine."""
    return _promised(Owner.MINE, said, due, people, text, channel, **more)


def theirs(
    said: int, due: int | None, people: str, text: str, channel: str = "", **more: Any
) -> Promised:
    """A promise of theirs."""
    return _promised(Owner.THEIRS, said, due, people, text, channel, **more)


Kind = Literal["note", "need", "offer", "gave", "got", "remember", "next_time", "birthday"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One line about one person."""

    ago: int
    kind: EntryKind
    person: str
    text: str
    topics: tuple[str, ...] = ()
    closed: int | None = None
    """Days since it was closed."""


def told(ago: int, kind: Kind, person: str, text: str, **more: Any) -> Told:
    """A line about somebody, or about me."""
    return Told(ago=ago, kind=EntryKind(kind), person=person, text=text, **more)
