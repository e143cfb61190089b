"""The highlighted person at the side of a wide window, to be read at a glance."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip

from netjournal.tui.showing import shown
from netjournal.tui.widgets.lines import NO_MARK, LineList
from netjournal.tui.widgets.rows import Column, Row

PAUSE = 0.15
"""Seconds the cursor rests before the preview follows it."""


class Preview(LineList, can_focus=False):
    """A card that is not walked through: it shows what there is room for, and marks a cut."""

    DEFAULT_CSS = "Preview { overflow-y: hidden; }"

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__(columns, id="preview")

    def show_card(self, title: str, rows: Sequence[Row]) -> None:
        """Show somebody, or nobody."""
        self.border_title = shown(title, limit=60) if title else ""
        self.show([Row(row.cells, flow=row.flow, wrap=row.wrap) for row in rows])

    def extent(self, size: Size) -> Size:
        """What is seen, whoever it is: another size makes Textual arrange the whole screen."""
        return size

    def render_line(self, y: int) -> Strip:
        """A line; the last one tells whether there are more."""
        height = self._laid_out.height
        if y == height - 1 and self._end > height:
            style = self._style("muted")
            return Strip([Segment(f"{NO_MARK}…", style)]).adjust_cell_length(self.size.width, style)
        return super().render_line(y)
