"""The pager: long output at a terminal goes through it, by an argument list, and nothing else."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Cli

pexpect = pytest.importorskip("pexpect")

_ROWS, _COLUMNS = 12, 80


@pytest.fixture
def known(cli: Cli) -> Cli:
    cli("add", "Ana Ruiz: coffee on 2 march, \x1b[31mred\x07 words")
    lines = "\n".join(f"Ana: lunch on 2026-02-{day:02}, the talk {day}" for day in range(1, 21))
    cli("add", "-", stdin=lines)
    return cli


def _at_terminal(*argv: str, **environment: str) -> Any:
    pager = {name: value for name, value in environment.items() if value}
    kept = {name: value for name, value in os.environ.items() if "PAGER" not in name}
    return pexpect.spawn(
        sys.executable,
        ["-m", "netjournal", *argv],
        env={**kept, "TERM": "xterm", "LC_ALL": "C.UTF-8", **pager},
        encoding="utf-8",
        timeout=20,
        dimensions=(_ROWS, _COLUMNS),
    )


def _said(*argv: str, **environment: str) -> str:
    shell = _at_terminal(*argv, **environment)
    shell.expect(pexpect.EOF)
    shell.close()
    assert shell.exitstatus == 0
    return str(shell.before)


@pytest.fixture
def pager(tmp_path: Path) -> Path:
    """A program that keeps its arguments and what it reads."""
    program = tmp_path / "my pager; touch oops"
    program.write_text(
        f'#!/bin/sh\nprintf "%s|" "$LESS" "$@" > "{tmp_path}/arguments"\ncat > "{tmp_path}/read"\n'
    )
    program.chmod(0o755)
    return program


def test_long_output_goes_through_the_pager(known: Cli, pager: Path, tmp_path: Path) -> None:
    said = _said("log", NETJOURNAL_PAGER=f"'{pager}' --first 'two words' $HOME", PAGER="false")
    assert "talk" not in said
    assert (tmp_path / "arguments").read_text() == "FRX|--first|two words|$HOME|"
    read = (tmp_path / "read").read_text()
    assert read.count("talk") == 20
    # our own colours and nothing else that a terminal obeys
    assert set(read) & set(map(chr, range(32))) == {"\n", "\x1b"}
    assert "\x1b[31m" not in read


def test_what_fits_the_screen_is_printed_at_once(known: Cli, pager: Path, tmp_path: Path) -> None:
    assert "talk" in _said("log", "--limit", "3", NETJOURNAL_PAGER=f"'{pager}'")
    assert not (tmp_path / "read").exists()


def test_sentences_stand_below_what_they_are_about(known: Cli) -> None:
    said = _said("log", "--limit", "3", PAGER="less")
    assert said.rindex("talk") < said.index("18 more")


@pytest.mark.parametrize(
    "argv", [("--no-pager", "log"), ("log", "--no-pager"), ("log", "--json"), ("log", "--plain")]
)
def test_the_pager_is_left_out_where_it_is_not_wanted(
    known: Cli, pager: Path, tmp_path: Path, argv: tuple[str, ...]
) -> None:
    assert _said(*argv, PAGER=f"'{pager}'").count("talk") == 20
    assert not (tmp_path / "read").exists()


@pytest.mark.parametrize("command", ["cat", "''", "/nowhere/pager", "'an open quote"])
def test_without_a_pager_everything_is_printed(known: Cli, command: str) -> None:
    assert _said("log", PAGER=command).count("talk") == 20


def test_less_shows_a_page_and_ends_by_q(known: Cli) -> None:
    shell = _at_terminal("log", PAGER="less")
    shell.expect(":")
    shell.send("q")
    shell.expect(pexpect.EOF)
    shell.close()
    assert shell.exitstatus == 0


def test_a_long_help_goes_through_the_pager(known: Cli, pager: Path, tmp_path: Path) -> None:
    _said("people", "--help", PAGER=f"'{pager}'")
    assert "usage: netjournal people" in (tmp_path / "read").read_text()
    _said("--help", PAGER=f"'{pager}'")
    assert "commands:" in (tmp_path / "read").read_text()


def test_nothing_is_paged_where_nobody_looks(
    known: Cli, pager: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAGER", f"'{pager}'")
    assert known("log").out.count("talk") == 20
    assert not (tmp_path / "read").exists()
