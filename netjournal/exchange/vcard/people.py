"""A new person from what a card says."""

from __future__ import annotations

from netjournal.domain.likeness import UNNAMED
from netjournal.domain.person import Person
from netjournal.domain.values import Origin, PersonId
from netjournal.exchange.vcard.fields import CardFields


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
