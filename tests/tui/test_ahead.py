"""The first page before the journal is read: what it shows, and keys typed ahead."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.widgets import Input, TextArea

from netjournal.domain.settings import Settings
from netjournal.journal.journal import Journal
from netjournal.journal.snapshot import Snapshot
from netjournal.tui.ahead import TypedAhead
from netjournal.tui.app import NetjournalApp
from netjournal.tui.keys_in_order import KeysInOrder
from netjournal.tui.picture import glimpsed
from tests.tui.conftest import SMALL, TODAY, Driver, running


class SlowJournal(Journal):
    """One that takes until it is told to be read."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.read = threading.Event()

    @property
    def snapshot(self) -> Snapshot:
        """The journal, once it may be read."""
        self.read.wait(20)
        return super().snapshot


@asynccontextmanager
async def opening(path: Path) -> AsyncIterator[tuple[Driver, SlowJournal]]:
    """The app at its first page, which knows no more than the index beside the journal."""
    journal, settings = SlowJournal(path), Settings()
    app = NetjournalApp(journal, settings, lambda: TODAY)
    app.glimpse = glimpsed(journal, settings, TODAY, discreet=False)
    try:
        async with app.run_test(size=SMALL) as pilot:
            await pilot.pause()
            yield Driver(app, pilot), journal
    finally:
        journal.read.set()
        journal.close()


def _without_bar(app: Driver) -> list[str]:
    """The lines of the list: the week's five, which come later at its end, make the bar shorter."""
    return [line[:-2] for line in app.lines[1:-1]]


async def test_today_is_listed_before_the_journal_is_read_and_stays_as_it_was(
    lived_in: Path,
) -> None:
    async with opening(lived_in) as (app, journal):
        seen, rows = _without_bar(app), app.list.rows
        assert len(rows) > 10
        assert app.app.picture is None
        journal.read.set()
        await app.until(lambda: app.app.picture, "the journal")
        await app.settle()
        assert app.list.rows[: len(rows)] == rows
        assert _without_bar(app) == seen


async def test_without_an_index_the_first_page_waits_for_the_journal(lived_in: Path) -> None:
    lived_in.with_name(f".{lived_in.name}.index").unlink()
    async with opening(lived_in) as (app, journal):
        assert "Opening the journal" in app.text
        await app.pilot.press("j", "x")
        journal.read.set()
        await app.until(lambda: "drop: " in "".join(app.told), "what was typed ahead")


async def test_a_key_typed_ahead_is_about_the_row_that_was_seen(lived_in: Path) -> None:
    async with opening(lived_in) as (app, journal):
        first = app.list.row
        for key in ("j", "x", "j"):  # as fast as a terminal hands them over
            app.app.simulate_key(key)
        await app.until(lambda: app.list.row != first, "the move")
        await app.pilot.pause(0.01)
        second = app.list.row
        journal.read.set()
        await app.until(lambda: "drop: " in "".join(app.told), "what was typed ahead")
        assert second is not None
        assert getattr(second.target, "name", "?") in "".join(app.told)
        await app.until(lambda: app.list.row != second, "the key behind it")


async def test_a_page_asked_for_ahead_is_shown_and_typed_into(lived_in: Path) -> None:
    async with opening(lived_in) as (app, journal):
        await app.pilot.press("2", "slash", "h", "a", "n", "n")
        journal.read.set()
        await app.until(lambda: app.app.current_mode == "people", "the page")
        await app.until(lambda: app.filter.value == "hann", "what was typed")
        await app.until(lambda: len(app.list.rows) == 2, "who was looked for")


def test_what_was_typed_about_a_row_that_is_gone_is_not_done() -> None:
    ahead, key = TypedAhead(), events.Key("x", "x")
    assert ahead.keeps(key, "drop", listed=True)
    ahead.meant("Ana")
    ahead.meant("Bo")
    assert ahead.missed("Bo")
    assert ahead.take() is None


def test_one_may_move_and_leave_at_once_but_never_out_of_order() -> None:
    ahead, key = TypedAhead(), events.Key("x", "x")
    assert not ahead.keeps(key, "down", listed=True)
    assert not ahead.keeps(key, "quit", listed=True)
    assert ahead.keeps(key, "capture", listed=True)
    assert ahead.keeps(key, "down", listed=True)
    assert ahead.keeps(key, "quit", listed=True)
    ahead.meant("Ana")
    assert not ahead.missed("Ana")
    assert [ahead.take() for _ in range(4)] == [key, key, key, None]
    assert not ahead.keeps(key, "drop", listed=True)


def test_a_key_waits_only_while_the_one_before_it_is_under_way() -> None:
    ahead, one, two = TypedAhead(), events.Key("a", "a"), events.Key("b", "b")
    assert not ahead.missed("")
    assert not ahead.keeps(one, "capture", listed=True)
    ahead.is_busy = True
    assert ahead.keeps(one, "down", listed=True)
    assert ahead.keeps(two, "quit", listed=True)
    assert [ahead.take() for _ in range(3)] == [one, two, None]
    assert not ahead.keeps(two, "drop", listed=True)


@pytest.mark.parametrize(
    ("keys", "typed"),
    [("/ot", "ot"), ("2/oa", "oa"), ("adx", "dx"), ("nd", "d"), ("Sd", "d"), ("13/d", "d"),
     ("jjn2", "2")],
)  # fmt: skip
async def test_keys_that_come_in_one_go_are_for_what_the_first_one_opens(
    lived_in: Path, keys: str, typed: str
) -> None:
    async with running(lived_in) as app:
        await app.press("2")
        for char in keys:
            app.app.simulate_key("slash" if char == "/" else char)
        await app.settle()
        field = app.app.focused
        assert isinstance(field, Input | TextArea)
        assert (field.text if isinstance(field, TextArea) else field.value) == typed


async def test_what_only_moves_is_done_in_one_go_once_the_key_before_it_is_through(
    lived_in: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[KeysInOrder] = []
    follow = KeysInOrder._follow_keys

    def followed(app: KeysInOrder) -> None:
        waited.append(app)
        follow(app)

    async with running(lived_in) as app:
        await app.press("2")
        rows = [row.key for row in app.list.rows]
        monkeypatch.setattr(KeysInOrder, "_follow_keys", followed)
        for key in ("z", "j", "j"):
            app.app.simulate_key(key)
        await app.until(lambda: app.list.row and app.list.row.key == rows[2], "the moves")
        assert len(waited) == 1


async def test_a_key_that_never_comes_through_holds_the_next_for_a_moment_only(
    lived_in: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("netjournal.tui.keys_in_order.AT_MOST", 0.05)
    monkeypatch.setattr(NetjournalApp, "_follow_keys", lambda _: None)
    async with running(lived_in) as app:
        await app.press("2")
        await app.press("slash", "o")
        assert app.filter.value == "o"


async def test_a_page_that_closes_takes_no_key_along(
    lived_in: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(lived_in) as app:
        waits = app.app.call_after_refresh
        lost = iter((True,))  # as the callbacks of a page that is closed meanwhile

        def call(*what: Any, **more: Any) -> bool:
            return next(lost, False) or waits(*what, **more)

        monkeypatch.setattr(app.app, "call_after_refresh", call)
        for key in "2", "3":
            app.app.post_message(events.Key(key, key))
        await app.until(lambda: app.app.current_mode == "give")


def test_in_discreet_mode_the_first_page_names_nobody(lived_in: Path) -> None:
    journal, settings = Journal(lived_in), Settings()
    openly = glimpsed(journal, settings, TODAY, discreet=False)
    quietly = glimpsed(journal, settings, TODAY, discreet=True)
    journal.close()
    assert openly is not None
    names = {line.name for line in openly.today.lines}
    assert not names & {line.name for line in (quietly.today.lines if quietly else ())}
