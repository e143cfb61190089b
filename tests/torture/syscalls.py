"""Whole commands killed at each system call that touches the journal, by ``strace``."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from netjournal.journal.journal import Journal
from tests.torture.acts import prepare
from tests.torture.kills import JOURNAL, copied
from tests.torture.witness import State, WrongError, after, check_file, tables_of

STRACE = shutil.which("strace")
ROOT = Path(__file__).resolve().parents[2]
CARDS = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Carla Meyer\r\nN:Meyer;Carla;;;\r\nEND:VCARD\r\n"
COMMANDS: tuple[Sequence[str], ...] = (
    ("add", "called Ana Ruiz"),
    ("add", "--new", "Newcomer Person: coffee today"),
    ("circle", "close", "Bob Stone"),
    ("undo",),
    ("import", "people.vcf"),
)
_TOUCHED = (
    ".", JOURNAL, f"{JOURNAL}.log", f".{JOURNAL}.lock", f".{JOURNAL}.index",
    f".{JOURNAL}.index.tmp", f".{JOURNAL}.tmp", f".{JOURNAL}.log.tmp",
)  # fmt: skip


def _run(path: Path, command: Sequence[str], trace: Path, inject: str = "") -> int:
    assert STRACE is not None
    touched = [part for name in _TOUCHED for part in ("-P", str(path.parent / name))]
    argv = [
        STRACE, "-f", "-qq", "-o", str(trace), *touched,
        *(("-e", f"inject={inject}") if inject else ()),
        sys.executable, "-m", "netjournal", "--journal", str(path), *command,
    ]  # fmt: skip
    env = {**os.environ, "PYTHONPATH": str(ROOT), "NETJOURNAL_TODAY": "2026-03-11"}
    (path.parent.parent / "people.vcf").write_text(CARDS, encoding="utf-8")
    return subprocess.run(
        argv, env=env, cwd=path.parent.parent, capture_output=True, check=False
    ).returncode


def _calls(trace: Path) -> Iterator[tuple[str, int]]:
    """Each call with its so-manieth time, as strace counts them."""
    seen: Counter[str] = Counter()
    for line in trace.read_text().splitlines():
        name = line.partition(" ")[2].lstrip().partition("(")[0]
        if name.isidentifier():
            seen[name] += 1
            yield name, seen[name]


def _checked(path: Path, before: State, ended: int) -> None:
    """The state before, or after the one gesture of the command; after it if it ended well.

    Raises:
        WrongError: it is neither.

    """
    now = tables_of(path)
    newest = Journal(path).gestures[-1]
    if now != after(before, newest) and (now != before or ended == 0):
        raise WrongError(f"{path} is neither as before nor as after the command")
    check_file(path, now)


def kill_at_each_syscall(*, every: int = 1, folder: str | None = None) -> Counter[str]:
    """Kill each command at each of its calls, or at every n-th of them.

    Raises:
        WrongError: something was lost.

    """
    counted: Counter[str] = Counter()
    with TemporaryDirectory(dir=folder) as place:
        ready = Path(place) / "ready"
        prepare(ready / JOURNAL)
        number = 0
        for command in COMMANDS:
            traced = Path(place) / f"traced {command}"
            copied(ready, traced / "data")
            assert _run(traced / "data" / JOURNAL, command, traced / "trace") == 0, command
            for name, time in _calls(traced / "trace"):
                number += 1
                if number % every:
                    continue
                with TemporaryDirectory(dir=place) as own:
                    path = Path(own) / "data" / JOURNAL
                    copied(ready, path.parent)
                    before = tables_of(path)
                    inject = f"{name}:signal=SIGKILL:when={time}"
                    ended = _run(path, command, Path(own) / "trace", inject)
                    _checked(path, before, ended)
                    counted["kills" if ended else "came to its end"] += 1
                    counted[f"in {command[0]}"] += 1
    return counted
