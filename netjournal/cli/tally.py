"""What ``status`` counted last, kept while neither the journal nor the day has changed.

A prompt asks many times a day and must not read the journal each time. The file holds numbers
only, stands where the program may lose it, and anything wrong with it means counting anew.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from netjournal import paths
from netjournal.cli.context import Context


def _file() -> Path:
    return paths.state_folder() / "status.json"


def _state(context: Context) -> list[object]:
    """What decides the count: the day, and the files of journal and settings as they are."""
    journal = str(context.journal_path)
    config = str(paths.config_file())
    return [context.today.isoformat(), *map(_seen, (journal, f"{journal}.log", config))]


def _seen(file: str) -> list[object]:
    try:
        state = os.stat(file)  # noqa: PTH116 - Path.stat costs twice as much
    except OSError:
        return [file]
    return [file, state.st_dev, state.st_ino, state.st_size, state.st_mtime_ns]


def kept(context: Context) -> dict[str, int] | None:
    """The counts by group, or None where they must be counted anew."""
    import json

    try:
        state, counts = json.loads(_file().read_text(encoding="utf-8"))
    except (OSError, ValueError, TypeError):
        return None
    if state != _state(context) or not isinstance(counts, dict):
        return None
    return {str(title): count for title, count in counts.items() if isinstance(count, int)}


def keep(context: Context, counts: Mapping[str, int]) -> None:
    """Keep the counts; where that cannot be, the next run counts again."""
    import json
    from contextlib import suppress

    file = _file()
    with suppress(OSError):
        paths.make_private(file.parent)
        beside = file.with_name(f"status.{os.getpid()}")
        beside.touch(mode=0o600)
        beside.write_text(json.dumps([_state(context), dict(counts)]), encoding="utf-8")
        beside.replace(file)
