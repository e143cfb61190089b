"""Taking the last act back by the end of the log does what reading everything would."""

from __future__ import annotations

import json
import os
import random
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netjournal.domain.gesture import Change, Table
from netjournal.domain.person import Relation
from netjournal.domain.values import PersonId
from netjournal.errors import NothingFoundError
from netjournal.journal import lately
from netjournal.journal.changes import created, edits
from netjournal.journal.journal import Done, Journal
from netjournal.store import storage
from netjournal.views.changed import RecordChange, record_changes
from tests.domain.make import ANA, TODAY, person, talk
from tests.journal.make import bob, gathering, journal_in
from tests.journal.test_index import STEPS, History, add
from tests.journal.test_undo_machine import tables_of

Told = tuple[Sequence[Change], str, str | None, Sequence[Change], tuple[RecordChange, ...]] | None


@pytest.fixture(autouse=True)
def no_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: None)
    monkeypatch.setattr(os, "fdatasync", lambda _: None)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A journal with an index."""
    journal = journal_in(tmp_path, person(), bob(), gathering("PyCon", TODAY))
    journal.close(fold=True)
    return journal.path


@pytest.fixture
def unread(path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The same, whose snapshot nobody may read as a whole."""
    with monkeypatch.context() as patched:
        patched.setattr("netjournal.store.opened.read_journal", None)
        yield path


def taken_back(path: Path, act: Callable[[Journal], Done]) -> Told:
    """What was written and left, and how it is told; None where there was nothing."""
    journal = Journal(path)
    try:
        gesture, kept = act(journal)
    except NothingFoundError:
        return None
    else:
        both = (*gesture.changes, *kept)
        told = journal.consult(lambda known: record_changes(both, known))
        return gesture.changes, gesture.label, gesture.undoes, kept, told
    finally:
        journal.close(fold=False)


def agree(path: Path, act: Callable[[Journal], Done]) -> None:
    """An act comes to the same in a copy of the journal whose index is lost."""
    with TemporaryDirectory() as folder:
        copy = Path(shutil.copytree(path.parent, Path(folder) / "copy")) / path.name
        copy.with_name(f".{path.name}.index").unlink(missing_ok=True)
        assert taken_back(path, act) == taken_back(copy, act)
        assert tables_of(Journal(path)) == tables_of(Journal(copy))


def add_reference_by_hand(history: History) -> None:
    """Somebody writes into the snapshot about what stands in the log alone, and all is read."""
    journal = Journal(history.path)
    talks = [*journal.snapshot.conversations()]
    journal.close(fold=False)
    tables = json.loads(history.path.read_text(encoding="utf-8"))
    entry = {"made": "2026-03-01T08:00:00.000000Z", "day": "2026-03-01", "kind": "note"}
    for id in (talks[-1].id,) if talks else ():
        tables.setdefault("entries", {})["777"] = {**entry, "person": ANA, "conversation": id}
    history.path.write_text(json.dumps(tables, indent=1), encoding="utf-8")
    history.add()


UNDO, REDO = (lambda journal: journal.undo()), (lambda journal: journal.redo())
ACTS: Sequence[Callable[[Journal], Done]] = (UNDO, UNDO, UNDO, REDO, REDO)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from((*STEPS, add_reference_by_hand)), max_size=8),
    st.lists(st.sampled_from((*ACTS, None)), min_size=1, max_size=6),
    st.integers(0, 10**6),
)
def test_it_is_never_wrong(
    steps: list[Callable[[History], None]],
    acts: list[Callable[[Journal], Done] | None],
    seed: int,
) -> None:
    with TemporaryDirectory() as folder:
        history = History(Path(folder), random.Random(seed))
        for step in steps:
            step(history)
        for act in acts:
            if act is None:
                history.add()
            else:
                agree(history.path, act)


def test_what_was_added_goes_and_comes_back_without_reading_the_journal(unread: Path) -> None:
    add(unread, "Carla Meyer: coffee today. next: call in 3 days. needs: a boat")
    add(unread, "called Bob Stone, no answer")
    for act in (UNDO, UNDO, REDO, UNDO, REDO, REDO):
        assert taken_back(unread, act) is not None


def test_what_was_added_before_the_index_was_made_goes_too(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(path, "called Bob Stone, no answer")
    path.with_name(".journal.json.index").unlink()
    journal = Journal(path)
    journal.refresh()
    journal.close()
    monkeypatch.setattr("netjournal.store.opened.read_journal", None)
    assert taken_back(path, UNDO) is not None


def test_who_comes_or_goes_with_it_is_told_by_name(unread: Path) -> None:
    add(unread, "Carla Meyer: coffee today")
    told = taken_back(unread, UNDO)
    assert told is not None
    assert {(each.verb, each.what) for each in told[4]} == {
        ("removed", "Carla Meyer"),
        ("removed", "met · Carla Meyer · coffee"),
    }


def test_a_change_of_what_stands_in_the_snapshot_is_taken_back(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = Journal(path)
    journal.act("rename", lambda now: edits(now, bob(), name="Robert Hill"))
    journal.close(fold=False)
    monkeypatch.setattr("netjournal.store.opened.read_journal", None)
    told = taken_back(path, UNDO)
    assert told is not None
    assert told[0][0].after is not None
    assert told[0][0].after["name"] == "Bob Stone"


@pytest.mark.parametrize("by_hand", [False, True])
def test_whom_a_record_of_the_snapshot_names_stays(path: Path, *, by_hand: bool) -> None:
    """The person was lost once; what was said of her was not, and now she is back."""
    journal = Journal(path)
    carla = PersonId("4444444444")
    named = [talk(TODAY, people=[carla])] if not by_hand else []
    partner = (Relation(kind="partner", person=carla),)
    journal.act("keep", lambda now: [*map(created, named), *edits(now, bob(), relations=partner)])
    journal.close(fold=True)
    if by_hand:
        escaped = path.read_text(encoding="utf-8").replace(carla, "\\u0034444444444")
        path.write_text(escaped, encoding="utf-8")
        add(path, "called Ana Ruiz")
    back = Journal(path)
    back.apply("bring her back", [created(person()._replace(id=carla, name="Carla Meyer"))])
    back.close(fold=False)
    agree(path, UNDO)
    assert Journal(path).snapshot.stored_person(carla) is not None


@pytest.mark.parametrize("count", [1, lately.FEW, lately.FEW + 1])
def test_of_many_new_records_everything_is_read(path: Path, count: int) -> None:
    journal = Journal(path)
    journal.act("talk", lambda _: [created(talk(TODAY)) for _ in range(count)])
    journal.close(fold=False)
    agree(path, UNDO)
    assert not list(Journal(path).snapshot.table(Table.CONVERSATIONS))


def test_an_act_before_the_end_of_the_log_is_found_by_reading_everything(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storage, "END_BYTES", 300)
    for _ in range(4):
        add(path, "called Bob Stone, no answer")
    for _ in range(4):
        agree(path, UNDO)
    for _ in range(4):
        agree(path, REDO)
    assert taken_back(path, REDO) is None


def test_what_somebody_touched_since_is_left_and_listed(path: Path) -> None:
    """Whoever was renamed since is told by the name that she has now."""
    add(path, "Carla Meyer: coffee today")
    journal = Journal(path)
    carla = [*journal.snapshot.people()][-1]
    journal.act("rename", lambda now: edits(now, carla, name="Carla Stone"))
    done = journal.gestures[-1]
    # another program may say that this is undone, and leave it so
    undone = done._replace(id="5", label="by another", undoes=done.id, changes=())
    with journal._storage.locked():
        journal._storage.append(undone)
    path.with_name(".journal.json.index").unlink()
    journal.refresh()
    journal.close()
    agree(path, UNDO)
    assert [each.name for each in Journal(path).snapshot.people()][-1] == "Carla Stone"
