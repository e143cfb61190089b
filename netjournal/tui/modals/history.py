"""What was done, newest first, with every field: old → new; undone and redone from there."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import ClassVar, Literal

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from netjournal.domain.gesture import Gesture
from netjournal.journal.snapshot import Snapshot
from netjournal.text import plural
from netjournal.tui.modals.dialog import Dialog
from netjournal.tui.showing import shown
from netjournal.tui.widgets.lines import LineList
from netjournal.tui.widgets.rows import Cell, Column, Row
from netjournal.tuples import NamedTuple
from netjournal.views.changed import HistoryLine, changed_lines, counted, history_lines

MOST = 1_000
"""Acts that are listed; the journal keeps about as many."""
FIELDS = 60
"""Changes of one act that are shown one by one."""
Way = Literal["undo", "redo"]
_COLUMNS = (Column(16, 10, needs=56), Column(60, 12, grows=True))


class Past(NamedTuple):
    """What there is to show."""

    gestures: Sequence[Gesture]
    snapshot: Snapshot


class HistoryModal(Dialog[None]):
    """The acts; enter shows what the highlighted one changed."""

    DEFAULT_CSS = """
    HistoryModal Frame { width: 100; height: 80%; padding: 0; }
    HistoryModal LineList, HistoryModal LineList:focus { border: none; background: $surface; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("u", "take('undo')", "Undo", tooltip="Take the last change back.",
                id="history-undo"),
        Binding("U", "take('redo')", "Redo", tooltip="Take the last undo back.",
                id="history-redo"),
    ]  # fmt: skip

    def __init__(self, past: Past, take: Callable[[Way], Awaitable[Past]]) -> None:
        """``take`` undoes or redoes; the past that it leads to is shown in place of this one."""
        super().__init__("History")
        self._past = past
        self._take = take
        self._opened: frozenset[str] = frozenset()
        self._lines = LineList(_COLUMNS)

    def body(self) -> ComposeResult:
        """One list."""
        self._show()
        yield self._lines

    def _show(self) -> None:
        gestures = self._past.gestures
        self._frame.border_title = shown(f"History · {plural(len(gestures), 'act')}")
        acts = history_lines(gestures, MOST)
        if acts:
            self._lines.show([row for act in acts for row in self._rows(act)])
        else:
            self._lines.show([Row((Cell("Nothing was done yet.", "muted"),), flow=True)])

    def _rows(self, act: HistoryLine) -> Sequence[Row]:
        gesture = act.gesture
        tail = "undone" if act.undone else plural(len(gesture.changes), "record")
        head = Row(
            (
                Cell(act.when, "muted"),
                Cell(gesture.label, "muted" if act.undone else "strong"),
                Cell(tail, "muted"),
            ),
            key=gesture.id,
        )
        if gesture.id not in self._opened:
            return [head]
        changes = gesture.changes
        told = [*changed_lines(changes, self._past.snapshot, FIELDS)]
        if len(changes) > FIELDS:
            told.insert(0, counted(changes))
        return [head, *(Row((Cell(""), Cell(line)), wrap=True) for line in told)]

    def on_line_list_opened(self, event: LineList.Opened) -> None:
        """Show or hide the fields of an act."""
        event.stop()
        if event.row is not None and event.row.key:
            self._opened = self._opened ^ {event.row.key}
            self._show()

    @work(exclusive=True)
    async def action_take(self, way: Way) -> None:
        """Undo or redo, and stay."""
        self._past = await self._take(way)
        self._show()
        self._lines.action_first()
