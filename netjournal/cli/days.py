"""Arguments that end in a day: ``Ana Ruiz until friday``, ``4821 in 2 weeks``."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from netjournal.cli.context import Context
from netjournal.errors import InputError

_UNTIL = frozenset({"until", "till", "til"})


def day(text: str, context: Context, *, past: bool) -> date:
    """The day a phrase means, on the side of today that is meant.

    Raises:
        InputError: it is no day.
    """
    from netjournal.journal.days import day_from

    return day_from(text, context.today, past=past, settings=context.settings)


def ahead(text: str, context: Context) -> date:
    """A day that lies ahead.

    Raises:
        InputError: it is no day, or not after today.
    """
    found = day(text, context, past=False)
    if found <= context.today:
        raise InputError(f"{found.isoformat()} does not lie ahead; write a day after today.")
    return found


def parted(words: Sequence[str]) -> tuple[str, str | None]:
    """What stands before the last ``until`` and what behind it; None if it is not there."""
    for place in range(len(words) - 1, 0, -1):
        if words[place].lower() in _UNTIL:
            return " ".join(words[:place]), " ".join(words[place + 1 :])
    return " ".join(words), None


def ending(words: Sequence[str], context: Context, *, past: bool) -> tuple[str, date | None]:
    """The words before the longest ending that is a day, and that day; None if none is."""
    for place in range(1, len(words)):
        try:
            return " ".join(words[:place]), day(" ".join(words[place:]), context, past=past)
        except InputError:
            continue
    return " ".join(words), None
