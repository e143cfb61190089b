"""Importing an address book through the dialog."""

from __future__ import annotations

from pathlib import Path

from netjournal.domain.values import Circle
from netjournal.tui.modals.import_ import ImportModal
from netjournal.tui.screens.today import TodayPage
from tests.tui.conftest import Driver, running

CARDS = "".join(
    f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nN:;{name};;;\r\nEND:VCARD\r\n"
    for name in ("Ana Ruiz", "Bob [/] Stone")
)


async def chosen(app: Driver, path: Path) -> None:
    await app.press("i")
    assert app.at(ImportModal)
    await app.type(str(path))
    await app.press("enter")


async def test_the_plan_is_shown_and_stored_as_one_act(empty: Path, tmp_path: Path) -> None:
    file = tmp_path / "friends.vcf"
    file.write_text(CARDS)
    async with running(empty) as app:
        await chosen(app, file)
        await app.until(lambda: "2 cards in friends.vcf" in app.text)
        assert not list(app.app.journal.snapshot.people())
        await app.press("enter")
        await app.until(lambda: app.at(TodayPage))
        await app.until(lambda: "2 people are in the rolodex" in app.text)
        people = list(app.app.journal.snapshot.people())
        assert {person.circle for person in people} == {Circle.ROLODEX}
        await app.press("u")
        assert not list(app.app.journal.snapshot.people())


async def test_escape_leaves_the_plan_alone(empty: Path, tmp_path: Path) -> None:
    file = tmp_path / "friends.vcf"
    file.write_text(CARDS)
    async with running(empty) as app:
        await chosen(app, file)
        await app.until(lambda: "2 cards" in app.text)
        await app.press("escape")
        assert not app.app.journal.gestures


async def test_a_file_that_is_no_address_book_is_refused_in_a_sentence(
    empty: Path, tmp_path: Path
) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("Dear Ana,\nthank you.\n")
    async with running(empty) as app:
        await chosen(app, file)
        await app.until(lambda: "no contact cards" in app.text)
        assert app.at(ImportModal)
        await app.press("escape")
