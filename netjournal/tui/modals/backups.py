"""The copies of the journal, to choose one from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from netjournal.tui.modals.dialog import Dialog
from netjournal.tui.showing import shown
from netjournal.tui.widgets.lines import LineList
from netjournal.tui.widgets.rows import Cell, Column, Row
from netjournal.tuples import NamedTuple

_COLUMNS = (Column(24, 16), Column(12, 6), Column(20, 6, grows=True))


class Copy(NamedTuple):
    """A backup as it is listed."""

    when: str
    reason: str
    size: str


class BackupsModal(Dialog[int]):
    """The answer is the place of the copy whose restoring is to be looked at."""

    DEFAULT_CSS = """
    BackupsModal Frame { width: 76; height: 80%; padding: 1 1 0 1; }
    BackupsModal LineList, BackupsModal LineList:focus {
        border: none; margin-top: 1; background: $surface;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, copies: Sequence[Copy], folder: str) -> None:
        super().__init__("Backups")
        self._copies = copies
        self._folder = folder
        self._lines = LineList(_COLUMNS)

    def body(self) -> ComposeResult:
        """Where they are, and the list."""
        where = f"In {self._folder}" if self._copies else "There is no backup yet."
        yield Static(shown(where), classes="muted")
        yield self._lines
        yield Static(
            shown("Enter shows what restoring one would change; nothing is restored unasked."),
            classes="muted",
        )

    def on_mount(self) -> None:
        """The newest first."""
        super().on_mount()
        self._lines.show(
            [
                Row(
                    (Cell(copy.when, "strong"), Cell(copy.reason), Cell(copy.size, "muted")),
                    key=str(place),
                )
                for place, copy in enumerate(self._copies)
            ]
        )
        self._lines.focus()

    @on(LineList.Opened)
    def _opened(self, event: LineList.Opened) -> None:
        event.stop()
        if event.row is not None and event.row.key:
            self.dismiss(int(event.row.key))
