"""A person's fields as they read back from a card: what a card written for them is to say."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from datetime import date
from typing import TypeVar

from netjournal.domain.likeness import UNNAMED
from netjournal.domain.person import Address, Affiliation, Labelled, NamedDate, Person, Relation
from netjournal.domain.values import PartialDate
from netjournal.exchange.vcard import words
from netjournal.exchange.vcard.days import NO_YEAR
from netjournal.exchange.vcard.fields import CardFields
from netjournal.exchange.vcard.plain import one_line, plain_email, plain_lines, plain_phone
from netjournal.exchange.vcard.properties import EMPTY_TOPICS
from netjournal.exchange.vcard.writing import printable

T = TypeVar("T", bound=Hashable)


def wanted_of(person: Person, said: CardFields = CardFields()) -> CardFields:  # noqa: B008 - frozen
    """What the card of a person is to say; its note and lines are those of the card they had."""
    return said._replace(
        name=said.name if person.name == UNNAMED else one_line(person.name),
        given=one_line(person.given),
        family=one_line(person.family),
        nicknames=_unique(map(one_line, person.nicknames)),
        organisations=_unique(
            Affiliation(name=name, title=title)
            for item in person.organisations
            if (name := one_line(item.name)) + (title := one_line(item.title))
        ),
        emails=_labelled(person.emails, plain_email),
        phones=_labelled(person.phones, plain_phone),
        addresses=_unique(filter(None, map(_address, person.addresses))),
        links=_labelled(person.links, one_line),
        birthday=_day(person.birthday) if person.birthday else None,
        dates=_unique(
            NamedDate(_label(item.name) or "date", _day(item.day)) for item in person.dates
        ),
        topics=_unique(
            topic for topic in map(one_line, person.topics) if topic.casefold() not in EMPTY_TOPICS
        ),
        relations=_unique(relation_of(item) for item in person.relations if one_line(item.name)),
        died=person.died,
        died_on=_died_on(person),
        note=printable(said.note),
    )


def relation_of(item: Relation) -> Relation:
    """What somebody is to another as a card can say it: by name, in the words of cards."""
    return Relation(kind=words.relation_kind([_label(item.kind)]), name=one_line(item.name))


def _unique(values: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(value for value in values if value))


def _day(day: PartialDate) -> PartialDate:
    """The year that means none cannot be written as a year."""
    return day._replace(year=None) if not day.year or day.year == NO_YEAR else day


def _died_on(person: Person) -> date | None:
    known = person.died and person.died_on and person.died_on.year != NO_YEAR
    return person.died_on if known else None


def _label(text: str) -> str:
    return words.plain_label(one_line(text))


def _labelled(values: Iterable[Labelled], plain: Callable[[str], str]) -> tuple[Labelled, ...]:
    pairs = ((plain(item.value), _label(item.label)) for item in values)
    return _unique(Labelled(value, label) for value, label in pairs if value)


def _address(item: Address) -> Address | None:
    address = Address(
        box=plain_lines(item.box),
        extended=plain_lines(item.extended),
        street=plain_lines(item.street),
        city=plain_lines(item.city),
        region=plain_lines(item.region),
        postcode=plain_lines(item.postcode),
        country=plain_lines(item.country),
        label=_label(item.label),
    )
    return address if address.lines else None
