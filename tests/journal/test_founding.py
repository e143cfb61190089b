"""A journal that begins with records."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from netjournal.demo import sample
from netjournal.errors import JournalError, NothingFoundError
from netjournal.journal.founding import found
from netjournal.journal.journal import Journal

DAY = date(2026, 3, 11)


def test_its_records_are_there_and_undo_does_not_reach_them(tmp_path: Path) -> None:
    found(tmp_path / "journal.json", sample(DAY))
    journal = Journal(tmp_path / "journal.json")
    assert len(list(journal.snapshot.people())) > 30
    with pytest.raises(NothingFoundError):
        journal.undo()


def test_a_journal_that_is_there_is_left_alone(tmp_path: Path) -> None:
    found(tmp_path / "journal.json", sample(DAY))
    before = (tmp_path / "journal.json").read_bytes()
    with pytest.raises(JournalError, match="already"):
        found(tmp_path / "journal.json", ())
    assert (tmp_path / "journal.json").read_bytes() == before
