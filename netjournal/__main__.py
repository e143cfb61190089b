"""The process: ``netjournal``, ``nj`` and ``python -m netjournal`` are the same program."""

from __future__ import annotations

import gc
import os
import sys
from typing import NoReturn


def run() -> NoReturn:
    """Run one command line as a process of its own."""
    # A command is over long before garbage in cycles could matter; looking for it early is a
    # twentieth of a quick add.
    gc.set_threshold(100_000)
    from netjournal.cli.main import main

    code = main()
    threading = sys.modules.get("threading")  # where nobody needed it, there are no threads
    if threading is None or threading.active_count() == 1:
        _leave(code)
    sys.exit(code)


def _leave(code: int) -> None:
    """End at once: everything is written and closed, taking 200 modules apart serves nobody."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError):
            return
    os._exit(code)


if __name__ == "__main__":
    run()
