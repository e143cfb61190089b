"""What the screens are given to show: the journal of one moment on one day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from netjournal.domain.settings import Settings
from netjournal.domain.values import ME
from netjournal.errors import NetjournalError
from netjournal.journal.cold import NO_ANSWER
from netjournal.journal.journal import Journal
from netjournal.journal.snapshot import Snapshot
from netjournal.views.standings import Standings
from netjournal.views.today import TodayView, today_view


@dataclass(frozen=True, slots=True)
class Picture:
    """The journal as it is shown: one snapshot on one day."""

    standings: Standings
    """As it may be shown: in discreet mode its records are veiled."""
    today: TodayView
    truth: Standings
    """As it is: what words find, and what is stored, is decided by it."""

    @property
    def discreet(self) -> bool:
        """Whether names, texts and figures are hidden."""
        return self.standings is not self.truth

    @property
    def snapshot(self) -> Snapshot:
        """The journal at that moment, as it may be shown."""
        return self.standings.snapshot

    @property
    def day(self) -> date:
        """The day it is shown for."""
        return self.standings.today


def pictured(truth: Standings, *, discreet: bool) -> Picture:
    """The picture of a moment, veiled if it is to be discreet."""
    shown = truth
    if discreet:
        from netjournal.journal.veiled import VeiledSnapshot

        shown = Standings(VeiledSnapshot(truth.snapshot), truth.today, truth.settings)
    return Picture(shown, today_view(shown), truth)


def make_ready(snapshot: Snapshot) -> None:
    """Ask what somebody's page will ask: of each table the first question looks through it all."""
    asked = (
        snapshot.commitments_of, snapshot.entries_of, snapshot.mentions_of, snapshot.cards_of
    )  # fmt: skip
    for ask in asked:
        ask(ME)


def glimpsed(journal: Journal, settings: Settings, day: date, *, discreet: bool) -> Picture | None:
    """The picture as far as the index beside the journal knows it, in a moment; None if it cannot.

    Today can be read off it; what else is asked of it may raise one of ``NO_ANSWER``.
    """
    try:
        near = journal.near()
        return pictured(Standings(near, day, settings), discreet=discreet) if near else None
    except (NetjournalError, *NO_ANSWER):
        return None  # whoever reads everything next will say what is wrong
