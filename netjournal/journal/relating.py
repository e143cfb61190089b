"""Relations as people write them: by name, which is who is meant where somebody has it."""

from __future__ import annotations

from netjournal.domain.person import Person, Relation
from netjournal.domain.values import PersonId
from netjournal.journal.snapshot import Snapshot
from netjournal.text import fold


def named(person: Person, snapshot: Snapshot) -> Person:
    """The person, each relation with the name of whom it is about, to be shown or typed anew."""
    if not person.relations:
        return person
    return person._replace(relations=tuple(_named(each, snapshot) for each in person.relations))


def linked(person: Person, before: Person, snapshot: Snapshot) -> Person:
    """The person as stored: what was said before as it was, a known name as whoever has it.

    Nobody is guessed: a name that two people have stays a name.
    """
    if not person.relations:
        return person
    known: dict[tuple[str, PersonId | None], Relation]
    known = {(each.kind, each.person): each for each in before.relations if each.person}
    return person._replace(
        relations=tuple(
            known.get((each.kind, each.person)) or _linked(each, person.id, snapshot)
            for each in person.relations
        )
    )


def _named(relation: Relation, snapshot: Snapshot) -> Relation:
    if relation.person is None:
        return relation
    return relation._replace(name=snapshot.name_of(relation.person))


def _linked(relation: Relation, of: PersonId, snapshot: Snapshot) -> Relation:
    wanted = fold(relation.name)
    same = [each.id for each in snapshot.people() if each.id != of and fold(each.name) == wanted]
    return Relation(relation.kind, same[0]) if len(same) == 1 else relation
