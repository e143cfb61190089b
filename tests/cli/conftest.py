"""One command line at a time, on a journal of its own and a fixed day."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from netjournal.cli.main import main

TODAY = date(2026, 3, 11)


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Cli = Callable[..., Ran]


@pytest.fixture
def journal_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "journal.json"
    monkeypatch.setenv("NETJOURNAL_JOURNAL", str(path))
    monkeypatch.setenv("NETJOURNAL_TODAY", TODAY.isoformat())
    return path


@pytest.fixture
def cli(
    journal_file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Cli:
    def run(*argv: str, stdin: bytes | str = b"") -> Ran:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
        capsys.readouterr()
        code = main(argv)
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return run


class Terminal(io.StringIO):
    """What is typed, and whatever else a terminal is: it says that it is one."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


@pytest.fixture
def at_terminal(journal_file: Path, monkeypatch: pytest.MonkeyPatch) -> Cli:
    """The same with somebody sitting there, who types ``typed``."""

    def run(*argv: str, typed: str = "", columns: int = 80) -> Ran:
        out, err = Terminal(), Terminal()
        monkeypatch.setattr("sys.stdin", Terminal(typed))
        monkeypatch.setattr("sys.stdout", out)
        monkeypatch.setattr("sys.stderr", err)
        monkeypatch.setenv("COLUMNS", str(columns))
        monkeypatch.setenv("PAGER", "cat")
        code = main(argv)
        return Ran(code, out.getvalue(), err.getvalue())

    return run
