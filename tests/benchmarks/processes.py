"""Whole processes measured in turn: medians of CPU time, and each one's ratio to the first."""

from __future__ import annotations

import os
import random
import statistics
import string
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.figures import Figure, Series
from tests.benchmarks.spawner import Cost, Spawner

ROUND = "{round}"
FEWEST = 3


@dataclass(frozen=True, slots=True)
class Command:
    """One command at one size."""

    act: str
    argv: Sequence[str]
    """With ``ROUND`` where each run is to have a word of its own."""
    people: int = 0
    """The size it is run at; 0 for a baseline that is no row of its own."""
    before: Callable[[], object] = lambda: None
    """What makes its runs alike; not measured."""
    source: str = os.devnull
    """The file it reads as its input."""


def interleaved(
    name: str,
    commands: Sequence[Command],
    env: Mapping[str, str],
    *,
    rounds: int,
    seconds: float = 3600,
    warm_up: int = 1,
) -> Series:
    """Run every command once a round, in turn, so that a busy machine weighs on all alike.

    The first command is the baseline. The rounds to warm up the caches are not counted; after so
    many seconds three rounds are enough.
    """
    end = time.monotonic() + seconds
    costs: list[list[Cost]] = [[] for _ in commands]
    with Spawner() as spawner:
        for number in range(rounds + warm_up):
            for command, own in zip(commands, costs, strict=True):
                command.before()
                argv = [word.replace(ROUND, _word(number)) for word in command.argv]
                cost = spawner.run(argv, env, source=command.source)
                if number >= warm_up:
                    own.append(cost)
            if number >= FEWEST and time.monotonic() > end:
                break
    base = [cost.cpu_ms for cost in costs[0]]
    figures = [
        figure(command.act, command.people, own, base)
        for command, own in zip(commands, costs, strict=True)
        if command.people
    ]
    return Series(name, commands[0].act, statistics.median(base), tuple(figures))


def _word(number: int) -> str:
    """A word for a round that can be part of a name, unlike that of any other round."""
    return "".join(random.Random(number).choices(string.ascii_lowercase, k=9)).title()


def figure(act: str, people: int, costs: Sequence[Cost], base: Sequence[float]) -> Figure:
    """The medians of whole processes, beside those of the baseline in the same rounds."""
    found = beside(act, people, [cost.cpu_ms for cost in costs], base)
    return found._replace(peak_mib=statistics.median(cost.peak_mib for cost in costs))


def beside(act: str, people: int, own: Sequence[float], base: Sequence[float]) -> Figure:
    """The median of some runs, beside the baseline of the same rounds."""
    ratios = [one / first for one, first in zip(own, base, strict=True)]
    return Figure(act, people, statistics.median(own), statistics.median(ratios), _spread(ratios))


def _spread(values: Sequence[float]) -> float:
    """What lies between the quartiles; 0 for fewer than two values."""
    if len(values) < 2:
        return 0.0
    low, _, high = statistics.quantiles(values, n=4, method="inclusive")
    return high - low


def environment(**more: str) -> dict[str, str]:
    """The environment of a measured process: this one's, with compiled modules kept."""
    left_out = ("PYTHONDONTWRITEBYTECODE", "NETJOURNAL_JOURNAL")
    kept = {name: value for name, value in os.environ.items() if name not in left_out}
    return {**kept, "PYTHONPATH": str(Path.cwd()), **more}
