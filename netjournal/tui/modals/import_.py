"""Importing: a path, the reading of it, the plan with its questions, then the word to apply it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input, ProgressBar, Static

from netjournal.exchange.plan import Answers
from netjournal.text import plural
from netjournal.tui.modals.dialog import LOW, Dialog
from netjournal.tui.modals.encoding import EncodingModal
from netjournal.tui.modals.path_picker import PathPicker
from netjournal.tui.modals.plan_list import PlanList, plan_head
from netjournal.tui.modals.plan_page import PlanPage
from netjournal.tui.modals.questions import QuestionsModal
from netjournal.tui.showing import shown, shown_block
from netjournal.tui.widgets.lines import LineList
from netjournal.tui.widgets.push_button import PushButton

if TYPE_CHECKING:
    from netjournal.tui.bringing import Bringing

SUFFIXES = frozenset({".vcf", ".vcard", ".csv", ".zip", ".json", ".gz"})
"""Files that are proposed; any other may be typed."""
_AROUND = 15
"""Lines of the plan page beside its list."""
_ASIDE = 7
"""The same in a window too low for air."""


class Stage(Enum):
    """Where the dialog stands."""

    PATH = "path"
    READING = "reading"
    PLAN = "plan"


class ImportModal(Dialog[bool]):
    """The answer is true when the plan shown is to be applied.

    It reads no file but names to choose from: it posts ``Chosen``, is told of the progress by
    ``progress``, and of the end by ``show_plan`` or ``refuse``; ``Anew`` asks for another plan,
    ``Stopped`` says that nobody waits any longer.
    """

    DEFAULT_CSS = """
    ImportModal Frame { width: 96; }
    ImportModal .page { height: auto; display: none; }
    ImportModal.-path #path-page, ImportModal.-reading #reading-page,
    ImportModal.-plan #plan-page { display: block; }
    ImportModal ProgressBar, ImportModal ProgressBar #bar { width: 1fr; }
    ImportModal ProgressBar #eta { display: none; }
    ImportModal PlanList { border: none; background: $surface; margin-top: 1; }
    ImportModal #detail { height: auto; max-height: 2; margin-top: 1; color: $text-muted; }
    ImportModal.-short #detail { margin-top: 0; max-height: 1; }
    ImportModal.-short PlanList { margin-top: 0; }
    ImportModal.-short #path-page .gap { display: none; }
    ImportModal .row { height: 1; align-horizontal: right; }
    ImportModal .row PushButton { margin-left: 2; }
    ImportModal.-narrow .row PushButton { margin-left: 1; padding: 0 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "Choose", False, tooltip="Read what is chosen.",
                id="import-choose"),
        Binding("i", "go", "Import", tooltip="Store what the plan says.", id="import-go"),
        Binding("w", "answer", "Answer", tooltip="Answer the questions, one by one.",
                id="import-answer"),
        Binding("b", "bring_back", "Bring back", id="import-back",
                tooltip="Bring people back whom you removed before."),
        Binding("l", "letters", "Letters", id="import-letters",
                tooltip="Say in which character set the file was written."),
        Binding("space", "look", "Open", id="import-look", priority=True,
                tooltip="Fold a heading, or answer the highlighted question."),
        Binding("down,j", "move(1)", "Down", False, id="import-down", priority=True,
                tooltip="Go down in the plan."),
        Binding("up,k", "move(-1)", "Up", False, id="import-up", priority=True,
                tooltip="Go up in the plan."),
        Binding("pagedown", "page(1)", "Page down", False, id="import-page-down", priority=True,
                tooltip="Go down a page in the plan."),
        Binding("pageup", "page(-1)", "Page up", False, id="import-page-up", priority=True,
                tooltip="Go up a page in the plan."),
        Binding("right", "app.focus_next", "Next", False, id="import-next",
                tooltip="To the next button."),
        Binding("left", "app.focus_previous", "Before", False, id="import-before",
                tooltip="To the button before."),
    ]  # fmt: skip

    @dataclass
    class Chosen(Message):
        """A file or a folder is to be read."""

        path: Path
        modal: ImportModal

    @dataclass
    class Anew(Message):
        """The plan is to be made again, knowing what ``tell`` tells of what was read."""

        tell: Callable[[Bringing], None]
        modal: ImportModal

    @dataclass
    class Stopped(Message):
        """The reading is no longer wanted."""

        modal: ImportModal

    def __init__(self, path: str = "", *, suffixes: Collection[str] = SUFFIXES) -> None:
        super().__init__("Import an address book")
        self._begin = path
        self._suffixes = suffixes
        self._plan = PlanList(id="plan-lines")
        self._stage = Stage.PATH
        self._page: PlanPage | None = None

    def body(self) -> ComposeResult:
        """The three pages; one is seen."""
        with Vertical(id="path-page", classes="page"):
            yield Static("A vCard file or a folder of them, a CSV, a zip, or an archive:")
            yield PathPicker(self._begin, suffixes=self._suffixes)
            yield Static(id="refusal", classes="problem")
            yield Static("The plan is shown before anything is written.", classes="muted gap")
        with Vertical(id="reading-page", classes="page"):
            yield Static(id="reading")
            yield ProgressBar(show_eta=False)
            yield Static("Escape stops; nothing is written.", classes="muted gap")
        with Vertical(id="plan-page", classes="page"):
            yield Static(id="plan-head")
            yield self._plan
            yield Static(id="detail")
            with Horizontal(classes="row gap"):
                yield PushButton("Cancel", id="cancel")
                yield PushButton("Answer", id="answer")
                yield PushButton("Import", id="apply")

    def on_mount(self) -> None:
        """Begin with the path."""
        super().on_mount()
        self._show(Stage.PATH)

    def on_resize(self) -> None:
        """The plan's list takes the room that the rest leaves."""
        super().on_resize()
        is_low = self.size.height < LOW
        around = _ASIDE if is_low else _AROUND
        self._plan.styles.height = max(3, self.size.height - around)
        if self._page is not None:
            self.query_one("#plan-head", Static).update(plan_head(self._page, is_low=is_low))

    def progress(self, done: int, total: int | None, *, unit: str = "card") -> None:
        """So many of so many are read; without a total the bar only moves."""
        self.query_one(ProgressBar).update(total=total, progress=done)
        count = plural(done, unit) if total is None else f"{done} of {plural(total, unit)}"
        self.query_one("#reading", Static).update(shown(f"Reading: {count}"))

    def show_plan(self, page: PlanPage) -> None:
        """The file is read: show what would happen."""
        if self._stage is not Stage.READING:
            return
        self._page = page
        self._plan.show_plan(page.sections)
        self._plan.display = bool(page.sections)
        answer = self.query_one("#answer", PushButton)
        answer.display = bool(page.asked)
        answer.update(shown(f"Answer {len(page.asked)}"))
        self.query_one("#apply", PushButton).disabled = not page.changes
        self._show(Stage.PLAN)
        self.on_resize()

    def refuse(self, sentence: str) -> None:
        """The file cannot be read: say why, and let another path be typed."""
        if self._stage is Stage.READING:
            self._show(Stage.PATH)
            self.query_one("#refusal", Static).update(shown(sentence))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing to go on with while reading, or when nothing would change."""
        page = self._page if self._stage is Stage.PLAN else None
        if action == "go":
            return page is not None and page.changes
        if action == "answer":
            return page is not None and bool(page.asked)
        if action == "bring_back":
            return page is not None and page.removed > 0
        if action == "letters":
            return page is not None and (page.is_guessed or bool(page.encoding))
        if action == "choose":
            return self._stage is Stage.PATH
        if action in {"look", "move", "page"} or "focus" in action:
            return page is not None
        return super().check_action(action, parameters)

    @on(PushButton.Pressed, "#apply")
    def action_go(self) -> None:
        """Agree to the plan."""
        self.dismiss(True)

    def action_choose(self) -> None:
        """Read what is typed or highlighted."""
        self.query_one(PathPicker).go()

    @on(PathPicker.Taken)
    def _taken(self, event: PathPicker.Taken) -> None:
        event.stop()
        self._wait()
        self.post_message(self.Chosen(event.path, self))

    def _wait(self) -> None:
        self.query_one("#refusal", Static).update("")
        self.query_one(ProgressBar).update(total=None, progress=0)
        self.query_one("#reading", Static).update("Reading …")
        self._show(Stage.READING)

    @on(PushButton.Pressed, "#answer")
    def action_answer(self) -> None:
        """Answer the questions, one by one."""
        self._ask(0)

    def _ask(self, at: int) -> None:
        def answered(answers: Answers | None) -> None:
            if answers:
                self._anew(lambda bringing: bringing.answer(answers))

        if self._page is not None and self._page.asked:
            self.app.push_screen(QuestionsModal(self._page.asked, at), answered)

    def action_bring_back(self) -> None:
        """Make the plan anew, with those who were removed before."""
        self._anew(lambda bringing: bringing.bring_back())

    def action_letters(self) -> None:
        """Make the plan anew, the files read in another character set."""

        def chosen(encoding: str | None) -> None:
            if self._page is not None and encoding not in {None, self._page.encoding}:
                self._anew(lambda bringing: bringing.read_as(encoding or ""))

        if self._page is not None:
            self.app.push_screen(EncodingModal(self._page.encoding), chosen)

    def _anew(self, tell: Callable[[Bringing], None]) -> None:
        self._wait()
        self.post_message(self.Anew(tell, self))

    def action_look(self) -> None:
        """Fold a heading, or answer a question."""
        line = self._plan.activate()
        if line is not None and line.question >= 0:
            self._ask(line.question)

    @on(LineList.Opened, "#plan-lines")
    def _clicked(self, event: LineList.Opened) -> None:
        event.stop()
        self.action_look()

    @on(LineList.Highlighted, "#plan-lines")
    def _highlighted(self, event: LineList.Highlighted) -> None:
        """What a line has no room for, in full."""
        event.stop()
        line = self._plan.line
        self.query_one("#detail", Static).update(shown_block(line.says, limit=400) if line else "")

    def action_move(self, way: int) -> None:
        """Go up or down in the plan."""
        self._plan.action_move(way)

    def action_page(self, way: int) -> None:
        """Go a page up or down in the plan."""
        self._plan.action_page(way)

    @on(PushButton.Pressed, "#cancel")
    def action_back(self) -> None:
        """Stop the reading; from the other pages, leave without an import."""
        if self._stage is Stage.READING:
            self.post_message(self.Stopped(self))
            self._show(Stage.PATH)
        else:
            self.dismiss(None)

    def _show(self, stage: Stage) -> None:
        self._stage = stage
        for each in Stage:
            self.set_class(each is stage, f"-{each.value}")
        line = self.query_one("#path", Input)
        line.disabled = stage is not Stage.PATH
        if stage is Stage.PATH:
            line.focus()
        elif stage is Stage.PLAN and self._page is not None:
            begin = "answer" if self._page.asked else "apply" if self._page.changes else "cancel"
            self.query_one(f"#{begin}").focus()
        self.refresh_bindings()
