"""Synthetic journals: N people with ten conversations each, seeded, Unicode names."""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from netjournal.domain.commitment import Commitment
from netjournal.domain.conversation import Conversation
from netjournal.domain.gesture import Table
from netjournal.domain.person import Affiliation, Labelled, Person
from netjournal.domain.values import Channel, Circle, Direction, Owner, PersonId, RecordId
from netjournal.store.codec import encode
from netjournal.store.schema import table_of
from netjournal.store.storage import JournalStorage

TODAY = date(2026, 3, 11)
TALKS = 10
_GIVEN = [
    "Ana",
    "José",
    "Zoë",
    "Łukasz",
    "Søren",
    "Müge",
    "Đorđe",
    "Olivia",
    "Дарья",
    "Ελένη",
    "美咲",
]
_FAMILY = ["García", "Müller", "Nowak", "Dvořák", "Øberg", "Virtanen", "Иванова", "山田", "O'Neill"]
_SYLLABLES = ["ka", "lo", "mi", "ne", "ru", "sa", "to", "vi", "ze", "gra", "ster", "wen", "tal"]
_WORDS = ["coffee", "lunch", "budget", "flat", "interview", "trip", "garden", "sailing", "passport"]


def make_journal(path: Path, people: int, *, seed: int = 7) -> Path:
    """Write a folded journal of so many people; of every fifty one is in a circle."""
    rng = random.Random(seed)
    own = {Table.META, Table.HISTORY}
    tables: dict[str, dict[str, Any]] = {name: {} for name in Table if name not in own}

    def put(record: Person | Conversation | Commitment) -> None:
        tables[table_of(type(record))][record.id] = encode(record)

    def id() -> str:
        return str(rng.randrange(10**15, 2**63))

    def text(words: int) -> str:
        made = ["".join(rng.choices(_SYLLABLES, k=rng.randint(2, 4))) for _ in range(words)]
        return " ".join([*made, rng.choice(_WORDS)])

    for number in range(people):
        middle = "".join(rng.choices(_SYLLABLES, k=2)).title()
        name = f"{rng.choice(_GIVEN)} {middle} {rng.choice(_FAMILY)}"
        person = PersonId(id())
        put(
            Person(
                id=person,
                made="2024-01-01T09:00:00.000000Z",
                name=name,
                organisations=(Affiliation(name=text(1).title()),),
                emails=(Labelled(f"p{number}@example.org", "home"),),
                phones=(Labelled(f"+44 20 7946 {number % 10000:04d}", "cell"),),
                circle=Circle.NETWORK if number % 50 == 0 else Circle.ROLODEX,
                circle_since=date(2024, 1, 1) if number % 50 == 0 else None,
            )
        )
        for _ in range(TALKS):
            put(
                Conversation(
                    id=RecordId(id()),
                    made="2024-01-01T09:00:00.000000Z",
                    day=TODAY - timedelta(days=rng.randint(0, 1_000)),
                    channel=rng.choice(list(Channel)),
                    direction=rng.choice(list(Direction)),
                    people=(person,),
                    text=text(rng.randint(8, 28)),
                )
            )
        if rng.random() < 0.5:
            put(
                Commitment(
                    id=RecordId(id()),
                    made="2024-01-01T09:00:00.000000Z",
                    said=TODAY - timedelta(days=60),
                    owner=rng.choice(list(Owner)),
                    people=(person,),
                    text=text(5),
                    due=TODAY + timedelta(days=rng.randint(-60, 120)),
                )
            )
    JournalStorage(path).write(tables)
    return path
