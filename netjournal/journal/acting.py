"""Acting on a line of Today: done, snoozed, dropped, whatever the line is about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from netjournal.clock import now
from netjournal.domain.commitment import Commitment
from netjournal.domain.conversation import Conversation
from netjournal.domain.gesture import Change
from netjournal.domain.item import Item, ItemKind
from netjournal.domain.promises import closed_by
from netjournal.domain.settings import Settings
from netjournal.domain.values import ME, Channel, Direction, PersonId, Reply
from netjournal.errors import UnknownNameError
from netjournal.journal import closing, editing
from netjournal.journal.changes import created, edits, new_id
from netjournal.journal.snapshot import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """How it went."""

    today: date
    reply: Reply | None = None
    """What was said of the answer: ``none`` for no answer, ``awaited`` for a word left."""
    text: str = ""
    channel: Channel | None = None
    """Another channel than the line proposed."""


def done(snapshot: Snapshot, item: Item, doing: Doing) -> list[Change]:
    """The line is done; an act of reaching out is recorded as a conversation with it."""
    if item.commitment:
        return _promise_done(snapshot, item, doing)
    if item.kind is ItemKind.CHOOSE:
        return _settled(snapshot, item)
    person = _who(item)
    if item.kind is ItemKind.DATE:
        return editing.greeted(snapshot, person, item.occasion, item.due or doing.today)
    channel = doing.channel or item.channel or Channel.PHONE
    talk = reached_out((person,), channel, doing, doing.text)
    fulfilled = closed_by(talk, snapshot.commitments_of(person))
    changes = [created(talk)]
    for promise in fulfilled.closed:
        changes += closing.done(snapshot, promise, on=doing.today)
    return changes


def snoozed(snapshot: Snapshot, item: Item, until: date, today: date) -> list[Change]:
    """The line is quiet until a day."""
    if item.commitment:
        return closing.snoozed(snapshot, _promise(snapshot, item), until=until)
    if item.kind is ItemKind.CHOOSE:
        return _settled(snapshot, item)
    person = _who(item)
    if item.kind is ItemKind.DATE:
        day = item.due or today
        return editing.greet_later(snapshot, person, item.occasion, day, until)
    return editing.quiet_until(snapshot, person, until, today)


def dropped(snapshot: Snapshot, item: Item, today: date, settings: Settings) -> list[Change]:
    """Not now: a promise is let go, a reply is not needed, a person is quiet for half a cadence."""
    if item.commitment:
        return closing.dropped(snapshot, _promise(snapshot, item), on=today)
    if item.kind is ItemKind.CHOOSE:
        return _settled(snapshot, item)
    person = _who(item)
    if item.kind is ItemKind.DATE:
        return editing.greeted(snapshot, person, item.occasion, item.due or today)
    if item.kind is ItemKind.REPLY:
        return _no_reply_needed(snapshot, item)
    until = not_now_until(snapshot, person, today, settings)
    return editing.quiet_until(snapshot, person, until, today)


def not_now_until(snapshot: Snapshot, person: PersonId, today: date, settings: Settings) -> date:
    """The end of "not now": half a cadence from today."""
    who = snapshot.person(person)
    cadence = (who.cadence or settings.cadences.get(who.circle)) if who else None
    days = cadence.days_from(today) // 2 if cadence else 30
    return today + timedelta(days=max(1, days))


def reached_out(
    people: tuple[PersonId, ...], channel: Channel, doing: Doing, text: str
) -> Conversation:
    """The conversation that an act of reaching out is."""
    return Conversation(
        id=new_id(),
        made=now(),
        day=doing.today,
        channel=channel,
        direction=Direction.MUTUAL if channel is Channel.MET else Direction.OUTBOUND,
        people=people,
        text=text,
        reply=doing.reply,
    )


def _promise_done(snapshot: Snapshot, item: Item, doing: Doing) -> list[Change]:
    promise = _promise(snapshot, item)
    changes: list[Change] = []
    channel = doing.channel or promise.channel
    people = tuple(person for person in promise.people if person != ME)
    if promise.is_follow_up and channel and people:
        changes.append(created(reached_out(people, channel, doing, doing.text or promise.text)))
        if doing.reply is Reply.NONE:
            # nobody was reached: the promise stays, and is quiet for the rest of the day
            tomorrow = doing.today + timedelta(days=1)
            return changes + closing.snoozed(snapshot, promise, until=tomorrow)
        return changes + closing.done(snapshot, promise, on=doing.today)
    return closing.done(snapshot, promise, on=doing.today, outcome=doing.text)


def _promise(snapshot: Snapshot, item: Item) -> Commitment:
    promise = snapshot.commitment(item.commitment or "")
    if promise is None:
        raise UnknownNameError("This promise is no longer in the journal.")
    return promise


def _who(item: Item) -> PersonId:
    assert item.person is not None, "a line is about a promise, a gathering or a person"
    return item.person


def _settled(snapshot: Snapshot, item: Item) -> list[Change]:
    gathering = snapshot.gathering(item.gathering or "")
    return edits(snapshot, gathering, settled=True) if gathering else []


def _no_reply_needed(snapshot: Snapshot, item: Item) -> list[Change]:
    """What waits, and all of theirs before it, needs no reply of mine."""
    talk = snapshot.conversation(item.conversation or "")
    return edits(snapshot, talk, settled=True) if talk else []
