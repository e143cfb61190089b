"""Cooling: newly met, worth a follow-up, and not yet followed up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from netjournal.domain.conversation import Conversation
from netjournal.domain.days import days_between, working_day_after
from netjournal.domain.me import Me
from netjournal.domain.person import Person
from netjournal.domain.replies import said_reply
from netjournal.domain.settings import Settings
from netjournal.domain.values import Channel, Circle, Direction, Origin, RecordId, Reply

WORKING_DAYS = 2
"""The first follow-up is due by the end of this working day after the meeting."""
COOLED_AFTER = 14
"""Days after which the line asks: write, or let rest?"""


def made_on(made: str) -> date | None:
    """The day (UTC) a record was made, or None when it does not tell."""
    try:
        return date.fromisoformat(made[:10])
    except ValueError:
        return None


def _first_meeting(person: Person, past: Sequence[Conversation]) -> Conversation | None:
    """The meeting after which somebody was added by hand.

    Added in the two weeks after it: who writes down a lunch of last winter, or meets somebody
    long in the journal, made no new acquaintance. One day of grace before, for ``made`` is UTC.
    Nobody is asked to follow up on family.
    """
    if person.origin is not Origin.HAND or person.circle is Circle.INNER or not past:
        return None
    first = past[0]
    added = made_on(person.made)
    if first.channel is not Channel.MET or added is None:
        return None
    return first if -1 <= (added - first.day).days <= COOLED_AFTER else None


def _is_follow_up(conversation: Conversation) -> bool:
    """Whether it is contact; a call that nobody took is none."""
    return (
        conversation.direction is not Direction.OUTBOUND
        or said_reply(conversation) is not Reply.NONE
    )


def cooling(
    person: Person, past: Sequence[Conversation], chosen_on: date | None, today: date
) -> tuple[date | None, RecordId | None]:
    """Since when somebody is cooling, and the gathering they were met at, if known.

    ``past`` are the personal conversations up to today, in order; ``chosen_on`` is the day of
    the gathering at which they were chosen. Nothing: followed up, or never cooling.
    """
    met: Conversation | None = None
    if chosen_on is not None:
        since = chosen_on
        met = next((one for one in reversed(past) if one.day == since and one.gathering), None)
    else:
        met = _first_meeting(person, past)
        if met is None:
            return None, None
        since = met.day
    if since > today or any(one.day > since and _is_follow_up(one) for one in past):
        return None, None
    return since, met.gathering if met else None


def cooling_due(since: date, me: Me, settings: Settings) -> date:
    """The day by whose end the first follow-up is due."""
    return working_day_after(since, WORKING_DAYS, settings.working_days, me.pauses)


def has_cooled(since: date, me: Me, today: date) -> bool:
    """Whether it is so long ago that the line asks: write, or let rest."""
    return days_between(since, today, me.pauses) > COOLED_AFTER
