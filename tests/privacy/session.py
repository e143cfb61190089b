"""A whole session in one process, watched: every example of every help, then the screens.

Started by ``test_privacy`` with a home of its own; prints what it saw as JSON. The audit events of
CPython (PEP 578) tell what is opened, connected and started, whichever library does it.
"""

from __future__ import annotations

import asyncio
import contextlib
import io
import json
import os
import shlex
import socket
import sys
from pathlib import Path
from typing import Any

from netjournal.cli.catalogue import COMMANDS
from netjournal.cli.main import main
from netjournal.cli.parser import load

SECRET = "quince"
"""A word of every note and name of the session."""
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


class Watch:
    """What was seen."""

    def __init__(self) -> None:
        self.network: list[str] = []
        self.written: set[str] = set()
        self.started: list[list[str]] = []

    def __call__(self, event: str, args: tuple[Any, ...]) -> None:
        if event == "socket.__new__":
            if args[1] != socket.AF_UNIX:  # asyncio wakes itself through a pair of these
                self.network.append(f"{event} {args[1:]}")
        elif event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.")):
            self.network.append(f"{event} {args[1:] if event == 'socket.connect' else ''}")
        elif event == "open" and isinstance(args[0], str) and (args[2] or 0) & _WRITING:
            self.written.add(args[0])
        elif event == "subprocess.Popen":
            self.started.append([str(word) for word in args[1]])
        elif event in {"os.system", "os.exec", "os.posix_spawn"}:
            self.started.append([event, *map(str, args)])


def examples() -> list[list[str]]:
    """The command lines of every help, as the shell hands them over."""
    found = []
    for name in COMMANDS:
        for line in (load(name)[0].epilog or "").splitlines()[1:]:
            bare = line.split("  #")[0].split(" | ")[0].split(" > ")[0].split(" < ")[0].strip()
            words = shlex.split(bare)
            if words[0] in {"netjournal", "nj"} and words[1] != "demo":
                found.append(words[1:])
    return found


def run(words: list[str]) -> None:
    """One command, with nobody at the terminal."""
    sys.stdin = io.TextIOWrapper(io.BytesIO(f"Ana Ruiz: {SECRET} tea\n".encode()))
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        main(words)


async def screens(path: Path) -> None:
    """The terminal app, from screen to screen; a line is added and one act undone."""
    from netjournal.clock import today
    from netjournal.domain.settings import Settings
    from netjournal.journal.journal import Journal
    from netjournal.tui.app import NetjournalApp

    app = NetjournalApp(Journal(path), Settings(), today)
    async with app.run_test(size=(100, 30)) as pilot:
        for key in ("2", "3", "4", "5", "1", "question_mark", "escape", "a"):
            await pilot.press(key)
            await pilot.pause()
        await pilot.press(*f"note: Ana Ruiz likes {SECRET}")
        await pilot.pause()
        await pilot.press("enter", "escape")
        for _ in range(500):
            await pilot.pause(0.02)
            if len(app.screen_stack) == 1:
                break
        await pilot.press("u", "q")


def session() -> Watch:
    """Do all of it, whatever the umask."""
    os.umask(0)
    watch = Watch()
    for name in COMMANDS:
        load(name)  # what is read while importing is no act of ours
    sys.addaudithook(watch)
    for line in ("Ana Ruiz ana@example.org", "Bob Stone", "Dr Pell"):
        run(["add", "--new", f"{line}: coffee, {SECRET}. next: call on friday"])
    for words in examples():
        run(words)
    run(["import", "contacts.vcf"])
    run(["backup", "make"])
    asyncio.run(screens(Path(os.environ["NETJOURNAL_JOURNAL"])))
    return watch


if __name__ == "__main__":
    seen = session()
    told = {"network": seen.network, "written": sorted(seen.written), "started": seen.started}
    print(json.dumps(told))  # noqa: T201 - this is the answer
