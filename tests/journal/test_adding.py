"""Quick add from text to the journal: one line, many lines, and lines that wait as drafts."""

from __future__ import annotations

from pathlib import Path

import pytest

from netjournal.domain.gesture import Table
from netjournal.domain.settings import Settings
from netjournal.errors import AmbiguousNameError, InputError, NearlyKnownError
from netjournal.journal.adding import Reading, add, add_lines, keep_draft, plan, read
from netjournal.journal.journal import Journal
from tests.domain.make import ANA, TODAY, person
from tests.journal.make import READING, bob, journal_in, names, snapshot_of

ANN = person("51", name="Ana Ruhl")


def test_a_line_is_one_gesture_and_undone_as_one(tmp_path: Path) -> None:
    journal = journal_in(tmp_path, person())
    recorded = add(journal, "Grace Hopwood: coffee. needs: a boat; next: call", READING)
    assert journal.gestures[-1].label == recorded.label
    assert names(journal.snapshot) == {"Ana Ruiz", "Grace Hopwood"}
    journal.undo()
    assert names(journal.snapshot) == {"Ana Ruiz"}
    assert list(journal.snapshot.commitments()) == []


def test_a_plan_writes_nothing(tmp_path: Path) -> None:
    journal = journal_in(tmp_path, person())
    plan("Grace Hopwood: coffee", journal.snapshot, READING)
    assert len(journal.gestures) == 1
    assert names(journal.snapshot) == {"Ana Ruiz"}


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("called Ana", AmbiguousNameError),
        ("Ana Riuz: coffee", NearlyKnownError),
        ("Ana Ruiz: coffee on 31 february", InputError),
        ("", InputError),
    ],
)
def test_a_refused_line_writes_nothing(tmp_path: Path, line: str, error: type[Exception]) -> None:
    journal = journal_in(tmp_path, person(), ANN)
    with pytest.raises(error):
        add(journal, line, READING)
    assert len(journal.gestures) == 1


def test_the_answer_to_the_question_stores_it(tmp_path: Path) -> None:
    journal = journal_in(tmp_path, person(), ANN)
    assert add(journal, "called Ana", READING, {"ana": ANA}).people == (ANA,)


def test_who_is_meant_is_decided_on_what_another_process_wrote(tmp_path: Path) -> None:
    mine, other = journal_in(tmp_path, person()), Journal(tmp_path / "journal.json")
    assert mine.snapshot.person(ANA) is not None
    add(other, "Ana Grindle: coffee", READING)
    with pytest.raises(AmbiguousNameError):
        add(mine, "called Ana", READING)


def test_many_lines_are_one_gesture_and_know_those_before_them(tmp_path: Path) -> None:
    journal = journal_in(tmp_path)
    lines = [
        (1, "Grace Hopwood: coffee yesterday. next: call today"),
        (2, "called Grace"),
        (4, "called nobody at all"),
        (5, "Grace: likes tea"),
    ]
    good, bad = add_lines(journal, lines, READING)
    assert [recorded.label for recorded in good] == [
        "add met: Grace Hopwood", "add phone: Grace Hopwood", "add note: Grace Hopwood",
    ]  # fmt: skip
    assert [(line.number, line.text) for line in bad] == [(4, "called nobody at all")]
    assert [gesture.label for gesture in journal.gestures] == ["add 3 lines"]
    assert list(journal.snapshot.open_commitments()) == []
    assert journal.undo().kept == ()
    assert not any(journal.snapshot.table(table) for table in (Table.PEOPLE, Table.COMMITMENTS))


def test_a_batch_of_bad_lines_alone_writes_nothing(tmp_path: Path) -> None:
    journal = journal_in(tmp_path)
    good, bad = add_lines(journal, [(1, ""), (2, "called")], READING)
    assert (good, len(bad), len(journal.gestures)) == ([], 2, 0)


def test_a_draft_is_kept_and_goes_when_its_line_is_stored(tmp_path: Path) -> None:
    journal = journal_in(tmp_path, person())
    keep_draft(journal, "Grace Hopwood: coffee", "no reason", TODAY)
    keep_draft(journal, "Ana: lunch on 31 february", "There is no 31 February.", TODAY)
    first, second = journal.snapshot.drafts()
    assert (first.text, first.reason, first.day) == ("Grace Hopwood: coffee", "no reason", TODAY)
    add(journal, "Grace Hopwood: coffee", READING)
    assert journal.snapshot.drafts() == (second,)
    add(journal, "Ana: lunch on 28 february", READING, finishing=second.id)
    assert journal.snapshot.drafts() == ()
    journal.undo()
    assert journal.snapshot.drafts() == (second,)


def test_reading_never_raises_and_says_what_is_wrong_with_which_words() -> None:
    text = "Ana: coffee on 31 february"
    capture = read(text, snapshot_of(person(), bob()), READING)
    (problem,) = capture.problems
    (place,) = problem.places
    assert text[place.start : place.end] == "31 february"


def test_at_and_a_day_for_all_lines_may_come_together() -> None:
    both = Reading(today=TODAY, settings=Settings(), at="Fair", day=READING.today)
    capture = read("Ana: coffee", snapshot_of(person()), both)
    assert capture.event is not None
    assert (capture.event.name, capture.day, capture.text) == ("Fair", TODAY, "Ana: coffee")
