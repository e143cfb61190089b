"""Archives: the same journal on the other side, byte for byte, and nothing ever overwritten."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netjournal.demo import sample
from netjournal.domain.gesture import Raw, Tables
from netjournal.errors import InputError
from netjournal.exchange import archive
from netjournal.exchange.archive import bring_config, bring_files, read_archive, to_json, to_zip
from netjournal.exchange.plan import Source
from netjournal.journal.blobs import Folder
from netjournal.journal.care import whole
from netjournal.journal.care.comparing import compare
from netjournal.journal.care.doctor import examine
from netjournal.journal.care.whole import Whole
from netjournal.journal.journal import Journal
from netjournal.store.held import Held
from netjournal.store.schema import SCHEMA

GOLDEN = Path(__file__).resolve().parents[1] / "data" / "archives"
NOWHERE = Path("/nowhere/config.toml")


def source(data: bytes, name: str = "a.json") -> Source:
    return Source(name=name, data=data)


def of(path: Path) -> Whole:
    found = whole.of_journal(path)
    assert found is not None
    return found


def demo(folder: Path) -> Path:
    path = folder / "journal.json"
    journal = Journal(path)
    journal.apply("sample journal", sample(date(2026, 3, 11)))
    journal.close()
    return path


def moved(data: bytes, folder: Path) -> Path:
    """Another house into which an archive was brought."""
    path = folder / "other" / "journal.json"
    brought = read_archive(source(data))
    bring_files(brought, path)
    assert whole.adopt(path, brought.whole)
    return path


def test_a_journal_moved_as_json_is_the_same_byte_for_byte(tmp_path: Path) -> None:
    path = demo(tmp_path)
    data = to_json(of(path))
    there = moved(data, tmp_path)
    assert to_json(of(there)) == data
    assert len(Journal(there).gestures) == len(Journal(path).gestures) == 1


def test_the_archive_is_the_same_before_and_after_a_fold(tmp_path: Path) -> None:
    path = demo(tmp_path)
    before = to_json(of(path))
    Journal(path).close(fold=True)
    assert to_json(of(path)) == before


def test_undo_reaches_back_over_a_move(tmp_path: Path) -> None:
    there = moved(to_json(of(demo(tmp_path))), tmp_path)
    done = Journal(there).undo()
    assert not done.kept
    assert not list(Journal(there).snapshot.people())


def test_the_archive_can_stand_in_the_place_of_a_journal(tmp_path: Path) -> None:
    data = to_json(of(demo(tmp_path)))
    path = tmp_path / "by hand.json"
    path.write_bytes(data)
    assert to_json(of(path)) == data
    assert len(list(Journal(path).snapshot.people())) > 10


values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**60), 2**60) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=6,
)
ids = st.integers(1, 2**63 - 1).map(str)
records: st.SearchStrategy[Raw] = st.dictionaries(
    st.text(max_size=6).filter(lambda t: t != "~"), values, max_size=4
)
tables: st.SearchStrategy[Tables] = st.dictionaries(
    st.sampled_from(["people", "entries", "a table of yours"]),
    st.dictionaries(ids, records, max_size=4),
    max_size=3,
)


@settings(max_examples=60, deadline=None)
@given(tables=tables)
def test_whatever_the_records_are_they_come_back(
    tables: Tables, tmp_path_factory: pytest.TempPathFactory
) -> None:
    data = to_json(Whole(tables, "7"))
    read = read_archive(source(data)).whole
    assert to_json(read) == data
    assert {n: r for n, r in read.records.items() if r} == {n: r for n, r in tables.items() if r}
    shuffled = {name: dict(reversed(rows.items())) for name, rows in reversed(tables.items())}
    assert to_json(Whole(shuffled, "7")) == data


@pytest.mark.parametrize("text", ["Ana", "half a pair \ud83d"])
def test_fields_stand_by_name_however_a_record_is_held(text: str) -> None:
    raw = {"made": "", "text": text, "people": ["7"], "extra": {"b": 1, "a": [{"d": 2, "c": 3}]}}
    held = Held(json.dumps(raw).encode())
    one, other = (
        to_json(Whole({"conversations": {"1": each}, "people": {}}, "7")) for each in (raw, held)
    )
    assert one == other
    (line,) = (row for row in one.splitlines() if row.startswith(b'"1": {"extra"'))
    assert line.startswith(b'"1": {"extra":{"a":[{"c":3,"d":2}],"b":1},"made":"","people"')


@pytest.mark.parametrize("schema", range(1, SCHEMA + 1))
def test_an_archive_of_every_schema_is_read(tmp_path: Path, schema: int) -> None:
    data = (GOLDEN / f"schema-{schema}.json").read_bytes()
    there = moved(data, tmp_path)
    found = examine(there)
    assert not found.problems
    if schema == SCHEMA:
        assert to_json(of(there)) == data
    snapshot = Journal(there).snapshot
    assert snapshot.name_of("1000000000000004") == "Ana Ruiz"
    assert of(there).counts == {
        "cards": 1, "commitments": 2, "conversations": 3, "drafts": 1, "entries": 1,
        "gatherings": 1, "introductions": 1, "later": 1, "people": 4,
    }  # fmt: skip


def test_the_golden_archive_uses_every_field_of_every_record() -> None:
    """So that a field which changes its form cannot do so unseen."""
    from netjournal.store.schema import record_class

    held = json.loads((GOLDEN / f"schema-{SCHEMA}.json").read_bytes())
    for table, id in (("people", "1"), *((table, "2") for table in held)):
        cls: Any = record_class(table, id)
        if cls is not None:
            rows = [raw for key, raw in held[table].items() if (key == "1") == (id == "1")]
            used = {name for raw in rows for name in raw}
            wanted = set(cls._fields) - {"id", "extra"}
            assert wanted <= used, table


def test_a_zip_carries_blobs_imports_and_settings(tmp_path: Path) -> None:
    path = demo(tmp_path)
    folder = Folder(path)
    photo = folder.put(b"\x89PNG photo", ".png")
    imported = folder.archive(b"BEGIN:VCARD")
    config = tmp_path / "config.toml"
    config.write_text('country = "de"\n', encoding="utf-8")
    data = to_zip(of(path), path, config)
    assert zipfile.ZipFile(io.BytesIO(data)).namelist() == [
        "journal.json", "config.toml", f"blobs/{photo}", f"imports/{imported}.gz",
    ]  # fmt: skip
    there = moved(data, tmp_path)
    other = tmp_path / "house" / "config.toml"
    other.parent.mkdir()
    said = bring_config(read_archive(source(data)), other, there)
    assert said == f"The settings are now in {other}."
    assert Folder(there).get(photo) == b"\x89PNG photo"
    assert to_zip(of(there), there, other) == data


def test_a_zip_is_the_same_on_every_day_and_for_every_text(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    big: Tables = {"entries": {"5": {"text": "a" * 2_000_000}}}
    data = to_zip(Whole(big, "7"), path, NOWHERE)
    assert data == to_zip(Whole(big, "7"), path, NOWHERE)
    assert read_archive(source(data)).whole.records == big


@pytest.mark.parametrize(
    ("settings", "kept_here"),
    [('journal = "/elsewhere/j.json"\n', ""), ('country = "de"\n', 'country = "fr"\n')],
)
def test_settings_never_lead_away_and_are_never_overwritten(
    tmp_path: Path, settings: str, kept_here: str
) -> None:
    config = tmp_path / "config.toml"
    if kept_here:
        config.write_text(kept_here, encoding="utf-8")
    brought = archive.Archive("a.zip", Whole({}), {}, settings.encode())
    bring_config(brought, config, tmp_path / "journal.json")
    beside = tmp_path / "config.imported.toml"
    assert beside.read_text(encoding="utf-8") == settings
    assert (config.read_text(encoding="utf-8") if config.exists() else "") == kept_here


def zipped(*members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as out:
        for name, data in members:
            out.writestr(name, data)
    return buffer.getvalue()


JOURNAL = ("journal.json", b'{"people": {"5": {"name": "Ana"}}}')


@pytest.mark.parametrize(
    ("members", "message"),
    [
        ([("notes.txt", b"x")], "no journal.json"),
        ([("journal.json", b"{")], "cannot be read as a journal"),
        ([JOURNAL, ("blobs/" + "0" * 64, b"x")], "does not hold what its name says"),
        ([("journal.json", b" " * 3_000_000 + b"{}")], "200 times its size"),
    ],
)
def test_a_zip_that_is_no_archive_is_refused_in_one_sentence(
    members: list[tuple[str, bytes]], message: str
) -> None:
    with pytest.raises(InputError, match=message):
        read_archive(source(zipped(*members), "a.zip"))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_member_that_stands_twice_is_refused() -> None:
    with pytest.raises(InputError, match="twice"):
        read_archive(source(zipped(JOURNAL, JOURNAL), "a.zip"))


def test_limits_count_members_and_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    data = zipped(JOURNAL, ("a", b"x" * 500), ("b", b"x"))
    monkeypatch.setattr(archive, "MOST_MEMBERS", 2)
    with pytest.raises(InputError, match="more than 2 files"):
        read_archive(source(data, "a.zip"))
    monkeypatch.setattr(archive, "MOST_MEMBERS", 3)
    monkeypatch.setattr(archive, "LARGEST", 400)
    with pytest.raises(InputError, match="more than an archive may"):
        read_archive(source(data, "a.zip"))


@pytest.mark.parametrize(
    "name",
    ["../evil", "/tmp/evil", "blobs/../../evil", "blobs/evil", "imports/x.gz", "C:\\evil", "b\x00"],
)
def test_a_name_that_is_not_ours_is_left_out_and_counted(tmp_path: Path, name: str) -> None:
    brought = read_archive(source(zipped(JOURNAL, (name, b"x")), "a.zip"))
    assert brought.strangers == 1
    assert not brought.kept
    bring_files(brought, tmp_path / "journal.json")
    assert not list(tmp_path.iterdir())


def test_every_cut_and_every_damaged_byte_of_a_zip_is_read_or_refused() -> None:
    photo = b"a photo"
    data = zipped(JOURNAL, ("blobs/" + hashlib.sha256(photo).hexdigest(), photo))
    broken = [data[:at] for at in range(len(data))]
    broken += [data[:at] + bytes([data[at] ^ 0x55]) + data[at + 1 :] for at in range(len(data))]
    refused = 0
    for each in broken:
        try:
            found = read_archive(source(each, "a.zip"))
        except InputError:
            refused += 1
        else:
            assert found.kept in ({}, dict.fromkeys(found.kept, photo))
    assert refused > len(broken) // 2


def test_a_gzip_of_a_journal_is_an_archive_too_and_a_bomb_is_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    packed = gzip.compress(JOURNAL[1])
    assert read_archive(source(packed)).whole.counts == {"people": 1}
    for at in range(len(packed)):
        with pytest.raises(InputError):
            read_archive(source(packed[:at] if at else b"\x1f\x8b"))
    monkeypatch.setattr(whole, "LARGEST", 10)
    with pytest.raises(InputError, match="unpacks to more"):
        read_archive(source(packed))


@pytest.mark.parametrize("data", [b"{}", b'{"x": {}}', b"[1]", b'{"people": 5}', b"\xff{"])
def test_other_json_is_no_archive(data: bytes) -> None:
    with pytest.raises(InputError):
        read_archive(source(data))


def test_an_archive_of_a_newer_netjournal_is_refused() -> None:
    data = b'{"meta": {"1": {"schema": 99}}, "people": {}}'
    with pytest.raises(InputError, match="newer netjournal"):
        read_archive(source(data))


def test_a_journal_that_holds_something_is_never_taken_over(tmp_path: Path) -> None:
    path = demo(tmp_path)
    before = to_json(of(path))
    assert not whole.adopt(path, Whole({"people": {"5": {"name": "Ana"}}}, "7"))
    assert to_json(of(path)) == before


def test_what_is_missing_is_added_and_what_differs_is_told(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    assert whole.adopt(path, Whole({"people": {"5": {"name": "Ana"}, "6": {"name": "Bob"}}}, "7"))
    journal = Journal(path)
    other = Whole(
        {"people": {"5": {"name": "Anna"}, "6": {"name": "Bob"}, "8": {"name": "Zoë"}}}, "7"
    )
    found = compare(other, journal.snapshot)
    assert [change.id for change in found.lacking] == ["8"]
    assert [(change.before, change.after) for change in found.differing] == [
        ({"name": "Ana"}, {"name": "Anna"})
    ]
    assert found.same == 1
    journal.apply("imported a.json", found.lacking)
    assert journal.snapshot.raw("people", "5") == {"name": "Ana"}
    journal.undo()
    assert of(path).counts == {"people": 2}
