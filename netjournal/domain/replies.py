"""Reached or not: what was said of a reply, what is derived, how long to be patient."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import islice
from operator import attrgetter

from netjournal.domain.abroad import is_abroad
from netjournal.domain.conversation import Conversation
from netjournal.domain.days import days_after
from netjournal.domain.me import Me
from netjournal.domain.person import Person
from netjournal.domain.settings import Settings
from netjournal.domain.values import Channel, Direction, RecordId, Reply
from netjournal.tuples import NamedTuple

_REACHED_AT_ONCE = frozenset({Channel.PHONE, Channel.VIDEO, Channel.MET})
_CALLS = frozenset({Channel.PHONE, Channel.VIDEO})
# A channel whose patience nobody set waits as long as an email.
_USUAL_PATIENCE = 7

in_order = attrgetter("day", "made", "id")
"""Sorts conversations as they happened; ``made`` orders those of one day."""


class Outreach(NamedTuple):
    """When I last reached out to somebody, or we talked, and over which channel."""

    day: date
    channel: Channel


def said_reply(conversation: Conversation) -> Reply:
    """What the line itself says of the reply; calls and meetings reach people unless it says not.

    Asked of outbound conversations.
    """
    if conversation.reply is not None:
        return conversation.reply
    return Reply.ANSWERED if conversation.channel in _REACHED_AT_ONCE else Reply.AWAITED


def is_missed_call(conversation: Conversation) -> bool:
    """They called and nobody spoke; a voicemail is no missed call, for something was said."""
    return (
        conversation.direction is Direction.INBOUND
        and conversation.channel in _CALLS
        and conversation.reply is Reply.NONE
    )


def is_voicemail(conversation: Conversation) -> bool:
    """They called and left word."""
    return (
        conversation.direction is Direction.INBOUND
        and conversation.channel in _CALLS
        and conversation.reply is Reply.AWAITED
    )


def patience(channel: Channel, person: Person, me: Me, settings: Settings) -> int:
    """Days until silence means no answer; a postcard to another country takes longer."""
    is_far = channel is Channel.POSTCARD and is_abroad(person, me, settings)
    return patience_with(channel, settings, abroad=is_far)


def patience_with(channel: Channel, settings: Settings, *, abroad: bool) -> int:
    """The same for anybody at home, or abroad: it matters to a postcard alone."""
    if abroad and channel is Channel.POSTCARD:
        return settings.patience_abroad
    return settings.patience.get(channel, _USUAL_PATIENCE)


def awaited_until(
    conversation: Conversation, person: Person, me: Me, settings: Settings
) -> date | None:
    """The last day on which an answer is still awaited; None when the line says there is none."""
    if said_reply(conversation) is not Reply.AWAITED:
        return None
    days = patience(conversation.channel, person, me, settings)
    return days_after(conversation.day, days, me.pauses)


def personal(conversations: Iterable[Conversation], today: date) -> list[Conversation]:
    """What passed up to today as it happened, without broadcasts: these are no contact."""
    past = [one for one in conversations if not one.broadcast and one.day <= today]
    past.sort(key=in_order)
    return past


class Trail:
    """What one pass over the conversations with one person leaves behind."""

    __slots__ = ("answered", "contact", "outreach", "owed", "tried", "two_way", "wrote")

    def __init__(self) -> None:
        self.contact: Conversation | None = None
        """The newest in which they were reached or wrote."""
        self.two_way: date | None = None
        """The newest day of a two-way contact; a missed call of theirs counts here."""
        self.answered: Channel | None = None
        """By which they were last reached or wrote, among those one can reach out by."""
        self.tried: list[Conversation] = []
        """Mine since then that reached nobody so far, oldest first."""
        self.outreach: Conversation | None = None
        """The newest in which I reached out, or we talked."""
        self.wrote: date | None = None
        """The newest day on which they reached out, or we talked."""
        self.owed: list[Conversation] = []
        """Theirs that answer nothing of mine and had nothing from me since, oldest first."""


# To meet again one has to call or write first; "other" is no means anybody could be shown.
_NO_MEANS = frozenset({Channel.MET, Channel.OTHER})


def follow(past: list[Conversation]) -> Trail:
    """One pass over the personal conversations with one person, in order."""
    trail = Trail()
    for one in past:
        if one.direction is Direction.OUTBOUND:
            _reached_out(trail, one)
        else:
            _heard(trail, one)
    return trail


def _reached_out(trail: Trail, one: Conversation) -> None:
    said = said_reply(one)
    trail.outreach = one
    if said is Reply.ANSWERED:
        _touch(trail, one)
        trail.two_way = one.day
        trail.tried.clear()
    else:
        trail.tried.append(one)
    # A call that nobody took tells them nothing: it is no reply to what they wrote.
    if said is not Reply.NONE:
        trail.owed.clear()


def _heard(trail: Trail, one: Conversation) -> None:
    answers = [mine for mine in trail.tried if said_reply(mine) is Reply.AWAITED]
    trail.tried.clear()
    trail.two_way = trail.wrote = one.day
    missed = is_missed_call(one)
    if not missed:
        _touch(trail, one)
    elif answers:
        _touch(trail, answers[-1])
    if one.direction is Direction.MUTUAL:
        trail.outreach = one
        trail.owed.clear()
    elif one.settled:
        trail.owed.clear()
    elif missed or not answers:
        # Nothing was said in a missed call, so it cannot have answered anything.
        trail.owed.append(one)


def _touch(trail: Trail, one: Conversation) -> None:
    trail.contact = one
    if one.channel not in _NO_MEANS:
        trail.answered = one.channel


def lately(newest: Iterable[Conversation], today: date) -> list[Conversation]:
    """Of the conversations with one person, newest first, what tells the last contact and outreach.

    Nothing before can be either: a contact leaves nothing of mine unanswered. The rest of a
    ``Trail`` takes them all.
    """
    past = (one for one in newest if not one.broadcast and one.day <= today)
    kept: list[Conversation] = []
    while more := list(islice(past, len(kept) or _FEW)):
        kept += more
        trail = follow(kept[::-1])
        if trail.contact is not None and trail.outreach is not None:
            break
    return kept


_FEW = 2


def replies(
    conversations: Iterable[Conversation],
    person: Person,
    *,
    me: Me,
    settings: Settings,
    today: date,
) -> dict[RecordId, Reply]:
    """The reply of each outbound personal conversation with one person, as it reads today.

    An inbound or mutual one answers the awaited ones before it, also when it comes late; what is
    awaited longer than its channel's patience reads as none.
    """
    read: dict[RecordId, Reply] = {}
    heard = False
    for one in reversed(personal(conversations, today)):
        if one.direction is not Direction.OUTBOUND:
            heard = True
            continue
        said = said_reply(one)
        if said is Reply.AWAITED:
            until = awaited_until(one, person, me, settings)
            if heard:
                said = Reply.ANSWERED
            elif until is not None and until < today:
                said = Reply.NONE
        read[one.id] = said
    return read
