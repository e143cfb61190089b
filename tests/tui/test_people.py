"""People by its keys: found as one types, sorted, chosen into circles."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from netjournal import paths
from netjournal.domain.person import Rest
from netjournal.domain.settings import Settings
from netjournal.domain.values import Circle
from netjournal.journal.changes import edits
from netjournal.text import fold
from netjournal.tui.screens.person import PersonScreen
from tests.benchmarks.journals import make_journal
from tests.tui.conftest import SMALL, TODAY, WIDE, Driver, running


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


async def test_r_lets_rest_and_wakes_who_rests_still(lived_in: Path) -> None:
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
        over = Rest(TODAY - timedelta(days=9), TODAY)
        app.app.journal.act("rest", lambda now: edits(now, awake, rest=over))
        await app.press("r", "g")
        again = app.app.journal.snapshot.person(person.id)
        assert again is not None
        assert again.rest == Rest(TODAY)


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


async def test_the_arrows_show_the_rolodex_and_then_everybody(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await app.press("2", "right")
        assert {row.cells[2].text for row in app.list.rows} == {"rolodex"}
        await app.press("l")
        assert len(app.list.rows) == 46
        await app.press("escape")
        assert len(app.list.rows) == 31


async def test_a_click_on_a_part_shows_it(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await app.press("2")
        await app.pilot.click(offset=(app.lines[2].index("Rolodex") + 2, 2))
        await app.settle()
        assert len(app.list.rows) == 15


async def test_a_click_on_a_heading_sorts_and_a_second_one_turns_it_round(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await app.press("2")
        at = app.lines[3].index("state")
        await app.pilot.click(offset=(at, 3))
        await app.settle()
        assert "state ▼" in app.text
        assert app.list.rows[0].cells[3].text == "long quiet"
        await app.pilot.click(offset=(at, 3))
        await app.settle()
        assert "state ▲" in app.text
        assert app.list.rows[0].cells[3].text == "in contact"


async def test_columns_are_chosen_and_kept_for_the_next_time(lived_in: Path) -> None:
    async with running(lived_in, WIDE) as app:
        await app.press("2", "V", "down", "space")
        await app.press(*["down"] * 5, "s", "enter")
        assert "circle" not in app.lines[3]
        assert "city ▲" in app.lines[3]
    async with running(lived_in, WIDE) as app:
        await app.press("2")
        assert "circle" not in app.lines[3]
        assert "city ▲" in app.lines[3]


async def test_a_look_that_cannot_be_read_is_the_first_one_again(lived_in: Path) -> None:
    file = paths.state_folder() / "people.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    for text in ("", "[]", '{"columns": 3}', '{"columns": ["x"], "sort": "x", "reverse": 1}'):
        file.write_text(text)
        async with running(lived_in) as app:
            await app.press("2")
            assert "name ▲" in app.text


async def test_tab_completes_a_field_then_its_values_one_after_the_other(lived_in: Path) -> None:
    async with running(lived_in, settings=Settings(queries={"friends": "circle:close"})) as app:
        await app.press("2", "slash")
        await app.type("circ")
        assert "tab  circle:" in app.text
        await app.press("tab")
        assert app.filter.value == "circle:"
        assert "circle:inner  circle:close" in app.text
        await app.press("tab", "tab")
        assert app.filter.value == "circle:close"
        await app.until(lambda: {row.cells[2].text for row in app.list.rows} == {"close"})
        await app.press("enter")
        assert app.list.has_focus
        assert "tab  " not in app.text


async def test_saved_queries_are_offered_and_asked(lived_in: Path) -> None:
    async with running(lived_in, settings=Settings(queries={"friends": "circle:close"})) as app:
        await app.press("2", "slash", "at", "f")
        await app.settle()
        assert "@friends" in app.text
        await app.press("tab")
        await app.until(lambda: {row.cells[2].text for row in app.list.rows} == {"close"})


async def test_tab_goes_on_to_the_list_where_nothing_is_offered(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await app.press("2", "slash")
        await app.type("zoe")
        await app.press("tab")
        assert app.list.has_focus


async def test_the_place_of_a_mistake_is_underlined(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await app.press("2", "slash")
        await app.type("zoe circel:close")
        await app.until(lambda: "There is no field 'circel'" in app.text)
        strip = app.filter.render_line(0)
        lit = "".join(s.text for s in strip if s.style and s.style.underline)
        assert lit.strip() == "circel:close"


async def test_a_cadence_is_given_to_all_marked_and_undone_at_once(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await app.press("2", "space", "space", "w")
        await app.type("5 wekes")
        await app.press("enter")
        assert "5 wekes" in app.text
        for _ in range(5):
            await app.press("backspace")
        await app.type("weeks")
        await app.press("enter")
        both = [row.target.person for row in app.list.rows[:2]]  # type: ignore[attr-defined]  # a Target
        people = [app.app.journal.snapshot.person(id) for id in both]
        assert [str(who and who.cadence) for who in people] == ["5 weeks", "5 weeks"]
        await app.press("u")
        people = [app.app.journal.snapshot.person(id) for id in both]
        assert [who and who.cadence for who in people] == [None, None]


async def test_asterisk_marks_everybody_listed_and_then_nobody(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await app.press("2", "right", "asterisk")
        assert "15 marked" in app.text
        await app.press("asterisk")
        assert "marked" not in app.text


async def test_ten_thousand_people_are_listed_found_and_opened(
    empty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.benchmarks.journals.TALKS", 0)
    make_journal(empty, 10_000)
    async with running(empty) as app:
        await app.press("2")
        await app.until(lambda: "All 10,000" in app.text)
        assert len(app.list.rows) == 200
        await app.press("right")
        await app.until(lambda: len(app.list.rows) == 9_800, "the rolodex")
        await app.press("G")
        assert app.list.cursor == 9_799
        await app.press("slash")
        await app.type("ana")
        await app.until(lambda: 100 < len(app.list.rows) < 2_000)
        await app.press("enter", "enter")
        assert app.at(PersonScreen)
