"""Finds, in source, where text is handed to the terminal without a choke point before it.

What is handed over must be a literal of ours, a constant, the answer of a choke point, or a
``Content``, ``Text`` or ``Piece``, which mypy tells from ``str`` and which are themselves only made
of such. Names and attributes are what their assignments in the same file are.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from typing import NamedTuple

CHOKE_POINTS = frozenset(
    {"shown", "shown_block", "cell", "safe_line", "safe_block", "piece", "bold", "dim"}
)
"""What makes any text harmless: ``netjournal.text``, ``tui.showing``, ``cli.output``."""
MADE = frozenset({"Content", "Text", "Piece"})
"""Kinds that show what they were made of; ``from_markup`` makes them of anything, so never that."""
_FIRST = MADE | {"Static", "Label", "Option", "Segment", "Markdown", "Button", "Checkbox", "Toast"}
_WRITTEN = frozenset({"update", "notify", "styled", "append_text", "set_label"})
_STREAMS = ("stream", "stdout", "stderr")
_ASKED = frozenset({"draw", "asking.draw", "asking.line", "asking.confirmed"})
"""Functions of ``cli.asking`` that write what they are given as it is."""
_NAMED = frozenset({"notify.title", "Hit.help", "__init__.placeholder", "Binding.tooltip"})
"""Texts handed over by name, which Textual reads as markup or draws as they are."""
_ATTRIBUTES = frozenset(
    {"tooltip", "title", "sub_title", "border_title", "border_subtitle", "placeholder"}
)
_SHAPED = frozenset({"fit", "rstrip", "strip", "ljust", "rjust", "lower", "plural", "str"})
"""Calls that make no text harmful that was harmless."""


class Around(NamedTuple):
    """Text that goes around the choke points."""

    line: int
    text: str
    """The expression, as Python writes it."""


def going_around(source: str) -> list[Around]:
    """Every place of a module that hands over what may be anybody's text."""
    module = _Module(ast.parse(source))
    return [
        Around(value.lineno, ast.unparse(value))
        for value in module.handed_over()
        if not module.is_ours(value)
    ]


class _Module:
    """What the names of one module stand for."""

    def __init__(self, tree: ast.Module) -> None:
        self._tree = tree
        self._values: dict[str, list[ast.expr]] = {}
        """What is assigned to each name or attribute."""
        self._kinds: dict[str, set[str]] = {}
        """What each is annotated with; a function with what it returns."""
        self._asked: set[str] = set()
        for node in ast.walk(tree):
            self._learn(node)

    def _learn(self, node: ast.AST) -> None:
        match node:
            case ast.Assign(targets=targets, value=value):
                for target in targets:
                    self._values.setdefault(ast.unparse(target), []).append(value)
            case ast.AugAssign(target=target, value=value):
                self._values.setdefault(ast.unparse(target), []).append(value)
            case ast.AnnAssign(target=target, annotation=kind):
                self._kinds.setdefault(ast.unparse(target), set()).add(ast.unparse(kind))
            case ast.arg(arg=name, annotation=kind) if kind is not None:
                self._kinds.setdefault(name, set()).add(ast.unparse(kind))
            case ast.FunctionDef(name=name, returns=kind) if kind is not None:
                self._kinds.setdefault(f"{name}()", set()).add(ast.unparse(kind))

    def handed_over(self) -> Iterator[ast.expr]:
        """Every expression that somebody will see."""
        for node in ast.walk(self._tree):
            match node:
                case ast.Call():
                    yield from _shown_by(node)
                case ast.Assign(targets=[ast.Attribute(attr=name)], value=value):
                    if name in _ATTRIBUTES:
                        yield value

    def is_ours(self, node: ast.expr) -> bool:
        """Whether it can be no text but our own, or a harmless one."""
        match node:
            case ast.Constant():
                return True
            case ast.JoinedStr(values=parts) | ast.List(elts=parts) | ast.BoolOp(values=parts):
                return all(map(self.is_ours, parts))
            case ast.FormattedValue(
                format_spec=ast.JoinedStr(values=[ast.Constant(value=str(how))])
            ):
                return how.endswith((",", "d"))  # only a number has such a form
            case ast.FormattedValue(value=value) | ast.Starred(value=value):
                return self.is_ours(value)
            case ast.GeneratorExp(elt=value) | ast.ListComp(elt=value):
                return self.is_ours(value)
            case ast.Tuple(elts=[text, *_]):  # a text and its style
                return self.is_ours(text)
            case ast.IfExp(body=left, orelse=right) | ast.BinOp(left=left, right=right):
                return self.is_ours(left) and self.is_ours(right)
            case ast.Call():
                return self._is_ours_called(node)
            case ast.Name() | ast.Attribute():
                return self._is_ours_named(node)
            case ast.Subscript(value=ast.Name(id=table)):
                return table.isupper()
        return False

    def _is_ours_called(self, call: ast.Call) -> bool:
        name = _name(call.func)
        if name == "from_markup":
            return False
        if name in CHOKE_POINTS | MADE or name in {"len", "max", "min"}:
            return True
        if isinstance(call.func, ast.Attribute):
            of = ast.unparse(call.func.value)
            if of in MADE or (name == "join" and of.startswith("Content(")):
                return True  # what it is made of is looked at by itself
            if name in _SHAPED:
                return self.is_ours(call.func.value)
        if name in _SHAPED:
            return all(map(self.is_ours, call.args))
        return self._is_made(self._kinds.get(f"{name}()", set()))

    def _is_ours_named(self, node: ast.Name | ast.Attribute) -> bool:
        name = ast.unparse(node)
        if _name(node).isupper():
            return True
        if kinds := self._kinds.get(name):
            return self._is_made(kinds)
        values = self._values.get(name, [])
        if name in self._asked:
            return True  # it stands for itself, besides what else it stands for
        self._asked.add(name)
        ours = bool(values) and all(map(self.is_ours, values))
        self._asked.discard(name)
        return ours

    @staticmethod
    def _is_made(kinds: set[str]) -> bool:
        made = MADE | {"int", "float", "Channel", "Circle", "None"}
        words = {word for kind in kinds for word in _parts(kind)}
        return bool(words) and words <= made | {"list", "tuple", "Sequence", "Iterator", "Iterable"}


def _shown_by(call: ast.Call) -> Sequence[ast.expr]:
    """The texts among what is handed to a call."""
    name = _name(call.func)
    named = [each.value for each in call.keywords if f"{name}.{each.arg}" in _NAMED]
    if name == "from_markup":
        return [call]
    if name in {"assemble", "join"} and isinstance(call.func, ast.Attribute):
        of = ast.unparse(call.func.value)
        return [*call.args, *named] if of in MADE or of.startswith("Content(") else []
    if isinstance(call.func, ast.Attribute):
        of = ast.unparse(call.func.value)
        if name in _WRITTEN or (name == "write" and of.endswith(_STREAMS)):
            return [*call.args[:1], *named]
    first = name in _FIRST or ast.unparse(call.func) in _ASKED
    return [*call.args[:1], *named] if first else named


def _name(node: ast.expr) -> str:
    return ast.unparse(node).rsplit(".", 1)[-1]


def _parts(kind: str) -> list[str]:
    return "".join(char if char.isalnum() else " " for char in kind).split()
