"""A list whose columns have headings; a click on one asks for another order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from netjournal.text import fit, width
from netjournal.tui.widgets.drawn_lines import NO_MARK
from netjournal.tui.widgets.lines import LineList
from netjournal.tui.widgets.rows import GAP, Column
from netjournal.tuples import NamedTuple

UP, DOWN = "▲", "▼"


class Heading(NamedTuple):
    """What stands over a column, its room, and the order it asks for."""

    title: str
    room: Column
    sort: str = ""


class Headings(Widget):
    """One line over a list."""

    DEFAULT_CSS = """
    Headings { height: 1; width: 1fr; color: $foreground 50%; }
    """

    class Chosen(Message):
        """A heading was clicked."""

        def __init__(self, sort: str) -> None:
            super().__init__()
            self.sort = sort

    def __init__(self) -> None:
        super().__init__()
        self._headings: Sequence[Heading] = ()
        self._given: Sequence[int] = ()
        self._sort = ""
        self._down = False

    def set_order(self, sort: str, *, down: bool) -> None:
        """Which heading has an arrow, and its way."""
        if (sort, down) != (self._sort, self._down):
            self._sort, self._down = sort, down
            self.refresh()

    def stand(self, headings: Sequence[Heading], given: Sequence[int]) -> None:
        """Stand over columns of so many cells."""
        if (headings, given) != (self._headings, self._given):
            self._headings, self._given = headings, list(given)
            self.refresh()

    def _placed(self) -> Iterator[tuple[int, int, Heading]]:
        """Where each heading begins, its cells, and it."""
        place = len(NO_MARK)
        for heading, cells in zip(self._headings, self._given, strict=True):
            if cells:
                yield place, cells, heading
                place += cells + GAP

    def render(self) -> Content:
        """The headings over their columns, the sorted one bright with its arrow."""
        line = Content(NO_MARK)
        arrow = DOWN if self._down else UP
        for _place, cells, heading in self._placed():
            here = bool(heading.sort) and heading.sort == self._sort
            title = fit(heading.title, min(cells, width(heading.title)))
            if here:
                short = width(title) + 2 <= cells
                title = f"{title} {arrow}" if short else fit(title, cells - 1) + arrow
            blank = " " * (cells - width(title) + GAP)
            line += Content.styled(title, "$accent" if here else "") + blank
        return line

    def on_click(self, event: events.Click) -> None:
        """Ask for the order of the heading."""
        for place, cells, heading in self._placed():
            if heading.sort and place <= event.x < place + cells + GAP:
                self.post_message(self.Chosen(heading.sort))


class HeadedLines(LineList):
    """A list that keeps its headings over its columns."""

    def __init__(self, headings: Sequence[Heading], *, id: str | None = None) -> None:
        super().__init__([heading.room for heading in headings], id=id)
        self._headings = headings
        self.line = Headings()

    def head(self, headings: Sequence[Heading]) -> None:
        """Other columns, for the rows that are shown next."""
        self._headings = headings
        self._columns = [heading.room for heading in headings]

    def _lay_out(self, size: Size) -> None:
        if len(self._wanted) == len(self._headings):
            # a heading has room for its arrow where its column has any
            self._wanted = [
                max(wanted, width(heading.title) + 2 if heading.title else 0)
                for wanted, heading in zip(self._wanted, self._headings, strict=True)
            ]
        super()._lay_out(size)
        self.line.stand(self._headings, self._given)
