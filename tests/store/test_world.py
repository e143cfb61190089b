"""The world outside: files edited, put back, moved, lost, locked away; what is said of it."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from netjournal.errors import (
    ChangedMeanwhileError,
    NewerSchemaError,
    NotSavedError,
    UnreadableError,
)
from netjournal.journal.journal import Journal
from netjournal.store.storage import JournalStorage
from tests.store.helpers import (
    QuickFiles,
    added,
    changed,
    fold,
    log_of,
    people,
    quick,
    save,
    save_cold,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A journal with one person folded and another in its log."""
    path = tmp_path / "home" / "journal.json"
    storage = quick(path)
    save(storage, added("1"))
    fold(storage)
    save(storage, added("2"))
    return path


def said(path: Path) -> str:
    """The one sentence that is told when the journal is opened."""
    (sentence,) = quick(path).load().problems
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


def told_once(path: Path) -> None:
    """The next command that writes and folds ends it."""
    storage = quick(path)
    storage.load()
    assert storage.fold_due()
    fold(storage)
    assert quick(path).load().problems == ()


def rename(path: Path, id: str, name: str) -> None:
    """Edit the snapshot in place, as an editor does."""
    content = json.loads(path.read_text(encoding="utf-8"))
    content["people"][id]["name"] = name
    path.write_text(json.dumps(content, indent=2), encoding="utf-8")


def test_an_edit_while_the_log_holds_something_is_taken_in_by_who_has_it_open(path: Path) -> None:
    open_here = quick(path)
    open_here.load()
    rename(path, "1", "Ana")
    save(open_here, added("3"))
    assert {id: raw["name"] for id, raw in people(path).items()} == {
        "1": "Ana",
        "2": "Person 2",
        "3": "Person 3",
    }
    assert quick(path).load().problems == ()


def test_an_edit_of_what_the_log_changed_too_keeps_both_and_is_told(path: Path) -> None:
    save(quick(path), changed("1", {"name": "Person 1"}, {"name": "Ana"}))
    rename(path, "1", "Anna")
    assert "the file's value stands, the other is kept beside it" in said(path)
    assert people(path)["1"] == {"name": "Anna", "name~2": "Ana"}
    told_once(path)


def test_an_act_decided_before_an_edit_is_not_written_over_it(path: Path) -> None:
    journal = Journal(path)
    before = journal.snapshot.raw("people", "1")
    rename(path, "1", "Anna")
    change = changed("1", before, {"name": "Ana"}).changes
    with pytest.raises(ChangedMeanwhileError, match="nothing was written"):
        journal.apply("rename", change)
    assert people(path)["1"] == {"name": "Anna"}


def test_an_old_copy_put_back_is_told_and_loses_nothing_of_the_log(path: Path) -> None:
    old = path.read_bytes()
    fold(quick(path))
    save(quick(path), added("3"))
    path.write_bytes(old)
    assert "an older one may have been put back" in said(path)
    assert "What was done between them is only in newer copies" in said(path)
    assert people(path).keys() == {"1", "3"}
    told_once(path)


@pytest.mark.parametrize("had_link", [False, True])
def test_a_link_in_the_place_of_the_file_is_followed_by_who_has_it_open(
    path: Path, tmp_path: Path, *, had_link: bool
) -> None:
    other = tmp_path / "other" / "journal.json"
    save(quick(other), added("7"))
    name = path
    if had_link:
        name = tmp_path / "link.json"
        name.symlink_to(path)
    storage = quick(name)
    assert people(storage.load()).keys() == {"1", "2"}
    name.unlink()
    name.symlink_to(other)
    assert storage.news() is None
    save(storage, added("8"))
    assert people(other).keys() == {"7", "8"}
    assert name.is_symlink()
    assert storage.path == other.resolve()


def test_a_link_put_there_in_the_midst_of_an_act_ends_the_act(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    other.write_bytes(path.read_bytes())
    log = log_of(path).read_bytes()
    storage = quick(path)
    storage.load()
    with storage.locked():
        assert storage.news() == ()
        path.unlink()
        path.symlink_to(other)
        with pytest.raises(ChangedMeanwhileError):
            storage.append(added("3"))
        with pytest.raises(ChangedMeanwhileError):
            storage.fold()
    assert log_of(path).read_bytes() == log
    assert path.is_symlink()


@pytest.mark.parametrize(
    "name",
    [
        "journal.sync-conflict-20260311-101112-ABCDEFG.json",
        "journal (Ana's conflicted copy 2026-03-11).json",
    ],
)
def test_a_conflict_copy_is_told_and_left_alone(path: Path, name: str) -> None:
    copy = path.with_name(name)
    copy.write_text('{"people": {"9": {"name": "Person 9"}}}')
    journal = Journal(path)
    assert [person.id for person in journal.snapshot.people()] == []
    (sentence,) = journal.problems
    assert name in sentence
    assert "netjournal doctor" in sentence
    journal.close(fold=True)
    assert copy.read_text() == '{"people": {"9": {"name": "Person 9"}}}'


def test_another_file_whose_name_speaks_of_conflict_is_no_copy(path: Path) -> None:
    path.with_name("conflict-resolution.json").write_text("{}")
    journal = Journal(path)
    journal.refresh()
    assert journal.problems == ()


def test_a_lost_snapshot_is_told_until_it_is_put_back(path: Path) -> None:
    save(quick(path), changed("1", {"name": "Person 1"}, {"name": "Ana"}))
    held = path.read_bytes()
    path.unlink()
    for _ in range(2):
        assert "is missing; what is shown comes from its log alone" in said(path)
        assert people(path).keys() == {"1", "2"}
        assert not quick(path).fold_due()
        fold(quick(path))  # a new snapshot would hide what is gone
        assert not path.exists()
    save(quick(path), added("3"))
    path.write_bytes(held)
    assert people(path).keys() == {"1", "2", "3"}
    assert quick(path).load().problems == ()


def test_a_lost_snapshot_of_which_the_log_says_everything_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    save(quick(path), added("1"))
    path.unlink()
    assert "nothing is lost" in said(path)
    told_once(path)
    assert people(path).keys() == {"1"}


def test_a_link_to_a_disk_that_is_not_there_is_no_new_journal(tmp_path: Path) -> None:
    disk = tmp_path / "disk" / "own"
    journal = tmp_path / "journal.json"
    journal.symlink_to(disk / "journal.json")
    folder = tmp_path / "folder"
    folder.symlink_to(disk)
    for path in (journal, folder / "journal.json"):
        with pytest.raises(UnreadableError, match="which is not there; connect its disk"):
            quick(path).load()
        for write in (save, save_cold):
            with pytest.raises(UnreadableError, match="connect its disk"):
                write(quick(path), added("1"))
    assert not disk.parent.exists()


def test_a_link_to_nothing_yet_is_told_and_begins_there(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    path.symlink_to(tmp_path / "other.json")
    assert "where nothing is yet; the first entry begins a new journal there" in said(path)
    save(quick(path), added("1"))
    assert quick(path).load().problems == ()
    assert (tmp_path / "other.json").exists()


@pytest.mark.parametrize("folded", [False, True])
def test_a_lost_log_is_told(tmp_path: Path, *, folded: bool) -> None:
    path = tmp_path / "journal.json"
    save(quick(path), added("1"))
    if folded:
        fold(quick(path))
    log_of(path).unlink()
    assert "look for it before the next change" in said(path)
    save(quick(path), added("2"))
    assert people(path).keys() == ({"1", "2"} if folded else {"2"})
    assert quick(path).load().problems == ()


def test_a_new_journal_stopped_halfway_is_new_still(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    save(quick(path), added("1"))
    for left in (log_of(path).read_bytes().splitlines(keepends=True)[0], b'{"schema":1,', b""):
        path.unlink()
        log_of(path).write_bytes(left)
        assert quick(path).load().problems == ()
        save(quick(path), added("1"))
        assert quick(path).load().problems == ()
        assert people(path).keys() == {"1"}


def test_the_log_of_another_journal_is_told_and_nothing_is_lost(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other" / "journal.json"
    save(quick(other), added("7"))
    log_of(path).write_bytes(log_of(other).read_bytes())
    assert "belongs to another journal; what it says was added" in said(path)
    assert people(path).keys() == {"1", "7"}
    told_once(path)
    assert people(path).keys() == {"1", "7"}


def test_a_clock_set_back_changes_no_order(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    journal = Journal(path)
    journal.apply("later", added("3").changes)
    monkeypatch.setattr("netjournal.journal.journal.now", lambda: "1999-01-01T00:00:00.000000Z")
    journal.apply("earlier", added("4").changes)
    os.utime(path, (0, 0))
    os.utime(log_of(path), (0, 0))
    journal.refresh()
    assert [gesture.label for gesture in journal.gestures][-2:] == ["later", "earlier"]
    assert [change.id for change in journal.undo().gesture.changes] == ["4"]
    journal.close(fold=True)
    assert people(path).keys() == {"1", "2", "3"}
    assert quick(path).load().problems == ()


class Refusing(QuickFiles):
    """A system that refuses to open for writing, or to lock."""

    def __init__(self, code: int, *, lock: bool = False) -> None:
        self.code = code
        self.only_lock = lock

    def open(self, path: Path, flags: int) -> int:
        if not self.only_lock and flags & (os.O_CREAT | os.O_RDWR | os.O_WRONLY):
            raise OSError(self.code, os.strerror(self.code))
        return super().open(path, flags)

    def lock(self, fd: int) -> bool:
        if self.only_lock:
            raise OSError(self.code, os.strerror(self.code))
        return super().lock(fd)


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        (Refusing(errno.EROFS), "the disk is read-only"),
        (Refusing(errno.EACCES), "permission is missing"),
        (Refusing(errno.ENOLCK, lock=True), "its file system cannot lock files"),
        (Refusing(errno.ENOSYS, lock=True), "its file system cannot lock files"),
        (Refusing(errno.EOPNOTSUPP, lock=True), "its file system cannot lock files"),
    ],
)
def test_where_nothing_can_be_written_or_locked_reading_goes_on_and_writing_says_why(
    path: Path, files: Refusing, sentence: str
) -> None:
    before = {file: file.read_bytes() for file in path.parent.rglob("*.*") if file.is_file()}
    storage = JournalStorage(path, files=files)
    assert people(storage.load()).keys() == {"1", "2"}
    storage.keep_index("tests", lambda _: [])
    for write in (save, save_cold):
        with pytest.raises(NotSavedError, match=f"^Nothing was saved: {sentence} .*; .*[.]$"):
            write(storage, added("3"))
    assert {
        file: file.read_bytes() for file in path.parent.rglob("*.*") if file.is_file()
    } == before


def newer(path: Path) -> None:
    path.write_text('{"meta": {"1": {"schema": 99}}, "people": {}}')


def newer_log(path: Path) -> None:
    log_of(path).write_bytes(log_of(path).read_bytes().replace(b'"schema":1', b'"schema":99', 1))


@pytest.mark.parametrize("update", [newer, newer_log])
def test_a_newer_netjournal_wrote_meanwhile(path: Path, update: Callable[[Path], None]) -> None:
    open_here = quick(path)
    open_here.load()
    open_here.keep_index("tests", lambda _: [])
    update(path)
    held = path.read_bytes(), log_of(path).read_bytes()
    if update is newer:
        for storage in (open_here, quick(path)):
            for write in (save, save_cold):
                with pytest.raises(NewerSchemaError, match="please update netjournal"):
                    write(storage, added("3"))
    else:
        with pytest.raises(NewerSchemaError, match="please update netjournal"):
            save(quick(path), added("3"))
    assert (path.read_bytes(), log_of(path).read_bytes()) == held


def test_a_file_that_is_no_journal_any_more_is_not_written_to(path: Path) -> None:
    open_here = quick(path)
    open_here.load()
    path.write_text("<<<<<<< mine\n")
    with pytest.raises(UnreadableError, match="It was left as it is"):
        save(open_here, added("3"))
    assert path.read_text() == "<<<<<<< mine\n"
