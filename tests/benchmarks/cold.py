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
    "show somebody": ("show", "Zdenka"),
    "people, by a name": ("people", "Zdenka"),
    "people, of the circles": ("people", "circle:network"),
    "people, the first ten": ("people", "--limit", "10"),
    "people, everybody": ("people",),
    "log, the last ten": ("log", "--limit", "10"),
    "addresses for a mailer": ("query", "Garc"),
}
"""Acts that only read, and how they are typed."""
FEW = 0.01
"""Open promises for each of the people, where few are open: half of them is a great many."""


def measure(effort: Effort, journals: Journals) -> Iterator[Series]:
    """The cost of reading commands as journals grow."""
    env = environment(NETJOURNAL_TODAY=TODAY.isoformat())
    commands = [BASELINE]
    for size in effort.sizes:
        path, few = journals.copy(size), journals.copy(size, promises=FEW)
        known = netjournal(path, "", 0, "add", "Zdenka Quill: lunch today")
        interleaved("", [known], env, rounds=1, warm_up=0)
        commands += [netjournal(path, act, size, *typed) for act, typed in READING.items()]
        commands.append(netjournal(few, "today, few promises open", size, "today"))
    yield interleaved("cold", commands, env, rounds=effort.rounds)


def netjournal(path: Path, act: str, people: int, *typed: str) -> Command:
    """A command of netjournal on a journal."""
    argv = (sys.executable, "-m", "netjournal", "--journal", str(path), *typed)
    return Command(act, argv, people)
