"""Lines of Today about promises: overdue, due, waited for, undated."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Protocol

from netjournal.domain.abroad import is_abroad
from netjournal.domain.commitment import Commitment
from netjournal.domain.days import days_after
from netjournal.domain.item import Group, Item, ItemKind, Placed
from netjournal.domain.me import Me
from netjournal.domain.outline import Outline
from netjournal.domain.person import Person
from netjournal.domain.phrases import near_day, on_day, since
from netjournal.domain.promises import comes_up_on
from netjournal.domain.replies import Outreach, patience_with
from netjournal.domain.settings import Settings
from netjournal.domain.standing import Standing, State
from netjournal.domain.values import ME, Owner, PersonId, RecordId


class Journalled(Protocol):
    """What lines about promises ask of the journal, one by one and only where it tells."""

    def promise(self, id: RecordId) -> Commitment:
        """An open promise in full."""

    def person(self, id: PersonId) -> Person | None:
        """Somebody; None if they are gone."""

    def has_died(self, id: PersonId) -> bool:
        """Whether somebody is known to have died."""

    def outreach(self, id: PersonId) -> Outreach | None:
        """When I last reached out to somebody up to today, or we talked."""


def promise_line(
    outline: Outline,
    standings: Mapping[PersonId, Standing],
    journalled: Journalled,
    me: Me,
    settings: Settings,
    today: date,
) -> Placed | None:
    """The line of one open promise, or None while there is nothing to say about it.

    ``standings`` are those of the people in circles. A promise is off the list while everybody it
    concerns has died or was put to rest. People who are only let be after three tries keep
    theirs: what I promised does not go away by itself.
    """
    shown = comes_up_on(outline, me.pauses)
    if shown > today:
        return None
    people = tuple(person for person in outline.people if person != ME)
    if people and all(_is_off_lists(person, standings, journalled) for person in people):
        return None
    group, kind = _place(outline, today)
    if kind is ItemKind.WAITING and any(
        _was_in_touch(person, standings, journalled, me, settings, today) for person in people
    ):
        return None
    return Placed(
        group,
        (outline.due or outline.said).toordinal(),
        0,
        outline.id,
        max(shown, outline.said),
        partial(_item, outline.id, group, kind, journalled, today),
        outline.id,
    )


def _item(id: RecordId, group: Group, kind: ItemKind, journalled: Journalled, today: date) -> Item:
    commitment = journalled.promise(id)
    people = tuple(person for person in commitment.people if person != ME)
    return Item(
        kind=kind,
        group=group,
        key=commitment.id,
        reason=_reason(commitment, today),
        person=people[0] if people else None,
        people=people,
        commitment=commitment.id,
        conversation=commitment.conversation,
        channel=commitment.channel,
        due=commitment.due,
        days=(today - (commitment.due or commitment.said)).days,
        what=commitment.words,
    )


def _is_off_lists(
    person: PersonId, standings: Mapping[PersonId, Standing], journalled: Journalled
) -> bool:
    standing = standings.get(person)
    if standing is None:
        return journalled.has_died(person)
    return standing.state is State.DIED or standing.put_to_rest


def _place(outline: Outline, today: date) -> tuple[Group, ItemKind]:
    if outline.due is None:
        return Group.UNDATED, ItemKind.UNDATED
    if outline.owner is not Owner.MINE:
        return Group.WAITING, ItemKind.WAITING
    return (Group.OVERDUE, ItemKind.OVERDUE) if outline.due < today else (Group.TODAY, ItemKind.DUE)


def _reason(commitment: Commitment, today: date) -> str:
    mine = commitment.owner is Owner.MINE
    if commitment.due is None:
        said = on_day(commitment.said, today)
        return f"said {said}, no day named" if mine else f"promised {said}, no day named"
    if not mine:
        return f"promised for {near_day(commitment.due, today)}"
    return since(commitment.due, today) if commitment.due < today else "today"


def _was_in_touch(
    person: PersonId,
    standings: Mapping[PersonId, Standing],
    journalled: Journalled,
    me: Me,
    settings: Settings,
    today: date,
) -> bool:
    """Whether I reached out so lately that it would be impatient to come back to it."""
    standing = standings.get(person)
    outreach = standing.outreach if standing else journalled.outreach(person)
    if outreach is None:
        return False
    channel, day = outreach.channel, outreach.day

    def is_early(*, abroad: bool) -> bool:
        return days_after(day, patience_with(channel, settings, abroad=abroad), me.pauses) >= today

    at_home = is_early(abroad=False)
    if at_home is is_early(abroad=True):
        return at_home  # wherever they live: they need not be read
    who = standing.person if standing else journalled.person(person)
    return is_early(abroad=who is not None and is_abroad(who, me, settings))
