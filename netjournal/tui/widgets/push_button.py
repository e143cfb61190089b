"""A flat button of one line."""

from __future__ import annotations

from textual.widgets import Button


class PushButton(Button):
    """A ``Button`` in the dress of our dialogs; its label is a word of ours."""

    DEFAULT_CSS = """
    PushButton, PushButton:focus, PushButton:hover, PushButton.-active {
        height: 1;
        min-width: 8;
        width: auto;
        padding: 0 2;
        border: none;
        background: $accent 20%;
        color: $foreground;
        text-style: none;
        tint: transparent;
    }
    PushButton:focus { background: $accent 55%; text-style: bold; }
    PushButton:hover { background: $accent 40%; }
    PushButton:ansi, PushButton:ansi:focus { background: ansi_default; text-style: reverse; }
    PushButton:disabled { background: $foreground 7%; color: $text-disabled; }
    """
