"""Backups of a journal on its path: listed, made, and put back, also where it cannot be opened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from netjournal.clock import now
from netjournal.domain.gesture import Change, Raw
from netjournal.errors import (
    AmbiguousNameError,
    Candidate,
    NotSavedError,
    UnknownNameError,
    UnreadableError,
)
from netjournal.journal.care import whole
from netjournal.journal.care.whole import Whole
from netjournal.journal.journal import Done, Journal
from netjournal.store import backups
from netjournal.store.files import OS_FILES, replace_file, why
from netjournal.store.places import Places
from netjournal.store.reading import read_file, read_journal
from netjournal.store.storage import JournalStorage

Backup = backups.Backup


@dataclass(frozen=True, slots=True)
class Restoring:
    """What putting a backup back would do, before it is done."""

    backup: Backup
    whole: Whole
    """What the backup holds."""
    here: Whole | None
    """The journal as it is; None where there is none, or it cannot be read."""
    changes: tuple[Change, ...]
    """From here to there."""
    damaged: bool = False
    """The journal's file is gone, or cannot be read and is set aside; its log comes on top."""


def all_of(path: Path) -> tuple[Backup, ...]:
    """The backups of a journal, newest first.

    Raises:
        JournalError: their folder cannot be read.

    """
    return backups.listed(OS_FILES, Places(path))


def size_of(backup: Backup) -> int:
    """Bytes of a backup on the disk; 0 when it is gone."""
    try:
        return backup.path.stat().st_size
    except OSError:
        return 0


def make(path: Path) -> Backup | None:
    """Back a journal up; None where there is none.

    Raises:
        JournalError: it cannot be read, or the backup cannot be written.

    """
    storage = JournalStorage(path)
    with storage.locked():
        return storage.back_up("asked")


def called(name: str, path: Path) -> Backup:
    """The backup of that name: its file, or the beginning of its moment, ``2026-03-11``.

    Raises:
        UnknownNameError: there is none.
        AmbiguousNameError: there are several.
        JournalError: the backups cannot be listed.

    """
    everyone = all_of(path)
    wanted = name.strip().replace(":", "")
    found = [each for each in everyone if each.path.name == wanted]
    if not found and wanted:
        found = [each for each in everyone if each.stamp.startswith(wanted)]
    if not found:
        raise UnknownNameError(
            f"There is no backup {name!r}; 'netjournal backup' lists them.", text=name
        )
    if len(found) > 1:
        shown = ", ".join(each.path.name for each in found)
        raise AmbiguousNameError(
            f"{name!r} may be one of {len(found)} backups: {shown}. Write more of it.",
            text=name,
            candidates=tuple(Candidate(b.path.name, b.path.name, b.reason) for b in found),
        )
    return found[0]


def restoring(backup: Backup, path: Path) -> Restoring:
    """What putting the backup in the journal's place would change; nothing is written.

    Raises:
        UnreadableError: the backup cannot be read.
        NewerSchemaError: a newer netjournal wrote the backup or the journal.

    """
    there = whole.decoded(backups.content(OS_FILES, backup), backup.path)
    try:
        # what the log says since must come on top, not be taken back
        gone = read_journal(OS_FILES, Places(path)).lacks_base
        here = None if gone else whole.of_journal(path)
    except UnreadableError:
        gone, here = True, None
    if gone:
        return Restoring(backup, there, None, (), damaged=True)
    return Restoring(backup, there, here, changes_between(here, there))


def changes_between(here: Whole | None, there: Whole) -> tuple[Change, ...]:
    """What makes one journal of another; history apart."""
    mine: Mapping[str, Mapping[str, Raw]] = here.records if here else {}
    changes: list[Change] = []
    for table in dict.fromkeys((*mine, *there.records)):
        old, new = mine.get(table, {}), there.records.get(table, {})
        changes += [
            Change(str(table), id, old.get(id), new.get(id))
            for id in dict.fromkeys((*old, *new))
            if old.get(id) != new.get(id)
        ]
    return tuple(changes)


def restore(plan: Restoring, path: Path) -> Done | None:
    """Put the backup back: an act that can be undone, after a backup of what is there.

    None where the journal could not be read: it is kept as a backup of its own, as it was.

    Raises:
        ChangedMeanwhileError: the journal is not what the plan was made for.
        JournalError: it cannot be written; nothing was changed.

    """
    if not plan.damaged:
        journal = Journal(path)
        done = journal.apply(f"restored {plan.backup.stamp}", plan.changes, backup="restore")
        journal.close()
        return done
    data = backups.content(OS_FILES, plan.backup)
    with JournalStorage(path).locked():
        put_in_place(Places(path), data)
    return None


def put_in_place(places: Places, data: bytes) -> None:
    """Put a snapshot in the place of one that cannot be read; under the lock.

    What was there is kept among the backups. The log stays and is played onto the new one: what
    it says is newer, or in it already.

    Raises:
        JournalError: it cannot be written; nothing was changed.

    """
    found = read_file(OS_FILES, places.journal)
    if found is not None:
        backups.store(OS_FILES, places, lambda: found[:1], "damaged", now())
    try:
        replace_file(OS_FILES, places.journal, data)
    except OSError as error:
        raise NotSavedError(f"Nothing was saved: {why(error, places.journal)}") from error
