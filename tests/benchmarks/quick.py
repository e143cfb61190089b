"""Quick add, whole processes, as the journal grows: its cost is to be flat.

The index beside the journal is there, as after any command that read everything.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.cold import BASELINE
from tests.benchmarks.journals import TODAY
from tests.benchmarks.processes import Command, environment, interleaved, table

SIZES = (100, 10_000, 100_000)
MAKE = """
import sys
from pathlib import Path
from tests.benchmarks.journals import make_journal
make_journal(Path(sys.argv[1]), int(sys.argv[2]))
"""


def main(sizes: tuple[int, ...] = SIZES) -> None:
    """Print the cost of adding to somebody known and to somebody new."""
    env = environment(NETJOURNAL_TODAY=TODAY.isoformat())
    with TemporaryDirectory() as folder:
        commands = [Command("import argparse, dataclasses, tinydb", BASELINE)]
        for size in sizes:
            path = Path(folder) / str(size) / "journal.json"
            # in a process of its own: whoever is started by a large one counts as large itself
            subprocess.run((sys.executable, "-c", MAKE, str(path), str(size)), check=True, env=env)
            for name, line in (
                ("known", "called Zdenka, no answer"),
                ("new", "Newcomer Person: coffee today"),
            ):
                argv = (sys.executable, "-m", "netjournal", "--journal", str(path), "add")
                known = (*argv, "Zdenka Quill: lunch today")
                interleaved([Command("begin", known)], env, rounds=1)
                commands.append(Command(f"add, {name}, {size:,} people", (*argv, line)))
        timings = interleaved(commands, env)
        print(table("quick add", timings))
        for kind in ("known", "new"):
            own = [timing for timing in timings if f", {kind}," in timing.name]
            first, last = own[0], own[-1]
            print(
                f"{kind}: {last.cpu_ms / first.cpu_ms:.2f} x the CPU and "
                f"{last.peak_mib / first.peak_mib:.2f} x the memory of the smallest"
            )
