"""Taking a large import back, and that back again, each as a command of its own."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.processes import Command, environment, interleaved, table

MAKE = """
import sys
from pathlib import Path
from netjournal.exchange.plan import Source
from netjournal.exchange.vcard.importing import plan_import
from netjournal.journal.blobs import Folder
from netjournal.journal.journal import Journal
from tests.benchmarks.vcards import cards
path = Path(sys.argv[1])
journal = Journal(path)
source = Source(name="cards.vcf", data=cards(int(sys.argv[2])).encode())
plan = plan_import([source], journal.snapshot, Folder(path), made="2026-03-11T10:00:00.000000Z")
journal.apply(plan.label, plan.changes)
journal.close(fold=True)
"""


def main(count: int = 10_000, *, rounds: int = 5) -> None:
    """Print CPU and memory of undo and redo beside those of only reading what was done."""
    with TemporaryDirectory() as folder:
        env = environment(NETJOURNAL_TODAY="2026-03-11", HOME=folder)
        imported, undone, work = (Path(folder) / name for name in ("imported", "undone", "work"))

        def argv(journal: Path, word: str) -> tuple[str, ...]:
            file = str(journal / "journal.json")
            return (sys.executable, "-m", "netjournal", "--journal", file, word)

        def begin_with(start: Path) -> None:
            shutil.rmtree(work, ignore_errors=True)
            shutil.copytree(start, work)

        # in a process of its own: whoever is started by a large one counts as large itself
        file = str(imported / "journal.json")
        subprocess.run((sys.executable, "-c", MAKE, file, str(count)), check=True, env=env)
        shutil.copytree(imported, undone)
        quiet = subprocess.DEVNULL
        subprocess.run(argv(undone, "undo"), check=True, env=env, stdout=quiet, stderr=quiet)
        timings = interleaved(
            [
                Command("history", argv(work, "history"), lambda: begin_with(imported)),
                Command("undo", argv(work, "undo"), lambda: begin_with(imported)),
                Command("redo", argv(work, "redo"), lambda: begin_with(undone)),
            ],
            env,
            rounds=rounds,
        )
    print(table(f"an import of {count:,} people", timings))
