"""What was done, newest first, with every field: old → new."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from netjournal.domain.gesture import Gesture
from netjournal.journal.snapshot import Snapshot
from netjournal.text import plural
from netjournal.tui.modals.dialog import Dialog
from netjournal.tui.widgets.lines import LineList
from netjournal.tui.widgets.rows import Cell, Column, Row
from netjournal.views.changed import HistoryLine, change_text, history_lines, record_changes

MOST = 200
"""Acts that are listed."""
Way = Literal["undo", "redo"]
_COLUMNS = (Column(16, 10), Column(60, 12, grows=True))


class HistoryModal(Dialog[Way]):
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

    def __init__(self, gestures: Sequence[Gesture], snapshot: Snapshot) -> None:
        super().__init__(f"History · {plural(len(gestures), 'act')}")
        self._acts = history_lines(gestures, MOST)
        self._snapshot = snapshot
        self._opened: frozenset[str] = frozenset()
        self._lines = LineList(_COLUMNS)

    def body(self) -> ComposeResult:
        """One list."""
        self._show()
        yield self._lines

    def _show(self) -> None:
        if not self._acts:
            self._lines.show([Row((Cell("Nothing was done yet.", "muted"),), flow=True)])
            return
        self._lines.show([row for act in self._acts for row in self._rows(act)])

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
        told = change_text(record_changes(gesture.changes, self._snapshot))
        return [head, *(Row((Cell(""), Cell(line)), wrap=True) for line in told)]

    def on_line_list_opened(self, event: LineList.Opened) -> None:
        """Show or hide the fields of an act."""
        event.stop()
        if event.row is not None:
            self._opened = self._opened ^ {event.row.key}
            self._show()

    def action_take(self, way: Way) -> None:
        """Leave with what is asked for."""
        self.dismiss(way)
