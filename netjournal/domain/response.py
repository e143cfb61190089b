"""Response: how often and how soon what I send is answered, honest about small numbers."""

from __future__ import annotations

from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt
from statistics import median
from typing import TypeVar

from netjournal.domain.conversation import Conversation
from netjournal.domain.replies import said_reply
from netjournal.domain.values import Channel, Direction, RecordId, Reply

K = TypeVar("K", bound=Hashable)

Waits = Callable[[Conversation], int]
"""Days until silence means no answer (see ``replies.patience``)."""

LEAST_FOR_A_RATE = 5
"""Below so many the counts stand alone."""
_Z = 1.959964
"""The 97.5 % point of the normal distribution: an interval that holds in 95 % of cases."""


def wilson(n: int, of: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson, J. Am. Stat. Assoc. 22, 1927): 0 to 1 without data.

    Raises:
        ValueError: ``n`` is not between 0 and ``of``.

    """
    if not 0 <= n <= of:
        raise ValueError(f"{n} of {of} is no share")
    if of == 0:
        return 0.0, 1.0
    share, square = n / of, _Z * _Z
    middle = share + square / (2 * of)
    spread = _Z * sqrt(share * (1 - share) / of + square / (4 * of * of))
    whole = 1 + square / of
    return max(0.0, (middle - spread) / whole), min(1.0, (middle + spread) / whole)


def days_in_words(days: float) -> str:
    """``1 day``, ``4.5 days``."""
    return "1 day" if days == 1 else f"{days:g} days"


@dataclass(frozen=True, slots=True)
class Response:
    """What became of what I sent; what is still awaited is in no share."""

    answered: int = 0
    none: int = 0
    awaited: int = 0
    days: tuple[int, ...] = ()
    """Days until each answer whose day is known."""
    later: int = 0
    """No answer to it: after the channel's patience they wrote by other means, or we talked."""

    @property
    def of(self) -> int:
        """Of how many it is known."""
        return self.answered + self.none + self.later

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 95 % Wilson interval, from five on."""
        return wilson(self.answered, self.of) if self.of >= LEAST_FOR_A_RATE else None

    @property
    def median_days(self) -> float | None:
        """Half of the answers came within so many days."""
        return median(self.days) if self.days else None

    def __add__(self, other: Response) -> Response:
        """Both together."""
        return Response(
            self.answered + other.answered,
            self.none + other.none,
            self.awaited + other.awaited,
            self.days + other.days,
            self.later + other.later,
        )

    def __str__(self) -> str:
        """``4 of 6 answered, 30 to 90 % likely``; the counts alone below five."""
        words = f"{self.answered} of {self.of} answered"
        if self.interval is not None:
            low, high = (round(100 * edge) for edge in self.interval)
            words += f", {low} to {high} % likely"
        if self.median_days is not None:
            words += f", median {days_in_words(self.median_days)}"
        if self.later:
            words += f", {self.later} heard from after that"
        return f"{words}, {self.awaited} awaited" if self.awaited else words


class Purpose(StrEnum):
    """What I wrote for."""

    GIVE = "give"
    ASK = "ask"
    NEITHER = "neither"


def outcomes(
    past: Iterable[Conversation], read: Mapping[RecordId, Reply], waits: Waits
) -> Iterator[tuple[Conversation, Response]]:
    """What became of each thing I sent to one person.

    ``past`` are the personal conversations in order, ``read`` how each outbound one reads today
    (see ``replies``), ``waits`` for how many days each waits for its answer. A letter answers the
    last letter before it also when it comes late. By other means it is an answer only within
    those days: who is met again in summer has not answered the letter of winter. Meetings are no
    question that could be answered.
    """
    waiting: list[Conversation] = []
    days: dict[RecordId, int] = {}
    late: set[RecordId] = set()
    known = list(past)
    for one in known:
        if one.direction is Direction.OUTBOUND:
            if said_reply(one) is Reply.AWAITED:
                waiting.append(one)
        else:
            meant = next((s.id for s in reversed(waiting) if s.channel is one.channel), None)
            for sent in waiting:
                days[sent.id] = (one.day - sent.day).days
                if days[sent.id] > waits(sent) and sent.id != meant:
                    late.add(sent.id)
            waiting.clear()
    for one in known:
        reply = read.get(one.id)
        if reply is None or one.channel is Channel.MET:
            continue
        answered = reply is Reply.ANSWERED and one.id not in late
        yield (
            one,
            Response(
                answered=answered,
                none=reply is Reply.NONE,
                awaited=reply is Reply.AWAITED,
                days=(days[one.id],) if answered and one.id in days else (),
                later=one.id in late,
            ),
        )


def summed(
    found: Iterable[tuple[Conversation, Response]], by: Callable[[Conversation], K]
) -> dict[K, Response]:
    """Outcomes added up by what ``by`` says of each, such as its channel."""
    sums: dict[K, Response] = {}
    for one, outcome in found:
        key = by(one)
        sums[key] = sums.get(key, Response()) + outcome
    return sums


def purpose(
    one: Conversation, gave: Container[RecordId | None], asked: Container[RecordId | None]
) -> Purpose:
    """What it was written for, from the clauses of its own line.

    ``gave`` and ``asked`` are conversations in which something was given, or a favour asked; who
    does both asks.
    """
    if one.id in asked:
        return Purpose.ASK
    return Purpose.GIVE if one.id in gave else Purpose.NEITHER
