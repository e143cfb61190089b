"""A plan to be read: what it is and how many of what, then its lines under headings that fold."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from netjournal.tui.modals.plan_page import PlanLine, PlanPage, Section
from netjournal.tui.showing import shown
from netjournal.tui.widgets.lines import LineList
from netjournal.tui.widgets.rows import Cell, Column, Lazy, Row

_COLUMNS = (Column(26, 10, yields=1.5), Column(60, 12, grows=True), Column(24, 6, needs=60))
_OPEN, _FOLDED = "▾", "▸"


class PlanList(LineList):
    """Sections of lines; ``activate`` folds a heading, and gives back any other line."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(_COLUMNS, id=id)
        self.can_focus = False
        self.led = True
        self._sections: Sequence[Section] = ()
        self._open: set[int] = set()
        self._places: list[tuple[int, int]] = []

    def show_plan(self, sections: Sequence[Section]) -> None:
        """List a plan."""
        self._sections = sections
        self._open = {place for place, section in enumerate(sections) if section.is_open}
        self._list()
        self.action_first()

    @property
    def line(self) -> PlanLine | None:
        """The highlighted line; None on a heading."""
        if not 0 <= self.cursor < len(self._places):
            return None
        section, line = self._places[self.cursor]
        return self._sections[section].lines[line] if line >= 0 else None

    def activate(self) -> PlanLine | None:
        """Fold or unfold a heading; the line itself for any other."""
        if not 0 <= self.cursor < len(self._places):
            return None
        section, line = self._places[self.cursor]
        if line >= 0:
            return self.line
        self._open ^= {section}
        self._list()
        return None

    def _list(self) -> None:
        self._places = [
            (place, line)
            for place, section in enumerate(self._sections)
            for line in range(-1, len(section.lines) if place in self._open else 0)
        ]
        self.show(Lazy([f"{place} {line}" for place, line in self._places], self._row))

    def _row(self, at: int) -> Row:
        place, number = self._places[at]
        section = self._sections[place]
        if number < 0:
            sign = _OPEN if place in self._open else _FOLDED
            style = "soon" if section.is_warning else "group"
            return Row((Cell(f"{sign} {section.title}", style),), flow=True)
        line = section.lines[number]
        return Row((Cell(line.name, "strong"), Cell(line.says), Cell(line.where, "muted")))


def plan_head(page: PlanPage, *, is_low: bool) -> Content:
    """What it is, and how many of what; on one line where there is no room for more."""
    title = shown(page.headline, "bold")
    if is_low:
        return Content("\n").join(
            [title, Content(" · ").join(shown(f"{n:,} {what}") for n, what in page.counts)]
        )
    lines = [title, Content()]
    lines += [Content.assemble((f"{n:>8,}", "bold"), shown(f"  {what}")) for n, what in page.counts]
    if not page.changes:
        lines += [Content(), shown("Nothing would change.", "dim")]
    return Content("\n").join(lines)
