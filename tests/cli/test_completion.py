"""Completion and mutt's query as real programs do them: names correctly quoted, ids."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from netjournal import paths
from tests.cli.conftest import Cli

pexpect = pytest.importorskip("pexpect")

Completed = Callable[[str], str]

_AWKWARD = {
    "Zora": 'Zora "Zo" $HOME',
    "Kyle": "Kyle; touch oops",
    "Bella": "Bella `id` & <x> | *",
    "Xiao": "Xiao 李小红",
}
"""Names with signs that a shell reads, by the word that is typed of them."""

_COMMANDS = {
    "bash": ["bash", "--norc", "--noprofile"],
    "zsh": ["zsh", "-f"],
    "fish": ["fish", "--no-config", "--interactive"],
}
_SOURCES = {
    "bash": "source {script}",
    "zsh": "autoload -Uz compinit && compinit -u -D; bindkey -e; source {script}",
    "fish": "source {script}",
}


@pytest.fixture
def programs(cli: Cli, tmp_path: Path) -> Path:
    """A folder of programs: ours, and one that says its arguments."""
    cli("add", "Seán O'Neil sean@example.org: lunch yesterday")
    cli("add", "Ana Ruiz: lunch yesterday. next: call today. topic:gov at: Open Forms")
    cli("edit", "Ana", "organisation=Tide Radio")
    config = paths.config_file()
    config.parent.mkdir(parents=True)
    config.write_text('[queries]\nquiet = "is:stale"\n', encoding="utf-8")
    for given, whole in _AWKWARD.items():
        cli("add", "--new", f"{given} Person: coffee")
        cli("edit", f"{given} Person", f"name={whole}")
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in ("netjournal", "nj"):
        _program(folder / name, f'exec "{sys.executable}" -m netjournal "$@"')
    _program(folder / "say", 'printf "<%s>" "$@"; echo "<end>"')
    return folder


def _program(path: Path, line: str) -> None:
    path.write_text(f"#!/bin/sh\n{line}\n")
    path.chmod(0o755)


def _spawned(command: list[str], programs: Path, **environment: str) -> Any:
    return pexpect.spawn(
        command[0],
        command[1:],
        env={**os.environ, "PATH": f"{programs}:{os.environ['PATH']}", "PS1": "ready> ",
             "LC_ALL": "C.UTF-8", "INPUTRC": "/dev/null", "TERM": "dumb", **environment},
        encoding="utf-8",
        timeout=20,
        dimensions=(24, 200),
    )  # fmt: skip


_LINES = {
    "show Se": "<show><Seán O'Neil>",
    "show Zor": f"<show><{_AWKWARD['Zora']}>",
    "show Kyl": f"<show><{_AWKWARD['Kyle']}>",
    "show Bel": f"<show><{_AWKWARD['Bella']}>",
    "show Xia": f"<show><{_AWKWARD['Xiao']}>",
    "show Ana R": "<show><Ana><Ruiz>",
    "people circle:cl": "<people><circle:close>",
    "search topic:g": "<search><topic:gov>",
    "people @q": "<people><@quiet>",
    "people -@q": "<people><-@quiet>",
    "search -topic:g": "<search><-topic:gov>",
    "gathering review Op": "<gathering><review><Open Forms>",
    "sno": "<netjournal><snooze>",
}
"""What is typed behind ``netjournal``, and what stands there after tab."""
_RADIO = '<people><org:"Tide Radio">'
_QUOTED = {
    "bash": {"people org:ti": _RADIO},
    "zsh": {"people org:ti": _RADIO, "people 'org:\"Ti": _RADIO, "show ana": "<show><Ana Ruiz>"},
    "fish": {"people org:Ti": _RADIO},
}
_SLOW = {"show Se", "show Zor", "people circle:cl"}
"""What is tried in fish, which is waited for."""


@pytest.mark.parametrize("name", _COMMANDS)
def test_tab_completes_what_is_half_typed(name: str, cli: Cli, programs: Path) -> None:
    if shutil.which(name) is None:
        pytest.skip(f"there is no {name} here")
    completed = _completing(name, cli, programs)
    for line, whole in _LINES.items():
        if name != "fish" or line in _SLOW:
            assert whole in completed(f"netjournal {line}")
    if name == "bash":  # the others compare by themselves, as their user has told them
        assert "<show><Seán O'Neil>" in completed("netjournal show sea")
    for line, whole in _QUOTED[name].items():
        assert whole in completed(f"netjournal {line}")
    assert not Path("oops").exists()


def _completing(name: str, cli: Cli, programs: Path) -> Completed:
    """What a shell makes of a half-typed line when tab is pressed: its arguments."""
    script = programs / "completion"
    script.write_text(cli("completion", name).out)
    # fish knows what a dumb terminal is and asks it for nothing but what it can
    shell = _spawned(_COMMANDS[name], programs, TERM="xterm" if name == "fish" else "dumb")
    shell.sendline(f"{_SOURCES[name].format(script=script)}; printf '%s%s\\n' sour ced")
    shell.expect_exact("sourced")

    def tab(line: str) -> str:
        # What stands on the line after tab is given to another program, word by word. Bash and
        # zsh complete before they read on; fish goes on reading and has to be waited for.
        shell.send(f"{line}\t")
        if name == "fish":
            _until_still(shell)
        shell.send("\x01say \x05\r")
        shell.expect_exact("<end>")
        answer = str(shell.before)
        return answer[answer.rindex("<netjournal>") :]

    return tab


def _until_still(shell: Any) -> None:
    """Read until a second passes in which nothing comes."""
    ends = time.monotonic() + 15
    while time.monotonic() < ends:
        if shell.expect([r".+", pexpect.TIMEOUT], timeout=1) == 1:
            return


@pytest.mark.skipif(shutil.which("mutt") is None, reason="there is no mutt here")
def test_mutt_shows_who_is_found(programs: Path, tmp_path: Path) -> None:
    rc = tmp_path / "muttrc"
    rc.write_text(
        f'set query_command = "netjournal query %s"\nset folder = {tmp_path}\n'
        "unset wait_key\nset spoolfile = /dev/null\n"
    )
    mutt = _spawned(["mutt", "-n", "-F", str(rc), "-f", "/dev/null"], programs, TERM="xterm")
    mutt.send("Q")
    mutt.expect("Query")
    mutt.send("neil\r")
    mutt.expect_exact("sean@example.org")
    mutt.close(force=True)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_shell_gets_its_lines(cli: Cli, shell: str) -> None:
    ran = cli("completion", shell)
    assert ran.code == 0
    assert "netjournal" in ran.out
    assert "nj" in ran.out
