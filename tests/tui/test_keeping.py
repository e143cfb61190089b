"""Backups and the doctor, through the palette: looked at, asked about, done, undone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from netjournal.domain.person import Person
from netjournal.domain.values import PersonId
from netjournal.journal.care import restoring
from netjournal.text import width
from netjournal.tui.keys import PALETTE
from netjournal.tui.modals.backups import BackupsModal
from netjournal.tui.modals.report import ReportModal
from tests.tui.conftest import MADE, Driver, running, store


async def called(app: Driver, name: str) -> None:
    """Run an action of the palette by its name."""
    await app.press("colon")
    await app.type(name)
    await app.until(lambda: name.lower() in app.text.lower())
    await app.press("enter")


def names(app: Driver) -> list[str]:
    return sorted(person.name for person in app.app.journal.snapshot.people())


@pytest.fixture
def changed(empty: Path) -> Path:
    """A journal with a backup, and somebody added since."""
    store(empty, Person(id=PersonId("71"), made=MADE, name="Ana Ruiz"))
    restoring.make(empty)
    store(empty, Person(id=PersonId("72"), made=MADE, name="Bob [/] \x1b[31mStone"))
    return empty


@pytest.mark.parametrize("row", PALETTE, ids=lambda row: row.action)
def test_what_only_the_palette_has_is_complete(row: tuple[str, str, str]) -> None:
    action, label, does = row
    assert 1 <= len(label.split()) <= 3
    assert does.endswith(".")
    from netjournal.tui.app import NetjournalApp

    assert hasattr(NetjournalApp, f"action_{action}")


async def test_a_backup_is_made_now(changed: Path) -> None:
    async with running(changed) as app:
        await called(app, "back up now")
        await app.until(lambda: any("Backed up to" in told for told in app.told))
    assert len(restoring.all_of(changed)) == 2


async def test_a_backup_is_restored_after_its_changes_were_shown(changed: Path) -> None:
    async with running(changed, (100, 30)) as app:
        await called(app, "backups")
        await app.until(lambda: app.at(BackupsModal))
        assert "asked" in app.text
        await app.press("enter")
        await app.until(lambda: app.at(ReportModal))
        assert "1 record would change" in app.text
        assert "removed person: Bob [/]" in app.text
        await app.press("right", "enter")
        await app.until(lambda: names(app) == ["Ana Ruiz"])
        await app.press("u")
        await app.until(lambda: len(names(app)) == 2)


async def test_not_now_restores_nothing(changed: Path) -> None:
    async with running(changed, (100, 30)) as app:
        await called(app, "backups")
        await app.until(lambda: app.at(BackupsModal))
        await app.press("enter")
        await app.until(lambda: app.at(ReportModal))
        await app.press("enter")
        await app.until(lambda: app.at(BackupsModal))
        await app.press("escape")
        assert len(names(app)) == 2
        assert len(app.app.journal.gestures) == 2


async def test_without_a_backup_the_list_says_so(empty: Path) -> None:
    async with running(empty) as app:
        await called(app, "backups")
        await app.until(lambda: "There is no backup yet." in app.text)
        await app.press("enter", "escape")


async def test_a_healthy_journal_is_called_so(changed: Path) -> None:
    async with running(changed) as app:
        await called(app, "check the journal")
        await app.until(lambda: app.at(ReportModal))
        assert "Nothing is wrong." in app.text
        assert "Repair" not in app.text
        await app.press("enter")
        assert not app.at(ReportModal)


async def test_what_is_wrong_is_told_and_mended_after_asking(changed: Path) -> None:
    changed.chmod(0o644)
    async with running(changed, (100, 30)) as app:
        await called(app, "check the journal")
        await app.until(lambda: app.at(ReportModal))
        assert "problem" in app.text
        await app.press("right", "enter")
        await app.until(lambda: "What was mended" in app.text)
        assert changed.stat().st_mode & 0o777 == 0o600
        await app.press("enter")
        assert not app.at(ReportModal)


async def test_a_backup_that_cannot_be_read_is_told(changed: Path) -> None:
    (backup,) = restoring.all_of(changed)
    backup.path.write_bytes(b"no backup")
    async with running(changed, (100, 30)) as app:
        await called(app, "backups")
        await app.until(lambda: app.at(BackupsModal))
        await app.press("enter")
        await app.until(lambda: bool(app.told))
        assert len(names(app)) == 2
    assert json.loads(changed.read_text())


async def test_the_dialogs_fit_every_window(changed: Path) -> None:
    async with running(changed, (200, 50)) as app:
        app.app.run_worker(app.app.run_action("app.backups"))
        await app.until(lambda: "asked" in app.text)
        for size in ((80, 24), (40, 15)):
            await app.pilot.resize_terminal(*size)
            await app.settle()
            assert {width(line) for line in app.lines} == {size[0]}
            await app.press("enter")
            await app.until(lambda: app.at(ReportModal) and "Restore" in app.text)
            assert {width(line) for line in app.lines} == {size[0]}
            assert "\x1b" not in app.text
            await app.press("escape")
            await app.until(lambda: app.at(BackupsModal))
