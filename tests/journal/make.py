"""Short ways to a snapshot and a journal for tests; records come from the domain's makers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

from netjournal.domain.entry import Entry
from netjournal.domain.gathering import Gathering
from netjournal.domain.settings import Settings
from netjournal.domain.values import EntryKind, PersonId, RecordId
from netjournal.journal.adding import Reading
from netjournal.journal.changes import created
from netjournal.journal.journal import Journal
from netjournal.journal.snapshot import Snapshot
from tests.domain.make import ANA, TODAY, person

BOB = PersonId("60")
_numbers = count(1)
READING = Reading(today=TODAY, settings=Settings())


def bob(**fields: Any) -> Any:
    return person(BOB, name="Bob Stone", **fields)


def snapshot_of(*records: Any) -> Snapshot:
    return Snapshot({}).after(map(created, records))


def journal_in(folder: Path, *records: Any) -> Journal:
    """A journal on the disk that holds some records."""
    journal = Journal(folder / "journal.json")
    if records:
        journal.apply("begin", tuple(map(created, records)))
    return journal


def entry(kind: EntryKind, text: str, *, day: date = TODAY, who: str = ANA, **fields: Any) -> Entry:
    fields.setdefault("made", f"{day}T08:00:00.000000Z")
    id = RecordId(str(3_000_000 + next(_numbers)))
    return Entry(id=id, day=day, person=PersonId(who), kind=kind, text=text, **fields)


def gathering(name: str = "PyCon", day: date | None = None, **fields: Any) -> Gathering:
    fields.setdefault("id", RecordId("4000000"))
    return Gathering(made="2026-03-01T08:00:00.000000Z", name=name, day=day, **fields)


def names(snapshot: Snapshot) -> set[str]:
    return {each.name for each in snapshot.people()}


def texts(records: Iterable[Any]) -> list[str]:
    return [record.text for record in records]
