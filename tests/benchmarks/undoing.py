"""Taking a large import back, and that back again, each as a command of its own."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from tests.benchmarks.cold import netjournal
from tests.benchmarks.figures import Effort, Series
from tests.benchmarks.journals import Journals
from tests.benchmarks.processes import Command, environment, interleaved
from tests.benchmarks.spawner import Spawner

FILE = "journal.json"
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


CARDS = 10_000


def measure(effort: Effort, journals: Journals) -> Iterator[Series]:
    """CPU and memory of undo and redo against those of only reading what was done."""
    folder = journals.folder / "undoing"
    env = environment(NETJOURNAL_TODAY="2026-03-11", HOME=str(folder))
    imported, undone, work = (folder / name for name in ("imported", "undone", "work"))

    def act(journal: Path, word: str, start: Path) -> Command:
        return replace(netjournal(journal / FILE, word, CARDS, word), before=lambda: again(start))

    def again(start: Path) -> None:
        shutil.rmtree(work, ignore_errors=True)
        shutil.copytree(start, work)

    # in a process of its own, so that this one stays small
    argv = (sys.executable, "-c", MAKE, str(imported / FILE), str(CARDS))
    subprocess.run(argv, check=True, env=env)
    shutil.copytree(imported, undone)
    with Spawner() as spawner:
        spawner.run(act(undone, "undo", imported).argv, env)
    commands = [act(work, "history", imported), act(work, "undo", imported)]
    commands.append(act(work, "redo", undone))
    yield interleaved("taking an import back", commands, env, rounds=min(effort.rounds, 5))
