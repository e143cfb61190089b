"""A line to find words with in a list, from one place to the next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Input, Static

from netjournal.text import fold
from netjournal.tui.showing import VEILED, shown
from netjournal.tui.widgets.line_input import LineInput
from netjournal.tui.widgets.lines import LineList
from netjournal.tui.widgets.rows import Row


class FindBar(Horizontal):
    """Hidden until it is asked for; escape leaves the cursor where it is."""

    DEFAULT_CSS = """
    FindBar { height: 1; display: none; padding: 0 1; }
    FindBar.-open { display: block; }
    FindBar LineInput { width: 1fr; }
    FindBar Static { width: auto; padding: 0 0 0 2; color: $text-muted; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,down", "step(1)", "Next", tooltip="Go to the next place.", id="find-next",
                priority=True),
        Binding("up", "step(-1)", "Before", tooltip="Go to the place before.", id="find-before",
                priority=True),
        Binding("escape", "leave", "Back", tooltip="Back to the list, where it is.",
                id="find-leave", priority=True),
    ]  # fmt: skip

    def __init__(self) -> None:
        super().__init__()
        self._input = LineInput(placeholder="words")
        self._said = Static()
        self._lines: LineList | None = None
        self._folded: Sequence[tuple[str, str]] = ()

    def compose(self) -> ComposeResult:
        """The line, and how many places there are."""
        yield self._input
        yield self._said

    def find_in(self, lines: LineList) -> None:
        """Open over a list; what was found before is found again."""
        self._lines = lines
        self._folded = [(row.key, _words(row)) for row in lines.rows if row.key]
        self.add_class("-open")
        self._input.focus()
        self._step(0)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._step(0)

    def action_step(self, way: int) -> None:
        """Go on to the next place, or back to the one before."""
        self._step(way)

    def _step(self, way: int) -> None:
        """Highlight a row that holds all words: this one or the next, or the one after it."""
        lines, words = self._lines, fold(self._input.value).split()
        if lines is None or not words:
            self._said.update("")
            return
        keys = [key for key, text in self._folded if all(word in text for word in words)]
        self._said.update(shown("nothing" if not keys else ""))
        if keys:
            place = self._place(keys, way)
            lines.highlight(keys[place])
            told = "" if self.app.has_class(VEILED) else f"{place + 1} of {len(keys)}"
            self._said.update(shown(told))

    def _place(self, keys: Sequence[str], way: int) -> int:
        """Which of the places to go to, from where the cursor is; round at the end."""
        assert self._lines is not None, "it is open"
        order = {key: place for place, (key, _text) in enumerate(self._folded)}
        row = self._lines.row
        here = order.get(row.key, 0) if row else 0
        if way < 0:
            before = [place for place, key in enumerate(keys) if order[key] < here]
            return before[-1] if before else len(keys) - 1
        onward = (
            p for p, key in enumerate(keys) if order[key] > here or (not way and order[key] == here)
        )
        return next(onward, 0)

    def action_leave(self) -> None:
        """Close; the list has the keys again."""
        self.remove_class("-open")
        if self._lines is not None:
            self._lines.focus()


def _words(row: Row) -> str:
    return fold(" ".join(cell.text for cell in row.cells))
