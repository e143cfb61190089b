"""Whole processes measured in turn: medians of CPU time, and each one's ratio to the first."""

from __future__ import annotations

import os
import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.figures import Figure, Series
from tests.benchmarks.spawner import Cost, Spawner


@dataclass(frozen=True, slots=True)
class Command:
    """One command at one size, and what makes each of its runs alike."""

    act: str
    argv: Sequence[str]
    people: int = 0
    before: Callable[[], object] = lambda: None
    source: str = os.devnull
    """The file it reads as its input."""


def interleaved(
    name: str, commands: Sequence[Command], env: Mapping[str, str], *, rounds: int
) -> Series:
    """Run every command once a round, in turn, so that a busy machine weighs on all alike.

    The first command is the baseline.
    """
    costs: list[list[Cost]] = [[] for _ in commands]
    with Spawner() as spawner:
        for number in range(rounds + 1):
            for command, own in zip(commands, costs, strict=True):
                command.before()
                cost = spawner.run(command.argv, env, source=command.source)
                if number:  # the first round warms the caches
                    own.append(cost)
    base = [cost.cpu_ms for cost in costs[0]]
    figures = [
        figure(command.act, command.people, own, base)
        for command, own in zip(commands[1:], costs[1:], strict=True)
    ]
    return Series(name, commands[0].act, statistics.median(base), tuple(figures))


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
