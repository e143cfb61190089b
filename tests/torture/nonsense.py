"""Journals edited by hand into nonsense: every command ends in an answer or a sentence of ours."""

from __future__ import annotations

import contextlib
import copy
import io
import json
import os
import random
import shutil
import sys
import traceback
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from netjournal.cli import crash
from netjournal.cli.main import main
from tests.torture.witness import WrongError

WHOLE = Path(__file__).parents[1] / "data" / "archives" / "schema-1.json"
"""An archive that uses every field of every record."""
Tables = dict[str, dict[str, Any]]
VALUES: tuple[Any, ...] = (
    None, True, False, 0, 1, -1, 10**18, 2**70, 1.5, 1e308, "", "x", "1", "2026-03-11",
    "2026-13-45", "9999-12-31", "0001-01-01", "--02-29", "every 999999999 weeks",
    "999999999 years", "inner", "mine", "phone", "\ud800", "\u202e[/]", "a" * 3_000,
    [], {}, [[]], [None], [1], ["1"], ["1", "1"], [{}], {"a": 1}, {"value": 5},
    [{"value": None}], [{"value": "a@example.org", "label": 7}], {"since": "x"},
    [{"kind": "knows", "person": "1"}], [{"question": "market", "points": 9}],
)  # fmt: skip
COMMANDS: tuple[tuple[str, ...], ...] = (
    ("people",), ("today",), ("today", "--json"), ("network",), ("give",), ("history",),
    ("doctor",), ("doctor", "--json"), ("doctor", "--repair"), ("search", "a"), ("gathering",),
    ("export", "--to", "json", "--output", "-"), ("export", "--to", "vcard", "--output", "-"),
    ("export", "--to", "csv", "--output", "-"), ("people", "is:stale"), ("duplicates",),
    ("undo",), ("redo",), ("backup", "make"), ("add", "called Ana, no answer"), ("status",),
    ("me",), ("week",), ("fit",), ("quality",), ("intro",),
)  # fmt: skip
_AT_ONCE = 7


def edited(tables: Tables, chance: random.Random) -> Tables:
    """The same with a few edits that no careful hand makes."""
    tables = copy.deepcopy(tables)
    for _ in range(chance.randint(1, 6)):
        rows = tables[chance.choice(list(tables))]
        if rows:
            _edit(tables, rows, chance.choice(list(rows)), chance)
    return tables


def _edit(tables: Tables, rows: dict[str, Any], id: str, chance: random.Random) -> None:
    record = rows[id]
    match chance.randrange(12):
        case 0:
            rows[id] = copy.deepcopy(chance.choice(VALUES))
        case 1:
            rows[chance.choice(["1", "x", "05", "-1", "9" * 30, ""])] = copy.deepcopy(record)
        case 2:
            tables[chance.choice(["peoble", "own", "people"])] = copy.deepcopy(rows)
        case 3:
            tables[chance.choice(list(tables))][id] = copy.deepcopy(record)
        case _ if isinstance(record, dict) and record:
            _edit_field(record, chance.choice(list(record)), chance)


def _edit_field(record: dict[str, Any], field: str, chance: random.Random) -> None:
    """A value of another kind, there or within it; or none."""
    value = record[field]
    inner = value[0] if isinstance(value, list) and value else value
    if isinstance(inner, dict) and inner and chance.random() < 0.5:
        inner[chance.choice(list(inner))] = copy.deepcopy(chance.choice(VALUES))
    elif chance.random() < 0.1:
        del record[field]
    else:
        record[field] = copy.deepcopy(chance.choice(VALUES))


def run_on_nonsense(runs: int, *, seed: int = 7) -> Counter[str]:
    """Run so many commands; how they ended, by exit code.

    Raises:
        WrongError: one of them ended in an error that nobody foresaw.

    """
    chance = random.Random(seed)
    whole: Tables = json.loads(WHOLE.read_bytes())
    names = [str(raw.get("name")) for raw in whole["people"].values()]
    ids = [id for rows in whole.values() for id in rows]
    counted: Counter[str] = Counter()
    with TemporaryDirectory() as place, _at(Path(place)) as crashes:
        path = Path(place) / "data" / "journal.json"
        while counted["runs"] < runs:
            shutil.rmtree(path.parent, ignore_errors=True)
            path.parent.mkdir()
            tables = edited(whole, chance)
            path.write_text(json.dumps(tables), encoding="utf-8")
            about: list[tuple[str, ...]] = [
                ("show", chance.choice(names)),
                ("show", chance.choice(ids)),
            ]
            about += [("forget", "--dry-run", chance.choice(names))]
            for words in (*chance.sample(COMMANDS, _AT_ONCE), *about):
                counted[f"exit {_run(words)}"] += 1
                counted["runs"] += 1
                if crashes:
                    raise WrongError(f"{words} on {json.dumps(tables)}: {crashes}")
    return counted


def _run(words: tuple[str, ...]) -> int:
    sys.stdin = io.StringIO()
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        return main(words)


@contextlib.contextmanager
def _at(home: Path) -> Iterator[list[str]]:
    """A home of its own, a fixed day, and the errors that would have been logged."""
    before, real, stdin = dict(os.environ), crash.log, sys.stdin
    crashes: list[str] = []
    own = {"HOME": str(home), "NETJOURNAL_JOURNAL": str(home / "data" / "journal.json")}
    os.environ.update(own, NETJOURNAL_TODAY="2026-03-11")
    crash.log = lambda error: crashes.extend(traceback.format_exception(error))
    try:
        yield crashes
    finally:
        crash.log, sys.stdin = real, stdin
        os.environ.clear()
        os.environ.update(before)
