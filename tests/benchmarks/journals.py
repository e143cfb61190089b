"""Synthetic journals: N people with ten conversations each, seeded, Unicode names."""

from __future__ import annotations

import json
import os
import random
import shutil
from binascii import crc32
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from netjournal.domain.commitment import Commitment
from netjournal.domain.conversation import Conversation
from netjournal.domain.gesture import Table
from netjournal.domain.person import Affiliation, Labelled, Person
from netjournal.domain.values import Channel, Circle, Direction, Owner, PersonId, RecordId
from netjournal.store.codec import encode
from netjournal.store.log import Header, Written, header_line
from netjournal.store.schema import SCHEMA
from netjournal.store.snapshot import META_ID, Meta, table_lines

TODAY = date(2026, 3, 11)
TALKS = 10
MADE = "2024-01-01T09:00:00.000000Z"
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


class Journals:
    """Journals of any size, each size made once; every taker gets a copy of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._copies = 0

    def copy(self, people: int, *, talks: int = TALKS, promises: float = 0.5) -> Path:
        """The path of a journal nobody else uses."""
        made = self.folder / f"{people}-{talks}-{promises}"
        if not made.exists():
            make_journal(made / "journal.json", people, talks=talks, promises=promises)
        self._copies += 1
        own = self.folder / f"copy-{self._copies}"
        shutil.copytree(made, own)
        return own / "journal.json"


def make_journal(
    path: Path, people: int, *, talks: int = TALKS, promises: float = 0.5, seed: int = 7
) -> Path:
    """Write a folded journal of so many people; of every fifty one is in a circle.

    Each has so many conversations, and so many open promises on average. The records are written
    as they are made, so a large journal takes no memory: 100,000 people with ten conversations
    each are 350 MB in half a minute.
    """
    rng = random.Random(seed)
    ids = [PersonId(_id(rng)) for _ in range(people)]
    path.parent.mkdir(parents=True, exist_ok=True)
    meta = Meta(SCHEMA, journal=_id(rng), fold=_id(rng))
    with path.open("w", encoding="utf-8") as file:
        os.fchmod(file.fileno(), 0o600)
        file.write("{" + table_lines(Table.META, {META_ID: meta._asdict()}).decode())
        for name, records in (
            (Table.PEOPLE, _people(rng, ids)),
            (Table.CONVERSATIONS, _conversations(rng, ids, talks)),
            (Table.COMMITMENTS, _commitments(rng, ids, promises)),
        ):
            file.write(f',\n"{name}": {{')
            file.writelines(_lines(records))
            file.write("\n}")
        file.write(",\n" + table_lines(Table.HISTORY, {}).decode() + "}\n")
    header = Header(meta.schema, meta.journal, meta.fold)
    path.with_name(f"{path.name}.log").write_bytes(header_line(header, _written(path)))
    return path


def _written(path: Path) -> Written:
    """What the log tells of a snapshot that a fold wrote."""
    checksum = 0
    with path.open("rb") as file:
        while data := file.read(1 << 20):
            checksum = crc32(data, checksum)
    return Written(path.stat().st_size, checksum)


Made = Person | Conversation | Commitment


def _lines(records: Iterable[Made]) -> Iterator[str]:
    end = "\n"
    for record in records:
        raw = json.dumps(encode(record), ensure_ascii=False, separators=(",", ":"))
        yield f'{end}"{record.id}": {raw}'
        end = ",\n"


def _people(rng: random.Random, ids: Sequence[PersonId]) -> Iterator[Person]:
    for number, id in enumerate(ids):
        middle = "".join(rng.choices(_SYLLABLES, k=2)).title()
        yield Person(
            id=id,
            made=MADE,
            name=f"{rng.choice(_GIVEN)} {middle} {rng.choice(_FAMILY)}",
            organisations=(Affiliation(name=_text(rng, 1).title()),),
            emails=(Labelled(f"p{number}@example.org", "home"),),
            phones=(Labelled(f"+44 20 7946 {number % 10000:04d}", "cell"),),
            circle=Circle.NETWORK if number % 50 == 0 else Circle.ROLODEX,
            circle_since=date(2024, 1, 1) if number % 50 == 0 else None,
        )


def _conversations(
    rng: random.Random, ids: Iterable[PersonId], each: int
) -> Iterator[Conversation]:
    channels, directions = tuple(Channel), tuple(Direction)
    for id in ids:
        for _ in range(each):
            yield Conversation(
                id=RecordId(_id(rng)),
                made=MADE,
                day=TODAY - timedelta(days=rng.randint(0, 1_000)),
                channel=rng.choice(channels),
                direction=rng.choice(directions),
                people=(id,),
                text=_text(rng, rng.randint(8, 28)),
            )


def _commitments(rng: random.Random, ids: Iterable[PersonId], each: float) -> Iterator[Commitment]:
    owners = tuple(Owner)
    for id in ids:
        if rng.random() < each:
            yield Commitment(
                id=RecordId(_id(rng)),
                made=MADE,
                said=TODAY - timedelta(days=60),
                owner=rng.choice(owners),
                people=(id,),
                text=_text(rng, 5),
                due=TODAY + timedelta(days=rng.randint(-60, 120)),
            )


def _id(rng: random.Random) -> str:
    return str(rng.randrange(10**15, 2**63))


def _text(rng: random.Random, words: int) -> str:
    made = ["".join(rng.choices(_SYLLABLES, k=rng.randint(2, 4))) for _ in range(words)]
    return " ".join([*made, rng.choice(_WORDS)])
