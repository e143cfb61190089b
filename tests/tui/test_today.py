"""Today by its keys, on a real journal."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from netjournal.domain.commitment import Commitment
from netjournal.domain.conversation import Conversation
from netjournal.domain.person import Person
from netjournal.domain.values import (
    Channel,
    Circle,
    CommitmentState,
    Direction,
    Owner,
    PersonId,
)
from netjournal.journal.changes import new_id
from netjournal.tui.modals.done import DoneModal
from netjournal.tui.modals.snooze import SnoozeModal
from netjournal.tui.screens.person import PersonScreen
from netjournal.tui.screens.today import TodayPage
from tests.tui.conftest import MADE, SMALL, TODAY, WIDE, running, store


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_groups_come_in_their_order_with_counts(
    lived_in: Path, size: tuple[int, int]
) -> None:
    async with running(lived_in, size) as app:
        titles = [row.cells[0].text for row in app.list.rows if row.flow and len(row.cells) == 2]
        assert titles[:3] == ["Promised, now due", "Today", "Replies owed"]
        assert "Promised, now due  3" in app.text
        assert "in touch" in app.lines[0]


async def test_each_line_has_sign_word_name_and_reason(lived_in: Path) -> None:
    async with running(lived_in) as app:
        line = next(line for line in app.lines if "Hannah Lindmoor" in line)
        assert "@" in line
        assert "email" in line
        assert "since 2 March" in line


async def test_the_preview_of_a_wide_window_follows_the_cursor(lived_in: Path) -> None:
    async with running(lived_in, WIDE) as app:
        await app.until(lambda: "next time" in app.text)
        await app.press("j")
        assert app.list.row is not None
        name = app.list.row.cells[2].text
        preview = app.page.query_one("#preview")
        await app.until(lambda: name in str(preview.border_title))


async def test_a_narrow_window_has_no_preview(lived_in: Path) -> None:
    async with running(lived_in, SMALL) as app:
        assert not app.page.query_one("#preview").display


async def test_d_asks_how_it_went_and_notes_the_contact(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await app.to("Hannah Lindmoor")
        target = app.page.target
        assert target is not None
        assert target.record is not None
        assert target.person is not None
        await app.press("d")
        assert app.at(DoneModal)
        await app.press("enter")
        snapshot = app.app.journal.snapshot
        promise = snapshot.commitment(target.record[1])
        assert promise is not None
        assert promise.state is CommitmentState.DONE
        assert snapshot.conversations_of(target.person)[0].day == TODAY
        assert "done: Hannah Lindmoor" in app.told[-1]
        assert app.at(TodayPage)


async def test_the_cursor_stays_where_it_was_when_its_line_goes(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await app.to("Hannah Lindmoor")
        place = app.list.cursor
        await app.press("x")
        assert app.list.cursor == place
        assert "Hannah Lindmoor" not in app.lines[3]


async def test_the_cursor_stays_on_its_line_when_others_come_before_it(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await app.to("Pilar Etxegoien")
        place = app.list.cursor
        row = app.list.row
        await app.to("Hannah Lindmoor")
        await app.press("x")
        assert row is not None
        app.list.highlight(row.key)
        await app.press("u")
        assert app.list.row is not None
        assert app.list.row.key == row.key
        assert app.list.cursor == place


async def test_s_is_quiet_until_a_day(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await app.to("Kwabena")
        target = app.page.target
        assert target is not None
        assert target.record is not None
        await app.press("s")
        assert app.at(SnoozeModal)
        await app.press("1", "w", "enter")
        promise = app.app.journal.snapshot.commitment(target.record[1])
        assert promise is not None
        assert promise.snoozed == date(2026, 3, 18)


async def test_escape_in_a_question_changes_nothing(lived_in: Path) -> None:
    async with running(lived_in) as app:
        before = len(app.app.journal.gestures)
        for key in ("d", "s"):
            await app.press(key, "escape")
        assert len(app.app.journal.gestures) == before


async def test_undo_and_redo_say_what_they_did(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await app.to("Hannah Lindmoor")
        await app.press("x")
        assert "Hannah Lindmoor" not in app.text
        await app.press("u")
        assert "Hannah Lindmoor" in app.text
        assert "undo: drop: Hannah Lindmoor" in app.told[-1]
        assert "U redo" in app.told[-1]
        await app.press("U")
        assert "Hannah Lindmoor" not in app.list.rows[1].cells[2].text


async def test_undo_with_nothing_to_undo_is_told(empty: Path) -> None:
    async with running(empty) as app:
        await app.press("u")
        assert app.told[-1] == "There is nothing to undo."


async def test_enter_opens_the_person_and_escape_comes_back_to_the_line(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await app.to("Pilar Etxegoien")
        row = app.list.row
        await app.press("enter")
        assert app.at(PersonScreen)
        assert "Pilar Etxegoien" in app.text
        await app.press("escape")
        assert app.list.row == row


async def test_an_empty_journal_says_what_to_do_first(empty: Path) -> None:
    async with running(empty) as app:
        assert "Nobody is in it yet" in app.text
        assert "netjournal demo" in app.text
        await app.press("d", "s", "x", "c", "enter", "e", "y", "D")
        assert app.at(TodayPage)


async def test_people_without_a_circle_are_to_be_chosen_first(empty: Path) -> None:
    store(empty, Person(id=PersonId("1234567"), made=MADE, name="Ana Ruiz"))
    async with running(empty) as app:
        assert "Nobody is in a circle yet" in app.text
        assert "1 person is in the rolodex" in app.text


async def test_a_day_without_lines_is_calm(empty: Path) -> None:
    ana = Person(
        id=PersonId("1234567"), made=MADE, name="Ana Ruiz", circle=Circle.CLOSE, circle_since=TODAY
    )
    store(empty, ana)
    async with running(empty) as app:
        assert "Nothing to do today." in app.text
        assert "In touch 0 of 1" in app.text


async def test_more_than_seven_lines_of_a_group_are_one_key_away(lived_in: Path) -> None:
    promises = [
        Commitment(
            id=new_id(), made=MADE, said=TODAY, owner=Owner.MINE, text=f"thing {n}",
            due=date(2026, 3, 2),
        )
        for n in range(9)
    ]  # fmt: skip
    store(lived_in, *promises)
    async with running(lived_in) as app:
        assert "…  5 more" in app.text
        await app.to("5 more")
        await app.press("enter")
        assert "fewer" in app.text


async def test_a_day_that_is_done_says_so_and_what_comes_next(empty: Path) -> None:
    ana = Person(
        id=PersonId("1234567"), made=MADE, name="Ana Ruiz", circle=Circle.CLOSE, circle_since=TODAY
    )
    promise = Commitment(
        id=new_id(), made=MADE, said=TODAY, owner=Owner.MINE, people=(ana.id,),
        text="send the plan", due=date(2026, 3, 13),
    )  # fmt: skip
    talk = Conversation(
        id=new_id(), made=MADE, day=TODAY, channel=Channel.PHONE, direction=Direction.OUTBOUND,
        people=(ana.id,),
    )  # fmt: skip
    store(empty, ana, promise, talk)
    async with running(empty) as app:
        assert "All done for today." in app.text
        assert "1 contact noted. In touch 1 of 1. Enjoy the day." in app.text
        line = next(line for line in app.lines if "send the plan" in line)
        assert "Friday" in line
        assert "Ana Ruiz" in line
