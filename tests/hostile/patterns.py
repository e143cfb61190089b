"""Every regular expression of ours, used as the code uses it, on growing text that is bait."""

from __future__ import annotations

import ast
import re
import time
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple

PACKAGE = Path(__file__).resolve().parents[2] / "netjournal"
_UNITS = (
    "a", "A1", "1", "12", "(", "((", ")", "[", "[a]", "-", "--", "2026-", "1/", "1.", ",1", ":",
    "#", "@", "a@", "a.", "=", "=3D", "=\n", '"', '""', "'", "\\", "\\n", ";", "; ", ",", "a ", " ",
    "\t", "\n", "\r\n", "\r\n ", "\x1b[", "\x1b[1;", "t1", "+1d", "+44 ", "1:00", "st", "一",
    "\u0301",
    "X-A:", "BEGIN:", '{"a":', '"a": {', "</", "http://a", "%0", "\x00", "..", "a-", "é",
)  # fmt: skip
_ENDS = ("", "!", "\n")
SMALL, LARGE = 1_000, 8_000
_MOST = 0.005
"""Seconds for the longer text that nobody notices."""

Pattern = re.Pattern[Any]


def _whole(method: str) -> Callable[[Pattern, Any], object]:
    return lambda pattern, text: getattr(pattern, method)(text)


def _everywhere(pattern: Pattern, text: Any) -> object:
    for _ in pattern.finditer(text):
        pass
    return None


def _onward(pattern: Pattern, text: Any) -> object:
    """From place to place, as a scanner goes that is given where to look."""
    at = 0
    while at < len(text):
        found = pattern.match(text, at)
        at = max(at + 1, found.end() if found else 0)
    return None


USES: Mapping[str, Callable[[Pattern, Any], object]] = {
    "match": _whole("match"), "fullmatch": _whole("fullmatch"), "search": _whole("search"),
    "match onward": _onward, "search onward": _everywhere,
    "sub": _everywhere, "subn": _everywhere, "split": _everywhere, "findall": _everywhere,
    "finditer": _everywhere,
}  # fmt: skip
"""The ways a pattern is used, and what one of them costs."""
_FROM_MARK_TO_MARK = frozenset({"store/salvage.py"})
"""Where a scanner that found nothing goes on at the next record, not at the next character."""
_MOST_GIVEN: Mapping[str, int] = {"capture/completion.py": 200}
"""Characters of which no more is ever given to the patterns of a module."""
_OF_TEXTS = frozenset({"split"})
"""What texts have too, so that it tells nothing where the pattern is no constant."""


class Used(NamedTuple):
    """A pattern, where it stands, and every way the code uses it."""

    where: str
    pattern: Pattern
    uses: frozenset[str]


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
        return self.ratio < 20 or self.milliseconds < _MOST * 1_000

    def __str__(self) -> str:
        return f"{self.where:70} x {self.ratio:5.1f}  {self.milliseconds:7.2f} ms  {self.unit!r}"


_EXAMPLES: Mapping[str, Any] = {
    "words": b"Ana|Bo", "any_of": "Ana|Bo", "pattern": "[\x00-\x1f]",
    "places": SimpleNamespace(journal=Path("journal.json")),
}  # fmt: skip
"""For what only a run knows of which a pattern is made."""


def patterns() -> Iterator[Used]:
    """The patterns of every module.

    Raises:
        NameError: a pattern is made of what has no example here.
    """
    for file in sorted(PACKAGE.rglob("*.py")):
        source = file.read_text(encoding="utf-8")
        if "import re\n" not in source:
            continue
        tree = ast.parse(source)
        place = file.relative_to(PACKAGE.parent).with_suffix("")
        names = {**_EXAMPLES, **vars(import_module(".".join(place.parts)))}
        asked = _asked(tree)
        assigned = {id(value): name for name, value in _assigned(tree)}
        for call in _calls(tree):
            method = _maker(call)
            if method == "compile":
                uses = asked.get(assigned.get(id(call), "")) or asked.get("", set())
            else:
                uses = {method} & USES.keys()
            name = file.relative_to(PACKAGE).as_posix()
            if name in _FROM_MARK_TO_MARK:
                uses = {use.removesuffix(" onward") for use in uses}
            if uses:
                yield Used(f"{name}:{call.lineno}", _made(call, names), frozenset(uses))


def _maker(call: ast.Call) -> str:
    """What makes or uses a pattern, ``compile`` or a method; nothing for any other call."""
    match call.func:
        case ast.Attribute(value=ast.Name(id="re"), attr=method):
            return method
        case ast.Name(id="_compiled"):
            return "compile"
    return ""


def _made(call: ast.Call, names: dict[str, Any]) -> Pattern:
    flags = [each.value for each in call.keywords if each.arg == "flags"]
    if _maker(call) == "compile":
        flags += call.args[1:2]
    text, *flag = (eval(ast.unparse(each), names) for each in (call.args[0], *flags[:1]))
    return re.compile(text, *flag)


def _calls(tree: ast.Module) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _assigned(tree: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    for node in ast.walk(tree):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                yield name, value
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
                yield name, value


def _asked(tree: ast.Module) -> dict[str, set[str]]:
    """How each name is used as a pattern; the empty one stands for all that are no constants."""
    found: dict[str, set[str]] = {}
    for call in _calls(tree):
        if isinstance(call.func, ast.Attribute) and (method := call.func.attr) in USES:
            of = ast.unparse(call.func.value)
            if len(call.args) > 1 and method in {"match", "search"}:
                method += " onward"
            if of.isupper() or method not in _OF_TEXTS:
                found.setdefault(of if of.isupper() else "", set()).add(method)
    return found


def growth(used: Used) -> Growth:
    """The bait and the use that make a pattern grow the most."""
    worst = Growth(used.where, 0.0, "", 0.0)
    is_bytes = isinstance(used.pattern.pattern, bytes)
    most = _MOST_GIVEN.get(used.where.partition(":")[0], 2 * LARGE)
    for use in sorted(used.uses):
        for unit in _UNITS:
            for end in _ENDS:
                texts = [((unit * length)[:length] + end)[-most:] for length in (SMALL, LARGE)]
                found = _grown(used, use, *(_encoded(texts) if is_bytes else texts))
                if found is not None and found[1] > worst.milliseconds:
                    worst = Growth(f"{used.where} {use}", found[0], unit + end, found[1])
    return worst


def _encoded(texts: list[str]) -> list[bytes]:
    return [text.encode() for text in texts]


def _grown(
    used: Used, use: str, small: str | bytes, large: str | bytes
) -> tuple[float, float] | None:
    """The ratio and the milliseconds of the longer; None if even a cube of it is nothing."""
    less = _cost(used.pattern, use, small)
    if less * (LARGE / SMALL) ** 3 < _MOST:
        return None
    more = _cost(used.pattern, use, large)
    return more / max(less, 1e-5), more * 1_000


def _cost(pattern: Pattern, use: str, text: str | bytes) -> float:
    """CPU seconds, the lesser of two."""
    best = 1e9
    for _ in range(2):
        began = time.process_time()
        USES[use](pattern, text)
        best = min(best, time.process_time() - began)
    return best
