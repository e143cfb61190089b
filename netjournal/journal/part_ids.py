"""The ids of a part of the journal, as people type them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from netjournal.domain.gesture import Raw, Table
from netjournal.journal.cold_people import BeyondIndexError
from netjournal.journal.ids import ADDRESSABLE, SHORTEST, Ids, found_in
from netjournal.journal.layers import Layered, Overlay

if TYPE_CHECKING:
    from netjournal.journal.placed import Placed


class IdsOfPart:
    """Those of the index with those since; what they name is not read."""

    def __init__(self, placed: Placed, overlay: Overlay) -> None:
        self._placed = placed
        self._overlay = overlay
        self._known: dict[str, Mapping[str, Mapping[str, Raw]]] = {}

    def short(self, id: str) -> str:
        """The shortest beginning of an id that names no other record."""
        known = self._placed.shorts.get(id)
        if known and not self._is_one_gone:
            return id[: max(known, len(Ids(self._fresh).short(id)))]
        rows = self._like(id)
        return Ids(sorted(other for ids in rows.values() for other in ids)).short(id)

    def find(self, beginning: str) -> tuple[tuple[Table, str], ...]:
        """Every record whose id begins so, with its table.

        Raises:
            BeyondIndexError: it is too short for the index.
        """
        if len(beginning) < SHORTEST:
            raise BeyondIndexError(f"ids like {beginning}")
        rows = self._like(beginning)
        return found_in(beginning, lambda table: rows.get(table, {}))

    @cached_property
    def _is_one_gone(self) -> bool:
        """Whether a record was removed since, so that others may be named by less."""
        rows = (self._overlay.get(table, {}) for table in ADDRESSABLE)
        return any(raw is None for each in rows for raw in each.values())

    @cached_property
    def _fresh(self) -> Sequence[str]:
        return sorted(id for table in ADDRESSABLE for id in self._overlay.get(table, {}))

    def _like(self, beginning: str) -> Mapping[str, Mapping[str, Raw]]:
        """The ids that have the same first digits, by table."""
        start = beginning[:SHORTEST]
        known = self._known.get(start)
        if known is None:
            base = self._placed.ids_like(start)
            known = self._known[start] = {
                table: dict(Layered({id: {} for id in base.get(table, ())}, over).items())
                for table, over in self._changed_like(start)
            }
        return known

    def _changed_like(self, start: str) -> Iterator[tuple[str, Mapping[str, Raw | None]]]:
        for table in ADDRESSABLE:
            rows = self._overlay.get(table, {})
            yield table, {id: raw for id, raw in rows.items() if id.startswith(start)}
