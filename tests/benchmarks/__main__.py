"""Run the benchmarks named, or all of them."""

from __future__ import annotations

import sys
from importlib import import_module

NAMES = ("cold", "paint", "quick", "shell", "undoing", "vcards", "views", "warm")


def main() -> None:
    """Run each benchmark in turn."""
    for name in sys.argv[1:] or NAMES:
        import_module(f"tests.benchmarks.{name}").main()
        print(flush=True)


main()
