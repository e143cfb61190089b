"""Rows drawn as lines: only what is seen is drawn, one row repainted at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby
from operator import attrgetter
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.strip import Strip

from netjournal.tui.showing import VEILED
from netjournal.tui.widgets.kept_lines import KeptLines
from netjournal.tui.widgets.rows import Cell, Column, Lazy, Row, drawn, measured, shared
from netjournal.tui.widgets.veiling import veiled_cell

MARK, NO_MARK = "▌ ", "  "
_STYLES = ("muted", "strong", "accent", "due", "soon", "good", "group")


class DrawnLines(KeptLines):
    """Rows laid out in columns. Knows nothing of the journal, and of the cursor only its place."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"lines--{style}" for style in (*_STYLES, "cursor", "mark", "idle")
    }
    DEFAULT_CSS = """
    DrawnLines {
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

    private = True  # whether discreet mode hides its figures
    led = False  # whether the cursor is moved from elsewhere, and shown without focus

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
    def rows(self) -> Sequence[Row]:
        """What is listed."""
        return self._rows

    @property
    def highlighted(self) -> int:
        """Place of the row the cursor is on; -1 for none."""
        return -1

    def take(self, rows: Sequence[Row]) -> None:
        """List other rows."""
        before = (self._rows, self._given)
        self._rows = rows
        self._wanted = measured(rows, self._columns)
        self._lay_out(self._visible)
        if self._given == before[1] and _same_rows(rows, before[0]):
            self.refresh(self.size.region)  # what was drawn of them may be shown again
        else:
            self.refresh()

    # layout

    @property
    def _visible(self) -> Size:
        """Cells and lines that no scrollbar covers."""
        return self.scrollable_content_region.size

    def _lay_out(self, size: Size) -> None:
        self._laid_out = size
        self._drawn.clear()
        room = self._room
        self._given = shared(self._columns, self._wanted, room)
        self._tops = None
        wraps = not isinstance(self._rows, Lazy) and any(row.wrap for row in self._rows)
        if wraps and size.width > 0:  # there is nothing to break lines at before it has a place
            self._tops = list(accumulate((len(self._lines(p)) for p in range(len(self._rows))),
                                         initial=0))  # fmt: skip
        self._end = self._tops[-1] if self._tops else len(self._rows)
        self.reach(self.extent(size))

    @property
    def _room(self) -> int:
        """Cells for a row's text: behind the mark, and a space before the scrollbar."""
        return max(1, self._laid_out.width - len(MARK) - 1)

    def extent(self, size: Size) -> Size:
        """How large all lines are together, in a window of that size."""
        return Size(size.width, self._end)

    def on_resize(self) -> None:
        """Share the room again."""
        visible = self._visible
        if visible.width != self._laid_out.width:
            self._lay_out(visible)
            self.refresh()
        elif visible != self._laid_out:
            # as wide as before: every line breaks where it did
            self._laid_out = visible
            self.reach(self.extent(visible))
            self.refresh()

    def place_at(self, line: int) -> int | None:
        """The row that a line belongs to, counted from the first of all lines."""
        return self._at(line)[0] if 0 <= line < self._end else None

    def region_of(self, place: int) -> Region:
        """The lines of a row."""
        if self._tops is None:
            return Region(0, place, self._laid_out.width, 1)
        top = self._tops[place]
        return Region(0, top, self._laid_out.width, self._tops[place + 1] - top)

    def _lines(self, place: int) -> list[list[Cell]]:
        lines = self._drawn.get(place)
        if lines is None:
            lines = drawn(self._rows[place], self._given, self._room)
            if self.private and self.app.has_class(VEILED):
                lines = [[veiled_cell(cell) for cell in line] for line in lines]
            self._drawn[place] = lines
        return lines

    def _at(self, line: int) -> tuple[int, int]:
        """The row at a line, and which of its lines that is."""
        if self._tops is None:
            return line, 0
        from bisect import bisect_right

        place = bisect_right(self._tops, line) - 1
        return place, line - self._tops[place]

    # drawing

    def notify_style_update(self) -> None:
        """The theme changed."""
        super().notify_style_update()
        self.forget_styles()

    def forget_styles(self) -> None:
        """Look the styles up again, and draw with them."""
        self._styles.clear()
        self.refresh()

    def repaint(self, *places: int) -> None:
        """Draw some rows again."""
        for place in places:
            if 0 <= place < len(self._rows):
                region = self.region_of(place)
                self.refresh_lines(region.y, region.height)

    @property
    def first(self) -> int:
        """The line that is seen at the top."""
        return self.scroll_offset.y

    def line_key(self, y: int) -> tuple[int | str, bool]:
        """Which of all lines it is, and whether the cursor is on it; all behind the end are one."""
        line = y + self.first
        if line >= self._end:
            return (-1, False)
        here = self._at(line)[0] == self.highlighted
        return self._rows.keys[line] if isinstance(self._rows, Lazy) else line, here

    def render_line(self, y: int) -> Strip:
        """One visible line."""
        line = y + self.first
        width = self.size.width
        base = self._style("")
        if line >= self._end:
            return Strip.blank(width, base)
        place, part = self._at(line)
        here = place == self.highlighted
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
            for text, style in _runs(self._lines(place)[part])
        ]
        return Strip(segments).adjust_cell_length(width, _over(base, behind))

    def _style(self, name: str) -> Style:
        style = self._styles.get(name)
        if style is None:
            style = self.get_component_rich_style(f"lines--{name}") if name else self.rich_style
            self._styles[name] = style
        return style


_style_of = attrgetter("style")


def _runs(cells: Sequence[Cell]) -> Iterator[Cell]:
    """Cells of one style beside each other are one: each costs in every step up to the terminal."""
    for style, alike in groupby(cells, key=_style_of):
        yield Cell("".join(cell.text for cell in alike), style)


def _same_rows(rows: Sequence[Row], before: Sequence[Row]) -> bool:
    """Whether a key means the same row in both lists."""
    return isinstance(rows, Lazy) and isinstance(before, Lazy) and rows.made is before.made


def _over(style: Style, behind: Style | None) -> Style:
    """A style on the cursor's line; reversed, every colour would make a block of its own."""
    if behind is None:
        return style
    return Style(bold=style.bold, reverse=True) if behind.reverse else style + behind
