"""Exporting through the dialog: whom, as what, where to; and what is never replaced unasked."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from textual.widgets import Input

from netjournal.domain.person import Labelled, Person
from netjournal.domain.values import Circle, PersonId
from netjournal.text import width
from netjournal.tui.modals.confirm import ConfirmModal
from netjournal.tui.modals.export import ExportModal, Form
from netjournal.tui.widgets.pick import Pick
from tests.tui.conftest import MADE, Driver, running, store

HOSTILE = "[/] \x1b[31mred"


@pytest.fixture
def three(empty: Path) -> Path:
    """Two in circles, one in the rolodex with a hostile name."""
    for id, name, circle in (
        ("71", "Ana Ruiz", Circle.CLOSE),
        ("72", "Bob Stone", Circle.INNER),
        ("73", HOSTILE, Circle.ROLODEX),
    ):
        email = Labelled(f"p{id}@example.org")
        store(empty, Person(id=PersonId(id), made=MADE, name=name, circle=circle, emails=(email,)))
    return empty


async def asked(app: Driver, form: Form, path: Path) -> None:
    await app.press("E")
    assert app.at(ExportModal)
    pick = app.app.screen.query_one("#form", Pick)
    pick.action_step(list(Form).index(form) - pick.place)
    await app.settle()
    app.app.screen.query_one("#path", Input).value = str(path)
    await app.settle()


async def written(app: Driver, form: Form, path: Path) -> str:
    await asked(app, form, path)
    await app.press("enter")
    await app.until(lambda: any("written to" in told for told in app.told))
    return app.told[-1]


@pytest.mark.parametrize("form", [Form.VCARD_3, Form.VCARD_4, Form.EXACT])
async def test_everybody_as_vcards(three: Path, tmp_path: Path, form: Form) -> None:
    target = tmp_path / "people.vcf"
    async with running(three) as app:
        told = await written(app, form, target)
        assert "3 people written to" in told
        assert str(target) in told
    text = target.read_text()
    assert text.count("BEGIN:VCARD") == 3
    assert f"VERSION:{'4.0' if form is Form.VCARD_4 else '3.0'}" in text


async def test_a_table(three: Path, tmp_path: Path) -> None:
    target = tmp_path / "people.csv"
    async with running(three) as app:
        await written(app, Form.CSV, target)
    assert "Bob" in target.read_text(encoding="utf-8-sig")


async def test_a_calendar(lived_in: Path, tmp_path: Path) -> None:
    target = tmp_path / "days.ics"
    async with running(lived_in) as app:
        told = await written(app, Form.CALENDAR, target)
        assert "days and" in told
    assert target.read_text().startswith("BEGIN:VCALENDAR")


async def test_a_calendar_of_nobodys_days_is_told_and_not_written(
    three: Path, tmp_path: Path
) -> None:
    target = tmp_path / "days.ics"
    async with running(three) as app:
        await asked(app, Form.CALENDAR, target)
        await app.press("enter")
        await app.until(lambda: "no birthdays" in app.text)
    assert not target.exists()


async def test_notes_leave_only_when_that_is_picked(lived_in: Path, tmp_path: Path) -> None:
    async with running(lived_in) as app:
        await written(app, Form.VCARD_3, tmp_path / "without.vcf")
        app.app.clear_notifications()
        await asked(app, Form.VCARD_3, tmp_path / "with.vcf")
        assert "stays in the journal" in app.text
        await app.press("down", "down", "right")
        assert "can read what you wrote" in app.text
        await app.press("enter")
        await app.until(lambda: any("written to" in told for told in app.told))
    assert "letting agents" not in (tmp_path / "without.vcf").read_text()
    assert "letting agents" in (tmp_path / "with.vcf").read_text().replace("\n ", "")


async def test_the_whole_journal(three: Path, tmp_path: Path) -> None:
    async with running(three) as app:
        await written(app, Form.JSON, tmp_path / "all.json")
        app.app.clear_notifications()
        await written(app, Form.ZIP, tmp_path / "all.zip")
    assert len(json.loads((tmp_path / "all.json").read_text())["people"]) == 3
    assert "journal.json" in zipfile.ZipFile(tmp_path / "all.zip").namelist()


async def test_one_file_a_person(three: Path, tmp_path: Path) -> None:
    async with running(three) as app:
        await written(app, Form.FOLDER, tmp_path / "cards")
    assert len(list((tmp_path / "cards").glob("*.vcf"))) == 3


async def test_only_those_marked_leave(three: Path, tmp_path: Path) -> None:
    target = tmp_path / "one.vcf"
    async with running(three, (100, 30)) as app:
        await app.press("2")
        await app.to("Bob Stone")
        await app.press("space")
        assert "1 person" in await written(app, Form.VCARD_3, target)
    assert "Bob Stone" in target.read_text()


async def test_only_those_the_filter_finds_leave(three: Path, tmp_path: Path) -> None:
    target = tmp_path / "inner.vcf"
    async with running(three, (100, 30)) as app:
        await app.press("2", "slash")
        app.filter.value = "circle:inner"
        await app.settle()
        await app.press("enter", "E")
        assert "found by circle:inner" in app.text
        await app.press("escape")
        assert "1 person" in await written(app, Form.VCARD_3, target)
    assert target.read_text().count("BEGIN:VCARD") == 1


async def test_one_person_alone_can_be_picked(three: Path, tmp_path: Path) -> None:
    target = tmp_path / "bob.vcf"
    async with running(three, (100, 30)) as app:
        await app.press("2")
        await app.to("Bob Stone")
        await app.press("enter")
        await asked(app, Form.VCARD_3, target)
        await app.press("up", "left")
        assert "only Bob Stone" in app.text
        await app.press("enter")
        await app.until(lambda: any("1 person written" in told for told in app.told))


async def test_the_network_alone_can_be_picked(three: Path, tmp_path: Path) -> None:
    async with running(three) as app:
        await asked(app, Form.VCARD_3, tmp_path / "near.vcf")
        await app.press("up", "right")
        assert "the network (2)" in app.text
        await app.press("enter")
        await app.until(lambda: any("2 people written" in told for told in app.told))


async def test_a_file_that_is_there_is_replaced_only_after_asking(
    three: Path, tmp_path: Path
) -> None:
    target = tmp_path / "people.vcf"
    target.write_text("mine")
    async with running(three) as app:
        await asked(app, Form.VCARD_3, target)
        await app.press("enter")
        assert app.at(ConfirmModal)
        await app.press("enter")
        assert app.at(ExportModal)
        assert target.read_text() == "mine"
        await app.press("enter", "y")
        await app.until(lambda: any("written to" in told for told in app.told))
    assert target.read_text().startswith("BEGIN:VCARD")


async def test_a_file_of_the_journal_is_refused(three: Path) -> None:
    async with running(three) as app:
        await asked(app, Form.JSON, three)
        await app.press("enter")
        assert app.at(ExportModal)
        assert "belongs to the journal" in app.text


async def test_a_folder_that_is_not_there_is_told_in_the_dialog(
    three: Path, tmp_path: Path
) -> None:
    async with running(three, (120, 40)) as app:
        await asked(app, Form.VCARD_3, tmp_path / "nowhere" / "people.vcf")
        await app.press("enter")
        await app.until(lambda: "cannot be written" in app.text)
        assert app.at(ExportModal)
        await app.press("escape")
        assert not app.at(ExportModal)


async def test_the_suffix_follows_the_form(three: Path) -> None:
    async with running(three) as app:
        await app.press("E")
        line = app.app.screen.query_one("#path", Input)
        assert line.value == "~/netjournal-2026-03-11.vcf"
        for form in [*list(Form)[1:], Form.VCARD_3]:
            await app.press("right")
            assert line.value == f"~/netjournal-2026-03-11{form.suffix}"


async def test_the_dialog_fits_every_window(three: Path) -> None:
    async with running(three, (200, 50)) as app:
        await app.press("E")
        for size in ((200, 50), (80, 24), (40, 15)):
            await app.pilot.resize_terminal(*size)
            await app.settle()
            assert {width(line) for line in app.lines} == {size[0]}
            assert "Export" in app.text
            assert "vCard 3.0" in app.text
