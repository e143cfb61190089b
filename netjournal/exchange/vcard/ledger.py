"""Who is known already: cards by what they say and by UID, people by what they can be known by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from netjournal.domain import names
from netjournal.domain.gesture import Raw, Table
from netjournal.domain.likeness import Likeness, Lookalikes, Traits, traits_of
from netjournal.domain.person import Person
from netjournal.domain.values import ME, PersonId
from netjournal.exchange.vcard.blobs import Blobs
from netjournal.exchange.vcard.fields import CardFields
from netjournal.exchange.vcard.lineage import said_of
from netjournal.exchange.vcard.uids import uid_from, uid_key
from netjournal.journal.snapshot import Snapshot
from netjournal.text import fold

MOST_OWNERS = 50
"""People of one UID, from copied cards; of more than these a UID no longer tells one."""


class Ledger:
    """Every card ever imported, and every person, by what may tell that they come again."""

    def __init__(self, snapshot: Snapshot, blobs: Blobs, region: str) -> None:
        self.canons: dict[str, PersonId | None] = {}
        """Whose card it is, by what it says; None for a list of people."""
        self._snapshot = snapshot
        self._blobs = blobs
        self._region = region
        # in the order they came
        self._uids: dict[str, dict[PersonId, None]] = {}
        self._gone: set[PersonId] = set()
        people = snapshot.table(Table.PEOPLE)
        for id in people:
            if id != ME:
                self._own(uid_from(id), snapshot.final(id))
        for raw in snapshot.table(Table.CARDS).values():
            owner = raw.get("person")
            person = snapshot.final(owner) if isinstance(owner, str) else None
            self.canons[str(raw.get("canon", ""))] = person
            if person:
                for uid in _uids_in(raw):
                    self._own(uid, person)
                if person not in people:
                    self._gone.add(person)

    @cached_property
    def _lookalikes(self) -> Lookalikes[PersonId]:
        """Everybody, read only when a card is of nobody known by UID."""
        known: Lookalikes[PersonId] = Lookalikes(self._region)
        for person in self._snapshot.people():
            known.add(person.id, traits_of(person))
        for id in self._gone:
            for card in self._snapshot.cards_of(id):
                known.add(id, traits_of(said_of(card, self._blobs).fields))
        return known

    def add(self, id: PersonId, uid: str, traits: Traits) -> None:
        """Somebody is known to the cards that follow, with this UID and these traits."""
        self._own(uid, id)
        self._lookalikes.add(id, traits)

    def _own(self, uid: str, person: PersonId) -> None:
        self._uids.setdefault(uid_key(uid), {})[person] = None

    def by_uid(self, uid: str) -> tuple[PersonId, ...]:
        """Whose cards have that UID; copied cards make it several, and very many tell nobody."""
        owners = self._uids.get(uid_key(uid), {}) if uid else {}
        return tuple(owners) if len(owners) <= MOST_OWNERS else ()

    def has_uid(self, uid: str) -> bool:
        """Whether a card of that UID came before."""
        return bool(uid) and uid_key(uid) in self._uids

    def like(self, traits: Traits) -> list[tuple[PersonId, Likeness]]:
        """Who may be the person of a card, those who were removed too."""
        return self._lookalikes.like(traits)


def _uids_in(raw: Raw) -> Iterable[str]:
    """The UID a card was given, and its own where that is another."""
    uid = str(raw.get("uid") or "")
    if uid:
        yield uid
    if uid != uid_from(str(raw.get("canon", ""))):
        return
    lines = raw.get("lines")
    for line in lines if isinstance(lines, list | tuple) else ():
        text = str(line.get("text", "")) if isinstance(line, Mapping) else ""
        if text[:3].upper() == "UID" and ":" in text:
            yield text.partition(":")[2].strip()


def compatible(card: CardFields, base: CardFields, person: Person) -> bool:
    """Whether a card can be of the person whose UID it has, rather than a copied card.

    A word of the name, an address or a number in common; or one of them has no name.
    """
    if not (card.has_name and (base.has_name or person.name)):
        return True
    if set(names.words(card.name)) & {*names.words(base.name), *names.words(person.name)}:
        return True
    return any(
        {fold(item.value) for item in getattr(card, name)}
        & {fold(item.value) for who in (base, person) for item in getattr(who, name)}
        for name in ("emails", "phones")
    )
