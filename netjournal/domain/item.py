"""One line of Today: what it is about, whom, by which means, and why."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import IntEnum, StrEnum

from netjournal.domain.values import Channel, PersonId, RecordId
from netjournal.tuples import NamedTuple


class ItemKind(StrEnum):
    """What a line of Today is."""

    OVERDUE = "overdue"
    DUE = "due"
    REPLY = "reply"
    COOLING = "cooling"
    STALE = "stale"
    NOT_YET = "not_yet"
    DATE = "date"
    WAITING = "waiting"
    UNDATED = "undated"
    CHOOSE = "choose"


class Group(IntEnum):
    """The groups of Today in their order."""

    OVERDUE = 0
    TODAY = 1
    REPLIES = 2
    COOLING = 3
    RECONNECT = 4
    FIRST_CONTACTS = 5
    COMING = 6
    WAITING = 7
    UNDATED = 8


class Item(NamedTuple):
    """One line of Today, with its reason in words."""

    kind: ItemKind
    group: Group
    key: str
    """Who or what it is, the same tomorrow: short ids are made from it."""
    reason: str
    """``since 5 March``, ``quiet for 4 months, every 2``."""
    person: PersonId | None = None
    people: tuple[PersonId, ...] = ()
    commitment: RecordId | None = None
    conversation: RecordId | None = None
    gathering: RecordId | None = None
    occasion: str = ""
    """``birthday``, or the name of another date."""
    channel: Channel | None = None
    due: date | None = None
    days: int | None = None
    """Reconnect: of silence. Otherwise days since ``due``, below 0 while it is ahead."""
    what: str = ""
    """The promise, what they wrote, the gathering: words of the user."""


class Placed(NamedTuple):
    """The place of a line; the key makes the order total. What it says is told when asked."""

    group: Group
    major: float
    minor: float
    key: str
    arose: date
    """Since when it would be shown were there no pauses."""
    item: Callable[[], Item]
    promise: RecordId | None = None
    """The promise it is about, if it is about one."""


def placed(item: Item, major: float, minor: float, arose: date) -> Placed:
    """The place of a line whose words are known already."""
    return Placed(item.group, major, minor, item.key, arose, lambda: item)
