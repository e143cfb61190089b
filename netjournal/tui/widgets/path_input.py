"""A field for the path of a file, completed from what is on the disk."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Collection
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.suggester import Suggester

from netjournal.tui.widgets.line_input import LineInput, one_line

_LOOKED_AT = 2_000
"""Entries of a folder that are looked at; a key press never waits for a larger one."""


def expanded(text: str) -> Path:
    """The path as typed, with ``~`` as the home of whoever types."""
    path = Path(text.strip())
    try:
        return path.expanduser()
    except RuntimeError:  # nobody of that name has a home
        return path


def completed(text: str, suffixes: Collection[str]) -> str | None:
    """The path gone on with: a folder, or a file of one of the suffixes; None if nothing fits."""
    folder, slash, begun = text.rpartition("/")
    if text in {"~", ""}:
        return "~/" if text else None
    try:
        with os.scandir(expanded((folder + slash) or ".")) as entries:
            found = sorted(
                entry.name + ("/" if entry.is_dir() else "")
                for entry, _ in zip(entries, range(_LOOKED_AT), strict=False)
                if _fits(entry, begun, suffixes)
            )
    except (OSError, ValueError):  # no such folder, not ours to read, or no path at all
        return None
    return folder + slash + found[0] if found else None


def _fits(entry: os.DirEntry[str], begun: str, suffixes: Collection[str]) -> bool:
    name = entry.name
    if not name.startswith(begun) or name == begun or one_line(name) != name:
        return False
    if name.startswith(".") and not begun.startswith("."):
        return False
    return entry.is_dir() or Path(name).suffix.lower() in suffixes


class _PathSuggester(Suggester):
    """Asks the disk in a thread; it changes, so nothing is remembered."""

    def __init__(self, suffixes: Collection[str]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._suffixes = suffixes

    async def get_suggestion(self, value: str) -> str | None:
        """The path completed."""
        return await asyncio.to_thread(completed, value, self._suffixes)


class PathInput(LineInput):
    """Tab or right takes the completion."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "cursor_right", "Complete", tooltip="Take the completion.",
                id="path-complete"),
    ]  # fmt: skip

    def __init__(self, value: str, *, suffixes: Collection[str], id: str | None = None) -> None:
        super().__init__(value, suggester=_PathSuggester(suffixes), id=id)
