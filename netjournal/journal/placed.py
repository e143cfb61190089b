"""The records of a journal as its index knows them, each read when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from netjournal.domain.gesture import Raw, Table
from netjournal.journal import places
from netjournal.journal.cold import BeyondIndexError
from netjournal.journal.layers import index_of, strings_in
from netjournal.store.lines import SnapshotLines

if TYPE_CHECKING:
    from netjournal.store.scanning import Sides

Rows = Mapping[str, Raw]
Ids = tuple[str, ...]


class Placed:
    """Every question is answered exactly, in the order of the tables, or is beyond the index.

    Any of them raises ``BeyondIndexError``, or what its dictionary and lines raise.
    """

    def __init__(self, answer: Callable[[str], Any], lines: SnapshotLines) -> None:
        self._answer = answer
        self._lines = lines
        self._fetched: dict[tuple[str, str], Raw] = {}
        self._lists: dict[str, Mapping[str, Ids]] = {}
        self._small: dict[str, Rows] = {}
        self._near: tuple[frozenset[str], Mapping[str, Rows]] | None = None
        self.outreach: Mapping[str, str] = {}
        """The newest outreach to those who promised something, once the near part is read."""
        self.shorts: Mapping[str, int] = {}
        """How much of an id of the near part names no other record."""
        self._named: dict[tuple[str, str], Mapping[str, Ids]] = {}

    def redirects(self) -> Mapping[str, str]:
        """Who was merged into whom."""
        found: Mapping[str, str] = self._answer(places.REDIRECTS)
        return found

    def small(self, table: str) -> Rows:
        """All records of a small table."""
        if table not in places.SMALL:
            raise BeyondIndexError(f"all {table}")
        if table not in self._small:
            self._small[table] = self._answer(places.all_of(table))
        return self._small[table]

    @cached_property
    def near(self) -> Mapping[str, Rows]:
        """The tables of the near part."""
        kept = self._answer(places.NEAR)
        self._near = frozenset(kept["whole"]), kept["tables"]
        self.outreach, self.shorts = kept["outreach"], kept["shorts"]
        return self._near[1]

    @property
    def has_near(self) -> bool:
        """Whether the near part was read."""
        return self._near is not None

    def row(self, table: str, id: str) -> Raw | None:
        """One record; None where a person is not there."""
        known = self._fetched.get((table, id))
        if known is not None:
            return known
        if table in places.SMALL:
            return self.small(table).get(id)
        if table == Table.PEOPLE:
            return self._person(id)
        if id not in self.near.get(table, {}):
            raise BeyondIndexError(f"{table} {id}")
        return self.near[table][id]

    def _person(self, id: str) -> Raw | None:
        if self._near is not None and id in self._near[1][Table.PEOPLE]:
            return self._near[1][Table.PEOPLE][id]
        own = (self._answer(places.touching(id)) or {}).get(Table.PEOPLE)
        if not own:
            return None
        self._fetch(Table.PEOPLE, own)
        return self._fetched[Table.PEOPLE, id]

    def is_at_hand(self, table: str, id: str) -> bool:
        """Whether a record is there without reading anything more."""
        near = self._near[1].get(table, {}) if self._near else {}
        return id in near or (table, id) in self._fetched

    def ids(self, table: str, field: str, key: str) -> Ids:
        """The ids of a table by what a field says."""
        if table == Table.PEOPLE and field == "circle" and key in places.CIRCLES:
            return self.near_ids(table, field, key)
        if table == Table.CONVERSATIONS and field == "gathering":
            return self._listed(places.talks_at(key)).get(table, ())
        if field not in places.NAMING.get(table, ()):
            raise BeyondIndexError(f"{table} by {field}")
        if self._near is not None and key in self._near[0]:
            return self.near_ids(table, field, key)
        says = strings_in(field)
        listed = self._listed(places.touching(key)).get(table, ())
        return tuple(id for id in listed if key in says(self._fetched[table, id]))

    def near_ids(self, table: str, field: str, key: str) -> Ids:
        """The same among the near part."""
        named = self._named.get((table, field))
        if named is None:
            named = self._named[table, field] = index_of(self.near[table], strings_in(field))
        return named.get(key, ())

    def holding(self, table: str, sides: Sides) -> Rows:
        """The records of a table that may hold all words of a side, others among them."""
        spans: Mapping[str, Any] = self._answer(places.SPANS)
        if table not in spans:
            raise BeyondIndexError(f"words in {table}")
        changed: Mapping[str, Raw | None] = self._answer(places.CHANGED).get(table, {})
        first, length = spans[table]
        found = self._lines.holding((first, length), sides) if length else {}
        rows = {
            id: self._fetched.setdefault((table, id), raw)
            for id, raw in found.items()
            if id not in changed
        }
        return rows | {id: raw for id, raw in changed.items() if raw is not None}

    def ids_like(self, beginning: str) -> Mapping[str, Sequence[str]]:
        """The ids, by table, that have the first digits of an id."""
        found: Mapping[str, Sequence[str]] = self._answer(places.ids(beginning)) or {}
        return found

    def people_at(self, address: str) -> Sequence[str]:
        """The people who have an email address."""
        found: Sequence[str] = self._answer(places.address(address)) or ()
        return found

    def _listed(self, question: str) -> Mapping[str, Ids]:
        """The ids of a list of places by table, once its records are read."""
        found = self._lists.get(question)
        if found is None:
            kept: Mapping[str, Sequence[Any]] = self._answer(question) or {}
            found = self._lists[question] = {
                table: self._fetch(table, placed)
                for table, placed in kept.items()
                if table != Table.PEOPLE
            }
        return found

    def _fetch(self, table: str, placed: Sequence[Any]) -> Ids:
        """Read the records of a list of places; their ids in its order."""
        where = [each for each in placed if not isinstance(each, list)]
        places_of_lines = list(zip(where[::2], where[1::2], strict=True))
        rows = self._lines.read(places_of_lines) if where else {}
        ids = []
        for id, raw in _in_order(placed, rows):
            # the same record stays the same object, by which it is known to be decoded already
            self._fetched.setdefault((table, id), raw)
            ids.append(id)
        return tuple(ids)


def _in_order(placed: Sequence[Any], rows: Rows) -> Iterator[tuple[str, Raw]]:
    """The records of a list: each is there, or two numbers say where the next of the rows stood."""
    read = iter(rows.items())
    each = iter(placed)
    for one in each:
        if isinstance(one, list):
            yield one[0], one[1]
        else:
            next(each)
            yield next(read)
