"""Importing an address book through the dialog."""

from __future__ import annotations

import asyncio
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.widgets import Input

from netjournal.domain.gesture import Table
from netjournal.domain.person import Labelled, Person
from netjournal.domain.values import Circle, PersonId
from netjournal.journal import editing
from netjournal.tui.modals.import_ import ImportModal
from netjournal.tui.modals.plan_list import PlanList
from netjournal.tui.modals.questions import QuestionsModal
from netjournal.tui.screens.today import TodayPage
from tests.tui.conftest import MADE, Driver, running, store


def card(name: str, *lines: str) -> str:
    said = "".join(f"{line}\r\n" for line in lines)
    return f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nN:;{name};;;\r\n{said}END:VCARD\r\n"


CARDS = card("Ana Ruiz") + card("Bob [/] Stone")
HOUSEHOLD = card("Luis [/] Ruiz", "EMAIL:home@example.org", "TEL:123456") + card(
    "Ada \x1b[31mRuiz", "EMAIL:home@example.org"
)


@pytest.fixture
def friends(tmp_path: Path) -> Path:
    file = tmp_path / "friends.vcf"
    file.write_text(CARDS)
    return file


@pytest.fixture
def household(tmp_path: Path, empty: Path) -> Path:
    """A file with two people of one address, which somebody of the journal has as well."""
    store(
        empty,
        Person(id=PersonId("77"), made=MADE, name="Ana Ruiz", circle=Circle.CLOSE,
               emails=(Labelled("home@example.org"),)),
    )  # fmt: skip
    file = tmp_path / "household.vcf"
    file.write_text(HOUSEHOLD)
    return file


async def chosen(app: Driver, path: Path) -> None:
    await app.press("i")
    assert app.at(ImportModal)
    app.app.screen.query_one("#path", Input).value = str(path)
    await app.settle()
    await app.press("enter")


async def planned(app: Driver, path: Path, says: str) -> None:
    await chosen(app, path)
    await app.until(lambda: says in app.text)


def names(app: Driver) -> list[str]:
    return sorted(person.name for person in app.app.journal.snapshot.people())


def told(app: Driver, words: str) -> bool:
    return any(words in each for each in app.told)


async def test_the_plan_is_shown_and_stored_as_one_act(empty: Path, friends: Path) -> None:
    async with running(empty) as app:
        await planned(app, friends, "2 cards in friends.vcf")
        assert not names(app)
        await app.press("enter")
        await app.until(lambda: app.at(TodayPage))
        await app.until(lambda: told(app, "2 new people are in the rolodex"))
        people = list(app.app.journal.snapshot.people())
        assert {person.circle for person in people} == {Circle.ROLODEX}
        await app.press("u")
        assert not names(app)


async def test_every_card_is_listed_with_its_reason(empty: Path, tmp_path: Path) -> None:
    file = tmp_path / "odd.vcf"
    file.write_text(card("Ana Ruiz", "BDAY:1999-99-99") + card("Ana Ruiz", "BDAY:1999-99-99"))
    async with running(empty, (120, 40)) as app:
        await planned(app, file, "1 problem")
        assert "birthday is not a day" in app.text
        assert "card 1, line" in app.text
        assert "not known yet" in app.text
        assert "▸ 1 unchanged" in app.text
        while "1 unchanged" not in app.app.screen.query_one(PlanList).row.cells[0].text:  # type: ignore[union-attr]  # a row is highlighted
            await app.press("down")
        await app.press("space")
        assert "▾ 1 unchanged" in app.text
        assert "known, nothing new" in app.text


async def test_letters_are_read_in_the_character_set_that_is_named(
    empty: Path, tmp_path: Path
) -> None:
    file = tmp_path / "old.vcf"
    file.write_bytes(card("Łukasz Żak").encode("cp1250"))
    async with running(empty) as app:
        await planned(app, file, "l letters")
        assert "Łukasz Żak" not in app.text
        await app.press("l")
        await app.press(*["down"] * 4, "enter")
        await app.until(lambda: "Łukasz Żak" in app.text)
        await app.press("l")
        assert "• Central European" in app.text
        await app.press("escape", "i")
        await app.until(lambda: names(app) == ["Łukasz Żak"])


async def test_escape_leaves_the_plan_alone(empty: Path, friends: Path) -> None:
    async with running(empty) as app:
        await planned(app, friends, "2 cards")
        await app.press("escape")
        assert not app.app.journal.gestures


async def test_a_file_that_is_no_address_book_is_refused_in_a_sentence(
    empty: Path, tmp_path: Path
) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("Dear Ana,\nthank you.\n")
    async with running(empty) as app:
        await planned(app, file, "no contact cards")
        assert app.at(ImportModal)
        await app.press("escape")


async def test_a_file_is_found_by_arrows_alone(
    empty: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    (home / "cards").mkdir(parents=True)
    (home / "letter.txt").write_text("no address book")
    (home / "cards" / "friends.vcf").write_text(CARDS)
    monkeypatch.setenv("HOME", str(home))
    async with running(empty) as app:
        await app.press("i")
        assert "cards/" in app.text
        assert "letter" not in app.text
        await app.press("enter")
        assert "friends.vcf" in app.text
        await app.press("enter")
        await app.until(lambda: "2 cards in friends.vcf" in app.text)


def table(path: Path) -> None:
    path.write_text("First Name,Last Name,E-mail 1 - Value\nAna,Ruiz,ana@example.org\n")


def zipped(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("books/friends.vcf", card("Ana Ruiz"))


@pytest.mark.parametrize(("name", "write"), [("people.csv", table), ("books.zip", zipped)])
async def test_tables_and_zips_are_proposed_and_read(
    empty: Path, tmp_path: Path, name: str, write: Callable[[Path], None]
) -> None:
    folder = tmp_path / "books"
    folder.mkdir()
    write(folder / name)
    async with running(empty) as app:
        await app.press("i")
        app.app.screen.query_one("#path", Input).value = f"{folder}/"
        await app.until(lambda: name in app.text)
        await app.press("enter")
        await app.until(lambda: "1 card in" in app.text)
        await app.press("enter")
        await app.until(lambda: names(app) == ["Ana Ruiz"])


async def test_a_folder_is_read_as_a_whole(empty: Path, tmp_path: Path) -> None:
    folder = tmp_path / "vdir"
    folder.mkdir()
    for name in ("Ana Ruiz", "Bob Stone"):
        (folder / f"{name}.vcf").write_text(card(name))
    async with running(empty) as app:
        await app.press("i")
        app.app.screen.query_one("#path", Input).value = f"{folder}/"
        await app.until(lambda: "this whole folder" in app.text)
        await app.press("enter")
        await app.until(lambda: "2 cards in Ana Ruiz.vcf and 1 more file" in app.text)


async def test_questions_are_answered_one_by_one_beside_who_is_known(
    empty: Path, household: Path
) -> None:
    async with running(empty, (100, 30)) as app:
        await planned(app, household, "2 questions")
        await app.press("enter")
        assert app.at(QuestionsModal)
        assert "Question 1 of 2" in app.text
        assert "Luis [/] Ruiz" in app.text
        assert "Known: Ana Ruiz" in app.text
        assert "= home@example.org" in app.text
        await app.press("1")
        assert "Question 2 of 2" in app.text
        await app.press("n")
        await app.until(lambda: app.at(ImportModal) and "1  updated" in app.text)
        assert "question" not in app.text
        await app.press("enter")
        await app.until(lambda: app.at(TodayPage))
        await app.until(lambda: len(names(app)) == 2)
        assert "Ana Ruiz" in names(app)
        await app.press("u")
        assert names(app) == ["Ana Ruiz"]


async def test_a_question_left_for_later_makes_somebody_new(empty: Path, household: Path) -> None:
    async with running(empty, (100, 30)) as app:
        await planned(app, household, "2 questions")
        await app.press("enter", "l", "1")
        await app.until(lambda: app.at(ImportModal) and "1 question" in app.text)
        await app.press("i")
        await app.until(lambda: told(app, "1 question is open"))
        assert len(names(app)) == 2


async def test_one_goes_back_to_a_question_and_answers_it_anew(
    empty: Path, household: Path
) -> None:
    async with running(empty, (100, 30)) as app:
        await planned(app, household, "2 questions")
        await app.press("enter", "1", "left")
        assert "Question 1 of 2" in app.text
        assert "•" in app.text
        await app.press("n", "escape")
        await app.until(lambda: app.at(ImportModal) and "1 question" in app.text)
        assert "2  new" in app.text


async def test_escape_from_questions_and_plan_imports_nothing(empty: Path, household: Path) -> None:
    async with running(empty) as app:
        await planned(app, household, "2 questions")
        await app.press("enter", "1", "escape")
        await app.until(lambda: app.at(ImportModal) and "1 question" in app.text)
        await app.press("escape")
        assert names(app) == ["Ana Ruiz"]
        assert len(app.app.journal.gestures) == 1


async def test_an_archive_fills_up_what_is_lacking(
    lived_in: Path, tmp_path: Path, empty: Path
) -> None:
    from netjournal.exchange.archive import to_json
    from netjournal.journal.care import whole

    held = whole.of_journal(lived_in)
    assert held is not None
    file = tmp_path / "journal-2026.json"
    file.write_bytes(to_json(held))
    other = tmp_path / "other" / "journal.json"
    store(other, Person(id=PersonId("77"), made=MADE, name="Ana Ruiz"))
    async with running(other) as app:
        await planned(app, file, "records new here")
        await app.press("enter")
        await app.until(lambda: len(names(app)) > 20)
        assert "Ana Ruiz" in names(app)
        await app.press("u")
        await app.until(lambda: names(app) == ["Ana Ruiz"])


async def test_a_long_import_shows_its_progress_and_can_be_stopped(
    empty: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "many.vcf"
    file.write_text("".join(card(f"Person {n}", f"EMAIL:p{n}@example.org") for n in range(600)))
    held = asyncio.Event()
    told = ImportModal.progress

    def progress(self: ImportModal, done: int, total: int | None, **more: str) -> None:
        told(self, done, total, **more)
        held.set()

    monkeypatch.setattr(ImportModal, "progress", progress)
    async with running(empty) as app:
        await chosen(app, file)
        await held.wait()
        await app.until(lambda: "of 600 cards" in app.text or "600 cards in" in app.text)
        await app.press("escape", "escape")
        await app.until(lambda: app.at(TodayPage))
        assert not app.app.journal.gestures


async def test_plan_and_questions_fit_every_window(empty: Path, household: Path) -> None:
    async with running(empty, (200, 50)) as app:
        await planned(app, household, "2 questions")
        for size in ((120, 40), (80, 24), (40, 15)):
            await app.pilot.resize_terminal(*size)
            await app.settle()
            assert "Import" in app.text
            await app.press("w")
            assert "Somebody new" in app.text
            assert "Later" in app.text
            assert "\x1b" not in app.text
            await app.press("escape")
            assert app.at(ImportModal)


async def test_who_was_removed_comes_back_only_when_asked(empty: Path, friends: Path) -> None:
    async with running(empty, (100, 30)) as app:
        await planned(app, friends, "2 cards")
        await app.press("enter")
        await app.until(lambda: len(names(app)) == 2)
        ana = next(p for p in app.app.journal.snapshot.people() if p.name == "Ana Ruiz")
        app.app.write("remove", lambda now: editing.remove(now, Table.PEOPLE, ana.id))
        await app.until(lambda: len(names(app)) == 1)
        await planned(app, friends, "1 removed before")
        assert "Nothing would change." in app.text
        await app.press("b")
        await app.until(lambda: "1  new" in app.text)
        await app.press("enter")
        await app.until(lambda: len(names(app)) == 2)


async def test_the_mouse_does_it_all(empty: Path, household: Path) -> None:
    async with running(empty, (100, 30)) as app:
        await planned(app, household, "2 questions")
        plan = app.app.screen.query_one(PlanList)
        before = len(plan.rows)
        await app.pilot.click(PlanList, offset=(6, 0))
        await app.settle()
        assert len(plan.rows) < before
        await app.pilot.click("#answer")
        await app.settle()
        assert app.at(QuestionsModal)
        await app.pilot.click("ChoiceList", offset=(6, 1))
        await app.settle()
        assert "Question 2 of 2" in app.text
        await app.press("escape")
        await app.until(lambda: app.at(ImportModal) and "1 question" in app.text)
        await app.pilot.click("#apply")
        await app.until(lambda: app.at(TodayPage))
        await app.until(lambda: len(names(app)) == 2)


async def test_discreet_mode_asks_before_it_shows_cards(empty: Path, friends: Path) -> None:
    async with running(empty) as app:
        await app.press("z", "i")
        assert not app.at(ImportModal)
        assert "Discreet mode" in app.text
        await app.press("n")
        assert app.at(TodayPage)
        await app.press("i", "y")
        await app.until(lambda: app.at(ImportModal))
