"""The import dialog: path, reading, plan."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from netjournal.exchange.plan import (
    ImportPlan,
    Kind,
    Outcome,
    Problem,
    Question,
    Source,
    Trouble,
)
from netjournal.journal.snapshot import Snapshot
from netjournal.tui.modals.import_ import SUFFIXES, ImportModal
from netjournal.tui.modals.path_picker import entries
from netjournal.tui.modals.plan_page import PlanLine, PlanPage, Section, plan_page
from netjournal.tui.widgets.path_input import completed, expanded
from netjournal.tui.widgets.push_button import PushButton
from tests.tui.modals.asking import UNANSWERED, Host, press, typed


def section(title: str, *lines: tuple[str, str], **more: bool) -> Section:
    return Section(title=title, lines=[PlanLine(name=n, says=s) for n, s in lines], **more)


PLAN = PlanPage(
    headline="9 cards in friends.vcf",
    counts=((4, "new, into the rolodex"), (1, "updated"), (3, "unchanged")),
    sections=(
        section("1 question", ("Ana Bell", "is she Ana Ruiz?")),
        section("1 problem", ("Ana Bell", "this birthday is no day")),
        section("4 new", *[(f"Zoë {n}", "not known yet") for n in range(4)]),
        section("3 unchanged", *[(f"Bo {n}", "known") for n in range(3)], is_open=False),
    ),
    changes=True,
)
NOTHING = PlanPage(headline="3 cards in friends.vcf", counts=((0, "new"), (3, "unchanged")))


class Importing(Host):
    """Remembers what the dialog asked for."""

    def __init__(self, dialog: ImportModal) -> None:
        super().__init__(dialog)
        self.chosen: list[Path] = []
        self.stopped = 0

    def on_import_modal_chosen(self, event: ImportModal.Chosen) -> None:
        self.chosen.append(event.path)

    def on_import_modal_stopped(self) -> None:
        self.stopped += 1


async def test_a_path_is_read_then_planned_then_applied() -> None:
    dialog = ImportModal("/tmp/friends.vcf")
    host = Importing(dialog)
    async with host.run_test() as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert host.chosen == [Path("/tmp/friends.vcf")]
        dialog.progress(3, 9)
        await pilot.pause()
        assert "3 of 9 cards" in host.picture
        dialog.show_plan(PLAN)
        await pilot.pause()
        for words in ("4  new", "1  updated", "3  unchanged", "▾ 1 question",
                      "is she Ana Ruiz?", "this birthday is no day"):  # fmt: skip
            assert words in host.picture
        assert host.answer is UNANSWERED
        await pilot.press("enter")
        await pilot.pause()
    assert host.answer is True
    assert host.stopped == 0


async def test_reading_can_be_stopped_and_another_path_typed() -> None:
    dialog = ImportModal("/a")
    host = Importing(dialog)
    async with host.run_test() as pilot:
        await pilot.press("enter", "escape")
        await pilot.pause()
        assert host.stopped == 1
        dialog.show_plan(PLAN)
        await pilot.pause()
        assert "4  new" not in host.picture, "a plan that came too late is not shown"
        await pilot.press("b", "enter")
        await pilot.pause()
    assert host.chosen == [Path("/a"), Path("/ab")]


async def test_a_refusal_is_said_and_the_path_stays() -> None:
    dialog = ImportModal("/a")
    host = Importing(dialog)
    async with host.run_test() as pilot:
        await pilot.press("enter")
        dialog.refuse("There is no file /a.")
        await pilot.pause()
        assert "There is no file /a." in host.picture
        await pilot.press("b", "enter")
        await pilot.pause()
        assert host.chosen[-1] == Path("/ab")


@pytest.mark.parametrize("keys", [["escape"], ["shift+tab", "enter"]])
async def test_a_plan_can_be_declined(keys: list[str]) -> None:
    dialog = ImportModal("/a")
    host = Importing(dialog)
    async with host.run_test() as pilot:
        await pilot.press("enter")
        dialog.show_plan(PLAN)
        await pilot.pause()
        await press(pilot, *keys)
        await pilot.pause()
    assert host.answer is None


async def test_a_plan_that_changes_nothing_cannot_be_applied() -> None:
    dialog = ImportModal("/a")
    host = Importing(dialog)
    async with host.run_test() as pilot:
        await pilot.press("enter")
        dialog.show_plan(NOTHING)
        await pilot.pause()
        assert "Nothing would change." in host.picture
        assert dialog.query_one("#apply", PushButton).disabled
        await pilot.press("enter")
        await pilot.pause()
    assert host.answer is None


@pytest.mark.parametrize("size", [(80, 24), (40, 15)])
async def test_the_buttons_of_a_long_plan_stay_in_view(size: tuple[int, int]) -> None:
    dialog = ImportModal("/a")
    host = Importing(dialog)
    async with host.run_test(size=size) as pilot:
        await pilot.press("enter")
        dialog.show_plan(PLAN)
        await pilot.pause()
        await pilot.pause()
        assert "Import " in host.picture.replace("Import an", "")


async def test_a_long_plan_can_be_read_to_its_end() -> None:
    dialog = ImportModal("/a")
    host = Importing(dialog)
    async with host.run_test(size=(40, 15)) as pilot:
        await pilot.press("enter")
        dialog.show_plan(PLAN)
        await pilot.pause()
        assert "3 unchanged" not in host.picture.split("▾ 1 question")[1]
        await pilot.press("pagedown", "pagedown", "pagedown")
        await pilot.pause()
        assert "▸ 3 unchanged" in host.picture
        await pilot.press("space", *["down"] * 3)
        await pilot.pause()
        assert "Bo 2" in host.picture
        await pilot.press(*["pageup"] * 3)
        await pilot.pause()
        assert "▾ 1 question" in host.picture


def test_the_page_of_a_plan_says_what_the_plan_says() -> None:
    def outcome(kind: Kind, name: str, *asked: str) -> Outcome:
        questions = tuple(Question(key=each, text=each, choices=("yes", "no")) for each in asked)
        return Outcome(kind=kind, name=name, reason="because", card=1, line=1, source="a.vcf",
                       asked=questions)  # fmt: skip

    plan = ImportPlan(
        sources=(Source(name="a.vcf", data=b""), Source(name="b.vcf", data=b"")),
        outcomes=(
            outcome(Kind.NEW, "Ana"), outcome(Kind.NEW, "Ana", "Is Ana Ana?", "Take both?"),
            outcome(Kind.UPDATED, "Bo"), outcome(Kind.EMPTY, ""), outcome(Kind.GROUP, "gov"),
        ),
        problems=(Problem(kind=Trouble.DAY, message="no day", name="Ana", card=2, line=7,
                          source="b.vcf"),),
    )  # fmt: skip
    page = plan_page(plan, Snapshot({}))
    assert page.headline == "5 cards in a.vcf and 1 more file"
    assert [count for count, _ in page.counts] == [2, 1, 0, 2]
    assert page.changes
    titles = [each.title for each in page.sections]
    assert titles == ["2 questions", "1 problem", "1 updated", "2 new", "1 kept as a topic",
                      "1 without a person"]  # fmt: skip
    questions, problems, *others = (each.lines for each in page.sections)
    assert [(line.says, line.question) for line in questions] == [
        ("Is Ana Ana?", 0), ("Take both?", 1),
    ]  # fmt: skip
    assert problems == [PlanLine(name="Ana", says="no day", where="b.vcf, card 2, line 7")]
    assert {line.says for lines in others for line in lines} == {"because"}
    assert [each.question.key for each in page.asked] == ["Is Ana Ana?", "Take both?"]


async def test_nothing_typed_is_nothing_to_read() -> None:
    host = Importing(ImportModal())
    async with host.run_test() as pilot:
        await pilot.press("enter", "space", "enter")
        await pilot.pause()
    assert host.chosen == []


async def test_tab_takes_the_completion(tmp_path: Path) -> None:
    (tmp_path / "friends.vcf").touch()
    host = Importing(ImportModal(f"{tmp_path}/fr"))
    async with host.run_test() as pilot:
        await press(pilot, typed("i"))
        await host.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press("tab", "enter")
        await pilot.pause()
    assert host.chosen == [tmp_path / "friends.vcf"]


def test_files_of_people_and_folders_are_proposed(tmp_path: Path) -> None:
    for name in ("b.vcf", "b.txt", "a\x1b.vcf", ".hidden.vcf", "C.VCARD"):
        (tmp_path / name).touch()
    (tmp_path / "sub").mkdir()
    assert completed(f"{tmp_path}/", SUFFIXES) == f"{tmp_path}/C.VCARD"
    assert completed(f"{tmp_path}/b", SUFFIXES) == f"{tmp_path}/b.vcf"
    assert completed(f"{tmp_path}/s", SUFFIXES) == f"{tmp_path}/sub/"
    assert completed(f"{tmp_path}/.h", SUFFIXES) == f"{tmp_path}/.hidden.vcf"
    assert completed(f"{tmp_path}/a", SUFFIXES) is None
    assert completed(f"{tmp_path}/none/x", SUFFIXES) is None


@pytest.mark.parametrize("text", ["", "\x00", "/\x00/x", "~nobody-of-this-name/x", "x" * 10_000])
def test_no_path_is_too_odd_to_ask_for(text: str) -> None:
    assert completed(text, SUFFIXES) is None
    assert isinstance(expanded(text), Path)


def test_what_lies_about_is_listed_first_and_the_newest_of_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "Downloads").mkdir()
    for age, name in enumerate(("new.vcf", "old.vcf", "letter.txt")):
        file = tmp_path / "Downloads" / name
        file.touch()
        os.utime(file, (1_000_000 - age, 1_000_000 - age))
    found = [entry.path for entry in entries("", SUFFIXES)]
    assert found == ["~/Downloads/new.vcf", "~/Downloads/old.vcf", "~/Downloads/"]


def test_a_folder_of_cards_can_be_taken_whole_or_gone_into(tmp_path: Path) -> None:
    for name in ("a.vcf", "b.vcf", "\x1b[31m.vcf"):
        (tmp_path / name).touch()
    (tmp_path / "sub").mkdir()
    whole, *others = entries(f"{tmp_path}/", SUFFIXES)
    assert (whole.whole, whole.about) == (True, "2 files")
    assert [entry.label for entry in others] == ["sub/", "a.vcf", "b.vcf"]
    assert [entry.label for entry in entries(f"{tmp_path}/a", SUFFIXES)] == ["a.vcf"]


@pytest.mark.parametrize("text", ["\x00", "/\x00/x", "~nobody-of-this-name/x", "/none/at/all/"])
def test_a_path_to_nowhere_lists_nothing(text: str) -> None:
    assert not entries(text, SUFFIXES)


def test_a_tilde_is_the_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "friends.vcf").touch()
    assert completed("~", SUFFIXES) == "~/"
    assert completed("~/f", SUFFIXES) == "~/friends.vcf"
    assert expanded(" ~/friends.vcf ") == tmp_path / "friends.vcf"
