"""Search: records that hold the words, of people who fulfil the conditions."""

from __future__ import annotations

import json
from typing import Any

import pytest

from netjournal.domain.card import Card, CardLine
from netjournal.domain.settings import Settings
from netjournal.domain.values import Channel, Circle, EntryKind, RecordId, Recurrence, Span, Unit
from netjournal.errors import UsageError
from netjournal.views import searching
from netjournal.views.searching import search, search_json
from netjournal.views.standings import Standings
from tests.domain.make import ANA, ME, TODAY, ago, day, person, promise, talk
from tests.journal.make import BOB, bob, entry, gathering, snapshot_of

RECORDS: tuple[Any, ...] = (
    ME, person(how_we_met="a bench", preferred=Channel.PHONE, topics=("gov",)),
    bob(circle=Circle.INNER), person("70", name="Zoë Grantham", circle=Circle.ROLODEX),
    person("61", name="Gone", merged_into=BOB),
    talk(ago(9), text="the grant, at length and in the rain, with Zoë"),
    talk(ago(2), text="Grant again", people=[BOB], topics=("gov",)),
    talk(ago(5), text="grants abound", people=["61"]),
    promise(ago(1), text="send the grant", every=Recurrence(Span(2, Unit.MONTHS))),
    entry(EntryKind.NEED, "a grant reader", day=ago(20), who="999"),
    gathering("Grant Day", day("02-01")),
    Card(id=RecordId("9"), made="x", canon="c", person=ANA, lines=(CardLine(text="FN:Ana Ruiz"),)),
    Card(id=RecordId("8"), made="x", canon="d", lines=(CardLine(text="NOTE:grant desk"),)),
)  # fmt: skip
STANDINGS = Standings(snapshot_of(*RECORDS), TODAY, Settings())


def found(text: str) -> list[tuple[str, str, str]]:
    return [(hit.kind, hit.name, hit.day) for hit in search(STANDINGS, text)]


def test_people_first_then_the_newest_then_cards() -> None:
    assert found("grant") == [
        ("person", "Zoë Grantham", ""),
        ("commitment", "Ana Ruiz", "2026-03-10"),
        ("conversation", "Bob Stone", "2026-03-09"),
        ("conversation", "Bob Stone", "2026-03-06"),
        ("conversation", "Ana Ruiz", "2026-03-02"),
        ("entry", "someone no longer here", "2026-02-19"),
        ("gathering", "", "2026-02-01"),
        ("card", "", ""),
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("ZOE grant", ["Zoë Grantham", "Ana Ruiz"]),
        ('"the grant"', ["Ana Ruiz", "Ana Ruiz"]),
        ("grant -the -reader -day -desk", ["Zoë Grantham", "Bob Stone", "Bob Stone"]),
        ("bench OR reader", ["Ana Ruiz", "someone no longer here"]),
        ("grant circle:inner", ["Bob Stone", "Bob Stone"]),
        ("grant -circle:inner -circle:rolodex", ["Ana Ruiz", "Ana Ruiz"]),
        ("circle:rolodex", ["Zoë Grantham"]),
        ("nothing", []),
        ("", []),
        ("-grant", []),
        ("again OR circle:rolodex", ["Zoë Grantham", "Bob Stone"]),
    ],
)
def test_what_is_found(text: str, names: list[str]) -> None:
    assert [name for _, name, _ in found(text)] == names


@pytest.mark.parametrize("word", ["2026", "months", "phone", "close", "mutual", "1000", "hand"])
def test_days_ids_and_words_of_the_program_are_not_what_people_wrote(word: str) -> None:
    assert found(word) == []


def test_a_card_says_nothing_again_that_its_person_says() -> None:
    assert found("ruiz") == [("person", "Ana Ruiz", "")]


def test_an_unknown_field_is_an_error_that_names_the_nearest() -> None:
    with pytest.raises(UsageError, match="Did you mean circle"):
        search(STANDINGS, "grant circel:inner")


def test_a_snippet_shows_the_words_around_the_first_hit() -> None:
    hits = {hit.name: hit.snippet for hit in search(STANDINGS, "rain")}
    assert hits == {"Ana Ruiz": "…e grant, at length and in the rain, with Zoë"}
    (bench,) = search(STANDINGS, "bench")
    assert bench.snippet == "a bench"


@pytest.mark.parametrize("limit", [0, 1, 3, 8, 9, None])
def test_no_more_than_the_limit_of_all_that_are_counted(limit: int | None) -> None:
    hits, total = searching.found(STANDINGS, "grant", limit=limit)
    assert hits == search(STANDINGS, "grant")[:limit]
    assert total == len(found("grant")) == 8


def test_the_json_shape() -> None:
    (hit,) = json.loads(json.dumps(search_json(search(STANDINGS, "again"))))
    assert hit | {"kind": "conversation", "person": "60", "date": "2026-03-09"} == hit
    assert hit["snippet"] == "Grant again"
    assert {"kind", "id", "person", "date", "snippet"} <= set(hit)
    (who,) = json.loads(json.dumps(search_json(search(STANDINGS, "bench"))))
    assert who["date"] is None
