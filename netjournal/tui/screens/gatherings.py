"""Gatherings: where I met people, before and after, and what such evenings yield."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import work
from textual.binding import BindingType
from textual.widget import Widget

from netjournal.domain.gesture import Table
from netjournal.tui import gathering_acts, keys
from netjournal.tui.host import Picture
from netjournal.tui.report_lines import hidden, report_rows
from netjournal.tui.showing import shown
from netjournal.tui.telling import ReportPage
from netjournal.views.report import Report


class GatheringsPage(ReportPage):
    """Every gathering; the highlighted one is told beside the list where there is room."""

    PLACE: ClassVar[str] = "gatherings"
    BINDINGS: ClassVar[list[BindingType]] = [*keys.BEGINNING, *keys.LOOKING]

    def body(self) -> Iterable[Widget]:
        """The list with its keys on the border."""
        self._lines.border_subtitle = shown("b begins one · enter opens it")
        yield from super().body()

    def told(self, picture: Picture) -> Report | None:
        """Each with its yield, then sums by kind and size."""
        from netjournal.views.gathering_report import gatherings_report
        from netjournal.views.gatherings import gatherings_view

        return gatherings_report(gatherings_view(picture.standings), picture.standings)

    def show_preview(self) -> None:
        """Tell the highlighted gathering."""
        from netjournal.views.gathering_report import gathering_report
        from netjournal.views.gatherings import gathering_view

        target, picture = self.target, self.host.picture
        record = target.record if target else None
        one = None
        if picture is not None and record is not None and record[0] is Table.GATHERINGS:
            one = picture.snapshot.gathering(record[1])
        if one is None or picture is None:
            super().show_preview()
            return
        page = gathering_report(gathering_view(one, picture.standings), picture.standings)
        page = hidden(page) if picture.discreet else page
        self.preview.show_card(page.title, list(report_rows(page, picture.standings, {})))

    @work
    async def action_begin(self) -> None:
        """Plan a gathering: name, day, whom to meet, what to listen for."""
        await gathering_acts.plan(self)
