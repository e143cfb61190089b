"""Every key is declared once and completely, works, and is shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.binding import Binding

from netjournal.domain.settings import Settings
from netjournal.tui import keys
from netjournal.tui.help import HelpModal
from netjournal.tui.keymap import Keymap, checked
from netjournal.tui.screens.people import PeoplePage
from tests.tui.conftest import running

OURS = (
    *keys.MOVING,
    *keys.ACTING,
    *keys.FINDING,
    *keys.PARTS,
    *keys.WITHIN,
    *keys.WRITING,
    *keys.COMPLETING,
    *keys.BEGINNING,
    *keys.CHOOSING,
    *keys.PAIRING,
    *keys.LOOKING,
    *keys.BACK,
    *keys.EVERYWHERE,
)


@pytest.mark.parametrize("binding", OURS, ids=lambda binding: binding.id)
def test_a_binding_is_complete(binding: Binding) -> None:
    assert binding.id
    assert 1 <= len(binding.description.split()) <= 2
    assert binding.tooltip.endswith(".")
    assert binding.group is not None


def test_ids_and_keys_have_one_meaning() -> None:
    ids = [binding.id for binding in OURS]
    assert len(ids) == len(set(ids))
    ways = (*keys.LOOKING, *keys.PAIRING, *keys.WITHIN)  # the same letters for the same, elsewhere
    together = [binding for binding in OURS if binding not in ways]
    letters = [key for binding in together for key in binding.key.split(",")]
    assert len(letters) == len(set(letters))


def test_the_table_of_keys_names_every_binding_once() -> None:
    table = keys.key_table()
    assert len(table) == len(OURS)
    assert ("a", "Capture", "Note what happened, in one line.", "everywhere") in table
    assert any(row.key == ": ctrl+p" for row in table)


_TEXTUAL = {
    "app.focus_next", "app.focus_previous", "screen.copy_text", "quit", "help_quit", "scroll_up",
    "scroll_down", "scroll_left", "scroll_right", "scroll_home", "scroll_end", "page_left",
    "page_right", "page_up", "page_down", "command_palette",
}  # fmt: skip
"""Actions of the base classes, which have no id."""


@pytest.mark.parametrize(
    "presses",
    [
        (),
        ("2",),
        ("enter",),
        ("2", "enter"),
        ("3",),
        ("4",),
        ("4", "enter"),
        ("5",),
        ("5", "enter"),
    ],
)
async def test_every_active_binding_of_ours_is_complete_and_has_its_action(
    lived_in: Path, presses: tuple[str, ...]
) -> None:
    async with running(lived_in) as app:
        await app.press(*presses)
        for node, bindings in app.app.screen._modal_binding_chain:
            for _key, binding in bindings:
                if binding.id is None:
                    assert binding.action in _TEXTUAL, binding
                else:
                    assert binding.tooltip
                    assert binding.description
                    assert hasattr(node, "action_" + binding.action.split("(")[0]), binding


async def test_the_bottom_line_shows_what_can_be_done(lived_in: Path) -> None:
    async with running(lived_in) as app:
        bottom = app.lines[-1]
        for shown in ("enter open", "d done", "s snooze", "x drop", "a capture", "? help"):
            assert shown in bottom


async def test_a_click_on_a_key_is_the_key(lived_in: Path) -> None:
    async with running(lived_in) as app:
        at = app.lines[-1].index("? help")
        await app.pilot.click("KeyLine", offset=(at, 0))
        await app.settle()
        assert app.at(HelpModal)


async def test_help_lists_the_keys_of_the_page_and_closes_the_same_way(lived_in: Path) -> None:
    async with running(lived_in, (80, 50)) as app:
        await app.press("question_mark")
        assert app.at(HelpModal)
        for shown in ("Act", "snooze", "Be quiet about it until a day.", "Program"):
            assert shown in app.text
        await app.press("question_mark")
        assert not app.at(HelpModal)


async def test_keys_can_be_mapped_by_their_id(lived_in: Path) -> None:
    settings = Settings(keys={"go-people": "f2"})
    async with running(lived_in, settings=settings) as app:
        await app.press("f2")
        assert "name ▲" in app.text


async def test_the_palette_offers_actions_and_people(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await app.press("colon")
        await app.type("johanna")
        await app.until(lambda: "Jóhanna Þórsteinsdal" in app.text)
        await app.press("enter")
        await app.until(lambda: "Jóhanna" in app.lines[1])


async def test_the_palette_runs_an_action(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await app.press("colon")
        await app.type("people")
        await app.until(lambda: "Everybody, to find and to choose." in app.text)
        await app.press("enter")
        await app.until(lambda: "name ▲" in app.text)


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ({"go-peple": "f2"}, "did you mean keys.go-people?"),
        ({"nonsense": "f2"}, "there is no key called 'nonsense'"),
        ({"undo": "ctr+n"}, "ctr+n' is no key"),
        ({"undo": ""}, "'' is no key"),
        ({"undo": "d"}, "d is Done already (keys.done)"),
    ],
)
def test_a_mapping_that_cannot_be_is_told_and_not_applied(
    wanted: dict[str, str], said: str
) -> None:
    keymap = checked(wanted)
    assert said in keymap.problems[0]
    assert not keymap.keys


@pytest.mark.parametrize(
    ("wanted", "held"),
    [
        ({"undo": "ctrl+t,f3"}, {"undo": "ctrl+t,f3"}),
        ({"help": "?"}, {"help": "question_mark"}),
        ({"dialog-back": "ctrl+g"}, {"dialog-back": "ctrl+g"}),
        ({"done": "u", "undo": "d"}, {"done": "u", "undo": "d"}),
    ],
)
def test_a_mapping_that_can_be_holds(wanted: dict[str, str], held: dict[str, str]) -> None:
    assert checked(wanted) == Keymap(held)


async def test_a_wrong_key_is_told_at_the_start_and_the_others_hold(lived_in: Path) -> None:
    settings = Settings(keys={"go-people": "f2", "serch": "f3"})
    async with running(lived_in, settings=settings) as app:
        assert "keys.search" in app.told[-1]
        await app.press("f2")
        assert app.at(PeoplePage)


async def test_the_palette_begins_with_what_can_be_done_here(lived_in: Path) -> None:
    async with running(lived_in, (80, 50)) as app:
        await app.press("colon")
        await app.until(lambda: "Open what is highlighted." in app.text)
        assert "Go up a line." not in app.text
        assert "Screenshot" not in app.text
        assert app.text.index("Open what") < app.text.index("Be quiet about it")


async def test_the_key_under_the_mouse_says_what_it_does(lived_in: Path) -> None:
    async with running(lived_in) as app:
        at = app.lines[-1].index("s snooze")
        await app.pilot.hover("KeyLine", offset=(at, 0))
        await app.settle()
        assert app.page.query_one("KeyLine").tooltip == "Be quiet about it until a day."
