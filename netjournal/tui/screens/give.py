"""Give: what can be given today, what is still so, and introductions on their way."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.worker import Worker

from netjournal.domain.gesture import Table
from netjournal.tui import giving, keys
from netjournal.tui.host import Picture
from netjournal.tui.telling import ReportPage
from netjournal.tui.widgets.lines import LineList
from netjournal.views.report import Report

_OURS = frozenset({"done", "snooze", "drop"})


class GivePage(ReportPage):
    """Needs with who can help; done, let go and still so are about the line itself."""

    PLACE: ClassVar[str] = "give"
    BINDINGS: ClassVar[list[BindingType]] = [*keys.BEGINNING, *keys.LOOKING]
    HINTS: ClassVar[Mapping[str, str]] = {
        "You can help": "d given · b introduce",
        "Needs with no offer yet": "d given · x no longer",
        "Still so?": "s it is · x no longer",
        "Your offers": "x no longer",
        "Introductions": "d the next step · x let it be",
        "Cards to write": "b it is written · d it is posted",
        "Written, to post": "d it is posted",
        "Addresses to ask for": "e adds one",
    }

    def told(self, picture: Picture) -> Report | None:
        """Needs, offers, introductions, gifts."""
        from netjournal.views.give import give_report, give_view
        from netjournal.views.postcards import postcard_sections, postcards

        standings = picture.standings
        page = give_report(give_view(standings), standings)
        cards = postcard_sections(postcards(standings), standings)
        return page._replace(sections=(*page.sections, *(one for one in cards if one.rows)))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Needs, offers and introductions are done, kept and let go too."""
        target = self.target
        if action in _OURS and giving.is_ours(target):
            return True if giving.can(action, target, self.host.picture) else None
        return super().check_action(action, parameters)

    @on(LineList.Highlighted)
    def _other_line(self) -> None:
        self.refresh_bindings()

    def action_done(self) -> Worker[None]:
        """What was needed is given; an introduction goes a step on."""
        target = self.target
        if target is None or target.record is None or not giving.is_ours(target):
            return super().action_done()
        return self._do_record(*target.record)

    @work
    async def _do_record(self, table: Table, id: str) -> None:
        if table is Table.INTRODUCTIONS:
            await giving.step(self, id)
        else:
            await giving.give(self, id)

    def action_snooze(self) -> Worker[None]:
        """It was asked about, and is still so."""
        target = self.target
        if target is None or target.record is None or not giving.is_ours(target):
            return super().action_snooze()
        return giving.still_open(self, target.record[1])

    def action_drop(self) -> None:
        """It holds no longer, or is let be."""
        target = self.target
        if target is None or target.record is None or not giving.is_ours(target):
            super().action_drop()
        else:
            giving.let_go(self, *target.record)

    def action_begin(self) -> None:
        """Introduce the two of the line; a card is written; else ask for two names."""
        target = self.target
        if target is not None and target.record and target.record[0] is Table.COMMITMENTS:
            giving.card_written(self, target.record[1])
            return
        if target is not None and target.record is not None and giving.is_match(target):
            giving.introduce(self, target.people, target.record[1])
        else:
            self.host.capture("intro: ")
