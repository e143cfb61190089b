"""Which columns a list has, and what it is sorted by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from netjournal.tui.modals.dialog import Dialog
from netjournal.tui.people_lines import BY_ID
from netjournal.tui.people_look import PeopleLook
from netjournal.tui.showing import shown
from netjournal.tui.widgets.lines import LineList
from netjournal.tui.widgets.rows import Cell, Column, Row

_COLUMNS = (Column(2, 2), Column(16, 8), Column(30, 8, grows=True))


class ColumnsModal(Dialog[PeopleLook]):
    """A row for each column: shown or not, sorted by it or not."""

    DEFAULT_CSS = """
    ColumnsModal Frame { width: 56; padding: 1 1 0 1; }
    ColumnsModal LineList, ColumnsModal LineList:focus {
        border: none; background: $surface; height: 13;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "show_column", "Show", tooltip="Show the column, or hide it.",
                id="columns-toggle"),
        Binding("s", "sort", "Sort", tooltip="Sort by the column; again, the other way round.",
                id="columns-sort"),
        Binding("enter", "save", "Done", tooltip="Show the list so.", id="columns-save",
                priority=True),
    ]  # fmt: skip

    def __init__(self, look: PeopleLook) -> None:
        super().__init__("Columns")
        self._look = look
        self._lines = LineList(_COLUMNS)

    def body(self) -> ComposeResult:
        """The list, and a word about room."""
        yield self._lines
        yield Static(shown("Columns without room are left out."), classes="muted")

    def on_mount(self) -> None:
        """What is shown now."""
        self._lines.focus()
        self._show()

    def _show(self) -> None:
        self._lines.show(list(self._rows()))

    def _rows(self) -> Iterator[Row]:
        look = self._look
        for id, column in BY_ID.items():
            here = id in look.columns
            how = "cannot be sorted by" if not column.sort else ""
            if column.sort and column.sort == look.sort:
                how = "sorted by it, the other way round" if look.reverse else "sorted by it"
            sign = Cell("✓" if here else "·", "accent" if here else "muted")
            yield Row((sign, Cell(column.title, "strong" if here else ""), Cell(how, "muted")),
                      key=id)  # fmt: skip

    def action_show_column(self) -> None:
        """Show the highlighted column or hide it; the name always stays."""
        row = self._lines.row
        if row is None or row.key == "name":
            return
        have = set(self._look.columns) ^ {row.key}
        self._look = replace(self._look, columns=tuple(id for id in BY_ID if id in have))
        self._show()
        self._lines.action_move(1)

    def action_sort(self) -> None:
        """Sort by the highlighted column, which is shown; again, the other way round."""
        row = self._lines.row
        if row is None or not (sort := BY_ID[row.key].sort):
            return
        look, have = self._look, {*self._look.columns, row.key}
        self._look = replace(
            look,
            columns=tuple(id for id in BY_ID if id in have),
            sort=sort,
            reverse=look.sort == sort and not look.reverse,
        )
        self._show()

    @on(LineList.Opened)
    def _clicked(self, event: LineList.Opened) -> None:
        event.stop()
        self.action_show_column()

    def action_save(self) -> None:
        """Show the list so."""
        self.dismiss(self._look)
