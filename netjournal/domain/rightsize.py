"""Right size: who might step back from a full circle, and who might be let go on purpose."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from netjournal.domain.me import Me
from netjournal.domain.quality import Band
from netjournal.domain.standing import Standing
from netjournal.domain.values import Circle
from netjournal.domain.week import silence

LET_GO_AFTER = 3
"""Cadences of silence after which letting go is offered."""
_BANDS = list(Band)


def step_back(within: Iterable[tuple[Standing, Band]], today: date, me: Me) -> tuple[Standing, ...]:
    """The people of one circle, who might step back first; nothing is ever done by itself.

    The thinnest relationships come first, of these the longest silence, those never in contact
    before any; of equal ones the lower calibre, which is no matter among inner people.
    """

    def order(pair: tuple[Standing, Band]) -> tuple[int, float, int, str]:
        one, band = pair
        quiet = silence(one, today, me)
        calibre = 0 if one.person.circle is Circle.INNER else one.person.calibre or 1
        return (
            -_BANDS.index(band),
            -(quiet if quiet is not None else float("inf")),
            calibre,
            one.person.id,
        )

    return tuple(one for one, _ in sorted(within, key=order))


def may_be_let_go(one: Standing, today: date, me: Me) -> bool:
    """Whether to offer: let rest, one last card, or keep. Never of inner people.

    Three cadences of silence, a try of mine since that brought no word, and none awaited.
    """
    if one.person.circle is Circle.INNER or not one.is_counted:
        return False
    quiet = silence(one, today, me)
    return quiet is not None and quiet >= LET_GO_AFTER and one.unanswered > 0 and not one.awaited
