"""A journal whose file is gone or worthless: made anew where log and backups prove what it was."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from netjournal.errors import UnreadableError
from netjournal.journal.care import restoring
from netjournal.journal.care.doctor import examine, repair
from netjournal.journal.changes import created
from netjournal.journal.journal import Journal
from tests.domain.make import TODAY, person, talk
from tests.journal.make import bob, journal_in


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def overwritten(path: Path) -> None:
    path.write_bytes(b"\x00" * 300)


def gone(path: Path) -> None:
    path.unlink()


WAYS = pytest.mark.parametrize("lose", [emptied, overwritten, gone])


def names(path: Path) -> set[str]:
    return {each.name for each in Journal(path).snapshot.people()}


@WAYS
def test_a_log_that_says_everything_is_enough(tmp_path: Path, lose: Callable[[Path], None]) -> None:
    path = journal_in(tmp_path, person(), bob()).path
    lose(path)
    assert any(each.mends for each in examine(path).findings)
    repair(path)
    assert names(path) == {"Ana Ruiz", "Bob Stone"}
    assert not examine(path).problems


@WAYS
def test_a_backup_of_the_very_fold_and_the_log_are_enough(
    tmp_path: Path, lose: Callable[[Path], None]
) -> None:
    journal = journal_in(tmp_path, person())
    journal.close(fold=True)
    journal.apply("add", [created(bob())])
    lose(journal.path)
    [finding] = [each for each in examine(journal.path).problems if each.mends]
    assert "the backup" in finding.message
    [said] = repair(journal.path).said
    assert "made anew from the backup" in said
    assert names(journal.path) == {"Ana Ruiz", "Bob Stone"}
    assert not examine(journal.path).problems


@WAYS
def test_a_backup_of_an_earlier_fold_is_put_back_only_when_asked(
    tmp_path: Path, lose: Callable[[Path], None]
) -> None:
    """What was done between backup and log is nowhere, so that nothing is proved."""
    journal = journal_in(tmp_path, person())
    journal.close(fold=True)
    journal.apply("add", [created(bob())])
    journal.close(fold=True)
    journal.apply("add", [created(talk(TODAY))])
    path = journal.path
    lose(path)
    assert not any(each.mends for each in examine(path).problems)
    with pytest.raises(UnreadableError, match="netjournal backup"):
        repair(path)
    [backup] = restoring.all_of(path)
    plan = restoring.restoring(backup, path)
    assert plan.damaged
    restoring.restore(plan, path)
    assert names(path) == {"Ana Ruiz"}
    assert [each.people for each in Journal(path).snapshot.conversations()] == [("50",)]


@WAYS
def test_a_backup_of_another_journal_proves_nothing(
    tmp_path: Path, lose: Callable[[Path], None]
) -> None:
    journal = journal_in(tmp_path / "here", person())
    journal.close(fold=True)
    shutil.rmtree(tmp_path / "here" / "backups")
    journal_in(tmp_path / "there", bob()).close(fold=True)
    shutil.copytree(tmp_path / "there" / "backups", tmp_path / "here" / "backups")
    lose(journal.path)
    with pytest.raises(UnreadableError):
        repair(journal.path)
    assert not names_or_nothing(journal.path)


def names_or_nothing(path: Path) -> set[str]:
    try:
        return names(path)
    except UnreadableError:
        return set()
