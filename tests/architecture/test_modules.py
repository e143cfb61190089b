"""House rules a linter does not know: small modules with a purpose line, one way out."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "netjournal"
MODULES = sorted(PACKAGE.rglob("*.py"))
MOST_LINES = 320
OUT = {"__main__.py", "cli/output.py", "cli/diagnostics.py", "cli/asking.py", "cli/main.py"}
"""Where standard output and error may be named."""


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_is_small_and_says_what_it_is_for(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    first = ast.get_docstring(ast.parse(text))
    assert first, "the first line says what the module is for"
    assert text.count("\n") <= MOST_LINES


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_the_way_out_writes_to_the_terminal(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    named = {
        f"{node.value.id}.{node.attr}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
    }
    calls = {
        node.func.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert "print" not in calls
    assert "input" not in calls
    if name_of(path) not in OUT:
        assert "sys.stdout" not in named
        assert name_of(path) == "cli/context.py" or "sys.stderr" not in named


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_one_module_reads_the_clock(path: Path) -> None:
    if name_of(path) == "clock.py":
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    reads = [
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and node.attr in {"today", "now", "utcnow"}
        and isinstance(node.value, ast.Name)
        and node.value.id in {"date", "datetime"}
    ]
    assert reads == []
