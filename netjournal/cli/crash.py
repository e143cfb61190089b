"""The last resort: an error nobody foresaw is written to a private file, and said in one line."""

from __future__ import annotations

import os
from types import TracebackType

from netjournal import clock, paths
from netjournal.cli import diagnostics

_LARGEST = 256 * 1024


def log(error: Exception) -> None:
    """Write where it happened; no values and no message, which may hold private words."""
    path = paths.error_log()
    name = type(error).__name__
    try:
        paths.make_private(path.parent)
        fresh = path.exists() and path.stat().st_size > _LARGEST
        flags = os.O_WRONLY | os.O_CREAT | (os.O_TRUNC if fresh else os.O_APPEND)
        with os.fdopen(os.open(path, flags, 0o600), "a", encoding="utf-8") as file:
            file.write(f"{clock.now()} {name}\n{_frames(error.__traceback__)}\n")
    except OSError:
        diagnostics.say(f"netjournal: An unexpected error ({name}); it could not be logged.")
    else:
        diagnostics.say(f"netjournal: An unexpected error ({name}); where it happened is in {path}")


def _frames(trace: TracebackType | None) -> str:
    import traceback

    return "".join(traceback.format_tb(trace))
