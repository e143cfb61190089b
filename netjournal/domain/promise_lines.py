"""Lines of Today about promises: overdue, due, waited for, undated."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from netjournal.domain.commitment import Commitment
from netjournal.domain.days import days_after
from netjournal.domain.item import Group, Item, ItemKind, Placed
from netjournal.domain.person import Me
from netjournal.domain.phrases import near_day, on_day, since
from netjournal.domain.promises import comes_up_on
from netjournal.domain.replies import patience
from netjournal.domain.settings import Settings
from netjournal.domain.standing import Standing, State
from netjournal.domain.values import ME, Owner, PersonId


def promise_line(
    commitment: Commitment,
    standings: Mapping[PersonId, Standing],
    me: Me,
    settings: Settings,
    today: date,
) -> Placed | None:
    """The line of one promise, or None while there is nothing to say about it.

    A promise is off the list while everybody it concerns has died or was put to rest. People who
    are only let be after three tries keep theirs: what I promised does not go away by itself.
    """
    if not commitment.is_open:
        return None
    shown = comes_up_on(commitment, me.pauses)
    if shown > today:
        return None
    people = tuple(person for person in commitment.people if person != ME)
    known = [standings[person] for person in people if person in standings]
    if people and len(known) == len(people) and all(map(_is_off_lists, known)):
        return None
    group, kind, reason = _says(commitment, today)
    if kind is ItemKind.WAITING and any(_was_in_touch(one, me, settings, today) for one in known):
        return None
    since_day = commitment.due or commitment.said
    item = Item(
        kind=kind,
        group=group,
        key=commitment.id,
        reason=reason,
        person=people[0] if people else None,
        people=people,
        commitment=commitment.id,
        conversation=commitment.conversation,
        channel=commitment.channel,
        due=commitment.due,
        days=(today - since_day).days,
        what=commitment.words,
    )
    arose = max(shown, commitment.said)
    return Placed(group, since_day.toordinal(), 0, commitment.id, arose, item)


def _is_off_lists(standing: Standing) -> bool:
    return standing.state is State.DIED or standing.put_to_rest


def _says(commitment: Commitment, today: date) -> tuple[Group, ItemKind, str]:
    mine = commitment.owner is Owner.MINE
    if commitment.due is None:
        said = on_day(commitment.said, today)
        reason = f"said {said}, no day named" if mine else f"promised {said}, no day named"
        return Group.UNDATED, ItemKind.UNDATED, reason
    if not mine:
        return Group.WAITING, ItemKind.WAITING, f"promised for {near_day(commitment.due, today)}"
    if commitment.due < today:
        return Group.OVERDUE, ItemKind.OVERDUE, since(commitment.due, today)
    return Group.TODAY, ItemKind.DUE, "today"


def _was_in_touch(standing: Standing, me: Me, settings: Settings, today: date) -> bool:
    """Whether I reached out so lately that it would be impatient to come back to it."""
    outreach = standing.outreach
    if outreach is None:
        return False
    days = patience(outreach.channel, standing.person, me, settings)
    return days_after(outreach.day, days, me.pauses) >= today
