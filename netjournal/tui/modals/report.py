"""Something to read before agreeing to it, or just to read: signs, sentences, and one act."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Static

from netjournal.tui.modals.dialog import LOW, Dialog
from netjournal.tui.showing import shown_block
from netjournal.tui.widgets.lines import LineList
from netjournal.tui.widgets.push_button import PushButton
from netjournal.tui.widgets.rows import Cell, Column, Row
from netjournal.tuples import NamedTuple

_COLUMNS = (Column(2, 1), Column(60, 12, grows=True))
_AROUND, _LOW_AROUND = 10, 6
"""Lines of the dialog beside its list, with air and without."""


class ReportLine(NamedTuple):
    """One sentence, with a sign and a style before it."""

    text: str
    sign: str = ""
    style: str = ""


class ReportModal(Dialog[bool]):
    """The answer is true when the act was agreed to; without an act there is only a way back."""

    DEFAULT_CSS = """
    ReportModal Frame { width: 100; }
    ReportModal #head { height: auto; max-height: 4; }
    ReportModal LineList, ReportModal LineList:focus {
        border: none; background: $surface; margin-top: 1;
    }
    ReportModal.-short LineList { margin-top: 0; }
    ReportModal .row { height: 1; align-horizontal: right; }
    ReportModal .row PushButton { margin-left: 2; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", "Read on", id="report-down", priority=True,
                tooltip="Go down a line."),
        Binding("up,k", "move(-1)", "Up", False, id="report-up", priority=True,
                tooltip="Go up a line."),
        Binding("pagedown", "page(1)", "Page down", False, id="report-page-down", priority=True,
                tooltip="Go down a page."),
        Binding("pageup", "page(-1)", "Page up", False, id="report-page-up", priority=True,
                tooltip="Go up a page."),
        Binding("right", "app.focus_next", "Next", False, id="report-next",
                tooltip="To the next button."),
        Binding("left", "app.focus_previous", "Before", False, id="report-before",
                tooltip="To the button before."),
    ]  # fmt: skip

    def __init__(
        self, title: str, head: str, lines: Sequence[ReportLine], *, act: str = ""
    ) -> None:
        """``act`` is the word of what may be agreed to; the cursor begins on the way back."""
        super().__init__(title)
        self._head = head
        self._said = lines
        self._act = act
        self._lines = LineList(_COLUMNS, id="report")
        self._lines.can_focus = False
        self._lines.led = True

    def body(self) -> ComposeResult:
        """What it is about, the lines, the buttons."""
        yield Static(shown_block(self._head, limit=600), id="head")
        yield self._lines
        with Horizontal(classes="row gap"):
            yield PushButton("Not now" if self._act else "Close", id="leave")
            if self._act:
                yield PushButton(self._act, id="agree")

    def on_mount(self) -> None:
        """Nothing is agreed to by accident."""
        super().on_mount()
        self._lines.show(
            [
                Row((Cell(line.sign, line.style), Cell(line.text)), key=str(place), wrap=True)
                for place, line in enumerate(self._said)
            ]
        )
        self._lines.display = bool(self._said)
        self.query_one("#leave").focus()

    def on_resize(self) -> None:
        """As many lines as there are, as far as there is room."""
        super().on_resize()
        room = self.size.height - (_LOW_AROUND if self.size.height < LOW else _AROUND)
        self._lines.styles.height = max(3, min(room, self._lines.virtual_size.height or room))

    def action_move(self, way: int) -> None:
        """Go up or down in the lines."""
        self._lines.action_move(way)

    def action_page(self, way: int) -> None:
        """Go a page up or down in the lines."""
        self._lines.action_page(way)

    @on(PushButton.Pressed, "#agree")
    def _agree(self) -> None:
        self.dismiss(True)

    @on(PushButton.Pressed, "#leave")
    def _leave(self) -> None:
        self.action_back()
