"""Backups put back: previewed, undone, and possible where the journal cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from netjournal.domain.gesture import Change
from netjournal.errors import AmbiguousNameError, ChangedMeanwhileError, UnknownNameError
from netjournal.journal.care import restoring
from netjournal.journal.changes import created
from netjournal.journal.journal import Journal
from tests.domain.make import TODAY, person, talk
from tests.journal.make import bob, journal_in


def names(path: Path) -> set[str]:
    return {each.name for each in Journal(path).snapshot.people()}


def backed_up(folder: Path) -> Path:
    """A backup of Ana and Bob; since then Bob went, Ana was edited and somebody came."""
    journal = journal_in(folder, person(), bob())
    assert restoring.make(journal.path)
    raw = {id: journal.snapshot.raw("people", id) for id in ("50", "60")}
    journal.apply("remove", [Change("people", "60", raw["60"], None)])
    journal.apply("edit", [Change("people", "50", raw["50"], {**(raw["50"] or {}), "name": "A."})])
    journal.apply("add", [created(person("70", name="Zoë"))])
    journal.close(fold=False)
    return journal.path


def test_a_restore_is_previewed_in_counts_and_writes_nothing(tmp_path: Path) -> None:
    path = backed_up(tmp_path)
    plan = restoring.restoring(newest(path), path)
    assert sorted((c.before is None, c.after is None) for c in plan.changes) == [
        (False, False),
        (False, True),
        (True, False),
    ]
    assert names(path) == {"A.", "Zoë"}


def newest(path: Path) -> restoring.Backup:
    return restoring.all_of(path)[0]


def test_a_restore_brings_back_what_was_and_undo_takes_it_back(tmp_path: Path) -> None:
    path = backed_up(tmp_path)
    done = restoring.restore(restoring.restoring(newest(path), path), path)
    assert done is not None
    assert names(path) == {"Ana Ruiz", "Bob Stone"}
    assert [each.reason for each in restoring.all_of(path)] == ["restore", "asked"]
    Journal(path).undo()
    assert names(path) == {"A.", "Zoë"}


def test_what_is_there_before_a_restore_can_be_restored_too(tmp_path: Path) -> None:
    path = backed_up(tmp_path)
    restoring.restore(restoring.restoring(newest(path), path), path)
    restoring.restore(restoring.restoring(newest(path), path), path)
    assert names(path) == {"A.", "Zoë"}


def test_a_journal_that_changed_since_the_preview_is_not_touched(tmp_path: Path) -> None:
    path = backed_up(tmp_path)
    plan = restoring.restoring(newest(path), path)
    Journal(path).apply("add", [created(bob())])
    with pytest.raises(ChangedMeanwhileError):
        restoring.restore(plan, path)
    assert names(path) == {"A.", "Zoë", "Bob Stone"}


def test_a_damaged_journal_is_kept_and_its_log_comes_on_top_of_the_backup(tmp_path: Path) -> None:
    journal = journal_in(tmp_path, person())
    journal.close(fold=True)
    journal.apply("add", [created(bob())])
    journal.path.write_bytes(b"{ this is no JSON")
    plan = restoring.restoring(newest(journal.path), journal.path)
    assert plan.damaged
    assert restoring.restore(plan, journal.path) is None
    assert names(journal.path) == {"Ana Ruiz", "Bob Stone"}
    kept = newest(journal.path)
    assert kept.reason == "damaged"


def test_a_lost_journal_comes_back(tmp_path: Path) -> None:
    journal = journal_in(tmp_path, person(), talk(TODAY))
    journal.close(fold=True)
    for name in ("journal.json", "journal.json.log"):
        (tmp_path / name).unlink()
    restoring.restore(restoring.restoring(newest(journal.path), journal.path), journal.path)
    assert names(journal.path) == {"Ana Ruiz"}


def test_a_backup_is_named_by_its_day_or_its_file(tmp_path: Path) -> None:
    path = backed_up(tmp_path)
    backup = newest(path)
    assert restoring.called(backup.stamp[:13], path) == backup
    assert restoring.called(backup.path.name, path) == backup
    assert restoring.called(backup.at, path) == backup
    restoring.make(path)
    with pytest.raises(AmbiguousNameError) as error:
        restoring.called("20", path)
    assert len(error.value.candidates) == 2
    for wrong in ("", "1999", "backup"):
        with pytest.raises(UnknownNameError):
            restoring.called(wrong, path)
