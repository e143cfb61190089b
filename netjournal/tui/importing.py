"""Importing an address book: read in a thread, shown as a plan, stored as one act."""

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
from netjournal.text import plural
from netjournal.tui.host import JournalHost

if TYPE_CHECKING:
    from netjournal.exchange.plan import ImportPlan
    from netjournal.tui.modals.import_ import ImportModal


class _StoppedError(Exception):
    """Nobody waits for the plan any longer."""


class ImportingHost(JournalHost):
    """The part of the app that answers the import dialog."""

    def __init__(self, journal: Journal, settings: Settings, today: Callable[[], date]) -> None:
        super().__init__(journal, settings, today)
        self._plan: ImportPlan | None = None

    @work(exclusive=True, group="import")
    async def import_cards(self) -> None:
        """Ask for a file, show its plan, and store it if that is wanted."""
        from netjournal.tui.modals.import_ import ImportModal

        agreed = await self.push_screen_wait(ImportModal())
        self.workers.cancel_group(self, "reading")
        plan, self._plan = self._plan, None
        if agreed and plan is not None:
            self._apply(plan)

    def on_import_modal_chosen(self, event: ImportModal.Chosen) -> None:
        """A file is to be read."""
        event.stop()
        self._read(event.path, event.modal)

    def on_import_modal_stopped(self, event: ImportModal.Stopped) -> None:
        """It is no longer to be read."""
        event.stop()
        self.workers.cancel_group(self, "reading")

    @work(thread=True, exclusive=True, group="reading", exit_on_error=False)
    def _read(self, path: Path, modal: ImportModal) -> None:
        from netjournal.clock import now
        from netjournal.exchange.sources import read_sources
        from netjournal.exchange.vcard.importing import plan_import
        from netjournal.journal.blobs import Folder
        from netjournal.tui.modals.plan_page import plan_page

        worker = get_current_worker()

        def progress(cards: int) -> None:
            if worker.is_cancelled:
                raise _StoppedError
            self.call_from_thread(modal.progress, cards, None)

        try:
            sources = read_sources([path])
            progress(0)
            folder = Folder(self.journal.path)
            plan = plan_import(
                sources, self.journal.snapshot, folder, made=now(), progress=progress
            )
        except NetjournalError as error:
            if not worker.is_cancelled:
                self.call_from_thread(modal.refuse, error.message)
        except _StoppedError:
            return
        else:
            if not worker.is_cancelled:
                self._plan = plan
                self.call_from_thread(modal.show_plan, plan_page(plan))

    @work(thread=True, group="write", exit_on_error=False)
    def _apply(self, plan: ImportPlan) -> None:
        from netjournal.exchange.plan import Kind
        from netjournal.exchange.vcard.importing import keep_files
        from netjournal.journal.blobs import Folder

        try:
            keep_files(plan, Folder(self.journal.path))
            self.journal.apply(plan.label, plan.changes, backup="import")
        except NetjournalError as error:
            self.say(error.message, problem=True)
            return
        new = plan.count(Kind.NEW)
        told = f"{plural(new, 'new person is', 'new people are')} in the rolodex. " if new else ""
        self.say(f"{plan.label} · u undo\n{told}2 and o choose those who matter.")
