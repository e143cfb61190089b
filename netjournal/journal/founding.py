"""A journal that begins with records: they are no act of the user, so undo does not reach them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from netjournal.domain.gesture import Change
from netjournal.errors import JournalError
from netjournal.store.tiny import TinyStorage


def found(path: Path, changes: Iterable[Change]) -> None:
    """Make a journal that holds what the changes make.

    Raises:
        JournalError: there is a journal already, or it cannot be written.
    """
    storage = TinyStorage(path)
    if storage.exists():
        raise JournalError(f"There is a journal at {path} already; it is left as it is.")
    tables: dict[str, dict[str, dict[str, object]]] = {}
    for change in changes:
        if change.after is not None:
            tables.setdefault(change.table, {})[change.id] = dict(change.after)
    storage.write(tables)
