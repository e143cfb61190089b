"""Modes, owners, links and the sentences for what the system refuses."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from netjournal.errors import NotSavedError, UnreadableError
from netjournal.store.files import replace_file
from netjournal.store.storage import JournalStorage
from tests.store.helpers import QuickFiles, added, fold, people, quick, save


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "journal.json"


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077, 0o777])
def test_files_are_0600_and_folders_0700_whatever_the_umask(tmp_path: Path, mask: int) -> None:
    path = tmp_path / "a" / "b" / "journal.json"
    old = os.umask(mask)
    try:
        storage = quick(path)
        save(storage, added("1"))
        fold(storage)
        save(storage, added("2"))
    finally:
        os.umask(old)
    inside = list(path.parent.rglob("*"))
    assert {each.stat().st_mode & 0o777 for each in inside if each.is_file()} == {0o600}
    assert {each.stat().st_mode & 0o777 for each in inside if each.is_dir()} == {0o700}
    assert [folder.stat().st_mode & 0o777 for folder in (path.parent, path.parent.parent)] == [
        0o700,
        0o700,
    ]
    names = {each.name for each in path.parent.iterdir()}
    assert names == {"journal.json", "journal.json.log", ".journal.json.lock", "backups"}


def test_a_linked_journal_keeps_its_link_and_its_files_beside_the_real_one(tmp_path: Path) -> None:
    real = tmp_path / "real" / "journal.json"
    real.parent.mkdir()
    link = tmp_path / "link.json"
    link.symlink_to(real)
    save(quick(link), added("1"))
    fold(quick(link))
    save(quick(real), added("2"))
    assert link.is_symlink()
    assert people(link) == people(real)
    assert people(link).keys() == {"1", "2"}
    assert [each.name for each in tmp_path.iterdir() if each.name != "real"] == ["link.json"]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EROFS, "read-only"),
        (errno.EACCES, "permission is missing"),
        (errno.EBUSY, "the system is using it"),
        (errno.EMLINK, "too many links"),
    ],
)
def test_a_failure_is_a_sentence_with_path_reason_and_remedy(
    path: Path, code: int, words: str
) -> None:
    class Failing(QuickFiles):
        def write(self, *_: object) -> int:
            raise OSError(code, os.strerror(code))

        def read(self, *_: object) -> bytes:
            raise OSError(code, os.strerror(code))

    with pytest.raises(NotSavedError, match=words) as told:
        save(JournalStorage(path, files=Failing()), added("1"))
    assert str(path) in told.value.message
    assert told.value.message.endswith(".")
    save(quick(path), added("1"))
    with pytest.raises(UnreadableError, match=words):
        JournalStorage(path, files=Failing()).load()


def test_the_owner_of_a_replaced_file_is_kept(path: Path) -> None:
    given: list[tuple[int, int]] = []

    class AsRoot(QuickFiles):
        def stat(self, path: Path) -> os.stat_result:
            real = list(super().stat(path))
            return (
                os.stat_result((*real[:4], 1234, 5678, *real[6:])) if given else super().stat(path)
            )

        def chown(self, fd: int, uid: int, gid: int) -> None:
            super().chown(fd, -1, -1)
            given.append((uid, gid))

    path.parent.mkdir()
    path.write_bytes(b"old")
    files = AsRoot()
    given.append((0, 0))
    assert replace_file(files, path, b"new")
    assert given == [(0, 0), (1234, 5678)]
    assert path.read_bytes() == b"new"
