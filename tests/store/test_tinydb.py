"""Stock TinyDB tables over the journal's storage behave as over memory, whatever is done."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tinydb import TinyDB, where
from tinydb.storages import JSONStorage, MemoryStorage
from tinydb.table import Document

from netjournal.errors import ChangedMeanwhileError
from netjournal.store.storage import JournalStorage
from netjournal.store.tiny import TinyStorage
from tests.store.helpers import QuickFiles, added, fold, people, save

tables = st.sampled_from(["people", "entries", "a table of ours alone"])
values = st.one_of(
    st.integers(),
    st.text(max_size=5),
    st.booleans(),
    st.none(),
    st.lists(st.integers(0, 3), max_size=2),
)
documents = st.dictionaries(st.sampled_from(["n", "name", "né"]), values, max_size=3)
numbers = st.integers(1, 6)
Step = tuple[str, str, dict[str, Any], int]
steps = st.lists(
    st.tuples(
        st.sampled_from(["insert", "update", "remove", "upsert", "truncate", "drop", "reopen"]),
        tables,
        documents,
        numbers,
    ),
    max_size=12,
)


def apply(db: TinyDB, step: Step) -> object:
    act, name, document, number = step
    table = db.table(name, cache_size=0)
    match act:
        case "insert":
            return table.insert(document)
        case "update":
            return table.update(document, where("n").exists())
        case "remove":
            return table.remove(where("n") == number)
        case "upsert":
            return table.upsert(Document(document, doc_id=number))
        case "truncate":
            table.truncate()
        case "drop":
            db.drop_table(name)
    return None


def contents(db: TinyDB) -> dict[str, dict[int, dict[str, Any]]]:
    return {name: {doc.doc_id: dict(doc) for doc in db.table(name)} for name in db.tables()}


@settings(max_examples=60, deadline=None)
@given(steps)
def test_random_operations_end_as_over_plain_tinydb(doings: list[Step]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "journal.json"

        def opened() -> TinyDB:
            return TinyDB(path, storage=TinyStorage, files=QuickFiles())

        ours, plain = opened(), TinyDB(storage=MemoryStorage)
        for step in doings:
            if step[0] == "reopen":
                ours = opened()
            assert apply(ours, step) == apply(plain, step)
        assert contents(ours) == contents(plain)
        if path.exists():
            with TinyDB(path, storage=JSONStorage) as stock:
                folded = contents(stock)
            folded.pop("meta")
            folded.pop("history")
            assert folded == contents(plain)


def test_plain_tinydb_opens_a_folded_journal(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    storage = JournalStorage(path)
    save(storage, added("123456789012345678", {"name": "Zoë 李小红 \u2028 \ud800"}))
    fold(storage)
    with TinyDB(path) as stock:
        document = stock.table("people").get(doc_id=123456789012345678)
    assert document == {"name": "Zoë 李小红 \u2028 \ud800"}


def test_a_folded_journal_has_one_record_a_line(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    storage = JournalStorage(path)
    save(storage, added("1", {"name": "two\nlines"}), added("2"))
    fold(storage)
    lines = path.read_text(encoding="utf-8").splitlines()
    assert '"1": {"name":"two\\nlines"},' in lines
    assert '"2": {"name":"Person 2"}' in lines


def test_tinydb_reads_what_the_log_says(tmp_path: Path) -> None:
    save(JournalStorage(tmp_path / "journal.json"), added("5"))
    db = TinyDB(tmp_path / "journal.json", storage=TinyStorage)
    assert db.table("people").get(doc_id=5) == {"name": "Person 5"}


def test_what_tinydb_writes_keeps_the_log_that_was_there(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    save(JournalStorage(path), added("5"))
    TinyDB(path, storage=TinyStorage).table("people").insert({"name": "Ana"})
    loaded = JournalStorage(path).load()
    assert people(loaded) == {"5": {"name": "Person 5"}, "6": {"name": "Ana"}}
    assert [each.id for each in loaded.history] == ["5"]


def test_a_write_on_an_old_picture_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    mine = TinyStorage(path)
    save(JournalStorage(path), added("1"))
    data = mine.read() or {}
    save(JournalStorage(path), added("2"))
    with pytest.raises(ChangedMeanwhileError):
        mine.write(data)
    assert people(path).keys() == {"1", "2"}


@pytest.mark.parametrize("name", ["meta", "history"])
def test_the_tables_of_the_store_cannot_be_written_by_tinydb(tmp_path: Path, name: str) -> None:
    db = TinyDB(tmp_path / "journal.json", storage=TinyStorage)
    with pytest.raises(ValueError, match="own"):
        db.table(name).insert({"schema": 7})


@pytest.mark.parametrize("make", [dict, lambda: {"_default": {"1": {"a": 1}}}])
def test_a_file_made_by_plain_tinydb_is_a_journal(
    tmp_path: Path, make: Callable[[], dict[str, Any]]
) -> None:
    path = tmp_path / "journal.json"
    path.write_text(json.dumps(make()), encoding="utf-8")
    storage = JournalStorage(path)
    save(storage, added("1"))
    assert JournalStorage(path).load().problems == ()
    fold(storage)
    loaded = JournalStorage(path).load()
    assert loaded.problems == ()
    assert people(loaded) == {"1": {"name": "Person 1"}}
    assert all(loaded.tables[name] == table for name, table in make().items())
