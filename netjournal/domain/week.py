"""The week's five: three due, one long quiet, one I can help; the same the whole week."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum

from netjournal.domain.conversation import Conversation
from netjournal.domain.days import days_between
from netjournal.domain.me import Me
from netjournal.domain.replies import said_reply
from netjournal.domain.standing import Standing
from netjournal.domain.values import Circle, Direction, PersonId, Reply
from netjournal.tuples import NamedTuple

FIVE = 5
_DUE = 3
_SOON_FROM, _DUE_FROM, _DORMANT_FROM = 0.8, 1.0, 2.0
_CIRCLES = list(Circle)


class Why(StrEnum):
    """What brought somebody into the week."""

    DUE = "due"
    DORMANT = "dormant"
    HELP = "help"


class Pick(NamedTuple):
    """One of the five."""

    person: PersonId
    why: Why


def week_begun(day: date, first: int = 0) -> date:
    """The first day of a day's week; weeks begin on that weekday, Monday is 0."""
    return day - timedelta(days=(day.weekday() - first) % 7)


def silence(standing: Standing, day: date, me: Me) -> float | None:
    """The silence on a day in cadences; None for who was never in contact or has no cadence."""
    last, cadence = standing.last_contact, standing.cadence
    if last is None or cadence is None:
        return None
    return days_between(last, day, me.pauses) / max(cadence.days_from(last), 1)


def five(
    then: Iterable[Standing], can_help: Sequence[PersonId], start: date, me: Me
) -> tuple[Pick, ...]:
    """The five of the week that began on a day.

    ``then`` is where those who can be written to stood by what was recorded before that day,
    ``can_help`` whose needs could be met by then, the newest first. Where one kind has too few,
    the others fill up, and at last those who are due soon.
    """
    known = {one.person.id: one for one in then}
    silences = {id: silence(one, start, me) for id, one in known.items()}

    def between(low: float, high: float) -> list[PersonId]:
        found = [id for id, x in silences.items() if x is not None and low <= x < high]
        return sorted(found, key=lambda id: _order(known[id], silences[id] or 0))

    due = [Pick(id, Why.DUE) for id in between(_DUE_FROM, _DORMANT_FROM)]
    dormant = [Pick(id, Why.DORMANT) for id in between(_DORMANT_FROM, float("inf"))]
    helped = [Pick(id, Why.HELP) for id in dict.fromkeys(can_help) if id in known]
    soon = [Pick(id, Why.DUE) for id in between(_SOON_FROM, _DUE_FROM)]
    first = [*due[:_DUE], *dormant[:1]]
    taken = {pick.person for pick in first}
    first += [pick for pick in helped if pick.person not in taken][:1]
    wanted = [*first, *due[_DUE:], *dormant[1:], *helped, *soon]
    whole = {pick.person: pick for pick in reversed(wanted)}
    order = list(dict.fromkeys(pick.person for pick in wanted))[:FIVE]
    kinds = list(Why)
    return tuple(sorted((whole[id] for id in order), key=lambda pick: kinds.index(pick.why)))


def _order(one: Standing, cadences: float) -> tuple[int, float, str]:
    """The order of reconnecting: circle, then silence by calibre; of inner people none is told."""
    person = one.person
    calibre = 1 if person.circle is Circle.INNER else person.calibre or 1
    return _CIRCLES.index(person.circle), -min(cadences, _DORMANT_FROM) * calibre, person.id


def ticks(conversations: Iterable[Conversation], start: date, today: date) -> date | None:
    """The first day of the week on which somebody was written to, reached, or wrote."""
    days = [
        one.day
        for one in conversations
        if start <= one.day <= today
        and not one.broadcast
        and (one.direction is not Direction.OUTBOUND or said_reply(one) is not Reply.NONE)
    ]
    return min(days, default=None)
