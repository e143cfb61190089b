"""The highlighted person at the side of a wide window, to be read at a glance."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.geometry import Size

from netjournal.tui.showing import shown
from netjournal.tui.widgets.drawn_lines import DrawnLines
from netjournal.tui.widgets.rows import Column, Row

PAUSE = 0.15
"""Seconds the cursor rests before the preview follows it."""
_WHEEL = 3
"""Lines that one turn of the wheel goes."""


class Preview(DrawnLines, can_focus=False):
    """A card to be read: the wheel scrolls it, and its border tells whether there is more."""

    DEFAULT_CSS = "Preview { overflow-y: hidden; }"

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__(columns, id="preview")
        self._top = 0  # the first line that is seen

    def show_card(self, title: str, rows: Sequence[Row]) -> None:
        """Show somebody, or nobody, from the beginning."""
        self.border_title = shown(title, limit=60) if title else ""
        self.take(rows)
        self._go(0)

    def extent(self, size: Size) -> Size:
        """What is seen, whoever it is: another size makes Textual arrange the whole screen."""
        return size

    def on_resize(self) -> None:
        """Another part of it is seen."""
        super().on_resize()
        self._go(self._top)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """See what is below."""
        event.stop()
        self._go(self._top + _WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """See what is above."""
        event.stop()
        self._go(self._top - _WHEEL)

    def _go(self, top: int) -> None:
        unseen = max(0, self._end - self._laid_out.height)
        self._top = min(max(top, 0), unseen)
        below = unseen - self._top
        self.border_subtitle = shown(f"{below} more below" if below else "")
        self.refresh()

    @property
    def first(self) -> int:
        """The line that is seen at the top."""
        return self._top
