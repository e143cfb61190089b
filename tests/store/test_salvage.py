"""A damaged snapshot gives back every record that is whole, and the rest as it stands."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import NamedTuple

import pytest

from netjournal.domain.gesture import Tables
from netjournal.errors import JournalError
from netjournal.store import snapshot
from netjournal.store.salvage import salvage
from netjournal.store.snapshot import Meta

PATH = Path("journal.json")
MADE = "2026-03-11T10:00:00.000000Z"
TABLES: Tables = {
    "people": {
        "11": {"name": "Ana \u4e2d Ruiz", "made": MADE, "emails": [{"value": "ana@example.org"}]},
        "12": {"name": "Bob {Stone}", "made": MADE, "topics": ["a,b", '"c": {']},
    },
    "commitments": {},
    "entries": {
        "21": {"day": "2026-03-11", "kind": "note", "made": MADE, "person": "11", "text": "hi"},
    },
    "own": {"31": {"any": {"5": {}}}},
    "history": {"41": {"at": MADE, "label": "x", "changes": [["people", "11", None, {"a": "b"}]]}},
}
DATA = snapshot.encode(TABLES, Meta(1, "7", "8", "9"))
WHOLE = snapshot.decode(DATA, PATH).tables


class Line(NamedTuple):
    """Where a record stands."""

    start: int
    end: int
    table: str
    id: str


def lines() -> list[Line]:
    found: list[Line] = []
    at, table = 0, ""
    for line in DATA.split(b"\n"):
        if head := re.match(rb'\{?"([a-z]+)": \{', line):
            table = head[1].decode()
        elif record := re.match(rb'"(\d+)": ', line):
            found.append(Line(at, at + len(line.rstrip(b",")), table, record[1].decode()))
        at += len(line) + 1
    return found


LINES = lines()


def readable(data: bytes) -> bool:
    try:
        snapshot.decode(data, PATH)
    except JournalError:
        return False
    return True


def test_the_example_has_all_its_records() -> None:
    assert len(LINES) == 6
    assert salvage(DATA, PATH).tables == {name: rows for name, rows in WHOLE.items() if rows}
    assert salvage(DATA, PATH).meta == Meta(1, "7", "8", "9")
    assert not salvage(DATA, PATH).aside


def test_a_flipped_bit_costs_the_record_it_is_in_and_no_other() -> None:
    broken = 0
    for at in range(len(DATA)):
        for bit in range(8):
            data = DATA[:at] + bytes([DATA[at] ^ 1 << bit]) + DATA[at + 1 :]
            if readable(data):
                continue
            broken += 1
            found = salvage(data, PATH)
            for line in LINES:
                if line.start <= at < line.end + 2:
                    continue
                raw = WHOLE[line.table][line.id]
                if line.table == "own":
                    # whose head, when it is damaged, nobody can know
                    everywhere = [rows.get(line.id) for rows in found.tables.values()]
                    assert raw in everywhere or json.dumps({"31": raw}).encode() in found.aside
                else:
                    assert found.tables[line.table][line.id] == raw, at
    assert broken > 500


@pytest.mark.parametrize("what", ["cut", "zeros"])
def test_what_stands_before_a_cut_is_found(what: str) -> None:
    for at in range(len(DATA)):
        rest = b"" if what == "cut" else bytes(len(DATA) - at)
        found = salvage(DATA[:at] + rest, PATH)
        for line in LINES:
            if line.end <= at:
                assert found.tables[line.table][line.id] == WHOLE[line.table][line.id], at


def test_what_cannot_be_read_is_given_back_as_it_stood() -> None:
    bad = DATA.replace(b'"name":"Bob', b'"name":Bob')
    found = salvage(bad, PATH)
    assert set(found.tables["people"]) == {"11"}
    assert len(found.aside) == 1
    assert b"Bob {Stone}" in found.aside[0]


def test_bytes_that_are_no_text_come_back_as_bytes() -> None:
    found = salvage(DATA.replace(b"Bob", b"B\xffb"), PATH)
    assert b"B\xffb {Stone}" in found.aside[0]


@pytest.mark.parametrize("indent", [None, 2])
def test_a_file_laid_out_by_another_program_is_read_too(indent: int | None) -> None:
    text = json.dumps(WHOLE, indent=indent).encode()
    found = salvage(text.replace(b'"note"', b'"note'), PATH)
    assert found.tables["people"] == WHOLE["people"]
    assert any(b"2026-03-11" in piece for piece in found.aside)


@pytest.mark.parametrize("indent", [None, 2])
def test_damage_costs_one_record_in_any_layout(indent: int | None) -> None:
    """Plain TinyDB writes everything in one line: what follows the damage is found again."""
    text = json.dumps(WHOLE, indent=indent).encode()
    found = salvage(text.replace(b'"Bob', b"Bob"), PATH)
    assert found.tables == {
        **{name: rows for name, rows in WHOLE.items() if rows},
        "people": {"11": WHOLE["people"]["11"]},
    }
    assert b"Bob {Stone}" in b"".join(found.aside)


def test_a_forgotten_comma_loses_nothing() -> None:
    found = salvage(DATA.replace(b"},\n", b"}\n"), PATH)
    assert found.tables == salvage(DATA, PATH).tables


def test_tables_and_records_that_stand_twice_are_brought_together() -> None:
    twice = (
        b'{"people": {\n"11": {"name":"Ana"}\n},\n'
        b'"people": {\n"12": {"name":"Bob"},\n"11": {"name":"Anna","city":"Porto"}\n}}'
    )
    assert salvage(twice, PATH).tables["people"] == {
        "11": {"name": "Anna", "city": "Porto", "name~2": "Ana"},
        "12": {"name": "Bob"},
    }


@pytest.mark.parametrize("junk", [b"", b"\x00" * 50, b"[]", b"{{{{{{", b'"', b'"1": ' * 500])
def test_a_file_without_records_gives_none(junk: bytes) -> None:
    assert salvage(junk, PATH).records == 0
