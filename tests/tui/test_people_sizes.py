"""What belongs to People and a person's page, in windows of every size and with hostile texts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from netjournal.domain.card import Card, CardLine
from netjournal.domain.person import Person
from netjournal.domain.values import PersonId, RecordId
from netjournal.text import width
from tests.tui.conftest import MADE, SMALL, WIDE, running, store
from tests.tui.test_hostile import HOSTILE, check, records

SAMPLE = HOSTILE[::3]


@pytest.mark.parametrize("size", [(200, 50), (80, 24), (40, 15)])
async def test_everything_fits_every_window(lived_in: Path, size: tuple[int, int]) -> None:
    steps = (
        ("2", "right"), ("slash", "c", "i"), ("escape", "escape"), ("V",), ("escape",), ("R",),
        ("s",), ("escape",), ("space", "w"), ("escape", "escape"), ("enter", "right"), ("right",),
        ("slash", "a"), ("escape",), ("e",), ("escape",),
    )  # fmt: skip
    async with running(lived_in, size) as app:
        for keys in steps:
            await app.press(*keys)
            assert {width(line) for line in app.lines} == {size[0]}, keys


@pytest.fixture
def strangers(empty: Path) -> Path:
    """A rolodex and a few people of the network with nothing but hostile texts."""
    for n, text in enumerate(SAMPLE):
        storable = json.loads(json.dumps(text).replace("\\ud800", "\ufffd"))
        who = PersonId(f"{n + 10}50000")
        card = Card(id=RecordId(f"{n + 10}60000"), made=MADE, canon=str(n), source=storable,
                    person=who, lines=(CardLine(f"NOTE:{storable}"),))  # fmt: skip
        store(empty, Person(id=who, made=MADE, name=storable, how_we_met=storable), card,
              *records(storable, n))  # fmt: skip
    return empty


async def test_hostile_texts_are_harmless_in_the_rolodex(strangers: Path) -> None:
    async with running(strangers, SMALL) as app:
        await app.press("2", "right", "R")
        for _ in SAMPLE:
            check(app)
            await app.press("l")
        await app.press("escape")
        check(app)


async def test_hostile_texts_are_harmless_on_every_side_of_a_page(strangers: Path) -> None:
    async with running(strangers, WIDE) as app:
        await app.press("2", "right")
        for place in range(len(app.list.rows)):
            app.list.cursor = place
            await app.press("enter", "right")
            check(app)
            await app.press("right")
            check(app)
            await app.press("slash", "o", "escape", "escape")
            check(app)


async def test_hostile_words_are_harmless_in_the_completion(strangers: Path) -> None:
    async with running(strangers) as app:
        await app.press("2", "slash")
        for text in ("name:", "topic:", "city:", "organisation:"):
            app.filter.value = text
            app.filter.cursor_position = len(text)
            await app.settle()
            check(app)
            await app.press("tab", "tab")
            check(app)
