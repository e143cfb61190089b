"""A list of lines that draws only what is seen: flat in its length, one line repainted per key."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from netjournal.tui import keys
from netjournal.tui.widgets.rows import Cell, Column, Lazy, Row, drawn, measured, shared

MARK, NO_MARK = "▌ ", "  "
_STYLES = ("muted", "strong", "accent", "due", "soon", "good", "group")


class LineList(ScrollView, can_focus=True):
    """Rows with a cursor. Knows nothing of the journal: rows come down, messages go up."""

    BINDING_GROUP_TITLE = "List"
    BINDINGS: ClassVar[list[BindingType]] = [*keys.MOVING]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"lines--{style}" for style in (*_STYLES, "cursor", "mark", "idle")
    }
    DEFAULT_CSS = """
    LineList {
        height: 1fr;
        background: $surface;
        color: $foreground;
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
        & > .lines--muted { color: $foreground 60%; }
        & > .lines--strong { text-style: bold; }
        & > .lines--accent { color: $accent; }
        & > .lines--due { color: $error; }
        & > .lines--soon { color: $warning; }
        & > .lines--good { color: $success; }
        & > .lines--group { color: $accent; text-style: bold; }
        & > .lines--cursor { background: $block-cursor-background; }
        & > .lines--mark { color: $accent; }
        &:ansi > .lines--muted { text-style: dim; }
        &:ansi > .lines--cursor { background: ansi_default; text-style: reverse; }
        & > .lines--idle { color: $border-blurred; }
    }
    """

    led = False  # whether the cursor is moved from elsewhere, and shown without focus
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

    def __init__(self, columns: Sequence[Column] = (), *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._columns = columns
        self._rows: Sequence[Row] = ()
        self._wanted = [0] * len(columns)
        self._given: list[int] = []
        self._tops: list[int] | None = None
        """The first line of each row, and the end; None where each row takes one."""
        self._drawn: dict[int, list[list[Cell]]] = {}
        # looked up once: Textual computes a component's style anew each time it is asked
        self._styles: dict[str, Style] = {}
        self._laid_out = Size(-1, -1)
        self._end = 0  # lines of all rows together

    @property
    def row(self) -> Row | None:
        """The highlighted row."""
        return self._rows[self.cursor] if 0 <= self.cursor < len(self._rows) else None

    @property
    def rows(self) -> Sequence[Row]:
        """What is listed."""
        return self._rows

    def show(self, rows: Sequence[Row]) -> None:
        """List other rows; the cursor stays on the same thing, else where it was."""
        before = self.row
        key, place = (before.key, self.cursor) if before else ("", 0)
        self._rows = rows
        self._wanted = measured(rows, self._columns)
        self._lay_out(self._visible)
        found = self._place_of(key) if key else None
        where = found if found is not None else self._nearest(place, 1)
        self.set_reactive(LineList.cursor, where)
        self.refresh()
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

    # layout and drawing

    @property
    def _visible(self) -> Size:
        """Cells and lines that no scrollbar covers."""
        return self.scrollable_content_region.size

    def _lay_out(self, size: Size) -> None:
        self._laid_out = size
        self._drawn.clear()
        room = max(1, size.width - len(MARK))
        self._given = shared(self._columns, self._wanted, room)
        self._tops = None
        if not isinstance(self._rows, Lazy) and any(row.wrap for row in self._rows):
            self._tops = list(accumulate((len(self._lines(p)) for p in range(len(self._rows))),
                                         initial=0))  # fmt: skip
        self._end = self._tops[-1] if self._tops else len(self._rows)
        self.virtual_size = self.extent(size)

    def extent(self, size: Size) -> Size:
        """How large all lines are together, in a window of that size."""
        return Size(size.width, self._end)

    def _lines(self, place: int) -> list[list[Cell]]:
        lines = self._drawn.get(place)
        if lines is None:
            room = max(1, self._laid_out.width - len(MARK))
            lines = self._drawn[place] = drawn(self._rows[place], self._given, room)
        return lines

    def _at(self, line: int) -> tuple[int, int]:
        """The row at a line, and which of its lines that is."""
        if self._tops is None:
            return line, 0
        from bisect import bisect_right

        place = bisect_right(self._tops, line) - 1
        return place, line - self._tops[place]

    def _region(self, place: int) -> Region:
        if self._tops is None:
            return Region(0, place, self._laid_out.width, 1)
        top = self._tops[place]
        return Region(0, top, self._laid_out.width, self._tops[place + 1] - top)

    def on_resize(self) -> None:
        """Share the room again."""
        if self._visible != self._laid_out:
            self._lay_out(self._visible)
            self.refresh()
        if self.cursor >= 0:
            self._see(self.cursor)

    def notify_style_update(self) -> None:
        """The theme changed."""
        super().notify_style_update()
        self._styles.clear()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One visible line."""
        line = y + self.scroll_offset.y
        width = self.size.width
        base = self._style("")
        if line >= self._end:
            return Strip.blank(width, base)
        place, part = self._at(line)
        here = place == self.cursor
        lit = here and (self.has_focus or self.led)
        shade = self._style("cursor")
        behind = Style(bgcolor=shade.bgcolor, reverse=shade.reverse) if lit else None
        segments = [
            Segment(
                MARK if here else NO_MARK, _over(self._style("mark" if lit else "idle"), behind)
            )
        ]
        segments += [
            Segment(text, _over(self._style(style), behind))
            for text, style in self._lines(place)[part]
        ]
        return Strip(segments).adjust_cell_length(width, _over(base, behind))

    def _style(self, name: str) -> Style:
        style = self._styles.get(name)
        if style is None:
            style = self.get_component_rich_style(f"lines--{name}") if name else self.rich_style
            self._styles[name] = style
        return style

    # the cursor

    def validate_cursor(self, cursor: int) -> int:
        """Within the list."""
        return min(max(cursor, -1), len(self._rows) - 1)

    def watch_cursor(self, before: int, now: int) -> None:
        """Repaint the two rows, keep the cursor in sight, tell the screen."""
        for place in (before, now):
            if 0 <= place < len(self._rows):
                region = self._region(place)
                self.refresh_lines(region.y, region.height)
        if now >= 0:
            self._see(now)
        self.post_message(self.Highlighted(self, self.row))

    def _see(self, place: int) -> None:
        region = self._region(place)
        if not isinstance(self._rows, Lazy) and self._nearest(0, 1) == place:
            region = Region(0, 0, region.width, region.bottom)
        self.scroll_to_region(region, animate=False, force=True)

    def watch_has_focus(self, has_focus: bool) -> None:
        """Focus is shown by the cursor's line."""
        super().watch_has_focus(has_focus)
        self._styles.clear()
        self.refresh()

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
        line = event.y - self.gutter.top + self.scroll_offset.y
        if not 0 <= line < self._end:
            return
        place, _ = self._at(line)
        if not isinstance(self._rows, Lazy) and not self._rows[place].key:
            return
        if place == self.cursor or event.chain > 1:
            self.cursor = place
            self.action_open()
        else:
            self.cursor = place


def _over(style: Style, behind: Style | None) -> Style:
    return style + behind if behind else style
