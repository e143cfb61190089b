"""Run the benchmarks named and print what they found, target by target."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.figures import QUICK, THOROUGH, Series
from tests.benchmarks.journals import Journals
from tests.benchmarks.machine import described
from tests.benchmarks.results import KEPT, save
from tests.benchmarks.tables import table
from tests.benchmarks.targets import judged

ALL = ("quick", "cold", "shell", "warm", "paint", "views", "vcards", "exports", "undoing")
APART = ("growth", "peers")
"""Subjects that take long, or install other programs: only when asked for."""
FAILURES = (RuntimeError, OSError, subprocess.SubprocessError)
"""A program that is measured ended badly, or did not paint."""


def main() -> None:
    """Run each subject in turn."""
    asked = argparse.ArgumentParser("python -m tests.benchmarks")
    asked.add_argument("subject", nargs="*", default=["all"], choices=("all", *ALL, *APART))
    asked.add_argument("--quick", action="store_true", help="fewer rounds")
    asked.add_argument("--json", type=Path, metavar="FILE", help="add the results to FILE")
    asked.add_argument("--keep", action="store_true", help="add them to what the README shows")
    arguments = asked.parse_args()
    wanted = dict.fromkeys(
        name for one in arguments.subject for name in (ALL if one == "all" else (one,))
    )
    machine = described()
    print(*(f"{name} {value}" for name, value in machine.items() if name != "versions"), sep=", ")
    effort = QUICK if arguments.quick else THOROUGH
    files = [path for path in (arguments.json, KEPT if arguments.keep else None) if path]
    found: list[Series] = []
    failed: list[str] = []
    with TemporaryDirectory() as folder:
        journals = Journals(Path(folder))
        for name in wanted:
            try:
                for series in import_module(f"tests.benchmarks.{name}").measure(effort, journals):
                    found.append(series)
                    for path in files:
                        save(path, [series], machine)
                    print("", *table(series, list(judged([series]))), sep="\n", flush=True)
            except FAILURES as error:  # the others are measured all the same
                failed.append(name)
                print(f"\n{name} failed: {error}", flush=True)
    verdicts = list(judged(found))
    met = sum(verdict.met for verdict in verdicts)
    print(f"\n{met} of {len(verdicts)} targets met; load at the end {os.getloadavg()[0]:.2f}")
    if failed:
        sys.exit(f"{', '.join(failed)} failed")


main()
