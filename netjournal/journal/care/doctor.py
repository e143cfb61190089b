"""The doctor: looks at a journal on its path, whatever its state, and mends what can be proved.

Nothing is ever dropped: what cannot be read is set aside as it was, and before anything is mended
the journal as it is becomes a backup.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from netjournal.domain.gesture import Change
from netjournal.errors import InputError, JournalError, NotSavedError, UnreadableError
from netjournal.journal.care import restoring, whole
from netjournal.journal.care.access import open_to_others
from netjournal.journal.care.comparing import Comparison, compare
from netjournal.journal.care.copies import copies_beside, read_copy
from netjournal.journal.care.copynotes import copy_findings
from netjournal.journal.care.findings import Finding, Level
from netjournal.journal.care.records import check_records, mending_changes
from netjournal.journal.care.rescue import lacks_base, put_back, rescue
from netjournal.journal.care.surroundings import (
    check_surroundings,
    damaged_index,
    leftovers,
)
from netjournal.journal.care.whole import Whole
from netjournal.journal.journal import Done, Journal
from netjournal.store import log, snapshot
from netjournal.store.files import OS_FILES, why
from netjournal.store.folding import set_aside
from netjournal.store.log import Damage
from netjournal.store.places import Places
from netjournal.store.reading import read_file, read_journal
from netjournal.store.salvage import Salvaged, salvage
from netjournal.store.schema import SCHEMA
from netjournal.store.storage import JournalStorage
from netjournal.text import plural


@dataclass(frozen=True, slots=True)
class Copy:
    """A conflict copy and what it holds that the journal lacks."""

    path: Path
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class Examination:
    """What was found."""

    journal: Whole | None
    """None where it cannot be read or there is none."""
    findings: tuple[Finding, ...]
    copies: tuple[Copy, ...] = ()

    @property
    def problems(self) -> tuple[Finding, ...]:
        """What is wrong; notes left out."""
        return tuple(each for each in self.findings if each.level is Level.PROBLEM)


@dataclass(frozen=True, slots=True)
class Repair:
    """What was mended: in words, and as acts that undo takes back."""

    said: tuple[str, ...]
    acts: tuple[Done, ...]


def examine(path: Path) -> Examination:
    """Look at everything; nothing is written.

    Raises:
        NewerSchemaError: a newer netjournal wrote the journal.
        JournalError: a file beside it cannot be read.

    """
    places = Places(path)
    journal: Whole | None = None
    findings: list[Finding] = []
    copies: tuple[Copy, ...] = ()
    try:
        journal = whole.of_journal(path)
        findings += _log_findings(path)
    except UnreadableError as error:
        findings.append(_unreadable(places, error))
    if journal is not None:
        findings += check_records(journal)
        copies = _copies(path)
        findings += copy_findings(path, {each.path: each.comparison for each in copies})
    findings += check_surroundings(path, journal)
    return Examination(journal, tuple(findings), copies)


def repair(path: Path) -> Repair:
    """Mend what can be proved, after a backup.

    Raises:
        JournalError: it cannot be written, or nothing in it can be read; it is as it was.

    """
    places = Places(path)
    storage = JournalStorage(path)
    if not storage.exists():
        return Repair((), ())
    with storage.locked():
        said = [*_made_readable(path), *_tidied(places)]
    found = examine(path)
    if found.journal is None:
        return Repair(tuple(said), ())
    acts: list[Done] = []
    journal = Journal(path)
    changes = mending_changes(found.journal)
    records = plural(len({change.id for change in changes}), "record")
    acts += _act(journal, f"doctor: mended {records}", changes)
    for copy in found.copies:
        acts += _act(journal, f"brought in {copy.path.name}", copy.comparison.brings)
    if _is_untidy(path):
        with storage.locked():
            storage.back_up("repair")
            storage.fold()
        said.append("What the log said is in the file now; damaged lines are set aside.")
    journal.close()
    return Repair(tuple(said), tuple(acts))


def _act(journal: Journal, label: str, changes: tuple[Change, ...]) -> list[Done]:
    done = journal.apply(label, changes, backup="repair")
    return [done] if done else []


def _salvaged(places: Places) -> Salvaged | None:
    found = read_file(OS_FILES, places.journal)
    return salvage(found[0], places.journal) if found else None


def _unreadable(places: Places, error: UnreadableError) -> Finding:
    message = error.message.partition(" It was left as it is")[0]
    try:
        found = _salvaged(places)
    except JournalError:
        found = None
    if found is None or not found.records:
        return _nothing_whole(places, message)
    pieces = plural(len(found.aside), "piece")
    return Finding(
        kind="unreadable",
        where=str(places.journal),
        message=f"{message} A repair keeps the {plural(found.records, 'record')} that are whole "
        f"and sets {pieces} aside, readable, in {places.damaged.name}.",
        mends=True,
    )


def _nothing_whole(places: Places, message: str) -> Finding:
    try:
        proof = rescue(places)
    except JournalError:
        proof = None
    return Finding(
        kind="unreadable",
        where=str(places.journal),
        message=f"{message} A repair makes it anew from {proof.source}; nothing is missing then."
        if proof
        else f"{message} 'netjournal backup' lists the backups to restore.",
        mends=proof is not None,
    )


def _log_findings(path: Path) -> Iterator[Finding]:
    places = Places(path)
    picture = read_journal(OS_FILES, places)
    if picture.lacks_base:
        yield _nothing_whole(places, f"{places.journal} is missing; its log alone is here.")
    for problem in () if picture.lacks_base else picture.problems:
        yield Finding(kind="log", where=str(places.log), message=problem, mends=picture.untidy)
    written = read_file(OS_FILES, places.log)
    if written is not None and len(written[0]) > picture.seen.offset:
        yield Finding(
            kind="log",
            where=str(places.log),
            message=f"{places.log} ends with a line that was never finished and never confirmed; "
            "the next change cuts it off.",
            level=Level.NOTE,
        )


def _is_untidy(path: Path) -> bool:
    return read_journal(OS_FILES, Places(path)).untidy


def _copies(path: Path) -> tuple[Copy, ...]:
    found: list[Copy] = []
    names = copies_beside(path)
    if not names:
        return ()
    journal = Journal(path)
    for name in names:
        try:
            other = read_copy(name)
        except (InputError, JournalError):
            continue
        past = journal.gestures
        found.append(Copy(name, compare(other, journal.snapshot, past)))
    return tuple(found)


def _made_readable(path: Path) -> Iterator[str]:
    """A snapshot that is no JSON is written anew from what is whole in it; under the lock.

    Raises:
        UnreadableError: nothing in it is whole.

    """
    places = Places(path)
    try:
        if not lacks_base(places):
            return
        why_not, found = f"{places.journal} is missing.", None
    except UnreadableError as error:
        why_not = error.message.partition(" It was left as it is")[0]
        found = _salvaged(places)
    if found is None or not found.records:
        proof = rescue(places)
        if proof is None:
            raise UnreadableError(
                f"{why_not} Nothing in it is whole; restore a backup: "
                "'netjournal backup' lists them."
            )
        yield put_back(places, proof)
        return
    damage = [Damage(0, line) for piece in found.aside for line in piece.split(b"\n")]
    set_aside(OS_FILES, places, damage)
    meta = found.meta if found.meta.journal else _meta_of_log(places)
    restoring.put_in_place(places, snapshot.encode(found.tables, meta))
    yield (
        f"{places.journal} can be read again: {plural(found.records, 'record')} kept, "
        f"{plural(len(found.aside), 'piece')} set aside in {places.damaged}."
    )


def _meta_of_log(places: Places) -> snapshot.Meta:
    """Whose journal it is, as its log says; a new one where that says nothing."""
    written = read_file(OS_FILES, places.log)
    header = log.parse(written[0]).header if written else None
    return snapshot.Meta(*header) if header else snapshot.Meta(SCHEMA)


def _tidied(places: Places) -> Iterator[str]:
    file = places.journal.parent
    try:
        index = [places.index] if damaged_index(places) else []
        for file in (*leftovers(places), *index):
            OS_FILES.unlink(file)
            yield f"removed {file}"
        for file, mode in open_to_others(places):
            old = file.stat().st_mode & 0o777
            file.chmod(mode)
            yield f"{file}: mode {old:o} → {mode:o}"
    except OSError as error:
        where = Path(str(error.filename or file))
        raise NotSavedError(f"Not everything could be mended: {why(error, where)}") from error
