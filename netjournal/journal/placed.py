"""The records of a journal as its index knows them, each read when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any

from netjournal.domain.gesture import Raw, Table
from netjournal.journal import places
from netjournal.journal.cold_people import BeyondIndexError
from netjournal.journal.dated import Stretch, newest, plain_day
from netjournal.journal.layers import Layered, index_of, strings_in
from netjournal.store.lines import SnapshotLines

if TYPE_CHECKING:
    from netjournal.store.dated import Dated
    from netjournal.store.indexing import Place
    from netjournal.store.saying import Saying
    from netjournal.store.scanning import Sides

Rows = Mapping[str, Raw]
Ids = tuple[str, ...]
Changed = Mapping[str, Raw | None]
"""Records as they are now; None for those that are no more."""
ONE_BY_ONE = 300
"""Of so many people and gatherings it is always looked up what belongs to them."""
AS_LONG = 1 << 14
"""Bytes of everything that are read while it is looked up what belongs to one of more of them."""


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
        self._near: Mapping[str, Rows] | None = None
        self.shorts: dict[str, int] = {}
        """How much of some ids names no other record: of those that were read together."""
        self._whole: frozenset[str] = frozenset()
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
        near = {table: self._rows(table, placed) for table, placed in kept["tables"].items()}
        self.shorts.update(kept["shorts"])
        self._whole, self._near = frozenset(kept["shorts"]), near
        return near

    @cached_property
    def open_rows(self) -> Mapping[str, Sequence[Any]]:
        """The rows of the open promises by id, see ``places.outline_in``."""
        kept: Sequence[Sequence[Any]] = self._answer(places.OPEN)
        rows = {str(row[0]): row for row in kept}
        self.shorts.update((id, places.shortest_in(row)) for id, row in rows.items())
        return rows

    def open_promises(self) -> Rows:
        """The records of all open promises."""
        placed = chain.from_iterable(map(_as_listed, self.open_rows.values()))
        return self._rows(Table.COMMITMENTS, list(placed))

    def of_kinds(self) -> Rows:
        """The entries of the kinds that are kept together."""
        return self._rows(Table.ENTRIES, self._answer(places.OF_KINDS))

    @cached_property
    def outreach(self) -> Mapping[str, Sequence[Any]]:
        """Moment and channel of the newest outreach to those who promised something."""
        found: Mapping[str, Sequence[Any]] = self._answer(places.OUTREACH)
        return found

    @cached_property
    def told(self) -> Sequence[str]:
        """Whose birthday was perhaps told in a line of quick add."""
        found: Sequence[str] = self._answer(places.TOLD)
        return found

    @cached_property
    def died(self) -> frozenset[str]:
        """Who died."""
        return frozenset(self._answer(places.DIED))

    def row(self, table: str, id: str) -> Raw | None:
        """One record; None where a person is not there."""
        known = self._fetched.get((table, id))
        if known is not None:
            return known
        if table in places.SMALL:
            return self.small(table).get(id)
        if table == Table.PEOPLE:
            return self._person(id)
        if table == Table.COMMITMENTS and id in self.open_rows:
            return self._rows(table, _as_listed(self.open_rows[id]))[id]
        if id not in self.near.get(table, {}):
            raise BeyondIndexError(f"{table} {id}")
        return self.near[table][id]

    def _person(self, id: str) -> Raw | None:
        if self._near is not None and id in self._near[Table.PEOPLE]:
            return self._near[Table.PEOPLE][id]
        own = (self._answer(places.touching(id)) or {}).get(Table.PEOPLE)
        if not own:
            return None
        return self._rows(Table.PEOPLE, own)[id]

    def check_few(self) -> None:
        """That it was not asked of so many, one by one, that reading everything costs less.

        Raises:
            BeyondIndexError: it was.
        """
        if len(self._lists) > max(ONE_BY_ONE, self._lines.size // AS_LONG):
            raise BeyondIndexError(f"what belongs to more than {len(self._lists)}")

    def is_at_hand(self, table: str, id: str) -> bool:
        """Whether a record is there without reading anything more."""
        return (table, id) in self._fetched

    def ids(self, table: str, field: str, key: str) -> Ids:
        """The ids of a table by what a field says."""
        if table == Table.PEOPLE and field == "circle" and key in places.CIRCLES:
            return self.near_ids(table, field, key)
        if table == Table.CONVERSATIONS and field == "gathering":
            return self._listed(places.talks_at(key)).get(table, ())
        if field not in places.NAMING.get(table, ()):
            raise BeyondIndexError(f"{table} by {field}")
        if key in self._whole:
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
        span, changed = self._lines_of(table)
        found = self._lines.holding(span, sides) if span[1] else {}
        rows = {
            id: self._fetched.setdefault((table, id), raw)
            for id, raw in found.items()
            if id not in changed
        }
        return rows | {id: raw for id, raw in changed.items() if raw is not None}

    def saying(self, table: str, word: str, field: str, over: Changed) -> Saying:
        """The records of a table that may hold a word, changes laid over them."""
        span, changed = self._lines_of(table)
        return self._lines.saying(span, word, field).under({**changed, **over})

    @cached_property
    def people(self) -> Rows:
        """Everybody's record."""
        span, changed = self._lines_of(Table.PEOPLE)
        found = self._lines.holding(span, [[]]) if span[1] else {}
        rows = Layered(found, changed).items()
        return {id: self._fetched.setdefault((Table.PEOPLE, id), raw) for id, raw in rows}

    def newest(self, table: str, over: Changed, stretch: Stretch) -> tuple[Sequence[str], int]:
        """The ids of the newest records, changes laid over them; how many older are left out."""
        span, changed = self._lines_of(table)
        now = {**changed, **over}
        left = {id.encode(): id for id in now}

        def as_they_are(lines: Iterable[Dated]) -> Iterator[tuple[str, Place | str]]:
            for day, name, place in lines:
                id = left.pop(name, None) if left else None
                if id is None:
                    yield day, place
                elif (raw := now[id]) is not None:
                    yield plain_day(raw.get("day")), id
            for id in left.values():
                if (raw := now[id]) is not None:
                    yield plain_day(raw.get("day")), id

        kept, older = self._lines.dated(span, lambda lines: newest(as_they_are(lines), stretch))
        where = [number for one in kept if not isinstance(one, str) for number in one]
        read = iter(self._rows(table, where))
        self._fetched |= {(table, id): raw for id, raw in changed.items() if raw is not None}
        return [one if isinstance(one, str) else next(read) for one in kept], older

    def _lines_of(self, table: str) -> tuple[Place, Changed]:
        """Where the lines of a table stand, and the records that are not as these say."""
        spans: Mapping[str, Any] = self._answer(places.SPANS)
        if table not in spans:
            raise BeyondIndexError(f"the lines of {table}")
        first, length = spans[table]
        return (first, length), self._answer(places.CHANGED).get(table, {})

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
                table: tuple(self._rows(table, placed))
                for table, placed in kept.items()
                if table != Table.PEOPLE
            }
        return found

    def entries(self, table: str, placed: Sequence[Any]) -> Iterator[tuple[str, Sequence[Any]]]:
        """What a list of places is made of, with the ids."""
        each = iter(placed)
        grouped = [[one] if isinstance(one, list) else [one, next(each)] for one in each]
        return zip(self._rows(table, placed), grouped, strict=True)

    def _rows(self, table: str, placed: Sequence[Any]) -> Rows:
        """The records of a list of places by id, in its order."""
        where = [each for each in placed if not isinstance(each, list)]
        rows = self._lines.read(list(zip(where[::2], where[1::2], strict=True))) if where else {}
        found = dict(_in_order(placed, rows)) if len(where) < len(placed) else rows
        # the same record stays the same object, by which it is known to be decoded already
        return {id: self._fetched.setdefault((table, id), raw) for id, raw in found.items()}


def _as_listed(row: Sequence[Any]) -> Sequence[Any]:
    """The place in a row as one of a list of places."""
    place = places.place_in(row)
    return place if isinstance(place[0], int) else [place]


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
