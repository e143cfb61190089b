"""The log played onto a snapshot that was folded, restored, foreign or edited by hand."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from itertools import count, pairwise
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from netjournal.domain.gesture import Gesture, Raw, Tables
from netjournal.store.replay import merged, replay, settling
from netjournal.store.storage import JournalStorage
from tests.store.helpers import (
    FaultyFiles,
    Killed,
    added,
    changed,
    fold,
    gesture,
    log_of,
    people,
    quick,
    save,
)

ANA = {"name": "Ana", "topics": ["gov"]}


def edit(path: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Edit the snapshot by hand, as an editor does that knows nothing of a log."""
    content = json.loads(path.read_text(encoding="utf-8"))
    change(content)
    path.write_text(json.dumps(content, indent=2), encoding="utf-8")


def journal(tmp_path: Path, *gestures: Gesture) -> Path:
    path = tmp_path / "journal.json"
    storage = quick(path)
    save(storage, added("1", ANA))
    fold(storage)
    save(storage, *gestures)
    return path


def test_edits_of_different_fields_are_both_in(tmp_path: Path) -> None:
    path = journal(tmp_path, changed("1", ANA, {**ANA, "circle": "close"}))
    edit(path, lambda tables: tables["people"]["1"].update(name="Ana Ruiz"))
    loaded = quick(path).load()
    assert people(loaded) == {"1": {"name": "Ana Ruiz", "topics": ["gov"], "circle": "close"}}
    assert len(loaded.problems) == 1
    assert "people 1" in loaded.problems[0]


def test_edits_of_one_field_are_both_kept_and_told(tmp_path: Path) -> None:
    path = journal(tmp_path, changed("1", ANA, {**ANA, "name": "Ana R."}))
    edit(path, lambda tables: tables["people"]["1"].update(name="Ana Ruiz"))
    storage = quick(path)
    loaded = storage.load()
    assert people(loaded) == {"1": {**ANA, "name": "Ana Ruiz", "name~2": "Ana R."}}
    assert "'name'" in loaded.problems[0]
    assert storage.fold_due()
    fold(storage)
    after = quick(path).load()
    assert people(after) == people(loaded)
    assert after.problems == ()


def test_a_merge_stays_the_same_while_it_is_not_folded(tmp_path: Path) -> None:
    path = journal(tmp_path, changed("1", ANA, {**ANA, "name": "Ana R."}))
    edit(path, lambda tables: tables["people"]["1"].update(name="Ana Ruiz"))
    storage = quick(path)
    before = people(storage.load())["1"]
    save(storage, changed("1", before, {**before, "circle": "close"}, by="10"))
    assert people(path)["1"] == {**before, "circle": "close"}


def test_a_record_added_by_hand_stays(tmp_path: Path) -> None:
    path = journal(tmp_path, added("2"))
    edit(path, lambda tables: tables["people"].update({"3": {"name": "Bob"}}))
    loaded = quick(path).load()
    assert people(loaded).keys() == {"1", "2", "3"}
    assert loaded.problems == ()


def test_a_record_removed_by_hand_but_changed_is_kept(tmp_path: Path) -> None:
    path = journal(tmp_path, changed("1", ANA, {**ANA, "circle": "close"}))
    edit(path, lambda tables: tables["people"].pop("1"))
    loaded = quick(path).load()
    assert people(loaded) == {"1": {**ANA, "circle": "close"}}
    assert "removed in the file" in loaded.problems[0]


def test_a_record_removed_but_edited_by_hand_is_kept(tmp_path: Path) -> None:
    path = journal(tmp_path, changed("1", ANA, None))
    edit(path, lambda tables: tables["people"]["1"].update(name="Ana Ruiz"))
    loaded = quick(path).load()
    assert people(loaded) == {"1": {**ANA, "name": "Ana Ruiz"}}
    assert "removed by netjournal" in loaded.problems[0]


def test_an_edit_while_the_journal_is_open_is_news_and_nothing_is_merged(tmp_path: Path) -> None:
    path = journal(tmp_path)
    storage = quick(path)
    storage.load()
    edit(path, lambda tables: tables["people"]["1"].update(name="Ana Ruiz"))
    assert storage.news() is None
    loaded = storage.load()
    assert people(loaded)["1"]["name"] == "Ana Ruiz"
    save(storage, changed("1", {**ANA, "name": "Ana Ruiz"}, {**ANA, "name": "Ana R."}))
    assert people(path) == {"1": {**ANA, "name": "Ana R."}}
    assert quick(path).load().problems == ()


def test_the_log_of_another_journal_is_added_and_told(tmp_path: Path) -> None:
    path = journal(tmp_path, added("2"))
    other = tmp_path / "other" / "journal.json"
    save(quick(other), added("7"))
    log_of(path).write_bytes(log_of(other).read_bytes())
    loaded = quick(path).load()
    assert people(loaded).keys() == {"1", "7"}
    assert "another journal" in loaded.problems[0]


def test_an_older_snapshot_put_back_is_told_and_no_line_is_skipped(tmp_path: Path) -> None:
    path = journal(tmp_path, added("2"))
    backup = path.read_bytes()
    storage = quick(path)
    fold(storage)
    save(storage, added("3"))
    fold(storage)
    save(storage, added("4"))
    path.write_bytes(backup)
    assert storage.news() is None
    loaded = storage.load()
    assert people(loaded).keys() == {"1", "4"}
    assert "older one" in loaded.problems[0]


def test_a_log_whose_snapshot_is_missing_is_shown_and_told(tmp_path: Path) -> None:
    path = journal(tmp_path, added("2"))
    path.unlink()
    storage = quick(path)
    assert storage.exists()
    loaded = storage.load()
    assert people(loaded).keys() == {"2"}
    assert "missing" in loaded.problems[0]
    save(storage, added("3"))
    assert people(path).keys() == {"2", "3"}


def test_a_fold_stopped_between_its_files_is_harmless(tmp_path: Path) -> None:
    path = journal(tmp_path, added("2"), changed("1", ANA, None), added("3"))
    log = log_of(path).read_bytes()
    fold(quick(path))
    log_of(path).write_bytes(log)
    loaded = quick(path).load()
    assert people(loaded).keys() == {"2", "3"}
    assert loaded.problems == ()


def test_folds_stopped_between_their_files_again_and_again_are_harmless(tmp_path: Path) -> None:
    path = journal(tmp_path, added("2"))
    stop_folds(path, "3", "4", "5")
    loaded = quick(path).load()
    assert people(loaded).keys() == {"1", "2", "3", "4", "5"}
    assert loaded.problems == ()


def test_so_are_the_very_first_folds(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    stop_folds(path, "1", "2", "3")
    loaded = quick(path).load()
    assert people(loaded).keys() == {"1", "2", "3"}
    assert loaded.problems == ()


def stop_folds(path: Path, *ids: str) -> None:
    """Add people, and kill a fold behind each before it comes to the log."""
    for id in ids:
        save(quick(path), added(id))
        log = log_of(path).read_bytes()
        fold(quick(path))
        log_of(path).write_bytes(log)


raws = st.none() | st.dictionaries(st.sampled_from("ab"), st.integers(0, 2), min_size=0, max_size=2)


def states(values: list[Raw | None]) -> list[Gesture]:
    pairs = pairwise(values)
    return [changed("1", old, new, by=str(n)) for n, (old, new) in enumerate(pairs)]


@settings(max_examples=200, deadline=None)
@given(st.lists(raws, min_size=2, max_size=7), st.data())
def test_replay_ends_alike_from_whatever_was_folded_already(
    values: list[Raw | None], data: st.DataObject
) -> None:
    start = data.draw(st.sampled_from(values))
    tables: Tables = {"people": {} if start is None else {"1": start}}
    assert replay(tables, states(values)) == ()
    assert tables["people"].get("1") == values[-1]


@settings(max_examples=200, deadline=None)
@given(raws, raws, st.lists(raws, min_size=1, max_size=5))
def test_replay_is_idempotent_whatever_was_edited_by_hand(
    first: Raw | None, hand: Raw | None, rest: list[Raw | None]
) -> None:
    tables: Tables = {"people": {} if hand is None else {"1": hand}}
    log = states([first, *rest])
    changes = settling(replay(tables, log))
    once = dict(tables["people"])
    settled = [*log, gesture("settled", *changes)]
    assert settling(replay(tables, settled)) == ()
    assert tables["people"] == once
    start: Tables = {"people": {} if hand is None else {"1": hand}}
    replay(start, settled)
    assert start["people"] == once


def test_a_third_value_of_a_field_is_kept_beside_the_second() -> None:
    hand = {"name": "Ana Ruiz", "name~2": "Ana R."}
    result, _ = merged({"name": "Ana"}, hand, {"name": "Anita"})
    assert result == {**hand, "name~3": "Anita"}


objects = st.dictionaries(st.sampled_from("abc"), st.integers(0, 3), max_size=3)


@settings(max_examples=200, deadline=None)
@given(objects, objects, objects)
def test_a_merge_drops_no_value_that_either_side_set(base: Raw, hand: Raw, ours: Raw) -> None:
    result, _ = merged(base, hand, ours)
    assert result is not None
    for side in (hand, ours):
        for name, value in side.items():
            if base.get(name) != value:
                assert value in (result.get(name), result.get(f"{name}~2"))
    for name in base:
        if name not in hand and ours.get(name) == base[name]:
            assert name not in result


def test_a_fold_of_merged_edits_may_be_stopped_anywhere(tmp_path: Path) -> None:
    """Merged with the edit, the record looks as it once did in the log."""
    for at in count():
        path = tmp_path / str(at) / "journal.json"
        storage = quick(path)
        save(storage, added("1", {"a": 0}))
        fold(storage)
        save(storage, changed("1", {"a": 0}, {"b": 1}), changed("1", {"b": 1}, {}, by="10"))
        edit(path, lambda tables: tables["people"]["1"].update(b=1))
        files = FaultyFiles("killed", at)
        with suppress(Killed):
            fold(JournalStorage(path, files=files))
        assert people(path) == {"1": {"b": 1}}, at
        if len(files.calls) <= at:
            break
