"""Several processes at once, and processes killed while they write."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from netjournal.errors import BusyError
from netjournal.store.storage import JournalStorage
from tests.store.helpers import QuickFiles, added, fold, people, save

ROOT = Path(__file__).resolve().parents[2]
KILLS = 15


def started(path: Path, name: int, count: int, how: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.store.worker", str(path), str(name), str(count), how]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def test_four_processes_adding_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    count = 60
    workers = [started(path, n, count, how) for n, how in enumerate(("warm", "cold") * 2, 1)]
    mine = JournalStorage(path, lock_timeout=60)
    mine.load()
    met: set[str] = set()
    for number in range(count):
        save(mine, added(f"9{number:05}"))
        met |= people(mine.load()).keys()
    acknowledged = {line for worker in workers for line in worker.communicate()[0].split()}
    assert [worker.returncode for worker in workers] == [0] * 4
    assert len(acknowledged) == 4 * count
    loaded = JournalStorage(path).load()
    assert people(loaded).keys() == acknowledged | {f"9{number:05}" for number in range(count)}
    assert met <= people(loaded).keys()
    assert loaded.problems == ()
    gestures = [each.id for each in (*loaded.history, *loaded.log)]
    assert len(gestures) == len(set(gestures)) == 5 * count + 2 * count / 3


def killed_after(path: Path, name: int, how: str, chance: random.Random) -> set[str]:
    """What a worker acknowledged before it was killed at some moment of its work."""
    worker = started(path, name, 100_000, how)
    assert worker.stdout is not None
    first = worker.stdout.readline()
    time.sleep(chance.random() * 0.08)
    worker.kill()
    rest = worker.stdout.read()
    worker.wait()
    worker.stdout.close()
    assert worker.returncode == -signal.SIGKILL
    assert first
    # a last line without its newline was not read by anybody as an acknowledgement
    return {line.strip() for line in (first + rest).splitlines(keepends=True) if "\n" in line}


def lost(path: Path, how: str, kills: int) -> set[str]:
    chance = random.Random(7)
    acknowledged: set[str] = set()
    for name in range(1, kills + 1):
        acknowledged |= killed_after(path, name, how, chance)
        loaded = JournalStorage(path).load()
        assert loaded.problems == ()
        for id, raw in people(loaded).items():
            assert raw["name"] == f"Person {id}"
            if "entries" in loaded.tables:
                assert id in loaded.tables["entries"]
        if how == "cold" and name % 5 == 0:
            fold(JournalStorage(path))
    return acknowledged - people(path).keys()


def test_whatever_was_acknowledged_is_there_after_a_kill(tmp_path: Path) -> None:
    assert lost(tmp_path / "warm" / "journal.json", "warm", KILLS - KILLS // 3) == set()
    assert lost(tmp_path / "cold" / "journal.json", "cold", KILLS // 3) == set()


def test_the_same_harness_notices_who_acknowledges_before_writing(tmp_path: Path) -> None:
    assert lost(tmp_path / "journal.json", "hasty", 5)


def test_threads_of_one_journal_do_not_lose_each_other(tmp_path: Path) -> None:
    storage = JournalStorage(tmp_path / "journal.json")

    def work(name: int) -> None:
        for number in range(20):
            save(storage, added(f"{name}{number:02}"))
            storage.news()

    threads = [threading.Thread(target=work, args=(name,)) for name in range(1, 5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(people(storage.path)) == 80


def test_a_busy_journal_names_who_holds_it(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    holder = JournalStorage(path)
    waiting = JournalStorage(path, lock_timeout=0.05)
    with (
        holder.locked(),
        holder.locked(),
        pytest.raises(BusyError, match=rf"process {os.getpid()}; nothing was saved"),
        waiting.locked(),
    ):
        pass
    save(waiting, added("1"))
    assert people(path).keys() == {"1"}


def test_who_waits_is_told_once_for_whom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "journal.json"
    said: list[str] = []
    patient = JournalStorage(path, lock_timeout=0.05, waiting=said.append)
    with JournalStorage(path).locked(), pytest.raises(BusyError), patient.locked():
        pass
    assert not said  # a moment is waited without a word
    monkeypatch.setattr("netjournal.store.lock._A_MOMENT", 0.0)
    with JournalStorage(path).locked(), pytest.raises(BusyError), patient.locked():
        pass
    assert said == [f"The journal is in use by process {os.getpid()}; waiting for it."]


def test_a_thread_that_waits_too_long_is_told(tmp_path: Path) -> None:
    storage = JournalStorage(tmp_path / "journal.json", lock_timeout=0.05)
    told: list[BaseException] = []

    def wait() -> None:
        try:
            with storage.locked():
                told.append(AssertionError("two threads hold the lock"))
        except BusyError as error:
            told.append(error)

    with storage.locked():
        thread = threading.Thread(target=wait)
        thread.start()
        thread.join()
    assert [type(each) for each in told] == [BusyError]


def test_a_lock_file_removed_at_the_worst_moment_does_not_let_two_in(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    lock = path.with_name(".journal.json.lock")
    removed: list[Path] = []

    class Removed(QuickFiles):
        def lock(self, fd: int) -> bool:
            if not removed:
                removed.append(lock.rename(tmp_path / "elsewhere"))
                lock.touch()
            return super().lock(fd)

    second = JournalStorage(path, lock_timeout=0.05)
    with JournalStorage(path, files=Removed()).locked():
        assert removed
        with pytest.raises(BusyError), second.locked():
            pytest.fail("two hold the lock")
