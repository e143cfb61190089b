"""Whole processes timed in turn: medians of CPU time, and each command's ratio to the first."""

from __future__ import annotations

import os
import statistics
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Timing:
    """What one command took."""

    name: str
    cpu_ms: float
    """Median of user and system time."""
    ratio: float
    """Median of its ratio to the first command, round by round."""
    peak_mib: float


@dataclass(frozen=True, slots=True)
class Command:
    """One command, and what makes each of its runs alike."""

    name: str
    argv: Sequence[str]
    before: Callable[[], object] = lambda: None


def interleaved(
    commands: Sequence[Command], env: Mapping[str, str], *, rounds: int = 11
) -> list[Timing]:
    """Run every command once a round, in turn, so that a busy machine weighs on all alike."""
    runs: dict[str, list[tuple[float, float]]] = {command.name: [] for command in commands}
    for number in range(rounds + 1):
        for command in commands:
            command.before()
            cost = _run(command.argv, env)
            if number:  # the first round warms the caches
                runs[command.name].append(cost)
    base = [cpu for cpu, _ in runs[commands[0].name]]
    return [
        Timing(
            name,
            statistics.median(cpu for cpu, _ in costs),
            statistics.median(cpu / first for (cpu, _), first in zip(costs, base, strict=True)),
            statistics.median(peak for _, peak in costs),
        )
        for name, costs in runs.items()
    ]


def environment(**more: str) -> dict[str, str]:
    """The environment of a measured process: this one's, with compiled modules kept."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPATH": str(Path.cwd()), **more}


def _run(argv: Sequence[str], env: Mapping[str, str]) -> tuple[float, float]:
    child = subprocess.Popen(
        argv, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    assert child.stderr is not None
    said = child.stderr.read()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    child.stderr.close()
    if child.returncode:
        raise RuntimeError(f"{argv}: exit {child.returncode}: {said.decode()[-500:]}")
    return (usage.ru_utime + usage.ru_stime) * 1e3, usage.ru_maxrss / 1024


def table(title: str, timings: Sequence[Timing]) -> str:
    """The timings as a table."""
    head = f"{title:38s} {'CPU ms':>8s} {'ratio':>6s} {'MiB':>6s}"
    rows = (f"{t.name:38s} {t.cpu_ms:8.1f} {t.ratio:6.2f} {t.peak_mib:6.1f}" for t in timings)
    return "\n".join((head, *rows))
