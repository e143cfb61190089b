"""The line that is being typed outlives the program, and nothing else does."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from netjournal import paths
from netjournal.tui.modals.capture import CaptureModal
from netjournal.tui.unfinished import Unfinished
from tests.tui.conftest import running


def kept_files() -> list[Path]:
    return list(paths.state_folder().glob("unfinished-*"))


@pytest.fixture
def nobody() -> int:
    """The id of a process that has ended."""
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    return ended.pid


async def test_what_is_typed_is_on_disk_until_it_is_stored(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await app.press("a")
        await app.type("called pilar, no answer")
        await app.until(kept_files)
        assert kept_files()[0].read_text() == "called pilar, no answer"
        assert kept_files()[0].stat().st_mode & 0o777 == 0o600
        await app.press("enter")
        await app.until(lambda: not kept_files())


async def test_a_line_that_was_emptied_is_not_kept(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await app.press("a")
        await app.type("ab")
        await app.until(kept_files)
        await app.press("backspace", "backspace", "escape")
        assert not kept_files()


async def test_the_next_start_goes_on_with_it(lived_in: Path, nobody: int) -> None:
    before = Unfinished(paths.state_folder(), lived_in)
    before.keep("coffee with Pil")
    file = kept_files()[0]
    file.rename(file.with_name(file.name.replace(str(os.getpid()), str(nobody))))
    async with running(lived_in) as app:
        await app.until(lambda: any("a goes on" in told for told in app.told))
        await app.press("a")
        assert app.at(CaptureModal)
        assert "coffee with Pil" in app.text
        await app.press("escape", "q")
    assert not kept_files()


def test_a_line_of_a_program_that_still_runs_is_left_to_it(tmp_path: Path) -> None:
    journal = tmp_path / "journal.json"
    other = Unfinished(tmp_path / "state", journal)
    other.keep("coffee")
    file = next((tmp_path / "state").iterdir())
    file.rename(file.with_name(file.name.replace(str(os.getpid()), "1")))
    assert Unfinished(tmp_path / "state", journal).left_behind() == ""
    assert Unfinished(tmp_path / "state", tmp_path / "another.json").left_behind() == ""


def test_of_a_line_that_was_cut_within_a_letter_the_rest_is_kept(
    tmp_path: Path, nobody: int
) -> None:
    line = Unfinished(tmp_path, tmp_path / "journal.json")
    line.keep("coffee with Zoë")
    (file,) = tmp_path.glob("unfinished-*")
    file.write_bytes(file.read_bytes()[:-1])
    file.rename(file.with_name(file.name.replace(str(os.getpid()), str(nobody))))
    assert line.left_behind() == "coffee with Zo\N{REPLACEMENT CHARACTER}"


def test_a_folder_that_cannot_be_written_is_no_matter(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    line = Unfinished(tmp_path / "file", tmp_path / "journal.json")
    line.keep("coffee")
    line.forget()
    assert line.left_behind() == ""


async def test_a_toast_never_covers_the_capture_line(lived_in: Path) -> None:
    async with running(lived_in, (60, 16), toasts=True) as app:
        await app.press("a")
        await app.type("called pilar")
        app.app.say("something that was told meanwhile\nand goes on for long\nand longer")
        await app.until(lambda: "meanwhile" in app.text)
        line = next(n for n, text in enumerate(app.lines) if "called pilar" in text)
        told = [n for n, text in enumerate(app.lines) if "meanwhile" in text or "longer" in text]
        assert max(told) < line


def test_what_is_there_stays_where_no_more_can_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = Unfinished(tmp_path, tmp_path / "journal.json")
    line.keep("coffee with Pilar")
    line.keep("coffee")
    (file,) = tmp_path.glob("unfinished-*")
    assert file.read_text() == "coffee"

    def full(handle: int, *_: object, **__: object) -> None:
        os.close(handle)
        raise OSError(errno.ENOSPC, "the disk is full")

    monkeypatch.setattr(os, "fdopen", full)
    line.keep("coffee with everybody")
    assert file.read_text() == "coffee"
