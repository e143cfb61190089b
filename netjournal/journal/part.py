"""A snapshot that reads no more of the journal than it is asked for, by the index beside it.

It answers as the whole snapshot of the same moment would; what the index cannot tell is asked of
that, and everything after it too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property, wraps
from typing import Concatenate, ParamSpec, TypeVar

from netjournal.domain.commitment import Commitment
from netjournal.domain.gesture import Change, Raw, Table
from netjournal.domain.others import Entry
from netjournal.domain.values import ME, EntryKind, PersonId
from netjournal.journal import places
from netjournal.journal.cold import NO_ANSWER, BeyondIndexError, Cold, WornIndexError
from netjournal.journal.ids import ADDRESSABLE, SHORTEST, Ids, found_in
from netjournal.journal.known import KnownNames
from netjournal.journal.layers import Index, KeysOf, Layered, strings_in
from netjournal.journal.part_names import NamesOfPart
from netjournal.journal.placed import Placed
from netjournal.journal.records import is_open
from netjournal.journal.snapshot import Snapshot, has_address, newest_outreach
from netjournal.store.lines import SnapshotLines

P = ParamSpec("P")
T = TypeVar("T")
MANY = 1_000
"""People from whom on reading everything costs less than looking at each."""
Beyond = Callable[[Exception], Snapshot]
"""Gives the whole snapshot of the same moment; told why it is needed."""


def nothing_beyond(why: Exception) -> Snapshot:
    """For who cannot wait until everything is read.

    Raises:
        BeyondIndexError: always.
    """
    raise BeyondIndexError(str(why)) from why


def _else_of_the_whole(
    ask: Callable[Concatenate[Part, P], T],
) -> Callable[Concatenate[Part, P], T]:
    """A question that goes to the whole snapshot where the index has no answer."""

    @wraps(ask)
    def asked(part: Part, /, *args: P.args, **kwargs: P.kwargs) -> T:
        if part.whole is None:
            try:
                return ask(part, *args, **kwargs)
            except NO_ANSWER as error:
                part.read_all(error)
        answer: T = getattr(part.whole, ask.__name__)(*args, **kwargs)
        return answer

    return asked


class Part(Snapshot):
    """The journal at one moment: what the index knows, and the changes since laid over it."""

    def __init__(self, cold: Cold, lines: SnapshotLines, beyond: Beyond = nothing_beyond) -> None:
        super().__init__({}, cold.overlay)
        self.cold = cold
        self._placed = Placed(cold.answer, lines)
        self._beyond = beyond
        self.whole: Snapshot | None = None
        """Everything, once something was asked that only it can answer."""
        self._known_ids: dict[str, Mapping[str, Mapping[str, Raw]]] = {}

    def read_all(self, why: Exception) -> None:
        """Go on by the whole snapshot.

        Raises:
            BeyondIndexError: nobody gives it.
        """
        self.whole = self._beyond(why)

    @_else_of_the_whole
    def after(self, changes: Iterable[Change]) -> Snapshot:
        """The snapshot after some changes."""
        raise BeyondIndexError(f"what comes after {changes}")

    # records

    @_else_of_the_whole
    def table(self, table: Table) -> Mapping[str, Raw]:
        """The raw records of one table by id."""
        return Layered(self._placed.small(table), self._overlay.get(table, {}))

    @_else_of_the_whole
    def raw(self, table: str, id: str) -> Raw | None:
        """One raw record, or None."""
        over = self._overlay.get(table, {})
        return over[id] if id in over else self._placed.row(table, id)

    @_else_of_the_whole
    def holding(self, table: Table, sides: Sequence[Sequence[str]]) -> Mapping[str, Raw]:
        """The records of a table that may hold all folded words of a side, others among them."""
        over = self._overlay.get(table, {})
        return Layered(self._placed.holding(table, sides), over)

    @_else_of_the_whole
    def open_commitments(self) -> Iterator[Commitment]:
        """The promises that are neither done nor dropped."""
        return iter(self._kept(Table.COMMITMENTS, Commitment, is_open))

    @_else_of_the_whole
    def entries_of_kinds(self, kinds: Sequence[EntryKind]) -> Iterator[Entry]:
        """The entries of some kinds, in no order."""
        if not all(kind in places.KINDS for kind in kinds):
            raise BeyondIndexError("entries of other kinds")
        return iter(self._kept(Table.ENTRIES, Entry, lambda raw: raw.get("kind") in kinds))

    def _kept(self, table: Table, cls: type[T], is_meant: Callable[[Raw], bool]) -> list[T]:
        """The records that the near part has for everybody."""
        near, over = self._placed.near[table], self._overlay.get(table, {})
        now = (id for id, raw in over.items() if raw is not None and is_meant(raw))
        self._check_new(table, (id for id in now if id not in near))
        rows = Layered(near, over).items()
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

    @_else_of_the_whole
    def ids_with(
        self, table: str, field: str, value: str, keys: KeysOf | None = None
    ) -> tuple[str, ...]:
        """The ids of a table whose field says this; nobody else is looked at."""
        if keys is not None:
            raise BeyondIndexError(f"{table} by {field}")
        return self._laid_over(table, field, value, self._placed.ids(table, field, value))

    def _laid_over(self, table: str, field: str, key: str, base: Sequence[str]) -> tuple[str, ...]:
        says, changed = strings_in(field), self._overlay.get(table, {})
        now = [id for id, raw in changed.items() if raw is not None and key in says(raw)]
        # whoever shows the people of a circle puts them in an order of their own
        return self._in_order(table, base, now, anywhere=table == Table.PEOPLE)

    def _in_order(
        self, table: str, base: Sequence[str], now: Sequence[str], *, anywhere: bool = False
    ) -> tuple[str, ...]:
        """Ids in the order of the table: of those that changed only the ones meant ``now``."""
        changed = self._overlay.get(table, {})
        if not changed:
            return tuple(base)
        fresh = [id for id in now if id not in base]
        if not anywhere:
            self._check_new(table, fresh)
        return (*(id for id in base if id not in changed or id in now), *fresh)

    @_else_of_the_whole
    def newest_outreach(self, person: PersonId, today: date) -> str:
        """The id of the newest conversation in which I reached out, or we talked; or nothing."""
        known, until = self._placed.outreach.get(person), today.isoformat()
        if known is None:
            return super().newest_outreach(person, today)
        ids = {person, *self.merged_into(person)}
        fresh = self._overlay.get(Table.CONVERSATIONS, {}).items()
        talks = [(id, raw) for id, raw in fresh if raw and not ids.isdisjoint(_people(raw))]
        if known:
            raw = self._placed.row(Table.CONVERSATIONS, known) or {}
            if str(raw.get("day")) > until:
                return super().newest_outreach(person, today)
            talks.append((known, raw))
        return newest_outreach(talks, until)

    @_else_of_the_whole
    def entries_of(self, person: PersonId, kind: EntryKind | None = None) -> tuple[Entry, ...]:
        """Dated lines about somebody, newest first."""
        if kind not in places.KINDS or not self._placed.has_near:
            return super().entries_of(person, kind)
        ids = (
            entry
            for id in (person, *self.merged_into(person))
            for entry in self._laid_over(
                Table.ENTRIES, "person", id, self._placed.near_ids(Table.ENTRIES, "person", id)
            )
        )
        found = [entry for id in ids if (entry := self.entry(id)) and entry.kind is kind]
        return tuple(sorted(found, key=lambda e: (e.day, e.made), reverse=True))

    # people

    @cached_property
    def redirects(self) -> Mapping[str, str]:
        """Who was merged into whom."""
        try:
            return self._placed.redirects()
        except NO_ANSWER as error:
            self.read_all(error)
            assert self.whole is not None, "or it raised"
            return self.whole.redirects

    @_else_of_the_whole
    def name_of(self, id: str) -> str:
        """Somebody's name; a person who is gone is shown as such, never an error."""
        if self._placed.is_at_hand(Table.PEOPLE, self.final(id)):
            return super().name_of(id)
        return self.cold.name_of(id)

    @_else_of_the_whole
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

    @_else_of_the_whole
    def short(self, id: str) -> str:
        """The shortest beginning of an id that names no other record."""
        known = self._placed.shorts.get(id)
        if known and not self._is_one_gone:
            return id[: max(known, len(Ids(self._fresh_ids).short(id)))]
        rows = self._ids_like(id)
        return Ids(sorted(other for ids in rows.values() for other in ids)).short(id)

    @_else_of_the_whole
    def find(self, beginning: str) -> tuple[tuple[Table, str], ...]:
        """Every record whose id begins so, with its table."""
        if len(beginning) < SHORTEST:
            raise BeyondIndexError(f"ids like {beginning}")
        rows = self._ids_like(beginning)
        return found_in(beginning, lambda table: rows.get(table, {}))

    @cached_property
    def _is_one_gone(self) -> bool:
        """Whether a record was removed since, so that others may be named by less."""
        rows = (self._overlay.get(table, {}) for table in ADDRESSABLE)
        return any(raw is None for each in rows for raw in each.values())

    @cached_property
    def _fresh_ids(self) -> Sequence[str]:
        return sorted(id for table in ADDRESSABLE for id in self._overlay.get(table, {}))

    def _ids_like(self, beginning: str) -> Mapping[str, Mapping[str, Raw]]:
        """The ids that have the same first digits, by table; what they name is not read."""
        start = beginning[:SHORTEST]
        known = self._known_ids.get(start)
        if known is None:
            base = self._placed.ids_like(start)
            known = self._known_ids[start] = {
                table: dict(Layered({id: {} for id in base.get(table, ())}, over).items())
                for table, over in self._overlay_like(start)
            }
        return known

    def _overlay_like(self, start: str) -> Iterator[tuple[str, Mapping[str, Raw | None]]]:
        for table in ADDRESSABLE:
            rows = self._overlay.get(table, {})
            yield table, {id: raw for id, raw in rows.items() if id.startswith(start)}

    @_else_of_the_whole
    def people_told_of(self, words: Sequence[str]) -> Sequence[PersonId] | None:
        """Those of whom one of some folded words may be said; None where they are too many."""
        sides = [[word] for word in words]
        found = dict.fromkeys(map(self.final, self.holding(Table.PEOPLE, sides)))
        for table, fields in places.NAMING.items():
            for raw in self.holding(Table(table), sides).values():
                found.update(dict.fromkeys(map(self.final, places.named_by(raw, fields))))
                if len(found) > MANY:
                    return None
        return [id for id in found if id != ME]

    @_else_of_the_whole
    def people_at(self, address: str) -> tuple[PersonId, ...]:
        """The people who have an email address, case and accents folded."""
        changed = (id for id in self._overlay.get(Table.PEOPLE, {}) if id not in self.redirects)
        now = [id for id in changed if has_address(self.person(id), address)]
        found = self._in_order(Table.PEOPLE, self._placed.people_at(address), now)
        return tuple(map(PersonId, found))

    def of_names(self, ask: Callable[[KnownNames], T]) -> T:
        """Ask the book of names of the index, or that of the whole snapshot."""
        if self.whole is None:
            try:
                return ask(self.cold.names)
            except NO_ANSWER as error:
                self.read_all(error)
        assert self.whole is not None, "or it raised"
        return ask(self.whole.names)


_people = strings_in("people")


class _Belonging(Index):
    """The index of one field, which looks up the ids of a key when asked for."""

    __slots__ = ("_field", "_keys", "_part", "_table")

    def __init__(self, part: Part, table: str, field: str, keys: KeysOf | None) -> None:
        self._part, self._table, self._field, self._keys = part, table, field, keys

    def __getitem__(self, key: str) -> tuple[str, ...]:
        return self._part.ids_with(self._table, self._field, key, self._keys)
