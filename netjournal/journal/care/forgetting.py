"""Forgetting somebody: gone from records, history, log, backups, blobs and imported files.

What cannot be reached is told and never passed over: words of others that hold the name, imported
files with other people in them, conflict copies. An interrupted run is finished by another: the
journal, where the person is found, is written last.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from netjournal.domain.gesture import Raw, Table, Tables
from netjournal.errors import JournalError, NotSavedError, UnknownNameError, UnreadableError
from netjournal.journal.care import whole
from netjournal.journal.care.copies import copies_beside, other_copies
from netjournal.journal.care.rescue import lacks_base
from netjournal.journal.care.scrubbing import all_ids, names_of, scrub, still_named
from netjournal.journal.care.surroundings import leftovers
from netjournal.journal.care.whole import Whole
from netjournal.store import backups, snapshot
from netjournal.store.backups import Backup
from netjournal.store.files import OS_FILES, replace_file, why
from netjournal.store.places import Places
from netjournal.store.reading import read_file
from netjournal.store.storage import JournalStorage


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """What was removed, or would be."""

    name: str
    removed: dict[str, int]
    """Records that are gone, by table."""
    edited: dict[str, int]
    """Records of others that no longer name them, by table."""
    backups: int = 0
    """Backups they were taken out of."""
    backups_removed: int = 0
    """Backups that cannot be read, and so could not be cleaned."""
    damaged: int = 0
    """Lines that were set aside and spoke of them."""
    files: int = 0
    """Blobs and imported files that only they used."""
    shared: tuple[str, ...] = ()
    """Imported files that hold others too: they stay, as they were imported."""
    named: tuple[str, ...] = ()
    """Records of others whose words hold the name, or that name them where nothing should."""
    copies: tuple[Path, ...] = ()
    """Other copies beside the journal, which are not touched."""


def forgetting(person: str, path: Path) -> Forgotten:
    """What forgetting somebody would remove from the journal itself; nothing is written.

    Raises:
        UnknownNameError: nobody has that id.
        JournalError: the journal cannot be read.

    """
    return _planned(_tables(path), person, path)


def forget(person: str, path: Path) -> Forgotten:
    """Remove somebody for good; undo cannot bring them back.

    Raises:
        UnknownNameError: nobody has that id.
        JournalError: something could not be written; run it again to finish.

    """
    storage = JournalStorage(path)
    places = Places(path)
    with storage.locked():
        if lacks_base(places):
            raise UnreadableError(
                f"{places.journal} is missing; put it back first: netjournal doctor."
            )
        storage.fold()
        tables = _tables(path)
        plan = _planned(tables, person, path)
        ids = all_ids(tables, person)
        names = names_of(tables, ids)
        marks = _marks(ids, names)
        cleaned, dropped = _clean_backups(places, ids, names, marks)
        lines = _clean_damaged(places, marks)
        for left_over in leftovers(places):
            _remove(left_over)
        left = scrub(tables, ids, names).tables
        own, shared = _files_of(tables, left)
        for file in own:
            _remove(places.journal.parent / file)
        _remove(places.index)
        storage.replace(left)
    return Forgotten(
        name=plan.name,
        removed=plan.removed,
        edited=plan.edited,
        backups=cleaned,
        backups_removed=dropped,
        damaged=lines,
        files=len(own),
        shared=shared,
        named=plan.named,
        copies=plan.copies,
    )


def _tables(path: Path) -> Tables:
    journal = whole.of_journal(path)
    return journal.tables if journal else {}


def _planned(tables: Tables, person: str, path: Path) -> Forgotten:
    ids = all_ids(tables, person)
    names = names_of(tables, ids)
    if person not in tables.get(Table.PEOPLE, {}) or not names:
        raise UnknownNameError("They are not in the journal any more.")
    done = scrub(tables, ids, names)
    own, shared = _files_of(tables, done.tables)
    records = Whole(done.tables).records
    return Forgotten(
        name=str(tables[Table.PEOPLE][person].get("name", "")),
        removed={table: len(found) for table, found in done.removed.items()},
        edited={table: len(found) for table, found in done.edited.items()},
        files=len(own),
        shared=shared,
        named=tuple(still_named(records, names, ids)),
        copies=(*copies_beside(path), *other_copies(path)),
    )


def _clean_backups(
    places: Places, ids: Collection[str], names: Collection[str], marks: re.Pattern[bytes]
) -> tuple[int, int]:
    """How many backups were cleaned, and how many had to go because they cannot be read."""
    cleaned = dropped = 0
    for backup in backups.listed(OS_FILES, places):
        data = _readable(backup)
        if data is not None and not marks.search(data):
            continue
        try:
            held = snapshot.decode(data or b"", backup.path)
        except JournalError:
            _remove(backup.path)
            dropped += 1
            continue
        every = frozenset().union(*(all_ids(held.tables, id) for id in ids))
        left = scrub(held.tables, every, names).tables
        backups.rewrite(OS_FILES, backup, snapshot.encode(left, held.meta))
        cleaned += 1
    return cleaned, dropped


def _readable(backup: Backup) -> bytes | None:
    try:
        return backups.content(OS_FILES, backup)
    except JournalError:
        return None


def _marks(ids: Collection[str], names: Collection[str]) -> re.Pattern[bytes]:
    """What finds their ids and names as words of their own, in bytes that may be damaged."""
    words = b"|".join(re.escape(mark.encode("utf-8", "surrogatepass")) for mark in (*ids, *names))
    return re.compile(rb"(?<![A-Za-z0-9])(?:" + words + rb")(?![A-Za-z0-9])")


def _clean_damaged(places: Places, marks: re.Pattern[bytes]) -> int:
    """Take their lines out of those that were set aside; how many they were."""
    found = read_file(OS_FILES, places.damaged)
    if found is None:
        return 0
    lines = found[0].split(b"\n")
    kept = [line for line in lines if not marks.search(line)]
    if len(kept) != len(lines):
        try:
            replace_file(OS_FILES, places.damaged, b"\n".join(kept))
        except OSError as error:
            raise NotSavedError(f"Nothing was saved: {why(error, places.damaged)}") from error
    return len(lines) - len(kept)


def _files_of(before: Tables, after: Tables) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Files beside the journal that nobody needs any more, and imported ones that others share."""
    cards = {
        id: raw
        for id, raw in before.get(Table.CARDS, {}).items()
        if id not in after.get(Table.CARDS, {})
    }
    needed = {file for raw in after.get(Table.CARDS, {}).values() for file in _files_in(raw)}
    used = {file for raw in cards.values() for file in _files_in(raw)}
    shared = {
        str(raw.get("source") or raw.get("archive"))
        for raw in cards.values()
        if f"imports/{raw.get('archive')}.gz" in needed
    }
    return tuple(sorted(used - needed)), tuple(sorted(shared))


def _files_in(card: Raw) -> Iterable[str]:
    names = whole.files_of_card(card)
    return (name for name in names if whole.is_kept_name(name))


def _remove(path: Path) -> None:
    try:
        OS_FILES.unlink(path)
    except OSError as error:
        raise NotSavedError(f"Not everything could be removed: {why(error, path)}") from error
