"""The one door of the terminal UI."""

from __future__ import annotations

import gc
from collections.abc import Callable
from datetime import date

from netjournal.domain.settings import Settings
from netjournal.journal.journal import Journal
from netjournal.tuples import NamedTuple


class Left(NamedTuple):
    """How the program was left."""

    code: int
    """The exit code."""
    not_kept: str
    """What was typed and could neither be stored nor kept as a draft."""


def run(
    journal: Journal, settings: Settings, *, today: Callable[[], date], notice: str = ""
) -> Left:
    """Show the journal until the user leaves. ``notice`` is told at the start."""
    # Modules, styles and the journal stay as long as the program: the collector would walk them
    # again and again while they are loaded, and find nothing. The host lets it go on.
    gc.disable()
    from netjournal.tui.app import NetjournalApp
    from netjournal.tui.picture import glimpsed

    app = NetjournalApp(journal, settings, today, notice=notice)
    app.glimpse = glimpsed(journal, settings, today(), discreet=app.discreet)
    try:
        app.run()
    finally:
        gc.enable()
    return Left(app.return_code or 0, app.not_kept)
