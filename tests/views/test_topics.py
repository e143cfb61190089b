"""Topics with who and how much has them."""

from __future__ import annotations

from netjournal.domain.values import EntryKind
from netjournal.views.topics import Topic, topics
from tests.domain.make import ANA, ME, TODAY, person, talk
from tests.journal.make import BOB, bob, entry, snapshot_of


def test_people_count_once_and_records_each() -> None:
    snapshot = snapshot_of(
        ME, person(topics=("Gov", "chess")), bob(),
        talk(TODAY, people=[ANA, BOB], topics=("gov",)),
        entry(EntryKind.NEED, "a form", topics=("gov",)), entry(EntryKind.NOTE, "tea"),
    )  # fmt: skip
    assert topics(snapshot) == (Topic("Gov", 2, 2), Topic("chess", 1, 0))
