"""Going through the rolodex, sitting after sitting."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Iterable
from datetime import date

from netjournal.domain.gesture import Change
from netjournal.domain.person import Person
from netjournal.errors import NetjournalError
from netjournal.journal import editing
from netjournal.journal import triaging as journal_triaging
from netjournal.journal.fields import Reading, field_of
from netjournal.journal.snapshot import Snapshot
from netjournal.tui.host import JournalHost, Picture
from netjournal.tui.modals.triage import Decision, TriageModal, Way
from netjournal.views.circles import circle_sizes
from netjournal.views.triage import TriageCard, sitting

_CADENCE = field_of(Person, "cadence")


async def triage(host: JournalHost) -> None:
    """Ask about twenty people, and twenty more while that is wanted; only in a Textual worker."""
    go_on: bool | None = True
    while go_on and (picture := host.picture) is not None:
        go_on = await host.push_screen_wait(await _sitting(host, picture))


async def _sitting(host: JournalHost, picture: Picture) -> TriageModal:
    cards = await to_thread(sitting, picture.standings)
    sizes = {} if picture.discreet else circle_sizes(picture.standings)
    return TriageModal(
        cards,
        lambda card, decision: _write(host, picture.day, card, decision),
        host.take_back,
        check=lambda text: _wrong(text, Reading(picture.day, host.settings)),
        sizes=sizes,
        figures=not picture.discreet,
    )


def _wrong(text: str, reading: Reading) -> str | None:
    """Why a cadence cannot be read."""
    try:
        _CADENCE.read(text, reading)
    except NetjournalError as error:
        return error.message
    return None


def _write(host: JournalHost, today: date, card: TriageCard, decision: Decision) -> None:
    def decide(now: Snapshot) -> Iterable[Change]:
        if decision.way is Way.LEAVE:
            return journal_triaging.left(now, card.person, today)
        if decision.way is Way.LATER:
            return journal_triaging.put_off(now, card.person, today)
        if decision.way is Way.REST:
            return editing.put_to_rest(now, card.person, today, None)
        assert decision.circle is not None, "that is the way"
        cadence = _CADENCE.read(decision.cadence, Reading(today, host.settings))
        return journal_triaging.taken_in(
            now, card.person, decision.circle, spoke=decision.spoke,
            cadence=cadence, today=today,
        )  # fmt: skip

    host.write(f"{decision.circle or decision.way}: {card.name}", decide)
