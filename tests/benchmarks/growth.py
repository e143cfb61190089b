"""Whole commands from 100 people to 100,000 with 1,000,000 conversations: time, memory, slope.

The slope is the exponent from the size before to the last one: 0 is flat, 1 is linear.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import count

from tests.benchmarks.cold import BASELINE, netjournal
from tests.benchmarks.figures import Effort, Figure, Series
from tests.benchmarks.journals import TODAY, Journals
from tests.benchmarks.processes import Command, environment, interleaved
from tests.benchmarks.vcards import cards

CARDS = 1_000
ROUNDS = 3
_FOLD = """
import sys
from pathlib import Path
from netjournal.journal.journal import Journal
journal = Journal(Path(sys.argv[1]))
journal.snapshot
journal.close(fold=True)
"""


def measure(effort: Effort, journals: Journals) -> Iterator[Series]:
    """Each act at each size; at the largest one once, for some take a minute there."""
    env = environment(NETJOURNAL_TODAY=TODAY.isoformat())
    figures: list[Figure] = []
    base = None
    for size in (*effort.sizes, *filter(None, (effort.large,))):
        commands = [BASELINE, *_commands(journals, size, env)]
        rounds, warm_up = (1, 0) if size == effort.large else (ROUNDS, 1)
        series = interleaved("growth", commands, env, rounds=rounds, warm_up=warm_up)
        figures += series.figures
        base = series.base
    yield Series("growth", BASELINE.act, base, tuple(figures), note=_first_to_break(figures))


def _first_to_break(figures: Sequence[Figure]) -> str:
    """What takes most at the largest size."""
    last = [figure for figure in figures if figure.people == figures[-1].people]
    slow = max(last, key=lambda figure: figure.value)
    large = max(last, key=lambda figure: figure.peak_mib or 0)
    return (
        f"At {slow.people:,} people what takes longest is '{slow.act}', {slow.value / 1e3:.0f} s; "
        f"what takes most memory is '{large.act}', {(large.peak_mib or 0) / 1024:.1f} GiB."
    )


def _commands(journals: Journals, size: int, env: dict[str, str]) -> Iterator[Command]:
    path = journals.copy(size)
    quiet = subprocess.DEVNULL

    def run(*typed: str) -> None:
        argv = netjournal(path, "", size, *typed).argv
        subprocess.run(argv, check=True, env=env, stdin=quiet, stdout=quiet, stderr=quiet)

    def another_card() -> None:
        book = cards(CARDS, seed=next(seeds))
        (path.parent / "cards.vcf").write_text(book, encoding="utf-8", newline="")

    seeds = count()
    run("add", "Zdenka Quill: lunch today")
    acts: tuple[tuple[str, tuple[str, ...], Callable[[], object]], ...] = (
        ("add", ("add", "called Zdenka, no answer"), lambda: None),
        ("undo", ("undo",), lambda: run("add", "called Zdenka, no answer")),
        ("show somebody", ("show", "Zdenka"), lambda: None),
        ("today", ("today",), lambda: None),
        ("search", ("search", "tokasa"), lambda: None),
        (f"import {CARDS:,} cards", ("import", str(path.parent / "cards.vcf")), another_card),
    )
    for act, typed, before in acts:
        command = netjournal(path, act, size, *typed)
        yield Command(act, command.argv, size, before)
    fold = (sys.executable, "-c", _FOLD, str(path))
    yield Command("fold", fold, size, lambda: run("add", "called Zdenka, no answer"))
    yield netjournal(path, "back up", size, "backup", "make")
