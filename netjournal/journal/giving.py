"""Acts on needs and offers: closed, still open, and met by something I gave."""

from __future__ import annotations

from datetime import date

from netjournal.domain.entry import Entry
from netjournal.domain.gesture import Change, Table
from netjournal.domain.matching import terms
from netjournal.domain.values import ME, EntryKind
from netjournal.errors import UnknownNameError, UsageError
from netjournal.journal.changes import edits
from netjournal.journal.editing import add_note
from netjournal.journal.matching import record_called
from netjournal.journal.snapshot import Snapshot


def need_or_offer(beginning: str, snapshot: Snapshot) -> Entry:
    """The open need or offer whose id begins so.

    Raises:
        WhoError: no record's id begins so, or several do.
        UnknownNameError: it is another record, or closed.
    """
    table, id = record_called(beginning, snapshot)
    entry = snapshot.entry(id) if table is Table.ENTRIES else None
    if entry is None or entry.kind not in {EntryKind.NEED, EntryKind.OFFER} or entry.closed:
        raise UnknownNameError(
            f"{beginning} is no open need or offer; 'netjournal give' lists them.", text=beginning
        )
    return entry


def closed(snapshot: Snapshot, entry: Entry, today: date, gave: str = "") -> list[Change]:
    """The need or offer is closed; with ``gave``, what I did about the need is kept beside it.

    Raises:
        UsageError: only a need of somebody else is met by what I gave.
    """
    if gave and (entry.kind is not EntryKind.NEED or entry.person == ME):
        raise UsageError("Only a need of somebody else is met by what you gave.")
    changes = edits(snapshot, entry, closed=today)
    if gave:
        changes.append(add_note(entry.person, gave, today, EntryKind.GAVE))
    return changes


def my_offers(snapshot: Snapshot) -> list[str]:
    """What I can help with, the newest first."""
    return [one.text for one in snapshot.entries_of(ME, EntryKind.OFFER) if one.closed is None]


def may_be_met(snapshot: Snapshot, gave: Entry) -> list[Entry]:
    """The open needs of somebody that what I gave them names a word of."""
    given = terms(gave).keys()
    known = snapshot.entries_of(gave.person, EntryKind.NEED)
    return [one for one in known if one.closed is None and not given.isdisjoint(terms(one))]


def still_open(snapshot: Snapshot, entry: Entry, today: date) -> list[Change]:
    """The need or offer was asked about, and holds."""
    return edits(snapshot, entry, confirmed=today)
