"""The topics of the journal, with who and how much has them."""

from __future__ import annotations

from netjournal.journal.snapshot import Snapshot
from netjournal.text import fold
from netjournal.tuples import NamedTuple


class Topic(NamedTuple):
    """One topic."""

    topic: str
    people: int
    """How many people have it, themselves or by what passed."""
    records: int
    """How many conversations and entries have it."""


def topics(snapshot: Snapshot) -> tuple[Topic, ...]:
    """Every topic, those of most people first; case and accents make no other topic."""
    shown: dict[str, str] = {}
    people: dict[str, set[str]] = {}
    records: dict[str, int] = {}

    def count(topic: str, ids: tuple[str, ...], *, record: bool) -> None:
        key = fold(topic)
        shown.setdefault(key, topic)
        people.setdefault(key, set()).update(snapshot.final(id) for id in ids)
        records[key] = records.get(key, 0) + record

    for person in snapshot.people():
        for topic in person.topics:
            count(topic, (person.id,), record=False)
    for talk in snapshot.conversations():
        for topic in talk.topics:
            count(topic, talk.people, record=True)
    for entry in snapshot.entries():
        for topic in entry.topics:
            count(topic, (entry.person,), record=True)
    found = [Topic(shown[key], len(people[key]), records[key]) for key in shown]
    return tuple(sorted(found, key=lambda one: (-one.people, -one.records, fold(one.topic))))
