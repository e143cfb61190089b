"""Quick add on every screen: one line at the bottom, read while it is typed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static, TextArea
from textual.worker import Worker, WorkerState

from netjournal.capture.reading import Place, Problem
from netjournal.tui.modals.dialog import Dialog
from netjournal.tui.showing import shown
from netjournal.tui.widgets.capture_line import CaptureLine, Complete

PAUSE = 0.06
"""Seconds without a key before the line is read."""
EXAMPLES = (
    "Ana Ruiz: coffee yesterday, budget talk. next: postcard on friday",
    "called Bob, no answer",
)
_LINES = 8
"""Lines of a reading that are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Live:
    """How a line is read while it is typed."""

    tokens: Sequence[tuple[Place, str]] = ()
    """As in ``Capture.tokens``."""
    lines: Sequence[str] = ()
    """What it would become, one fact a line."""
    problems: Sequence[Problem] = ()
    """Why it cannot be stored as it is."""
    question: str = ""
    """Who has to be asked about: ``Ana may be 2 people; you will be asked``."""
    hints: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class CaptureAnswer:
    """The line, to be stored or kept as it is."""

    text: str
    store: bool


class CaptureModal(Dialog[CaptureAnswer]):
    """Enter stores; escape answers too, with the text as a draft, so that it is never lost."""

    DEFAULT_CSS = """
    CaptureModal, CaptureModal:ansi {
        align: center bottom;
        background: transparent !important;
    }
    CaptureModal Frame { width: 100%; padding: 0 1; max-height: 70%; border: round $accent; }
    CaptureModal.-short Frame { max-height: 100%; }
    CaptureModal ToastRack { dock: top; align: right top; margin: 1 0 0 0; }
    CaptureModal #reading { height: auto; margin: 1 1 0 1; }
    CaptureModal.-short #reading { margin: 0 1; }
    CaptureModal.-short CaptureLine { max-height: 3; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Keep for later", tooltip="Close; the line is kept",
                id="dialog-back"),
    ]  # fmt: skip

    def __init__(
        self,
        initial: str,
        read: Callable[[str], Live],
        *,
        complete: Complete = lambda _: None,
        examples: Sequence[str] = EXAMPLES,
    ) -> None:
        """``read`` and ``complete`` are pure; ``read`` is called in a thread."""
        super().__init__("Add")
        self._read = read
        self._line = CaptureLine(initial, complete=complete)
        self._examples = examples

    def body(self) -> ComposeResult:
        """The line, and how it is read."""
        yield self._line
        yield Static(id="reading")

    def on_mount(self) -> None:
        """Go on where the draft ends."""
        self._line.move_cursor(self._line.document.end)
        self._line.focus()
        self._reread()

    def action_back(self) -> None:
        """Close; the answer holds the text as a draft."""
        self.dismiss(CaptureAnswer(self._line.text, store=False))

    @on(TextArea.Changed)
    def _reread(self) -> None:
        if not self._line.is_sent:
            self._look(self._line.text)

    @on(CaptureLine.Submitted)
    def _submitted(self) -> None:
        self._finish(self._line.text)

    @work(exclusive=True, exit_on_error=False, group="reading")
    async def _look(self, text: str) -> None:
        """Read after a pause, in a thread; a later key makes it pointless."""
        if not text.strip():
            self._show_examples()
            return
        await asyncio.sleep(PAUSE)
        live = await asyncio.to_thread(self._read, text)
        if text == self._line.text:
            self._tell(live)

    @work(exclusive=True, exit_on_error=False, group="reading")
    async def _finish(self, text: str) -> None:
        """Store it, or tell why not; what is typed meanwhile waits."""
        stored = False
        try:
            live = await asyncio.to_thread(self._read, text) if text.strip() else None
            if live is not None and live.problems:
                self._tell(live)
            elif live is not None:
                self.dismiss(CaptureAnswer(text.strip(), store=True))
                stored = True
        finally:
            self._line.answered(stored=stored)

    def _tell(self, live: Live) -> None:
        unfinished = bool(self._line.suggestion)
        places = [place for problem in live.problems for place in problem.places]
        self._line.understood(live.tokens, [] if unfinished else places)
        self._say(_words(live, unfinished=unfinished))

    @on(Worker.StateChanged)
    def _unread(self, event: Worker.StateChanged) -> None:
        """A fault in the reading must not take the typed line with it."""
        if event.state is WorkerState.ERROR:
            self.log.error(event.worker.error)
            self._line.understood(())
            words = "This line cannot be read; that is a fault of netjournal. Escape keeps it."
            self._say([shown(words, "$text-error")])

    def _show_examples(self) -> None:
        self._line.understood(())
        lines = [shown("What happened, or what is to do:", "dim")]
        lines += [Content.assemble("  ", shown(example, "dim")) for example in self._examples]
        self._say(lines)

    def _say(self, lines: Sequence[Content]) -> None:
        self.query_one("#reading", Static).update(Content("\n").join(lines))


def _words(live: Live, *, unfinished: bool) -> Sequence[Content]:
    """Problems first; then who is asked about; then what it becomes.

    A problem of a word that is still being typed, as its completion tells, is said quietly.
    """
    tone = "dim" if unfinished else "$text-error"
    said = [shown(problem.message, tone) for problem in live.problems]
    if live.question:
        said.append(shown(live.question, "$text-warning"))
    for number, line in enumerate(live.lines):
        said.append(shown(line, "" if number == 0 else "dim"))
    said += [shown(hint, "dim italic") for hint in live.hints]
    return said[:_LINES] or [shown("Nothing to store yet.", "dim")]
