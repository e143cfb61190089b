"""The book of names: who and which gathering a phrase may mean, and what tells people apart."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from netjournal.domain.gesture import Raw, Table
from netjournal.domain.names import Fit, GatheringMatch, NameMatch, words
from netjournal.domain.values import ME, Circle, PersonId, RecordId
from netjournal.journal.layers import text_in
from netjournal.journal.near import near
from netjournal.journal.phrases import Phrases
from netjournal.text import fold
from netjournal.tuples import NamedTuple

if TYPE_CHECKING:
    from netjournal.domain.conversation import Conversation
    from netjournal.domain.person import Person
    from netjournal.journal.snapshot import Snapshot


class Last(NamedTuple):
    """The newest thing that passed between me and somebody."""

    day: str
    made: str
    channel: str


class Dossier(NamedTuple):
    """What a name match tells of somebody; made of JSON values alone."""

    name: str
    circle: str
    organisation: str | None
    """None: the record cannot be read."""
    reach: str
    """A first address or number."""
    talked: bool = False
    """Whether anything ever passed."""
    last: Last | None = None
    merged: tuple[str, ...] = ()
    """The ids of those who were merged into them."""

    @property
    def about(self) -> str:
        """What tells them apart: organisation, circle, the last day something passed."""
        if self.organisation is None:
            return ""
        last = f"last {self.last.channel} {self.last.day}" if self.last else self.reach
        return ", ".join(part for part in (self.organisation, self.circle, last) if part)

    def match(self, id: str, fit: Fit) -> NameMatch:
        """They, as somebody a phrase may mean."""
        circle = self.circle if self.circle in set(Circle) else Circle.ROLODEX
        return NameMatch(
            person=PersonId(id),
            name=self.name,
            fit=fit,
            known=self.circle != Circle.ROLODEX or self.talked,
            about=self.about,
            circle=Circle(circle),
        )


def dossier(raw: Raw, person: Person | None) -> Dossier:
    """What a person's own record tells; ``person`` is it decoded, None if that cannot be."""
    reach = next((e.value for e in (*person.emails, *person.phones)), "") if person else ""
    return Dossier(
        name=text_in(raw, "name"),
        circle=text_in(raw, "circle") or Circle.ROLODEX.value,
        organisation=person.organisation if person else None,
        reach=reach,
    )


def last_of(talk: Conversation) -> Last:
    """When a conversation was, and over which channel."""
    return Last(talk.day.isoformat(), talk.made, talk.channel.value)


def dossier_of(id: PersonId, snapshot: Snapshot) -> Dossier:
    """What the journal tells of somebody."""
    newest = newest_of(
        snapshot.talk_ids(id),
        lambda talk: snapshot.raw(Table.CONVERSATIONS, talk) or {},
        snapshot.conversation,
    )
    return dossier(snapshot.raw(Table.PEOPLE, id) or {}, snapshot.stored_person(id))._replace(
        talked=snapshot.has_talked(id),
        last=last_of(newest) if newest else None,
        merged=snapshot.merged_into(id),
    )


def is_iso_day(day: str) -> bool:
    """Whether days that are written like this compare as text."""
    return len(day) == 10 and day[4] == day[7] == "-"


def newest_of(
    talks: Iterable[str],
    raw_of: Callable[[str], Raw],
    talk_of: Callable[[str], Conversation | None],
) -> Conversation | None:
    """The newest of some conversations; the others are not even decoded, where that is sure."""
    moments: list[tuple[str, str, str]] = []
    for id in talks:
        raw = raw_of(id)
        day = text_in(raw, "day")
        if not is_iso_day(day):
            # another way to write a day, or none: only decoding tells
            talk = talk_of(id)
            if talk is None:
                continue
            day = talk.day.isoformat()
        moments.append((day, text_in(raw, "made"), id))
    moments.sort(key=lambda moment: moment[:2], reverse=True)
    return next(filter(None, (talk_of(id) for _, _, id in moments)), None)


class Names(ABC):
    """A ``NameBook`` over whoever finds phrases and people."""

    def people(self, phrase: str) -> Sequence[NameMatch]:
        """Everybody the whole phrase may name, the closest first."""
        key, plain = fold(phrase).strip(), " ".join(words(phrase))
        found = self._found(key) or (self._found(plain) if plain != key else ())
        return sorted(
            (self._dossier(id).match(id, fit) for id, fit in found),
            key=lambda m: (m.fit, not m.known, m.name, m.person),
        )

    def similar(self, phrase: str) -> Sequence[NameMatch]:
        """People a typing error away: any of them by full name, known ones by any name."""
        found: dict[str, NameMatch] = {}
        for _, key in near(" ".join(words(phrase)), self._alike):
            for id, fit in sorted(self._found(key)):
                match = self._dossier(id).match(id, fit)
                if match.known or fit is Fit.FULL:
                    found.setdefault(id, match)
        return tuple(found.values())[:5]

    def gatherings(self, phrase: str) -> Sequence[GatheringMatch]:
        """Gatherings of that name, the newest first."""
        found = self._called(fold(phrase).strip())
        return sorted(found, key=lambda g: (g.day, g.gathering), reverse=True)

    def beginning(self, typed: str) -> Sequence[str]:
        """The full names that begin so, case and accents folded, each once, in order."""
        key = fold(typed)
        folded = {name: fold(name) for _, name in self._named(key[:1])}
        found = (name for name, text in folded.items() if text.startswith(key))
        return sorted(found, key=lambda name: (folded[name], name))

    @abstractmethod
    def _named(self, first: str) -> Iterable[tuple[str, str]]:
        """Ids and full names, those at least whose folded name begins with a character."""

    @property
    @abstractmethod
    def longest(self) -> int:
        """How many words the longest name has."""

    @abstractmethod
    def _found(self, key: str) -> Sequence[tuple[str, Fit]]:
        """Who is found under a phrase, with how well it fits."""

    @abstractmethod
    def _alike(self, length: int, first: str) -> Iterable[str]:
        """The phrases of a length that begin with a character."""

    @abstractmethod
    def _dossier(self, id: str) -> Dossier:
        """What tells somebody who was found from others."""

    @abstractmethod
    def _called(self, key: str) -> Iterable[GatheringMatch]:
        """The gatherings of a folded name."""


def named(people: Mapping[str, Raw | None]) -> Iterator[tuple[str, str]]:
    """The ids and full names of the people of one layer who have one."""
    for id, raw in people.items():
        if raw is not None and id != ME and "merged_into" not in raw:
            name = text_in(raw, "name")
            if name:
                yield id, name


class Book(Names):
    """Names of one snapshot: those of its base, and those of who changed since."""

    def __init__(self, snapshot: Snapshot, base: Phrases, over: Phrases) -> None:
        self._snapshot = snapshot
        self._base = base
        self._over = over

    @property
    def longest(self) -> int:
        """How many words the longest name has."""
        return max(self._base.longest, self._over.longest)

    def _named(self, first: str) -> Iterable[tuple[str, str]]:
        everybody = named(self._snapshot.table(Table.PEOPLE))
        return (one for one in everybody if fold(one[1]).startswith(first))

    def _found(self, key: str) -> Sequence[tuple[str, Fit]]:
        base = [pair for pair in self._base.keys.get(key, ()) if pair[0] not in self._over.people]
        return base + self._over.keys.get(key, [])

    def _alike(self, length: int, first: str) -> Iterable[str]:
        place = (length, first)
        return {*self._base.alike.get(place, ()), *self._over.alike.get(place, ())}

    def _dossier(self, id: str) -> Dossier:
        return dossier_of(PersonId(id), self._snapshot)

    def _called(self, key: str) -> Iterable[GatheringMatch]:
        return (
            GatheringMatch(RecordId(g.id), g.name, g.day.isoformat() if g.day else "")
            for g in self._snapshot.gatherings()
            if fold(g.name).strip() == key
        )
