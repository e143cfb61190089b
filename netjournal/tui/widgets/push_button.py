"""A flat button of one line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Static

from netjournal.tui.showing import shown


class PushButton(Static, can_focus=True):
    """A word of ours to click on, or to press enter on."""

    DEFAULT_CSS = """
    PushButton {
        width: auto;
        height: 1;
        padding: 0 2;
        background: $accent 20%;
        pointer: pointer;
        &:hover { background: $accent 40%; }
        &:focus { background: $accent; color: $background; text-style: bold; }
        &:disabled { background: $foreground 7%; color: $text-disabled; }
        &:ansi { background: ansi_default; text-style: underline; }
        &:ansi:focus { text-style: reverse; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "press", "Press", False, tooltip="Press the button.",
                id="button-press"),
    ]  # fmt: skip

    @dataclass
    class Pressed(Message):
        """It was clicked, or enter was pressed on it."""

        button: PushButton

        @property
        def control(self) -> PushButton:
            """The button, for ``@on``."""
            return self.button

    def __init__(self, label: str, *, id: str) -> None:
        super().__init__(shown(label), id=id)

    def on_click(self) -> None:
        """A click presses."""
        self.action_press()

    def action_press(self) -> None:
        """Say so."""
        self.post_message(self.Pressed(self))
