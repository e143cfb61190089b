"""A snapshot that reads no more of the journal than it is asked for, by the index beside it.

It answers as the whole snapshot of the same moment would; what the index cannot tell is asked of
that, and everything after it too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from netjournal.domain.commitment import Commitment
from netjournal.domain.conversation import Conversation
from netjournal.domain.entry import Entry
from netjournal.domain.gesture import Change, Raw, Table
from netjournal.domain.outline import Outline, outline_of
from netjournal.domain.person import Person
from netjournal.domain.replies import Outreach
from netjournal.domain.values import ME, EntryKind, PersonId
from netjournal.journal import places
from netjournal.journal.beyond import Beyond, else_of_the_whole, nothing_beyond
from netjournal.journal.cold import NO_ANSWER, Cold
from netjournal.journal.cold_people import BeyondIndexError, WornIndexError
from netjournal.journal.dated import Stretch
from netjournal.journal.known import KnownNames
from netjournal.journal.layers import Index, KeysOf, Layered, strings_in
from netjournal.journal.part_ids import IdsOfPart
from netjournal.journal.part_names import NamesOfPart
from netjournal.journal.part_outreach import OutreachOfPart
from netjournal.journal.placed import Placed
from netjournal.journal.records import is_open
from netjournal.journal.snapshot import Snapshot, has_address
from netjournal.store.lines import SnapshotLines

if TYPE_CHECKING:
    from netjournal.store.saying import Saying

T = TypeVar("T")
MANY = 10_000
"""Records from which on reading everything costs less than looking up each."""


class Part(Snapshot):
    """The journal at one moment: what the index knows, and the changes since laid over it."""

    def __init__(self, cold: Cold, lines: SnapshotLines, beyond: Beyond = nothing_beyond) -> None:
        super().__init__({}, cold.overlay)
        self.cold = cold
        self.placed = Placed(cold.answer, lines)
        self._beyond = beyond
        self.whole: Snapshot | None = None
        """Everything, once something was asked that only it can answer."""
        self._ids_of_part = IdsOfPart(self.placed, cold.overlay)
        self._outreach_of_part = OutreachOfPart(self)

    def read_all(self, why: Exception) -> None:
        """Go on by the whole snapshot.

        Raises:
            BeyondIndexError: nobody gives it.
        """
        self.whole = self._beyond(why)

    @else_of_the_whole
    def after(self, changes: Iterable[Change]) -> Snapshot:
        """The snapshot after some changes."""
        raise BeyondIndexError(f"what comes after {changes}")

    # records

    @else_of_the_whole
    def table(self, table: Table) -> Mapping[str, Raw]:
        """The raw records of one table by id."""
        if table == Table.PEOPLE:
            if self._beyond is nothing_beyond:
                raise BeyondIndexError("everybody: that takes a while")
            return Layered(self.placed.people, self._overlay.get(table, {}))
        return Layered(self.placed.small(table), self._overlay.get(table, {}))

    @else_of_the_whole
    def raw(self, table: str, id: str) -> Raw | None:
        """One raw record, or None."""
        over = self._overlay.get(table, {})
        return over[id] if id in over else self.placed.row(table, id)

    @else_of_the_whole
    def holding(self, table: Table, sides: Sequence[Sequence[str]]) -> Mapping[str, Raw]:
        """The records of a table that may hold all folded words of a side, others among them."""
        over = self._overlay.get(table, {})
        return Layered(self.placed.holding(table, sides), over)

    @else_of_the_whole
    def saying(self, table: Table, word: str, field: str) -> Saying:
        """The records that may hold a folded word; of those sure to, only a day is read."""
        return self.placed.saying(table, word, field, self._overlay.get(table, {}))

    @else_of_the_whole
    def newest(self, table: Table, stretch: Stretch) -> tuple[Sequence[str], int]:
        """The ids of a table's newest records of a stretch, and how many older it has."""
        ids, older = self.placed.newest(table, self._overlay.get(table, {}), stretch)
        if len(ids) > MANY:
            raise BeyondIndexError(f"{len(ids)} {table}")
        return ids, older

    @else_of_the_whole
    def open_commitments(self) -> Iterator[Commitment]:
        """The promises that are neither done nor dropped."""
        rows = self.placed.open_promises()
        return iter(self._kept(rows, Table.COMMITMENTS, Commitment, is_open))

    @else_of_the_whole
    def outlines(self, until: date) -> Iterator[Outline]:
        """The outlines of my open follow-ups, and of what else is open and comes up by a day."""
        changed, last = self._overlay.get(Table.COMMITMENTS, {}), until.toordinal()
        rows = self.placed.open_rows.items()
        known = [
            places.outline_in(row)
            for id, row in rows
            if id not in changed and places.may_come_up(row, last)
        ]
        ids = (id for id, raw in changed.items() if raw is not None and is_open(raw))
        fresh = (self._record(Table.COMMITMENTS, Commitment, id) for id in ids)
        return iter([*known, *(outline_of(one) for one in fresh if one is not None)])

    @else_of_the_whole
    def entries_of_kinds(self, kinds: Sequence[EntryKind]) -> Iterator[Entry]:
        """The entries of some kinds, in no order."""
        if not all(kind in places.KINDS for kind in kinds):
            raise BeyondIndexError("entries of other kinds")
        rows = self.placed.of_kinds()
        return iter(self._kept(rows, Table.ENTRIES, Entry, lambda raw: raw.get("kind") in kinds))

    def _kept(
        self, base: Mapping[str, Raw], table: Table, cls: type[T], is_meant: Callable[[Raw], bool]
    ) -> list[T]:
        """The records of a kind that is kept together, ``base``, and those of it since."""
        over = self._overlay.get(table, {})
        now = (id for id, raw in over.items() if raw is not None and is_meant(raw))
        self._check_new(table, (id for id in now if id not in base))
        rows = Layered(base, over).items()
        records = [self._record(table, cls, id) for id, raw in rows if is_meant(raw)]
        return [record for record in records if record is not None]

    def _check_new(self, table: str, ids: Iterable[str]) -> None:
        """Where a record of old comes in among others, only the whole table tells the place."""
        for id in ids:
            if self.cold.before(table, id) is not None:
                raise WornIndexError(f"the place of {table} {id}")

    # what belongs to whom

    def _index(self, table: str, field: str, keys: KeysOf | None = None) -> Index:
        return _Belonging(self, table, field, keys)

    @else_of_the_whole
    def _of(
        self,
        table: Table,
        cls: type[T],
        field: str,
        person: PersonId,
        is_meant: Callable[[Raw], bool] | None = None,
    ) -> Iterator[T]:
        return iter(list(super()._of(table, cls, field, person, is_meant)))

    @else_of_the_whole
    def lately_with(self, person: PersonId) -> Iterator[Conversation]:
        """What passed between me and somebody as it happened, the last one first."""
        return iter(list(super().lately_with(person)))

    @else_of_the_whole
    def ids_with(
        self, table: str, field: str, value: str, keys: KeysOf | None = None
    ) -> tuple[str, ...]:
        """The ids of a table whose field says this; nobody else is looked at."""
        if keys is not None:
            raise BeyondIndexError(f"{table} by {field}")
        if self._beyond is not nothing_beyond:
            self.placed.check_few()
        return self._laid_over(table, field, value, self.placed.ids(table, field, value))

    def _laid_over(self, table: str, field: str, key: str, base: Sequence[str]) -> tuple[str, ...]:
        """Ids in the order of the table: of the records that changed those that say it now."""
        says, changed = strings_in(field), self._overlay.get(table, {})
        if not changed:
            return tuple(base)
        now = [id for id, raw in changed.items() if raw is not None and key in says(raw)]
        fresh = [id for id in now if id not in base]
        if table != Table.PEOPLE:  # whoever shows those of a circle has an order of their own
            self._check_new(table, fresh)
        return (*(id for id in base if id not in changed or id in now), *fresh)

    @else_of_the_whole
    def outreach(self, person: PersonId, today: date) -> Outreach | None:
        """When I last reached out to somebody, or we talked."""
        try:
            return self._outreach_of_part.of(person, today.isoformat())
        except LookupError:
            return super().outreach(person, today)

    @else_of_the_whole
    def has_died(self, person: str) -> bool:
        """Whether somebody is known to have died."""
        id = self.final(person)
        if id in self._overlay.get(Table.PEOPLE, {}):
            return super().has_died(id)
        return id in self.placed.died

    # people

    @cached_property
    def redirects(self) -> Mapping[str, str]:
        """Who was merged into whom."""
        try:
            found = dict(self.placed.redirects())
        except NO_ANSWER as error:
            self.read_all(error)
            assert self.whole is not None, "or it raised"
            return self.whole.redirects
        for id, raw in self._overlay.get(Table.PEOPLE, {}).items():
            target = raw.get("merged_into") if raw else None
            if isinstance(target, str):
                found[id] = target
        return found

    @else_of_the_whole
    def people(self) -> Iterator[Person]:
        """Everybody, merged ones and me left out."""
        return iter(list(super().people()))

    @else_of_the_whole
    def _with_told_birthday(self, person: Person) -> Person:
        """With what lines of quick add told besides; of most people no line did."""
        return super()._with_told_birthday(person) if person.id in self._told else person

    @cached_property
    def _told(self) -> frozenset[str]:
        since = (raw for raw in self._overlay.get(Table.ENTRIES, {}).values() if raw)
        told = (*self.placed.told, *filter(None, map(places.told_in, since)))
        return frozenset(map(self.final, told))

    @else_of_the_whole
    def name_of(self, id: str) -> str:
        """Somebody's name; a person who is gone is shown as such, never an error."""
        if self.placed.is_at_hand(Table.PEOPLE, self.final(id)):
            return super().name_of(id)
        return self.cold.name_of(id)

    @else_of_the_whole
    def about(self, person: PersonId) -> str:
        """What tells somebody apart: organisation, circle, the last day something passed."""
        who = self.cold.dossier(person)
        if who is None:
            raise BeyondIndexError(person)
        return who.about

    @cached_property
    def names(self) -> KnownNames:
        """The book of names."""
        return NamesOfPart(self)

    # ids as people type them

    @else_of_the_whole
    def short(self, id: str) -> str:
        """The shortest beginning of an id that names no other record."""
        return self._ids_of_part.short(id)

    @else_of_the_whole
    def find(self, beginning: str) -> tuple[tuple[Table, str], ...]:
        """Every record whose id begins so, with its table."""
        return self._ids_of_part.find(beginning)

    @else_of_the_whole
    def people_told_of(self, words: Sequence[str]) -> Sequence[PersonId] | None:
        """Those of whom one of some folded words may be said, others among them."""
        sides = [[word] for word in words]
        found = dict.fromkeys(map(self.final, self.holding(Table.PEOPLE, sides)))
        for table, fields in places.NAMING.items():
            for raw in self.holding(Table(table), sides).values():
                found.update(dict.fromkeys(map(self.final, places.named_by(raw, fields))))
        return [id for id in found if id != ME and id not in self.redirects]

    @else_of_the_whole
    def people_at(self, address: str) -> tuple[PersonId, ...]:
        """The people who have an email address, case and accents folded; in order of their ids."""
        changed = self._overlay.get(Table.PEOPLE, {})
        kept = (id for id in self.placed.people_at(address) if id not in changed)
        others = (id for id in changed if id not in self.redirects)
        now = (id for id in others if has_address(self.stored_person(id), address))
        return tuple(map(PersonId, sorted((*kept, *now))))

    def of_names(self, ask: Callable[[KnownNames], T]) -> T:
        """Ask the book of names of the index, or that of the whole snapshot."""
        if self.whole is None:
            try:
                return ask(self.cold.names)
            except NO_ANSWER as error:
                self.read_all(error)
        assert self.whole is not None, "or it raised"
        return ask(self.whole.names)


class _Belonging(Index):
    """The index of one field, which looks up the ids of a key when asked for."""

    __slots__ = ("_field", "_keys", "_part", "_table")

    def __init__(self, part: Part, table: str, field: str, keys: KeysOf | None) -> None:
        self._part, self._table, self._field, self._keys = part, table, field, keys

    def __getitem__(self, key: str) -> tuple[str, ...]:
        return self._part.ids_with(self._table, self._field, key, self._keys)
