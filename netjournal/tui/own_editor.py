"""The user's editor in place of the screen, and back."""

from __future__ import annotations

from typing import Any

from textual.app import App, SuspendNotSupported

from netjournal.errors import NetjournalError
from netjournal.text import safe_line


def in_editor(app: App[Any], text: str) -> str | None:
    """The text as the editor left it; None, and a sentence why, if it could not be edited."""
    from netjournal.outside import edited

    try:
        with app.suspend():
            left = edited(text)
    except SuspendNotSupported:
        why = "The editor cannot take this terminal; write here."
    except NetjournalError as error:
        why = safe_line(error.message)
    else:
        return left.strip()
    app.notify(why, severity="warning", markup=False)
    return None
