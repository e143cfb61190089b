"""The journal at one moment: immutable, decoded when asked, answering what belongs to whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any, TypeVar

from netjournal.domain.commitment import Commitment
from netjournal.domain.conversation import Conversation
from netjournal.domain.gesture import Change, Raw, Table, Tables
from netjournal.domain.others import Card, Draft, Entry, Gathering, Introduction
from netjournal.domain.person import Me, Person
from netjournal.domain.values import (
    ME,
    CommitmentState,
    EntryKind,
    PartialDate,
    PersonId,
    RecordId,
)
from netjournal.journal.book import BaseKeys, Book, dossier_of
from netjournal.journal.ids import Ids, found_in, sorted_ids
from netjournal.journal.layers import Index, Layered, Overlay, index_of, laid_over, strings_in
from netjournal.store.codec import decode

R = TypeVar("R")


class _Shared:
    """What snapshots over one base share: its indexes and every record decoded so far."""

    def __init__(self) -> None:
        self.indexes: dict[tuple[str, str], dict[str, tuple[str, ...]]] = {}
        self.decoded: dict[tuple[str, str], tuple[Raw, Any]] = {}
        self.ids: list[str] | None = None
        self.names: BaseKeys | None = None


class Snapshot:
    """Every record of the journal at one moment. Nothing here changes; ``after`` makes the next."""

    def __init__(
        self, base: Tables, over: Overlay | None = None, shared: _Shared | None = None
    ) -> None:
        self._base = base
        self._overlay: Overlay = over or {}
        self._shared = shared or _Shared()
        self._indexes: dict[tuple[str, str], Index] = {}

    def after(self, changes: Iterable[Change]) -> Snapshot:
        """The snapshot after some changes."""
        base, over = laid_over(self._base, self._overlay, changes)
        return Snapshot(base, over, self._shared if base is self._base else None)

    # raw records

    def table(self, table: Table) -> Mapping[str, Raw]:
        """The raw records of one table by id."""
        return Layered(self._base.get(table, {}), self._overlay.get(table, {}))

    def raw(self, table: str, id: str) -> Raw | None:
        """One raw record, or None."""
        over = self._overlay.get(table, {})
        if id in over:
            return over[id]
        return self._base.get(table, {}).get(id)

    def _record(self, table: str, cls: type[R], id: str) -> R | None:
        raw = self.raw(table, id)
        if raw is None:
            return None
        key = (table, id)
        known = self._shared.decoded.get(key)
        if known is not None and known[0] is raw:
            return known[1]  # type: ignore[no-any-return]  # stored below by the same key
        try:
            record = decode(cls, id, raw)
        except ValueError:
            return None
        self._shared.decoded[key] = (raw, record)
        return record

    def _all(self, table: Table, cls: type[R]) -> Iterator[R]:
        for id in self.table(table):
            record = self._record(table, cls, id)
            if record is not None:
                yield record

    def _index(self, table: str, field: str) -> Index:
        name = (table, field)
        index = self._indexes.get(name)
        if index is None:
            keys = strings_in(field)
            base = self._shared.indexes.get(name)
            if base is None:
                base = index_of(self._base.get(table, {}), keys)
                self._shared.indexes[name] = base
            index = Index(base, self._overlay.get(table, {}), keys)
            self._indexes[name] = index
        return index

    def raws_of(self, table: Table, field: str, person: PersonId) -> Iterator[Raw]:
        """The raw records of a table whose field names somebody, merges followed."""
        index = self._index(table, field)
        ids = (found for id in (person, *self._merged_from.get(person, ())) for found in index[id])
        return (raw for id in ids if (raw := self.raw(table, id)) is not None)

    def _of(self, table: Table, cls: type[R], field: str, person: PersonId) -> Iterator[R]:
        index = self._index(table, field)
        for id in (person, *self._merged_from.get(person, ())):
            for found in index[id]:
                record = self._record(table, cls, found)
                if record is not None:
                    yield record

    # people

    @cached_property
    def me(self) -> Me:
        """Who keeps the journal."""
        return self._record(Table.PEOPLE, Me, ME) or Me()

    @cached_property
    def _redirects(self) -> dict[str, str]:
        return {
            id: target
            for id, raw in self.table(Table.PEOPLE).items()
            if isinstance(target := raw.get("merged_into"), str)
        }

    @cached_property
    def _merged_from(self) -> dict[str, tuple[PersonId, ...]]:
        sources: dict[str, list[PersonId]] = {}
        for source in self._redirects:
            sources.setdefault(self.final(source), []).append(PersonId(source))
        return {target: tuple(ids) for target, ids in sources.items()}

    def final(self, person: str) -> PersonId:
        """The person an id stands for now, merges followed."""
        seen = {person}
        while (target := self._redirects.get(person)) is not None and target not in seen:
            seen.add(target)
            person = target
        return PersonId(person)

    def person(self, id: str) -> Person | None:
        """Somebody by id, merges followed; None if they are gone or it is me."""
        person = self.stored_person(id)
        return self._with_told_birthday(person) if person else None

    def stored_person(self, id: str) -> Person | None:
        """The same as the record stands, without what lines of quick add told besides."""
        id = self.final(id)
        return None if id == ME else self._record(Table.PEOPLE, Person, id)

    def _with_told_birthday(self, person: Person) -> Person:
        """A birthday told in a line of quick add is an entry; it counts until edited by hand."""
        told = [e for e in self.entries_of(person.id, EntryKind.BIRTHDAY) if e.closed is None]
        if not told:
            return person
        try:
            return replace(person, birthday=PartialDate.parse(told[0].text))
        except ValueError:
            return person

    def people(self) -> Iterator[Person]:
        """Everybody, merged ones and me left out."""
        for id in self.table(Table.PEOPLE):
            if id != ME and id not in self._redirects:
                person = self.person(id)
                if person is not None:
                    yield person

    def name_of(self, id: str) -> str:
        """Somebody's name; a person who is gone is shown as such, never an error."""
        if id == ME:
            return self.me.name or "me"
        person = self.person(id)
        return person.name if person else "someone no longer here"

    def merged_into(self, person: PersonId) -> tuple[PersonId, ...]:
        """The ids of those who were merged into somebody."""
        return self._merged_from.get(person, ())

    def talk_ids(self, person: PersonId) -> tuple[str, ...]:
        """The ids of everything that passed between me and somebody, unreadable records too."""
        index = self._index(Table.CONVERSATIONS, "people")
        return tuple(talk for id in (person, *self.merged_into(person)) for talk in index[id])

    def has_talked(self, person: PersonId) -> bool:
        """Whether anything ever passed between me and somebody."""
        return bool(self.talk_ids(person))

    def about(self, person: PersonId) -> str:
        """What tells somebody apart: organisation, circle, the last day something passed."""
        return dossier_of(person, self).about

    @cached_property
    def names(self) -> Book:
        """The book of names."""
        if self._shared.names is None:
            self._shared.names = BaseKeys(self._base.get(Table.PEOPLE, {}))
        return Book(self, self._shared.names, self._overlay.get(Table.PEOPLE, {}))

    # what belongs to whom

    def conversations_of(self, person: PersonId) -> tuple[Conversation, ...]:
        """What passed between me and somebody, newest first."""
        found = self._of(Table.CONVERSATIONS, Conversation, "people", person)
        return tuple(sorted(found, key=lambda c: (c.day, c.made), reverse=True))

    def mentions_of(self, person: PersonId) -> tuple[Conversation, ...]:
        """Conversations with others in which somebody was named, newest first."""
        found = self._of(Table.CONVERSATIONS, Conversation, "mentions", person)
        return tuple(sorted(found, key=lambda c: (c.day, c.made), reverse=True))

    def commitments_of(self, person: PersonId) -> tuple[Commitment, ...]:
        """Promises of both sides with somebody, oldest first."""
        found = self._of(Table.COMMITMENTS, Commitment, "people", person)
        return tuple(sorted(found, key=lambda c: (c.said, c.made)))

    def entries_of(self, person: PersonId, kind: EntryKind | None = None) -> tuple[Entry, ...]:
        """Dated lines about somebody, newest first."""
        found = self._of(Table.ENTRIES, Entry, "person", person)
        kept = (entry for entry in found if kind is None or entry.kind is kind)
        return tuple(sorted(kept, key=lambda e: (e.day, e.made), reverse=True))

    def cards_of(self, person: PersonId) -> tuple[Card, ...]:
        """The vCards that somebody came from, oldest first."""
        found = self._of(Table.CARDS, Card, "person", person)
        return tuple(sorted(found, key=lambda c: c.made))

    def met_at(self, gathering: RecordId) -> tuple[PersonId, ...]:
        """Who was met at a gathering, from the conversations that name it."""
        people: dict[PersonId, None] = {}
        for id in self._index(Table.CONVERSATIONS, "gathering")[gathering]:
            talk = self._record(Table.CONVERSATIONS, Conversation, id)
            if talk is not None and not talk.broadcast:
                people.update(dict.fromkeys(self.final(person) for person in talk.people))
        return tuple(people)

    def conversations(self) -> Iterator[Conversation]:
        """Every conversation, in no order."""
        return self._all(Table.CONVERSATIONS, Conversation)

    def commitments(self) -> Iterator[Commitment]:
        """Every promise, in no order."""
        return self._all(Table.COMMITMENTS, Commitment)

    def open_commitments(self) -> Iterator[Commitment]:
        """The promises that are neither done nor dropped."""
        for id, raw in self.table(Table.COMMITMENTS).items():
            if raw.get("state", CommitmentState.OPEN) == CommitmentState.OPEN:
                record = self._record(Table.COMMITMENTS, Commitment, id)
                if record is not None:
                    yield record

    def entries(self) -> Iterator[Entry]:
        """Every entry, in no order."""
        return self._all(Table.ENTRIES, Entry)

    def gatherings(self) -> Iterator[Gathering]:
        """Every gathering, in no order."""
        return self._all(Table.GATHERINGS, Gathering)

    def introductions(self) -> Iterator[Introduction]:
        """Every introduction, in no order."""
        return self._all(Table.INTRODUCTIONS, Introduction)

    def cards(self) -> Iterator[Card]:
        """Every card that was ever imported: the ledger."""
        return self._all(Table.CARDS, Card)

    def drafts(self) -> tuple[Draft, ...]:
        """The lines that could not be read yet, oldest first."""
        return tuple(sorted(self._all(Table.DRAFTS, Draft), key=lambda d: (d.made, d.id)))

    def conversation(self, id: str) -> Conversation | None:
        """One conversation by its whole id."""
        return self._record(Table.CONVERSATIONS, Conversation, id)

    def follow_ups_of(self, person: PersonId) -> tuple[Commitment, ...]:
        """My open promises to reach out to somebody, oldest first."""
        theirs = self.commitments_of(person)
        mine = {one.id: one for one in theirs if one.is_open and one.is_follow_up}
        return tuple(sorted(mine.values(), key=lambda c: (c.said, c.made, c.id)))

    def commitment(self, id: str) -> Commitment | None:
        """One promise by its whole id."""
        return self._record(Table.COMMITMENTS, Commitment, id)

    def entry(self, id: str) -> Entry | None:
        """One entry by its whole id."""
        return self._record(Table.ENTRIES, Entry, id)

    def gathering(self, id: str) -> Gathering | None:
        """One gathering by its whole id."""
        return self._record(Table.GATHERINGS, Gathering, id)
    def introduction(self, id: str) -> Introduction | None:
        """One introduction by its whole id."""
        return self._record(Table.INTRODUCTIONS, Introduction, id)


    def draft(self, id: str) -> Draft | None:
        """One draft by its whole id."""
        return self._record(Table.DRAFTS, Draft, id)

    # ids as people type them

    @cached_property
    def _ids(self) -> Ids:
        if self._shared.ids is None:
            self._shared.ids = sorted_ids(self._base)
        return Ids(self._shared.ids, sorted_ids(self._overlay))

    def short(self, id: str) -> str:
        """The shortest beginning of an id that names no other record."""
        return self._ids.short(id)

    def find(self, beginning: str) -> tuple[tuple[Table, str], ...]:
        """Every record whose id begins so, with its table."""
        return found_in(beginning, self.table)
