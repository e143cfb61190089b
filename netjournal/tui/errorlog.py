"""Unexpected errors, kept for a report by hand: where they happened, never what was in memory."""

from __future__ import annotations

import os
import traceback
from pathlib import Path

from netjournal import paths
from netjournal.clock import now

_ONLY_MINE = 0o600


def log_error(file: Path, error: BaseException) -> None:
    """Append type and frames of an error; no message and no locals, which hold private words."""
    lines = [f"{now()} {type(error).__name__}"]
    cause: BaseException | None = error
    while cause is not None:
        frames = traceback.extract_tb(cause.__traceback__)
        lines += [f"  {Path(f.filename).name}:{f.lineno} in {f.name}" for f in frames]
        cause = cause.__cause__ or cause.__context__
        if cause is not None:
            lines.append(f"  from {type(cause).__name__}")
    try:
        paths.make_private(file.parent)
        handle = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, _ONLY_MINE)
        with os.fdopen(handle, "a", encoding="utf-8") as log:
            log.write("\n".join(lines) + "\n")
    except OSError:
        return
