"""A disk that is really full: a small file system where one can be made, else a limit on files."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from netjournal.errors import ExitCode
from netjournal.journal.journal import Journal
from tests.torture.kills import JOURNAL
from tests.torture.syscalls import ROOT
from tests.torture.witness import WrongError, check_file, tables_of
from tests.torture.writers import name_of

_ROOM = 64 * 1024


@contextmanager
def small_disk() -> Iterator[tuple[Path, bool]]:
    """A folder in which there is little room, and whether it is a file system of its own."""
    with TemporaryDirectory() as place:
        mount = ["mount", "-t", "tmpfs", "-o", f"size={_ROOM}", "tmpfs", place]
        own = os.geteuid() == 0 and subprocess.run(mount, check=False).returncode == 0
        try:
            yield Path(place), own
        finally:
            if own:
                subprocess.run(["umount", place], check=True)


def _command(path: Path, *words: str, limited: bool) -> subprocess.CompletedProcess[str]:
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (_ROOM, _ROOM))

    return subprocess.run(
        [sys.executable, "-m", "netjournal", "--journal", str(path), *words],
        env={**os.environ, "PYTHONPATH": str(ROOT), "NETJOURNAL_TODAY": "2026-03-11"},
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=limit if limited else None,
    )


def fill_up(adds: int) -> Counter[str]:
    """Add until the disk is full and so often more; then make room, and add again.

    Raises:
        WrongError: something acknowledged is lost, or it was not said that nothing was saved.

    """
    with small_disk() as (folder, own):
        path = folder / JOURNAL
        ballast = folder / "ballast"
        if own:
            ballast.write_bytes(b"x" * (_ROOM // 2))
        text = "sailing " * 400
        saved = refused = 0
        while refused < adds:
            line = f"{name_of(0, saved)}: coffee today, {text}"
            ended = _command(path, "add", "--new", line, limited=not own)
            if ended.returncode == ExitCode.DONE:
                saved += 1
                continue
            if ended.returncode != ExitCode.JOURNAL or "Nothing was saved" not in ended.stderr:
                raise WrongError(f"exit {ended.returncode}: {ended.stderr}")
            if f"Not stored: {line}" not in ended.stderr:
                raise WrongError("what was typed was not printed back")
            refused += 1
        _count(path, saved)
        ballast.unlink(missing_ok=True)
        if _command(path, "add", "--new", "Newcomer Person: lunch today", limited=False).returncode:
            raise WrongError("there is room again, and still nothing is saved")
        _count(path, saved + 1)
        check_file(path, tables_of(path))
        how = "file system" if own else "limit"
        return Counter({f"full {how}": 1, "acknowledged": saved + 1, "refused": refused, "lost": 0})


def _count(path: Path, people: int) -> None:
    found = len(list(Journal(path).snapshot.people()))
    if found != people:
        raise WrongError(f"{people} were acknowledged, {found} are there")
