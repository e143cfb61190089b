"""The half of the app that opens what is no page: search, history, files, backups, the doctor."""

from __future__ import annotations

from textual import work

from netjournal.domain.values import PersonId
from netjournal.tui.importing import ImportingHost


class DoorsHost(ImportingHost):
    """Every action asks its dialog, and does what was answered."""

    def action_import(self) -> None:
        """Read an address book."""
        self.import_cards()

    @work
    async def action_search(self) -> None:
        """Look for words in everything, and open where they are."""
        from netjournal.tui.modals.search import SearchModal

        if self.picture is None:
            return
        picture = self.picture
        hit = await self.push_screen_wait(
            SearchModal(picture.truth, picture.snapshot if picture.discreet else None)
        )
        if hit is not None and hit.person is not None:
            self.open_person(PersonId(hit.person), hit.id)
        elif hit is not None:
            self.open_gathering(hit.id)

    @work
    async def action_history(self) -> None:
        """Show what was done, and undo and redo from there."""
        from asyncio import to_thread

        from netjournal.tui.modals.history import HistoryModal, Past, Way

        acts = {"undo": (self.journal.undo, "U redo"), "redo": (self.journal.redo, "u undo")}

        async def take(way: Way) -> Past:
            await to_thread(self._told, *acts[way])
            return Past(self.journal.gestures, self.journal.snapshot)

        if self.picture is not None and await self.may_show():
            past = Past(self.journal.gestures, self.journal.snapshot)
            await self.push_screen_wait(HistoryModal(past, take))

    @work
    async def action_back_up(self) -> None:
        """Copy the journal now."""
        from netjournal.tui.keeping import back_up

        await back_up(self)

    @work
    async def action_backups(self) -> None:
        """List the copies of the journal, and put one back if that is wanted."""
        from netjournal.tui.keeping import backups

        await backups(self)

    @work
    async def action_check_journal(self) -> None:
        """Let the doctor look at the journal."""
        from netjournal.tui.keeping import check

        await check(self)

    @work
    async def action_export(self) -> None:
        """Write those marked, those found, or everybody to a file."""
        from netjournal.tui.exporting import export
        from netjournal.tui.upkeep import UpkeepPage

        page = self.screen
        await export(self, page if isinstance(page, UpkeepPage) else None)

    @work
    async def action_merge(self) -> None:
        """Ask about the two who are marked; else go through people who may be one."""
        from netjournal.tui import merging
        from netjournal.tui.screens.duplicates import DuplicatesPage
        from netjournal.tui.upkeep import UpkeepPage
        from netjournal.views.duplicates import pair_of

        page = self.screen
        if isinstance(page, DuplicatesPage) or not await self.may_show() or not self.picture:
            return
        if isinstance(page, UpkeepPage) and len(page.people) == 2:
            one, other = page.people
            pair = pair_of(one, other, self.picture.snapshot, merging.region_of(self))
            if await merging.decide(self, pair):
                page.acted()
        else:
            self.push_screen(DuplicatesPage(self.current_mode))
