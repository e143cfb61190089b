"""The one door of the terminal UI."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from netjournal.domain.settings import Settings
from netjournal.journal.journal import Journal


def run(
    journal: Journal, settings: Settings, *, today: Callable[[], date], notice: str = ""
) -> int:
    """Show the journal until the user leaves; the exit code. ``notice`` is told at the start."""
    from netjournal.tui.app import NetjournalApp

    app = NetjournalApp(journal, settings, today, notice=notice)
    app.run()
    return app.return_code or 0
