"""Care that is cut short: repairs, restores and forgetting, killed at each of their calls.

Whatever was reached, nothing is lost, and doing the same again comes to the same end.
"""

from __future__ import annotations

import shutil
import signal
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple, cast

from netjournal.domain.gesture import Change
from netjournal.errors import JournalError, UnknownNameError
from netjournal.journal.care import doctor, restoring
from netjournal.journal.care.forgetting import forget
from netjournal.journal.journal import Journal
from netjournal.store.files import OS_FILES
from tests.journal.test_index import agree
from tests.torture.acts import prepare
from tests.torture.kills import JOURNAL, MOMENTS, KillingFiles, child, status_of
from tests.torture.witness import State, WrongError, check_file, tables_of

_COPY = "journal.sync-conflict-20260310-101010-ABCDEF1.json"


class Care(NamedTuple):
    """One thing that care does, and the state of a journal in which it is asked for."""

    name: str
    hurt: Callable[[Path], object]
    act: Callable[[Path], object]


def _folded(path: Path) -> None:
    journal = Journal(path)
    journal.refresh()
    journal.close(fold=True)
    restoring.make(path)


def _damaged(path: Path) -> None:
    """A record of the snapshot is no JSON any more; the log has an act of its own."""
    _folded(path)
    _rename(path, "Ana Maria")
    path.write_bytes(path.read_bytes().replace(b'"name":"Bob', b'"name":Bob'))


def _lost(path: Path) -> None:
    _folded(path)
    for backup in restoring.all_of(path):
        if backup.reason != "asked":  # those of the same second stand in no sure order
            backup.path.unlink()
    _rename(path, "Ana Maria")
    path.unlink()


def _beside_a_copy(path: Path) -> None:
    """A conflict copy has somebody whom this journal never had, and an edit."""
    _folded(path)
    other = path.parent / "other" / JOURNAL
    shutil.copytree(path.parent, other.parent, ignore=shutil.ignore_patterns("other"))
    raw = {"name": "Zoe Quill", "made": "2026-03-11T10:00:00.000000Z"}
    Journal(other).apply("add", [Change("people", "7001", None, raw)])
    _rename(other, "Ana Maria")
    _folded(other)
    other.replace(path.with_name(_COPY))
    shutil.rmtree(other.parent)


def _edited(path: Path) -> None:
    _folded(path)
    _rename(path, "Ana Maria")


def _rename(path: Path, name: str) -> None:
    journal = Journal(path)
    ana = _ana(journal)
    raw = journal.snapshot.raw("people", ana) or {}
    journal.apply("edit", [Change("people", ana, raw, {**raw, "name": name})])


def _ana(journal: Journal) -> str:
    return min(one.id for one in journal.snapshot.people() if one.name.startswith("Ana"))


def _restore(path: Path) -> None:
    backup = next(each for each in restoring.all_of(path) if each.reason == "asked")
    restoring.restore(restoring.restoring(backup, path), path)


def _forget(path: Path) -> None:
    """Ana; who is not there any more was forgotten by then."""
    marker = path.with_name("who")
    if not marker.exists():
        marker.write_text(_ana(Journal(path)))
    try:
        forget(marker.read_text(), path)
    except UnknownNameError:
        return


CARES = (
    Care("repair, damaged", _damaged, doctor.repair),
    Care("repair, lost", _lost, doctor.repair),
    Care("repair, a copy beside", _beside_a_copy, doctor.repair),
    Care("restore", _edited, _restore),
    Care("restore, damaged", _damaged, _restore),
    Care("forget", _edited, _forget),
)


def kill_care(*, every: int = 1, folder: str | None = None) -> Counter[str]:
    """Kill each of them at each of its calls, or at every n-th.

    Raises:
        WrongError: something was lost, or a second run comes to another end.

    """
    counted: Counter[str] = Counter()
    with TemporaryDirectory(dir=folder) as place:
        begun = Path(place) / "begun"
        prepare(begun / JOURNAL)
        for care in CARES:
            start = Path(place) / care.name
            shutil.copytree(begun, start)
            care.hurt(start / JOURNAL)
            if care.act is _forget:
                (start / "who").write_text(_ana(Journal(start / JOURNAL)))
            calls, end = _in_peace(care, start, Path(place) / "peace")
            for at, name in enumerate(calls):
                for moment in MOMENTS if name == "write" else MOMENTS[:2]:
                    counted["tried"] += 1
                    if counted["tried"] % every:
                        continue
                    _killed(care, start, Path(place) / "own", at, moment, end)
                    counted["kills"] += 1
                    counted[care.name] += 1
    return counted


def _in_peace(care: Care, start: Path, folder: Path) -> tuple[list[str], State]:
    """The calls it makes, and what the journal holds in the end."""
    shutil.copytree(start, folder)
    told = folder.with_name("calls")

    def work() -> None:
        _watch(-1, "before")
        care.act(folder / JOURNAL)
        told.write_text("\n".join(cast("Any", OS_FILES).calls))

    assert status_of(child(work)) == 0
    end = tables_of(folder / JOURNAL)
    shutil.rmtree(folder)
    return told.read_text().split("\n"), end


def _watch(at: int, moment: str) -> None:
    """Make every call of this process, by whichever module, one that may kill it."""
    files = cast("Any", OS_FILES)
    files.__class__ = KillingFiles
    files.at, files.moment, files.calls = at, moment, []


def _killed(care: Care, start: Path, own: Path, at: int, moment: str, end: State) -> None:
    shutil.copytree(start, own)
    path = own / JOURNAL

    def work() -> None:
        _watch(at, moment)
        care.act(path)

    # names of backups hang on the second: now and then there is a call less
    assert status_of(child(work)) in {0, -signal.SIGKILL}
    where = f"{care.name}, {moment} call {at}"
    before = _state(start / JOURNAL)
    reached = _state(path)
    if not any(reached == each for each in (before, end)):
        raise WrongError(f"{where}: neither as it was nor as it should be")
    if reached != end or care.act is _forget:
        care.act(path)  # forgetting ends with the journal: backups and the rest go before
    if tables_of(path) != end:
        raise WrongError(f"{where}: a second run comes to another end")
    agree(path)
    check_file(path, end)
    if care.act is _forget and _is_named(own, b"Ana Ruiz", b"Ana Maria"):
        raise WrongError(f"{where}: something of them is left")
    shutil.rmtree(own)


def _state(path: Path) -> State | bytes | None:
    """What it holds; the bytes of one that cannot be read, None for one that is missing."""
    try:
        return tables_of(path)
    except (JournalError, WrongError):
        return path.read_bytes() if path.exists() else None


def _is_named(folder: Path, *names: bytes) -> bool:
    import gzip

    for file in folder.rglob("*"):
        if file.is_file():
            data = file.read_bytes()
            data = gzip.decompress(data) if file.suffix == ".gz" else data
            if any(name in data for name in names):
                return True
    return False
