"""The doctor: finds what is wrong, says it kindly, mends what it can prove, drops nothing."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from netjournal.domain.gesture import Tables
from netjournal.errors import JournalError, NetjournalError, NewerSchemaError, UnreadableError
from netjournal.journal.blobs import Folder
from netjournal.journal.care import whole
from netjournal.journal.care.doctor import examine, repair
from netjournal.journal.care.findings import Finding, Level
from netjournal.journal.care.mending import mended, why_not
from netjournal.journal.care.whole import Whole
from netjournal.journal.changes import created
from netjournal.journal.journal import Journal
from netjournal.store.files import Files
from tests.domain.make import TODAY, person, talk
from tests.journal.make import bob, journal_in

MADE = "2026-03-11T10:00:00.000000Z"
ANA: Mapping[str, Any] = {"name": "Ana Ruiz", "made": MADE}


def journal_of(folder: Path, **tables: Mapping[str, Mapping[str, Any]]) -> Path:
    """A journal on the disk with these records, whatever they are."""
    path = folder / "journal.json"
    held: Tables = {name: dict(rows) for name, rows in tables.items()}
    assert whole.adopt(path, Whole(held, "77"))
    return path


def found(path: Path, kind: str = "") -> list[Finding]:
    return [each for each in examine(path).findings if not kind or each.kind == kind]


def everything(path: Path) -> dict[str, bytes]:
    return {str(f.relative_to(path.parent)): f.read_bytes() for f in path.parent.rglob("*.json*")}


def test_a_healthy_journal_has_nothing_wrong(tmp_path: Path) -> None:
    journal_in(tmp_path, person(), bob(), talk(TODAY)).close(fold=True)
    examined = examine(tmp_path / "journal.json")
    assert not examined.findings
    assert examined.journal is not None
    assert examined.journal.counts == {"people": 2, "conversations": 1}


def test_no_journal_at_all_is_nothing_wrong(tmp_path: Path) -> None:
    assert not examine(tmp_path / "journal.json").findings
    assert repair(tmp_path / "journal.json").said == ()


def test_looking_writes_nothing(tmp_path: Path) -> None:
    path = journal_of(tmp_path, people={"5": {"name": 5}})
    before = everything(path)
    examine(path)
    assert everything(path) == before


def test_a_record_that_cannot_be_read_is_told_and_stays(tmp_path: Path) -> None:
    path = journal_of(tmp_path, people={"5": {**ANA, "birthday": "soon"}, "6": ANA})
    [finding] = found(path, "record")
    assert (finding.where, finding.mends, finding.level) == ("people 5", False, Level.PROBLEM)
    assert "'birthday' does not fit" in finding.message
    assert not repair(path).acts
    assert whole.of_journal(path).records["people"]["5"]["birthday"] == "soon"  # type: ignore[union-attr]  # it is there


@pytest.mark.parametrize(
    ("table", "field", "wrong", "right"),
    [
        ("people", "topics", "gov", ["gov"]),
        ("people", "circle", " Close", "close"),
        ("people", "calibre", "4", 4),
        ("people", "died", "yes", True),
        ("people", "emails", {"value": "a@example.org"}, [{"value": "a@example.org"}]),
        ("people", "circle_since", "2026-3-1", "2026-03-01"),
        ("people", "name", 1984, "1984"),
        ("people", "name", ["Ana"], "Ana"),
    ],
)
def test_what_can_be_read_in_one_way_only_is_mended_and_shown(
    tmp_path: Path, table: str, field: str, wrong: object, right: object
) -> None:
    path = journal_of(tmp_path, **{table: {"5": {**ANA, field: wrong}}})
    [finding] = found(path, "record")
    assert finding.mends
    [act] = repair(path).acts
    [change] = act.gesture.changes
    assert change.before == {**ANA, field: wrong}
    assert change.after == {**ANA, field: right}
    assert not found(path, "record")
    Journal(path).undo()
    assert found(path, "record")


def test_nothing_where_a_default_belongs_is_taken_out() -> None:
    assert mended("people", "5", {**ANA, "circle": None}) == ANA


@pytest.mark.parametrize("field", ["birthday", "relations", "cadence"])
@pytest.mark.parametrize("value", ["x", 7, [[]], {"a": 1}, "2026-13-45", True])
def test_what_cannot_be_proved_is_left_alone(field: str, value: object) -> None:
    raw = {**ANA, field: value}
    better = mended("people", "5", raw)
    assert better is None or (not why_not("people", "5", better) and better.keys() == raw.keys())


def test_a_repair_makes_a_backup_of_what_was_there_first(tmp_path: Path) -> None:
    path = journal_of(tmp_path, people={"5": {**ANA, "topics": "gov"}})
    repair(path)
    backups = list((tmp_path / "backups").glob("*-repair.json.gz"))
    assert len(backups) == 1
    assert b'"topics":"gov"' in gzip.decompress(backups[0].read_bytes())


def test_a_table_with_a_typing_error_is_brought_home(tmp_path: Path) -> None:
    path = journal_of(tmp_path, peoble={"5": ANA, "6": {**ANA, "name": "Bob"}})
    assert [each.where for each in found(path, "table")] == ["peoble"]
    repair(path)
    assert {each.name for each in Journal(path).snapshot.people()} == {"Ana Ruiz", "Bob"}


def test_references_to_nobody_are_notes_and_no_errors(tmp_path: Path) -> None:
    talked = {"made": MADE, "day": "2026-03-11", "channel": "met", "direction": "mutual"}
    path = journal_of(tmp_path, conversations={"9": {**talked, "people": ["404"]}})
    [finding] = found(path, "reference")
    assert finding.level is Level.NOTE
    assert "people 404" in finding.message


@pytest.mark.parametrize(
    ("tables", "message"),
    [
        ({"people": {"5": ANA}, "gatherings": {"5": ANA}}, "used in people and in gatherings"),
        ({"people": {"x1": ANA}}, "no plain number"),
        ({"people": {"05": ANA}}, "no plain number"),
        ({"people": {"9" * 5_000: ANA}}, "no plain number"),
        (
            {"people": {"5": {**ANA, "merged_into": "6"}, "6": {**ANA, "merged_into": "5"}}},
            "merged into it again",
        ),
    ],
)
def test_ids_are_looked_at(tmp_path: Path, tables: dict[str, Any], message: str) -> None:
    assert any(message in each.message for each in found(journal_of(tmp_path, **tables)))


def test_a_repair_makes_open_files_private(tmp_path: Path) -> None:
    path = journal_of(tmp_path, people={"5": ANA})
    path.chmod(0o644)
    Folder(path).put(b"x", ".png")
    (tmp_path / "blobs").chmod(0o755)
    assert [Path(each.where).name for each in found(path, "permissions")] == [
        "journal.json",
        "blobs",
    ]
    said = repair(path).said
    assert f"{path}: mode 644 → 600" in said
    assert not found(path, "permissions")


def test_a_repair_removes_leftovers(tmp_path: Path) -> None:
    path = journal_of(tmp_path, people={"5": ANA})
    (tmp_path / ".journal.json.tmp").write_bytes(b"half")
    assert len(found(path, "leftover")) == 1
    repair(path)
    assert not (tmp_path / ".journal.json.tmp").exists()


def test_a_repair_removes_an_index_that_cannot_be_read(tmp_path: Path) -> None:
    path = journal_of(tmp_path, people={"5": ANA})
    (tmp_path / ".journal.json.index").write_bytes(b"half an ind")
    (tmp_path / ".journal.json.index").chmod(0o600)
    [finding] = found(path, "index")
    assert (finding.level, finding.mends) == (Level.NOTE, True)
    repair(path)
    assert not found(path, "index")


def test_blobs_are_held_against_their_checksum(tmp_path: Path) -> None:
    path = journal_of(
        tmp_path,
        cards={"5": {"made": MADE, "canon": "", "lines": [{"blob": "0" * 64 + ".png"}]}},
    )
    name = Folder(path).put(b"a photo", ".png")
    assert not found(path, "checksum")
    assert [each.where for each in found(path, "missing")] == [f"blobs/{'0' * 64}.png"]
    (tmp_path / "blobs" / name).write_bytes(b"a phota")
    assert [each.where for each in found(path, "checksum")] == [f"blobs/{name}"]


def test_a_damaged_backup_is_told(tmp_path: Path) -> None:
    path = journal_of(tmp_path, people={"5": ANA})
    assert "no backup yet" in found(path, "backup")[0].message
    Journal(path).apply("add", [created(bob())], backup="import")
    assert not found(path, "backup")
    [backup] = (tmp_path / "backups").iterdir()
    backup.write_bytes(backup.read_bytes()[:40])
    assert "is damaged" in found(path, "backup")[0].message


def test_damaged_lines_of_the_log_are_set_aside_and_the_rest_folded(tmp_path: Path) -> None:
    path = journal_of(tmp_path, people={"5": ANA})
    journal = Journal(path)
    journal.apply("add", [created(bob())])
    journal.apply("add", [created(talk(TODAY, people=("60",)))])
    log = tmp_path / "journal.json.log"
    log.write_bytes(log.read_bytes().replace(b"Bob Stone", b"Bob Stane"))
    [finding] = found(path, "log")
    assert finding.mends
    repair(path)
    assert b"Bob Stane" in (tmp_path / "journal.json.damaged").read_bytes()
    assert not found(path, "log")
    assert found(path, "damaged")[0].level is Level.NOTE
    assert len(list(Journal(path).snapshot.conversations())) == 1


def test_a_newer_journal_is_left_to_a_newer_netjournal(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    path.write_text('{"meta": {"1": {"schema": 99}}}', encoding="utf-8")
    for act in (examine, repair):
        with pytest.raises(NewerSchemaError):
            act(path)
    assert "99" in path.read_text(encoding="utf-8")


# a file that is no JSON any more


def small(folder: Path) -> Path:
    """Three records in the snapshot, one more in the log."""
    journal = journal_in(folder, person(), bob(), talk(TODAY))
    journal.close(fold=True)
    shutil.rmtree(folder / "backups")
    journal.apply("add", [created(talk(TODAY, people=("60",)))])
    return folder / "journal.json"


def test_a_repair_keeps_what_is_whole_and_sets_the_rest_aside(tmp_path: Path) -> None:
    path = small(tmp_path)
    damaged = path.read_bytes().replace(b'"name":"Bob', b'"name":Bob')
    path.write_bytes(damaged)
    [finding] = found(path, "unreadable")
    assert finding.mends
    assert "2 records that are whole" in finding.message
    repair(path)
    snapshot = Journal(path).snapshot
    assert [each.name for each in snapshot.people()] == ["Ana Ruiz"]
    assert len(list(snapshot.conversations())) == 2
    assert b"Bob Stone" in (tmp_path / "journal.json.damaged").read_bytes()
    [kept] = (tmp_path / "backups").glob("*-damaged.json.gz")
    assert gzip.decompress(kept.read_bytes()) == damaged
    assert not examine(path).problems


def test_a_file_in_which_nothing_is_whole_is_never_replaced(tmp_path: Path) -> None:
    path = small(tmp_path)
    path.write_bytes(b"\x00" * 500)
    with pytest.raises(UnreadableError, match="restore a backup"):
        repair(path)
    assert path.read_bytes() == b"\x00" * 500
    [finding] = found(path, "unreadable")
    assert not finding.mends


@pytest.fixture
def unsynced(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hundreds of repairs, none of which waits for a disk that others keep busy."""
    for name in ("sync", "sync_data", "sync_folder"):
        monkeypatch.setattr(Files, name, lambda _files, _what: None)


@pytest.mark.usefixtures("unsynced")
@pytest.mark.parametrize("name", ["journal.json", "journal.json.log"])
def test_any_damage_ends_in_an_answer_or_an_error_of_ours(tmp_path: Path, name: str) -> None:
    """Every cut and a flipped bit in every byte, examined; every thirteenth of them repaired."""
    path = small(tmp_path / "whole")
    data = path.with_name(name).read_bytes()
    broken = [data[:at] for at in range(len(data))]
    broken += [
        data[:at] + bytes([data[at] ^ 1 << at % 8]) + data[at + 1 :] for at in range(len(data))
    ]
    repaired = 0
    for number, each in enumerate(broken):
        path.with_name(name).write_bytes(each)
        try:
            examine(path)
        except JournalError:
            continue  # a schema that reads as a newer one
        if number % 13:
            continue
        copy = tmp_path / str(number) / "journal.json"
        shutil.copytree(path.parent, copy.parent)
        try:
            repair(copy)
        except NetjournalError:
            assert copy.with_name(name).read_bytes() == each
            continue
        repaired += 1
        Journal(copy).gestures  # noqa: B018  # it can be read
        assert not [f for f in examine(copy).findings if f.kind == "unreadable"]
        shutil.rmtree(copy.parent)
    assert repaired > 40
