"""Lines for what is not on Today's list, so that done, snooze and drop work on anything shown."""

from __future__ import annotations

from netjournal.domain.commitment import Commitment
from netjournal.domain.item import Group, Item, ItemKind
from netjournal.domain.standing import Standing
from netjournal.domain.values import Owner


def person_item(where: Standing) -> Item:
    """A person as a line: done logs a contact, snoozed and dropped are quiet for a while."""
    return Item(
        kind=ItemKind.STALE,
        group=Group.RECONNECT,
        key=where.person.id,
        reason=where.quiet,
        person=where.person.id,
        channel=where.next_channel,
    )


def promise_item(promise: Commitment) -> Item:
    """A promise as a line."""
    mine = promise.owner is Owner.MINE
    return Item(
        kind=ItemKind.DUE if mine else ItemKind.WAITING,
        group=Group.TODAY if mine else Group.WAITING,
        key=promise.id,
        reason="",
        person=promise.people[0] if promise.people else None,
        people=promise.people,
        commitment=promise.id,
        channel=promise.channel,
        due=promise.due,
        what=promise.words,
    )


def reaches_out(item: Item) -> bool:
    """Whether doing the line is an act of reaching out, which leaves a conversation behind."""
    if item.kind in {ItemKind.DATE, ItemKind.CHOOSE, ItemKind.WAITING}:
        return False
    return item.channel is not None or item.commitment is None
