"""The capture line over the whole way: read, asked, stored, kept."""

from __future__ import annotations

import threading
from datetime import date
from pathlib import Path

import pytest
from textual import events

from netjournal.capture.completion import Completion
from netjournal.domain.draft import Draft
from netjournal.domain.person import Person
from netjournal.domain.values import Circle, PersonId, RecordId
from netjournal.errors import BusyError, NotSavedError
from netjournal.journal.journal import Journal
from netjournal.store.lock import Lock
from netjournal.store.storage import JournalStorage
from netjournal.tui import capturing
from netjournal.tui.modals.capture import CaptureModal
from netjournal.tui.modals.who import WhoModal
from netjournal.tui.picture import Picture
from netjournal.tui.widgets.capture_line import CaptureLine
from tests.tui.conftest import MADE, TODAY, running, store


async def test_a_line_is_read_while_typed_and_stored(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await app.press("a")
        assert app.at(CaptureModal)
        await app.type("called pilar, no answer")
        await app.until(lambda: "Pilar Etxegoien Ruano · called, no answer" in app.text)
        await app.press("enter")
        await app.until(lambda: any("u undo" in told for told in app.told))
        pilar = next(p for p in app.app.journal.snapshot.people() if p.name.startswith("Pilar"))
        assert app.app.journal.snapshot.conversations_of(pilar.id)[0].day == TODAY


async def test_the_line_opens_although_what_completes_it_is_still_made(
    lived_in: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = threading.Event()
    make = capturing.completion

    def slowly(picture: Picture) -> Completion:
        known.wait(20)
        return make(picture)

    monkeypatch.setattr(capturing, "completion", slowly)
    async with running(lived_in) as app:
        await app.press("a")
        await app.until(lambda: app.at(CaptureModal))
        await app.type("called pil")
        assert app.app.screen.query_one(CaptureLine).suggestion == ""
        known.set()
        await app.type("a")
        await app.until(lambda: _completes(app.app.screen.query_one(CaptureLine)))


def _completes(line: CaptureLine) -> bool:
    line.update_suggestion()
    return line.suggestion.startswith("r Etxegoien")


async def test_two_possible_people_are_asked_about(empty: Path) -> None:
    for id, name in (("1111111", "Ana Ruiz"), ("2222222", "Ana Silva")):
        store(empty, Person(id=PersonId(id), made=MADE, name=name, circle=Circle.CLOSE,
                            circle_since=TODAY))  # fmt: skip
    async with running(empty) as app:
        await app.press("a")
        await app.type("coffee with ana")
        await app.until(lambda: "You will be asked" in app.text)
        await app.press("enter")
        await app.until(lambda: isinstance(app.app.screen, WhoModal))
        await app.press("2")
        await app.until(lambda: any("u undo" in told for told in app.told))
        talks = list(app.app.journal.snapshot.conversations())
        assert len(talks) == 1
        name = app.app.journal.snapshot.name_of(talks[0].people[0])
        assert name in {"Ana Ruiz", "Ana Silva"}


async def test_not_answering_who_is_meant_leads_back_to_the_line(empty: Path) -> None:
    for id, name in (("1111111", "Ana Ruiz"), ("2222222", "Ana Silva")):
        store(empty, Person(id=PersonId(id), made=MADE, name=name, circle=Circle.CLOSE,
                            circle_since=TODAY))  # fmt: skip
    async with running(empty) as app:
        await app.press("a")
        await app.type("coffee with ana")
        await app.press("enter")
        await app.until(lambda: isinstance(app.app.screen, WhoModal))
        await app.press("escape")
        await app.until(lambda: isinstance(app.app.screen, CaptureModal))
        assert "coffee with ana" in app.text


async def test_somebody_new_in_a_sentence_is_asked_about(empty: Path) -> None:
    async with running(empty) as app:
        await app.press("a")
        await app.type("coffee with Ana yesterday")
        await app.press("enter")
        await app.until(lambda: isinstance(app.app.screen, WhoModal))
        await app.press("n")
        await app.until(lambda: [p.name for p in app.app.journal.snapshot.people()] == ["Ana"])


async def test_escape_keeps_what_was_typed_for_the_next_time(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await app.press("a")
        await app.type("tea with")
        await app.press("escape")
        await app.press("2", "a")
        await app.until(lambda: "tea with" in app.text)
        await app.press("escape")


async def test_leaving_keeps_an_unfinished_line_as_a_draft(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await app.press("a")
        await app.type("tea with")
        await app.press("escape", "q")
    journal = Journal(lived_in)
    assert [draft.text for draft in journal.snapshot.drafts()].count("tea with") == 1
    journal.close()


async def test_on_a_full_disk_the_program_is_left_and_gives_the_line_back(
    lived_in: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(lived_in) as app:
        await app.press("a")
        await app.type("tea with")
        await app.press("escape")

        def full(*_: object) -> None:
            raise NotSavedError("Nothing was saved: the disk is full.")

        monkeypatch.setattr(JournalStorage, "append", full)
        await app.press("q")
        await app.until(lambda: not app.app.is_running)
        assert app.app.not_kept == "tea with"


async def test_who_holds_the_journal_is_told_while_a_line_waits(
    lived_in: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("netjournal.store.lock._A_MOMENT", 0.0)
    other = JournalStorage(lived_in)
    async with running(lived_in) as app:
        with other.locked():
            await app.press("a")
            await app.type("tea with pilar")
            await app.pilot.press("enter")
            await app.until(lambda: any("is in use by process" in told for told in app.told))
        await app.until(lambda: any("tea with pilar" in told for told in app.told))


async def test_a_line_that_waited_in_vain_is_kept_at_once(
    lived_in: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[str] = []

    def busy(*_: object) -> None:
        tried.append("lock")
        raise BusyError("The journal is in use.")

    async with running(lived_in) as app:
        monkeypatch.setattr(Lock, "__enter__", busy)
        await app.press("a")
        await app.type("tea with pilar")
        await app.press("enter")
        await app.until(lambda: app.app.kept_line == "tea with pilar")
        assert tried == ["lock"]
        monkeypatch.undo()


async def test_a_key_still_on_its_way_to_a_stored_line_is_for_the_page(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await app.press("a")
        await app.type("called pilar, no answer")
        line = app.app.screen.query_one(CaptureLine)
        await app.press("enter")
        line.on_key(events.Key("2", "2"))
        await app.until(lambda: "a name, a word" in app.text)
        assert line.text == "called pilar, no answer"


async def test_a_draft_is_opened_finished_and_gone(lived_in: Path) -> None:
    store(lived_in, Draft(id=RecordId("7777777"), made=MADE, day=date(2026, 3, 1),
                          text="tea with pilr", reason="nobody has this name"))  # fmt: skip
    async with running(lived_in) as app:
        await app.to("tea with pilr")
        await app.press("enter", "backspace")
        await app.type("ar")
        await app.press("enter")
        await app.until(lambda: app.app.journal.snapshot.draft("7777777") is None)


async def test_x_drops_a_draft(lived_in: Path) -> None:
    store(lived_in, Draft(id=RecordId("7777777"), made=MADE, day=date(2026, 3, 1), text="tea [/]"))
    async with running(lived_in) as app:
        await app.to("tea [/]")
        await app.press("x")
        assert app.app.journal.snapshot.draft("7777777") is None
