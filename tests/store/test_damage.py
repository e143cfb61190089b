"""Damaged files: nothing but our errors, everything undamaged recovered, nothing overwritten."""

from __future__ import annotations

import json
import os
import random
from binascii import crc32
from pathlib import Path

import pytest

from netjournal.errors import (
    BusyError,
    JournalError,
    NewerSchemaError,
    NotSavedError,
    UnreadableError,
)
from netjournal.store.reading import Loaded
from netjournal.store.storage import JournalStorage
from tests.store.helpers import (
    added,
    changed,
    fold,
    ids,
    log_of,
    people,
    quick,
    save,
    save_cold,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A journal with two people in the snapshot and three in the log."""
    path = tmp_path / "journal.json"
    storage = quick(path)
    save(storage, added("1"), added("2"))
    fold(storage)
    save(storage, added("3"), added("4"), added("5"))
    return path


def test_a_torn_tail_is_not_read_and_the_next_writer_cuts_it(path: Path) -> None:
    log = log_of(path)
    whole = log.read_bytes()
    log.write_bytes(whole + b'01234567 {"g":"6","at"')
    storage = quick(path)
    assert people(storage.load()).keys() == {"1", "2", "3", "4", "5"}
    assert storage.news() == ()
    save(storage, added("7"))
    assert log.read_bytes().startswith(whole)
    assert b'"6"' not in log.read_bytes()
    assert people(path).keys() == {"1", "2", "3", "4", "5", "7"}


@pytest.mark.parametrize("length", [5, 200_000])
def test_a_torn_tail_is_cut_by_a_writer_who_read_only_the_index(path: Path, length: int) -> None:
    save_cold(quick(path))
    log = log_of(path)
    whole = log.read_bytes()
    with log.open("ab") as file:
        file.write(b"x" * length)
    save_cold(quick(path), added("7"))
    assert log.read_bytes().startswith(whole)
    assert log.read_bytes().endswith(b"]}\n")
    assert people(path).keys() == {"1", "2", "3", "4", "5", "7"}


def test_a_damaged_line_is_passed_over_told_and_kept(path: Path) -> None:
    log = log_of(path)
    log.write_bytes(log.read_bytes().replace(b"Person 4", b"Persom 4"))
    storage = quick(path)
    loaded = storage.load()
    assert people(loaded).keys() == {"1", "2", "3", "5"}
    assert len(loaded.problems) == 1
    assert "Line 3" in loaded.problems[0]
    assert storage.fold_due()
    save(storage, added("6"))
    damaged = path.with_name("journal.json.damaged")
    assert damaged.read_bytes().count(b"Persom 4") == 1
    fold(storage)
    assert damaged.read_bytes().count(b"Persom 4") == 1
    assert damaged.stat().st_mode & 0o777 == 0o600
    after = JournalStorage(path).load()
    assert after.problems == ()
    assert people(after).keys() == {"1", "2", "3", "5", "6"}
    assert not storage.fold_due()


def test_a_damaged_line_behind_what_was_read_is_noticed(path: Path) -> None:
    storage = quick(path)
    storage.load()
    with log_of(path).open("ab") as log:
        log.write(b"00000000 {}\n")
    assert storage.news() is None
    assert len(storage.load().problems) == 1


def test_any_truncation_of_the_log_keeps_the_whole_lines(path: Path) -> None:
    log = log_of(path)
    whole = log.read_bytes()
    ends = [n + 1 for n, byte in enumerate(whole) if byte == 0x0A]
    for size in range(len(whole)):
        log.write_bytes(whole[:size])
        loaded = quick(path).load()
        gestures = max(sum(end <= size for end in ends) - 1, 0)
        assert ids(loaded.log) == ["3", "4", "5"][:gestures]
        assert loaded.problems == ()
        save(quick(path), added("6"))
        assert people(path).keys() == {"1", "2", "6", *ids(loaded.log)}


def test_any_truncation_of_the_snapshot_stops_reading_and_writing(path: Path) -> None:
    whole = path.read_bytes()
    log = log_of(path).read_bytes()
    for size in range(len(whole) - 1):  # the last byte is a newline nobody needs
        path.write_bytes(whole[:size])
        with pytest.raises(UnreadableError):
            quick(path).load()
        with pytest.raises(UnreadableError):
            fold(quick(path))
        assert path.read_bytes() == whole[:size]
        assert log_of(path).read_bytes() == log


def test_a_flipped_bit_of_the_log_costs_its_line_at_most(path: Path) -> None:
    log = log_of(path)
    whole = log.read_bytes()
    header = whole.index(b"\n")
    chance = random.Random(7)
    for at in range(len(whole)):
        bits = bytearray(whole)
        bits[at] ^= 1 << chance.randrange(8)
        log.write_bytes(bits)
        try:
            loaded = quick(path).load()
        except NewerSchemaError:
            assert at < header
            continue
        found = ids(loaded.log)
        # a lost newline makes one line of two; of the last it makes an unfinished write
        lost = 2 if whole[at] == 0x0A else 1
        assert len(found) >= 3 - (lost if at > header else 1)
        assert set(found) <= {"3", "4", "5"}
        assert people(loaded).keys() == {"1", "2", *found}
        assert loaded.problems or len(found) == 3 or at == len(whole) - 1


def test_a_flipped_bit_of_the_snapshot_raises_nothing_but_our_errors(path: Path) -> None:
    whole = path.read_bytes()
    chance = random.Random(7)
    for at in range(len(whole)):
        bits = bytearray(whole)
        bits[at] ^= 1 << chance.randrange(8)
        path.write_bytes(bits)
        loaded: Loaded | None
        try:
            loaded = quick(path).load()
        except JournalError:
            loaded = None
        if loaded is not None:
            assert ids(loaded.log) == ["3", "4", "5"]
            assert {"3", "4", "5"} <= people(loaded).keys()
        assert path.read_bytes() == bytes(bits)


DEEP = 100_000
UNREADABLE = {
    "nothing": b"",
    "zeros": b"\0" * 100,
    "a list": b"[]",
    "null": b"null",
    "a byte order mark": b"\xef\xbb\xbf{}",
    "UTF-16": '{"people": {}}'.encode("utf-16"),
    "bad UTF-8": b'{"people": {"1": {"name": "\xff"}}}',
    "merge markers": b"<<<<<<< mine\n{}\n=======\n{}\n>>>>>>> theirs\n",
    "a table twice": b'{"people": {"1": {}}, "people": {"2": {}}}',
    "a record twice": b'{"people": {"1": {}, "1": {}}}',
    "a field twice": b'{"people": {"1": {"name": "a", "name": "b"}}}',
    "not a number": b'{"people": {"1": {"x": NaN}}}',
    "an infinity": b'{"people": {"1": {"x": -Infinity}}}',
    "a number too large": b'{"people": {"1": {"x": 1e999}}}',
    "a number too long": b'{"people": {"1": {"x": ' + b"1" * 5_000 + b"}}}",
    "deep lists": b"[" * DEEP,
    "deep objects": b'{"a":' * DEEP,
    "a table that is a list": b'{"people": []}',
    "a schema of words": b'{"meta": {"1": {"schema": "one"}}}',
    "a schema of nought": b'{"meta": {"1": {"schema": 0}}}',
    "two values": b"{}{}",
}


@pytest.mark.parametrize("content", UNREADABLE.values(), ids=UNREADABLE.keys())
def test_a_file_that_is_no_journal_is_refused_and_left_alone(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "journal.json"
    path.write_bytes(content)
    storage = quick(path)
    with pytest.raises(UnreadableError, match=r"journal\.json") as told:
        storage.load()
    assert told.value.message.endswith(".")
    assert "\n" not in told.value.message
    with storage.locked(), pytest.raises(UnreadableError):
        storage.fold()
    assert path.read_bytes() == content
    assert not log_of(path).exists()


def test_a_newer_schema_is_refused_before_anything_is_written(path: Path) -> None:
    storage = quick(path)
    storage.load()
    content = json.loads(path.read_text(encoding="utf-8"))
    content["meta"]["1"]["schema"] = 2
    path.write_text(json.dumps(content), encoding="utf-8")
    log = log_of(path).read_bytes()
    with storage.locked():
        assert storage.news() is None
        with pytest.raises(NewerSchemaError, match="newer netjournal"):
            storage.load()
        with pytest.raises(NewerSchemaError):
            save_cold(storage, added("6"))
        with pytest.raises(NewerSchemaError):
            storage.fold()
    assert log_of(path).read_bytes() == log


def test_a_newer_schema_of_the_log_alone_is_refused_too(path: Path) -> None:
    log = log_of(path)
    newer = log.read_bytes().replace(b'"schema":1', b'"schema":2', 1)
    log.write_bytes(newer)
    storage = quick(path)
    with storage.locked():
        with pytest.raises(NewerSchemaError):
            storage.load()
        with pytest.raises(NewerSchemaError):
            save_cold(storage, added("6"))
    assert log.read_bytes() == newer


def test_what_json_cannot_hold_is_refused_before_a_file_is_touched(path: Path) -> None:
    deep: dict[str, object] = {}
    for _ in range(DEEP):
        deep = {"a": deep}
    storage = quick(path)
    log = log_of(path).read_bytes()
    for value in (float("nan"), float("inf"), 10**5_000, deep, b"bytes", {1, 2}):
        with pytest.raises(NotSavedError):
            save(storage, added("6", {"name": value}))
    assert log_of(path).read_bytes() == log
    save(storage, added("6", {"name": "\ud800", "n": 2**70, "x": 1.5}))
    assert people(path)["6"] == {"name": "\ud800", "n": 2**70, "x": 1.5}


def test_a_record_that_is_no_object_is_shown_and_written_back_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    path.write_text('{"people": {"1": 3, "2": {"name": "Ana"}, "3": null}, "mine": {}}')
    storage = quick(path)
    save(storage, added("4"))
    fold(storage)
    content = json.loads(path.read_text(encoding="utf-8"))
    assert content["people"] == {"1": 3, "2": {"name": "Ana"}, "3": None, "4": {"name": "Person 4"}}
    assert content["mine"] == {}


@pytest.mark.parametrize("damage", ["folder", "pipe", "no folder", "loop", "long", "nul"])
def test_what_is_no_file_is_one_sentence(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "journal.json"
    match damage:
        case "folder":
            path.mkdir()
        case "pipe":
            os.mkfifo(path)
        case "no folder":
            path.write_text("{}")
            path = path / "journal.json"
        case "loop":
            path.symlink_to(path)
        case "long":
            path = tmp_path / ("x" * 300)
        case "nul":
            path = tmp_path / "a\0b"
    with pytest.raises(JournalError) as told:
        JournalStorage(path).load()
    assert told.value.message.endswith(".")
    with pytest.raises(JournalError):
        save(JournalStorage(path), added("1"))


def test_a_journal_that_never_rests_is_busy(path: Path) -> None:
    from netjournal.store.files import Files

    class Restless(Files):
        def stat(self, path: Path) -> os.stat_result:
            os.utime(path)
            return super().stat(path)

    with pytest.raises(BusyError):
        JournalStorage(path, files=Restless()).load()


@pytest.mark.parametrize("number", [b"NaN", b"1e999"], ids=["that equals nothing", "too large"])
def test_a_number_makes_a_damaged_line_and_no_endless_merge(path: Path, number: bytes) -> None:
    raw = {"name": "Person 1", "calibre": 7}
    save(quick(path), changed("1", {"name": "Person 1"}, raw))
    first, *_, last = log_of(path).read_bytes().split(b"\n")[:-1]
    body = last.partition(b" ")[2].replace(b"7", number)
    log_of(path).write_bytes(b"%b\n%08x %b\n" % (first, crc32(body), body))
    loaded = quick(path).load()
    assert not loaded.log
    assert "is damaged" in loaded.problems[0]
