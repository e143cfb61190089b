"""Many processes adding to one journal at once, one that looks on, and holders that are killed."""

from __future__ import annotations

import os
import random
import signal
import time
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from netjournal.journal import adding
from netjournal.journal.journal import Journal
from netjournal.store.storage import JournalStorage
from tests.torture.acts import READING
from tests.torture.kills import JOURNAL, child, status_of
from tests.torture.witness import WrongError

_LETTERS = "abcdefghijklmnopqrst"


def name_of(writer: int, number: int) -> str:
    """The person that one writer adds as its so-manieth; no two are alike."""
    digits = f"{number:03}"
    return f"{_LETTERS[writer] * 4} {''.join(_LETTERS[int(digit)] for digit in digits)}o".title()


def write_at_once(writers: int, adds: int, *, folder: str | None = None) -> Counter[str]:
    """Let so many processes add so many lines each, with an open journal looking on.

    Raises:
        WrongError: one is lost, doubled, or was not told to who looks on.

    """
    with TemporaryDirectory(dir=folder) as place:
        path = Path(place) / JOURNAL
        watching = Journal(path)
        told: list[int] = []
        watching.subscribe(lambda snapshot: told.append(sum(1 for _ in snapshot.people())))
        watching.refresh()
        running = {child(lambda writer=n: _add(path, writer, adds)) for n in range(writers)}  # type: ignore[misc]
        failed = 0
        while running:
            watching.refresh()
            pid, status = os.waitpid(-1, os.WNOHANG)
            if pid in running:
                running.remove(pid)
                failed += status != 0
        watching.refresh()
        return _counted(path, watching, told, failed, writers, adds)


def _counted(
    path: Path, watching: Journal, told: list[int], failed: int, writers: int, adds: int
) -> Counter[str]:
    wanted = Counter(name_of(writer, number) for writer in range(writers) for number in range(adds))
    fresh = Journal(path)
    for journal in (fresh, watching):
        found = Counter(person.name for person in journal.snapshot.people())
        if found != wanted:
            raise WrongError(f"{(wanted - found).total()} lost, {(found - wanted).total()} doubled")
    gestures = [gesture.id for gesture in fresh.gestures]
    if failed or len(gestures) != len(set(gestures)) or told != sorted(told):
        raise WrongError(f"{failed} writers failed; told {told}")
    return Counter(
        {"writers": writers, "acknowledged": writers * adds, "told in steps": len(told), "lost": 0}
    )


def _add(path: Path, writer: int, adds: int) -> None:
    """One quick add after the other, each as a command of its own; now and then one that folds."""
    for number in range(adds):
        journal = Journal(path, lock_timeout=120)
        if number % 50 == 49:
            journal.refresh()
        adding.add(journal, f"{name_of(writer, number)}: coffee today", READING)
        journal.close(fold=number % 50 == 49)


def kill_holders(times: int, *, folder: str | None = None) -> Counter[str]:
    """Kill who holds the lock; the next one must have it at once.

    Raises:
        BusyError: a lock was left behind.

    """
    chance = random.Random(7)
    with TemporaryDirectory(dir=folder) as place:
        path = Path(place) / JOURNAL
        for _ in range(times):
            held = Path(place) / "held"
            held.unlink(missing_ok=True)
            pid = child(lambda: _hold(path, held))  # noqa: B023
            while not held.exists():
                time.sleep(0.001)
            time.sleep(chance.random() * 0.002)
            os.kill(pid, signal.SIGKILL)
            status_of(pid)
            with JournalStorage(path, lock_timeout=0).locked():
                pass
    return Counter({"holders killed": times, "locks left behind": 0})


def _hold(path: Path, held: Path) -> None:
    with JournalStorage(path).locked():
        held.touch()
        time.sleep(60)
