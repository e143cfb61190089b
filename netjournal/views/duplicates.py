"""People who are likely one: in pairs, side by side, with what speaks for it and against."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from netjournal.domain.likeness import Likeness, Lookalikes, Shared, likeness, traits_of
from netjournal.domain.person import Person
from netjournal.domain.values import PersonId
from netjournal.journal.merging import are_apart, united
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
        """Every field that one of them has, side by side, after what tells them apart."""
        about = FieldPair(
            label="Known", first=self.first_about, second=self.second_about, has_room=True
        )
        known = (about,) if about.first or about.second else ()
        return (*known, *field_pairs(self.first, self.second))

    @property
    def sentences(self) -> tuple[str, ...]:
        """What speaks for their being one and against it, and what of the second gives way."""
        _, lost = united(self.first, self.second)
        but = "but " if self.reasons else ""
        return (
            *(f"both have {reason}" for reason in self.reasons),
            *(f"{but}{doubt}" for doubt in self.doubts),
            *((f"if one, into a note: {'; '.join(lost)}",) if lost else ()),
        )

    @property
    def swapped(self) -> Pair:
        """The same with the other one to keep."""
        return replace(
            self,
            first=self.second,
            second=self.first,
            first_id=self.second_id,
            second_id=self.first_id,
            first_about=self.second_about,
            second_about=self.first_about,
        )


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


def pair_of(one: Person, other: Person, snapshot: Snapshot, region: str = "") -> Pair:
    """Any two people, whether they look alike or not."""
    alike = likeness(traits_of(one), traits_of(other), region)
    first, second = _ordered(one, other, snapshot)
    return _pair(first, second, alike or Likeness((), names_agree=False), snapshot)


def still_open(pairs: Iterable[Pair], snapshot: Snapshot) -> Sequence[Pair]:
    """The pairs found in an earlier state of the journal that nobody decided since.

    Who was merged is the person they are now; two pairs that became one are listed once.
    """
    found: dict[frozenset[PersonId], Pair] = {}
    for pair in pairs:
        first, second = _both(pair, snapshot)
        if first and second and first.id != second.id and not are_apart(first, second):
            found.setdefault(frozenset((first.id, second.id)), pair)
    return tuple(found.values())


def as_they_are(pair: Pair, snapshot: Snapshot) -> Pair:
    """The pair in another state of the journal, in which it is still open."""
    first, second = _both(pair, snapshot)
    return _pair(first or pair.first, second or pair.second, pair.likeness, snapshot)


def _both(pair: Pair, snapshot: Snapshot) -> tuple[Person | None, Person | None]:
    return snapshot.person(pair.first.id), snapshot.person(pair.second.id)


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
