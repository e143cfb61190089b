"""The front: what netjournal shows when no command says otherwise; the one door to the TUI."""

from __future__ import annotations

import gc

from netjournal import clock
from netjournal.cli import diagnostics
from netjournal.cli.context import Context

_LONG_LIVED = (700, 10, 10)
"""When garbage in cycles is looked for in a program that stays: Python's own choice."""


def front(context: Context, *, notice: str = "") -> int:
    """The full screen at a terminal, elsewhere the text of today; a notice with either."""
    if context.output.is_terminal and context.is_interactive:
        from netjournal.tui.run import run

        gc.set_threshold(*_LONG_LIVED)
        context.will_fold(anyway=True)  # with the first fold of a day comes the backup
        left = run(context.journal, context.settings, today=clock.today, notice=notice)
        if left.not_kept:
            diagnostics.say_typed("Not stored: ", left.not_kept)
        return left.code
    from netjournal.cli.commands import today

    if notice:
        diagnostics.say(notice)
    return today.show(context)


def key_ids() -> tuple[str, ...]:
    """The ids of the app's keys, as the settings name them."""
    from netjournal.tui import choices

    return choices.key_ids()


def themes() -> tuple[str, ...]:
    """The names of the app's themes."""
    from netjournal.tui import choices

    return choices.themes()
