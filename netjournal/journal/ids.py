"""Ids as people type them: the shortest beginning of one, and what a beginning names."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence

from netjournal.domain.gesture import Raw, Table

ADDRESSABLE = (
    Table.PEOPLE,
    Table.COMMITMENTS,
    Table.CONVERSATIONS,
    Table.ENTRIES,
    Table.GATHERINGS,
    Table.INTRODUCTIONS,
    Table.DRAFTS,
)
"""Tables whose records a person names by the beginning of their id."""
SHORTEST = 4
"""Digits of a short id at least, so that it stays unique as the journal grows."""


def sorted_ids(tables: Mapping[str, Mapping[str, object]]) -> list[str]:
    """The ids of one layer that a person may name, in order."""
    return sorted(id for table in ADDRESSABLE for id in tables.get(table, {}))


class Ids:
    """The ids of a journal in sorted layers; those of removed records count, which does no harm."""

    def __init__(self, *layers: Sequence[str]) -> None:
        self._layers = layers

    def short(self, id: str) -> str:
        """The shortest beginning of an id that names no other record."""
        shared = max((_common(id, other) for other in self._around(id)), default=0)
        return id[: max(SHORTEST, shared + 1)]

    def _around(self, id: str) -> Iterable[str]:
        """Its neighbours in each layer: nothing has more in common with it than they have."""
        for ids in self._layers:
            place = bisect_left(ids, id)
            yield from (other for other in ids[max(0, place - 1) : place + 2] if other != id)


def _common(one: str, other: str) -> int:
    length = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        length += 1
    return length


def found_in(
    beginning: str, table_of: Callable[[Table], Mapping[str, Raw]]
) -> tuple[tuple[Table, str], ...]:
    """Every record whose id begins so, with its table, in order; a whole id names one alone."""
    found = []
    for table in ADDRESSABLE:
        rows = table_of(table)
        if beginning in rows:
            return ((table, beginning),)
        found += [(table, id) for id in sorted(id for id in rows if id.startswith(beginning))]
    return tuple(found)
