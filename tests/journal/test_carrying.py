"""An index that was brought over folds answers what reading everything would."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netjournal.domain.values import Circle
from netjournal.journal.carrying import carried
from netjournal.journal.changes import edits
from netjournal.journal.journal import Journal
from netjournal.store import dictionary
from netjournal.store.laying import Moved
from tests.domain.make import TODAY, person
from tests.journal.make import bob, gathering, journal_in
from tests.journal.odd import write_oddly
from tests.journal.test_index import STEPS, History, add
from tests.journal.test_index import agree as agree_on_names
from tests.journal.test_part import DAYS, agree, put_into_a_circle


@pytest.fixture(autouse=True)
def no_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: None)
    monkeypatch.setattr(os, "fdatasync", lambda _: None)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A journal that was folded more than once, with an index."""
    people = (person(), bob(), gathering("PyCon", TODAY))
    journal = journal_in(tmp_path, *people)
    journal.close(fold=True)
    for text in ("met Bob Stone at PyCon", "Ana Ruiz: lunch today. next: call in 3 days"):
        add(journal.path, text)
    return journal.path


def fold(path: Path) -> None:
    journal = Journal(path)
    journal.refresh()
    journal.close(fold=True)


def fold_again(history: History) -> None:
    fold(history.path)


@settings(max_examples=15, deadline=None)
@given(
    st.lists(
        st.sampled_from((*STEPS, put_into_a_circle, *(write_oddly,) * 3, *(fold_again,) * 8)),
        min_size=4,
        max_size=14,
    ),
    st.integers(0, 10**6),
    DAYS,
)
def test_it_is_never_wrong(steps: list[Callable[[History], None]], seed: int, today: date) -> None:
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(dictionary, "FEW", 0)
        history = History(Path(folder), random.Random(seed))
        for step in steps:
            step(history)
            agree_on_names(history.path)
            agree(history.path, today)


def test_no_other_is_made_at_a_fold(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fold(path)
    monkeypatch.setattr(dictionary, "FEW", 0)
    monkeypatch.setattr("netjournal.store.opened.keep_index", None)
    for text in ("called Bob Stone, no answer", "Carla Meyer: tea today", "called Carla Meyer"):
        add(path, text)
        fold(path)
        assert agree_on_names(path)
        assert agree(path, TODAY)


def test_who_is_put_into_a_circle_after_it_comes_in_their_place(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dictionary, "FEW", 0)
    add(path, "Carla Meyer: tea today")
    for circle in (Circle.INNER, Circle.ROLODEX, Circle.CLOSE):
        fold(path)
        journal = Journal(path)
        for who in list(journal.snapshot.people()):
            changed = edits(journal.snapshot, who, circle=circle)
            if changed:
                journal.apply("move", changed)
        journal.close()
        assert agree(path, TODAY)


def test_lines_are_where_they_were_moved_to() -> None:
    moved = Moved(
        [(10, 5), (100, -20), (300, 0)], {"people": (15, 400)}, {"people": {"5": (90, 8)}}
    )
    record = {"made": "2026-03-01T08:00:00.000000Z"}
    lists = {"people": [10, 4, ["5", record], 99, 7, 100, 3], "entries": [310, 2, ["5", record]]}
    wanted = {"people": [15, 4, 90, 8, 104, 7, 80, 3], "entries": [310, 2, ["5", record]]}
    assert carried("w:5", lists, moved) == wanted
    assert carried("m:5", lists, moved) == wanted
    assert carried("a:near", {"shorts": {}, "tables": lists}, moved)["tables"] == wanted
    assert carried("a:of kinds", lists["entries"], moved) == wanted["entries"]
    rows = [[*range(8), [100, 7]], [*range(8), ["5", record]]]
    assert carried("a:open", rows, moved) == [[*range(8), [80, 7]], rows[1]]
    spans = {"people": [10, 380], "entries": [300, 9], "meta": [1, 2]}
    assert carried("a:spans", spans, moved) == {"people": (15, 400), "entries": (0, 0)}
    assert carried("a:changed", {"people": {"5": record}}, moved) == {}
    assert carried("a:merged", {"5": "6"}, moved) == {"5": "6"}
