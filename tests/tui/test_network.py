"""Network by its keys: every figure opens the people behind it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from netjournal.domain.settings import Settings
from netjournal.domain.values import Circle
from netjournal.tui.modals.circle import CircleModal
from netjournal.tui.modals.figure import FigureModal
from netjournal.tui.screens.behind import BehindScreen
from netjournal.tui.screens.circle import CircleScreen
from netjournal.tui.screens.network import NetworkPage
from netjournal.tui.screens.person import PersonScreen
from tests.tui.conftest import SMALL, WIDE, Driver, running

CROWDED = Settings()._replace(sizes={Circle.INNER: 5, Circle.CLOSE: 6, Circle.NETWORK: 80})


async def to_figure(app: Driver, label: str) -> None:
    """Highlight the first row of that label."""
    rows = app.list.rows
    assert app.list.highlight(
        next(r.key for r in rows if r.key and r.cells[0].text.rstrip() == label)
    )
    await app.settle()


async def at_network(app: Driver) -> None:
    await app.press("5")
    await app.until(lambda: len(app.list.rows) > 1)
    await app.settle()


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_the_answer_stands_on_top(lived_in: Path, size: tuple[int, int]) -> None:
    async with running(lived_in, size) as app:
        await at_network(app)
        assert app.at(NetworkPage)
        assert "46 cards, 27 people in circles, 21 in touch." in app.text
        assert "Next: " in app.text


async def test_a_figure_opens_its_people_and_escape_comes_back(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await at_network(app)
        await to_figure(app, "thin")
        row = app.list.row
        assert row is not None
        await app.press("enter")
        assert app.at(BehindScreen)
        assert "Relationships: thin · 2 people" in app.text
        assert len(app.list.rows) == 2
        await app.press("enter")
        assert app.at(PersonScreen)
        await app.press("escape", "escape")
        assert app.at(NetworkPage)
        assert app.list.row is not None
        assert app.list.row.key == row.key


async def test_the_year_is_drawn_in_whole_lines_at_eighty_columns(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await at_network(app)
        await to_figure(app, "all")
        whole = [line for line in app.text.splitlines() if line.count("·") > 9]
        assert whole
        assert all(re.search(r"^│. \w+ +[·▁▂▃▄▅▆▇█]{52}  \d+ ", line) for line in whole), whole


async def test_of_the_year_the_last_weeks_are_seen_in_a_narrow_window(lived_in: Path) -> None:
    async with running(lived_in, (48, 24)) as app:
        await at_network(app)
        await to_figure(app, "all")
        whole = [line for line in app.text.splitlines() if line.count("·") > 9]
        assert whole
        assert all(re.search(r"^│. \w+ +[·▁▂▃▄▅▆▇█]{27,31}  \d+ ", line) for line in whole), whole


async def test_a_line_of_the_grid_asks_which_of_its_figures_is_meant(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await at_network(app)
        await to_figure(app, "calibre 4")
        await app.press("enter")
        assert app.at(FigureModal)
        assert "warm" in app.text
        await app.press("enter")
        assert app.at(BehindScreen)
        assert "Calibre and relationship: calibre 4, strong" in app.text


async def test_one_person_behind_a_figure_is_opened_at_once(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await at_network(app)
        await to_figure(app, "Ottilie Brandauf")
        await app.press("enter")
        assert app.at(PersonScreen)


async def test_a_size_puts_the_circle_side_by_side(lived_in: Path) -> None:
    async with running(lived_in, WIDE) as app:
        await at_network(app)
        await to_figure(app, "close")
        await app.press("enter")
        assert app.at(CircleScreen)
        assert "close 9 of 15 · side by side" in app.text
        assert "within a year" in app.text
        await app.press("o")
        assert app.at(CircleModal)
        await app.press("n")
        assert "close 8 of 15" in app.text


async def test_today_asks_who_steps_back_and_leads_there(lived_in: Path) -> None:
    async with running(lived_in, settings=CROWDED) as app:
        assert app.lists("close 9 of 6")
        await app.to("close 9 of 6")
        await app.press("enter")
        assert app.at(CircleScreen)
        assert "who steps back?" in app.text


async def test_the_names_behind_a_figure_stand_beside_it(lived_in: Path) -> None:
    async with running(lived_in, WIDE) as app:
        await at_network(app)
        await to_figure(app, "thin")
        preview = app.page.query_one("#preview")
        await app.until(lambda: "2 people" in str(preview.border_title))
        assert "Nguyễn Thị Hạnh Vy" in app.text


async def test_no_figure_is_seen_in_discreet_mode(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await app.press("z")
        await app.settle()
        await app.press("5")
        assert "What is said here is hidden" in app.text
        assert "46 cards" not in app.text
        await app.press("4")
        assert "6 met" not in app.text
        await app.press("3")
        await app.until(lambda: len(app.list.rows) > 3)
        assert "Priya" not in app.text
        assert "paper forms" not in app.text
        app.app.open_circle(Circle.CLOSE)
        await app.settle()
        assert "within a year" not in app.text


async def test_an_empty_journal_has_a_network_to_begin_with(empty: Path) -> None:
    async with running(empty) as app:
        await app.press("5")
        assert "0 cards, 0 people in circles" in app.text
        await app.press("enter", "d", "o", "escape")


async def test_one_too_many_leads_to_the_side_by_side_choice(lived_in: Path) -> None:
    async with running(lived_in, settings=CROWDED) as app:
        await app.to("Mateus Quintaneira")
        await app.press("o", "c")
        await app.until(lambda: app.at(CircleScreen))
        assert "close 10 of 6 · who steps back?" in app.text
