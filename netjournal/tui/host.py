"""The half of the app that screens know: the journal, the day, writing, and news of changes."""

from __future__ import annotations

import asyncio
import gc
import sys
import threading
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import ClassVar

from rich.text import Text
from textual import work
from textual.filter import LineFilter
from textual.message import Message
from textual.signal import Signal

from netjournal import paths
from netjournal.config import begins_discreet
from netjournal.domain.draft import Draft
from netjournal.domain.gesture import Change
from netjournal.domain.settings import Settings
from netjournal.domain.values import Circle, PersonId
from netjournal.errors import ExitCode, NetjournalError
from netjournal.journal.journal import Done, Journal
from netjournal.journal.snapshot import Snapshot
from netjournal.text import safe_block, safe_line
from netjournal.tui.calm_app import CalmApp
from netjournal.tui.discreet import Quiet, act_openly
from netjournal.tui.picture import Picture, make_ready, pictured
from netjournal.tui.showing import VEILED, NoControls
from netjournal.tui.unfinished import Unfinished
from netjournal.views.standings import Standings

__all__ = ["JournalHost", "Picture"]

LOOK_EVERY = 0.5
"""Seconds between two looks for what other terminals wrote, and for midnight."""
ERROR_SECONDS = 10.0
MANY = 12
"""Changes of an act that are counted, no longer named, when it is taken back."""


class JournalHost(CalmApp):
    """Owns the journal and the day. All reading and writing of files happens in workers."""

    ENABLE_COMMAND_PALETTE: ClassVar[bool] = True

    class News(Message):
        """The journal, or the day, is another."""

        def __init__(self, picture: Picture) -> None:
            super().__init__()
            self.picture = picture

    def __init__(self, journal: Journal, settings: Settings, today: Callable[[], date]) -> None:
        super().__init__()
        self.journal = journal
        self.settings = settings
        self.today = today
        self.picture: Picture | None = None
        """None until the journal is loaded."""
        self.glimpse: Picture | None = None
        """What Today shows until then: what the index beside the journal knows."""
        self._known_problems: set[str] = set()
        """What was found and set right in the journal, told once."""
        self.kept_line = ""
        """What was typed into the capture line and neither stored nor thrown away."""
        self.unfinished = Unfinished(paths.state_folder(), journal.path)
        """The line that is being typed, should the program end before its time."""
        self.news: Signal[Picture] = Signal(self, "news")
        self._no_controls = NoControls()
        self._painting = threading.Lock()
        self._looking = False
        self._had_terminal = _has_terminal()
        self._trouble = ""
        """Why the last look failed."""
        self.discreet = begins_discreet(settings)
        self.set_class(self.discreet, VEILED)

    # what screens may ask for

    def open_person(self, person: PersonId, at: str = "") -> None:
        """Open somebody's page, at the record of that id."""
        raise NotImplementedError

    def open_people(self, what: str, people: Sequence[PersonId]) -> None:
        """List the people behind a figure, which ``what`` names."""
        raise NotImplementedError

    def open_gathering(self, gathering: str) -> None:
        """Open the gathering of that id."""
        raise NotImplementedError

    def open_circle(self, circle: Circle) -> None:
        """Show the people of a circle side by side."""
        raise NotImplementedError

    def capture(self, initial: str = "", draft: Draft | None = None) -> None:
        """Ask what happened; ``draft`` is the line to be finished."""
        self._capture(initial, draft)

    @work
    async def _capture(self, initial: str, draft: Draft | None) -> None:
        from netjournal.tui.capturing import capture

        await capture(self, initial, draft)

    @work(thread=True, group="open", exit_on_error=False)
    def open_link(self, link: str) -> None:
        """Hand a checked link to the desktop."""
        from netjournal.outside import open_link

        try:
            open_link(link)
        except NetjournalError as error:
            self.say(error.message, problem=True)

    def say(
        self, text: str, *, title: str = "", problem: bool = False, seconds: float | None = None
    ) -> None:
        """Tell something in passing, in place of what was told before. Thread-safe; no markup."""
        if self.discreet:
            text, title = self._quietly(text, whole=problem), self._quietly(title)
        self.call_later(self.clear_notifications)
        self.notify(
            safe_block(text, 2_000),
            title=safe_line(title, 100),
            severity="warning" if problem else "information",
            timeout=seconds or (ERROR_SECONDS if problem else None),
            markup=False,
        )

    def _quietly(self, text: str, *, whole: bool = False) -> str:
        if self.picture is None:
            return text  # before the journal is read there is nobody to be named
        return Quiet(self.picture.truth.snapshot)(text, whole=whole)

    # discreet mode

    @work(thread=True, group="load", exit_on_error=False)
    def be_discreet(self, discreet: bool) -> None:
        """Hide names, texts and figures on every screen, or show them again."""
        self.discreet = discreet
        self.call_from_thread(self.set_class, discreet, VEILED)
        self.call_from_thread(self.clear_notifications)
        self._paint()

    async def may_show(self) -> bool:
        """Whether what is to be edited may be seen; in discreet mode that is asked, and shown.

        Only within a worker of Textual.
        """
        if not self.discreet:
            return True
        from netjournal.tui.modals.confirm import ConfirmModal

        question = ConfirmModal(
            "Discreet mode hides what is edited here. Show everything again?",
            yes="Show and edit", no="Stay discreet", title="Discreet mode", careful=True,
        )  # fmt: skip
        if not await self.push_screen_wait(question):
            return False
        await self.be_discreet(False).wait()
        shown = asyncio.Event()
        self.call_later(shown.set)  # comes behind the news that is on its way
        await shown.wait()
        return True

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Whatever is drawn loses its control characters."""
        return [*super().get_line_filters(), self._no_controls]

    # loading and news

    def start(self) -> None:
        """Load the journal, then look for news twice a second."""
        self.journal.subscribe(lambda _snapshot: self._paint())
        self._load()

    @work(thread=True, group="load", exit_on_error=False)
    def _load(self) -> None:
        if self.glimpse is not None:
            # it holds on to itself, and what is loaded next is never looked through for garbage
            self.glimpse = None
            gc.collect()
        try:
            self._paint()
        except NetjournalError as error:
            self.call_from_thread(self._cannot_open, error)
            return
        self._tell_problems()
        self.call_from_thread(self._loaded)

    def _tell_problems(self) -> None:
        for problem in self.journal.problems:
            if problem not in self._known_problems:
                self._known_problems.add(problem)
                self.say(problem, problem=True)

    @property
    def _newest(self) -> tuple[str, str]:
        """The last gesture's id and label."""
        gestures = self.journal.gestures
        return (gestures[-1].id, gestures[-1].label) if gestures else ("", "")

    def _loaded(self) -> None:
        """Look for news from here on; the collector, if ``run`` stopped it, only at what is new."""
        if not gc.isenabled():
            gc.freeze()
            gc.enable()
        self.set_interval(LOOK_EVERY, self.look)
        left = self.unfinished.left_behind()
        if left and not self.kept_line:
            self.kept_line = left
            self.say("A line was not finished the last time; a goes on with it.")

    def _cannot_open(self, error: NetjournalError) -> None:
        self.exit(
            error.exit_code,
            return_code=error.exit_code,
            message=Text(f"netjournal: {safe_line(error.message)}"),
        )

    def _paint(self) -> None:
        """Compute the newest picture, in whichever thread, and send it to the screens."""
        with self._painting:
            truth = Standings(self.journal.snapshot, self.today(), self.settings)
            self.post_message(self.News(pictured(truth, discreet=self.discreet)))
        make_ready(truth.snapshot)

    def on_journal_host_news(self, event: News) -> None:
        """Everybody who shows the journal hears of it."""
        is_first, self.picture = self.picture is None, event.picture
        self.news.publish(event.picture)
        if is_first:
            self.call_after_refresh(self.caught_up)

    async def caught_up(self) -> None:
        """The journal is shown for the first time, and everything can be done."""

    def look(self) -> None:
        """See whether another terminal wrote, midnight has passed, or our own terminal is gone."""
        if self._had_terminal and not _has_terminal():
            # Textual would go on reading the end of its input, for ever and at full speed
            self.exit(return_code=ExitCode.INTERRUPTED)
        elif not self._looking:
            self._looking = True
            self._look()

    @work(thread=True, group="look", exit_on_error=False)
    def _look(self) -> None:
        try:
            picture = self.picture
            before = self._newest
            changed = self.journal.refresh()
            if changed and self._newest != before:
                self.say(f"{self._newest[1]} · by another program, H shows it")
            self._tell_problems()
            if picture is not None and not changed and self.today() != picture.day:
                self._paint()
            self._trouble = ""
        except NetjournalError as error:
            if error.message != self._trouble:  # told once, not twice a second
                self._trouble = error.message
                self.say(error.message, problem=True)
        finally:
            self._looking = False

    # writing

    @work(thread=True, group="write", exit_on_error=False)
    def write(self, label: str, decide: Callable[[Snapshot], Iterable[Change]]) -> None:
        """Change the journal; says in a line what changed, or why nothing did."""
        try:
            if self.discreet:
                done = act_openly(self.journal, label, decide)
            else:
                done = self.journal.act(label, decide)
        except NetjournalError as error:
            self.say(error.message, problem=True)
        else:
            if done is not None:
                self.say(f"{done.gesture.label} · u undo")

    @work(thread=True, group="write", exit_on_error=False)
    def take_back(self) -> None:
        """Undo the last act."""
        self._told(self.journal.undo, "U redo")

    @work(thread=True, group="write", exit_on_error=False)
    def put_again(self) -> None:
        """Redo the last undo."""
        self._told(self.journal.redo, "u undo")

    def _told(self, act: Callable[[], Done], next_key: str) -> None:
        from netjournal.views.changed import changed_lines, counted

        try:
            done = act()
        except NetjournalError as error:
            self.say(error.message)
            return
        changes = () if self.discreet else done.gesture.changes
        if len(changes) > MANY:
            lines = [counted(changes)]
        else:
            lines = list(changed_lines(changes, self.journal.snapshot, limit=4))
        if done.kept:
            lines = [*lines, f"{len(done.kept)} stay: they were changed or referred to since"]
        self.say("\n".join(lines), title=f"{done.gesture.label} · {next_key}")


def _has_terminal() -> bool:
    """Whether standard input is a terminal, and one that is still there."""
    return sys.__stdin__ is not None and not sys.__stdin__.closed and sys.__stdin__.isatty()
