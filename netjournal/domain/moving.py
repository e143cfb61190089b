"""Nearer or less near: who keeps another circle's pace than that of their own. Only suggested."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from netjournal.domain.conversation import Conversation
from netjournal.domain.me import Me
from netjournal.domain.person import Person
from netjournal.domain.quality import A_YEAR, Band, Quality
from netjournal.domain.replies import is_missed_call, personal, said_reply
from netjournal.domain.standing import Standing
from netjournal.domain.values import Circle, Direction, Reply, Span
from netjournal.domain.week import silence
from netjournal.tuples import NamedTuple

_QUIET_CADENCES = 2.0
"""Cadences of silence from which the next circle out may fit better."""
_BOTH_WAYS = 2
_NEARER = {Circle.NETWORK: Circle.CLOSE, Circle.CLOSE: Circle.INNER}
_LESS_NEAR = {Circle.CLOSE: Circle.NETWORK}
HALF_A_YEAR = 182
"""Days that count for somebody of the rolodex."""


class Move(NamedTuple):
    """A circle that may fit somebody better, and by what that is seen."""

    to: Circle
    contacts: int
    """Days of two-way contact within a year, of the rolodex within half of one."""


def suggested_move(
    where: Standing, found: Quality, cadences: Mapping[Circle, Span], today: date, me: Me
) -> Move | None:
    """The circle whose pace somebody in a circle keeps, if it is another than theirs.

    Nearer: the relationship is strong, they reached out or we talked twice within a year, and
    there were as many contacts as the nearer circle asks for. Less near: quiet for two cadences,
    no more contacts than the next circle out asks for, and in the circle for a cadence at least.
    Who has a cadence of their own was thought about already; nobody is suggested out of the inner
    circle.
    """
    person = where.person
    if person.cadence is not None:
        return None
    nearer, outer = _NEARER.get(person.circle), _LESS_NEAR.get(person.circle)
    if (
        nearer is not None
        and found.band is Band.STRONG
        and found.theirs + found.mutual >= _BOTH_WAYS
        and found.contacts >= _asked_for(cadences[nearer], today)
    ):
        return Move(nearer, found.contacts)
    if outer is not None and found.contacts <= _asked_for(cadences[outer], today):
        quiet = silence(where, today, me)
        is_quiet = quiet is not None and quiet >= _QUIET_CADENCES
        if is_quiet and _has_settled(person, cadences[person.circle], today):
            return Move(outer, found.contacts)
    return None


def _has_settled(person: Person, cadence: Span, today: date) -> bool:
    """Whether they came to their circle a cadence ago: nobody is asked to think again at once."""
    return person.circle_since is None or cadence.after(person.circle_since) <= today


def _asked_for(cadence: Span, today: date) -> int:
    """How many contacts a year a cadence asks for."""
    return max(1, A_YEAR // cadence.days_from(today))


def may_enter(person: Person, talks: Iterable[Conversation], today: date) -> Move | None:
    """Whether somebody of the rolodex may belong into the network: two talks within half a year.

    On two days at least, and once they reached out or we talked; an evening at which many were
    met counts as one of the two.
    """
    if person.circle is not Circle.ROLODEX or person.died:
        return None
    since = today - timedelta(days=HALF_A_YEAR)
    near = [one for one in personal(talks, today) if one.day > since and _is_two_way(one)]
    days = len({one.day for one in near})
    both = any(one.direction is not Direction.OUTBOUND for one in near)
    return Move(Circle.NETWORK, days) if days >= _BOTH_WAYS and both else None


def _is_two_way(one: Conversation) -> bool:
    if one.direction is Direction.OUTBOUND:
        return said_reply(one) is Reply.ANSWERED
    return not is_missed_call(one)
