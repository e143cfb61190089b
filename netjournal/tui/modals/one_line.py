"""A few words to type."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from netjournal.tui.modals.dialog import Dialog
from netjournal.tui.widgets.line_input import LineInput


class LineModal(Dialog[str]):
    """One line; an empty one is no answer."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "save", "Save", tooltip="Keep these words.", id="line-save"),
    ]

    def __init__(self, title: str, *, placeholder: str = "") -> None:
        super().__init__(title)
        self._line = LineInput(placeholder=placeholder)

    def body(self) -> ComposeResult:
        """The line."""
        yield self._line

    def on_mount(self) -> None:
        """Typing begins at once."""
        self._line.focus()

    @on(Input.Submitted)
    def action_save(self) -> None:
        """The words as they stand."""
        self.dismiss(self._line.value.strip() or None)
