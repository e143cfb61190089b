"""What became of the people met at a gathering, and so what the evening was worth."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date

from netjournal.domain.conversation import Conversation
from netjournal.domain.cooling import cooling_due
from netjournal.domain.days import plus
from netjournal.domain.entry import Entry
from netjournal.domain.gathering import Gathering
from netjournal.domain.me import Me
from netjournal.domain.person import Person
from netjournal.domain.replies import personal, replies, said_reply
from netjournal.domain.settings import Settings
from netjournal.domain.values import Circle, Direction, EntryKind, Reply

MOST_CHOSEN = 3
"""So many people of one gathering are followed up; more have to be asked for."""
_SMALL, _MIDDLE = 5, 15
_GIFTS = frozenset({EntryKind.GAVE, EntryKind.GOT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate:
    """What became of one person who was chosen; None: it cannot be known yet."""

    person: Person
    due: date
    """The end of the second working day after the gathering."""
    followed_up: date | None = None
    """The first contact on a later day, be it mine or theirs."""
    in_time: bool | None = None
    answered: bool | None = None
    after_90: bool | None = None
    """In two-way contact within their cadence, 90 days after the gathering."""
    after_365: bool | None = None
    gift: bool = False
    """Something was given or got since."""


@dataclass(frozen=True, slots=True)
class Tally:
    """So many of those of whom it is known, and how many are still open."""

    n: int = 0
    of: int = 0
    open: int = 0

    def __add__(self, other: Tally) -> Tally:
        """Both together."""
        return Tally(self.n + other.n, self.of + other.of, self.open + other.open)

    def __str__(self) -> str:
        """``2 of 3``, ``2 of 3, 1 open``, ``not yet known`` where nothing can be said."""
        if not self.of:
            return "not yet known" if self.open else "0 of 0"
        known = f"{self.n} of {self.of}"
        return f"{known}, {self.open} open" if self.open else known


@dataclass(frozen=True, slots=True, kw_only=True)
class Yield:
    """From met to still in touch; sums over gatherings with ``+``."""

    gatherings: int = 0
    met: int = 0
    chosen: int = 0
    followed_up: Tally = Tally()
    in_time: Tally = Tally()
    answered: Tally = Tally()
    after_90: Tally = Tally()
    after_365: Tally = Tally()
    gifts: Tally = Tally()

    def __add__(self, other: Yield) -> Yield:
        """Both together."""
        names = [field.name for field in fields(self)]
        return Yield(**{name: getattr(self, name) + getattr(other, name) for name in names})


def size_of(met: int) -> str:
    """How big a gathering was, by the people I met there."""
    if met <= _SMALL:
        return f"up to {_SMALL} met"
    return f"{_SMALL + 1} to {_MIDDLE} met" if met <= _MIDDLE else f"more than {_MIDDLE} met"


def fate(
    person: Person,
    gathering: Gathering,
    conversations: Iterable[Conversation],
    entries: Iterable[Entry],
    *,
    me: Me,
    settings: Settings,
    today: date,
) -> Fate:
    """What became of somebody who was chosen at a gathering with a day.

    Raises:
        ValueError: the gathering has no day.

    """
    since = gathering.day
    if since is None:
        raise ValueError("a gathering without a day yields nothing that could be timed")
    past = personal(conversations, today)
    later = [one for one in past if one.day > since]
    due = cooling_due(since, me, settings)
    first = next((one.day for one in later if _is_contact(one)), None)
    read = replies(past, person, me=me, settings=settings, today=today)
    two_way = [one.day for one in later if _is_two_way(one, read.get(one.id))]
    awaited = any(read.get(one.id) is Reply.AWAITED for one in later)
    until = [_in_touch_after(days, since, two_way, person, settings, today) for days in (90, 365)]
    return Fate(
        person=person,
        due=due,
        followed_up=first,
        in_time=first <= due if first else (None if today <= due else False),
        answered=_answered(two_way, awaited=awaited, tried=first is not None),
        after_90=until[0],
        after_365=until[1],
        gift=any(one.kind in _GIFTS and one.day >= since for one in entries),
    )


def _is_contact(one: Conversation) -> bool:
    return one.direction is not Direction.OUTBOUND or said_reply(one) is not Reply.NONE


def _is_two_way(one: Conversation, read: Reply | None) -> bool:
    if one.direction is not Direction.OUTBOUND:
        return True
    return read is Reply.ANSWERED


def _answered(two_way: Sequence[date], *, awaited: bool, tried: bool) -> bool | None:
    if two_way:
        return True
    return None if awaited or not tried else False


def _in_touch_after(
    days: int,
    since: date,
    two_way: Sequence[date],
    person: Person,
    settings: Settings,
    today: date,
) -> bool | None:
    """Whether they were in touch so many days after; the evening itself does not count."""
    day = plus(since, days)
    if day > today:
        return None
    near = person.circle if person.circle.in_network else Circle.NETWORK
    cadence = person.cadence or settings.cadences[near]
    return any(one <= day < cadence.after(one) for one in two_way)


def yield_of(met: int, fates: Sequence[Fate]) -> Yield:
    """The yield of one gathering."""
    return Yield(
        gatherings=1,
        met=met,
        chosen=len(fates),
        followed_up=_tally([_known_follow_up(one) for one in fates]),
        in_time=_tally([one.in_time for one in fates]),
        answered=_tally([one.answered for one in fates if one.followed_up]),
        after_90=_tally([one.after_90 for one in fates]),
        after_365=_tally([one.after_365 for one in fates]),
        gifts=_tally([one.gift for one in fates]),
    )


def _known_follow_up(one: Fate) -> bool | None:
    if one.followed_up:
        return True
    return None if one.in_time is None else False


def _tally(answers: Sequence[bool | None]) -> Tally:
    known = [one for one in answers if one is not None]
    return Tally(sum(known), len(known), len(answers) - len(known))
