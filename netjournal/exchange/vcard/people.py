"""What a card says as a person, new or known."""

from __future__ import annotations

from netjournal.domain.likeness import UNNAMED
from netjournal.domain.person import Person, Relation
from netjournal.domain.values import ME, Origin, PersonId
from netjournal.exchange.vcard.fields import CardFields
from netjournal.exchange.vcard.wanted import relation_of
from netjournal.journal.snapshot import Snapshot


def person_of(fields: CardFields, id: PersonId, made: str) -> Person:
    """The person of a card: in the rolodex, neither counted nor proposed."""
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


def named_relations(person: Person, snapshot: Snapshot) -> tuple[Relation, ...]:
    """The relations of somebody as cards can say them: by name; those who are gone left out."""
    return tuple(
        item._replace(name=snapshot.name_of(item.person)) if item.person else item
        for item in person.relations
        if not item.person or (item.person != ME and snapshot.person(item.person))
    )


def recognised(fields: CardFields, person: Person, snapshot: Snapshot) -> CardFields:
    """The same, relations that the person has to people of the journal as the person has them."""
    known = {
        relation_of(mine._replace(name=snapshot.name_of(mine.person))): mine
        for mine in person.relations
        if mine.person
    }
    if not known:
        return fields
    return fields._replace(relations=tuple(known.get(r, r) for r in fields.relations))
