"""Every regular expression of ours, on growing text that is bait for it."""

from __future__ import annotations

import ast
import re
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

PACKAGE = Path(__file__).resolve().parents[2] / "netjournal"
_METHODS = frozenset(
    {"compile", "match", "fullmatch", "search", "sub", "split", "findall", "finditer", "subn"}
)
_UNITS = (
    "a", "A1", "1", "12", "(", "((", ")", "[", "[a]", "-", "--", "2026-", "1/", "1.", ",1", ":",
    "#", "@", "a@", "a.", "=", "=3D", "=\n", '"', '""', "'", "\\", "\\n", ";", "; ", ",", "a ", " ",
    "\t", "\n", "\r\n", "\r\n ", "\x1b[", "\x1b[1;", "t1", "+1d", "+44 ", "1:00", "st", "一",
    "\u0301",
    "X-A:", "BEGIN:", '{"a":', '"a": {', "</", "http://a", "%0", "\x00", "..", "a-", "é",
)  # fmt: skip
_ENDS = ("", "!", "\n")
SMALL, LARGE = 1_000, 8_000


class Growth(NamedTuple):
    """How the worst bait of a pattern grew when it was eight times as long."""

    where: str
    ratio: float
    unit: str
    milliseconds: float
    """For the longer one."""

    @property
    def is_linear(self) -> bool:
        """Eight times the text in about eight times the time, or in none worth speaking of."""
        return self.ratio < 20 or self.milliseconds < 5

    def __str__(self) -> str:
        return f"{self.where:60} x {self.ratio:5.1f}  {self.milliseconds:7.2f} ms  {self.unit!r}"


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """The patterns that stand in the code as text, and where; those for bytes as text."""
    for file in sorted(PACKAGE.rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        texts = _constants(tree)
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and isinstance(node.func.value, ast.Name)
                and node.func.value.id == "re"
                and node.func.attr in _METHODS
            ):
                where = f"{file.relative_to(PACKAGE).as_posix()}:{node.lineno}"
                for text in _texts_of(node.args[0], texts):
                    yield where, re.compile(text, _flags(node))


def _constants(tree: ast.Module) -> dict[str, str]:
    return {
        target.id: node.value.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name) and isinstance(node.value.value, str)
    }


def _texts_of(node: ast.expr, known: dict[str, str]) -> Sequence[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return (node.value,)
    if isinstance(node, ast.Constant) and isinstance(node.value, bytes):
        return (node.value.decode("latin-1"),)
    if isinstance(node, ast.Name) and node.id in known:
        return (known[node.id],)
    return ()


def _flags(node: ast.Call) -> re.RegexFlag:
    named = {n.attr for n in ast.walk(node) if isinstance(n, ast.Attribute)}
    flags = re.RegexFlag(0)
    for name in ("IGNORECASE", "I", "MULTILINE", "M", "DOTALL", "S", "VERBOSE", "X", "ASCII", "A"):
        if name in named:
            flags |= getattr(re, name)
    return flags


def growth(where: str, pattern: re.Pattern[str]) -> Growth:
    """The bait that makes a pattern grow the most."""
    worst = Growth(where, 0.0, "", 0.0)
    for unit in _UNITS:
        for end in _ENDS:
            small, large = (
                _cost(pattern, (unit * length)[:length] + end) for length in (SMALL, LARGE)
            )
            found = Growth(where, large / max(small, 1e-5), unit + end, large * 1_000)
            if found.milliseconds > worst.milliseconds:
                worst = found
    return worst


def _cost(pattern: re.Pattern[str], text: str) -> float:
    """CPU seconds of finding all, at least twice."""
    best = 1e9
    for _ in range(2):
        began = time.process_time()
        pattern.fullmatch(text)
        for _ in pattern.finditer(text):
            pass
        best = min(best, time.process_time() - began)
    return best
