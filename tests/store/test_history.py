"""The history table: enough for undo, and small."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.domain.gesture import Change, Gesture
from netjournal.journal.undoing import next_redo, next_undo
from netjournal.store import history
from tests.store.helpers import added, changed, fold, gesture, ids, quick, save


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "journal.json"


def test_history_keeps_what_was_before_and_digests_of_what_came(path: Path) -> None:
    storage = quick(path)
    before, after = {"name": "Ana"}, {"name": "Ana Ruiz"}
    save(
        storage, added("1", before), changed("1", before, after), changed("1", after, None, by="10")
    )
    log = storage.load().log
    fold(storage)
    loaded = storage.load()
    assert loaded.log == ()
    assert ids(loaded.history) == ["1", "9", "10"]
    assert loaded.history[1].changes[0].before == before
    assert loaded.history[1].changes[0].after != after
    for old, kept in zip(log, loaded.history, strict=True):
        for state in (None, before, after):
            assert history.is_as_left(old.changes[0], state) == history.is_as_left(
                kept.changes[0], state
            )
    assert [
        history.is_as_left(loaded.history[1].changes[0], state) for state in (before, after)
    ] == [
        False,
        True,
    ]


def test_history_is_bounded_by_count_and_by_bytes() -> None:
    short = [gesture(str(n), Change("people", str(n), None, {})) for n in range(1_500)]
    kept = history.with_new({}, short, snapshot_size=0)
    assert list(kept) == [str(n) for n in range(500, 1_500)]
    again = history.with_new(kept, [added("2000")], snapshot_size=0)
    assert list(again) == [*map(str, range(501, 1_500)), "2000"]
    long = [changed("1", {"text": "x" * 800_000}, None, by=str(n)) for n in range(20)]
    assert len(history.with_new({}, long, snapshot_size=0)) == 6
    assert len(history.with_new({}, long, snapshot_size=32_000_000)) == 10
    huge = changed("1", {"text": "x" * 10_000_000}, None, by="7")
    # the undo of a large import does not cost what came before it
    assert list(history.with_new(kept, [huge], snapshot_size=0)) == [*list(again)[:-1], "7"]


def test_an_undo_is_remembered_as_such(path: Path) -> None:
    storage = quick(path)
    save(storage, added("1"), changed("1", {"name": "Person 1"}, None)._replace(undoes="1"))
    fold(storage)
    assert [each.undoes for each in storage.load().history] == [None, "1"]


def big(id: str, undoes: str | None = None) -> Gesture:
    """An act, or what takes one back, that is larger than all the room there is."""
    raw = {"text": "x" * 5_000_000}
    before, after = (raw, None) if undoes else (None, raw)
    return gesture(id, Change("people", "7", before, after))._replace(undoes=undoes)


def test_an_import_taken_back_and_forth_can_be_taken_back_again() -> None:
    acts = [added("1"), big("2"), big("3", "2"), big("4", "3")]
    kept = history.with_new({}, acts, snapshot_size=0)
    assert list(kept) == ["1", "2", "4"]
    assert history.counting([(id, raw.get("undoes")) for id, raw in kept.items()])["2"]


def test_an_import_taken_back_costs_nothing_of_what_was_before_it() -> None:
    kept = history.with_new({}, [added("1"), big("2"), big("3", "2")], snapshot_size=0)
    assert list(kept) == ["1", "2", "3"]
    assert list(history.with_new(kept, [added("4")], snapshot_size=0)) == ["1", "4"]


@given(st.lists(st.sampled_from(["act", "undo", "redo"]), max_size=30))
def test_what_is_needless_is_missed_by_no_undo_and_no_redo(steps: list[str]) -> None:
    gestures: list[Gesture] = []
    for number, step in enumerate(steps):
        target = {"act": None, "undo": next_undo(gestures), "redo": next_redo(gestures)}[step]
        if step == "act" or target:
            gestures.append(added(str(number))._replace(undoes=target and target.id))
    needless = history._needless({each.id: history.shortened(each) for each in gestures})
    kept = [each for each in gestures if each.id not in needless]
    assert next_redo(kept) == next_redo(gestures)
    for _ in steps:
        act = next_undo(gestures)
        assert next_undo(kept) == act
        if act is not None:
            back = gesture(f"undo {act.id}")._replace(undoes=act.id)
            gestures.append(back)
            kept.append(back)
