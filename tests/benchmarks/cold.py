"""Cold commands, whole processes, against an interpreter that imports what they need at least."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.journals import TODAY, make_journal
from tests.benchmarks.processes import Command, environment, interleaved, table

BASELINE = (sys.executable, "-c", "import argparse, dataclasses, tinydb")
SIZES = (100, 1_000, 10_000)


def main(sizes: tuple[int, ...] = SIZES) -> None:
    """Print the cost of ``add``, ``today`` and ``search`` as journals grow."""
    with TemporaryDirectory() as folder:
        commands = [Command("import argparse, dataclasses, tinydb", BASELINE)]
        for size in sizes:
            path = make_journal(Path(folder) / str(size) / "journal.json", size)
            commands += [
                _netjournal(path, f"add, {size:,} people", "add", "Newcomer Person: coffee today"),
                _netjournal(path, f"today, {size:,} people", "today"),
                _netjournal(path, f"search, {size:,} people", "search", "sailing"),
            ]
        env = environment(NETJOURNAL_TODAY=TODAY.isoformat())
        print(table("cold commands", interleaved(commands, env)))


def _netjournal(path: Path, name: str, *arguments: str) -> Command:
    argv = (sys.executable, "-m", "netjournal", "--journal", str(path), *arguments)
    return Command(name, argv)
