"""A box for a text of several lines, in the dress of our dialogs."""

from __future__ import annotations

import re
from typing import ClassVar

from rich.text import Text
from textual.binding import BindingType
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult

from netjournal.tui.showing import shown
from netjournal.tui.widgets.line_input import calm

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def lines(text: str) -> str:
    """Typed or pasted text: one kind of line break, and no control characters."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return _CONTROLS.sub("", text)


class TextBox(TextArea):
    """A ``TextArea`` that holds no control characters and obeys none."""

    DEFAULT_CSS = """
    TextBox, TextBox:focus {
        border: none;
        padding: 0 1;
        background: $foreground 7%;
        scrollbar-size-vertical: 1;
    }
    TextBox:focus { background: $foreground 12%; }
    TextBox:ansi, TextBox:ansi:focus { background: ansi_default; }
    TextBox .text-area--cursor-line { background: transparent; }
    """
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(
        self, text: str = "", *, limit: int, placeholder: str = "", id: str | None = None
    ) -> None:
        """``limit`` is the most characters it takes; what is more is not taken in."""
        super().__init__(
            self.entry(text)[:limit], soft_wrap=True, highlight_cursor_line=False,
            placeholder=shown(placeholder), id=id,
        )  # fmt: skip
        self.cursor_blink = False  # nothing of ours moves by itself
        self.limit = limit

    def entry(self, text: str) -> str:
        """Text on its way in, as it may stand here."""
        return lines(text)

    def edit(self, edit: Edit) -> EditResult:
        """Every change by key or paste, made clean first."""
        room = self.limit - len(self.text) + len(self.get_text_range(edit.top, edit.bottom))
        return super().edit(
            Edit(
                self.entry(edit.text)[: max(0, room)],
                edit.from_location,
                edit.to_location,
                edit.maintain_selection_offset,
            )
        )

    def get_line(self, line_index: int) -> Text:
        """A line as it is drawn."""
        return calm(super().get_line(line_index))
