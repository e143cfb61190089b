"""Hypothesis strategies for records of the domain, around one Wednesday."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, TypeVar

from hypothesis import strategies as st

from netjournal.domain.commitment import Commitment
from netjournal.domain.conversation import Conversation
from netjournal.domain.me import Me, Pause
from netjournal.domain.person import Address, Labelled, NamedDate, Person, Rest
from netjournal.domain.values import (
    Channel,
    Circle,
    CommitmentState,
    Direction,
    Origin,
    Owner,
    PartialDate,
    PersonId,
    RecordId,
    Reply,
    Span,
    Unit,
)
from tests.domain.make import TODAY

NETWORK = st.sampled_from([circle for circle in Circle if circle.in_network])
IDS = [PersonId(str(number)) for number in range(50, 56)]


def days(before: int = 500, after: int = 60) -> st.SearchStrategy[date]:
    """Days around today."""
    return st.integers(-before, after).map(lambda n: TODAY + timedelta(days=n))


T = TypeVar("T")


def made(cls: Callable[..., T], **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[T]:
    """Records with these fields drawn and the others at their defaults.

    ``builds`` would draw every field of a named tuple.
    """
    return st.fixed_dictionaries(fields).map(lambda drawn: cls(**drawn))


SPANS = st.builds(Span, st.integers(1, 12), st.sampled_from([Unit.DAYS, Unit.WEEKS, Unit.MONTHS]))
EVEN_SPANS = st.builds(Span, st.integers(1, 60), st.just(Unit.DAYS))
"""Spans of the same length wherever they start."""
PAUSES = st.lists(
    st.builds(lambda since, n: Pause(since, since + timedelta(days=n)), days(), st.integers(0, 40)),
    max_size=3,
).map(tuple)
ME = made(Me, pauses=PAUSES, country=st.sampled_from(["", "DE", "ES"]))


def conversations(
    on: st.SearchStrategy[date] | None = None,
) -> st.SearchStrategy[list[Conversation]]:
    """Up to eight conversations with one person."""
    one = made(
        Conversation,
        id=st.integers(10**6, 10**7).map(lambda n: RecordId(str(n))),
        made=st.integers(0, 99).map(lambda n: f"2026-01-01T00:00:{n:02d}Z"),
        day=days() if on is None else on,
        channel=st.sampled_from(Channel),
        direction=st.sampled_from(Direction),
        people=st.just((IDS[0],)),
        reply=st.none() | st.sampled_from(Reply),
        broadcast=st.booleans(),
        settled=st.booleans(),
        gathering=st.none() | st.just(RecordId("7")),
    )
    return st.lists(one, max_size=8, unique_by=lambda talk: talk.id)


def people(
    circle: st.SearchStrategy[Circle] = NETWORK,
    cadence: st.SearchStrategy[Span] | None = None,
    id: st.SearchStrategy[PersonId] | None = None,
    *,
    plain: bool = False,
) -> st.SearchStrategy[Person]:
    """Somebody; ``plain``: neither resting, snoozed nor died."""
    partial = made(PartialDate, month=st.integers(1, 12), day=st.integers(1, 28))
    return made(
        Person,
        id=st.just(IDS[0]) if id is None else id,
        made=st.sampled_from(["", "2024-01-01T00:00:00Z", "2026-03-10T00:00:00Z"]),
        name=st.just("Ana Ruiz"),
        circle=circle,
        circle_since=st.none() | days(after=0),
        cadence=st.none() | SPANS if cadence is None else cadence,
        preferred=st.none() | st.sampled_from(Channel),
        never=st.lists(st.sampled_from(Channel), max_size=2).map(tuple),
        phones=st.sampled_from([(), (Labelled("+49 30 1"),)]),
        emails=st.sampled_from([(), (Labelled("ana@example.org"),)]),
        addresses=st.sampled_from([(), (Address(country="Spain"),), (Address(city="Berlin"),)]),
        birthday=st.none() | partial,
        dates=st.lists(st.builds(NamedDate, st.just("name day"), partial), max_size=1).map(tuple),
        calibre=st.none() | st.integers(1, 5),
        origin=st.sampled_from(Origin),
        snoozed=st.none() if plain else st.none() | days(),
        rest=st.none() if plain else st.none() | st.builds(Rest, days(), st.none() | days()),
        died=st.just(False) if plain else st.booleans(),
    )


COMMITMENTS = st.lists(
    made(
        Commitment,
        id=st.integers(10**7, 10**8).map(lambda n: RecordId(str(n))),
        made=st.just(""),
        said=days(after=0),
        owner=st.sampled_from(Owner),
        people=st.lists(st.sampled_from(IDS), max_size=2, unique=True).map(tuple),
        text=st.just("the book"),
        due=st.none() | days(),
        snoozed=st.none() | days(),
        channel=st.none() | st.sampled_from(Channel),
        state=st.sampled_from(CommitmentState),
    ),
    max_size=6,
    unique_by=lambda promise: promise.id,
)
