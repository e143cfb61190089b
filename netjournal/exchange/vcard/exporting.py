"""People as vCards: the lines they came with, with what the journal knows better."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from netjournal.domain.gesture import Gesture, Table
from netjournal.domain.person import Person
from netjournal.domain.values import ME, PersonId
from netjournal.exchange.vcard.appendix import appendix
from netjournal.exchange.vcard.blobs import Blobs
from netjournal.exchange.vcard.decode import binary_of
from netjournal.exchange.vcard.emit import ORIGINAL_UID, Outgoing, card_text
from netjournal.exchange.vcard.exact import exact_card
from netjournal.exchange.vcard.groups import Group, stored_groups
from netjournal.exchange.vcard.lineage import Said, in_order, joined, latest, said_of
from netjournal.exchange.vcard.lines import Line, read_line
from netjournal.exchange.vcard.manner import SMALL_PHOTO, Manner, Photos
from netjournal.exchange.vcard.people import named_relations
from netjournal.exchange.vcard.plain import one_line
from netjournal.exchange.vcard.reading import MEMBERS, first, plain_value
from netjournal.exchange.vcard.uids import uid_from, uid_key
from netjournal.journal.snapshot import Snapshot
from netjournal.tuples import NamedTuple

_PICTURES = frozenset({"PHOTO", "LOGO"})


class Written(NamedTuple):
    """One card, ready to leave."""

    uid: str
    name: str
    data: bytes
    left_out: bool = False
    """A picture stayed in the journal."""


def written_cards(
    people: Iterable[Person], snapshot: Snapshot, blobs: Blobs, manner: Manner
) -> Iterator[Written]:
    """Each of the people as a vCard with a UID of its own, then the lists they are on.

    What the journal is about (notes, calibre, fit, circles) never leaves, and conversations and
    promises only as ``manner`` says.

    Args:
        people: already chosen; I am left out.
        snapshot: where their cards are.
        blobs: where the large values of the cards are.
        manner: how they are to be written.

    Raises:
        InputError: a card written would not read back the same; an error of ours.

    """
    groups = stored_groups(snapshot, blobs).values()
    taken: dict[str, Person] = {}
    members: dict[str, tuple[str, Person]] = {}
    for person in people:
        if person.id == ME:
            continue
        said = _said_of(snapshot, person.id, blobs)
        card = outgoing(person, snapshot, said)
        if uid_key(card.uid) in taken:
            card = replace(card, uid=uid_from(person.id), original_uid=card.uid)
        taken[uid_key(card.uid)] = person
        for uid in (card.uid, *(each.uid for each in said)):
            members.setdefault(uid_key(uid), (card.uid, person))
        if manner.notes:
            card = replace(card, appendix=appendix(person, snapshot))
        if manner.exact:
            card = _without_lists(card, said, groups)
        yield _written(card, said, blobs, manner)
    if manner.groups and members:
        for group in groups:
            if outgoing_group := _group(group, members):
                text = card_text(outgoing_group, manner.version)
                yield Written(group.uid, group.name, text.encode())


def _without_lists(card: Outgoing, said: Iterable[Said], groups: Iterable[Group]) -> Outgoing:
    """The same without topics that only a list of people gave: they are no edit of the card."""
    assert card.person is not None, "a list of people is written elsewhere"
    mine = {uid_key(each.uid) for each in said}
    own = {topic for each in said for topic in each.fields.topics}
    given = {group.name for group in groups if mine & set(map(uid_key, group.members))} - own
    if not given.intersection(card.person.topics):
        return card
    topics = tuple(topic for topic in card.person.topics if topic not in given)
    return replace(card, person=card.person._replace(topics=topics))


def stale_uids(
    snapshot: Snapshot, written: Iterable[Written], gestures: Iterable[Gesture] = ()
) -> frozenset[str]:
    """Keys of UIDs that were known once and no longer leave: of people removed or merged away.

    Those who never came with a card are known by the ``gestures`` they were made and removed in.
    """
    here = {uid_key(card.uid) for card in written}
    known = {uid_key(str(raw.get("uid") or "")) for raw in snapshot.table(Table.CARDS).values()}
    people = {
        *snapshot.table(Table.PEOPLE),
        *(each.id for act in gestures for each in act.changes if each.table == Table.PEOPLE),
    }
    made = {uid_key(uid_from(id)) for id in people}
    return frozenset((known | made) - here - {""})


def _written(card: Outgoing, said: list[Said], blobs: Blobs, manner: Manner) -> Written:
    assert card.person is not None, "a list of people is written elsewhere"
    name = card.person.name
    kept = [line for line in card.lines if not _stays(line, manner.photos)]
    left_out = len(kept) < len(card.lines)
    stored = said[0].stored if len(said) == 1 else None
    if manner.exact and stored is not None and not left_out:
        data = exact_card(stored, card, blobs, manner.revision)
        if data is not None:
            return Written(card.uid, name, data)
    text = card_text(replace(card, lines=kept), manner.version, manner.revision)
    return Written(card.uid, name, text.encode(), left_out)


def _stays(line: Line, photos: Photos) -> bool:
    if photos is Photos.FULL or line.name not in _PICTURES:
        return False
    data = binary_of(line)
    return data is not None and (photos is Photos.NONE or len(data) > SMALL_PHOTO)


def _group(group: Group, members: dict[str, tuple[str, Person]]) -> Outgoing | None:
    """A list with those of its members who leave and still have its topic; None for nobody."""
    lines: list[Line] = []
    count = 0
    for line in group.lines:
        if line.name not in MEMBERS:
            lines.append(line)
            continue
        uid, person = members.get(uid_key(plain_value(line)), ("", None))
        if person is not None and group.name in person.topics:
            lines.append(read_line(f"{line.name}:{uid}"))
            count += 1
    if not count:
        return None
    return Outgoing(uid=group.uid, lines=lines, source=group.version)


def _said_of(snapshot: Snapshot, person: PersonId, blobs: Blobs) -> list[Said]:
    cards = latest(in_order(snapshot.cards_of(person), person))
    return [said_of(card, blobs) for card in cards]


def outgoing(person: Person, snapshot: Snapshot, said: list[Said]) -> Outgoing:
    """What is to be written for somebody whose cards said this, the latest of each UID."""
    person = person._replace(relations=named_relations(person, snapshot))
    if not said:
        return Outgoing(uid=uid_from(person.id), person=person)
    lead = said[0]
    lines, version = joined(said)
    own = plain_value(first(lead.lines, "UID"))
    original = plain_value(first(lead.lines, ORIGINAL_UID))
    if own and uid_key(own) != uid_key(lead.uid):
        original = own
    # what no card may carry out cannot name one either
    own_uid = lead.uid if one_line(lead.uid) == lead.uid else ""
    return Outgoing(
        uid=own_uid or uid_from(person.id),
        person=person,
        lines=lines,
        source=version,
        original_uid=original,
    )
