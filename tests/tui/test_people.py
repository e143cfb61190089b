"""People by its keys: found as one types, sorted, chosen into circles."""

from __future__ import annotations

from pathlib import Path

import pytest

from netjournal.domain.values import Circle
from netjournal.text import fold
from netjournal.tui.screens.person import PersonScreen
from tests.tui.conftest import SMALL, WIDE, Driver, running


def names(app: Driver) -> list[str]:
    return [row.cells[1].text for row in app.list.rows]


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_the_network_is_listed_and_the_rolodex_counted(
    lived_in: Path, size: tuple[int, int]
) -> None:
    async with running(lived_in, size) as app:
        await app.press("2")
        assert names(app) == sorted(names(app), key=fold)
        assert "Network 31 · Rolodex 15 · All 46" in app.text
        assert all("rolodex" not in row.cells[2].text for row in app.list.rows)


async def test_the_filter_narrows_as_one_types_in_any_script_without_accents(
    lived_in: Path,
) -> None:
    async with running(lived_in) as app:
        await app.press("2", "slash")
        await app.type("johanna")
        await app.until(lambda: len(app.list.rows) == 1)
        assert names(app) == ["Jóhanna Þórsteinsdal"]
        await app.press("enter")
        assert app.list.has_focus
        await app.press("enter")
        assert app.at(PersonScreen)


async def test_the_filter_looks_through_the_rolodex(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await app.press("2", "slash")
        await app.type("circle:rolodex")
        await app.until(lambda: app.list.rows and app.list.rows[0].cells[2].text == "rolodex")
        assert "Network 0 · Rolodex 15 · All 15" in app.text


async def test_an_unknown_field_is_told_under_the_filter(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await app.press("2", "slash")
        await app.type("circel:close")
        await app.until(lambda: "There is no field 'circel'" in app.text)
        await app.press("escape", "escape")
        await app.until(lambda: "There is no field" not in app.text)


async def test_escape_keeps_the_filter_first_and_then_clears_it(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await app.press("2", "slash")
        await app.type("zoe")
        await app.press("escape")
        assert app.filter.value == "zoe"
        assert app.list.has_focus
        await app.press("escape")
        assert app.filter.value == ""
        await app.until(lambda: len(app.list.rows) > 20)


async def test_v_sorts_by_the_next_column_and_the_person_stays(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await app.press("2")
        await app.to("Zoë Marchbanks")
        await app.press("v")
        circles = [row.cells[2].text for row in app.list.rows]
        assert circles == sorted(circles, key=["inner", "close", "network"].index)
        assert app.list.row is not None
        assert "Zoë" in app.list.row.cells[1].text
        assert "circle ▲" in app.text


async def test_o_puts_a_person_in_a_circle(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await app.press("2")
        await app.to("Zoë Marchbanks")
        person = app.page.person
        assert person is not None
        await app.press("o", "i")
        after = app.app.journal.snapshot.person(person.id)
        assert after is not None
        assert after.circle is Circle.INNER
        assert "circle inner: Zoë" in app.told[-1]
        assert app.page.target is not None
        assert app.page.target.person == person.id


async def test_r_lets_rest_and_wakes(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await app.press("2")
        await app.to("Zoë Marchbanks")
        person = app.page.person
        assert person is not None
        await app.press("r", "g")
        resting = app.app.journal.snapshot.person(person.id)
        assert resting is not None
        assert resting.rest is not None
        await app.press("r")
        awake = app.app.journal.snapshot.person(person.id)
        assert awake is not None
        assert awake.rest is None


async def test_j_k_g_and_capital_g_move(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await app.press("2", "j", "j", "k")
        assert app.list.cursor == 1
        await app.press("G")
        assert app.list.cursor == len(app.list.rows) - 1
        await app.press("g")
        assert app.list.cursor == 0
        await app.press("pagedown")
        assert app.list.cursor > 5


async def test_a_click_highlights_and_a_second_one_opens(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await app.press("2")
        await app.pilot.click("#people", offset=(10, 4))
        await app.settle()
        assert app.list.cursor == 4
        await app.pilot.click("#people", offset=(10, 4))
        await app.settle()
        assert app.at(PersonScreen)


async def test_marked_people_are_put_in_a_circle_as_one_gesture(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await app.press("2", "space", "space")
        assert "2 marked" in app.text
        both = [row.target.person for row in app.list.rows[:2]]  # type: ignore[attr-defined]  # a Target
        before = [app.app.journal.snapshot.stored_person(id) for id in both]
        await app.press("o", "i")
        await app.until(lambda: app.told)
        people = [app.app.journal.snapshot.person(id) for id in both]
        assert [who and who.circle for who in people] == [Circle.INNER, Circle.INNER]
        assert "marked" not in app.lines[1]
        await app.press("u")
        snapshot = app.app.journal.snapshot
        assert [snapshot.stored_person(id) for id in both] == before


async def test_a_topic_is_given_to_all_marked_and_found_again(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await app.press("2", "space", "space", "t")
        await app.type("zither")
        await app.press("enter")
        await app.until(lambda: app.told)
        await app.press("slash")
        await app.type("topic:zither")
        await app.until(lambda: len(app.list.rows) == 2)


async def test_escape_takes_the_marks_away(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await app.press("2", "space", "escape")
        assert "marked" not in app.text


async def test_f_and_a_letter_jump_to_the_first_such_name(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await app.press("2", "f", "j")
        assert app.list.row
        name = app.list.row.cells[1].text
        assert name == next(each for each in names(app) if fold(each).startswith("j"))
