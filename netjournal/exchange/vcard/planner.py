"""What becomes of each card: new, the same person changed, known already, a group, nothing.

A card is known by what it says (its canonical hash), else by its UID. Nothing else is certain
enough: whoever shares an address, a number or a name with somebody becomes a new person, and the
plan says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from netjournal.domain.gesture import Change
from netjournal.domain.others import Card
from netjournal.domain.person import Person
from netjournal.domain.values import Origin, PersonId
from netjournal.exchange.plan import Kind
from netjournal.exchange.vcard.blobs import Blobs, MemoryBlobs
from netjournal.exchange.vcard.canon import canonical_lines
from netjournal.exchange.vcard.convert import opened
from netjournal.exchange.vcard.edits import split_name
from netjournal.exchange.vcard.emit import VERSIONS, Outgoing, card_text
from netjournal.exchange.vcard.exporting import outgoing
from netjournal.exchange.vcard.fields import CardFields, read_fields
from netjournal.exchange.vcard.ledger import Ledger, compatible
from netjournal.exchange.vcard.lines import Line, read_lines
from netjournal.exchange.vcard.reading import ReadCard, plain_value
from netjournal.exchange.vcard.stored import eol_of, store_lines
from netjournal.exchange.vcard.uids import uid_from, uid_key
from netjournal.exchange.vcard.updating import updated
from netjournal.exchange.vcard.wanted import UNNAMED
from netjournal.journal.changes import created, edited, new_id, new_person_id
from netjournal.journal.snapshot import Snapshot

RawLines = list[dict[str, object]]
"""The lines of a card as ``store_lines`` makes them."""

_KNOWN = "known, nothing new"
_REMOVED = "removed since, not brought back"


class Verdict(NamedTuple):
    """What becomes of one card, and why."""

    kind: Kind
    reason: str
    person: PersonId | None = None
    question: str = ""


class Origins(NamedTuple):
    """Where a card came from."""

    source: str
    """Name of the file."""
    archive: str
    """Its SHA-256."""


class Planner:
    """The journal as it will be after the cards decided so far."""

    def __init__(self, snapshot: Snapshot, blobs: Blobs, made: str) -> None:
        self.blobs = MemoryBlobs(blobs)
        self._snapshot = snapshot
        self._made = made
        self._ledger = Ledger(snapshot)
        self._people: dict[PersonId, Person] = {}
        # each with its lines
        self._cards: list[tuple[Card, RawLines]] = []
        # what was last imported of a person in this plan
        self._latest: dict[PersonId, Outgoing] = {}
        self._groups: list[ReadCard] = []

    def decide(self, card: ReadCard, origins: Origins) -> Verdict:
        """What becomes of a card; later cards are decided knowing it."""
        if card.canon in self._ledger.canons:
            owner = self._ledger.canons[card.canon]
            gone = owner is not None and self._person(owner) is None
            return Verdict(Kind.UNCHANGED, _REMOVED if gone else _KNOWN, owner)
        if card.is_group:
            self._groups.append(card)
            self._keep(card, None, card.uid, origins)
            return Verdict(Kind.GROUP, "a list of people")
        if card.fields.is_empty:
            return Verdict(Kind.EMPTY, "says nothing of anybody")
        owner = self._ledger.by_uid(card.uid)
        if owner is None:
            return self._new(card, card.uid or uid_from(card.canon), origins)
        person = self._person(owner)
        if person is None:
            return Verdict(Kind.UNCHANGED, _REMOVED, owner)
        return self._again(card, person, origins)

    def changes(self) -> tuple[Change, ...]:
        """What is to be written: people first, then their cards."""
        self._tag_members()
        people = (self._change(person) for person in self._people.values())
        return (*filter(None, people), *(_created(card, lines) for card, lines in self._cards))

    def _change(self, person: Person) -> Change | None:
        before = self._snapshot.stored_person(person.id)
        return edited(self._snapshot, before, person) if before else created(person)

    def _person(self, id: PersonId) -> Person | None:
        return self._people.get(id) or self._snapshot.stored_person(id)

    def _new(self, card: ReadCard, uid: str, origins: Origins, question: str = "") -> Verdict:
        fields = card.fields
        person = _person_of(fields, new_person_id(), self._made)
        maybe = self._ledger.add(person.id, uid, fields)
        if maybe and not question:
            question = (
                f"{person.name} has the {maybe.shared} of {maybe.name or UNNAMED}: "
                "added as a new person, for you to compare."
            )
        self._people[person.id] = person
        self._keep(card, person, uid, origins)
        return Verdict(Kind.NEW, "not known yet", person.id, question)

    def _again(self, card: ReadCard, person: Person, origins: Origins) -> Verdict:
        """A card whose UID is somebody's: the same person as it is now, or a copied card."""
        ours = self._latest.get(person.id) or outgoing(person, self._snapshot, self.blobs)
        base = read_fields(ours.lines, ours.source) if ours.lines else _without_card(person)
        if not compatible(card.fields, base, person):
            question = f"{card.fields.name} has the UID of {person.name}: kept apart as a new one."
            return self._new(card, uid_from(card.canon), origins, question)
        if _rev(card.said) < _rev(ours.lines):
            return Verdict(Kind.UNCHANGED, "older than what is known", person.id)
        after, changed = updated(person, base, card.fields)
        if not changed and _says_nothing_new(card, replace(ours, person=person)):
            return Verdict(Kind.UNCHANGED, _KNOWN, person.id)
        if changed:
            self._people[person.id] = after
        self._keep(card, after, ours.uid, origins)
        reason = ", ".join(changed) or "other lines of the card"
        return Verdict(Kind.UPDATED, f"changed: {reason}", person.id)

    def _keep(self, card: ReadCard, person: Person | None, uid: str, origins: Origins) -> None:
        """Put the card into the ledger, every line of it."""
        eol = eol_of(card.lines)
        kept = Card(
            id=new_id(),
            made=self._made,
            canon=card.canon,
            uid=uid,
            version=card.version,
            source=origins.source,
            archive=origins.archive,
            index=card.number,
            eol=eol,
            person=person.id if person else None,
        )
        self._cards.append((kept, store_lines(card.lines, eol, self.blobs)))
        self._ledger.canons[card.canon] = person.id if person else None
        if person:
            self._latest[person.id] = Outgoing(
                uid=uid, person=person, lines=card.said, source=card.version
            )

    def _tag_members(self) -> None:
        """The name of a group becomes a topic of its members that are new."""
        if not self._groups:
            return
        by_uid = {
            uid_key(out.uid): person
            for person, out in self._latest.items()
            if self._snapshot.stored_person(person) is None
        }
        for group in self._groups:
            topic = group.fields.name
            members = {by_uid[key] for uid in group.members if (key := uid_key(uid)) in by_uid}
            for member in members if topic else ():
                person = self._people[member]
                if topic not in person.topics:
                    self._people[member] = replace(person, topics=(*person.topics, topic))


def _created(card: Card, lines: RawLines) -> Change:
    """The change that makes a card with these lines."""
    change = created(card)
    return change._replace(after={**(change.after or {}), "lines": lines})


def _without_card(person: Person) -> CardFields:
    """What was last imported of somebody made by hand: nothing, but our export splits names."""
    given, family = split_name(person.name)
    return CardFields(given=given, family=family)


def _person_of(fields: CardFields, id: PersonId, made: str) -> Person:
    return Person(
        id=id,
        made=made,
        name=fields.name or UNNAMED,
        given=fields.given,
        family=fields.family,
        nicknames=fields.nicknames,
        organisations=fields.organisations,
        emails=fields.emails,
        phones=fields.phones,
        addresses=fields.addresses,
        links=fields.links,
        birthday=fields.birthday,
        dates=fields.dates,
        topics=fields.topics,
        relations=fields.relations,
        origin=Origin.IMPORT,
        died=fields.died,
        died_on=fields.died_on,
    )


def _rev(lines: Sequence[Line]) -> str:
    """When the card says it was last changed, as digits that sort; nothing if it does not."""
    text = next((plain_value(line) for line in lines if line.name == "REV"), "")
    return "".join(char for char in text if char.isdecimal())


def _says_nothing_new(card: ReadCard, ours: Outgoing) -> bool:
    """Whether each line of a card is in what we have, or in what we would write ourselves."""
    theirs = set(canonical_lines(card.said, card.version))
    if theirs <= set(canonical_lines(ours.lines, ours.source)):
        return True
    for version in VERSIONS:
        lines = [opened(line) for line in read_lines(card_text(ours, version))]
        if theirs <= set(canonical_lines(lines, version)):
            return True
    return False
