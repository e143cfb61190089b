"""Every call to the file system fails once, in every way, and nothing acknowledged is lost."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from shutil import copytree

import pytest

from netjournal.errors import NetjournalError, NotConfirmedError, NotSavedError
from netjournal.store.storage import JournalStorage
from netjournal.store.tiny import TinyStorage
from tests.store.helpers import (
    FaultyFiles,
    Killed,
    added,
    fold,
    log_of,
    people,
    quick,
    save,
    save_cold,
)

FAULTS = ("EIO", "torn", "short", "interrupted", "killed", "dead disk")
Act = Callable[[TinyStorage], None]


def nothing(path: Path) -> None:
    """The journal does not exist."""


def two_people(path: Path) -> None:
    save(quick(path), added("1"), added("2"))


def folded_and_more(path: Path) -> None:
    storage = quick(path)
    save(storage, added("1"))
    fold(storage)
    save(storage, added("2"))


def indexed(path: Path) -> None:
    folded_and_more(path)
    save_cold(quick(path), added("8"))


def torn_tail(path: Path) -> None:
    two_people(path)
    with log_of(path).open("ab") as log:
        log.write(b"0123abcd {half a li")


def damaged_line(path: Path) -> None:
    save(quick(path), added("1"), added("8"), added("2"))
    log = log_of(path)
    log.write_bytes(log.read_bytes().replace(b"Person 8", b"Persom 8"))


def append(storage: JournalStorage) -> None:
    save(storage, added("3"))


def append_cold(storage: JournalStorage) -> None:
    save_cold(storage, added("3"))


def write(storage: TinyStorage) -> None:
    with storage.locked():
        data = storage.read() or {}
        storage.write({**data, "people": {**data.get("people", {}), "3": {"name": "Person 3"}}})


ACTS: tuple[tuple[Callable[[Path], None], Act], ...] = (
    (nothing, append),
    (nothing, append_cold),
    (nothing, write),
    (two_people, append),
    (two_people, append_cold),
    (indexed, append_cold),
    (two_people, fold),
    (two_people, write),
    (folded_and_more, append),
    (folded_and_more, fold),
    (torn_tail, append),
    (torn_tail, append_cold),
    (torn_tail, fold),
    (damaged_line, append),
    (damaged_line, fold),
)


def number_of_calls(prepare: Callable[[Path], None], act: Act, folder: Path) -> int:
    path = folder / "clean" / "journal.json"
    prepare(path)
    files = FaultyFiles()
    act(TinyStorage(path, files=files))
    return len(files.calls)


@pytest.mark.parametrize(("prepare", "act"), ACTS)
@pytest.mark.parametrize("fault", FAULTS)
def test_a_failing_call_loses_nothing_and_the_process_can_write_again(
    tmp_path: Path, prepare: Callable[[Path], None], act: Act, fault: str
) -> None:
    calls = number_of_calls(prepare, act, tmp_path)
    ready = tmp_path / "ready"
    prepare(ready / "journal.json")
    had = set(people(ready / "journal.json"))
    for at in range(calls):
        path = tmp_path / str(at) / "journal.json"
        if ready.exists():
            copytree(ready, path.parent)
        files = FaultyFiles(fault, at)
        storage = TinyStorage(path, files=files)
        outcome: BaseException | None = None
        try:
            act(storage)
        except (NetjournalError, KeyboardInterrupt, Killed) as error:
            outcome = error
        files.heal()
        check(path, had, act, outcome, where=f"call {at}: {files.calls[at]}")
        if not isinstance(outcome, Killed):
            check_usable(storage, path, outcome)


def check(path: Path, had: set[str], act: Act, outcome: BaseException | None, where: str) -> None:
    """What was acknowledged is there, what was refused is not, and nothing is half there."""
    now = people(path)
    assert had <= now.keys(), where
    assert all(raw == {"name": f"Person {id}"} for id, raw in now.items()), where
    if act is not fold:
        assert outcome is not None or "3" in now, where
    if act in {append, append_cold} and type(outcome) is NotSavedError:
        assert "3" not in now, where


def check_usable(storage: JournalStorage, path: Path, outcome: BaseException | None) -> None:
    before = set(people(path))
    if isinstance(outcome, NotConfirmedError):
        with pytest.raises(NotConfirmedError):
            save(storage, added("7"))
        return
    save(storage, added("7"))
    assert people(path).keys() == before | {"7"}
    fold(storage)
    assert people(path).keys() == before | {"7"}
    assert storage.load().tables["people"].keys() == before | {"7"}


def test_a_write_of_tinydb_killed_anywhere_leaves_the_old_tables_or_the_new(tmp_path: Path) -> None:
    def put(storage: TinyStorage) -> None:
        storage.read()
        storage.write({"people": {"3": {"name": "Person 3"}}})

    seen: set[frozenset[str]] = set()
    for at in range(number_of_calls(two_people, put, tmp_path)):
        path = tmp_path / str(at) / "journal.json"
        two_people(path)
        with suppress(Killed):
            put(TinyStorage(path, files=FaultyFiles("killed", at)))
        seen.add(frozenset(people(path)))
    assert seen == {frozenset("12"), frozenset("3")}


@pytest.mark.parametrize("act", [append, fold])
def test_every_call_that_makes_a_save_durable_is_made_before_it_returns(
    tmp_path: Path, act: Act
) -> None:
    folded_and_more(tmp_path / "journal.json")  # which made the backup of the day
    files = FaultyFiles()
    act(TinyStorage(tmp_path / "journal.json", files=files))
    calls = [
        name
        for name in files.calls
        if name in {"write", "sync_data", "sync", "replace", "sync_folder"}
    ]
    once = ["write", "sync", "replace", "sync_folder"]
    assert (
        calls[-len(once) * 2 :] == once * 2 if act is fold else calls[-2:] == ["write", "sync_data"]
    )


def test_a_new_log_is_acknowledged_after_its_folder_is_synced(tmp_path: Path) -> None:
    (tmp_path / "journal.json").write_text('{"people": {}}')
    files = FaultyFiles()
    append(JournalStorage(tmp_path / "journal.json", files=files))
    last = [name for name in files.calls if name not in {"close", "fstat", "stat", "read", "link"}]
    assert last[-3:] == ["write", "sync_data", "sync_folder"]


def test_an_append_is_one_write_and_one_sync(tmp_path: Path) -> None:
    two_people(tmp_path / "journal.json")
    files = FaultyFiles()
    storage = JournalStorage(tmp_path / "journal.json", files=files)
    append(storage)
    files.calls.clear()
    save(storage, added("4"))
    assert files.calls.count("write") == files.calls.count("sync_data") == 1
    assert "sync" not in files.calls


def test_a_failed_and_unrevoked_write_ends_writing(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    two_people(path)
    files = FaultyFiles("dead disk")
    storage = JournalStorage(path, files=files)
    storage.load()
    with storage.locked():
        assert storage.news() == ()
        files.at = len(files.calls) + 4  # behind the open log, its status and the write
        with pytest.raises(NotConfirmedError):
            storage.append(added("3"))
        files.heal()
        with pytest.raises(NotConfirmedError):
            storage.append(added("4"))
        with pytest.raises(NotConfirmedError):
            storage.fold()
    assert {"1", "2"} <= people(path).keys() <= {"1", "2", "3"}


def test_the_same_harness_notices_a_fold_that_empties_the_log_first(tmp_path: Path) -> None:
    """The control: a mutated fold, killed between its two files, must lose something."""

    class Careless(FaultyFiles):
        def replace(self, source: Path, target: Path) -> None:
            log_of(target).write_bytes(b"")
            super().replace(source, target)

    lost = 0
    for at in range(40):
        path = tmp_path / str(at) / "journal.json"
        two_people(path)
        with suppress(Killed):
            fold(JournalStorage(path, files=Careless("killed", at)))
        lost += people(path).keys() != {"1", "2"}
    assert lost


def test_descriptors_are_not_leaked(tmp_path: Path) -> None:
    two_people(tmp_path / "journal.json")
    before = len(list(Path("/dev/fd").iterdir())) if Path("/dev/fd").exists() else 0
    for at in range(30):
        files = FaultyFiles("EIO", at)
        with suppress(NetjournalError):
            append(JournalStorage(tmp_path / "journal.json", files=files))
    after = len(list(Path("/dev/fd").iterdir())) if Path("/dev/fd").exists() else 0
    assert after <= before
