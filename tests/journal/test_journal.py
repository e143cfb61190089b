"""The one door for writing: decided under the lock, written whole or not at all, told to all."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from netjournal.domain.gesture import Change, Table
from netjournal.errors import ChangedMeanwhileError, InputError, NothingFoundError
from netjournal.journal.changes import created, edits, one_each
from netjournal.journal.journal import Journal
from netjournal.journal.snapshot import Snapshot
from tests.domain.make import ANA, person
from tests.journal.make import bob, journal_in, names


def rename(name: str) -> Change:
    raw = dict(created(person()).after or {})
    return Change(Table.PEOPLE, ANA, raw, raw | {"name": name})


def test_an_act_is_decided_on_what_another_process_wrote_meanwhile(tmp_path: Path) -> None:
    mine, other = journal_in(tmp_path, person()), Journal(tmp_path / "journal.json")
    assert names(mine.snapshot) == {"Ana Ruiz"}
    other.apply("meanwhile", [created(bob())])
    seen: list[set[str]] = []

    def decide(snapshot: Snapshot) -> Iterable[Change]:
        seen.append(names(snapshot))
        return ()

    assert mine.act("look", decide) is None
    assert seen == [{"Ana Ruiz", "Bob Stone"}]


def test_what_others_wrote_is_told_even_if_the_act_comes_to_nothing(tmp_path: Path) -> None:
    mine, other = journal_in(tmp_path, person()), Journal(tmp_path / "journal.json")
    heard: list[set[str]] = []
    mine.subscribe(lambda snapshot: heard.append(names(snapshot)))
    other.apply("meanwhile", [created(bob())])

    def refuse(_: Snapshot) -> Iterable[Change]:
        raise InputError("No.")

    with pytest.raises(InputError):
        mine.act("try", refuse)
    assert heard == [{"Ana Ruiz", "Bob Stone"}]
    assert not mine.refresh()


def test_a_record_that_is_another_by_now_refuses_the_whole(tmp_path: Path) -> None:
    mine, other = journal_in(tmp_path, person()), Journal(tmp_path / "journal.json")
    other.apply("rename", [rename("Ana Maria")])
    with pytest.raises(ChangedMeanwhileError):
        mine.apply("rename", [created(bob()), rename("Anna")])
    assert names(mine.snapshot) == {"Ana Maria"}
    assert [gesture.label for gesture in mine.gestures] == ["begin", "rename"]


def test_refresh_says_whether_there_was_news(tmp_path: Path) -> None:
    mine, other = journal_in(tmp_path, person()), Journal(tmp_path / "journal.json")
    assert not mine.refresh()
    other.apply("meanwhile", [created(bob())])
    assert mine.refresh()
    assert not mine.refresh()
    assert names(mine.snapshot) == {"Ana Ruiz", "Bob Stone"}


def test_listeners_hear_until_they_leave(tmp_path: Path) -> None:
    journal = journal_in(tmp_path)
    heard: list[int] = []
    leave = journal.subscribe(lambda snapshot: heard.append(len(names(snapshot))))
    journal.apply("one", [created(person())])
    leave()
    journal.apply("two", [created(bob())])
    assert heard == [1]


def test_an_act_that_changes_nothing_is_no_gesture(tmp_path: Path) -> None:
    journal = journal_in(tmp_path, person())
    assert (
        journal.act("nothing", lambda snapshot: edits(snapshot, person(), name="Ana Ruiz")) is None
    )
    assert len(journal.gestures) == 1


def test_a_label_may_wait_for_the_decision(tmp_path: Path) -> None:
    journal = journal_in(tmp_path)
    made: list[str] = []

    def decide(_: Snapshot) -> Iterable[Change]:
        made.append("Bob")
        return [created(bob())]

    done = journal.act(lambda: f"add {made[0]}", decide)
    assert done is not None
    assert done.gesture.label == "add Bob"


def test_a_record_changed_twice_in_one_act_is_undone_whole(tmp_path: Path) -> None:
    journal = journal_in(tmp_path)
    first = created(person())
    second = rename("Ana Maria")
    done = journal.act("twice", lambda _: [first, second])
    assert done is not None
    assert [change.before for change in done.gesture.changes] == [None]
    assert names(journal.snapshot) == {"Ana Maria"}
    assert journal.undo().kept == ()
    assert names(journal.snapshot) == set()


def test_what_comes_and_goes_in_one_act_is_no_change() -> None:
    first = created(person())
    gone = Change(first.table, first.id, first.after, None)
    assert one_each([first, gone]) == ()


def test_undo_and_redo_of_nothing_say_so(tmp_path: Path) -> None:
    journal = journal_in(tmp_path)
    with pytest.raises(NothingFoundError):
        journal.undo()
    with pytest.raises(NothingFoundError):
        journal.redo()


def test_an_undo_lists_what_had_to_stay(tmp_path: Path) -> None:
    journal = journal_in(tmp_path)
    journal.apply("add", [created(person()), created(bob())])
    path = tmp_path / "journal.json"
    journal.close(fold=True)
    path.write_text(path.read_text(encoding="utf-8").replace("Ana Ruiz", "Ana by Hand"), "utf-8")
    done = Journal(path).undo()
    assert [change.id for change in done.kept] == [ANA]
    assert names(Journal(path).snapshot) == {"Ana by Hand"}


def test_a_journal_read_again_is_the_same(tmp_path: Path) -> None:
    journal = journal_in(tmp_path, person(), bob())
    journal.act("edit", lambda s: edits(s, person(), name="Ana Maria"))
    again = Journal(journal.path)
    assert list(again.snapshot.people()) == list(journal.snapshot.people())
    assert [g.label for g in again.gestures] == ["begin", "edit"]
    assert again.gestures[1]._replace() == journal.gestures[1]
