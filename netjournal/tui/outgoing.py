"""What an export writes: people as cards, table or calendar, or the whole journal; no screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from netjournal import paths
from netjournal.clock import now
from netjournal.errors import InputError
from netjournal.exchange.files import write_file
from netjournal.journal.blobs import Folder
from netjournal.text import plural
from netjournal.tui.modals.export import ExportWish, Form
from netjournal.tui.modals.waiting import Progress
from netjournal.tuples import NamedTuple

if TYPE_CHECKING:
    from netjournal.domain.person import Person
    from netjournal.exchange.vcard.exporting import Written
    from netjournal.journal.journal import Journal
    from netjournal.views.standings import Standings

_EVERY = 50
"""Cards between two words of how far it is."""


class Chosen(NamedTuple):
    """Who leaves."""

    people: Sequence[Person]
    standings: Standings
    is_everybody: bool
    """Who is not among them is gone from the journal."""

    @property
    def words(self) -> str:
        """Their number."""
        return plural(len(self.people), "person", "people")


def write_whole(wish: ExportWish, journal: Path) -> str:
    """Write the whole journal; the sentence that says so, as of all of these.

    Raises:
        InputError: it cannot be written, or there is no journal.
        JournalError: it cannot be read.

    """
    from netjournal.exchange import archive
    from netjournal.journal.care import whole

    held = whole.of_journal(journal)
    if held is None:
        raise InputError("There is no journal yet.")
    if wish.form is Form.JSON:
        data = archive.to_json(held)
    else:
        data = archive.to_zip(held, journal, paths.config_file())
    write_file(wish.path, data)
    return f"{archive.counts_text(held)} written to {wish.path}."


def write_people(wish: ExportWish, chosen: Chosen, journal: Journal, progress: Progress) -> str:
    """Write some people; ``progress`` may raise as long as nothing is written.

    Raises:
        InputError: they cannot be written.

    """
    if wish.form is Form.FOLDER:
        return _folder(wish, chosen, journal, progress)
    if wish.form in _ALONE:
        return _ALONE[wish.form](wish, chosen)
    cards = _cards(wish, chosen, journal.path, progress)
    write_file(wish.path, b"".join(card.data for card in cards))
    return f"{chosen.words} written to {wish.path}.{_left_out(cards)}"


def _folder(wish: ExportWish, chosen: Chosen, journal: Journal, progress: Progress) -> str:
    from netjournal.exchange.vcard.exporting import stale_uids
    from netjournal.exchange.vdir import write_vdir

    cards = _cards(wish, chosen, journal.path, progress)
    stale: frozenset[str] = frozenset()
    if chosen.is_everybody:
        stale = stale_uids(chosen.standings.snapshot, cards, journal.gestures)
    done = write_vdir(wish.path, cards, stale)
    return (
        f"{plural(done.written, 'card')} written to {wish.path}, {done.unchanged} unchanged, "
        f"{done.removed} removed.{_left_out(cards)}"
    )


def _cards(
    wish: ExportWish, chosen: Chosen, journal: Path, progress: Progress
) -> Sequence[Written]:
    from netjournal.exchange.vcard.exporting import written_cards
    from netjournal.exchange.vcard.manner import Manner, Photos

    manner = Manner(
        version="4.0" if wish.form is Form.VCARD_4 else "3.0",
        exact=wish.form is Form.EXACT,
        photos=Photos(wish.photos),
        notes=wish.notes,
        now=now(),
    )
    cards: list[Written] = []
    for card in written_cards(chosen.people, chosen.standings.snapshot, Folder(journal), manner):
        cards.append(card)
        if len(cards) % _EVERY == 0:
            progress(len(cards), max(len(chosen.people), len(cards)))
    progress(len(cards), len(cards))
    return cards


def _left_out(cards: Sequence[Written]) -> str:
    stayed = sum(card.left_out for card in cards)
    return f" {plural(stayed, 'large picture')} left out." if stayed else ""


def _table(wish: ExportWish, chosen: Chosen) -> str:
    from netjournal.exchange.tables.writing import to_csv

    write_file(wish.path, to_csv(chosen.people, chosen.standings.snapshot))
    return f"{chosen.words} written to {wish.path}."


def _calendar(wish: ExportWish, chosen: Chosen) -> str:
    from netjournal.exchange.calendar import to_calendar

    standings = chosen.standings
    found = to_calendar(chosen.people, standings.snapshot, today=standings.today, now=now())
    if not found.days + found.promises:
        raise InputError("They have no birthdays, other days or promises with a due day.")
    write_file(wish.path, found.data)
    parts = [
        plural(count, what)
        for count, what in ((found.days, "day"), (found.promises, "promise"))
        if count
    ]
    return f"{' and '.join(parts)} written to {wish.path}."


_ALONE: Mapping[Form, Callable[[ExportWish, Chosen], str]] = {
    Form.CSV: _table, Form.CALENDAR: _calendar,
}  # fmt: skip
"""Forms that are no cards."""
