"""Looking for words in everything that was written, and choosing where to go."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input, Static

from netjournal.errors import NetjournalError
from netjournal.text import plural
from netjournal.tui.modals.dialog import Dialog
from netjournal.tui.showing import shown
from netjournal.tui.widgets.line_input import LineInput
from netjournal.tui.widgets.lines import LineList
from netjournal.tui.widgets.rows import Cell, Column, Row
from netjournal.views.searching import Hit, search
from netjournal.views.standings import Standings

MOST = 200
"""Hits that are listed."""
_WORD = {"conversation": "talk", "commitment": "promise", "entry": "note"}
PAUSE = 0.12
"""Seconds without a key before the journal is searched."""
_COLUMNS = (Column(9, 6, needs=40), Column(22, 10), Column(60, 12, grows=True),
            Column(10, 10, needs=72))  # fmt: skip


class SearchModal(Dialog[Hit]):
    """A line to type in, and what has the words, people first and then the newest."""

    DEFAULT_CSS = """
    SearchModal Frame { width: 100; height: 80%; padding: 1 1 0 1; }
    SearchModal LineList, SearchModal LineList:focus {
        border: none; margin-top: 1; background: $surface;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Open", tooltip="Open the highlighted place.", id="search-open"),
        Binding("down", "move(1)", "Down", tooltip="Go down a hit.", id="search-down"),
        Binding("up", "move(-1)", "Up", False, tooltip="Go up a hit.", id="search-up"),
    ]

    def __init__(self, standings: Standings) -> None:
        super().__init__("Search everything")
        self._standings = standings
        self._line = LineInput(placeholder="words, or words with circle:close  last:90d..")
        self._said = Static(classes="muted")
        self._lines = LineList(_COLUMNS)
        self._lines.can_focus = False
        self._lines.led = True

    def body(self) -> ComposeResult:
        """The line, what was found, the hits."""
        yield self._line
        yield self._lines
        yield self._said

    def on_mount(self) -> None:
        """Typing begins at once."""
        self._line.focus()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._look(event.value)

    @work(exclusive=True, group="find")
    async def _look(self, text: str) -> None:
        from asyncio import sleep, to_thread

        await sleep(PAUSE)
        try:
            hits = await to_thread(search, self._standings, text, limit=MOST)
        except NetjournalError as error:
            self._said.update(shown(error.message))
            return
        found = plural(len(hits), "place") if hits else "Nothing is found."
        self._said.update(shown(found if text.strip() else ""))
        self._lines.show(hit_rows(hits))

    @on(Input.Submitted)
    def action_open(self) -> None:
        """Go to the highlighted hit."""
        row = self._lines.row
        if row is not None and isinstance(row.target, Hit):
            self.dismiss(row.target)

    @on(LineList.Opened)
    def _clicked(self, event: LineList.Opened) -> None:
        event.stop()
        self.action_open()

    def action_move(self, way: int) -> None:
        """Go up or down in the hits."""
        self._lines.action_move(way)


def hit_rows(hits: Sequence[Hit]) -> list[Row]:
    """Kind, whose, the words around, the day; what belongs to nobody cannot be opened."""
    return [
        Row(
            (
                Cell(_WORD.get(hit.kind, hit.kind), "muted"),
                Cell(hit.name, "strong"),
                Cell(hit.snippet),
                Cell(hit.day, "muted"),
            ),
            key=f"{hit.kind} {hit.id}" if hit.person else "",
            target=hit,
        )
        for hit in hits
    ]
