"""The journal at one moment: immutable, decoded when asked, answering what belongs to whom."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from netjournal.domain.commitment import Commitment
from netjournal.domain.conversation import Conversation
from netjournal.domain.entry import Entry
from netjournal.domain.gesture import Change, Raw, Table
from netjournal.domain.me import Me
from netjournal.domain.person import Person
from netjournal.domain.replies import Outreach, in_order
from netjournal.domain.values import (
    ME,
    Direction,
    EntryKind,
    PartialDate,
    PersonId,
    RecordId,
)
from netjournal.errors import UnknownNameError
from netjournal.journal.book import Book, dossier_of
from netjournal.journal.dated import plain_day
from netjournal.journal.ids import Ids, found_in, sorted_ids
from netjournal.journal.known import KnownNames
from netjournal.journal.layers import changed_people, laid_over
from netjournal.journal.phrases import Phrases
from netjournal.journal.records import Records
from netjournal.text import fold

if TYPE_CHECKING:
    from netjournal.domain.card import Card

R = TypeVar("R")


class Snapshot(Records):
    """Every record of the journal at one moment. Nothing here changes; ``after`` makes the next."""

    def after(self, changes: Iterable[Change]) -> Snapshot:
        """The snapshot after some changes."""
        news = tuple(changes)
        base, over = laid_over(self._base, self._overlay, news)
        if base is not self._base:
            return Snapshot(base, over)
        grown = Snapshot(base, over, self._shared)
        people = changed_people(news)
        grown._phrases = self._phrases.after(people)
        raws = (raw or {} for change in news for raw in (change.before, change.after))
        if not any("merged_into" in raw for raw in raws):
            grown.redirects = self.redirects
        return grown

    def raws_of(self, table: Table, field: str, person: PersonId) -> Iterator[Raw]:
        """The raw records of a table whose field names somebody, merges followed."""
        ids = self._naming(table, field, person)
        return (raw for id in ids if (raw := self.raw(table, id)) is not None)

    def _naming(self, table: str, field: str, person: PersonId) -> Iterable[str]:
        """The ids of the records whose field names somebody, each once, merges followed."""
        index = self._index(table, field)
        people = (person, *self._merged_from.get(person, ()))
        return dict.fromkeys(id for each in people for id in index[each])

    def _of(
        self,
        table: Table,
        cls: type[R],
        field: str,
        person: PersonId,
        is_meant: Callable[[Raw], bool] | None = None,
    ) -> Iterator[R]:
        for id in self._naming(table, field, person):
            if is_meant is None or is_meant(self.raw(table, id) or {}):
                record = self._record(table, cls, id)
                if record is not None:
                    yield record

    # people

    @cached_property
    def me(self) -> Me:
        """Who keeps the journal."""
        return self._record(Table.PEOPLE, Me, ME) or Me()

    @cached_property
    def redirects(self) -> Mapping[str, str]:
        """Who was merged into whom."""
        return {
            id: target
            for id, raw in self.table(Table.PEOPLE).items()
            if isinstance(target := raw.get("merged_into"), str)
        }

    @cached_property
    def _merged_from(self) -> dict[str, tuple[PersonId, ...]]:
        sources: dict[str, list[PersonId]] = {}
        for source in self.redirects:
            sources.setdefault(self.final(source), []).append(PersonId(source))
        return {target: tuple(ids) for target, ids in sources.items()}

    def final(self, person: str) -> PersonId:
        """The person an id stands for now, merges followed."""
        seen = {person}
        while (target := self.redirects.get(person)) is not None and target not in seen:
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
        """A birthday told in a line of quick add is an entry; it counts until edited by hand.

        Without its year it keeps the one that was known of that day.
        """
        told = [e for e in self.entries_of(person.id, EntryKind.BIRTHDAY) if e.closed is None]
        days = [day for entry in told if (day := _birthday(entry.text))]
        if not days:
            return person
        known = (*days, *([person.birthday] if person.birthday else ()))
        same = (day for day in known if day.year and day[:2] == days[0][:2])
        return person._replace(birthday=days[0] if days[0].year else next(same, days[0]))

    def people(self) -> Iterator[Person]:
        """Everybody, merged ones and me left out."""
        for id in self.table(Table.PEOPLE):
            if id != ME and id not in self.redirects:
                person = self.person(id)
                if person is not None:
                    yield person

    def people_holding(self, words: Sequence[str]) -> Iterator[Person]:
        """Everybody whose own record may hold all folded words, as it stands; others too."""
        for id in self.holding(Table.PEOPLE, [words]):
            if id != ME and id not in self.redirects:
                person = self.stored_person(id)
                if person is not None:
                    yield person

    def people_told_of(self, words: Sequence[str]) -> Sequence[PersonId] | None:
        """Those of whom one of some folded words may be said, others among them.

        None: asking everybody costs no more, for everything is read.
        """
        return None if words else ()

    def person_to_change(self, id: PersonId) -> Person:
        """Somebody as stored.

        Raises:
            UnknownNameError: they were removed meanwhile.
        """
        person = self.stored_person(id)
        if person is None:
            raise UnknownNameError("This person is no longer in the journal.", text=id)
        return person

    def name_of(self, id: str) -> str:
        """Somebody's name; a person who is gone is shown as such, never an error."""
        if id == ME:
            return self.me.name or "me"
        person = self.stored_person(id)
        return person.name if person else "someone no longer here"

    def names_of(self, people: Iterable[str]) -> list[str]:
        """The names of some people; of those who were merged one is told."""
        return [self.name_of(id) for id in dict.fromkeys(map(self.final, people))]

    def people_at(self, address: str) -> tuple[PersonId, ...]:
        """The people who have an email address, case and accents folded; in order of their ids."""
        likely = self.people_holding([address])
        found = (person.id for person in likely if has_address(person, address))
        return tuple(sorted(found))

    def merged_into(self, person: PersonId) -> tuple[PersonId, ...]:
        """The ids of those who were merged into somebody."""
        return self._merged_from.get(person, ())

    def talk_ids(self, person: PersonId) -> tuple[str, ...]:
        """The ids of everything that passed between me and somebody, unreadable records too."""
        return tuple(self._naming(Table.CONVERSATIONS, "people", person))

    def outreach(self, person: PersonId, today: date) -> Outreach | None:
        """When I last reached out to somebody, or we talked; nothing older is decoded for it."""
        for talk in self.lately_with(person):
            is_mine = talk.direction is not Direction.INBOUND and not talk.broadcast
            if is_mine and talk.day <= today:
                return Outreach(talk.day, talk.channel)
        return None

    def has_died(self, person: str) -> bool:
        """Whether somebody is known to have died."""
        who = self.stored_person(person)
        return who is not None and who.died

    def has_talked(self, person: PersonId) -> bool:
        """Whether anything ever passed between me and somebody."""
        return bool(self.talk_ids(person))

    def about(self, person: PersonId) -> str:
        """What tells somebody apart: organisation, circle, the last day something passed."""
        return dossier_of(person, self).about

    @cached_property
    def names(self) -> KnownNames:
        """The book of names."""
        if self._shared.names is None:
            self._shared.names = Phrases(self._base.get(Table.PEOPLE, {}))
        return Book(self, self._shared.names, self._phrases)

    @cached_property
    def _phrases(self) -> Phrases:
        """Those of the people who changed."""
        return Phrases(self._overlay.get(Table.PEOPLE, {}))

    # what belongs to whom

    def conversations_of(self, person: PersonId) -> tuple[Conversation, ...]:
        """What passed between me and somebody, newest first."""
        found = self._of(Table.CONVERSATIONS, Conversation, "people", person)
        return tuple(sorted(found, key=lambda c: (c.day, c.made), reverse=True))

    def lately_with(self, person: PersonId) -> Iterator[Conversation]:
        """The same as they happened, the last one first; each is decoded when it is its turn."""
        raws = ((id, self.raw(Table.CONVERSATIONS, id) or {}) for id in self.talk_ids(person))
        moments = [(plain_day(raw.get("day")), str(raw.get("made")), id) for id, raw in raws]
        if not all(day for day, _, _ in moments):
            return iter(sorted(self.conversations_of(person), key=in_order, reverse=True))
        moments.sort(reverse=True)
        talks = (self.conversation(id) for _, _, id in moments)
        return (talk for talk in talks if talk is not None)

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
        kept = self._of(Table.ENTRIES, Entry, "person", person, _is_of(kind) if kind else None)
        return tuple(sorted(kept, key=lambda e: (e.day, e.made), reverse=True))

    def cards_of(self, person: PersonId) -> tuple[Card, ...]:
        """The vCards that somebody came from, oldest first."""
        from netjournal.domain.card import Card

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

    def follow_ups_of(self, person: PersonId) -> tuple[Commitment, ...]:
        """My open promises to reach out to somebody, oldest first."""
        theirs = self.commitments_of(person)
        mine = {one.id: one for one in theirs if one.is_open and one.is_follow_up}
        return tuple(sorted(mine.values(), key=lambda c: (c.said, c.made, c.id)))

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


def _birthday(text: str) -> PartialDate | None:
    try:
        return PartialDate.parse(text)
    except ValueError:
        return None


def _is_of(kind: EntryKind) -> Callable[[Raw], bool]:
    return lambda raw: raw.get("kind") == kind


def has_address(person: Person | None, address: str) -> bool:
    """Whether somebody has an email address, which is folded."""
    return person is not None and any(fold(email.value) == address for email in person.emails)
