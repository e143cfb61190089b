"""Heavy imports wait until they are needed: seen in a fresh interpreter, command by command."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {
    "argcomplete", "dateparser", "difflib", "importlib.metadata", "phonenumbers", "platformdirs",
    "rapidfuzz", "rich", "subprocess", "textual", "tomllib", "traceback", "vobject",
    "netjournal.demo", "netjournal.exchange", "netjournal.tui",
}  # fmt: skip

_SCRIPT = """
import json, sys
from netjournal.cli.main import main
code = main(sys.argv[1:])
sys.stderr.write(json.dumps([code, sorted(sys.modules)]))
"""


def modules_after(journal: Path, *argv: str, **environment: str) -> set[str]:
    """What is loaded once a command line has run."""
    ran = subprocess.run(
        [sys.executable, "-c", _SCRIPT, *argv],
        env={
            **os.environ,
            "NETJOURNAL_JOURNAL": str(journal),
            "NETJOURNAL_TODAY": "2026-03-11",
            **environment,
        },
        capture_output=True,
        text=True,
        check=True,
        timeout=30,
    )
    code, modules = json.loads(ran.stderr.splitlines()[-1])
    assert code == 0, ran.stderr
    return set(modules)


@pytest.mark.skipif(sys.platform != "linux", reason="platformdirs is needed elsewhere")
@pytest.mark.parametrize(
    "argv",
    [
        ["add", "Ana: coffee yesterday, budget talk. next: postcard on friday"],
        ["add", "--dry-run", "called Ana, no answer"],
        ["today"],
        ["today", "circle:close"],
        ["status"],
        ["people"],
        ["show", "Ana"],
        ["done", "Ana", "--by", "phone"],
        ["--help"],
    ],
)
def test_daily_commands_import_nothing_heavy(tmp_path: Path, argv: list[str]) -> None:
    journal = tmp_path / "journal.json"
    modules_after(journal, "add", "--new", "Ana Ruiz: lunch on 2 march")
    assert modules_after(journal, *argv) & HEAVY == set()


UNUSED = {
    "argparse", "dataclasses", "dateutil", "inspect", "locale", "threading", "tinydb", "zlib",
    "netjournal.cli.parser", "netjournal.config", "netjournal.domain.person",
    "netjournal.domain.promises", "netjournal.journal.snapshot", "netjournal.store.folding",
}  # fmt: skip
"""What a line about somebody known needs nothing of; each would be seen in its time."""


@pytest.mark.skipif(sys.platform != "linux", reason="platformdirs is needed elsewhere")
@pytest.mark.parametrize("line", ["Ana: coffee yesterday, budget talk", "called Ana, no answer"])
def test_a_line_without_options_loads_only_what_it_uses(tmp_path: Path, line: str) -> None:
    journal = tmp_path / "journal.json"
    modules_after(journal, "add", "--new", "Ana Ruiz: lunch on 2 march")
    modules_after(journal, "today")
    assert modules_after(journal, "add", line) & UNUSED == set()


@pytest.mark.skipif(sys.platform != "linux", reason="platformdirs is needed elsewhere")
@pytest.mark.parametrize("words", ["today", "status", "people", "people ana", "search lunch"])
def test_words_without_options_need_no_parser(tmp_path: Path, words: str) -> None:
    journal = tmp_path / "journal.json"
    modules_after(journal, "add", "--new", "Ana Ruiz: lunch on 2 march")
    modules_after(journal, "today")
    assert "argparse" not in modules_after(journal, *words.split())


def test_words_are_looked_for_without_knowing_where_anybody_stands(tmp_path: Path) -> None:
    journal = tmp_path / "journal.json"
    modules_after(journal, "add", "--new", "Ana Ruiz: lunch on 2 march")
    standing = {"netjournal.domain.standing", "netjournal.journal.conditions"}
    assert modules_after(journal, "search", "lunch") & standing == set()
    assert modules_after(journal, "search", "lunch circle:network") & standing == standing


_COUNTED = """
import builtins, os, sys
compiled, compile_ = [], builtins.compile
def counted(source, *rest, **more):
    if isinstance(source, str):
        compiled.append(source)
    return compile_(source, *rest, **more)
builtins.compile = counted
from netjournal.cli.main import main
main(sys.argv[1:])
sys.exit(", ".join(compiled) or 0)
"""


@pytest.mark.parametrize(
    "words",
    ["add|Ana: coffee yesterday, budget talk", "today", "status", "people", "search|lunch", "log"],
)
def test_daily_commands_compile_no_annotation(tmp_path: Path, words: str) -> None:
    """A field of a stored record that is annotated in quotes is compiled when one is read.

    The first such call makes the types of ``ast`` too: a thirtieth of a quick add. Within the
    brackets of a generic, as in ``tuple["Person", ...]``, quotes cost nothing.
    """
    journal = tmp_path / "journal.json"
    modules_after(journal, "add", "--new", "Ana Ruiz: lunch on 2 march")
    modules_after(journal, "today")
    environment = {
        **os.environ,
        "NETJOURNAL_JOURNAL": str(journal),
        "NETJOURNAL_TODAY": "2026-03-11",
    }
    argv = [sys.executable, "-c", _COUNTED, *words.split("|")]
    ran = subprocess.run(
        argv, env=environment, capture_output=True, text=True, check=False, timeout=30
    )
    assert (ran.returncode, ran.stderr) == (0, ""), ran.stderr


def test_only_the_chosen_command_is_imported(tmp_path: Path) -> None:
    loaded = modules_after(tmp_path / "journal.json", "today")
    prefix = "netjournal.cli.commands."
    assert {name for name in loaded if name.startswith(prefix)} == {f"{prefix}today"}


def test_nothing_of_the_store_is_read_for_help(tmp_path: Path) -> None:
    loaded = modules_after(tmp_path / "journal.json", "add", "--help")
    assert {"tinydb", "netjournal.store", "netjournal.journal.journal"} & loaded == set()


def test_completion_of_names_imports_nothing_heavy(tmp_path: Path) -> None:
    script = (
        "import sys\n"
        "from netjournal.cli import completion\n"
        "from netjournal.cli.context import Context\n"
        "print(list(completion.OFFERS['people'](Context(), [], 'Se')))\n"
        "print(' '.join(sys.modules))\n"
    )
    journal = tmp_path / "journal.json"
    modules_after(journal, "add", "Seán O'Neil: lunch on 2 march")
    ran = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "NETJOURNAL_JOURNAL": str(journal), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=30,
    )
    names, loaded = ran.stdout.splitlines()
    assert names == '["Seán O\'Neil"]'
    assert (
        set(loaded.split()) & {"textual", "vobject", "rich", "rapidfuzz", "netjournal.tui"} == set()
    )


def test_the_first_page_brings_nothing_that_only_a_later_one_needs() -> None:
    script = "import sys, netjournal.tui.run, netjournal.tui.app; print(*sys.modules)"
    ran = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60
    )
    later = {"dateutil", "hashlib", "rapidfuzz", "tinydb.queries", "vobject", "netjournal.exchange"}
    later |= {"textual.widgets._text_area", "netjournal.tui.screens.people", "netjournal.capture"}
    assert later & set(ran.stdout.split()) == set()
