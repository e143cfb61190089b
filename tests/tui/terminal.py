"""A program at a real pseudo-terminal: keys in, the bytes that it writes out."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time

ESCAPES = re.compile(
    r"\x1b(?:\[[0-9;?<>=$ ]*[A-Za-z]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[=>()][A-Z0-9]?)"
)
_PATIENCE = 40.0
"""Seconds until a page that does not come is a failure."""


class Terminal:
    """A program at a pseudo-terminal of 80 by 24, or another size."""

    def __init__(self, *argv: str, env: dict[str, str], size: tuple[int, int] = (80, 24)) -> None:
        self._side, theirs = pty.openpty()
        columns, lines = size
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self.program = subprocess.Popen(
            argv, stdin=theirs, stdout=theirs, stderr=theirs, env=env, start_new_session=True
        )
        os.close(theirs)
        self.raw = ""
        """What was drawn since somebody last waited."""
        self.everything = b""
        """All bytes that it ever wrote."""

    def read(self) -> None:
        """Take what was drawn meanwhile."""
        ready, _, _ = select.select([self._side], [], [], 0.05)
        if ready:
            try:
                data = os.read(self._side, 65_536)
                self.everything += data
                self.raw += data.decode(errors="replace")
            except OSError:  # it has ended
                time.sleep(0.05)

    def until(self, words: str) -> None:
        """Wait until these words were drawn, all that was drawn before forgotten."""
        end = time.monotonic() + _PATIENCE
        while words not in ESCAPES.sub("", self.raw):
            assert time.monotonic() < end, f"{words!r} never came: {ESCAPES.sub('', self.raw)}"
            self.read()
        self.raw = ""

    def rest(self, quiet: float = 0.2) -> None:
        """Wait until nothing was drawn for so many seconds."""
        end = time.monotonic() + _PATIENCE
        still = time.monotonic() + quiet
        while time.monotonic() < min(still, end):
            before = len(self.everything)
            self.read()
            if len(self.everything) != before:
                still = time.monotonic() + quiet
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

    def hang_up(self) -> int:
        """Take the terminal away; the exit code."""
        os.close(self._side)
        self._side = -1
        return self.program.wait(_PATIENCE)

    def close(self) -> None:
        """End what still runs."""
        if self.program.poll() is None:
            self.program.kill()
            self.program.wait()
        if self._side >= 0:
            os.close(self._side)
