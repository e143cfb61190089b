"""Processes killed: at random moments, and before, within and after each call they make."""

from __future__ import annotations

import os
import random
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory
from typing import Any

from netjournal.journal.journal import Journal
from netjournal.store.files import Files
from tests.torture.acts import ACTS, Act, add, prepare
from tests.torture.witness import check_file, checked, noting, tables_of, told_by, using

JOURNAL = "journal.json"
_LIVES = 25
"""Kills a journal goes through before the next begins small again."""
Case = tuple[Path, Act, int, str]
"""Where the journal stands, the act, the number of the call, and the moment at it."""
MOMENTS = ("before", "after", "half")


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


class KillingFiles(Files):
    """The real calls; at one of them the process is killed."""

    def __init__(self, at: int = -1, moment: str = "before") -> None:
        self.at = at
        self.moment = moment
        self.calls: list[str] = []

    def reached(self, name: str) -> bool:
        """Count a call; whether this is the one."""
        self.calls.append(name)
        return len(self.calls) - 1 == self.at

    def write(self, fd: int, data: bytes | memoryview, offset: int) -> int:
        mine = self.reached("write")
        if mine and self.moment == "half":
            super().write(fd, data[: len(data) // 2], offset)
        if mine and self.moment != "after":
            die()
        done = super().write(fd, data, offset)
        if mine:
            die()
        return done


def _killing(name: str) -> Any:
    real = getattr(Files, name)

    def call(self: KillingFiles, *args: Any) -> Any:
        mine = self.reached(name)
        if mine and self.moment != "after":
            die()
        answer = real(self, *args)
        if mine:
            die()
        return answer

    return call


for _name in (
    "open", "close", "read", "truncate", "sync", "sync_data", "fstat", "stat", "replace", "unlink",
    "chown", "make_folder", "sync_folder", "lock", "names",
):  # fmt: skip
    setattr(KillingFiles, _name, _killing(_name))


def child(work: Callable[[], None]) -> int:
    """The process id of a copy of this process that does some work and ends."""
    sys.stdout.flush()
    pid = os.fork()
    if pid:
        return pid
    code = 1
    try:
        work()
        code = 0
    except BaseException:
        traceback.print_exc()
        raise
    finally:
        os._exit(code)


def status_of(pid: int) -> int:
    """How a child ended: 0, its code, or minus the signal."""
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def kill_at_random(kills: int, *, seed: int = 7, folder: str | None = None) -> Counter[str]:
    """Kill a process in the midst of its acts, so many times; what was counted.

    Raises:
        WrongError: something was lost.

    """
    chance = random.Random(seed)
    counted: Counter[str] = Counter()
    while counted["kills"] < kills:
        with TemporaryDirectory(dir=folder) as place:
            path = Path(place) / JOURNAL
            prepare(path)
            state = tables_of(path)
            for _ in range(min(_LIVES, kills - counted["kills"])):
                notes = Path(place) / "notes"
                notes.unlink(missing_ok=True)
                seed = chance.randrange(10**9)
                pid = child(lambda path=path, notes=notes, seed=seed: _act_on(path, notes, seed))  # type: ignore[misc]
                while not notes.exists():
                    time.sleep(0.001)
                time.sleep(chance.random() * 0.06)
                os.kill(pid, signal.SIGKILL)
                assert status_of(pid) == -signal.SIGKILL
                acknowledged, under_way = told_by(notes)
                state = checked(path, state, acknowledged, under_way)
                check_file(path, state)
                counted["kills"] += 1
                counted["acknowledged"] += len(acknowledged)
                counted["in the midst of a write"] += under_way is not None
    return counted


def _act_on(path: Path, notes: Path, seed: int) -> None:
    chance = random.Random(seed)
    with noting(notes):
        while True:
            chance.choice(ACTS)(path, chance)


def copied(start: Path, folder: Path) -> None:
    """A journal as at the start, with an index that fits the copy."""
    copytree(start, folder)
    if (folder / JOURNAL).exists():
        journal = Journal(folder / JOURNAL)
        journal.refresh()
        journal.close()


def calls_of(act: Act, start: Path, folder: Path) -> list[str]:
    """The calls that an act makes, in a process of its own."""
    copied(start, folder)
    files = KillingFiles()
    notes = folder / "calls"

    def work() -> None:
        with using(files):
            act(folder / JOURNAL, random.Random(7))
        notes.write_text("\n".join(files.calls))

    assert status_of(child(work)) == 0
    return notes.read_text().split("\n")


def cases(starts: Iterable[tuple[Path, Act]], folder: Path) -> Iterator[Case]:
    """Every call of every act, before it, after it, and within it where it writes."""
    for ready, act in starts:
        calls = calls_of(act, ready, folder / f"{ready.name} {act.__name__}")
        for number, name in enumerate(calls):
            for moment in MOMENTS if name == "write" else MOMENTS[:2]:
                yield ready, act, number, moment


def kill_at_each_call(
    *, every: int = 1, acts: tuple[Act, ...] = ACTS, folder: str | None = None
) -> Counter[str]:
    """Kill each act at each of its calls, or at every n-th of them.

    Raises:
        WrongError: something was lost.

    """
    counted: Counter[str] = Counter()
    with TemporaryDirectory(dir=folder) as place:
        ready, empty = Path(place) / "ready", Path(place) / "empty"
        prepare(ready / JOURNAL)
        empty.mkdir()
        starts = [*((ready, act) for act in acts), (empty, add)]
        for number, (start, act, at, moment) in enumerate(cases(starts, Path(place))):
            if number % every:
                continue
            with TemporaryDirectory(dir=place) as own:
                path = Path(own) / "data" / JOURNAL
                copied(start, path.parent)
                before = tables_of(path)
                notes = Path(own) / "notes"
                pid = child(lambda: _act_and_die(act, path, notes, at, moment))  # noqa: B023
                status = status_of(pid)
                assert status in {0, -signal.SIGKILL}, f"{act.__name__}, call {at}: {status}"
                acknowledged, under_way = told_by(notes)
                state = checked(path, before, acknowledged, under_way)
                check_file(path, state)
                # the names of backups depend on the second: now and then there is a call less
                counted["kills" if status else "came to its end"] += 1
                counted[f"in {act.__name__.strip('_')}, {start.name}"] += 1
                counted["acknowledged"] += len(acknowledged)
                counted["in the midst of a write"] += under_way is not None
    return counted


def _act_and_die(act: Act, path: Path, notes: Path, at: int, moment: str) -> None:
    with using(KillingFiles(at, moment)), noting(notes):
        act(path, random.Random(7))
