"""One gathering: before, the aim; after, whom I met, whom to follow up, what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.widget import Widget

from netjournal.tui import gathering_acts, keys
from netjournal.tui.host import Picture
from netjournal.tui.over import OverPage
from netjournal.tui.showing import shown
from netjournal.tui.telling import ReportPage
from netjournal.tui.widgets.lines import LineList
from netjournal.views.report import Report


class GatheringScreen(OverPage, ReportPage):
    """Its review; acts are about the highlighted person."""

    BINDING_GROUP_TITLE = "This page"
    BINDINGS: ClassVar[list[BindingType]] = [
        *keys.BEGINNING,
        *keys.CHOOSING,
        *keys.LOOKING,
        *keys.BACK,
    ]
    HINTS: ClassVar[Mapping[str, str]] = {"Chosen": "+ not after all", "The others": "+ choose"}

    def __init__(self, id: str, place: str) -> None:
        """``place`` is the page below."""
        super().__init__()
        self._gathering = id
        self._top.page = place

    @property
    def capture_begins(self) -> str:
        """The line is about somebody met here."""
        picture = self.host.picture
        if picture is None or picture.discreet:
            return ""  # its name would be seen
        one = picture.snapshot.gathering(self._gathering)
        return f"at: {one.name}; met " if one else ""

    def body(self) -> Iterable[Widget]:
        """The list with its keys on the border."""
        self._lines.border_subtitle = shown("b debrief: whom you met · + choose")
        yield from super().body()

    def told(self, picture: Picture) -> Report | None:
        """The review."""
        from netjournal.views.gathering_report import gathering_report
        from netjournal.views.gatherings import gathering_view

        one = picture.snapshot.gathering(self._gathering)
        if one is None:
            return None
        return gathering_report(gathering_view(one, picture.standings), picture.standings)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only who was met here can be chosen, not who needs something."""
        if action == "choose":
            target = self.target
            return True if target and target.person and target.record is None else None
        return super().check_action(action, parameters)

    @on(LineList.Highlighted)
    def _other_line(self) -> None:
        self.refresh_bindings()

    @work
    async def action_begin(self) -> None:
        """The debrief: whom I met, and how we will remember each other."""
        await gathering_acts.debrief(self, self._gathering)

    @work
    async def action_choose(self) -> None:
        """Follow the person up, or not after all."""
        person = self.person
        if person is not None:
            await gathering_acts.choose(self, self._gathering, person)
