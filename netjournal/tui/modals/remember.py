"""How somebody met and I will remember each other; asked one person after another."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input, Static

from netjournal.tui.modals.dialog import Dialog
from netjournal.tui.showing import shown
from netjournal.tui.widgets.line_input import LineInput


class RememberModal(Dialog[str]):
    """An empty line goes on to the next person; escape ends the asking."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "save", "Next", tooltip="Keep it, and go on to the next.",
                id="remember-next"),
    ]  # fmt: skip

    def __init__(self, name: str, said: str) -> None:
        """``said`` is what was noted of the meeting."""
        super().__init__(f"How will you and {name} remember each other?")
        self._said = said
        self._line = LineInput(placeholder="the last two at the tea urn; empty skips")

    def body(self) -> ComposeResult:
        """What was noted, and the line."""
        yield Static(shown(self._said), classes="muted")
        yield self._line

    def on_mount(self) -> None:
        """Typing begins at once."""
        self._line.focus()

    @on(Input.Submitted)
    def action_save(self) -> None:
        """The words as they stand."""
        self.dismiss(self._line.value.strip())
