"""Completion as a real bash does it: commands, names correctly quoted, ids."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from netjournal.cli.main import main
from tests.cli.conftest import Cli

pexpect = pytest.importorskip("pexpect")

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash here")

Completed = Callable[[str], str]


@pytest.fixture
def completed(cli: Cli, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Completed:
    """What bash makes of a half-typed line when tab is pressed: its arguments, one a line."""
    cli("add", "Seán O'Neil: lunch yesterday")
    cli("add", "Ana Ruiz: lunch yesterday. next: call today")
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in ("netjournal", "nj"):
        program = folder / name
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m netjournal "$@"\n')
        program.chmod(0o755)
    capsys.readouterr()
    assert main(["completion", "bash"]) == 0
    script = tmp_path / "completion.bash"
    script.write_text(capsys.readouterr().out)
    (folder / "say").write_text('#!/bin/sh\nprintf "<%s>" "$@"; echo "<end>"\n')
    (folder / "say").chmod(0o755)

    def tab(line: str) -> str:
        shell = pexpect.spawn(
            "bash",
            ["--norc", "--noprofile"],
            env={**os.environ, "PATH": f"{folder}:{os.environ['PATH']}", "PS1": "ready> ",
                 "LC_ALL": "C.UTF-8", "INPUTRC": "/dev/null", "TERM": "dumb"},
            encoding="utf-8",
            timeout=20,
            dimensions=(24, 200),
        )  # fmt: skip
        shell.sendline(f"source {script}; printf '%s%s\\n' sour ced")
        shell.expect_exact("sourced")
        # What stands on the line after tab is given to another program, word by word. Bash
        # completes before it reads on, so nothing has to be waited for.
        shell.send(f"{line}\t\x01say \x05\r")
        shell.expect_exact("<end>")
        answer = str(shell.before)
        shell.close(force=True)
        return answer[answer.rindex("<netjournal>") :]

    return tab


def test_a_name_with_a_quote_is_one_argument(completed: Completed) -> None:
    assert "<show><Seán O'Neil>" in completed("netjournal show Se")


def test_case_and_accents_need_not_be_typed(completed: Completed) -> None:
    assert "<show><Seán O'Neil>" in completed("netjournal show sea")


def test_a_command_is_completed(completed: Completed) -> None:
    assert "<netjournal><snooze>" in completed("netjournal sno")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_shell_gets_its_lines(cli: Cli, shell: str) -> None:
    ran = cli("completion", shell)
    assert ran.code == 0
    assert "netjournal" in ran.out
    assert "nj" in ran.out
