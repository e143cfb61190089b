"""Resting: put to rest by me, or let be for a while after three tries without an answer."""

from __future__ import annotations

from datetime import date

from netjournal.domain.days import days_after
from netjournal.domain.me import Me
from netjournal.domain.person import Person
from netjournal.domain.values import Circle, Span

TRIES = 3
"""So many unanswered in a row, and the person is let be."""
LEAST_DAYS = 30


def is_put_to_rest(person: Person, wrote: date | None, today: date) -> bool:
    """Whether I put them to rest and they have not written since, nor has the day come.

    What they wrote on the day of the rest itself may have been the reason for it, so only a
    later day brings them back.
    """
    rest = person.rest
    if rest is None or not rest.holds(today):
        return False
    return wrote is None or wrote <= rest.since


def let_be_until(
    person: Person, unanswered: int, silent_since: date, cadence: Span, me: Me
) -> date | None:
    """Until which day somebody who did not answer is let be; None: not at all.

    Half a cadence and at least 30 days from the day the last answer was given up. Inner people
    never: there it is "try through someone near".
    """
    if unanswered < TRIES or person.circle is Circle.INNER:
        return None
    days = max(LEAST_DAYS, cadence.days_from(silent_since) // 2)
    return days_after(silent_since, days, me.pauses)
