"""Where the snapshot is gone or nothing in it is whole: what log and backups prove of it."""

from __future__ import annotations

from dataclasses import dataclass

from netjournal.errors import JournalError
from netjournal.journal.care.restoring import put_in_place
from netjournal.store import backups, log, snapshot
from netjournal.store.backups import Backup
from netjournal.store.files import OS_FILES
from netjournal.store.log import Header
from netjournal.store.places import Places
from netjournal.store.reading import read_file, read_journal


@dataclass(frozen=True, slots=True)
class Rescue:
    """A snapshot onto which the log can be played so that nothing is missing."""

    data: bytes
    backup: Backup | None
    """Where it comes from; None where the log says everything."""

    @property
    def source(self) -> str:
        """In words."""
        return f"the backup {self.backup.stamp} and the log" if self.backup else "the log"


def rescue(places: Places) -> Rescue | None:
    """What the snapshot was when the log was begun; None where nothing proves it.

    A log that was begun before any fold says everything; else a backup that holds the very fold
    it was begun on is needed.

    Raises:
        JournalError: log or backups cannot be looked at.

    """
    written = read_file(OS_FILES, places.log)
    part = log.parse(written[0]) if written else None
    if part is None or part.header is None or not part.header.journal:
        return None
    if not part.header.fold:
        meta = snapshot.Meta(*part.header)
        return Rescue(snapshot.encode({}, meta), None) if part.gestures else None
    for backup in backups.listed(OS_FILES, places):
        data = _of_that_fold(backup, part.header)
        if data is not None:
            return Rescue(data, backup)
    return None


def lacks_base(places: Places) -> bool:
    """Whether there is a log without the snapshot it needs.

    Raises:
        JournalError: the journal cannot be read.

    """
    return read_journal(OS_FILES, places).lacks_base


def put_back(places: Places, found: Rescue) -> str:
    """Put it in the snapshot's place, under the lock; what was done, in a sentence.

    Raises:
        JournalError: it cannot be written; nothing was changed.

    """
    put_in_place(places, found.data)
    return f"{places.journal} can be read again: it was made anew from {found.source}."


def _of_that_fold(backup: Backup, header: Header) -> bytes | None:
    try:
        data = backups.content(OS_FILES, backup)
        meta = snapshot.decode(data, backup.path).meta
    except JournalError:
        return None
    return data if (meta.journal, meta.fold) == (header.journal, header.fold) else None
