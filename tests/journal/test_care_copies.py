"""Other copies beside a journal: told, compared by what both did, and brought in without loss."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from netjournal.domain.gesture import Change
from netjournal.journal.care.doctor import examine, repair
from netjournal.journal.care.findings import Level
from netjournal.journal.changes import created
from netjournal.journal.journal import Journal
from tests.domain.make import ANA, person
from tests.journal.make import bob, journal_in
from tests.journal.test_care_doctor import ANA as RAW
from tests.journal.test_care_doctor import found, journal_of

SYNCTHING = "journal.sync-conflict-20260310-101010-ABCDEF1.json"
NAMES = [
    SYNCTHING,
    "journal (Kim's conflicted copy 2026-03-10).json",
    "journal (conflicted copy 2026-03-10 101010).json",
    "journal_conflict-20260310-101010.json",
    "journal (SFConflict kim@example.org 2026-03-10-10-10-10).json",
    "journal (Konfliktkopie von Kim 2026-03-10).json",
    "journal (copie en conflit de Kim 2026-03-10).json",
    "journal (copia en conflicto de Kim 2026-03-10).json",
    "journal.json.conflict",
]


def conflicting(folder: Path, name: str, text: bytes) -> Path:
    copy = folder / name
    copy.write_bytes(text)
    return copy


def names(path: Path) -> set[str]:
    return {each.name for each in Journal(path).snapshot.people()}


def edit(path: Path, id: str, **values: object) -> None:
    """Change fields of a record as an act of the user."""
    journal = Journal(path)
    raw = dict(journal.snapshot.raw("people", id) or {})
    journal.apply("edit", [Change("people", id, raw, {**raw, **values})])


def raw_of(path: Path, id: str) -> Mapping[str, Any]:
    return Journal(path).snapshot.raw("people", id) or {}


@pytest.fixture
def both(tmp_path: Path) -> tuple[Path, Path]:
    """One journal on two computers."""
    here, there = tmp_path / "here", tmp_path / "there"
    journal_in(here, person(), bob()).close(fold=True)
    shutil.copytree(here, there)
    return here / "journal.json", there / "journal.json"


def arrives(there: Path, here: Path, *, folded: bool) -> Path:
    """The journal of there, or its log, beside that of here under the name of a conflict."""
    if folded:
        journal = Journal(there)
        journal.refresh()
        journal.close(fold=True)
        return conflicting(here.parent, SYNCTHING, there.read_bytes())
    name = "journal.json.sync-conflict-20260310-101010-ABCDEF1.log"
    return conflicting(here.parent, name, there.with_name("journal.json.log").read_bytes())


FOLDED = pytest.mark.parametrize("folded", [False, True])


@FOLDED
def test_edits_of_different_fields_are_both_kept(both: tuple[Path, Path], *, folded: bool) -> None:
    here, there = both
    edit(here, ANA, given="Ana")
    edit(there, ANA, family="Ruiz")
    edit(there, ANA, topics=["maps"])
    arrives(there, here, folded=folded)
    [finding] = found(here, "copy")
    assert "with edits of 1 record; a repair brings it in" in finding.message
    [act] = repair(here).acts
    now = raw_of(here, ANA)
    assert (now["given"], now["family"], now["topics"]) == ("Ana", "Ruiz", ["maps"])
    assert not repair(here).acts
    Journal(here).undo()
    assert "family" not in raw_of(here, ANA)
    assert act.gesture.label.startswith("brought in journal")


@FOLDED
def test_edits_of_the_same_field_are_shown_and_ours_stays(
    both: tuple[Path, Path], *, folded: bool
) -> None:
    here, there = both
    edit(here, ANA, given="Ana", calibre=2)
    edit(there, ANA, given="Anita")
    arrives(there, here, folded=folded)
    [copy] = examine(here).copies
    assert [change.id for change in copy.comparison.differing] == [ANA]
    assert not repair(here).acts
    assert raw_of(here, ANA)["given"] == "Ana"
    assert found(here, "copy")[0].level is Level.NOTE


@FOLDED
def test_what_only_there_was_edited_comes_as_it_is_there(
    both: tuple[Path, Path], *, folded: bool
) -> None:
    here, there = both
    edit(there, ANA, given="Ana")
    edit(there, ANA, given="Anita")
    arrives(there, here, folded=folded)
    repair(here)
    assert raw_of(here, ANA) == raw_of(there, ANA)


@FOLDED
def test_what_only_here_was_edited_stays(both: tuple[Path, Path], *, folded: bool) -> None:
    here, there = both
    Journal(there).apply("add", [created(person("70", name="Zoe Quill"))])
    edit(here, ANA, given="Ana")
    arrives(there, here, folded=folded)
    repair(here)
    assert raw_of(here, ANA)["given"] == "Ana"
    assert names(here) == {"Ana Ruiz", "Bob Stone", "Zoe Quill"}


def test_conflict_copies_are_told_when_the_journal_is_opened(both: tuple[Path, Path]) -> None:
    here, there = both
    told = []
    for name in ("journal-conflict-1.json", "journal-conflict-2.json"):
        conflicting(here.parent, name, there.read_bytes())
        journal = Journal(here)
        journal.refresh()
        told += [said.partition(";")[0] for said in journal.problems]
    one = "A sync tool left a conflict copy beside the journal: journal-conflict-1.json"
    assert told == [one, f"{one} and 1 more"]


def test_a_log_left_behind_when_the_journal_was_moved_is_told_and_brought_in(
    both: tuple[Path, Path], tmp_path: Path
) -> None:
    """Somebody moves ``journal.json`` into a synced folder, links to it, and forgets its log."""
    here, _ = both
    Journal(here).apply("add", [created(person("70", name="Zoe Quill"))])
    cloud = tmp_path / "cloud" / "journal.json"
    cloud.parent.mkdir()
    here.rename(cloud)
    here.symlink_to(cloud)
    journal = Journal(here)
    journal.refresh()
    assert any("was left behind" in said for said in journal.problems)
    journal.apply("add", [created(person("80", name="Kim Olsen"))])
    assert names(here) == {"Ana Ruiz", "Bob Stone", "Kim Olsen"}
    [finding] = [each for each in found(here, "copy") if each.mends]
    assert "is the log left behind when the journal was moved" in finding.message
    repair(here)
    assert names(here) == {"Ana Ruiz", "Bob Stone", "Kim Olsen", "Zoe Quill"}
    assert found(here, "copy")[0].level is Level.NOTE


@pytest.mark.parametrize("name", ["journal (1).json", "journal 2.json", "journal-LAPTOP.json"])
def test_a_copy_without_the_word_is_known_by_its_id_and_told_to_the_doctor_alone(
    both: tuple[Path, Path], name: str
) -> None:
    here, _ = both
    text = here.read_bytes()
    conflicting(here.parent, name, json.dumps(json.loads(text), indent=1).encode())
    [finding] = found(here, "copy")
    assert (finding.level, finding.mends) == (Level.NOTE, False)
    assert "is another copy of this journal" in finding.message
    journal = Journal(here)
    journal.refresh()
    assert not journal.problems


@pytest.mark.parametrize("name", NAMES)
def test_a_repair_brings_in_what_only_a_conflict_copy_holds(tmp_path: Path, name: str) -> None:
    path = journal_of(tmp_path, people={"5": RAW, "6": {**RAW, "name": "Bob", "topics": ["a"]}})
    theirs = {"people": {"5": RAW, "6": {**RAW, "name": "Bobby"}, "8": {**RAW, "name": "Zoë"}}}
    copy = conflicting(tmp_path, name, json.dumps(theirs).encode())
    [finding] = found(path, "copy")
    assert finding.mends
    assert "1 record that this journal lacks" in finding.message
    [act] = repair(path).acts
    assert [change.id for change in act.gesture.changes] == ["8"]
    snapshot = Journal(path).snapshot
    assert {each.name for each in snapshot.people()} == {"Ana Ruiz", "Bob", "Zoë"}
    assert copy.exists()
    [finding] = found(path, "copy")
    assert finding.level is Level.NOTE
    assert "differ from yours" in finding.message
    Journal(path).undo()
    assert {each.name for each in Journal(path).snapshot.people()} == {"Ana Ruiz", "Bob"}


def test_what_was_removed_or_edited_here_since_does_not_come_back(tmp_path: Path) -> None:
    journal = journal_in(tmp_path, person(), bob())
    journal.close(fold=True)
    path = journal.path
    conflicting(tmp_path, SYNCTHING, path.read_bytes())
    ana, stone = (journal.snapshot.raw("people", id) for id in ("50", "60"))
    journal.apply("remove", [Change("people", "60", stone, None)])
    journal.apply("edit", [Change("people", "50", ana, {**(ana or {}), "name": "Ana R."})])
    [copy] = examine(path).copies
    assert not copy.comparison.lacking
    assert not copy.comparison.differing
    assert [change.id for change in copy.comparison.removed] == ["60"]
    assert found(path, "copy")[0].level is Level.NOTE


def test_a_conflict_copy_of_the_log_is_read_too(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    journal_in(here, person()).close(fold=True)
    shutil.copytree(here, there)
    Journal(there / "journal.json").apply("add", [created(bob())])
    shutil.copy(
        there / "journal.json.log",
        here / "journal.json.sync-conflict-20260310-101010-ABCDEF1.log",
    )
    repair(here / "journal.json")
    names = {each.name for each in Journal(here / "journal.json").snapshot.people()}
    assert names == {"Ana Ruiz", "Bob Stone"}


@pytest.mark.parametrize("text", [b"", b"{", b"\x00", b"[]"])
def test_a_conflict_copy_that_cannot_be_read_is_told(tmp_path: Path, text: bytes) -> None:
    path = journal_of(tmp_path, people={"5": RAW})
    conflicting(tmp_path, SYNCTHING, text)
    assert "cannot be read" in found(path, "copy")[0].message
    repair(path)


@pytest.mark.parametrize("name", ["journal.json.bak", "journal2.json", "my journal.json"])
def test_other_files_beside_the_journal_are_none_of_its_business(tmp_path: Path, name: str) -> None:
    path = journal_of(tmp_path, people={"5": RAW})
    conflicting(tmp_path, name, b"{}")
    assert not found(path, "copy")
