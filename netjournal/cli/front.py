"""The front: what netjournal shows when no command says otherwise."""

from __future__ import annotations

from netjournal.cli import diagnostics
from netjournal.cli.context import Context


def front(context: Context, *, notice: str = "") -> int:
    """The text of today, with a notice beside it."""
    from netjournal.cli.commands import today

    if notice:
        diagnostics.say(notice)
    return today.show(context)
