"""Gatherings by their keys: planned, told of afterwards, up to three chosen."""

from __future__ import annotations

from pathlib import Path

from netjournal.domain.gathering import Gathering
from netjournal.domain.values import Circle, EntryKind, RecordId
from netjournal.journal.changes import created, edits
from netjournal.tui.modals.confirm import ConfirmModal
from netjournal.tui.modals.edit_form import EditForm
from netjournal.tui.modals.remember import RememberModal
from netjournal.tui.modals.text import TextModal
from netjournal.tui.screens.gathering import GatheringScreen
from netjournal.tui.screens.gatherings import GatheringsPage
from tests.tui.conftest import MADE, WIDE, Driver, running

NAME = "Open Forms Day"


async def at_gathering(app: Driver) -> None:
    await app.press("4")
    await app.until(lambda: len(app.list.rows) > 1)
    await app.settle()
    assert app.at(GatheringsPage)
    await app.to(NAME)
    await app.press("enter")
    await app.until(lambda: len(app.list.rows) > 1)
    await app.settle()
    assert app.at(GatheringScreen)


def the_one(app: Driver, name: str = NAME) -> Gathering:
    return next(one for one in app.app.journal.snapshot.gatherings() if one.name == name)


async def test_the_list_tells_the_yield_and_the_review_stands_beside_it(lived_in: Path) -> None:
    async with running(lived_in, WIDE) as app:
        await app.press("4")
        assert "6 met, 2 chosen" in app.text
        await app.until(lambda: "Needs to listen for" in app.text)
        await app.press("down")
        await app.until(lambda: "The others" in app.text)


async def test_plus_chooses_and_takes_back_and_a_fourth_is_asked_about(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await at_gathering(app)
        await app.to("Bram Tellervo")
        await app.press("plus")
        assert len(the_one(app).chosen) == 3
        bram = next(one for one in app.app.journal.snapshot.people() if "Bram" in one.name)
        assert bram.circle is Circle.NETWORK
        await app.to("Sorcha Dunmallin")
        await app.press("plus")
        assert app.at(ConfirmModal)
        assert "three can be followed up well" in app.text
        await app.press("n")
        assert len(the_one(app).chosen) == 3
        await app.press("plus", "y")
        assert len(the_one(app).chosen) == 4
        await app.to("Bram Tellervo")
        await app.press("plus")
        assert bram.id not in the_one(app).chosen


async def test_the_debrief_notes_whom_i_met_and_how_we_remember_each_other(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await at_gathering(app)
        met = len(app.app.journal.snapshot.met_at(the_one(app).id))
        await app.press("b")
        assert app.at(TextModal)
        await app.type("Nora Quill: maps")
        await app.press("ctrl+s")
        await app.until(lambda: app.at(RememberModal))
        snapshot = app.app.journal.snapshot
        assert len(snapshot.met_at(the_one(app).id)) == met + 1
        nora = next(one for one in snapshot.people() if one.name == "Nora Quill")
        assert nora.circle is Circle.ROLODEX
        asked = 0
        while app.at(RememberModal):
            asked += 1
            if "Nora Quill" in app.text:
                await app.type("a napkin")
            await app.press("enter")
        assert asked == 5
        told = app.app.journal.snapshot.entries_of(nora.id, EntryKind.REMEMBER)
        assert told[0].text == "a napkin"
        assert app.lists("remember: a napkin")


async def test_a_line_that_cannot_be_read_is_kept(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await at_gathering(app)
        before = len(app.app.journal.snapshot.drafts())
        await app.press("b")
        await app.type("a b c d e f g h i")
        await app.press("ctrl+s")
        await app.until(lambda: app.at(RememberModal))
        await app.press("escape")
        assert len(app.app.journal.snapshot.drafts()) == before + 1
        assert "to finish" in app.told[-1]


async def test_a_gathering_is_planned_with_its_aim(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await app.press("4", "b")
        assert app.at(EditForm)
        await app.type("Map evening")
        await app.press("down")
        await app.type("next friday")
        await app.press("ctrl+s")
        await app.until(lambda: app.at(GatheringScreen))
        await app.settle()
        made = the_one(app, "Map evening")
        assert made.day is not None
        assert made.day.isoformat() == "2026-03-20"
        assert "Aim for one to three good contacts" in app.text
        await app.to("needs a tester")
        await app.press("plus")  # to be listened for, not met
        assert the_one(app, "Map evening").chosen == ()
        await app.press("b")
        assert "still to come" in app.told[-1]


async def test_what_was_planned_is_opened_though_its_news_came_later(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await app.press("4")
        page = GatheringScreen("4711", "gatherings")
        app.app.push_screen(page)
        await app.settle()
        assert app.at(GatheringScreen)  # not known yet is not gone
        store = Gathering(id=RecordId("4711"), made=MADE, name="Map evening")
        app.app.journal.act("plan", lambda _: [created(store)])
        await app.until(lambda: "Map evening" in app.text)


async def test_what_is_captured_here_begins_with_the_gathering(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await at_gathering(app)
        assert app.page.capture_begins == f"at: {NAME}; met "


async def test_today_leads_to_the_gathering_where_nobody_is_chosen(lived_in: Path) -> None:
    async with running(lived_in) as app:
        journal = app.app.journal
        one = the_one(app)
        journal.act("none chosen", lambda now: edits(now, one, chosen=()))
        await app.settle()
        await app.until(lambda: app.lists("choose up to three"))
        await app.to("choose up to three")
        await app.press("enter")
        assert app.at(GatheringScreen)


async def test_an_empty_journal_says_what_to_do_first(empty: Path) -> None:
    async with running(empty) as app:
        await app.press("4")
        assert "No gathering is noted yet" in app.text
        await app.press("enter", "plus", "d")
        assert app.at(GatheringsPage)


async def test_undo_of_a_plan_closes_its_page(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await app.press("4", "b")
        await app.type("Map evening")
        await app.press("ctrl+s")
        await app.until(lambda: app.at(GatheringScreen))
        await app.settle()
        await app.press("u")
        await app.until(lambda: app.at(GatheringsPage))
        assert not app.lists("Map evening")


async def test_e_changes_where_and_of_what_kind_it_was(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await app.press("4")
        await app.until(lambda: len(app.list.rows) > 1)
        await app.to(NAME)
        await app.press("e")
        assert app.at(EditForm)
        await app.press("down", "down", "down")
        await app.type(" again")
        await app.press("ctrl+s")
        assert the_one(app).place == "Malcolm Hall, Bristol again"
