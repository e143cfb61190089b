"""Torture the journal by name: ``python -m tests.torture kills 1000``."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping

from tests.torture import care, controls, fullness, kills, nonsense, power, syscalls, writers


def _kills(count: int) -> object:
    return {
        "at each call": kills.kill_at_each_call(),
        "at random": kills.kill_at_random(count),
    }


def _writers(count: int) -> object:
    return (writers.write_at_once(8, count), writers.kill_holders(count))


def _controls(count: int) -> object:
    return {"stock TinyDB": controls.stock_tinydb(count), **controls.without_syncs(count)}


WAYS: Mapping[str, tuple[Callable[[int], object], int]] = {
    "kills": (_kills, 1_000),
    "care": (lambda every: care.kill_care(every=every), 1),
    "syscalls": (lambda every: syscalls.kill_at_each_syscall(every=every), 1),
    "power": (power.cut_power, 10_000),
    "writers": (_writers, 200),
    "fullness": (fullness.fill_up, 20),
    "nonsense": (nonsense.run_on_nonsense, 10_000),
    "controls": (_controls, 200),
}
"""What to do, and how often if nobody says."""


def main() -> None:
    """Do one thing so many times, or everything."""
    names = sys.argv[1:2] or list(WAYS)
    for name in names:
        way, count = WAYS[name]
        start = time.monotonic()
        told = way(int(sys.argv[2]) if len(sys.argv) > 2 else count)
        print(f"{name}: {told} in {time.monotonic() - start:.0f} s", flush=True)


main()
