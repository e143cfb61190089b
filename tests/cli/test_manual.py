"""The manual: everything the program knows of itself, as man and a terminal show it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from zipfile import ZipFile

import pytest

from netjournal.capture.grammar import SECTIONS
from netjournal.cli.catalogue import COMMANDS
from netjournal.cli.manual import SCRIPTS, Lines, Paragraph, Terms, manual
from netjournal.cli.parser import load
from netjournal.cli.roff import page
from netjournal.journal.conditions import CONDITIONS
from tests.cli.conftest import Cli


def test_it_names_every_command_option_field_and_word(cli: Cli) -> None:
    said = cli("man").out
    for name in COMMANDS:
        assert f"\n  {name}\n" in said
        for option in load(name)[0].valued:
            assert re.search(rf"(^|[\s,]){option}\b", said, re.MULTILINE), f"{name} {option}"
    for name in CONDITIONS:
        assert f"  {name}:" in said
    for section in SECTIONS:
        for row in section.rows:
            assert row.words[0] in said


def test_one_section_is_printed_alone(cli: Cli) -> None:
    said = cli("man", "queries").out
    assert said.startswith("QUERIES\n")
    assert "birthday:..30d" in said
    assert "COMMANDS" not in said
    assert max(map(len, said.splitlines())) <= 80


def test_no_text_is_a_request_or_an_escape_of_roff() -> None:
    from netjournal.cli.manual import Section

    blocks = (
        Paragraph(".so /etc/passwd"), Lines(("'tis \\n[x]", ".x")), Terms(((".a x", "b\\c-d"),)),
    )  # fmt: skip
    lines = page([Section("x", "X", blocks)], "1").splitlines()
    assert [line for line in lines if line.startswith((".so", ".x", ".a x", "'"))] == []
    assert "\\(aqtis \\en[x]" in lines
    assert "b\\ec\\-d" in lines


@pytest.mark.skipif(shutil.which("groff") is None, reason="there is no groff here")
def test_groff_reads_the_page_without_a_word(cli: Cli) -> None:
    done = subprocess.run(
        ("groff", "-k", "-man", "-Tutf8", "-ww", "-rLL=90n"),
        input=cli("man", "--roff").out.encode(),
        capture_output=True,
        check=True,
        timeout=60,
    )
    shown = re.sub(r"\x1b\[[\d;]*m|.\x08", "", done.stdout.decode())
    assert done.stderr == b""
    assert "netjournal people '(is:stale OR owes:reply) -topic:gov'" in shown
    assert "Zoë" in shown


@pytest.mark.skipif(shutil.which("jq") is None, reason="there is no jq here")
@pytest.mark.parametrize("line", SCRIPTS)
def test_a_script_of_the_manual_runs(cli: Cli, tmp_path: Path, line: str) -> None:
    cli("add", "Ana Ruiz ana@example.org: lunch yesterday. next: call today. birthday: 14 march")
    cli("edit", "Ana", "topic=gov")
    program = tmp_path / "netjournal"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m netjournal "$@"\n')
    program.chmod(0o755)
    done = subprocess.run(
        ("sh", "-euc", line),
        env={**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8"},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0
    assert "Ana Ruiz" in done.stdout or list(tmp_path.glob("journal-*.zip"))


def test_every_section_that_may_be_asked_for_is_there() -> None:
    parser, _ = load("man")
    (section,) = (action for action in parser._actions if action.dest == "section")
    assert set(section.choices or ()) <= {one.name for one in manual()}


@pytest.mark.skipif(find_spec("hatchling") is None, reason="hatchling builds the wheel")
def test_man_finds_the_page_of_an_installed_netjournal(tmp_path: Path) -> None:
    built = subprocess.run(
        (sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)),
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert built.returncode == 0, built.stderr
    (wheel,) = tmp_path.iterdir()
    with ZipFile(wheel) as parts:
        pages = {
            name.rpartition("/share/man/")[2]: parts.read(name).decode()
            for name in parts.namelist()
            if "/share/man/" in name
        }
    assert pages["man1/netjournal.1"] == page(manual(), wheel.name.split("-")[1])
    assert pages["man1/nj.1"] == ".so man1/netjournal.1\n"
