"""Email addresses of people, as address completion asks for them."""

from __future__ import annotations

from netjournal.domain.person import Person
from netjournal.domain.values import Circle
from netjournal.journal.snapshot import Snapshot
from netjournal.text import fold
from netjournal.tuples import NamedTuple

_ORDER = list(Circle)


class Address(NamedTuple):
    """One address of somebody."""

    email: str
    name: str
    note: str
    """Organisation, or the circle; which of several addresses it is."""


def addresses(snapshot: Snapshot, text: str) -> tuple[Address, ...]:
    """Addresses of the people who hold every word, the nearer circles first."""
    words = fold(text).split()
    people = [
        person
        for person in snapshot.people_holding(words)
        if person.emails and not person.died and _holds(person, words)
    ]
    people.sort(key=lambda person: (_ORDER.index(person.circle), fold(person.name), person.id))
    return tuple(
        Address(email.value, person.name, _note(person, email.label))
        for person in people
        for email in person.emails
    )


def _holds(person: Person, words: list[str]) -> bool:
    said = (person.name, *person.nicknames, person.organisation, *(e.value for e in person.emails))
    whole = fold(" ".join(said))
    return all(word in whole for word in words)


def _note(person: Person, label: str) -> str:
    return ", ".join(part for part in (person.organisation or str(person.circle), label) if part)
