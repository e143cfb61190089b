"""The terminal app in a real pty: CPU to the first rows, of a key, and of a filter key.

CPU is read from ``schedstat`` for all threads, so a busy machine weighs little. Linux only.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import statistics
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.figures import Effort, Series
from tests.benchmarks.journals import TODAY, Journals
from tests.benchmarks.processes import beside, environment

KEYS = 7
"""Rows that Today has in the smallest journal: each key moves."""
DOWN = b"\x1b[B"
BACKSPACE, ESCAPE = b"\x7f", b"\x1b"
LINES, COLUMNS = 40, 100
FIRST_GROUP = "Promised, now due"
"""The head of Today's first rows, in every journal made here."""
MINIMAL = """
from textual.app import App
from textual.reactive import reactive
from textual.widget import Widget
class Answering(Widget, can_focus=True):
    DEFAULT_CSS = "Answering { height: 1; }"
    BINDINGS = [("down", "move", "Down")]
    place = reactive(0)
    def render(self):
        return f"Promised, now due {self.place}"
    def action_move(self):
        self.place += 1
class Minimal(App):
    def compose(self):
        yield Answering()
Minimal().run()
"""
"""One widget of one line that draws itself again at each key: the least that Textual can answer."""
STILL_MS = 15.0
"""CPU of half a second in which a program that only waits is said to be at rest."""


@dataclass(frozen=True, slots=True)
class Paint:
    """What a start and a key took, in ms of CPU; a key once everything is read."""

    first: float
    key: float
    """A cursor key that moves by a row; behind a group's last one it goes on to the next."""
    filter: float
    """A letter typed into the filter of People; 0 for a program without one."""
    rss_mib: float


def measure(effort: Effort, journals: Journals) -> Iterator[Series]:
    """First paint as a ratio to ``import textual.app``, keys to a one-widget app's."""
    env = environment(
        NETJOURNAL_TODAY=TODAY.isoformat(),
        TERM="xterm-256color",
        COLORTERM="truecolor",
        LANG="C.UTF-8",
        TEXTUAL_ANIMATIONS="none",
    )
    paths = {size: journals.copy(size) for size in effort.sizes}
    imports: list[float] = []
    minimal: list[Paint] = []
    paints: dict[int, list[Paint]] = {size: [] for size in paths}
    for number in range(effort.rounds + 1):
        imported = _import_cost(env)
        one = paint_once((sys.executable, "-c", MINIMAL), env)
        own = {
            size: paint_once((sys.executable, "-m", "netjournal", "--journal", str(path)), env)
            for size, path in paths.items()
        }
        if number:  # the first round warms the caches
            imports.append(imported)
            minimal.append(one)
            for size, paint in own.items():
                paints[size].append(paint)
    yield from _found(imports, minimal, paints, paths)


def _found(
    imports: list[float],
    minimal: list[Paint],
    paints: Mapping[int, list[Paint]],
    paths: Mapping[int, Path],
) -> Iterator[Series]:
    key, rss = [one.key for one in minimal], [one.rss_mib for one in minimal]
    started = [beside("minimal app", 0, [one.first for one in minimal], imports)]
    pressed, held = [], []
    for size, runs in paints.items():
        started.append(beside("first rows", size, [one.first for one in runs], imports))
        pressed.append(beside("cursor key", size, [one.key for one in runs], key))
        pressed.append(beside("filter key", size, [one.filter for one in runs], key))
        journal = paths[size].stat().st_size / 2**20
        allowed = [one + 4 * journal for one in rss]
        held.append(beside("the app, at rest", size, [one.rss_mib for one in runs], allowed))
    yield Series("first paint", "import textual.app", statistics.median(imports), tuple(started))
    yield Series("keys", "a key of a one-widget app", statistics.median(key), tuple(pressed))
    baseline = "one-widget app + 4 x the journal's size"
    yield Series("memory", baseline, statistics.median(allowed), tuple(held), unit="MiB")


def _import_cost(env: Mapping[str, str]) -> float:
    child = subprocess.Popen((sys.executable, "-c", "import textual.app"), env=dict(env))
    _, _, usage = os.wait4(child.pid, 0)
    child.returncode = 0
    return (usage.ru_utime + usage.ru_stime) * 1e3


def paint_once(argv: tuple[str, ...], env: Mapping[str, str]) -> Paint:
    """Start the program, wait for its first rows, press a few keys, end it."""
    pid, fd = pty.fork()
    if pid == 0:
        os.execve(argv[0], argv, dict(env))
    fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
    _read_until(fd, FIRST_GROUP.encode(), 60)
    first = _cpu_ms(pid)
    before = _at_rest(pid, fd)
    for _ in range(KEYS):
        os.write(fd, DOWN)
        _drain_for(fd, 0.12)
    key = (_cpu_ms(pid) - before) / KEYS
    narrowed = _filter_key(pid, fd) if "netjournal" in argv else 0.0
    rss = _rss_mib(pid)
    os.write(fd, b"\x11q")
    _wait(pid, fd)
    return Paint(first, key, narrowed, rss)


def _at_rest(pid: int, fd: int) -> float:
    """Its CPU so far, once it does no more by itself and everything is read."""
    before = _cpu_ms(pid)
    while True:
        _drain_for(fd, 0.5)
        now = _cpu_ms(pid)
        if now - before < STILL_MS:
            return now
        before = now


def _filter_key(pid: int, fd: int) -> float:
    """A letter typed or taken back in the filter of People, once everybody was looked through."""
    for key in (b"2", b"/", b"a"):
        os.write(fd, key)
        _at_rest(pid, fd)
    spent = []
    for key in (b"n", b"a", BACKSPACE, BACKSPACE) * 2:
        before = _cpu_ms(pid)
        os.write(fd, key)
        _drain_for(fd, 0.25)
        spent.append(_cpu_ms(pid) - before)
    for key in (ESCAPE, ESCAPE):
        os.write(fd, key)
        _drain_for(fd, 0.3)
    return statistics.median(spent)


def _read_until(fd: int, wanted: bytes, seconds: float) -> None:
    seen = b""
    end = time.monotonic() + seconds
    while wanted not in seen:
        if not select.select([fd], [], [], max(0.0, end - time.monotonic()))[0]:
            raise TimeoutError(f"{wanted!r} did not appear; last output {seen[-200:]!r}")
        seen += os.read(fd, 65_536)


def _drain_for(fd: int, seconds: float) -> None:
    """Read for so long: a cursor that blinks is never quiet."""
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        if select.select([fd], [], [], left)[0]:
            os.read(fd, 65_536)


def _cpu_ms(pid: int) -> float:
    tasks = Path(f"/proc/{pid}/task").iterdir()
    return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e6


def _rss_mib(pid: int) -> float:
    return (
        int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
    )


def _wait(pid: int, fd: int) -> None:
    end = time.monotonic() + 20
    while os.waitpid(pid, os.WNOHANG)[0] == 0:
        if time.monotonic() > end:
            os.kill(pid, 9)
        if select.select([fd], [], [], 0.05)[0]:
            try:
                os.read(fd, 65_536)
            except OSError:
                continue
    os.close(fd)
