"""The cards an import adds to the ledger, every line of them."""

from __future__ import annotations

from collections.abc import Iterator

from netjournal.domain.card import Card
from netjournal.domain.gesture import Change
from netjournal.domain.values import PersonId
from netjournal.exchange.vcard import stored
from netjournal.exchange.vcard.blobs import Blobs
from netjournal.exchange.vcard.lineage import Lineage, all_said, said_of
from netjournal.exchange.vcard.reading import ReadCard
from netjournal.journal.changes import new_id
from netjournal.journal.snapshot import Snapshot
from netjournal.tuples import NamedTuple


class Origins(NamedTuple):
    """Where and when a card came."""

    source: str
    """Name of the file."""
    archive: str
    """Its SHA-256."""
    made: str
    """The moment, UTC; a later file of one import comes later."""


class Kept:
    """Cards that will be stored, and whose they are."""

    def __init__(self, snapshot: Snapshot, blobs: Blobs) -> None:
        self._snapshot = snapshot
        self._blobs = blobs
        self._cards: list[tuple[Card, stored.RawLines]] = []
        # places in it
        self._of_person: dict[PersonId, list[int]] = {}
        # each with how many of those places are in it
        self._lineages: dict[PersonId, tuple[Lineage, int]] = {}

    def add(self, card: ReadCard, person: PersonId | None, uid: str, origins: Origins) -> None:
        """Keep a card under a UID; of nobody, for a list of people."""
        eol = stored.eol_of(card.lines)
        record = Card(
            id=new_id(),
            made=origins.made,
            canon=card.canon,
            uid=uid,
            version=card.version,
            source=origins.source,
            archive=origins.archive,
            index=card.number,
            eol=eol,
            person=person,
        )
        if person:
            self._of_person.setdefault(person, []).append(len(self._cards))
        self._cards.append((record, stored.store_lines(card.lines, eol, self._blobs)))

    def lineage(self, person: PersonId) -> Lineage:
        """Somebody's cards, those of the journal first; read when asked about, for few ever are."""
        known = self._lineages.get(person)
        if known is None:
            known = Lineage(all_said(self._snapshot, person, self._blobs)), 0
        lineage, count = known
        places = self._of_person.get(person, [])
        for at in places[count:]:
            card, lines = self._cards[at]
            lineage.add(said_of(stored.stored_card(card, lines), self._blobs))
        self._lineages[person] = lineage, len(places)
        return lineage

    def owners(self) -> Iterator[tuple[str, PersonId]]:
        """Each UID a card of somebody is kept under, and who that is."""
        for person, places in self._of_person.items():
            for at in places:
                yield self._cards[at][0].uid, person

    def changes(self) -> Iterator[Change]:
        """What stores them."""
        return (stored.created_card(card, lines) for card, lines in self._cards)
