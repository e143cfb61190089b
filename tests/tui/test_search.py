"""Searching everything: typed, found, opened at the place."""

from __future__ import annotations

from pathlib import Path

from textual.widgets import Input

from netjournal.domain.person import Person
from netjournal.domain.values import PersonId
from netjournal.tui.modals.search import SearchModal
from netjournal.tui.screens.person import PersonScreen
from netjournal.tui.widgets.lines import LineList
from netjournal.views.searching import Hit
from tests.tui.conftest import MADE, Driver, running, store


async def searched(app: Driver, text: str) -> LineList:
    """Search for words from Today, and wait for the hits."""
    await app.press("slash")
    assert app.at(SearchModal)
    app.app.screen.query_one(Input).value = text
    lines = app.app.screen.query_one(LineList)
    await app.until(lambda: len(lines.rows))
    return lines


async def test_what_is_found_opens_at_the_place(lived_in: Path) -> None:
    async with running(lived_in) as app:
        lines = await searched(app, "folding")
        hits = [row.target for row in lines.rows]
        talk = next(hit for hit in hits if isinstance(hit, Hit) and hit.kind == "conversation")
        lines.highlight(f"conversation {talk.id}")
        await app.press("enter")
        assert app.at(PersonScreen)
        assert app.list.row
        assert app.list.row.key.endswith(talk.id)


async def test_escape_leaves_everything_as_it_was(lived_in: Path) -> None:
    async with running(lived_in) as app:
        before = app.text
        await searched(app, "folding")
        await app.press("escape")
        assert app.text == before


async def test_a_search_that_cannot_be_is_told(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await app.press("S")
        app.app.screen.query_one(Input).value = "circel:close"
        await app.until(lambda: "There is no field" in app.text)


async def test_a_gathering_opens_too(lived_in: Path) -> None:
    async with running(lived_in) as app:
        lines = await searched(app, "Open Forms Day")
        gathering = next(row for row in lines.rows if row.key.startswith("gathering "))
        lines.highlight(gathering.key)
        await app.press("enter")
        assert not app.at(SearchModal)
        assert "Open Forms Day" in app.text


async def test_more_hits_than_fit_say_so(empty: Path) -> None:
    people = [Person(id=PersonId(str(1_000 + n)), made=MADE, name=f"Ana {n}") for n in range(250)]
    store(empty, *people)
    async with running(empty) as app:
        lines = await searched(app, "ana")
        assert len(lines.rows) == 200
        assert "More than 200 places" in app.text


async def test_in_discreet_mode_no_word_of_a_hit_is_shown(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await app.press("z")
        await app.until(lambda: app.app.picture is not None and app.app.picture.discreet)
        await searched(app, "folding")
        assert "folding" not in app.text.replace("folding", "", 1)
        assert "Hannah" not in app.text
