"""Doing a line of Today: how it went, what comes next, by which means, what was written."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from netjournal.domain.commitment import Commitment
from netjournal.domain.conversation import Conversation
from netjournal.domain.values import Channel, CommitmentState, PersonId, RecordId
from netjournal.tui.modals.channel import ChannelModal
from netjournal.tui.modals.done import DoneModal
from netjournal.tui.modals.reach import ReachModal
from netjournal.tui.modals.text import TextModal
from netjournal.tui.screens.today import TodayPage
from tests.tui.conftest import SMALL, TODAY, WIDE, Driver, running


def promise_of(app: Driver) -> Commitment:
    """The promise of the highlighted line."""
    assert app.page.target is not None
    assert app.page.target.record is not None
    found = app.app.journal.snapshot.commitment(RecordId(app.page.target.record[1]))
    assert found is not None
    return found


def unfolded(app: Driver) -> bool:
    """Whether the week's five are rows of the list."""
    return any(row.key.startswith("week ") for row in app.list.rows)


def newest(app: Driver, person: PersonId) -> Conversation:
    """What passed last."""
    return app.app.journal.snapshot.conversations_of(person)[0]


async def test_a_call_is_done_with_a_note_and_a_next_step_in_one_gesture(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await app.to("Kwabena")
        promise = promise_of(app)
        before = len(app.app.journal.gestures)
        await app.press("d", "tab")
        await app.type("it held")
        await app.press("tab")
        await app.type("call in 2 weeks about the gutter")
        assert "Wed 25 March" in app.text
        await app.press("enter")
        snapshot = app.app.journal.snapshot
        assert len(app.app.journal.gestures) == before + 1
        assert newest(app, promise.people[0]).text == "it held"
        after = snapshot.commitment(promise.id)
        assert after is not None
        assert after.state is CommitmentState.DONE
        step = next(c for c in snapshot.follow_ups_of(promise.people[0]) if c.id != promise.id)
        assert (step.channel, step.due) == (Channel.PHONE, date(2026, 3, 25))
        await app.press("u")
        assert app.app.journal.snapshot.commitment(step.id) is None


async def test_a_next_step_that_cannot_be_read_is_said_and_nothing_is_stored(
    lived_in: Path,
) -> None:
    async with running(lived_in) as app:
        await app.to("Kwabena")
        before = len(app.app.journal.gestures)
        await app.press("d", "tab", "tab")
        await app.type("call by 30 feb")
        await app.press("enter")
        assert app.at(DoneModal)
        assert "There is no 30 February." in app.text
        assert len(app.app.journal.gestures) == before


async def test_a_day_before_today_is_the_day_of_the_contact(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await app.to("Hannah Lindmoor")
        who = promise_of(app).people[0]
        await app.press("d", "tab", "tab", "tab")
        await app.type("monday")
        await app.press("enter")
        assert newest(app, who).day == date(2026, 3, 9)


async def test_a_day_to_come_is_not_the_day_of_a_contact(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await app.to("Hannah Lindmoor")
        await app.press("d", "tab", "tab", "tab")
        await app.type("2026-04-01")
        await app.press("enter")
        assert app.at(DoneModal)
        assert "still to come" in app.text


async def test_what_is_written_is_kept_with_the_conversation(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await app.to("沈雨竹")
        promise = promise_of(app)
        await app.press("p")
        assert app.at(ReachModal)
        await app.press("w")
        assert app.at(TextModal)
        await app.type("The prints are here.")
        await app.press("enter")
        await app.type("Thank you")
        await app.press("ctrl+s")
        assert app.at(ReachModal)
        assert "Thank you" in app.text
        await app.press("t")
        assert app.copied[-1] == "The prints are here.\nThank you"
        await app.press("enter", "enter")
        talk = newest(app, promise.people[0])
        assert talk.channel is Channel.POSTCARD
        assert talk.text == "The prints are here.\nThank you"
        after = app.app.journal.snapshot.commitment(promise.id)
        assert after is not None
        assert after.state is CommitmentState.DONE
        assert app.at(TodayPage)


async def test_another_channel_for_a_promise_is_kept_with_it(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await app.to("Kwabena")
        promise = promise_of(app)
        await app.press("C")
        assert app.at(ChannelModal)
        await app.press("p")
        after = app.app.journal.snapshot.commitment(promise.id)
        assert after is not None
        assert after.channel is Channel.POSTCARD
        assert after.due == promise.due


async def test_another_channel_for_a_person_is_their_preferred_one(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await app.to("Aoife")
        assert app.page.person is not None
        who = app.page.person.id
        await app.press("C", "m")
        after = app.app.journal.snapshot.person(who)
        assert after is not None
        assert after.preferred is Channel.EMAIL


async def test_the_weeks_five_stand_beside_the_list_where_there_is_room(lived_in: Path) -> None:
    async with running(lived_in, WIDE) as app:
        await app.until(lambda: "This week's five" in app.text)
        week = app.page.query_one("#week")
        week.focus()
        await app.settle()
        assert app.page.person is not None
        name = app.page.person.name
        await app.press("d", "enter")
        assert newest(app, app.page.person.id).day == TODAY
        await app.until(lambda: f"✓  {name[:8]}" in app.text, "the tick")


async def test_the_weeks_five_are_folded_at_the_end_of_a_narrow_list(lived_in: Path) -> None:
    async with running(lived_in, SMALL) as app:
        await app.until(lambda: app.lists("This week's five"))
        assert not unfolded(app)
        await app.to("This week's five")
        await app.press("enter")
        assert unfolded(app)
        await app.press("j")
        assert app.page.person is not None
        await app.press("k", "enter")
        assert not unfolded(app)


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_the_cursor_walks_through_the_whole_page(
    lived_in: Path, size: tuple[int, int]
) -> None:
    async with running(lived_in, size) as app:
        await app.until(lambda: app.lists("This week's five") or size == WIDE)
        seen = set()
        for _ in range(40):
            await app.pilot.press("j")
            row = app.list.row
            seen.add(row.key if row else "")
        assert "week" in " ".join(seen)
