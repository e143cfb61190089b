"""What the journal relies on: loading, news, appending, folding, places and modes."""

from __future__ import annotations

from pathlib import Path

import pytest

from netjournal.domain.gesture import Change
from netjournal.errors import ChangedMeanwhileError
from netjournal.store import schema
from netjournal.store.storage import FOLD_BYTES, JournalStorage
from netjournal.store.tiny import TinyStorage
from tests.store.helpers import (
    FaultyFiles,
    QuickFiles,
    added,
    fold,
    gesture,
    log_of,
    people,
    quick,
    save,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "journal.json"


def test_naming_and_reading_a_journal_touches_nothing(path: Path) -> None:
    storage = JournalStorage(path)
    assert not storage.exists()
    loaded = storage.load()
    assert (loaded.tables, loaded.log, loaded.history, loaded.problems) == ({}, (), (), ())
    assert storage.news() == ()
    assert TinyStorage(path).read() is None
    assert not storage.fold_due()
    assert not path.parent.exists()


def test_a_new_journal_has_a_schema_and_ids_and_its_log_carries_them(path: Path) -> None:
    storage = quick(path)
    save(storage, added("5"))
    assert storage.exists()
    meta = storage.load().tables["meta"]["1"]
    assert meta["schema"] == schema.SCHEMA
    assert str(meta["journal"]).isdigit()
    header = log_of(path).read_text().splitlines()[0]
    assert header == f'{{"schema":1,"journal":"{meta["journal"]}","fold":"{meta["fold"]}"}}'


def test_a_line_of_the_log_is_a_checksum_and_a_gesture(path: Path) -> None:
    save(quick(path), added("5", {"name": "Zoë"}))
    from zlib import crc32

    line = log_of(path).read_bytes().splitlines()[1]
    checksum, body = line.split(b" ", 1)
    assert checksum == b"%08x" % crc32(body)
    assert body.decode() == (
        '{"g":"5","at":"2026-03-11T10:00:00.000000Z","label":"did something","undoes":null,'
        '"changes":[["people","5",null,{"name":"Zoë"}]]}'
    )


def test_what_others_append_is_news_once(path: Path) -> None:
    mine, other = quick(path), quick(path)
    save(mine, added("1"))
    save(other, added("2"), added("3"))
    assert [each.id for each in mine.news() or ()] == ["2", "3"]
    assert mine.news() == ()


def test_what_was_appended_by_oneself_is_no_news(path: Path) -> None:
    storage = quick(path)
    save(storage, added("1"), added("2"))
    assert storage.news() == ()


def test_looking_for_news_costs_two_looks_when_there_is_none(path: Path) -> None:
    save(quick(path), added("1"))
    files = FaultyFiles()
    storage = JournalStorage(path, files=files)
    storage.load()
    files.calls.clear()
    storage.news()
    assert files.calls == ["stat", "stat"]


def test_an_unfinished_line_is_no_news_until_it_is_finished(path: Path) -> None:
    save(quick(path), added("1"))
    mine = quick(path)
    mine.load()
    save(quick(path), added("2"))
    whole = log_of(path).read_bytes()
    with log_of(path).open("r+b") as log:
        log.truncate(len(whole) - 5)
    assert mine.news() == ()
    with log_of(path).open("r+b") as log:
        log.write(whole)
    assert [each.id for each in mine.news() or ()] == ["2"]


def test_a_fold_by_another_means_loading_again(path: Path) -> None:
    mine = quick(path)
    save(mine, added("1"))
    fold(quick(path))
    assert mine.news() is None
    assert people(mine.load()).keys() == {"1"}


def test_a_fold_of_ones_own_loses_no_place(path: Path) -> None:
    storage = quick(path)
    save(storage, added("1"), added("2"))
    fold(storage)
    assert storage.news() == ()
    save(quick(path), added("3"))
    assert [each.id for each in storage.news() or ()] == ["3"]


def test_a_fold_that_met_unseen_lines_means_loading_again(path: Path) -> None:
    storage = quick(path)
    save(storage, added("1"))
    save(quick(path), added("2"))
    fold(storage)
    assert storage.news() is None


def test_a_fold_is_due_when_the_log_has_outgrown_a_quarter_of_the_snapshot(path: Path) -> None:
    storage = quick(path)
    large = "x" * (FOLD_BYTES // 2)
    save(storage, added("1", {"text": large}))
    assert not storage.fold_due()
    save(storage, added("2", {"text": large}))
    assert storage.fold_due()
    fold(storage)
    assert not storage.fold_due()
    for number in range(3, 20):
        save(storage, added(str(number), {"text": large}))
    fold(storage)
    for number in range(23, 26):
        save(storage, added(str(number), {"text": large}))
    assert not storage.fold_due()


def test_a_fold_of_nothing_makes_nothing(path: Path) -> None:
    fold(quick(path))
    assert not path.exists()


def test_an_edit_during_a_fold_ends_the_fold(path: Path) -> None:
    save(quick(path), added("1"))

    class Edited(QuickFiles):
        def sync(self, fd: int) -> None:
            super().sync(fd)
            path.write_bytes(path.read_bytes() + b"\n")

    before = log_of(path).read_bytes()
    fold(JournalStorage(path, files=Edited()))
    assert path.read_bytes().endswith(b"\n\n")
    assert log_of(path).read_bytes() == before
    assert people(path).keys() == {"1"}
    assert not list(path.parent.glob("*.tmp"))


def test_appending_needs_a_look_at_what_others_wrote(path: Path) -> None:
    mine = quick(path)
    with mine.locked(), pytest.raises(ChangedMeanwhileError):
        mine.append(added("1"))
    save(mine, added("1"))
    save(quick(path), added("2"))
    with mine.locked(), pytest.raises(ChangedMeanwhileError):
        mine.append(added("3"))
    assert people(path).keys() == {"1", "2"}


@pytest.mark.parametrize("act", ["append", "fold"])
def test_writing_needs_the_lock(path: Path, act: str) -> None:
    storage = quick(path)
    storage.load()
    arguments = () if act == "fold" else (added("1"),)
    with pytest.raises(RuntimeError):
        getattr(storage, act)(*arguments)


def test_a_reformatted_journal_is_appended_to(path: Path) -> None:
    import json

    storage = quick(path)
    save(storage, added("1"))
    fold(storage)
    path.write_text(json.dumps(json.loads(path.read_text()), indent=4))
    log_of(path).unlink()
    save(quick(path), added("2"))
    loaded = quick(path).load()
    assert people(loaded).keys() == {"1", "2"}
    assert loaded.problems == ()


def test_unknown_tables_and_fields_survive(path: Path) -> None:
    storage = quick(path)
    save(
        storage,
        gesture("1", Change("plans", "4", None, {"x": {"y": [1]}})),
        added("2", {"name": "Ana", "shoe": 38}),
    )
    fold(storage)
    tables = quick(path).load().tables
    assert tables["plans"] == {"4": {"x": {"y": [1]}}}
    assert tables["people"]["2"]["shoe"] == 38


def test_the_places_of_a_journal_are_fixed(tmp_path: Path) -> None:
    places = JournalStorage(tmp_path / "journal.json").places
    assert places.log.name == "journal.json.log"
    assert places.index.name == ".journal.json.index"
    assert places.damaged.name == "journal.json.damaged"
    assert {places.backups.name, places.blobs.name, places.imports.name} == {
        "backups",
        "blobs",
        "imports",
    }
