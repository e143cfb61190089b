"""The program in a real terminal: a pseudo-terminal of its own, keys in, bytes out."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from netjournal.journal.journal import Journal

_ESCAPES = re.compile(
    r"\x1b(?:\[[0-9;?<>=$ ]*[A-Za-z]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[=>()][A-Z0-9]?)"
)
_PATIENCE = 40.0
"""Seconds until a page that does not come is a failure."""


class Terminal:
    """A program at a pseudo-terminal of 80 by 24."""

    def __init__(self, *argv: str, env: dict[str, str]) -> None:
        self._side, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.program = subprocess.Popen(
            argv, stdin=theirs, stdout=theirs, stderr=theirs, env=env, start_new_session=True
        )
        os.close(theirs)
        self.raw = ""

    def read(self) -> None:
        """Take what was drawn meanwhile."""
        ready, _, _ = select.select([self._side], [], [], 0.05)
        if ready:
            try:
                self.raw += os.read(self._side, 65_536).decode(errors="replace")
            except OSError:  # it has ended
                time.sleep(0.05)

    def until(self, words: str) -> None:
        """Wait until these words were drawn, all that was drawn before forgotten."""
        end = time.monotonic() + _PATIENCE
        while words not in _ESCAPES.sub("", self.raw):
            assert time.monotonic() < end, f"{words!r} never came: {_ESCAPES.sub('', self.raw)}"
            self.read()
        self.raw = ""

    def type(self, keys: str) -> None:
        """Press keys."""
        os.write(self._side, keys.encode())

    def resize(self, columns: int, lines: int) -> None:
        """Another size of window."""
        fcntl.ioctl(self._side, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self.program.send_signal(signal.SIGWINCH)  # as the kernel does for a controlling terminal

    def ended(self) -> int:
        """The exit code."""
        end = time.monotonic() + _PATIENCE
        while self.program.poll() is None:
            assert time.monotonic() < end, "it did not end"
            self.read()
        self.read()
        return self.program.returncode

    def close(self) -> None:
        """End what still runs."""
        if self.program.poll() is None:
            self.program.kill()
            self.program.wait()
        os.close(self._side)


@pytest.fixture
def terminal(lived_in: Path, tmp_path: Path) -> Iterator[Terminal]:
    """The program on the sample journal."""
    env = {
        **{name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ},
        "HOME": str(tmp_path / "home"), "TERM": "xterm-256color", "PYTHONUTF8": "1",
        "NETJOURNAL_TODAY": "2026-03-11", "NETJOURNAL_JOURNAL": str(lived_in),
        "TEXTUAL_ANIMATIONS": "none", "XDG_STATE_HOME": str(tmp_path / "state"),
    }  # fmt: skip
    shown = Terminal(sys.executable, "-m", "netjournal", env=env)
    yield shown
    shown.close()


def test_a_morning_in_a_real_terminal(terminal: Terminal, lived_in: Path) -> None:
    terminal.until("Hannah Lindmoor")
    terminal.type("d")
    terminal.until("How did it go?")
    terminal.type("\r")
    terminal.until("done: Hannah Lindmoor")
    terminal.type("2")
    terminal.until("in contact")
    terminal.type("a")
    terminal.until("What happened")
    terminal.type("called Pilar, no answer")
    terminal.until("no answer")
    terminal.type("\r")
    terminal.until("u undo")
    terminal.resize(120, 40)
    terminal.type("1")
    terminal.until("This week's five")
    terminal.type("z")
    terminal.until("discreet")
    terminal.type("q")
    assert terminal.ended() == 0
    journal = Journal(lived_in)
    labels = [gesture.label for gesture in journal.gestures[-2:]]
    journal.close()
    assert labels[0] == "done: Hannah Lindmoor: names of two letting agents"
    assert "Pilar" in labels[1]


def test_leaving_gives_the_terminal_back_as_it_was(terminal: Terminal) -> None:
    terminal.until("Hannah Lindmoor")
    terminal.type("q")
    assert terminal.ended() == 0
    for _ in range(10):
        terminal.read()
    assert "\x1b[?1049l" in terminal.raw, "the screen before"
    assert terminal.raw.rindex("\x1b[?25h") > terminal.raw.rfind("\x1b[?25l"), "the cursor"
    assert "\x1b[?1000l" in terminal.raw, "the mouse"
