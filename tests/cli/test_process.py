"""The process around the command line ends at once, and ends well."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest


def _run(arguments: tuple[str, ...], folder: Path) -> subprocess.CompletedProcess[str]:
    journal = str(folder / "journal.json")
    command = (sys.executable, "-m", "netjournal", "--journal", journal, *arguments)
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.parametrize(
    ("arguments", "code"), [(("people", "--json"), 0), (("show", "Nobody"), 4), (("wrong",), 2)]
)
def test_a_command_ends_with_its_code(
    arguments: tuple[str, ...], code: int, tmp_path: Path
) -> None:
    _run(("add", "Ana Ruiz: coffee"), tmp_path)
    assert _run(arguments, tmp_path).returncode == code


def test_everything_printed_arrives_before_the_end(tmp_path: Path) -> None:
    lines = "\n".join(f"Person Nr{'abcdefghij'[i % 10]}{i // 10 * 'x'}: coffee" for i in range(200))
    journal = str(tmp_path / "journal.json")
    command = (sys.executable, "-m", "netjournal", "--journal", journal, "add", "-", "--json")
    done = subprocess.run(
        command, input=lines, capture_output=True, text=True, timeout=60, check=False
    )
    assert len(done.stdout.splitlines()) + len(done.stderr.splitlines()) >= 200
    assert done.stdout.endswith("\n")
