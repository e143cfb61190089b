"""A snapshot seen through the veil of discreet mode."""

from __future__ import annotations

from typing import TypeVar

from netjournal.domain.veil import veiled
from netjournal.journal.snapshot import Snapshot

R = TypeVar("R")


class VeiledSnapshot(Snapshot):
    """Gives every record veiled; whom a name means and what a word finds stay as they are."""

    def __init__(self, truth: Snapshot) -> None:
        # one snapshot over what another one holds
        super().__init__(truth._base, truth._overlay, truth._shared)  # noqa: SLF001 - its own kind
        self._truth = truth
        self._veiled: dict[tuple[str, str], object] = {}

    def _record(self, table: str, cls: type[R], id: str) -> R | None:
        key = (table, id)
        if key not in self._veiled:
            record = self._truth._record(table, cls, id)  # noqa: SLF001 - its own kind
            self._veiled[key] = veiled(record)
        return self._veiled[key]  # type: ignore[return-value]  # stored above by the same key
