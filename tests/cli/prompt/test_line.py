"""The prompt in a real terminal: typed, read while typed, stored, broken off."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from netjournal.errors import ExitCode
from tests.cli.conftest import Cli

pexpect = pytest.importorskip("pexpect")
Add = Callable[..., Any]


@pytest.fixture
def add(cli: Cli, journal_file: Path) -> Iterator[Add]:
    """``netjournal add`` at a terminal of some width, with Ana Ruiz and 李小红 known."""
    cli("add", "Ana Ruiz, 李小红: lunch 9 days ago")
    running = []

    def start(*argv: str, columns: int = 80, term: str = "xterm") -> Any:
        program = pexpect.spawn(
            sys.executable, ["-m", "netjournal", "add", *argv], timeout=20, encoding="utf-8",
            dimensions=(20, columns), env={**os.environ, "TERM": term},
        )  # fmt: skip
        running.append(program)
        program.expect_exact("What happened? ")
        return program

    yield start
    for program in running:
        program.close(force=True)


def _ended(program: Any) -> int:
    program.expect(pexpect.EOF)
    program.close()
    return int(program.exitstatus)


def _talks(cli: Cli) -> list[tuple[str, str]]:
    told = json.loads(cli("log", "--json").out)["log"]
    return [(row["date"], row["text"]) for row in told if row["date"] != "2026-03-02"]


@pytest.mark.parametrize("columns", [80, 40])
def test_the_reading_is_told_while_typing_and_enter_stores_it(
    add: Add, cli: Cli, columns: int
) -> None:
    program = add(columns=columns)
    program.send("coffee with Ana yesterday")
    program.expect_exact("Ana Ruiz · met · Tue 10 March")
    program.send("\r")
    program.expect_exact("netjournal undo")
    assert _ended(program) == ExitCode.DONE
    assert _talks(cli) == [("2026-03-10", "coffee with Ana")]


def test_tab_completes_a_name(add: Add, cli: Cli) -> None:
    program = add()
    program.send("tea with an")
    program.expect_exact("tab: Ana Ruiz")
    program.send("\t today\r")
    assert _ended(program) == ExitCode.DONE
    assert _talks(cli) == [("2026-03-11", "tea with Ana Ruiz")]


def test_a_wide_name_is_taken_back_whole(add: Add, cli: Cli) -> None:
    program = add(columns=40)
    program.send("tea with 李小红\x7f\x7f\x7fAna\r")
    assert _ended(program) == ExitCode.DONE
    assert _talks(cli) == [("2026-03-11", "tea with Ana")]


def test_enter_stores_nothing_that_is_wrong(add: Add, cli: Cli) -> None:
    program = add()
    program.send("met Ana on 31 february\r")
    program.expect_exact("Not stored yet")
    program.expect_exact("There is no 31 February.")
    program.send("\x17\x17" + "monday\r")
    assert _ended(program) == ExitCode.DONE
    assert _talks(cli) == [("2026-03-09", "met Ana")]


def test_pasted_lines_are_one_line_and_not_stored_before_enter(add: Add, cli: Cli) -> None:
    program = add()
    program.send("\x1b[200~met Ana\nnice talk\n\x1b[201~")
    program.expect_exact("2 lines were put into one")
    assert _talks(cli) == []
    program.send("\r")
    assert _ended(program) == ExitCode.DONE
    assert _talks(cli) == [("2026-03-11", "met Ana; nice talk")]


def test_ctrl_c_keeps_what_was_typed_as_a_draft(add: Add, cli: Cli) -> None:
    program = add()
    program.send("met Ana and")
    program.expect_exact("met Ana and")
    program.sendintr()
    program.expect_exact("Kept as a draft")
    assert _ended(program) == ExitCode.INTERRUPTED
    assert "met Ana and" in cli("add", "--drafts").out
    assert _talks(cli) == []


def test_ctrl_d_on_an_empty_line_ends_with_nothing(add: Add, cli: Cli) -> None:
    program = add()
    program.send("\x04")
    program.expect_exact("Nothing was typed")
    assert _ended(program) == ExitCode.USAGE
    assert cli("add", "--drafts", "--json").json["drafts"] == []


def test_a_dry_run_reads_and_stores_nothing(add: Add, cli: Cli) -> None:
    program = add("--dry-run")
    program.send("met Ana\r")
    program.expect_exact("Nothing was stored.")
    assert _ended(program) == ExitCode.DONE
    assert _talks(cli) == []


def test_a_terminal_that_moves_no_cursor_asks_in_plain_lines(add: Add, cli: Cli) -> None:
    program = add(term="dumb")
    program.sendline("met Ana")
    program.expect_exact("Enter stores it; else write it anew: ")
    program.sendline("")
    assert _ended(program) == ExitCode.DONE
    assert _talks(cli) == [("2026-03-11", "met Ana")]


UP, DOWN = "\x1b[A", "\x1b[B"


def test_a_line_to_be_finished_comes_back_with_the_arrow_up(add: Add, cli: Cli) -> None:
    cli("add", "called Ana on 31 february")
    program = add()
    program.expect_exact("1 line to finish: arrow up")
    program.send("met")
    program.send(UP)
    program.expect_exact("There is no 31 February")
    program.send(DOWN + UP + "\x15met Ana yesterday\r")
    assert _ended(program) == ExitCode.DONE
    assert _talks(cli) == [("2026-03-10", "met Ana")]
    assert cli("add", "--drafts", "--json").json["drafts"] == []
    cli("undo")
    assert len(cli("add", "--drafts", "--json").json["drafts"]) == 1


def test_discreetly_nothing_of_the_journal_is_shown(
    add: Add, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NETJOURNAL_DISCREET", "1")
    program = add()
    program.send("coffee with an")
    program.send("\t")
    program.send("a\r")
    program.expect_exact("Stored.")
    assert "Ruiz" not in program.before
    program.expect_exact("netjournal undo")
    assert _ended(program) == ExitCode.DONE
    assert _talks(cli) == [("2026-03-11", "coffee with ana")]
