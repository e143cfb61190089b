"""Whole exports, and a table brought in, against only reading the same journal; memory, too."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.cold import netjournal
from tests.benchmarks.figures import Effort, Figure, Series
from tests.benchmarks.journals import TODAY, Journals
from tests.benchmarks.processes import Command, environment, interleaved

_READ = """
import sys
from pathlib import Path
from netjournal.journal.journal import Journal
Journal(Path(sys.argv[1])).snapshot
"""
SECONDS = 60
FORMATS = ("vcard", "csv", "ics", "json", "zip")


def measure(effort: Effort, journals: Journals) -> Iterator[Series]:
    """Each format at each size."""
    env = environment(NETJOURNAL_TODAY=TODAY.isoformat())
    figures: list[Figure] = []
    base = None
    for size in effort.sizes[1:]:
        commands = list(_commands(journals, size))
        series = interleaved("exports", commands, env, rounds=effort.rounds, seconds=SECONDS)
        figures += series.figures
        base = series.base
    yield Series("exports", "reading the journal", base, tuple(figures))


def _commands(journals: Journals, size: int) -> Iterator[Command]:
    path = journals.copy(size)
    yield Command("reading the journal", (sys.executable, "-c", _READ, str(path)), size)
    for form in FORMATS:
        out = str(path.parent / f"everybody.{form}")
        yield netjournal(path, form, size, "export", "--to", form, "--output", out, "--force")
    empty = path.parent / "empty"
    table = str(path.parent / "everybody.csv")
    command = netjournal(empty / "journal.json", "csv, brought in", size, "import", table)
    yield Command(command.act, command.argv, size, lambda: _emptied(empty))


def _emptied(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
