"""Every command and option is documented, and what the help says is so."""

from __future__ import annotations

import argparse
import shlex
from pathlib import Path

import pytest

from netjournal.cli import completion
from netjournal.cli.catalogue import COMMANDS
from netjournal.cli.overview import overview
from netjournal.cli.parser import load

_FOLDER = Path(__file__).resolve().parents[2] / "netjournal" / "cli" / "commands"


def test_every_command_module_is_in_the_table_and_the_table_has_no_other() -> None:
    files = {path.stem for path in _FOLDER.glob("*.py")} - {"__init__"}
    assert {command.module for command in COMMANDS.values()} == files


def test_the_overview_lists_every_command() -> None:
    lines = [line.split() for line in overview().splitlines()]
    for name, command in COMMANDS.items():
        assert [name, *command.help.split()] in lines


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_has_a_help_and_fits_a_screen(name: str) -> None:
    parser, _ = load(name)
    for action in parser._actions:
        assert action.help, f"{name}: {action.dest}"
        assert action.help is not argparse.SUPPRESS
    assert parser.description == COMMANDS[name].help
    assert max(map(len, overview().splitlines())) <= 88


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_gives_examples_that_can_be_read(name: str) -> None:
    parser, _ = load(name)
    assert parser.epilog
    head, *examples = parser.epilog.splitlines()
    assert head == "examples:"
    own = 0
    for example in examples:
        command = example.split("  #")[0].split("<")[0].split(" > ")[0].split(" | ")[0].strip()
        if command.startswith("eval"):
            command = command.removeprefix('eval "$(').removesuffix(')"')
        program, called, *words = shlex.split(command)
        assert program in {"netjournal", "nj"}
        load(called)[0].read(words)
        own += called == name
    assert own


@pytest.mark.parametrize("name", COMMANDS)
def test_what_completes_an_argument_is_known(name: str) -> None:
    parser, _ = load(name)
    assert set(parser.completed.values()) <= set(completion.OFFERS)
    assert set(parser.completed) <= {action.dest for action in parser._actions}


@pytest.mark.parametrize("name", sorted(set(COMMANDS) - {"export", "demo", "completion", "man"}))
def test_every_command_that_prints_data_has_json(name: str) -> None:
    assert "--json" in load(name)[0].valued
