"""Cold commands, whole processes, against an interpreter that imports what they need at least.

The index beside the journal is there, as after any command that read everything.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.figures import Effort, Series
from tests.benchmarks.journals import TODAY, Journals
from tests.benchmarks.processes import Command, environment, interleaved

BASELINE = Command(
    "import argparse, dataclasses, tinydb",
    (sys.executable, "-c", "import argparse, dataclasses, tinydb"),
)
READING = {
    "today": ("today",),
    "search, a common word": ("search", "sailing"),
    "search, a rare word": ("search", "tokasa"),
    "search, accents": ("search", "García"),
}
"""Acts that only read, and how they are typed."""


def measure(effort: Effort, journals: Journals) -> Iterator[Series]:
    """The cost of reading commands as journals grow."""
    env = environment(NETJOURNAL_TODAY=TODAY.isoformat())
    commands = [BASELINE]
    for size in effort.sizes:
        path = journals.copy(size)
        commands += [netjournal(path, act, size, *typed) for act, typed in READING.items()]
    yield interleaved("cold", commands, env, rounds=effort.rounds)


def netjournal(path: Path, act: str, people: int, *typed: str) -> Command:
    """A command of netjournal on a journal."""
    argv = (sys.executable, "-m", "netjournal", "--journal", str(path), *typed)
    return Command(act, argv, people)
