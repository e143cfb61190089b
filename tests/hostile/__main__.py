"""Attack by name: ``python -m tests.hostile typed``.

A number takes only every so many strings, a second one begins at another than the first:
``screens 8 3``. ``bombs``, ``patterns`` and ``lines`` are measured in another way.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.hostile import bombs, combinations, growing, patterns, screens, terminal, ways
from tests.hostile.strings import all_strings

WAYS: Mapping[str, Callable[[Sequence[str], Path], combinations.Count]] = {
    "typed": combinations.typed,
    "read": combinations.read,
    "brought": ways.brought,
    "taken": ways.taken,
    "screens": screens.screens,
    "terminals": terminal.at_terminals,
}


def set_off(names: Sequence[str]) -> None:
    """Each bomb in turn: how it ended, CPU seconds, memory, what was told."""
    for name in names:
        with TemporaryDirectory() as folder:
            print(bombs.burst(name, Path(folder)), flush=True)


def measure(what: str) -> None:
    """How each pattern, or the reading of each bait, grows, the slowest last."""
    found = (
        [patterns.growth(each) for each in patterns.patterns()]
        if what == "patterns"
        else list(growing.growths())
    )
    for each in sorted(found, key=lambda one: one.milliseconds):
        print(each, "" if each.is_linear else " NOT LINEAR")
    print(f"{len(found)} {what}, {sum(not each.is_linear for each in found)} not linear")


def main() -> None:
    """Do one thing, or everything; ``bombs WORD`` only those whose name has the word."""
    if sys.argv[1:2] == ["bombs"]:
        word = "".join(sys.argv[2:3])
        set_off([name for name in bombs.NAMES if word in name])
        return
    if sys.argv[1:2] in (["patterns"], ["lines"]):
        measure(sys.argv[1])
        return
    names = sys.argv[1:2] or list(WAYS)
    every, first = (*map(int, sys.argv[2:4]), 1, 0)[:2] if len(sys.argv) > 2 else (1, 0)
    for name in names:
        with TemporaryDirectory() as folder:
            start = time.process_time()
            told = WAYS[name](all_strings()[first::every], Path(folder))
            print(f"{name}: {told}  ({time.process_time() - start:.0f} s of CPU)", flush=True)


if __name__ == "__main__":
    main()
