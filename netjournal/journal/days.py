"""Days and spans as people type them in an argument or a form."""

from __future__ import annotations

from datetime import date

from netjournal.domain.dates import NoDay, read_day
from netjournal.domain.settings import Settings
from netjournal.domain.values import Recurrence, Span
from netjournal.errors import InputError


def day_from(text: str, today: date, *, past: bool, settings: Settings) -> date:
    """The day a phrase means (``friday``, ``3 march``, ``in 2 weeks``, ISO).

    Raises:
        InputError: it is no day.
    """
    found = read_day(text, today, past=past, settings=settings)
    if isinstance(found, date):
        return found
    if isinstance(found, NoDay):
        raise InputError(found.message)
    raise InputError(
        f"{text!r} comes again and again; write one day, such as 2026-04-03 or friday."
    )


def span_from(text: str, today: date, settings: Settings) -> Span:
    """The span a phrase means (``6 weeks``, ``2 months``).

    Raises:
        InputError: it is none.
    """
    found = read_day(f"every {text}", today, past=False, settings=settings)
    if isinstance(found, Recurrence):
        return found.span
    raise InputError(f"{text!r} is no span of time; write 6 weeks, 2 months or 1 year.")
