"""Backups: dated, verified, rotated; made by the first fold of a day, never by an append."""

from __future__ import annotations

import errno
import gzip
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.domain.gesture import Tables
from netjournal.errors import NotSavedError, UnreadableError
from netjournal.store import backups
from netjournal.store.backups import MOST_RECENT, Backup
from netjournal.store.files import Files
from netjournal.store.places import Places
from netjournal.store.storage import JournalStorage
from tests.store.helpers import QuickFiles, added, fold, people, quick, save

NOON = "2026-03-11T12:00:00.000000Z"
Clock = Callable[[str], None]


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Sets the moment that the store reads."""

    def set_to(moment: str) -> None:
        monkeypatch.setattr("netjournal.store.storage.now", lambda: moment)

    set_to(NOON)
    return set_to


def listed(path: Path) -> tuple[Backup, ...]:
    return backups.listed(QuickFiles(), Places(path))


def made(path: Path, reason: str = "asked", files: Files | None = None) -> Backup:
    storage = JournalStorage(path, files=files or QuickFiles())
    with storage.locked():
        backup = storage.back_up(reason)
    assert backup is not None
    return backup


def held(path: Path, backup: Backup) -> set[str]:
    """The people in a backup, as plain reading finds them."""
    other = path.with_name("unpacked.json")
    other.write_bytes(gzip.decompress(backup.path.read_bytes()))
    return set(people(other))


def test_an_append_makes_no_backup_and_the_first_fold_of_a_day_makes_one(
    tmp_path: Path, at: Clock
) -> None:
    storage = quick(tmp_path / "journal.json")
    save(storage, added("1"))
    assert not listed(storage.path)
    fold(storage)
    save(storage, added("2"))
    fold(storage)
    assert [(each.at, each.reason) for each in listed(storage.path)] == [
        ("2026-03-11T12:00:00Z", "daily")
    ]
    at("2026-03-12T08:00:00.000000Z")
    save(storage, added("3"))
    fold(storage)
    assert [each.at[:10] for each in listed(storage.path)] == ["2026-03-12", "2026-03-11"]
    assert held(storage.path, listed(storage.path)[0]) == {"1", "2", "3"}


def test_a_backup_holds_what_only_the_log_says_yet(tmp_path: Path, at: Clock) -> None:
    storage = quick(tmp_path / "journal.json")
    save(storage, added("1"))
    fold(storage)
    save(storage, added("2"))
    backup = made(storage.path)
    assert held(storage.path, backup) == {"1", "2"}
    assert backup.path.name == "journal-2026-03-11T120000Z-asked.json.gz"


def test_what_this_process_has_read_is_copied_without_being_read_as_a_journal_again(
    tmp_path: Path, at: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    storage = quick(tmp_path / "journal.json")
    save(storage, added("1"))
    fold(storage)
    reader = quick(storage.path)
    reader.load()
    with monkeypatch.context() as patched:
        patched.setattr("netjournal.store.snapshot.decode", None)
        with reader.locked():
            backup = reader.back_up("import")
    assert backup is not None
    assert held(storage.path, backup) == {"1"}


def test_what_was_edited_since_it_was_read_is_read_again_before_it_is_copied(
    tmp_path: Path, at: Clock
) -> None:
    storage = quick(tmp_path / "journal.json")
    save(storage, added("1"))
    fold(storage)
    storage.load()
    storage.path.write_bytes(storage.path.read_bytes()[:-9])
    with storage.locked(), pytest.raises(UnreadableError):
        storage.back_up("import")


def test_backups_are_private_copies_that_an_edit_in_place_does_not_reach(
    tmp_path: Path, at: Clock
) -> None:
    storage = quick(tmp_path / "journal.json")
    save(storage, added("1"))
    backup = made(storage.path)
    storage.path.write_text("{}", encoding="utf-8")
    assert held(storage.path, backup) == {"1"}
    assert backup.path.stat().st_nlink == 1
    assert backup.path.stat().st_mode & 0o777 == 0o600
    assert backup.path.parent.stat().st_mode & 0o777 == 0o700


def test_what_the_newest_holds_already_is_not_stored_twice(tmp_path: Path, at: Clock) -> None:
    storage = quick(tmp_path / "journal.json")
    save(storage, added("1"))
    first = made(storage.path)
    at("2026-03-11T13:00:00.000000Z")
    assert made(storage.path, "import") == first
    save(storage, added("2"))
    assert made(storage.path, "import") != first
    assert len(listed(storage.path)) == 2


def test_two_backups_of_one_second_stand_beside_each_other(tmp_path: Path, at: Clock) -> None:
    storage = quick(tmp_path / "journal.json")
    for number in range(3):
        save(storage, added(str(number + 1)))
        made(storage.path, "import")
    newest, *_ = found = listed(storage.path)
    assert len(found) == 3
    assert held(storage.path, newest) == {"1", "2", "3"}


def test_there_is_nothing_to_back_up_before_the_journal(tmp_path: Path) -> None:
    storage = quick(tmp_path / "journal.json")
    with storage.locked():
        assert storage.back_up("asked") is None
    assert not (tmp_path / "backups").exists()


class FullDisk(QuickFiles):
    """Has room for a number of backups and no more."""

    def __init__(self, room: int) -> None:
        self.room = room

    def replace(self, source: Path, target: Path) -> None:
        if target.parent.name == "backups" and len(list(target.parent.glob("*.gz"))) >= self.room:
            raise OSError(errno.ENOSPC, "no space left on device")
        super().replace(source, target)


def test_on_a_full_disk_the_oldest_goes_and_it_is_tried_once_more(
    tmp_path: Path, at: Clock
) -> None:
    storage = quick(tmp_path / "journal.json")
    for number in range(4):
        save(storage, added(str(number + 1)))
        at(f"2026-03-1{number}T12:00:00.000000Z")
        made(storage.path, files=FullDisk(room=3))
    assert [each.at[:10] for each in listed(storage.path)] == [
        "2026-03-13",
        "2026-03-12",
        "2026-03-11",
    ]


def test_the_last_backup_is_never_given_up_for_a_new_one(tmp_path: Path, at: Clock) -> None:
    storage = quick(tmp_path / "journal.json")
    save(storage, added("1"))
    kept = made(storage.path)
    save(storage, added("2"))
    with pytest.raises(NotSavedError, match="No backup could be made: the disk is full"):
        made(storage.path, files=FullDisk(room=1))
    assert listed(storage.path) == (kept,)
    assert [each.name for each in kept.path.parent.iterdir()] == [kept.path.name]


class LyingDisk(QuickFiles):
    """Loses the last byte of what it says it wrote."""

    def replace(self, source: Path, target: Path) -> None:
        if target.parent.name == "backups":
            source.write_bytes(source.read_bytes()[:-1])
        super().replace(source, target)


def test_a_backup_that_does_not_read_back_is_told_and_not_left(tmp_path: Path, at: Clock) -> None:
    save(quick(tmp_path / "journal.json"), added("1"))
    with pytest.raises(NotSavedError, match="did not read back"):
        made(tmp_path / "journal.json", files=LyingDisk())
    assert not listed(tmp_path / "journal.json")


def test_a_fold_stands_when_its_backup_cannot_be_made(tmp_path: Path, at: Clock) -> None:
    storage = JournalStorage(tmp_path / "journal.json", files=FullDisk(room=0))
    save(storage, added("1"))
    fold(storage)
    assert set(people(storage.path)) == {"1"}
    assert "Person 1" in storage.path.read_text(encoding="utf-8")


def test_what_a_killed_process_left_of_a_backup_is_swept_away(tmp_path: Path, at: Clock) -> None:
    storage = quick(tmp_path / "journal.json")
    save(storage, added("1"))
    made(storage.path)
    stray = tmp_path / "backups" / ".journal-2026-03-01T000000Z-daily.json.gz.tmp"
    stray.write_bytes(b"half")
    save(storage, added("2"))
    made(storage.path)
    assert not stray.exists()


def no_step(tables: Tables) -> None:
    """A migration that has nothing to lift."""


def test_an_older_schema_is_backed_up_as_it_was_before_it_is_left(
    tmp_path: Path, at: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    storage = quick(tmp_path / "journal.json")
    save(storage, added("1"))
    fold(storage)
    for backup in listed(storage.path):
        backup.path.unlink()
    for module in ("writing", "folding", "storage", "reading", "schema"):
        monkeypatch.setattr(f"netjournal.store.{module}.SCHEMA", 2)
    monkeypatch.setattr("netjournal.store.schema.migrate.__defaults__", ((no_step,),))
    fold(quick(storage.path))
    [backup] = [each for each in listed(storage.path) if each.reason == "migration"]
    assert b'"schema":1' in gzip.decompress(backup.path.read_bytes())
    assert b'"schema":2' in storage.path.read_bytes()


@pytest.mark.parametrize("size", [1, (1 << 20) - 1, 1 << 20, (2 << 20) + 1])
@pytest.mark.parametrize("other", [b"", b"y"])
def test_bytes_that_only_begin_like_the_newest_backup_are_another_state(
    tmp_path: Path, size: int, other: bytes
) -> None:
    files, places = QuickFiles(), Places(tmp_path / "journal.json")
    data = b"x" * size
    first = backups.store(files, places, partial(iter, [data]), "asked", NOON)
    for different in (data[:-1] + other, data + other * 2, data[:1] * (size - 1)):
        again = backups.store(files, places, partial(iter, [different]), "asked", NOON)
        assert (again == first) == (different == data)
        assert backups.content(files, again) == different
        if again != first:
            again.path.unlink()


@pytest.mark.parametrize("keep", [0, 1, 10, -1])
def test_a_damaged_backup_is_an_error_of_ours(tmp_path: Path, at: Clock, keep: int) -> None:
    save(quick(tmp_path / "journal.json"), added("1"))
    backup = made(tmp_path / "journal.json")
    backup.path.write_bytes(backup.path.read_bytes()[:keep])
    with pytest.raises(UnreadableError, match="damaged"):
        backups.content(QuickFiles(), backup)


days = st.lists(
    st.dates(date(2024, 1, 1), date(2026, 12, 31)), min_size=1, max_size=80, unique=True
)


@given(days)
def test_rotation_keeps_the_last_ten_and_one_a_month_for_a_year(days: list[date]) -> None:
    every = [Backup(Path(f"{d}.gz"), f"{d}T12:00:00Z", "daily") for d in days]
    gone = set(backups.surplus(every))
    kept = sorted(set(every) - gone, key=lambda each: each.at, reverse=True)
    assert kept[:MOST_RECENT] == sorted(every, key=lambda b: b.at, reverse=True)[:MOST_RECENT]
    last = max(days)
    for day in days:
        same_month = [d for d in days if (d.year, d.month) == (day.year, day.month)]
        age = (last.year - day.year) * 12 + last.month - day.month
        newest = max(same_month)
        if age < 12:
            assert Backup(Path(f"{newest}.gz"), f"{newest}T12:00:00Z", "daily") in kept
    assert len(kept) <= MOST_RECENT + 12


def test_a_backup_a_day_for_two_years_leaves_a_year_of_months() -> None:
    kept: list[Backup] = []
    day = date(2024, 1, 1)
    while day < date(2026, 1, 1):
        new = Backup(Path(f"{day}.gz"), f"{day}T12:00:00Z", "daily")
        kept = [each for each in (new, *kept) if each not in backups.surplus((new, *kept))]
        day += timedelta(days=1)
    found = [each.at[:10] for each in kept]
    assert len(found) == MOST_RECENT + 11
    assert found[10:] == [
        "2025-11-30", "2025-10-31", "2025-09-30", "2025-08-31", "2025-07-31", "2025-06-30",
        "2025-05-31", "2025-04-30", "2025-03-31", "2025-02-28", "2025-01-31",
    ]  # fmt: skip
    assert all(one > other for one, other in pairwise(found))


@pytest.mark.parametrize("damage", [b"", b"\0" * 40, b"[1]", b'{"people": {"1": {'])
def test_what_is_no_journal_any_more_is_no_backup(tmp_path: Path, damage: bytes) -> None:
    storage = quick(tmp_path / "journal.json")
    save(storage, added("1"))
    fold(storage)
    before = listed(storage.path)
    storage.path.write_bytes(damage)
    with pytest.raises(UnreadableError):
        made(storage.path)
    assert listed(storage.path) == before


@pytest.mark.parametrize("moment", ["1999-01-01T12:00:00.000000Z", "2099-01-01T12:00:00.000000Z"])
def test_a_clock_that_is_wrong_costs_two_backups_at_most(
    tmp_path: Path, at: Clock, moment: str
) -> None:
    storage = quick(tmp_path / "journal.json")
    for number in range(MOST_RECENT + 2):
        at(f"2026-{number + 1:02}-11T12:00:00.000000Z")
        save(storage, added(str(number)))
        made(storage.path)
    before = listed(storage.path)
    at(moment)
    save(storage, added("100"))
    wrong = made(storage.path, "import")
    assert set(listed(storage.path)) >= {wrong, *before[:-2]}
    at("2026-12-12T12:00:00.000000Z")
    save(storage, added("101"))
    right = made(storage.path)
    assert set(listed(storage.path)) >= {right, *before[:-2]}
