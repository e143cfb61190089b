"""Who may read and change the files of a journal is looked at, and said in a sentence."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from netjournal.errors import NotSavedError
from netjournal.journal.care.doctor import examine, repair
from netjournal.journal.care.findings import Finding, Level
from netjournal.journal.care.restoring import make
from tests.domain.make import person
from tests.journal.make import journal_in


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A journal with a backup, in a folder of its own."""
    path = journal_in(tmp_path / "home", person()).path
    make(path)
    return path


def told(path: Path) -> list[Finding]:
    return [each for each in examine(path).findings if each.kind in {"permissions", "files"}]


def test_a_folder_that_others_may_change_is_told(path: Path) -> None:
    path.parent.chmod(0o770)
    [finding] = told(path)
    assert finding.level is Level.PROBLEM
    assert not finding.mends  # it may be shared on purpose, or not ours to change
    assert "Others on this computer may replace" in finding.message
    path.parent.chmod(0o1777)  # in which nobody may remove what is another's
    assert not told(path)


def test_a_folder_that_others_may_only_look_into_is_nothing_wrong(path: Path) -> None:
    path.parent.chmod(0o755)
    assert not told(path)


def test_a_journal_of_somebody_else_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mine = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: mine + 1)
    [finding] = told(path)
    assert finding.level is Level.NOTE
    assert "belongs to another user" in finding.message


def test_what_cannot_be_written_is_told_before_something_is_refused(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.access
    log = path.with_name("journal.json.log")
    monkeypatch.setattr(
        os, "access", lambda file, mode, **more: file != log and real(file, mode, **more)
    )
    [finding] = told(path)
    assert finding.where == str(log)
    assert "cannot be written" in finding.message


@pytest.mark.parametrize("name", ["home", "backups"])
def test_what_cannot_be_looked_into_is_one_sentence_and_no_crash(
    path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    real = Path.lstat

    def refused(file: Path) -> os.stat_result:
        if file.parent.name == name:
            raise PermissionError(13, "Permission denied", str(file))
        return real(file)

    monkeypatch.setattr(Path, "lstat", refused)
    [finding] = told(path)
    assert "permission is missing" in finding.message
    with pytest.raises(NotSavedError, match="permission is missing"):
        repair(path)


def test_a_folder_in_the_place_of_the_file_is_not_called_open(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    path.mkdir()
    assert not [each for each in told(path) if each.kind == "permissions"]
