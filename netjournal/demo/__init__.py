"""The sample journal: some forty invented people around a life that looks lived with."""

from __future__ import annotations

from datetime import date

from netjournal.domain.gesture import Change


def sample(today: date) -> tuple[Change, ...]:
    """Every record of the sample journal, as seen from ``today``.

    The same day gives the same bytes: ids and moments come from a seeded generator, never from
    the clock. Days are told from ``today`` backwards, so that the picture is the same any day.
    """
    from netjournal.demo.making import Making

    return Making(today).everything()
