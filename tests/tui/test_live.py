"""What happens around the program while it is open: other terminals, midnight, failures."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from netjournal.domain.person import Person
from netjournal.domain.settings import Settings
from netjournal.domain.values import Circle, PersonId
from netjournal.errors import ExitCode, NotSavedError, UnreadableError
from netjournal.journal import editing
from netjournal.journal.changes import edits
from netjournal.journal.journal import Journal
from netjournal.tui import host
from netjournal.tui.app import NetjournalApp
from tests.tui.conftest import MADE, TODAY, running, store


async def test_what_another_terminal_writes_appears_by_itself(lived_in: Path) -> None:
    assert host.LOOK_EVERY <= 0.5
    async with running(lived_in) as app:
        store(lived_in, Person(id=PersonId("4444444"), made=MADE, name="Aaron Abel",
                               circle=Circle.CLOSE, circle_since=date(2020, 1, 1)))  # fmt: skip
        await app.until(lambda: app.lists("Aaron Abel"), "the new line")


async def test_an_edit_by_hand_of_what_was_changed_here_too_is_told_once(lived_in: Path) -> None:
    Journal(lived_in).close(fold=True)
    async with running(lived_in) as app:
        snapshot = Journal(lived_in).snapshot
        person = next(each for each in snapshot.people() if each.name == "Hannah Lindmoor")
        other = Journal(lived_in)
        other.act("edit", lambda now: edits(now, person, name="Hannah Here"))
        text = lived_in.read_text(encoding="utf-8")
        lived_in.write_text(text.replace("Hannah Lindmoor", "Hannah There"), encoding="utf-8")
        await app.until(lambda: app.lists("Hannah There"), "the edit")
        for _ in range(3):
            app.app.look()
            await app.settle()
        assert sum("kept beside it with ~2" in told for told in app.told) == 1


async def test_a_page_that_is_not_seen_catches_up_when_it_is(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await app.press("2", "1")
        store(lived_in, Person(id=PersonId("4444444"), made=MADE, name="Aaron Abel",
                               circle=Circle.CLOSE, circle_since=date(2020, 1, 1)))  # fmt: skip
        app.app.look()
        await app.settle()
        await app.press("2")
        await app.until(lambda: "Aaron Abel" in app.text)


async def test_an_open_page_of_somebody_removed_elsewhere_closes(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await app.to("Hannah Lindmoor")
        person = app.page.person
        assert person is not None
        await app.press("enter")
        other = Journal(lived_in)
        other.act("remove", lambda now: editing.remove(now, "people", person.id))  # type: ignore[arg-type]
        other.close()
        await app.until(lambda: len(app.app.screen_stack) == 1)


async def test_the_day_rolls_over_at_midnight(lived_in: Path) -> None:
    days = [TODAY]
    async with running(lived_in, today=lambda: days[-1]) as app:
        assert "Wed 11 March" in app.lines[1]
        days.append(date(2026, 3, 12))
        await app.until(lambda: "Thu 12 March" in app.lines[1])


async def test_a_journal_that_becomes_unreadable_is_told_once(
    lived_in: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(lived_in) as app:
        said: list[str] = []
        looks: list[int] = []

        def fail() -> bool:
            looks.append(1)
            raise UnreadableError("The journal cannot be read.")

        monkeypatch.setattr(app.app.journal, "refresh", fail)
        monkeypatch.setattr(app.app, "say", lambda text, **_: said.append(text))
        for _ in range(4):
            app.app.look()
            await app.settle()
        assert len(looks) >= 4
        assert said == ["The journal cannot be read."]


async def test_a_write_that_fails_is_told_and_changes_nothing(
    lived_in: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(lived_in) as app:

        def fail(*_: object, **__: object) -> None:
            raise NotSavedError("Nothing was saved: the disk is full.")

        monkeypatch.setattr(app.app.journal, "act", fail)
        await app.to("Hannah Lindmoor")
        await app.press("x")
        assert app.told[-1] == "Nothing was saved: the disk is full."
        assert "Hannah Lindmoor" in app.text


async def test_a_worker_that_breaks_is_logged_without_private_words(
    lived_in: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(lived_in) as app:

        def broken(*_: object, **__: object) -> None:
            private = "a private note about Hannah"
            raise LookupError(private)

        monkeypatch.setattr(app.app.journal, "act", broken)
        await app.to("Hannah Lindmoor")
        await app.pilot.press("x")
        await app.until(lambda: any("Something went wrong" in told for told in app.told))
    log = tmp_path / "state" / "netjournal" / "errors.log"
    text = log.read_text()
    assert "LookupError" in text
    assert "broken" in text
    assert "private" not in text
    assert log.stat().st_mode & 0o777 == 0o600


async def test_a_crash_prints_one_line_without_private_words(
    lived_in: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    app = NetjournalApp(Journal(lived_in), Settings(), lambda: TODAY)
    secret = "a private note about Hannah"

    def broken() -> None:
        raise LookupError(secret)

    async def crash() -> None:
        async with app.run_test() as pilot:
            app.call_later(broken)
            await pilot.pause()

    with pytest.raises(LookupError):
        await crash()
    printed = capsys.readouterr().err
    assert "LookupError" in printed
    assert secret not in printed
    assert secret not in (tmp_path / "state" / "netjournal" / "errors.log").read_text()


async def test_a_journal_that_cannot_be_read_ends_with_its_sentence(
    empty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty.parent.mkdir()
    empty.write_text("this is no journal")
    app = NetjournalApp(Journal(empty), Settings(), lambda: TODAY)
    async with app.run_test() as pilot:
        for _ in range(300):
            await pilot.pause(0.01)
            if app.return_code is not None:
                break
    assert app.return_code == ExitCode.JOURNAL
    assert "netjournal:" in capsys.readouterr().err


async def test_the_theme_is_remembered(lived_in: Path) -> None:
    async with running(lived_in) as app:
        assert app.app.theme == "netjournal-dark"
        app.app.theme = "netjournal-light"
        await app.pilot.pause()
        await app.app.workers.wait_for_complete()
    async with running(lived_in) as app:
        assert app.app.theme == "netjournal-light"


async def test_the_notice_of_the_start_is_told(lived_in: Path) -> None:
    async with running(lived_in, notice="This is a throw-away sample [/].") as app:
        assert app.told == ["This is a throw-away sample [/]."]


async def test_what_another_terminal_did_is_told_gently(lived_in: Path) -> None:
    async with running(lived_in) as app:
        row = app.list.row
        store(lived_in, Person(id=PersonId("4444444"), made=MADE, name="Aaron Abel"))
        await app.until(lambda: any("by another program" in told for told in app.told))
        assert app.list.row == row
        app.app.clear_notifications()
        Journal(lived_in).close(fold=True)
        for _ in range(2):
            app.app.look()
            await app.settle()
        assert not any("by another program" in told for told in app.told), "a fold is no act"
