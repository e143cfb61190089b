"""Pages told in sections: sentences, then rows that open the people behind them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import work

from netjournal.domain.gesture import Table
from netjournal.text import plural
from netjournal.tui.host import Picture
from netjournal.tui.previewing import ListedPage
from netjournal.tui.report_lines import COLUMNS, hidden, report_rows
from netjournal.tui.showing import shown
from netjournal.tui.target import Target
from netjournal.tui.widgets.rows import Cell, Row
from netjournal.views.report import Report
from netjournal.views.signs import STATE_WORD


class ReportPage(ListedPage):
    """What a view tells, drawn when it is known; looked up in a thread."""

    HINTS: ClassVar[Mapping[str, str]] = {}
    """By the title of a section: which keys do what there."""

    def __init__(self) -> None:
        super().__init__(COLUMNS)
        self._was_told = False

    def told(self, picture: Picture) -> Report | None:
        """What the page says; None where what it is about is gone.

        Asked in another thread than the one that draws.
        """
        raise NotImplementedError

    def paint(self, picture: Picture) -> None:
        """Tell it again."""
        self._tell(picture)

    @work(exclusive=True, group="find")
    async def _tell(self, picture: Picture) -> None:
        from asyncio import to_thread

        page = await to_thread(self.told, picture)
        if page is None:
            # what was made a moment ago is in the next picture, not in this one
            if self._was_told:
                self.app.call_later(self.run_action, "back")
            return
        self._was_told = True
        if picture.discreet:
            page = hidden(page)
        title = " · ".join(part for part in (page.title, page.figure) if part)
        self._lines.border_title = shown(title, limit=100)
        self._lines.show(list(report_rows(page, picture.standings, self.HINTS)))

    def show_preview(self) -> None:
        """The person; of a figure everybody behind it."""
        target, picture = self.target, self.host.picture
        several = target is not None and target.person is None and len(target.people) > 1
        if target is None or picture is None or not several:
            super().show_preview()
            return
        people = filter(None, map(picture.snapshot.person, target.people))
        rows = [
            Row((Cell(STATE_WORD[state] if state else "", "muted"), Cell(person.name)))
            for person in people
            for state in (picture.standings.subject(person).standing.state,)
        ]
        self.preview.show_card(plural(len(rows), "person", "people"), rows)

    def open(self, target: Target) -> None:
        """Open the gathering, the person, or everybody behind a figure."""
        table = target.record[0] if target.record else None
        if target.record is not None and table is Table.GATHERINGS:
            self.host.open_gathering(target.record[1])
        elif len(target.parts) > 1:
            self._open_part(target)
        elif target.circle is None and len(target.people) > 1 and table is not Table.ENTRIES:
            self.host.open_people(target.name, target.people)
        else:
            super().open(target)

    @work
    async def _open_part(self, target: Target) -> None:
        """Ask which figure of the line is meant, and open the people behind it."""
        from netjournal.tui.modals.figure import EVERYBODY, FigureModal

        label = await self.app.push_screen_wait(FigureModal(target.name, target.parts))
        if label is None:
            return
        people = {part.label: part.people for part in target.parts} | {EVERYBODY: target.people}
        what = target.name if label == EVERYBODY else f"{target.name}, {label}"
        self.host.open_people(what, people[label])
