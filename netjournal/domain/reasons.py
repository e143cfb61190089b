"""Reasons to write to somebody, from what the journal itself holds; none is a valid answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from netjournal.domain.commitment import Commitment
from netjournal.domain.conversation import Conversation
from netjournal.domain.entry import Entry
from netjournal.domain.matching import Match
from netjournal.domain.me import Me
from netjournal.domain.occasions import coming
from netjournal.domain.person import Person
from netjournal.domain.settings import Settings
from netjournal.domain.values import EntryKind, Owner, PartialDate, PersonId
from netjournal.text import fold

_NEAR_DAYS = 7


class Kind(StrEnum):
    """What gives the reason; in the order in which they are told."""

    PROMISE = "promise"
    DATE = "date"
    NEED = "need"
    NEXT_TIME = "next_time"
    ANNIVERSARY = "anniversary"
    INTEREST = "interest"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class Reason:
    """One honest reason."""

    kind: Kind
    text: str
    """Words of the user: the promise, the need, the talk, the topic; or the date's name."""
    day: date | None = None
    person: PersonId | None = None
    """Whose need it is."""


def reasons(
    person: Person,
    conversations: Iterable[Conversation],
    commitments: Iterable[Commitment],
    entries: Iterable[Entry],
    matched: Sequence[Match],
    *,
    me: Me,
    settings: Settings,
    today: date,
) -> tuple[Reason, ...]:
    """Every reason to write, the most honest first; nothing where none is known.

    ``matched`` are matches in which they need or offer something.
    """
    talks, promises = list(conversations), list(commitments)
    topics = {fold(topic) for topic in me.topics}
    theirs = dict.fromkeys(
        topic
        for topics_of in (person.topics, *(one.topics for one in talks))
        for topic in topics_of
    )
    known = (
        *(
            Reason(Kind.PROMISE, one.text, one.due)
            for one in promises
            if one.is_open and one.owner is Owner.MINE and not one.ask
        ),
        *(Reason(Kind.DATE, one.name, one.day) for one in coming(person, me, settings, today)),
        *(Reason(Kind.NEED, one.need.text, one.need.day, one.need.person) for one in matched),
        *(
            Reason(Kind.NEXT_TIME, one.text, one.day)
            for one in entries
            if one.kind is EntryKind.NEXT_TIME and one.closed is None
        ),
        *(
            Reason(Kind.ANNIVERSARY, one.text, one.day)
            for one in talks
            if one.text and not one.broadcast and _is_anniversary(one.day, today)
        ),
        *(Reason(Kind.INTEREST, topic) for topic in theirs if fold(topic) in topics),
        # to give comes first: what I want of them is the last reason to write
        *(Reason(Kind.ASK, one.text, one.due) for one in promises if one.is_open and one.ask),
    )
    # one need may meet several offers
    return tuple(dict.fromkeys(known))


def _is_anniversary(day: date, today: date) -> bool:
    """Whether it is a year, or some, ago to within a week."""
    if day.year >= today.year and (today - day).days < 365 - _NEAR_DAYS:
        return False
    yearly = PartialDate(day.month, day.day)
    near = [yearly.in_year(year) for year in (today.year - 1, today.year, today.year + 1)]
    return any(one.year > day.year and abs((today - one).days) <= _NEAR_DAYS for one in near)
