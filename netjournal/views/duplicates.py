"""People who are likely one: in pairs, side by side, with what speaks for it and against."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from netjournal.domain.likeness import Likeness, Lookalikes, Shared, traits_of
from netjournal.domain.person import Person
from netjournal.domain.values import PersonId
from netjournal.journal.merging import are_apart
from netjournal.journal.snapshot import Snapshot
from netjournal.views.comparing import FieldPair, field_pairs


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two people who may be one; ``first`` is the one to keep: nearer, or longer known."""

    first: Person
    second: Person
    first_id: str
    """As short as it is clear."""
    second_id: str
    first_about: str
    """What tells them apart."""
    second_about: str
    likeness: Likeness

    @property
    def reasons(self) -> tuple[str, ...]:
        """What speaks for their being one."""
        return tuple(_reason(kind, value) for kind, value in self.likeness.shared)

    @property
    def doubts(self) -> tuple[str, ...]:
        """What speaks against it."""
        doubts = []
        if not self.likeness.names_agree:
            doubts.append("the names differ: one household or office?")
        if self.likeness.born_apart:
            doubts.append(f"birthdays {self.first.birthday} and {self.second.birthday}")
        return tuple(doubts)

    @property
    def fields(self) -> tuple[FieldPair, ...]:
        """Every field that one of them has, side by side."""
        return field_pairs(self.first, self.second)


def duplicates(
    snapshot: Snapshot, region: str = "", *, among: PersonId | None = None
) -> tuple[Pair, ...]:
    """Pairs of people who are likely one, the surest first; dismissed ones are left out.

    Args:
        snapshot: the journal.
        region: of phone numbers without a country, ISO 3166 two letters.
        among: only those with this person.

    """
    known: Lookalikes[PersonId] = Lookalikes(region)
    people: dict[PersonId, Person] = {}
    found: list[tuple[Person, Person, Likeness]] = []
    for person in snapshot.people():
        traits = traits_of(person)
        for id, alike in known.like(traits):
            if among in {None, id, person.id} and not are_apart(person, people[id]):
                found.append((*_ordered(people[id], person, snapshot), alike))
        known.add(person.id, traits)
        people[person.id] = person
    found.sort(key=lambda pair: (_rank(pair[2]), pair[0].name, pair[0].id, pair[1].id))
    return tuple(_pair(*each, snapshot) for each in found)


def _pair(first: Person, second: Person, alike: Likeness, snapshot: Snapshot) -> Pair:
    return Pair(
        first=first,
        second=second,
        first_id=snapshot.short(first.id),
        second_id=snapshot.short(second.id),
        first_about=snapshot.about(first.id),
        second_about=snapshot.about(second.id),
        likeness=alike,
    )


def _ordered(one: Person, other: Person, snapshot: Snapshot) -> tuple[Person, Person]:
    """The nearer first, then the one talked with, then the one known longer."""
    order = list(type(one.circle))

    def key(person: Person) -> tuple[object, ...]:
        return (order.index(person.circle), not snapshot.has_talked(person.id), person.made)

    return (one, other) if key(one) <= key(other) else (other, one)


def _rank(alike: Likeness) -> tuple[bool, bool, int]:
    return (not alike.is_sure, not alike.names_agree, -len(alike.shared))


def _reason(kind: Shared, value: str) -> str:
    if kind is Shared.NAME:
        return f"names that agree: {value}" if ", " in value else f"the name {value}"
    return f"the {kind} {value}"


def pairs_json(pairs: Sequence[Pair]) -> list[Mapping[str, object]]:
    """The pairs in their JSON shape."""
    return [
        {
            "people": [
                {"id": pair.first.id, "name": pair.first.name, "about": pair.first_about},
                {"id": pair.second.id, "name": pair.second.name, "about": pair.second_about},
            ],
            "sure": pair.likeness.is_sure,
            "reasons": list(pair.reasons),
            "doubts": list(pair.doubts),
        }
        for pair in pairs
    ]
