"""An import is one act: undo takes it back whole, but for what somebody touched since."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from netjournal.domain.gesture import Table, Tables
from netjournal.exchange.plan import Source
from netjournal.exchange.vcard.importing import plan_import
from netjournal.journal import adding
from netjournal.journal.blobs import Folder
from netjournal.journal.journal import Journal
from tests.benchmarks.vcards import cards
from tests.journal.make import READING
from tests.journal.test_undo_machine import tables_of

PEOPLE = 300
MADE = "2026-03-11T10:00:00.000000Z"


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    """A journal with one person of its own and an address book."""
    journal = Journal(tmp_path / "journal.json")
    adding.add(journal, "Ana Ruiz: coffee today", READING._replace(new=True))
    source = Source(name="cards.vcf", data=cards(PEOPLE).encode())
    plan = plan_import([source], journal.snapshot, Folder(journal.path), made=MADE)
    journal.apply(plan.label, plan.changes, backup="import")
    return journal


def reopened(journal: Journal, *, fold: bool) -> Journal:
    journal.close(fold=fold)
    return Journal(journal.path)


@pytest.mark.parametrize("fold", [False, True])
def test_it_goes_and_comes_back_whole_as_often_as_wanted(journal: Journal, *, fold: bool) -> None:
    with_them: Tables = tables_of(journal)
    for _ in range(3):
        journal = reopened(journal, fold=fold)
        assert journal.undo().kept == ()
        assert [each.name for each in journal.snapshot.people()] == ["Ana Ruiz"]
        assert not journal.snapshot.table(Table.CARDS)
        journal = reopened(journal, fold=fold)
        assert journal.redo().kept == ()
        assert tables_of(journal) == with_them


def test_whom_somebody_touched_since_stays_and_is_listed(journal: Journal) -> None:
    """Every act of netjournal is undone before; an editor's edit of the file is not."""
    journal = reopened(journal, fold=True)
    new = [each for each in journal.snapshot.people() if each.name != "Ana Ruiz"]
    edited, talked = new[10], new[20]
    held = json.loads(journal.path.read_text(encoding="utf-8"))
    held["people"][edited.id]["how_we_met"] = "at the pier"
    talk = {"made": MADE, "day": "2026-03-11", "channel": "met", "direction": "mutual"}
    held["conversations"]["777"] = {**talk, "people": [talked.id]}
    journal.path.write_text(json.dumps(held), encoding="utf-8")
    done = journal.undo()
    kept = {change.id for change in done.kept if change.table == Table.PEOPLE}
    assert kept == {edited.id, talked.id}
    assert len(done.gesture.changes) == 2 * PEOPLE - len(done.kept)
    names = {each.name for each in journal.snapshot.people()}
    assert names == {"Ana Ruiz", edited.name, talked.name}
