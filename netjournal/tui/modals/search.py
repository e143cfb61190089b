"""Looking for words in everything that was written, and choosing where to go."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input, Static

from netjournal.domain.phrases import short_day
from netjournal.domain.veil import HIDDEN
from netjournal.errors import NetjournalError
from netjournal.journal.snapshot import Snapshot
from netjournal.text import plural
from netjournal.tui.modals.dialog import Dialog
from netjournal.tui.showing import shown
from netjournal.tui.widgets.hit_list import HitList
from netjournal.tui.widgets.line_input import LineInput
from netjournal.tui.widgets.lines import LineList
from netjournal.tui.widgets.rows import Cell, Column, Row
from netjournal.views.searching import Hit, search, words_of
from netjournal.views.standings import Standings

MOST = 200
"""Hits that are listed."""
_WORD = {"conversation": "talk", "commitment": "promise", "entry": "note"}
PAUSE = 0.12
"""Seconds without a key before the journal is searched."""
_COLUMNS = (Column(9, 6, needs=40), Column(22, 10), Column(60, 12, grows=True),
            Column(15, 10, needs=72))  # fmt: skip


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
        Binding("up", "move(-1)", "Choose", key_display="↑↓", tooltip="Go up a hit.",
                id="search-up"),
        Binding("down", "move(1)", "Down", False, tooltip="Go down a hit.", id="search-down"),
    ]  # fmt: skip

    def __init__(self, standings: Standings, veil: Snapshot | None = None) -> None:
        """``veil`` is the journal as it may be shown, in discreet mode."""
        super().__init__("Search everything")
        self._standings = standings
        self._veil = veil
        self._line = LineInput(placeholder="words, or words with circle:close  last:90d..")
        self._said = Static(classes="muted")
        self._lines = HitList(_COLUMNS)
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
            hits = await to_thread(search, self._standings, text, limit=MOST + 1)
        except NetjournalError as error:
            self._said.update(shown(error.message))
            return
        told = text.strip() and not (hits and self._veil)  # how many there are is a figure too
        self._said.update(shown(_found(len(hits)) if told else ""))
        self._lines.words = () if self._veil else words_of(text, self._standings)
        self._lines.show(hit_rows(hits[:MOST], self._standings.today, self._veil))
        self._lines.action_first()

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


def _found(count: int) -> str:
    if count > MOST:
        return f"More than {MOST} places; another word narrows them."
    return plural(count, "place") if count else "Nothing is found."


def hit_rows(hits: Sequence[Hit], today: date, veil: Snapshot | None = None) -> list[Row]:
    """Kind, whose, the words around, the day; only people and gatherings have a page to open."""
    return [
        Row(
            (
                Cell(_WORD.get(hit.kind, hit.kind), "muted"),
                Cell(_whose(hit, veil), "strong"),
                Cell(HIDDEN if veil else hit.snippet),
                Cell(_day(hit.day, today), "muted"),
            ),
            key=f"{hit.kind} {hit.id}" if hit.person or hit.kind == "gathering" else "",
            target=hit,
        )
        for hit in hits
    ]


def _day(day: str, today: date) -> str:
    """A stored day in words; one that is none as it stands."""
    try:
        return short_day(date.fromisoformat(day), today) if day else ""
    except ValueError:
        return day


def _whose(hit: Hit, veil: Snapshot | None) -> str:
    if veil is None:
        return hit.name
    return veil.name_of(hit.person) if hit.person else ""
