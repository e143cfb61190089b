"""Forgetting: nothing of somebody is left in any file, and nothing of anybody else is lost."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import get_type_hints

import pytest

from netjournal.domain.card import Card, CardLine
from netjournal.domain.gesture import Change, Table, Tables
from netjournal.domain.introduction import Introduction
from netjournal.domain.person import Relation
from netjournal.domain.values import EntryKind, PersonId, RecordId
from netjournal.errors import NotSavedError, UnknownNameError, UnreadableError
from netjournal.journal.blobs import Folder
from netjournal.journal.care import restoring, whole
from netjournal.journal.care.doctor import examine
from netjournal.journal.care.forgetting import forget, forgetting
from netjournal.journal.care.whole import Whole
from netjournal.journal.changes import created
from netjournal.journal.journal import Journal
from netjournal.store.schema import record_class, table_of
from tests.domain.make import ANA, TODAY, person, promise, talk
from tests.journal.make import BOB, bob, entry, gathering, journal_in

MADE = "2026-03-11T10:00:00.000000Z"


def card(id: str, who: str, archive: str, blob: str = "") -> Card:
    lines = (CardLine(text="BEGIN:VCARD"), CardLine(text="PHOTO:", blob=blob))
    return Card(
        id=RecordId(id), made=MADE, canon="0" * 64, source="contacts.vcf",
        person=PersonId(who), archive=archive, lines=lines,
    )  # fmt: skip


def life(folder: Path) -> Path:
    """Ana in every table, alone and with Bob, in log, history, backups and damaged lines."""
    files = Folder(folder / "journal.json")
    alone, shared = files.archive(b"FN:Ana Ruiz"), files.archive(b"FN:Ana Ruiz FN:Bob Stone")
    photo, both = files.put(b"photo of ana", ".png"), files.put(b"a group photo", ".png")
    journal = journal_in(
        folder,
        person(),
        bob(relations=(Relation(kind="partner", person=ANA, name="Ana Ruiz"),)),
        person("51", name="Anita Ruiz", merged_into=ANA),
        talk(TODAY, text="about the flat"),
        talk(TODAY, people=(ANA, BOB), text="lunch for three"),
        talk(TODAY, people=(BOB,), mentions=(ANA,), text="about maps"),
        talk(TODAY, people=(BOB,), text="Ana Ruiz will come"),
        promise(text="send the key"),
        promise(people=(ANA, BOB), text="a dinner"),
        entry(EntryKind.NOTE, "likes tea"),
        entry(EntryKind.NEED, "a bike", who=BOB),
        gathering(chosen=(ANA, BOB)),
        Introduction(id=RecordId("7000"), made=MADE, day=TODAY, people=(ANA, BOB)),
        card("8001", ANA, alone, photo),
        card("8002", "51", shared, both),
        card("8003", BOB, shared, both),
    )
    journal.close(fold=True)
    raw = journal.snapshot.raw("people", ANA)
    journal.apply("edit Ana Ruiz", [Change("people", ANA, raw, {**(raw or {}), "name": "Ana R."})])
    restoring.make(journal.path)
    journal.apply("add met: Ana R.", [created(talk(TODAY, text="in the log"))])
    (folder / "journal.json.damaged").write_bytes(b"12 {Ana Ruiz\n34 {Bob Stone\n")
    return journal.path


def mentions(folder: Path, what: bytes) -> set[str]:
    """The files in which some bytes stand, packed or not."""
    found = set()
    for file in folder.rglob("*"):
        if file.is_file():
            data = file.read_bytes()
            if what in (gzip.decompress(data) if file.suffix == ".gz" else data):
                found.add(str(file.relative_to(folder)))
    return found


def test_nothing_of_them_is_left_anywhere(tmp_path: Path) -> None:
    path = life(tmp_path)
    [shared] = [f for f in mentions(tmp_path, b"Ana Ruiz FN:Bob") if f.startswith("imports")]
    done = forget(ANA, path)
    assert (done.name, done.backups, done.files) == ("Ana R.", 2, 2)
    for secret in (b"Ana R.", b"Anita", b"likes tea", b"about the flat", b"photo of ana", b'"50"'):
        assert not mentions(tmp_path, secret), secret
    # what somebody else said, and a file that others are in, stay and are told
    assert mentions(tmp_path, b"Ana Ruiz") - {shared} == {
        "journal.json",
        *(f"backups/{each.path.name}" for each in restoring.all_of(path)),
    }
    assert done.shared == ("contacts.vcf",)
    [named] = done.named
    assert named.startswith("conversations ")


def test_everything_of_others_stays_and_the_journal_is_sound(tmp_path: Path) -> None:
    path = life(tmp_path)
    forget(ANA, path)
    snapshot = Journal(path).snapshot
    assert [each.name for each in snapshot.people()] == ["Bob Stone"]
    assert {each.text for each in snapshot.conversations()} == {
        "lunch for three",
        "about maps",
        "Ana Ruiz will come",
    }
    assert [(each.text, each.people) for each in snapshot.commitments()] == [("a dinner", (BOB,))]
    assert [each.text for each in snapshot.entries()] == ["a bike"]
    assert [each.chosen for each in snapshot.gatherings()] == [(BOB,)]
    assert not list(snapshot.introductions())
    assert [each.id for each in snapshot.cards()] == ["8003"]
    stone = snapshot.person(BOB)
    assert stone is not None
    assert not stone.relations
    assert not examine(path).problems


def test_what_is_told_beforehand_is_what_is_done(tmp_path: Path) -> None:
    path = life(tmp_path)
    plan = forgetting(ANA, path)
    assert len(list(Journal(path).snapshot.people())) == 2
    done = forget(ANA, path)
    assert (plan.removed, plan.edited, plan.files) == (done.removed, done.edited, done.files)
    assert done.removed == {
        "people": 2, "conversations": 2, "commitments": 1, "entries": 1, "introductions": 1,
        "cards": 2,
    }  # fmt: skip
    assert done.edited == {"people": 1, "conversations": 2, "commitments": 1, "gatherings": 1}


def test_undo_brings_nothing_of_them_back_and_still_undoes_the_rest(tmp_path: Path) -> None:
    path = life(tmp_path)
    journal = Journal(path)
    stone = journal.snapshot.raw("people", BOB)
    journal.apply("edit", [Change("people", BOB, stone, {**(stone or {}), "name": "Bob S."})])
    forget(ANA, path)
    journal = Journal(path)
    journal.undo()
    assert [each.name for each in journal.snapshot.people()] == ["Bob Stone"]
    journal.undo()
    assert not list(journal.snapshot.people())
    assert not mentions(tmp_path, b"likes tea")


def test_a_journal_open_elsewhere_leaves_nothing_of_them_behind(tmp_path: Path) -> None:
    path = life(tmp_path)
    elsewhere = Journal(path)
    assert elsewhere.snapshot.person(ANA)
    forget(ANA, path)
    elsewhere.close()
    assert not mentions(tmp_path, b"ana r.")
    assert not mentions(tmp_path, b"Ana R.")


def test_a_backup_that_cannot_be_read_goes_too(tmp_path: Path) -> None:
    path = life(tmp_path)
    backup = restoring.all_of(path)[0]
    backup.path.write_bytes(backup.path.read_bytes()[:60])
    done = forget(ANA, path)
    assert done.backups_removed == 1
    assert not backup.path.exists()


def test_backups_without_them_are_not_touched(tmp_path: Path) -> None:
    journal = journal_in(tmp_path, bob())
    backup = restoring.make(journal.path)
    assert backup is not None
    before = backup.path.read_bytes()
    journal.apply("add", [created(person())])
    forget(ANA, journal.path)
    assert backup.path.read_bytes() == before


def test_an_interrupted_run_is_finished_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = life(tmp_path)

    def full(*_: object) -> None:
        raise NotSavedError("Nothing was saved: the disk is full.")

    with monkeypatch.context() as patch:
        patch.setattr("netjournal.journal.care.forgetting._clean_damaged", full)
        with pytest.raises(NotSavedError):
            forget(ANA, path)
    assert Journal(path).snapshot.person(ANA) is not None
    forget(ANA, path)
    assert not mentions(tmp_path, b"Ana R.")


@pytest.mark.parametrize("id", ["404", "1"])
def test_nobody_is_forgotten_by_mistake(tmp_path: Path, id: str) -> None:
    path = life(tmp_path)
    with pytest.raises(UnknownNameError):
        forget(id, path)
    assert len(list(Journal(path).snapshot.people())) == 2


def fields_that_name_people() -> list[tuple[type, str]]:
    """Every field of every record that holds ids of people, nested ones left to ``life``."""
    classes = [cls for table in Table if (cls := record_class(table, "5")) is not None]
    return [
        (cls, name)
        for cls in classes
        for name, hint in get_type_hints(cls).items()
        if name != "id" and "PersonId" in repr(hint)
    ]


@pytest.mark.parametrize(("cls", "name"), fields_that_name_people())
def test_no_field_that_names_people_keeps_their_id(cls: type, name: str, tmp_path: Path) -> None:
    who, others = "5000000000000000001", ["6000000000000000001", "6000000000000000002"]
    raw: dict[str, object] = {"made": MADE, "people": others}
    raw[name] = who if name in {"person", "merged_into"} else [who, *others]
    tables: Tables = {
        "people": {id: {"made": MADE, "name": f"Person {id[-1] * 3}"} for id in (who, *others)}
    }
    tables.setdefault(str(table_of(cls)), {})["7"] = {**raw, "name": "Kim"}
    path = tmp_path / "journal.json"
    assert whole.adopt(path, Whole(tables, "77"))
    forget(who, path)
    assert not mentions(tmp_path, who.encode())


def test_a_name_within_another_is_another(tmp_path: Path) -> None:
    path = life(tmp_path)
    Journal(path).apply("add met: Ana R.emy", [created(person("90", name="Ana R.emy"))])
    (tmp_path / "journal.json.damaged").write_bytes(b"12 {Ana R.}\n34 {Ana R.emy}\n")
    done = forget(ANA, path)
    assert done.damaged == 1
    assert (tmp_path / "journal.json.damaged").read_bytes() == b"34 {Ana R.emy}\n"
    assert Journal(path).gestures[-1].label == "add met: Ana R.emy"


def test_a_large_act_keeps_what_it_is_called(tmp_path: Path) -> None:
    """An import of many is still known as one when somebody of them is forgotten."""
    many = [created(person(str(100 + n), name=f"Person {n}")) for n in range(30)]
    journal = Journal(tmp_path / "journal.json")
    journal.apply("imported Person 7.vcf", many)
    journal.apply("add met: Person 8", [created(talk(TODAY, people=("108",)))])
    forget("107", journal.path)
    forget("108", journal.path)
    [act] = Journal(journal.path).gestures
    assert (act.label, len(act.changes)) == ("imported somebody.vcf", 28)


def test_what_a_killed_process_left_goes_too(tmp_path: Path) -> None:
    path = life(tmp_path)
    for name in (".journal.json.tmp", "backups/.journal-2026-03-11T100000Z-daily.json.gz.tmp"):
        (tmp_path / name).write_bytes(gzip.compress(b"Ana R. likes tea", mtime=0))
    forget(ANA, path)
    assert not list(tmp_path.rglob("*.tmp"))


def test_where_the_file_is_missing_it_is_put_back_before(tmp_path: Path) -> None:
    path = life(tmp_path)
    log = path.with_name("journal.json.log").read_bytes()
    path.unlink()
    with pytest.raises(UnreadableError, match="put it back first"):
        forget(ANA, path)
    assert path.with_name("journal.json.log").read_bytes() == log


@pytest.mark.parametrize("value", [5, None, [["50"]], {"a": ["50"]}, [{"person": ["50"]}], [{}]])
@pytest.mark.parametrize("field", ["person", "people", "merged_into", "relations", "conversation"])
def test_records_written_by_hand_into_nonsense_are_told_and_no_crash(
    tmp_path: Path, field: str, value: object
) -> None:
    path = tmp_path / "journal.json"
    named = {"50": {"made": MADE, "name": "Ana R."}, "60": {"made": MADE, "name": "Bob"}}
    tables: Tables = {"people": {**named}, "entries": {"7": {"made": MADE, field: value}}}
    assert whole.adopt(path, Whole(tables, "77"))
    done = forget("50", path)
    assert done.named == (("entries 7",) if "50" in str(value) else ())
    assert [each.name for each in Journal(path).snapshot.people()] == ["Bob"]
