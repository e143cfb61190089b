"""A list of lines with a cursor: flat in its length, however long it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive

from netjournal.tui import keys
from netjournal.tui.widgets.drawn_lines import DrawnLines
from netjournal.tui.widgets.rows import Lazy, Row


class LineList(DrawnLines, can_focus=True):
    """Rows with a cursor. Knows nothing of the journal: rows come down, messages go up."""

    BINDING_GROUP_TITLE = "List"
    BINDINGS: ClassVar[list[BindingType]] = [*keys.MOVING]

    cursor: reactive[int] = reactive(-1, repaint=False)
    """Place of the highlighted row; -1 while none can be."""

    class Highlighted(Message):
        """The cursor is on another row, or the row is another."""

        def __init__(self, lines: LineList, row: Row | None) -> None:
            super().__init__()
            self.lines = lines
            self.row = row

        @property
        def control(self) -> LineList:
            """The list it came from."""
            return self.lines

    class Opened(Highlighted):
        """Enter, or a second click, on a row."""

    class Beyond(Message):
        """The cursor was to leave the list: down its end (1) or up its top (-1)."""

        def __init__(self, lines: LineList, way: int) -> None:
            super().__init__()
            self.lines = lines
            self.way = way

        @property
        def control(self) -> LineList:
            """The list it came from."""
            return self.lines

    @property
    def highlighted(self) -> int:
        """Place of the row the cursor is on."""
        return self.cursor

    @property
    def row(self) -> Row | None:
        """The highlighted row."""
        return self._rows[self.cursor] if 0 <= self.cursor < len(self._rows) else None

    def show(self, rows: Sequence[Row]) -> None:
        """List other rows; the cursor stays on the same thing, else where it was."""
        before = self.row
        key, place = (before.key, self.cursor) if before else ("", 0)
        self.take(rows)
        found = self._place_of(key) if key else None
        where = found if found is not None else self._nearest(place, 1)
        self.set_reactive(LineList.cursor, where)
        if where >= 0:
            self._see(where)
        else:
            self.scroll_home(animate=False)
        self.post_message(self.Highlighted(self, self.row))

    def highlight(self, key: str) -> bool:
        """Put the cursor on the row of that key; False if there is none."""
        place = self._place_of(key)
        if place is not None:
            self.cursor = place
        return place is not None

    def _place_of(self, key: str) -> int | None:
        if isinstance(self._rows, Lazy):
            keys = self._rows.keys
            return keys.index(key) if key in keys else None
        return next((place for place, row in enumerate(self._rows) if row.key == key), None)

    def _nearest(self, place: int, way: int) -> int:
        """The row that can be highlighted at or after a place, else the one before it."""
        count = len(self._rows)
        if isinstance(self._rows, Lazy):
            return min(max(place, 0), count - 1)
        onward = range(max(place, 0), count) if way > 0 else range(min(place, count - 1), -1, -1)
        back = range(min(place, count) - 1, -1, -1) if way > 0 else range(max(place, 0), count)
        return next((p for p in (*onward, *back) if self._rows[p].key), -1)

    def on_resize(self) -> None:
        """The cursor stays in sight."""
        super().on_resize()
        if self.cursor >= 0:
            self._see(self.cursor)

    def validate_cursor(self, cursor: int) -> int:
        """Within the list."""
        return min(max(cursor, -1), len(self._rows) - 1)

    def watch_cursor(self, before: int, now: int) -> None:
        """Repaint the two rows, keep the cursor in sight, tell the screen."""
        self.repaint(before, now)
        if now >= 0:
            self._see(now)
        self.post_message(self.Highlighted(self, self.row))

    def _see(self, place: int) -> None:
        region = self.region_of(place)
        if not isinstance(self._rows, Lazy) and self._nearest(0, 1) == place:
            region = Region(0, 0, region.width, region.bottom)
        self.scroll_to_region(region, animate=False, force=True)

    def watch_has_focus(self, has_focus: bool) -> None:
        """Focus is shown by the cursor's line."""
        super().watch_has_focus(has_focus)
        self.forget_styles()

    def action_move(self, way: int) -> None:
        """Go to the next row up or down that can be highlighted."""
        place = self._nearest_beyond(self.cursor + way, way)
        if place is None:
            self.post_message(self.Beyond(self, way))
            if way < 0:
                self.scroll_home(animate=False)
        else:
            self.cursor = place

    def _nearest_beyond(self, place: int, way: int) -> int | None:
        while 0 <= place < len(self._rows):
            if isinstance(self._rows, Lazy) or self._rows[place].key:
                return place
            place += way
        return None

    def action_page(self, way: int) -> None:
        """Go a page up or down."""
        self.cursor = self._nearest(self.cursor + way * max(1, self.size.height - 1), way)

    def action_first(self) -> None:
        """Go to the first row."""
        self.cursor = self._nearest(0, 1)

    def action_last(self) -> None:
        """Go to the last row."""
        self.cursor = self._nearest(len(self._rows) - 1, -1)

    def action_open(self) -> None:
        """Open the highlighted row."""
        if self.row is not None:
            self.post_message(self.Opened(self, self.row))

    def on_click(self, event: events.Click) -> None:
        """A click highlights, a second one opens."""
        place = self.place_at(event.y - self.gutter.top + self.scroll_offset.y)
        if place is None or not (isinstance(self._rows, Lazy) or self._rows[place].key):
            return
        if place == self.cursor or event.chain > 1:
            self.cursor = place
            self.action_open()
        else:
            self.cursor = place
