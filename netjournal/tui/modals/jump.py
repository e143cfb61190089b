"""The letter to jump to."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.widgets import Static

from netjournal.tui.modals.dialog import Dialog
from netjournal.tui.showing import shown


class JumpModal(Dialog[str]):
    """Takes the next character typed."""

    DEFAULT_CSS = "JumpModal Frame { width: 40; }"

    def __init__(self) -> None:
        super().__init__("Jump")

    def body(self) -> ComposeResult:
        """What to do."""
        yield Static(shown("Type the first letter of a name."))

    def on_key(self, event: events.Key) -> None:
        """The answer; keys that are no character leave it to the bindings."""
        if event.character and event.character.isprintable():
            event.stop()
            self.dismiss(event.character)
