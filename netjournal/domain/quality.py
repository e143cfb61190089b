"""The quality of one relationship: its parts, and the word they come to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from netjournal.domain.commitment import Commitment
from netjournal.domain.conversation import Conversation
from netjournal.domain.days import days_between
from netjournal.domain.entry import Entry
from netjournal.domain.matching import Ledger, ledger
from netjournal.domain.me import Me
from netjournal.domain.person import Person
from netjournal.domain.replies import is_missed_call, patience, personal, replies
from netjournal.domain.response import Purpose, Response, outcomes, purpose, summed
from netjournal.domain.settings import Settings
from netjournal.domain.values import (
    Channel,
    CommitmentState,
    Direction,
    EntryKind,
    Owner,
    Reply,
)

A_YEAR = 365
"""Days that count for who reaches out."""
_LONG_TEXT = 280
"""Characters from which a written line is a conversation, not a sign of life."""
_REAL = frozenset({Channel.MET, Channel.PHONE, Channel.VIDEO})


class Band(StrEnum):
    """How a relationship is, in a word."""

    STRONG = "strong"
    WARM = "warm"
    THIN = "thin"
    SILENT = "silent"
    NOT_YET = "not_yet"
    """Nothing passed that was noted: that is not known to be silence."""

    @property
    def words(self) -> str:
        """As it is said: ``warm``, ``not yet``."""
        return self.value.replace("_", " ")


@dataclass(frozen=True, slots=True)
class Kept:
    """Promises kept, of those that came due or were ended."""

    n: int = 0
    of: int = 0
    days: tuple[int, ...] = ()
    """Days from the promise to its keeping."""

    def __add__(self, other: Kept) -> Kept:
        """Both together."""
        return Kept(self.n + other.n, self.of + other.of, self.days + other.days)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    """The parts of a relationship; the band is never shown without them."""

    band: Band
    last_two_way: date | None
    last_real: date | None
    """The last in which we talked: in person, by phone or video, or at length in writing."""
    mine: int
    """How often I reached out within a year."""
    theirs: int
    """How often they did."""
    mutual: int
    """How often we talked, whoever began."""
    contacts: int
    """Days of two-way contact within a year."""
    by_channel: Mapping[Channel, Response]
    """What became of what I sent, ever."""
    by_purpose: Mapping[Purpose, Response]
    kept_mine: Kept
    kept_theirs: Kept
    ledger: Ledger

    @property
    def response(self) -> Response:
        """What became of all I sent."""
        return sum(self.by_channel.values(), Response())


def quality(
    person: Person,
    conversations: Iterable[Conversation],
    commitments: Iterable[Commitment],
    entries: Iterable[Entry],
    *,
    me: Me,
    settings: Settings,
    today: date,
) -> Quality | None:
    """The quality of the relationship with somebody in a circle; None for anybody else."""
    if person.died or not person.circle.in_network:
        return None
    past = personal(conversations, today)
    read = replies(past, person, me=me, settings=settings, today=today)
    two_way = [one for one in past if _is_two_way(one, read.get(one.id))]
    real = [one for one in two_way if is_real(one)]
    since = today - timedelta(days=A_YEAR)
    year = [one for one in past if one.day > since]
    known = [one for one in entries if one.day <= today]
    book = ledger(known)
    promises = list(commitments)
    sent = list(outcomes(past, read, lambda one: patience(one.channel, person, me, settings)))
    gave = {one.conversation for one in known if one.kind is EntryKind.GAVE}
    asks = [one for one in promises if one.ask]
    kept_by = {(one.done_on, one.channel) for one in asks if one.state is CommitmentState.DONE}
    asked = {one.conversation for one in asks}
    asked |= {one.id for one, _ in sent if (one.day, one.channel) in kept_by}
    last_two_way = two_way[-1].day if two_way else None
    last_real = real[-1].day if real else None
    theirs = sum(one.direction is Direction.INBOUND for one in year)
    mutual = sum(one.direction is Direction.MUTUAL for one in year)
    both_ways = theirs + mutual >= _BOTH_WAYS or any(one.day > since for one in book.got)
    return Quality(
        band=(
            _band(person, last_two_way, last_real, both_ways, me, settings, today)
            if past
            else Band.NOT_YET
        ),
        last_two_way=last_two_way,
        last_real=last_real,
        mine=sum(one.direction is Direction.OUTBOUND for one in year),
        theirs=theirs,
        mutual=mutual,
        contacts=len({one.day for one in two_way if one.day > since}),
        by_channel=summed(sent, lambda one: one.channel),
        by_purpose=summed(sent, lambda one: purpose(one, gave, asked)),
        kept_mine=kept((one for one in promises if one.owner is Owner.MINE and not one.ask), today),
        kept_theirs=kept((one for one in promises if one.owner is Owner.THEIRS), today),
        ledger=book,
    )


_BOTH_WAYS = 2


def is_real(one: Conversation) -> bool:
    """Whether it was a conversation and not a sign of life; asked of two-way contacts."""
    return (one.channel in _REAL and not is_missed_call(one)) or len(one.text) >= _LONG_TEXT


def _is_two_way(one: Conversation, read: Reply | None) -> bool:
    return one.direction is not Direction.OUTBOUND or read is Reply.ANSWERED


def _band(
    person: Person,
    two_way: date | None,
    real: date | None,
    both_ways: bool,
    me: Me,
    settings: Settings,
    today: date,
) -> Band:
    """Silent: nothing two-way within two cadences; thin: within one to two.

    Within one cadence it is warm, and strong where within two of them we really talked, and
    within a year they reached out or we talked twice, or they gave something.
    """
    cadence = person.cadence or settings.cadences[person.circle]

    def times(day: date | None) -> float:
        if day is None:
            return float("inf")
        return days_between(day, today, me.pauses) / max(cadence.days_from(day), 1)

    if times(two_way) >= 2:
        return Band.SILENT
    if times(two_way) >= 1:
        return Band.THIN
    return Band.STRONG if both_ways and times(real) < 2 else Band.WARM


def kept(commitments: Iterable[Commitment], today: date) -> Kept:
    """How many promises were kept; an open one counts once its day is over."""
    done: list[int] = []
    of = 0
    for one in commitments:
        if one.state is CommitmentState.DONE:
            done.append(max(0, ((one.done_on or one.said) - one.said).days))
        of += not one.is_open or (one.due is not None and one.due < today)
    return Kept(len(done), of, tuple(done))
