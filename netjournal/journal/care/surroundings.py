"""What stands around a journal: leftovers, backups, blobs, lines that were set aside."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from netjournal.clock import now
from netjournal.errors import InputError, JournalError
from netjournal.journal.care import whole
from netjournal.journal.care.access import check_access
from netjournal.journal.care.findings import Finding, Level
from netjournal.journal.care.whole import Whole
from netjournal.store import backups
from netjournal.store.dictionary import DamagedDictionaryError, Dictionary
from netjournal.store.files import OS_FILES, temporary, why
from netjournal.store.places import Places
from netjournal.store.reading import read_file

STALE_BACKUP = timedelta(days=30)
"""A backup older than this, of a journal that changed since, is told."""


def check_surroundings(path: Path, journal: Whole | None) -> Iterator[Finding]:
    """Everything about the files of a journal but the records in it."""
    places = Places(path)
    hindrance = ""
    for findings in (
        check_access(places),
        _leftovers(places),
        _index(places),
        _set_aside(places),
        _blobs(path, journal),
        _backups(path, journal),
    ):
        try:
            yield from findings
        except OSError as error:
            file = Path(str(error.filename or places.journal.parent))
            hindrance = hindrance or f"Not everything can be looked at: {why(error, file)}"
        except JournalError as error:
            hindrance = hindrance or error.message
    if hindrance:
        yield Finding(kind="files", where=str(places.journal.parent), message=hindrance)


def leftovers(places: Places) -> list[Path]:
    """Files that a killed process was writing; the journal itself is whole without them."""
    own = (places.journal, places.log, places.damaged, places.index)
    found = [temporary(file) for file in own if temporary(file).exists()]
    if places.backups.is_dir():
        found += places.backups.glob(".*.gz.tmp")
    return found


def _leftovers(places: Places) -> Iterator[Finding]:
    for file in leftovers(places):
        yield Finding(
            kind="leftover",
            where=str(file),
            message=f"{file} is left of a write that was cut short; nothing is missing without it, "
            "and a repair removes it.",
            level=Level.NOTE,
            mends=True,
        )


def damaged_index(places: Places) -> bool:
    """Whether there is an index that cannot be read."""
    if not places.index.exists():
        return False
    try:
        Dictionary(OS_FILES, places.index).close()
    except DamagedDictionaryError:
        return True
    return False


def _index(places: Places) -> Iterator[Finding]:
    if damaged_index(places):
        yield Finding(
            kind="index",
            where=str(places.index),
            message=f"{places.index} cannot be read; nothing is only in it, and a repair removes "
            "it until it is made anew.",
            level=Level.NOTE,
            mends=True,
        )


def _set_aside(places: Places) -> Iterator[Finding]:
    found = read_file(OS_FILES, places.damaged)
    if found is not None and found[0].strip():
        count = found[0].count(b"\n")
        yield Finding(
            kind="damaged",
            where=str(places.damaged),
            message=f"{places.damaged} keeps {count} damaged line{'s' if count > 1 else ''} that "
            "could not be read; look whether you miss something in it, then delete it.",
            level=Level.NOTE,
        )


def _blobs(path: Path, journal: Whole | None) -> Iterator[Finding]:
    names: set[str] = set()
    for name, data in whole.kept_files(path):
        names.add(name)
        folder, _, file = name.partition("/")
        try:
            content = whole.unpacked(data, name) if folder == "imports" else data
            right = hashlib.sha256(content).hexdigest() == file[:64]
        except InputError:
            right = False
        if not right:
            yield Finding(
                kind="checksum",
                where=name,
                message=f"{name} is not what it was when it was kept; "
                "put it back from a copy of your disk, or import its address book again.",
            )
    for wanted, id in sorted(_wanted(journal)):
        if wanted not in names:
            yield Finding(
                kind="missing",
                where=wanted,
                message=f"{wanted}, which cards {id} was imported with, is missing; "
                "people and entries are whole without it.",
                level=Level.NOTE,
            )


def _wanted(journal: Whole | None) -> set[tuple[str, str]]:
    """The files that cards speak of, each with one of those cards."""
    wanted: dict[str, str] = {}
    for id, card in (journal.records.get("cards", {}) if journal else {}).items():
        for name in whole.files_of_card(card):
            wanted.setdefault(name, id)
    return set(wanted.items())


def _backups(path: Path, journal: Whole | None) -> Iterator[Finding]:
    found = backups.listed(OS_FILES, Places(path))
    good = []
    for backup in found:
        if backup.reason == "damaged":
            continue
        try:
            whole.decoded(backups.content(OS_FILES, backup), backup.path)
        except JournalError as error:
            yield Finding(kind="backup", where=backup.path.name, message=error.message)
        else:
            good.append(backup)
    if journal is None or journal.is_empty:
        return
    if not good:
        yield Finding(
            kind="backup",
            where=str(Places(path).backups),
            message="There is no backup yet; 'netjournal backup make' makes one.",
            level=Level.NOTE,
        )
        return
    # one of a later day was made while the clock was wrong
    newest = next((backup for backup in good if backup.at <= now()), good[-1])
    if _is_old(newest.at, now()) and _changed_since(journal, newest.at):
        yield Finding(
            kind="backup",
            where=newest.path.name,
            message=f"The newest backup is of {newest.at[:10]}, and the journal changed since; "
            "'netjournal backup make' makes one.",
            level=Level.NOTE,
        )


def _is_old(at: str, now: str) -> bool:
    return date.fromisoformat(now[:10]) - date.fromisoformat(at[:10]) > STALE_BACKUP


def _changed_since(journal: Whole, at: str) -> bool:
    return any(str(raw.get("at", "")) > at for raw in journal.history.values())
