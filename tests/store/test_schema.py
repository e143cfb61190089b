"""Older journals are lifted step by step."""

from __future__ import annotations

from pathlib import Path

import pytest

from netjournal.domain.gesture import Tables
from netjournal.store import schema
from tests.store.helpers import added, log_of, people, quick, save, save_cold


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "journal.json"


def test_older_schemas_are_lifted_step_by_step_and_by_the_next_writer(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def shout(tables: Tables) -> None:
        tables["people"] = {
            id: {**raw, "name": str(raw["name"]).upper()} for id, raw in tables["people"].items()
        }

    def stamp(tables: Tables) -> None:
        tables["people"] = {id: {**raw, "lifted": True} for id, raw in tables["people"].items()}

    save(quick(path), added("1"))
    old = path.read_bytes(), log_of(path).read_bytes()
    for module in ("reading", "writing", "folding", "storage", "indexing", "schema"):
        monkeypatch.setattr(f"netjournal.store.{module}.SCHEMA", 3)
    real = schema.migrate
    monkeypatch.setattr(
        "netjournal.store.reading.migrate", lambda tables, was: real(tables, was, (shout, stamp))
    )
    lifted = {"1": {"name": "PERSON 1", "lifted": True}}
    storage = quick(path)
    assert people(storage.load()) == lifted
    assert (path.read_bytes(), log_of(path).read_bytes()) == old
    save(storage, added("2", {"name": "NEW"}))
    assert people(storage.load()) == {**lifted, "2": {"name": "NEW"}}
    assert storage.load().tables["meta"]["1"]["schema"] == 3
    assert b'{"schema":3' in log_of(path).read_bytes()


def test_a_cold_writer_lifts_an_older_schema_first(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(quick(path), added("1"))
    for module in ("reading", "writing", "folding", "storage", "indexing", "schema"):
        monkeypatch.setattr(f"netjournal.store.{module}.SCHEMA", 2)
    monkeypatch.setattr("netjournal.store.reading.migrate", lambda *_: None)
    storage = quick(path)
    save_cold(storage, added("2"))
    loaded = storage.load()
    assert loaded.tables["meta"]["1"]["schema"] == 2
    assert people(loaded).keys() == {"1", "2"}


def test_there_is_a_step_for_every_schema() -> None:
    assert len(schema.MIGRATIONS) == schema.SCHEMA - 1
