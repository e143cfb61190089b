"""Plain lines: what --json says, a record a line, tabs between the values."""

from __future__ import annotations

import json

import pytest

from netjournal.cli.catalogue import COMMANDS
from netjournal.cli.lines import plain_lines
from netjournal.cli.parser import load
from tests.cli.conftest import Cli

_LISTS = sorted(name for name in COMMANDS if "--plain" in load(name)[0].valued)


@pytest.fixture
def known(cli: Cli) -> Cli:
    cli("add", "Ana Ruiz ana@example.org: coffee yesterday. next: postcard on friday #gov")
    cli("add", "Bob Stone: lunch on 2 march. next: call by 2026-03-09. they: send the pdf")
    cli("add", "--new", "Anna Ruiz ana@example.org: lunch yesterday. at: Open Forms")
    cli("add", "intro: Ana Ruiz and Bob")
    for kind in ("need", "offer", "gave", "got", "remember", "nexttime"):
        cli(kind, "Ana Ruiz", "a tab\tand a \x1b[31mred line\nend")
    return cli


@pytest.mark.parametrize("name", _LISTS)
def test_a_plain_list_is_the_json_list_line_by_line(known: Cli, name: str) -> None:
    words = ("ana",) if name == "search" else ()
    whole = known(name, "--json", *words).json
    records = (
        whole["items"] if name == "today" else next(v for k, v in whole.items() if k != "version")
    )
    lines = known(name, "--plain", *words).out.splitlines()
    assert records
    assert len(lines) == len(records)
    for line, record in zip(lines, records, strict=True):
        assert line.count("\t") == len(record) - 1
        assert line.replace("\t", "").isprintable()


def test_many_commands_print_plain_lines() -> None:
    assert {"today", "people", "search", "log", "week", "need", "topics", "history"} <= set(_LISTS)


def test_a_value_is_a_cell() -> None:
    record = {
        "none": None, "yes": True, "n": 3, "who": {"id": "7", "name": "Ana"},
        "many": ["a", "b"], "people": [{"id": "8", "name": "Bob"}, {"id": "9", "name": "Cy"}],
        "blank": "  ", "long": "x" * 5_000,
    }  # fmt: skip
    (line,) = plain_lines([record])
    assert line.split("\t") == ["", "true", "3", "Ana", "a, b", "Bob, Cy", "", "x" * 5_000]


def test_json_and_plain_together_are_refused(known: Cli) -> None:
    ran = known("people", "--json", "--plain")
    assert ran.code == 2
    assert json.loads(ran.out)["error"]["kind"] == "usage"
