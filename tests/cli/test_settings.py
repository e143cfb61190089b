"""The file of settings: written with comments, checked down to the line, obeyed."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from netjournal import paths
from netjournal.cli.commands.config import TEMPLATE
from netjournal.config import _KEYS, load
from netjournal.domain.settings import Settings
from netjournal.errors import ExitCode
from tests.cli.conftest import Cli


def test_settings_are_written_with_comments_once_and_checked(cli: Cli) -> None:
    file = paths.config_file()
    assert cli("config", "path").out == f"{file}\n"
    assert "There is none" in cli("config", "check").err
    assert cli("config", "init").code == ExitCode.DONE
    assert cli("config", "check").code == ExitCode.DONE
    assert cli("config", "init").code == ExitCode.USAGE
    file.write_text("languages = ['it']")
    wrong = cli("config", "check")
    assert wrong.code == ExitCode.USAGE
    assert f"{file}, line 1: languages" in wrong.err


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('\n[queries]\nold = "circel:close"', "line 3: queries.old: There is no field"),
        ('[keys]\nqick-add = "x"', "line 2: keys.qick-add: There is no such key"),
        ('# theme\ntheme = "netjournal-drak"', "did you mean netjournal-dark?"),
        ("\n\nweek_start = 3", "line 3: week_start"),
    ],
)
def test_what_the_settings_name_is_checked(cli: Cli, text: str, said: str) -> None:
    file = paths.config_file()
    file.parent.mkdir(parents=True)
    file.write_text(text)
    ran = cli("config", "check")
    assert ran.code == ExitCode.USAGE
    assert f"{file}, line " in ran.err
    assert said in ran.err


DEFAULT_THEME = "netjournal-dark"


def test_the_written_settings_name_every_key_with_its_usual_value(tmp_path: Path) -> None:
    lines = TEMPLATE.splitlines()
    is_setting = [line.startswith("# ") and ("=" in line or line[2] == "[") for line in lines]
    said = "\n".join(line[2:] for line, kept in zip(lines, is_setting, strict=True) if kept)
    file = tmp_path / "config.toml"
    file.write_text(said)
    read, usual = load(file), Settings()
    assert (read.week_start, read.theme) == (usual.week_start, DEFAULT_THEME)
    assert (read.cadences, read.sizes) == (usual.cadences, usual.sizes)
    assert (read.patience, read.patience_abroad) == (usual.patience, usual.patience_abroad)
    assert (read.working_days, read.day_order) == (usual.working_days, usual.day_order)
    assert set(tomllib.loads(said)) == set(_KEYS)


def test_a_saved_query_serves_every_command_that_asks(cli: Cli) -> None:
    cli("add", "Ana Ruiz: coffee yesterday, budget talk")
    cli("add", "Bob Stone: lunch yesterday, budget")
    file = paths.config_file()
    file.parent.mkdir(parents=True)
    file.write_text('[queries]\nb = "name:bob"\n')
    assert cli("people", "--plain", "--fields", "name", "@b").out == "Bob Stone\n"
    assert "Ana" not in cli("search", "budget", "@b").out
    assert "Ana" not in cli("export", "@b").out
    assert "FN:Bob Stone" in cli("export", "@b").out
