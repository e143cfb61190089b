"""The journal as TinyDB sees it: ``TinyDB(path, storage=TinyStorage)``.

Its own extension point, so that a script reads and writes with stock tables what the program
does: under the lock, with the log played and nothing lost. Apart from the rest, because quick add
has no use for TinyDB itself.
"""

from __future__ import annotations

from typing import Any

from tinydb.storages import Storage

from netjournal.domain.gesture import Table
from netjournal.store.storage import JournalStorage

_OWN = frozenset({Table.META, Table.HISTORY})


class TinyStorage(JournalStorage, Storage):
    """One journal on the disk, for TinyDB."""

    def read(self) -> dict[str, dict[str, Any]] | None:
        """The tables for TinyDB, without the store's own; None for an absent journal."""
        with self._mutex:
            picture = self._look()
        if picture.is_new:
            return None
        return {
            str(name): {id: dict(raw) for id, raw in table.items()}
            for name, table in picture.tables.items()
            if name not in _OWN
        }

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Fold, then make these the tables; meta and history stay.

        Raises:
            ValueError: the data name a table that is the store's own.
            ChangedMeanwhileError: the journal is not what was read before; nothing was written.
            NotSavedError: it failed; the journal is as it was.

        """
        if _OWN & data.keys():
            raise ValueError(f"the tables {Table.META} and {Table.HISTORY} are the store's own")
        with self.locked(), self._mutex:
            self._check_writable()
            before = self._seen
            picture = self._look()
            if before is not None and before != picture.seen:
                raise self._changed()
            picture = self._folded(picture)
            own = {str(name): picture.tables[name] for name in _OWN & picture.tables.keys()}
            self._seen = self._published(picture, {**own, **data}).seen
