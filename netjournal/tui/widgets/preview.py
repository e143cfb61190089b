"""The highlighted person at the side of a wide window, to be read at a glance."""

from __future__ import annotations

from collections.abc import Sequence

from netjournal.tui.showing import shown
from netjournal.tui.widgets.lines import LineList
from netjournal.tui.widgets.rows import Column, Row

PAUSE = 0.15
"""Seconds the cursor rests before the preview follows it."""


class Preview(LineList, can_focus=False):
    """A card that is not walked through."""

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__(columns, id="preview")

    def show_card(self, title: str, rows: Sequence[Row]) -> None:
        """Show somebody, or nobody."""
        self.border_title = shown(title, limit=60) if title else ""
        self.show([Row(row.cells, flow=row.flow, wrap=row.wrap) for row in rows])
