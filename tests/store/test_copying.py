"""A snapshot is copied under its log to the very bytes that reading everything would give."""

from __future__ import annotations

import json
from binascii import crc32
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.domain.gesture import Change, Gesture, Raw, Tables
from netjournal.store import backups, played, scanning, snapshot
from netjournal.store.copying import base_of
from netjournal.store.laying import NotAsWrittenError
from netjournal.store.log import header_line, parse
from netjournal.store.places import Places
from netjournal.store.storage import JournalStorage
from tests.store.helpers import QuickFiles, added, changed, fold, gesture, log_of, people, quick
from tests.store.helpers import save as append

NOON = "2026-03-11T12:00:00.000000Z"
TABLES = ("people", "conversations", "cards", "strange }, table", "{")
IDS = st.sampled_from(["1", "2", "3", "44", 'a"b', "\\", "é", "people", "\n", "history"])
VALUES = st.recursive(
    st.text(max_size=6) | st.integers(-9, 9) | st.sampled_from(["}},\n", '"x": {\n', "\ud800", ""]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=4,
)
RAWS: st.SearchStrategy[Raw] = st.dictionaries(st.text(max_size=4), VALUES, max_size=3)
STEPS = st.lists(st.tuples(st.sampled_from(TABLES), IDS, st.none() | RAWS), min_size=1, max_size=6)


def acts(tables: Tables, steps: Sequence[tuple[str, str, Raw | None]]) -> list[Gesture]:
    """One gesture for each step, as they follow on each other."""
    now = {(table, id): raw for table, rows in tables.items() for id, raw in rows.items()}
    found = []
    for number, (table, id, after) in enumerate(steps):
        before = now.get((table, id))
        now[table, id] = after  # type: ignore[assignment]  # None for what is removed
        found.append(gesture(f"{len(now)}{number}", Change(table, id, before, after)))
    return found


def state(path: Path) -> bytes:
    """The journal with its log played in, by reading everything."""
    found = played.state(QuickFiles(), Places(path))
    assert found is not None
    return found


def copy(path: Path) -> bytes | None:
    """The same by copying; None where it cannot be."""
    with base_of(QuickFiles(), Places(path)) as base:
        return None if base is None else b"".join(base.pieces())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A journal that was folded, and something since."""
    storage = quick(tmp_path / "journal.json")
    append(storage, added("1"), added("2"), added("3"))
    fold(storage)
    append(storage, changed("2", {"name": "Person 2"}, {"name": "Bob"}), added("4"))
    return storage.path


@given(STEPS, STEPS, STEPS, st.sampled_from([1, 7, 64, scanning.CHUNK]))
def test_it_is_what_reading_everything_gives(
    first: Sequence[Any], then: Sequence[Any], last: Sequence[Any], chunk: int
) -> None:
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patched:
        patched.setattr(scanning, "CHUNK", chunk)
        storage = quick(Path(folder) / "journal.json")
        for steps in (first, then):
            append(storage, *acts(storage.load().tables, steps))
            fold(storage)
        append(storage, *acts(storage.load().tables, last))
        assert copy(storage.path) == state(storage.path)
        wanted = state(storage.path)
        with pytest.MonkeyPatch.context() as unread:
            unread.setattr(JournalStorage, "_look", None)
            fold(storage)
        assert tables_in(storage.path) == tables_in(storage.path, wanted)
        part = parse(log_of(storage.path).read_bytes())
        assert part.written == (
            len(storage.path.read_bytes()),
            crc32(storage.path.read_bytes()),
        )


def tables_in(path: Path, data: bytes | None = None) -> list[tuple[str, list[tuple[str, Raw]]]]:
    """All there is, in its order, but for what a fold says of itself."""
    tables, _ = snapshot.decode(path.read_bytes() if data is None else data, path)
    rows = {name: dict(table) for name, table in tables.items()}
    rows["meta"] = {
        id: {name: value for name, value in raw.items() if name not in {"fold", "previous"}}
        for id, raw in rows["meta"].items()
    }
    return [(name, list(table.items())) for name, table in rows.items()]


def test_a_fold_copies_and_a_backup_too(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = state(path)
    monkeypatch.setattr(JournalStorage, "_look", None)
    monkeypatch.setattr(snapshot, "decode", None)
    made = backups.make(QuickFiles(), Places(path), "asked", NOON)
    assert made is not None
    assert backups.content(QuickFiles(), made) == wanted
    journal = quick(path)
    fold(journal)
    after = backups.make(QuickFiles(), Places(path), "asked", NOON)
    assert after is not None
    assert backups.content(QuickFiles(), after) == path.read_bytes()


def test_a_fold_that_copied_loses_no_place(path: Path) -> None:
    journal = quick(path)
    journal.load()
    fold(journal)
    assert journal.news() == ()
    append(journal, added("5"))
    assert list(people(path)) == ["1", "2", "3", "4", "5"]
    assert [each.id for each in journal.load().history] == ["1", "2", "3", "9", "4"]


def test_a_fold_that_met_unseen_lines_means_loading_again(path: Path) -> None:
    journal = quick(path)
    journal.load()
    append(quick(path), added("5"))
    fold(journal)
    assert journal.news() is None


def edited(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"Person 3", b"Person X"))


def laid_out(path: Path) -> None:
    path.write_text(json.dumps(json.loads(path.read_bytes()), indent=0), encoding="utf-8")


def of_another(path: Path) -> None:
    """The log is about a snapshot of the same bytes, but says that it is of another fold."""
    log = log_of(path).read_bytes()
    part = parse(log)
    assert part.header is not None
    first = header_line(part.header._replace(fold="5"), part.written)
    log_of(path).write_bytes(first + log[log.index(b"\n") + 1 :])


def damaged(path: Path) -> None:
    with log_of(path).open("ab") as log:
        log.write(b"no line of a log\n")


def by_an_older_one(path: Path) -> None:
    """The log was begun by a program that told no checksum."""
    log = log_of(path).read_bytes()
    part = parse(log)
    assert part.header is not None
    log_of(path).write_bytes(header_line(part.header) + log[log.index(b"\n") + 1 :])


@pytest.mark.parametrize("change", [edited, laid_out, of_another, damaged, by_an_older_one])
def test_everything_is_read_where_the_snapshot_may_be_another(path: Path, change: Any) -> None:
    change(path)
    wanted = quick(path).load()
    with pytest.raises(NotAsWrittenError) if change in {edited, of_another} else nullcontext():
        assert copy(path) is None
    made = backups.make(QuickFiles(), Places(path), "asked", NOON)
    assert made is not None
    assert backups.content(QuickFiles(), made) == state(path)
    journal = quick(path)
    journal.load()
    fold(journal)
    assert people(path) == people(wanted)
    assert not [name for name in path.parent.iterdir() if name.suffix == ".tmp"]
