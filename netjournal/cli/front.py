"""The front: what netjournal shows when no command says otherwise; the one door to the TUI."""

from __future__ import annotations

from netjournal import clock
from netjournal.cli import diagnostics
from netjournal.cli.context import Context


def front(context: Context, *, notice: str = "") -> int:
    """The full screen at a terminal, elsewhere the text of today; a notice with either."""
    if context.output.is_terminal and context.is_interactive:
        from netjournal.tui.run import run

        context.will_fold()
        return run(context.journal, context.settings, today=clock.today, notice=notice)
    from netjournal.cli.commands import today

    if notice:
        diagnostics.say(notice)
    return today.show(context)
