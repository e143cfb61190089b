"""Every example of every help is run: none is a wrong usage, none fails in the journal."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from netjournal.cli.catalogue import COMMANDS
from netjournal.cli.parser import load
from netjournal.errors import ExitCode
from tests.cli.conftest import Cli

_NOT_RUN = {"demo", "completion"}
"""They print a journal of their own or the shell's lines, and are tested elsewhere."""


def _examples() -> list[tuple[str, str]]:
    found = []
    for name in COMMANDS:
        epilog = load(name)[0].epilog or ""
        for line in epilog.splitlines()[1:]:
            bare = line.split("  #")[0].split(" | ")[0].split(" > ")[0].split(" < ")[0].strip()
            called = shlex.split(bare)[1]
            if called not in _NOT_RUN and not bare.startswith("eval"):
                found.append((called, bare))
    return found


@pytest.mark.parametrize(("command", "line"), _examples())
def test_an_example_of_a_help_does_what_it_may(
    command: str, line: str, cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("EDITOR", "true")
    for known in ("Ana Ruiz ana@example.org: coffee", "Bob Stone: lunch. next: call on friday"):
        cli("add", known)
    # an id, a file or a saved query of an example need not be in this journal
    may = {ExitCode.DONE, ExitCode.NO_HIT, ExitCode.WHO, ExitCode.INPUT}
    ran = cli(*shlex.split(line)[1:], stdin="Ana: tea\n")
    at_a_terminal = {"--ask", "--answer"} & set(shlex.split(line))
    assert ran.code in may or at_a_terminal or "@friends" in line, ran.err
    assert "errors.log" not in ran.err
