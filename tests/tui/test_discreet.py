"""Discreet mode: nothing private on any screen, and nothing hidden is ever stored."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from netjournal.domain.settings import Settings
from netjournal.domain.veil import MARK
from netjournal.journal.changes import edits
from netjournal.journal.journal import Journal
from netjournal.tui.modals.confirm import ConfirmModal
from netjournal.tui.modals.done import DoneModal
from netjournal.tui.modals.edit_form import EditForm
from netjournal.tui.modals.reach import ReachModal
from tests.tui.conftest import SMALL, WIDE, Driver, running

DISCREET = Settings()._replace(discreet=True)


def private_words(path: Path) -> frozenset[str]:
    """Words of the sample's names and texts that the program has no use for itself."""
    journal = Journal(path)
    snapshot = journal.snapshot
    names = {word for person in snapshot.people() for word in person.name.split()}
    names |= {nickname for person in snapshot.people() for nickname in person.nicknames}
    values = {item.value for p in snapshot.people() for item in (*p.phones, *p.emails)}
    texts = {c.text for c in snapshot.commitments() if c.text}
    texts |= {c.text for c in snapshot.conversations() if c.text}
    texts |= {e.text for e in snapshot.entries()}
    journal.close()
    return frozenset(word for word in names | values | texts if len(word) > 3)


def check(app: Driver, words: frozenset[str]) -> None:
    """Nothing private is seen."""
    text = app.text  # drawn once: there are hundreds of words
    assert not [word for word in words if word in text], text


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_no_page_and_no_question_shows_anything_private(
    lived_in: Path, size: tuple[int, int]
) -> None:
    words = private_words(lived_in)
    async with running(lived_in, size, settings=DISCREET) as app:
        for page in ("1", "2", "3", "4", "5"):
            await app.press(page)
            for _ in range(3):
                await app.press("j")
                await app.pilot.pause(0.2)
                check(app, words)
            for key in ("d", "s", "c", "m", "p", "o", "t", "r", "n", "D", "a"):
                await app.press(key)
                check(app, words)
                await app.press("escape")
            await app.press("enter")
            check(app, words)
            await app.press("escape")


@pytest.mark.parametrize("presses", [("H",), ("S", "a", "n"), ("2", "R"), ("E",), ("i",)])
async def test_no_other_screen_shows_anything_private(
    lived_in: Path, presses: tuple[str, ...]
) -> None:
    words = private_words(lived_in)
    async with running(lived_in, WIDE, settings=DISCREET) as app:
        await app.press("x", *presses)
        await app.pilot.pause(0.2)
        check(app, words)
        if not app.at(ConfirmModal):  # what cannot be shown without names asks before it is
            await app.press("down", "enter")
            check(app, words)


async def test_z_hides_and_shows_again_where_one_is(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await app.to("Hannah Lindmoor")
        place = app.list.cursor
        await app.press("z")
        await app.until(lambda: f"H{MARK} L{MARK}" in app.text)
        assert "Hannah" not in app.text
        assert "since 2 March" not in app.text
        assert "in touch" not in app.lines[0]
        assert "discreet" in app.lines[0]
        assert app.list.cursor == place
        await app.press("z")
        await app.until(lambda: "Hannah Lindmoor" in app.text)
        assert "in touch" in app.lines[0]


async def test_lists_have_no_figures(lived_in: Path) -> None:
    async with running(lived_in, WIDE, settings=DISCREET) as app:
        await app.pilot.pause(0.2)
        for line in app.lines[2:-1]:  # the title has the day
            assert not any(char.isdigit() for char in line), app.text


async def test_a_question_has_no_figures_of_the_circles(lived_in: Path) -> None:
    async with running(lived_in, settings=DISCREET) as app:
        await app.press("2", "o")
        assert "people I am close to" in app.text
        assert not re.search(r"\d of \d", app.text)


async def test_what_is_done_is_stored_with_its_names_and_told_without(lived_in: Path) -> None:
    async with running(lived_in, settings=DISCREET) as app:
        await app.to(f"H{MARK} L{MARK}")
        await app.press("d")
        assert app.at(DoneModal)
        await app.press("enter")
        assert app.app.journal.gestures[-1].label == "done: Hannah Lindmoor"
        assert "Hannah" not in app.text
        assert "u undo" in app.told[-1]
        await app.press("u")
        assert "Hannah" not in app.text


async def test_editing_asks_to_show_everything_and_edits_what_there_is(lived_in: Path) -> None:
    async with running(lived_in, settings=DISCREET) as app:
        await app.press("2", "e")
        assert app.at(ConfirmModal)
        await app.press("n")
        assert app.app.discreet
        await app.press("e", "y")
        await app.until(lambda: app.at(EditForm), "the form")
        assert MARK not in app.text
        assert not app.app.discreet


async def test_a_number_that_is_hidden_is_still_copied(lived_in: Path) -> None:
    async with running(lived_in, settings=DISCREET) as app:
        await app.to(f"H{MARK} L{MARK}")
        await app.press("m")
        assert app.at(ReachModal)
        await app.press("y")
        assert "@" in app.copied[-1]
        assert app.copied[-1] not in app.text


async def test_the_palette_finds_a_name_and_shows_initials(lived_in: Path) -> None:
    async with running(lived_in, settings=DISCREET) as app:
        await app.press("colon")
        await app.type("hannah")
        await app.until(lambda: f"H{MARK} L{MARK}" in app.text)
        assert "Lindmoor" not in app.text


async def test_a_draft_is_finished_as_it_was_typed(lived_in: Path) -> None:
    journal = Journal(lived_in)
    text = journal.snapshot.drafts()[0].text
    journal.close()
    async with running(lived_in, settings=DISCREET) as app:
        assert text not in app.text
        await app.to(MARK * 3)
        await app.press("enter")
        await app.until(lambda: text[:20] in app.text)


async def test_nothing_veiled_is_stored(lived_in: Path) -> None:
    async with running(lived_in, settings=DISCREET) as app:
        picture = app.app.picture
        assert picture is not None
        veiled = next(picture.snapshot.people())
        real = picture.truth.snapshot.person(veiled.id)
        before = len(app.app.journal.gestures)
        app.app.write("edit: somebody", lambda now: edits(now, real, name=veiled.name))
        await app.settle()
        assert len(app.app.journal.gestures) == before
        assert "z shows it again" in app.told[-1]


@pytest.mark.parametrize(("value", "discreet"), [("1", True), ("0", False), ("Off", False)])
async def test_the_environment_decides_how_it_begins(
    lived_in: Path, monkeypatch: pytest.MonkeyPatch, value: str, discreet: bool
) -> None:
    monkeypatch.setenv("NETJOURNAL_DISCREET", value)
    async with running(lived_in) as app:
        assert app.app.discreet is discreet


async def test_the_filter_finds_by_the_name_and_shows_initials(lived_in: Path) -> None:
    async with running(lived_in, settings=DISCREET) as app:
        await app.press("2", "slash")
        await app.type("lindmoor")
        await app.until(lambda: f"H{MARK} L{MARK}" in app.text)
        assert len(app.list.rows) == 1


@pytest.mark.parametrize("presses", [("S", "a", "n"), ("enter", "slash", "a")])
async def test_what_was_found_is_not_counted(lived_in: Path, presses: tuple[str, ...]) -> None:
    async with running(lived_in, WIDE, settings=DISCREET) as app:
        await app.press("2", *presses)
        await app.pilot.pause(0.5)
        told = re.search(r"\d+ (?:places?|pairs?|of \d)", app.text)
        assert told is None, app.text
