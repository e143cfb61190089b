"""Tables in two layers: a frozen base, and the few records that changed since it was read.

Publishing a new snapshot copies only the upper layer, so an act costs the same in a journal of
ten people and of a hundred thousand.
"""

from __future__ import annotations

from collections.abc import Callable, ItemsView, Iterable, Iterator, Mapping, ValuesView

from netjournal.domain.gesture import Change, Raw, Table, Tables

Overlay = Mapping[str, Mapping[str, Raw | None]]
"""Changed records by table and id; None where one was removed."""
KeysOf = Callable[[Raw], Iterable[str]]
MERGE_AT = 5_000
"""Changed records from which a new base is cheaper than carrying them on."""


def strings_in(field: str) -> KeysOf:
    """The texts of one field, whether it holds one or a list."""

    def keys(raw: Raw) -> Iterable[str]:
        value = raw.get(field)
        if isinstance(value, list | tuple):
            return (item for item in value if isinstance(item, str))
        return (value,) if isinstance(value, str) else ()

    return keys


people_in = strings_in("people")
"""Those whom a conversation or promise is about, as texts."""


def text_in(raw: Raw, field: str) -> str:
    """A text field of a raw record, or nothing where it is none."""
    value = raw.get(field, "")
    return value if isinstance(value, str) else ""


class Layered(Mapping[str, Raw]):
    """One table: the base with the changes laid over it."""

    __slots__ = ("_base", "_over")

    def __init__(self, base: Mapping[str, Raw], over: Mapping[str, Raw | None]) -> None:
        self._base = base
        self._over = over

    def __getitem__(self, key: str) -> Raw:
        if key in self._over:
            raw = self._over[key]
            if raw is None:
                raise KeyError(key)
            return raw
        return self._base[key]

    def __iter__(self) -> Iterator[str]:
        over = self._over
        if not over:
            yield from self._base
            return
        for key in self._base:
            if over.get(key, ...) is not None:
                yield key
        for key, raw in over.items():
            if raw is not None and key not in self._base:
                yield key

    def __len__(self) -> int:
        return sum(1 for _ in self) if self._over else len(self._base)

    # a Mapping would look every key up again, which costs most of a walk over a table

    def items(self) -> ItemsView[str, Raw]:
        """Every id with its record, in the order of ``__iter__``."""
        return self._whole().items()

    def values(self) -> ValuesView[Raw]:
        """Every record, in the same order."""
        return self._whole().values()

    def _whole(self) -> Mapping[str, Raw]:
        if not self._over:
            return self._base
        whole = dict(self._base)
        for key, raw in self._over.items():
            if raw is None:
                whole.pop(key, None)
            else:
                whole[key] = raw
        return whole


def laid_over(base: Tables, over: Overlay, changes: Iterable[Change]) -> tuple[Tables, Overlay]:
    """Base and overlay after some changes; a large overlay becomes a new base."""
    grown: dict[str, dict[str, Raw | None]] = {name: dict(rows) for name, rows in over.items()}
    for change in changes:
        grown.setdefault(change.table, {})[change.id] = change.after
    if sum(map(len, grown.values())) < MERGE_AT:
        return base, grown
    merged = {name: dict(rows) for name, rows in base.items()}
    for name, rows in grown.items():
        table = merged.setdefault(name, {})
        for key, raw in rows.items():
            if raw is None:
                table.pop(key, None)
            else:
                table[key] = raw
    return merged, {}


def changed_people(changes: Iterable[Change]) -> Mapping[str, Raw | None]:
    """The people who are others after some changes."""
    return {change.id: change.after for change in changes if change.table == Table.PEOPLE}


class Index:
    """Record ids of one table by a key of theirs (``people`` of a conversation …), both layers."""

    __slots__ = ("_base", "_changed", "_over")

    def __init__(
        self, base: Mapping[str, tuple[str, ...]], over: Mapping[str, Raw | None], keys: KeysOf
    ) -> None:
        self._base = base
        self._changed = over
        self._over = index_of(over, keys)

    def __getitem__(self, key: str) -> tuple[str, ...]:
        found = self._base.get(key, ())
        if not self._changed:
            return found
        kept = tuple(id for id in found if id not in self._changed)
        return kept + self._over.get(key, ())


def index_of(rows: Mapping[str, Raw | None], keys: KeysOf) -> dict[str, tuple[str, ...]]:
    """Ids by key of one layer."""
    lists: dict[str, list[str]] = {}
    for id, raw in rows.items():
        if raw is not None:
            for key in keys(raw):
                lists.setdefault(key, []).append(id)
    return {key: tuple(ids) for key, ids in lists.items()}
