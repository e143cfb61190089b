"""Dialogs in which one types: done, snooze, a text, the fields of a record."""

from __future__ import annotations

from datetime import date

import pytest
from textual.events import Paste

from netjournal.domain.gathering import Gathering
from netjournal.domain.me import Me
from netjournal.domain.person import Person
from netjournal.domain.values import Channel, Reply
from netjournal.errors import InputError
from netjournal.journal.acting import Doing
from netjournal.tui.modals.done import DoneModal, Went
from netjournal.tui.modals.edit_form import EditForm
from netjournal.tui.modals.snooze import SnoozeModal
from netjournal.tui.modals.text import TextModal
from netjournal.tui.widgets.push_button import PushButton
from tests.tui.modals.asking import UNANSWERED, Host, ask, press, seen, typed

TODAY = date(2026, 3, 11)


def done(channel: Channel | None = Channel.PHONE) -> DoneModal:
    return DoneModal("Tom O'Neil", today=TODAY, channel=channel, reason="since 9 March")


@pytest.mark.parametrize(
    ("keys", "doing"),
    [
        (["enter"], Doing(today=TODAY)),
        (["n"], Doing(today=TODAY, reply=Reply.NONE)),
        (["l"], Doing(today=TODAY, reply=Reply.AWAITED)),
        (["down", "enter"], Doing(today=TODAY, reply=Reply.NONE)),
        (["tab", typed("no luck"), "enter"], Doing(today=TODAY, text="no luck")),
        (["tab", "x", "down", "enter"], Doing(today=TODAY, reply=Reply.NONE, text="x")),
        (["tab", "x", "tab", "l"], Doing(today=TODAY, reply=Reply.AWAITED, text="x")),
        (["c", "enter"], Doing(today=TODAY, channel=Channel.POSTCARD)),
        (["c"] * 8 + ["n"], Doing(today=TODAY, reply=Reply.NONE)),
        (["escape"], None),
    ],
)
async def test_how_it_went_is_one_key(keys: list[str], doing: Doing | None) -> None:
    assert await ask(done(), *keys) == (doing and Went(doing))


@pytest.mark.parametrize("channel", [Channel.EMAIL, Channel.POSTCARD, Channel.MET, None])
async def test_only_a_call_can_go_unanswered_at_once(channel: Channel | None) -> None:
    assert await ask(done(channel), "n", "l") is UNANSWERED
    assert await ask(done(channel), "enter") == Went(Doing(today=TODAY))


async def test_a_promise_without_a_channel_is_only_ticked() -> None:
    assert await ask(done(None), "c") is UNANSWERED
    assert "by " not in await seen(done(None))


def read_day(text: str) -> date:
    days = {"friday": date(2026, 3, 13), "today": TODAY, "yesterday": date(2026, 3, 10)}
    if text not in days:
        raise InputError(f"{text} is no day: write friday.")
    return days[text]


def snooze() -> SnoozeModal:
    return SnoozeModal(TODAY, read_day, what="Tom O'Neil")


@pytest.mark.parametrize(
    ("keys", "day"),
    [
        (["enter"], date(2026, 3, 12)),
        (["down", "enter"], date(2026, 3, 18)),
        (["down", "down", "enter"], date(2026, 4, 11)),
        (["down", "up", "enter"], date(2026, 3, 12)),
        ([typed("friday"), "enter"], date(2026, 3, 13)),
        ([typed("frday"), "enter"], UNANSWERED),
        ([typed("yesterday"), "enter"], UNANSWERED),
        ([typed("today"), "enter"], UNANSWERED),
        ([typed("friday"), "escape"], None),
    ],
)
async def test_quiet_until_a_day(keys: list[str], day: object) -> None:
    assert await ask(snooze(), *keys) == day


@pytest.mark.parametrize(
    ("text", "echo"),
    [("friday", "Fri 13 March"), ("frday", "is no day"), ("yesterday", "is not ahead")],
)
async def test_a_day_is_read_back_while_it_is_typed(text: str, echo: str) -> None:
    assert echo in await seen(snooze(), typed(text))


@pytest.mark.parametrize(
    ("initial", "keys", "text"),
    [
        ("", [typed("met"), "ctrl+s"], "met"),
        ("a", ["enter", "b", "ctrl+s"], "a\nb"),
        ("", ["ctrl+s"], None),
        ("a", ["backspace", "ctrl+s"], ""),
        ("a", ["escape"], None),
        ("a", ["b", "escape"], UNANSWERED),
        ("a", ["b", "escape", "n", "ctrl+s"], "ab"),
        ("", [typed("met"), "tab", "enter"], "met"),
    ],
)
async def test_a_text(initial: str, keys: list[str], text: object) -> None:
    host = Host(TextModal("Note", initial))
    async with host.run_test() as pilot:
        await press(pilot, *keys)
        await pilot.pause()
        assert host.answer == text


async def test_leaving_a_text_for_good_takes_a_yes() -> None:
    assert await ask(TextModal("Note", "a"), "b", "escape", "y") is None


async def test_the_button_saves() -> None:
    host = Host(TextModal("Note"))
    async with host.run_test() as pilot:
        await pilot.press("x")
        await pilot.click(PushButton)
        await pilot.pause()
    assert host.answer == "x"


def check(name: str, text: str) -> str | None:
    return f"Write a town, not {text}." if name == "place" and text != "Lyon" else None


def form(**values: str) -> EditForm:
    return EditForm("PyCon", Gathering, {"name": "PyCon", **values}, check)


@pytest.mark.parametrize(
    ("keys", "changed"),
    [
        (["x", "ctrl+s"], {"name": "PyConx"}),
        (["tab", typed("may"), "down", typed("june"), "ctrl+s"], {"day": "may", "until": "june"}),
        (["enter", "m", "ctrl+s"], {"day": "m"}),
        (["x", "backspace", "ctrl+s"], None),
        (["escape"], None),
        (["x", "escape"], UNANSWERED),
    ],
)
async def test_only_changed_fields_are_answered(keys: list[str], changed: object) -> None:
    host = Host(form())
    async with host.run_test() as pilot:
        await press(pilot, *keys)
        await pilot.pause()
        assert host.answer == changed


async def test_leaving_a_changed_form_takes_a_yes() -> None:
    assert await ask(form(), "x", "escape", "y") is None


async def test_a_text_that_cannot_be_is_said_at_once_and_not_saved() -> None:
    host = Host(form())
    async with host.run_test() as pilot:
        await pilot.press(*["tab"] * 3, "L", "ctrl+s")
        await pilot.pause()
        assert "Write a town, not L." in host.picture
        assert "1 field changed, 1 to correct" in host.picture
        assert host.answer is UNANSWERED
        await pilot.press(*"yon", "ctrl+s")
        await pilot.pause()
        assert host.answer == {"place": "Lyon"}


async def test_help_shows_where_one_is() -> None:
    me = EditForm("Me", Me, {}, check)
    host = Host(me)
    async with host.run_test() as pilot:
        await pilot.pause()
        assert "two letters" not in host.picture
        await pilot.press(*["up"] * 2)
        await pilot.pause()
        assert "two letters" in host.picture


async def test_a_value_nobody_touched_is_never_a_problem_nor_changed() -> None:
    assert await ask(form(place="[/]\u202e\x1b"), "x", "ctrl+s") == {"name": "PyConx"}


@pytest.mark.parametrize("size", [(80, 24), (40, 15)])
async def test_every_field_can_be_reached(size: tuple[int, int]) -> None:
    person = EditForm("Ana", Person, {"name": "Ana", "calibre": "4"}, check)
    picture = await seen(person, "up", "up", size=size)
    assert "Calibre" in picture
    assert "Save" in picture


async def test_values_that_are_long_have_a_line_each_and_there_is_always_one_more() -> None:
    emails = 'ana@example.org (work), "a, b@example.org"'
    host = Host(EditForm("Ana", Person, {"name": "Ana", "email": emails}, lambda *_: None))
    async with host.run_test(size=(80, 40)) as pilot:
        before = [line.rstrip(" │") for line in host.picture.split("\n")]
        at = next(place for place, line in enumerate(before) if "Email" in line)
        assert before[at].endswith("ana@example.org (work)")
        assert before[at + 1].endswith('"a, b@example.org"')
        await press(pilot, *["down"] * 5)
        await press(pilot, "end", "ctrl+u", typed("new@example.org (home)"), "down", "down")
        await press(pilot, typed("more@example.org"), "down", typed("last@example.org"), "ctrl+s")
        await pilot.pause()
    assert host.answer == {
        "email": 'new@example.org (home), "a, b@example.org", more@example.org, last@example.org'
    }


async def test_a_line_emptied_takes_its_value_away() -> None:
    phones = {"name": "Ana", "phone": "+1 202 555 0101, +1 202 555 0102"}
    host = Host(EditForm("Ana", Person, phones, lambda *_: None))
    async with host.run_test(size=(80, 40)) as pilot:
        await press(pilot, *["down"] * 6, "end", "ctrl+u", "ctrl+s")
        await pilot.pause()
    assert host.answer == {"phone": "+1 202 555 0102"}


async def test_several_lines_pasted_into_a_field_become_one() -> None:
    host = Host(form())
    async with host.run_test() as pilot:
        host.post_message(Paste("1\x1b\tb\nc"))
        await pilot.pause()
        await pilot.press("ctrl+s")
        await pilot.pause()
    assert host.answer == {"name": "PyCon1 b"}
