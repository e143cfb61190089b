"""A field of one line: flat, and free of what no field may hold."""

from __future__ import annotations

import re

from rich.segment import Segment
from rich.text import Text
from textual.geometry import Size
from textual.reactive import Reactive
from textual.strip import Strip
from textual.suggester import Suggester
from textual.widgets import Input

from netjournal.text import fit, safe_line, width

_BREAKS = re.compile("[\t\n\x0b\x0c\r\x85\u2028\u2029]+")
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_REORDERING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_NOTHING_SEEN = "\u200b"
"""As wide as a bidi control, which is nothing, and without its power."""


def one_line(text: str) -> str:
    """Typed or pasted text for one line: breaks become spaces, control characters go."""
    return _CONTROLS.sub("", _BREAKS.sub(" ", text))


def calm(text: Text) -> Text:
    """A line being edited, drawn so that nothing reorders it; every character keeps its place."""
    if not _REORDERING.search(text.plain):
        return text
    quiet = text.copy()
    quiet.plain = _REORDERING.sub(_NOTHING_SEEN, text.plain)
    return quiet


class LineInput(Input):
    """An ``Input`` in the dress of our dialogs."""

    DEFAULT_CSS = """
    LineInput, LineInput:focus {
        border: none;
        height: 1;
        padding: 0 1;
        background: $foreground 7%;
    }
    LineInput:focus { background: $foreground 12%; }
    LineInput:ansi, LineInput:ansi:focus { background: ansi_default; text-style: underline; }
    """

    # the field stays as it is however long the text: Textual's would arrange the screen at each key
    virtual_size = Reactive(Size(0, 0))

    def __init__(
        self,
        value: str = "",
        *,
        placeholder: str = "",
        suggester: Suggester | None = None,
        id: str | None = None,
    ) -> None:
        self._hint = safe_line(placeholder)
        super().__init__(
            value,
            placeholder=self._hint,
            highlighter=calm,  # type: ignore[arg-type]  # called as a function, no more
            suggester=suggester,
            select_on_focus=False,
            id=id,
        )
        self.cursor_blink = False  # nothing of ours moves by itself

    def validate_value(self, value: str) -> str:
        """Whatever came in, by key, paste or call."""
        return one_line(value)

    def on_resize(self) -> None:
        """What may be typed here is cut with a mark."""
        room = self.scrollable_content_region.width
        if self._hint and room > 0:
            self.placeholder = fit(self._hint, room).rstrip()

    def render_line(self, y: int) -> Strip:
        """A text longer than its field ends with a mark while nobody is in it.

        The whole of the field is drawn: of a terminal's own colours it is an underline.
        """
        strip = super().render_line(y)
        room = self.scrollable_content_region.width
        if self.has_focus or width(self.value) <= room or room < 2:
            return strip.extend_cell_length(room, self.rich_style)
        kept = list(strip.crop(0, room - 1))
        return Strip([*kept, Segment("…", kept[-1].style)], room)
