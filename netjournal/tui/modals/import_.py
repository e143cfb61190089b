"""Importing an address book: a path, the reading of it, then the plan to agree to."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, ProgressBar, Static

from netjournal.text import plural
from netjournal.tui.modals.dialog import Dialog
from netjournal.tui.modals.plan_page import PlanPage, headline
from netjournal.tui.showing import shown
from netjournal.tui.widgets.path_input import PathInput, expanded
from netjournal.tui.widgets.push_button import PushButton

SUFFIXES = frozenset({".vcf", ".vcard"})
"""Files that are proposed; any other may be typed."""
_LISTED = 8
"""Questions, and problems, that are shown one by one."""


class Stage(Enum):
    """Where the dialog stands."""

    PATH = "path"
    READING = "reading"
    PLAN = "plan"


class ImportModal(Dialog[bool]):
    """The answer is true when the plan shown is to be applied.

    It reads no file but names for completion: it posts ``Chosen``, is told of the progress by
    ``progress``, and of the end by ``show_plan`` or ``refuse``; ``Stopped`` says that nobody waits
    any longer.
    """

    DEFAULT_CSS = """
    ImportModal Frame { width: 78; }
    ImportModal Vertical { height: auto; display: none; }
    ImportModal.-path #path-page, ImportModal.-reading #reading-page,
    ImportModal.-plan #plan-page { display: block; }
    ImportModal ProgressBar, ImportModal ProgressBar #bar { width: 1fr; }
    ImportModal ProgressBar #eta { display: none; }
    ImportModal VerticalScroll { height: auto; scrollbar-size-vertical: 1; }
    ImportModal .row { height: 1; align-horizontal: right; }
    ImportModal .row PushButton { margin-left: 2; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go", "Go on", tooltip="Read the file, then apply the plan.",
                id="import-go"),
        Binding("down,pagedown", "scroll(1)", "Scroll", id="import-down", priority=True,
                tooltip="Read the plan further down."),
        Binding("up,pageup", "scroll(-1)", "Scroll up", False, id="import-up", priority=True,
                tooltip="Read the plan further up."),
    ]  # fmt: skip

    @dataclass
    class Chosen(Message):
        """A file or a folder is to be read."""

        path: Path
        modal: ImportModal

    @dataclass
    class Stopped(Message):
        """The reading is no longer wanted."""

        modal: ImportModal

    def __init__(self, path: str = "", *, suffixes: Collection[str] = SUFFIXES) -> None:
        super().__init__("Import an address book")
        self._begin = path
        self._suffixes = suffixes
        self._stage = Stage.PATH
        self._page: PlanPage | None = None

    def body(self) -> ComposeResult:
        """The three pages; one is seen."""
        with Vertical(id="path-page"):
            yield Static("A vCard file, or a folder of them:")
            yield PathInput(self._begin, suffixes=self._suffixes, id="path")
            yield Static(id="refusal", classes="problem")
            yield Static("The plan is shown before anything is written.", classes="muted gap")
        with Vertical(id="reading-page"):
            yield Static(id="reading")
            yield ProgressBar(show_eta=False)
            yield Static("Escape stops; nothing is written.", classes="muted gap")
        with Vertical(id="plan-page"):
            with VerticalScroll(classes="long", can_focus=False):
                yield Static(id="plan-text")
            with Horizontal(classes="row gap"):
                yield PushButton("Cancel", id="cancel")
                yield PushButton("Import", id="apply")

    def on_mount(self) -> None:
        """Begin with the path."""
        self._show(Stage.PATH)

    def progress(self, done: int, total: int | None, *, unit: str = "card") -> None:
        """So many of so many are read; without a total the bar only moves."""
        self.query_one(ProgressBar).update(total=total, progress=done)
        count = plural(done, unit) if total is None else f"{done} of {plural(total, unit)}"
        self.query_one("#reading", Static).update(shown(f"Reading: {count}"))

    def show_plan(self, page: PlanPage) -> None:
        """The file is read: show what would happen."""
        if self._stage is Stage.READING:
            self._page = page
            self.query_one("#plan-text", Static).update(Content("\n").join(_plan_lines(page)))
            self.query_one("#apply", PushButton).disabled = not page.changes
            self._show(Stage.PLAN)

    def refuse(self, sentence: str) -> None:
        """The file cannot be read: say why, and let another path be typed."""
        if self._stage is Stage.READING:
            self._show(Stage.PATH)
            self.query_one("#refusal", Static).update(shown(sentence))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - the base's
        """Nothing to go on with while reading, or when nothing would change."""
        if action == "go":
            return self._stage is Stage.PATH or (self._page is not None and self._page.changes)
        if action == "scroll":
            return self._stage is Stage.PLAN
        return True

    @on(Input.Submitted, "#path")
    @on(PushButton.Pressed, "#apply")
    def action_go(self) -> None:
        """Read the file that was typed, or apply the plan."""
        if self._stage is Stage.PLAN:
            self.dismiss(True)
        elif self._path.value.strip():
            self.query_one("#refusal", Static).update("")
            self.query_one(ProgressBar).update(total=None, progress=0)
            self.query_one("#reading", Static).update("Reading …")
            self._show(Stage.READING)
            self.post_message(self.Chosen(expanded(self._path.value), self))

    def action_scroll(self, pages: int) -> None:
        """Through a plan longer than the screen, half a page at a time."""
        part = self.query_one("#plan-page VerticalScroll")
        part.scroll_relative(y=pages * max(1, part.size.height // 2), animate=False)

    @on(PushButton.Pressed, "#cancel")
    def action_back(self) -> None:
        """Stop the reading; from the other pages, leave without an import."""
        if self._stage is Stage.READING:
            self.post_message(self.Stopped(self))
            self._show(Stage.PATH)
        else:
            self.dismiss(None)

    @property
    def _path(self) -> PathInput:
        return self.query_one(PathInput)

    def _show(self, stage: Stage) -> None:
        self._stage = stage
        for each in Stage:
            self.set_class(each is stage, f"-{each.value}")
        self._path.disabled = stage is not Stage.PATH
        if stage is Stage.PATH:
            self._path.focus()
        elif stage is Stage.PLAN:
            self.query_one("#apply" if self._page and self._page.changes else "#cancel").focus()
        self.refresh_bindings()


def _plan_lines(page: PlanPage) -> Sequence[Content]:
    lines = [shown(headline(page)), Content()]
    for count, word in (
        (page.new, "new, into the rolodex"),
        (page.updated, "updated"),
        (page.unchanged, "unchanged"),
        (page.left_out, "without a person"),
    ):
        if count or not word.startswith("without"):
            lines.append(Content.assemble((f"{count:>6}", "bold"), f"  {word}"))
    if page.names:
        more = f" and {page.new - len(page.names)} more" if page.new > len(page.names) else ""
        lines += [Content(), shown(", ".join(page.names) + more, "dim")]
    lines += _listed("question", page.questions, "$text-warning")
    lines += _listed("problem", page.problems, "$text-warning")
    if not page.changes:
        lines += [Content(), shown("Nothing would change.", "dim")]
    return lines


def _listed(what: str, sentences: Sequence[str], style: str) -> Sequence[Content]:
    if not sentences:
        return []
    lines = [Content(), Content.styled(plural(len(sentences), what), style)]
    lines += [Content.assemble("  · ", shown(text)) for text in sentences[:_LISTED]]
    if len(sentences) > _LISTED:
        lines.append(shown(f"  · and {len(sentences) - _LISTED} more", "dim"))
    return lines
