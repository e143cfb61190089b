"""Which fields of a record name other records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from netjournal.domain.gesture import Table

POINTS_TO: Mapping[str, str] = {
    "person": Table.PEOPLE,
    "people": Table.PEOPLE,
    "mentions": Table.PEOPLE,
    "chosen": Table.PEOPLE,
    "asked": Table.PEOPLE,
    "agreed": Table.PEOPLE,
    "merged_into": Table.PEOPLE,
    "gathering": Table.GATHERINGS,
    "conversation": Table.CONVERSATIONS,
    "follows": Table.COMMITMENTS,
}
"""The fields that hold ids, and the table those are of."""


def references_in(raw: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """The fields and ids of what a record names, by its relations too."""
    for field in POINTS_TO:
        value = raw.get(field)
        if isinstance(value, str):
            yield field, value
        elif isinstance(value, list | tuple):
            yield from ((field, item) for item in value if isinstance(item, str))
    relations = raw.get("relations")
    if isinstance(relations, list | tuple):
        for relation in relations:
            if isinstance(relation, Mapping):
                yield from references_in(relation)


def ids_in(raw: Mapping[str, object]) -> Iterator[str]:
    """The ids that a record names."""
    return (id for _, id in references_in(raw))
