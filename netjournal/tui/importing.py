"""Importing: read in a thread, shown as a plan, answered, stored as one act."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work
from textual.worker import get_current_worker

from netjournal.domain.settings import Settings
from netjournal.errors import NetjournalError
from netjournal.journal.journal import Journal
from netjournal.tui.host import JournalHost

if TYPE_CHECKING:
    from netjournal.tui.bringing import Bringing
    from netjournal.tui.modals.import_ import ImportModal


class _StoppedError(Exception):
    """Nobody waits for the plan any longer."""


class ImportingHost(JournalHost):
    """The part of the app that answers the import dialog."""

    def __init__(self, journal: Journal, settings: Settings, today: Callable[[], date]) -> None:
        super().__init__(journal, settings, today)
        self._bringing: Bringing | None = None
        """What was read and is being asked about."""

    @work(exclusive=True, group="import")
    async def import_cards(self) -> None:
        """Ask for a file, show its plan, and store it if that is wanted."""
        from netjournal.tui.modals.import_ import ImportModal

        if not await self.may_show():
            return
        agreed = await self.push_screen_wait(ImportModal())
        self.workers.cancel_group(self, "reading")
        bringing, self._bringing = self._bringing, None
        if agreed and bringing is not None:
            self._apply(bringing)

    def on_import_modal_chosen(self, event: ImportModal.Chosen) -> None:
        """A file is to be read."""
        event.stop()
        self._read(event.path, event.modal)

    def on_import_modal_anew(self, event: ImportModal.Anew) -> None:
        """What was read is to be planned anew, knowing more."""
        event.stop()
        if self._bringing is not None:
            event.tell(self._bringing)
            self._plan(self._bringing, event.modal)

    def on_import_modal_stopped(self, event: ImportModal.Stopped) -> None:
        """It is no longer to be read."""
        event.stop()
        self.workers.cancel_group(self, "reading")

    @work(thread=True, exclusive=True, group="reading", exit_on_error=False)
    def _read(self, path: Path, modal: ImportModal) -> None:
        from netjournal.exchange.sources import read_sources
        from netjournal.tui.bringing import bringing

        settings = self.settings
        self._show_plan(
            modal,
            lambda: bringing(read_sources([path]), self.journal, settings.region),
        )

    @work(thread=True, exclusive=True, group="reading", exit_on_error=False)
    def _plan(self, bringing: Bringing, modal: ImportModal) -> None:
        self._show_plan(modal, lambda: bringing)

    def _show_plan(self, modal: ImportModal, read: Callable[[], Bringing]) -> None:
        """In a thread: read and plan, telling how far it is, and show what came of it."""
        worker = get_current_worker()

        def progress(cards: int, total: int | None) -> None:
            if worker.is_cancelled:
                raise _StoppedError
            self.call_from_thread(modal.progress, cards, total)

        try:
            bringing = read()
            page = bringing.plan(progress)
        except NetjournalError as error:
            if not worker.is_cancelled:
                self.call_from_thread(modal.refuse, error.message)
        except _StoppedError:
            return
        else:
            if not worker.is_cancelled:
                self._bringing = bringing
                self.call_from_thread(modal.show_plan, page)

    @work(thread=True, group="write", exit_on_error=False)
    def _apply(self, bringing: Bringing) -> None:
        self.say("Importing …", seconds=60)
        try:
            told = bringing.apply()
        except NetjournalError as error:
            self.say(error.message, problem=True)
            return
        self.say(told.text, title=told.title)
