"""Promises: the day each comes up; what doing one closes and starts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from netjournal.domain.days import days_after, plus
from netjournal.domain.values import (
    Channel,
    CommitmentState,
    Direction,
    Owner,
    PersonId,
    RecordId,
    Reply,
    Span,
    Unit,
    shift,
)
from netjournal.tuples import NamedTuple

if TYPE_CHECKING:
    from netjournal.domain.commitment import Commitment
    from netjournal.domain.conversation import Conversation
    from netjournal.domain.me import Pause
    from netjournal.domain.outline import Outline

UNDATED_MINE_AFTER = 7
UNDATED_THEIRS_AFTER = 14
CLOSES_AHEAD = 7
"""Doing closes a follow-up that is due within so many days."""

_DAYS_OF = {Unit.DAYS: 1, Unit.WEEKS: 7, Unit.MONTHS: 31, Unit.YEARS: 366}


def comes_up_on(commitment: Commitment | Outline, pauses: tuple[Pause, ...]) -> date:
    """The day a promise is first shown.

    A dated one of mine on its due day, of theirs the day after; an undated one 7 days (mine) or
    14 (theirs) after it was made; any of them not before the day it was snoozed to.
    """
    mine = commitment.owner is Owner.MINE
    if commitment.due is not None:
        day = commitment.due if mine else plus(commitment.due, 1)
    elif commitment.snoozed is not None:
        return commitment.snoozed
    else:
        after = UNDATED_MINE_AFTER if mine else UNDATED_THEIRS_AFTER
        day = days_after(commitment.said, after, pauses)
    return max(day, commitment.snoozed or day)


def successor(done: Commitment, *, done_on: date, id: RecordId, made: str) -> Commitment | None:
    """The next one of a recurring commitment that was done; None when it does not recur.

    It restarts from the day it was done, or, ``fixed``, on the first day of its own calendar
    after both that day and the due day: a missed one never piles up copies.
    """
    if done.every is None:
        return None
    every = done.every
    if every.fixed:
        before = done.due or done.said
        every = every._replace(anchor=every.anchor or before)
        due = _next_fixed(every.anchor or before, every.span, max(before, done_on))
    else:
        due = every.span.after(done_on)
    return done._replace(
        id=id,
        made=made,
        said=done_on,
        due=due,
        every=every,
        snoozed=None,
        written=None,
        state=CommitmentState.OPEN,
        done_on=None,
        outcome="",
        follows=done.id,
    )


def _next_fixed(anchor: date, span: Span, after: date) -> date:
    """The first ``anchor`` + k spans, k at least 1, that lies after the day.

    Counted from the anchor each time: stepping from the 31st would slide to the 28th for good.
    """
    # A span is at most so many days long, so this many steps never overshoot.
    times = max(1, (after - anchor).days // (span.n * _DAYS_OF[span.unit]))
    due = shift(anchor, span, times)
    while due <= after and due < date.max:
        times += 1
        due = shift(anchor, span, times)
    return due


class Closing(NamedTuple):
    """What a contact does to my open follow-ups."""

    closed: tuple[Commitment, ...] = ()
    left_open: tuple[Commitment, ...] = ()
    """Fitting ones that stay open, because more than one fits or not all its people took part."""


def closed_by(conversation: Conversation, commitments: Iterable[Commitment]) -> Closing:
    """Which open follow-ups of mine a contact closes: doing closes.

    An outbound or mutual contact closes, for each of its people, the one follow-up with that
    person and channel that is due by a week from its day; a meeting to come is an appointment,
    which a meeting before it does not keep. An undated one is meant only when no dated one is. A
    broadcast, or a call that reached nobody, closes nothing.
    """
    if (
        conversation.broadcast
        or conversation.direction is Direction.INBOUND
        or conversation.reply is Reply.NONE
    ):
        return Closing()
    appointment = conversation.channel in {Channel.MET, Channel.VIDEO}
    horizon = plus(conversation.day, 0 if appointment else CLOSES_AHEAD)
    people = frozenset(conversation.people)
    fitting = [
        one
        for one in commitments
        if one.is_open
        and one.is_follow_up
        and one.channel is conversation.channel
        and (one.due is None or one.due <= horizon)
        and not people.isdisjoint(one.people)
    ]
    meant: dict[PersonId, list[Commitment]] = {}
    for person in conversation.people:
        theirs = [one for one in fitting if person in one.people]
        meant[person] = [one for one in theirs if one.due is not None] or theirs
    # One with several people is closed when it is the only one meant for each of them.
    some = {one.id: one for ones in meant.values() for one in ones}.values()
    closed = tuple(one for one in some if all(meant.get(person) == [one] for person in one.people))
    return Closing(closed, tuple(one for one in some if one not in closed))
