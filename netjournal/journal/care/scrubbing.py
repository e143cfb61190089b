"""A journal's records without somebody: what was only theirs goes, the rest stops naming them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from netjournal.domain.gesture import Raw, Table, Tables, texts_in
from netjournal.domain.values import ME
from netjournal.store.history import DIGEST, digest
from netjournal.text import fold

LABEL = "something with somebody who is forgotten"
_SPOKEN_OF = 10
"""An act of which they were a tenth or less, an import, is not called after them."""
_LISTS = ("people", "mentions", "chosen", "asked", "agreed", "distinct_from")
_LINKS = ("conversation", "follows")
_LEAST: Mapping[str, int] = {
    Table.CONVERSATIONS: 1,
    Table.COMMITMENTS: 1,
    Table.INTRODUCTIONS: 2,
}
"""How many people besides me such a record is about at least."""


@dataclass(frozen=True, slots=True)
class Scrubbed:
    """The records that stay, and what became of the others."""

    tables: Tables
    removed: Mapping[str, frozenset[str]]
    """Ids that are gone, by table."""
    edited: Mapping[str, frozenset[str]]
    """Ids of records of others that no longer name them."""


def all_ids(tables: Mapping[str, Mapping[str, Raw]], person: str) -> frozenset[str]:
    """Somebody's id, and those of everybody who was merged into them."""
    found = {person}
    people = tables.get(Table.PEOPLE, {})
    into = {id: raw.get("merged_into") for id, raw in people.items()}
    while more := {id for id, target in into.items() if _is_one(target, found)} - found:
        found |= more
    return frozenset(found)


def names_of(tables: Mapping[str, Mapping[str, Raw]], ids: Collection[str]) -> frozenset[str]:
    """What the people of these ids are called in full, and were before."""
    people = tables.get(Table.PEOPLE, {})
    found = [people[id] for id in ids if id in people]
    for act in tables.get(Table.HISTORY, {}).values():
        found += [
            before
            for table, id, before, _ in _changes_of(act)
            if table == Table.PEOPLE and id in ids and before is not None
        ]
    return frozenset(name for raw in found if isinstance(name := raw.get("name"), str) and name)


def scrub(tables: Tables, ids: Collection[str], names: Iterable[str]) -> Scrubbed:
    """The tables without the people of these ids, in records and in history.

    In what acts are called, ``names`` are taken out too.
    """
    names = names_of(tables, ids) | set(names)
    kept: Tables = {}
    removed: dict[str, frozenset[str]] = {}
    for table, rows in tables.items():
        if table in {Table.HISTORY, Table.META}:
            continue
        there = {id: _without(table, id, raw, ids) for id, raw in rows.items()}
        kept[table] = {id: raw for id, raw in there.items() if raw is not None}
        removed[str(table)] = frozenset(id for id, raw in there.items() if raw is None)
    gone = frozenset().union(*removed.values()) | frozenset(ids)
    for rows in kept.values():
        rows.update({id: _unlinked(raw, gone) for id, raw in rows.items()})
    edited = {
        str(table): frozenset(id for id, raw in rows.items() if raw != tables[table][id])
        for table, rows in kept.items()
    }
    if Table.META in tables:
        kept[Table.META] = tables[Table.META]
    if Table.HISTORY in tables:
        past = _Past(ids, gone, names, tables, edited)
        acts = ((id, past.act(raw)) for id, raw in tables[Table.HISTORY].items())
        kept[Table.HISTORY] = {id: raw for id, raw in acts if raw is not None}
    return Scrubbed(
        kept,
        {table: found for table, found in removed.items() if found},
        {table: found for table, found in edited.items() if found},
    )


def still_named(
    tables: Mapping[str, Mapping[str, Raw]], names: Iterable[str], ids: Collection[str]
) -> list[str]:
    """Records that hold one of these names or ids all the same, as ``table id``."""
    wanted = [fold(name) for name in names]
    return [
        f"{table} {id}"
        for table, rows in tables.items()
        for id, raw in rows.items()
        if any(text in ids or any(name in fold(text) for name in wanted) for text in texts_in(raw))
    ]


def _without(table: str, id: str, raw: Raw, ids: Collection[str]) -> Raw | None:
    """One record without them; None where nothing of it would be anybody else's."""
    if (table == Table.PEOPLE and id in ids) or _is_one(raw.get("person"), ids):
        return None
    changed = dict(raw)
    for field in _LISTS:
        value = raw.get(field)
        if isinstance(value, list) and any(_is_one(item, ids) for item in value):
            changed[field] = [item for item in value if not _is_one(item, ids)]
            others = [item for item in changed[field] if item != ME]  # type: ignore[attr-defined]  # made a list above
            if field == "people" and len(others) < _LEAST.get(table, 0):
                return None
            if not changed[field]:
                del changed[field]
    relations = raw.get("relations")
    if isinstance(relations, list):
        left = [each for each in relations if not _names_one(each, ids)]
        if len(left) != len(relations):
            changed["relations"] = left
            if not left:
                del changed["relations"]
    return changed


def _names_one(relation: object, ids: Collection[str]) -> bool:
    return isinstance(relation, Mapping) and _is_one(relation.get("person"), ids)


def _is_one(value: object, ids: Collection[str]) -> bool:
    """Whether a value of a file that anybody may edit is one of these ids."""
    return isinstance(value, str) and value in ids


def _unlinked(raw: Raw, gone: Collection[str]) -> Raw:
    """Without links to records that are gone."""
    if not any(_is_one(raw.get(field), gone) for field in _LINKS):
        return raw
    return {name: v for name, v in raw.items() if not (name in _LINKS and _is_one(v, gone))}


class _Past:
    """Takes somebody out of the acts of a history."""

    def __init__(
        self,
        ids: Collection[str],
        gone: Collection[str],
        names: Iterable[str],
        tables: Tables,
        edited: Mapping[str, Iterable[str]],
    ) -> None:
        self._ids = ids
        self._gone = gone
        longest_first = sorted(names, key=len, reverse=True)
        any_of = "|".join(map(re.escape, longest_first))
        self._named = re.compile(rf"(?<!\w)(?:{any_of})(?!\w)") if longest_first else None
        self._digests: dict[str, str] = {}
        for table, records in edited.items():
            for id in records:
                self._scrubbed(table, id, tables[table][id])
        for raw in tables[Table.HISTORY].values():
            for table, id, before, _ in _changes_of(raw):
                if before is not None:
                    self._scrubbed(table, id, before)

    def _scrubbed(self, table: str, id: str, raw: Raw) -> Raw | None:
        """A state of a record without them; its digest is remembered, so that undo knows it."""
        left = _without(table, id, raw, self._ids)
        left = left and _unlinked(left, self._gone)
        if left is not None and left != raw:
            self._digests[digest(raw)] = digest(left)
        return left

    def act(self, raw: Raw) -> Raw | None:
        """One act without them; None where nothing of it stays."""
        changes = list(_changes_of(raw))
        left: list[list[object]] = []
        for table, id, before, after in changes:
            old = before and self._scrubbed(table, id, before)
            if id in self._gone or (before is not None and old is None):
                continue
            became = after and {DIGEST: self._digests.get(str(after[DIGEST]), after[DIGEST])}
            left.append([table, id, old, became])
        if changes and not left:
            return None
        is_of_them = (len(changes) - len(left)) * _SPOKEN_OF > len(changes)
        label = LABEL if is_of_them else str(raw.get("label", ""))
        if self._named is not None:
            label = self._named.sub("somebody", label)
        return {**raw, "label": label, "changes": left}


def _changes_of(act: Raw) -> Iterator[tuple[str, str, Raw | None, Raw | None]]:
    """The changes of an act of the history; what is none is passed over."""
    changes = act.get("changes")
    for change in changes if isinstance(changes, list) else ():
        match change:
            case [str(table), str(id), dict() | None as before, {"sha256": str()} | None as after]:
                yield table, id, before, after
