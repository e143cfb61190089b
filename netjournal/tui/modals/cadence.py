"""How often to be in touch with somebody."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input, Static

from netjournal.tui.modals.dialog import Dialog
from netjournal.tui.showing import shown
from netjournal.tui.widgets.line_input import LineInput


class CadenceModal(Dialog[str]):
    """A span in words, checked while typing; an empty one is the circle's."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "save", "Save", tooltip="Keep this cadence.", id="cadence-save"),
    ]

    def __init__(self, name: str, before: str, check: Callable[[str], str | None]) -> None:
        super().__init__(f"How often to be in touch with {name}")
        self._check = check
        self._line = LineInput(before, placeholder="6 weeks, or nothing for the circle's")
        self._said = Static(classes="problem")

    def body(self) -> ComposeResult:
        """The line, and why it cannot be."""
        yield self._line
        yield self._said

    def on_mount(self) -> None:
        """Typing begins at once."""
        self._line.focus()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._said.update(shown(self._check(event.value.strip()) or ""))

    @on(Input.Submitted)
    def action_save(self) -> None:
        """The words as they stand, if they can be read."""
        text = self._line.value.strip()
        if self._check(text) is None:
            self.dismiss(text)
