"""People as vCards: the lines they came with, with what the journal knows better."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from netjournal.domain.person import Person
from netjournal.domain.values import ME
from netjournal.errors import UsageError
from netjournal.exchange.vcard.blobs import Blobs
from netjournal.exchange.vcard.emit import ORIGINAL_UID, VERSIONS, Outgoing, card_text
from netjournal.exchange.vcard.lineage import Said, joined, latest, latest_cards, said_of
from netjournal.exchange.vcard.reading import plain_value
from netjournal.exchange.vcard.uids import uid_from, uid_key
from netjournal.journal.snapshot import Snapshot


def export_cards(
    people: Iterable[Person], snapshot: Snapshot, blobs: Blobs, version: str = "3.0"
) -> bytes:
    """The people as one file of vCards; each has a UID of its own.

    What the journal is about (conversations, promises, notes, calibre, fit, circles) never leaves.

    Args:
        people: already chosen; I am left out.
        snapshot: where their cards are.
        blobs: where the large values of the cards are.
        version: ``3.0``, read everywhere, or ``4.0``.

    Raises:
        UsageError: another version.
        InputError: a card written would not read back the same; an error of ours.

    """
    if version not in VERSIONS:
        raise UsageError(f"vCard {version} cannot be written; it is {' or '.join(VERSIONS)}.")
    taken: set[str] = set()
    texts: list[str] = []
    for person in people:
        if person.id == ME:
            continue
        card = outgoing(person, snapshot, blobs)
        if uid_key(card.uid) in taken:
            card = replace(card, uid=uid_from(person.id), original_uid=card.uid)
        taken.add(uid_key(card.uid))
        texts.append(card_text(card, version))
    return "".join(texts).encode()


def outgoing(
    person: Person, snapshot: Snapshot, blobs: Blobs, also: Iterable[Said] = ()
) -> Outgoing:
    """What is to be written for somebody: their cards, those not stored yet last."""
    relations = tuple(
        replace(item, name=snapshot.name_of(item.person)) if item.person else item
        for item in person.relations
    )
    person = replace(person, relations=relations)
    cards = latest_cards(snapshot.cards_of(person.id), person.id)
    said = latest((*(said_of(card, blobs) for card in cards), *also))
    if not said:
        return Outgoing(uid=uid_from(person.id), person=person)
    lead = said[0]
    lines, version = joined(said)
    own = {line.name: plain_value(line) for line in lead.lines if line.name in _UIDS}
    original = own.get(ORIGINAL_UID, "")
    if own.get("UID") and uid_key(own["UID"]) != uid_key(lead.uid):
        original = own["UID"]
    return Outgoing(
        uid=lead.uid or uid_from(person.id),
        person=person,
        lines=lines,
        source=version,
        original_uid=original,
    )


_UIDS = frozenset({"UID", ORIGINAL_UID})
