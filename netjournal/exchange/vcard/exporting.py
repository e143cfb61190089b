"""People as vCards: the lines they came with, with what the journal knows better."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from netjournal.domain.others import Card
from netjournal.domain.person import Person
from netjournal.domain.values import ME, PersonId
from netjournal.errors import UsageError
from netjournal.exchange.vcard.blobs import Blobs
from netjournal.exchange.vcard.emit import ORIGINAL_UID, VERSIONS, Outgoing, card_text
from netjournal.exchange.vcard.reading import plain_value, version_of
from netjournal.exchange.vcard.stored import load_lines
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


def current_card(snapshot: Snapshot, person: PersonId) -> Card | None:
    """The card imported last for somebody."""
    return max(snapshot.cards_of(person), key=lambda card: (card.made, card.index), default=None)


def outgoing(person: Person, snapshot: Snapshot, blobs: Blobs) -> Outgoing:
    """What is to be written for somebody."""
    relations = tuple(
        replace(item, name=snapshot.name_of(item.person)) if item.person else item
        for item in person.relations
    )
    person = replace(person, relations=relations)
    card = current_card(snapshot, person.id)
    if card is None:
        return Outgoing(uid=uid_from(person.id), person=person)
    lines = load_lines(card.lines, blobs)
    own = {line.name: plain_value(line) for line in lines if line.name in {"UID", ORIGINAL_UID}}
    original = own.get(ORIGINAL_UID, "")
    if own.get("UID") and uid_key(own["UID"]) != uid_key(card.uid):
        original = own["UID"]
    return Outgoing(
        uid=card.uid or uid_from(person.id),
        person=person,
        lines=lines,
        source=version_of(lines),
        original_uid=original,
    )
