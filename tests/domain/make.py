"""Short ways to make records for tests, around one Wednesday."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import count
from typing import Any

from netjournal.domain.attention import attention
from netjournal.domain.commitment import Commitment
from netjournal.domain.conversation import Conversation
from netjournal.domain.gathering import Gathering
from netjournal.domain.item import Item
from netjournal.domain.me import Me, Pause
from netjournal.domain.outline import outline_of
from netjournal.domain.person import Address, Labelled, Person
from netjournal.domain.replies import Outreach
from netjournal.domain.settings import Settings
from netjournal.domain.standing import Standing, standing
from netjournal.domain.values import (
    Channel,
    Circle,
    Direction,
    Origin,
    Owner,
    PersonId,
    RecordId,
    Reply,
)

TODAY = date(2026, 3, 11)
"""A Wednesday."""
SETTINGS = Settings()
ME = Me(country="DE")
ANA = PersonId("50")

_numbers = count(1)


def day(text: str) -> date:
    return date.fromisoformat(f"2026-{text}" if len(text) == 5 else text)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def person(id: str = ANA, circle: Circle = Circle.CLOSE, **fields: Any) -> Person:
    """Somebody long in the journal whom every rung reaches."""
    fields.setdefault("name", "Ana Ruiz")
    fields.setdefault("made", "2024-01-01T08:00:00.000000Z")
    fields.setdefault("circle_since", date(2024, 1, 1))
    fields.setdefault("origin", Origin.IMPORT)
    fields.setdefault("phones", (Labelled("+49 30 1234567"),))
    fields.setdefault("emails", (Labelled("ana@example.org"),))
    fields.setdefault("addresses", (Address(city="Berlin", country="Germany"),))
    return Person(id=PersonId(id), circle=circle, **fields)


def talk(
    on: date,
    channel: Channel = Channel.PHONE,
    direction: Direction = Direction.OUTBOUND,
    reply: Reply | None = None,
    *,
    people: Sequence[str] = (ANA,),
    **fields: Any,
) -> Conversation:
    """A conversation; those made later in a test come later on the same day."""
    number = next(_numbers)
    fields.setdefault("made", f"2026-01-01T00:00:00.{number:06d}Z")
    return Conversation(
        id=RecordId(str(1_000_000 + number)),
        day=on,
        channel=channel,
        direction=direction,
        reply=reply,
        people=tuple(map(PersonId, people)),
        **fields,
    )


def promise(
    due: date | None = None,
    owner: Owner = Owner.MINE,
    *,
    people: Sequence[str] = (ANA,),
    **fields: Any,
) -> Commitment:
    """A commitment, said long ago unless told otherwise."""
    number = next(_numbers)
    fields.setdefault("said", date(2026, 1, 5))
    fields.setdefault("text", "the book")
    return Commitment(
        id=RecordId(str(2_000_000 + number)),
        made=f"2026-01-01T00:00:00.{number:06d}Z",
        owner=owner,
        people=tuple(map(PersonId, people)),
        due=due,
        **fields,
    )


def pause(since: str, until: str) -> Pause:
    return Pause(day(since), day(until))


def stand(
    who: Person,
    *conversations: Conversation,
    today: date = TODAY,
    me: Me = ME,
    settings: Settings = SETTINGS,
    chosen_on: date | None = None,
) -> Standing:
    return standing(who, conversations, chosen_on=chosen_on, me=me, settings=settings, today=today)


def today_list(
    *standings: Standing,
    promises: Sequence[Commitment] = (),
    gatherings: Sequence[Gathering] = (),
    met: Mapping[RecordId, Sequence[PersonId]] | None = None,
    me: Me = ME,
    settings: Settings = SETTINGS,
    today: date = TODAY,
) -> tuple[Item, ...]:
    lines = attention(
        standings=standings,
        promises=[outline_of(one) for one in promises if one.is_open],
        journalled=Told(promises),
        gatherings=gatherings,
        met=met or {},
        me=me,
        settings=settings,
        today=today,
    )
    return tuple(line.item() for line in lines)


class Told:
    """A journal of some promises."""

    def __init__(
        self,
        promises: Sequence[Commitment],
        people: Sequence[Person] = (),
        outreach: Mapping[PersonId, Outreach] | None = None,
    ) -> None:
        self._promises = {one.id: one for one in promises}
        self._people = {one.id: one for one in people}
        self._outreach = outreach or {}

    def promise(self, id: RecordId) -> Commitment:
        return self._promises[id]

    def person(self, id: PersonId) -> Person | None:
        return self._people.get(id)

    def has_died(self, id: PersonId) -> bool:
        return id in self._people and self._people[id].died

    def outreach(self, id: PersonId) -> Outreach | None:
        return self._outreach.get(id)
