"""A postcard as a life: to write, written, posted, its window, answered or not."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from netjournal.domain.abroad import is_abroad
from netjournal.domain.conversation import Conversation
from netjournal.domain.me import Me
from netjournal.domain.occasions import POSTCARD_DAYS, POSTCARD_DAYS_ABROAD
from netjournal.domain.person import Person
from netjournal.domain.replies import awaited_until, patience, personal, replies
from netjournal.domain.response import outcomes
from netjournal.domain.settings import Settings
from netjournal.domain.values import Channel, Direction, RecordId, Reply
from netjournal.tuples import NamedTuple


class Posted(NamedTuple):
    """A card I posted to somebody."""

    talk: Conversation
    reply: Reply
    until: date | None
    """The last day of its window."""
    days: int | None
    """Until the answer."""


def posted(
    person: Person, talks: Iterable[Conversation], *, me: Me, settings: Settings, today: date
) -> tuple[Posted, ...]:
    """The cards posted to one person, newest first."""
    past = personal(talks, today)
    if all(one.channel is not Channel.POSTCARD for one in past):
        return ()
    read = replies(past, person, me=me, settings=settings, today=today)
    found = outcomes(past, read, lambda one: patience(one.channel, person, me, settings))
    days: dict[RecordId, int] = {one.id: each.days[0] for one, each in found if each.days}
    return tuple(
        Posted(
            talk=one,
            reply=read[one.id],
            until=awaited_until(one, person, me, settings),
            days=days.get(one.id),
        )
        for one in reversed(past)
        if one.channel is Channel.POSTCARD and one.direction is Direction.OUTBOUND
    )


def lead_days(person: Person, me: Me, settings: Settings) -> int:
    """How many days before a date a card to somebody is to be posted."""
    return POSTCARD_DAYS_ABROAD if is_abroad(person, me, settings) else POSTCARD_DAYS


def has_address(person: Person) -> bool:
    """Whether a card could be addressed."""
    return any(one.lines for one in person.addresses)
