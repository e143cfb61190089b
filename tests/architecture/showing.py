"""Finds, in source, where text is handed to the terminal without a choke point before it.

What is handed over must be a literal of ours, a constant, the answer of a choke point, or a
``Content``, ``Text`` or ``Piece``, which mypy tells from ``str`` and which are themselves only made
of such. Names and attributes are what their assignments in the same file are.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeGuard

from tests.architecture.drawing import (
    ASKED,
    ATTRIBUTES,
    CHOKE_POINTS,
    CONTENTS,
    FIRST,
    LATER,
    MADE,
    NAMED,
    NAMED_OF_ANY,
    SAID,
    SHAPED,
    STREAMS,
    WRITTEN,
)


class Around(NamedTuple):
    """Text that goes around the choke points."""

    line: int
    text: str
    """The expression, as Python writes it."""


def going_around(
    source: str, heirs: frozenset[str] = frozenset(), makers: frozenset[str] = frozenset()
) -> list[Around]:
    """Every place of a module that hands over what may be anybody's text.

    ``heirs`` are kinds of other modules that draw what they are made with, ``makers`` functions
    of other modules that answer with what is only made of harmless text.
    """
    module = _Module(ast.parse(source), heirs, makers)
    return [
        Around(value.lineno, ast.unparse(value))
        for value in module.handed_over()
        if not module.is_ours(value)
    ]


def makers_in(sources: Sequence[str]) -> frozenset[str]:
    """The functions of these modules that say they answer with such kinds, and no namesake else."""
    answers: dict[str, set[str]] = {}
    for text in sources:
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef):
                answer = ast.unparse(node.returns) if node.returns else ""
                answers.setdefault(node.name, set()).add(answer)
    return frozenset(name for name, kinds in answers.items() if kinds <= MADE)


def heirs_in(sources: Sequence[str]) -> frozenset[str]:
    """The kinds of these modules that are made as what they inherit from is made."""
    found: frozenset[str] = frozenset()
    classes = [
        node
        for text in sources
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.ClassDef)
    ]
    while True:
        more = found | {
            node.name
            for node in classes
            if {_name(base) for base in node.bases} & (FIRST | found)
            and not any(isinstance(n, ast.FunctionDef) and n.name == "__init__" for n in node.body)
        }
        if more == found:
            return found
        found = more


class _Module:
    """What the names of one module stand for."""

    def __init__(self, tree: ast.Module, heirs: frozenset[str], makers: frozenset[str]) -> None:
        self._tree = tree
        self._makers = makers
        self._values: dict[str, list[ast.expr]] = {}
        """What is assigned to each name or attribute."""
        self._kinds: dict[str, set[str]] = {}
        """What each is annotated with; a function with what it returns."""
        self._asked: set[str] = set()
        self._first = {*FIRST, *heirs}
        self._own_first: list[ast.Call] = []
        """Calls by which an heir hands on what its base draws."""
        for node in ast.walk(tree):
            self._learn(node)

    def _learn(self, node: ast.AST) -> None:
        match node:
            case ast.Assign(targets=targets, value=value):
                for target in targets:
                    self._values.setdefault(ast.unparse(target), []).append(value)
                    if isinstance(value, ast.Name) and value.id in self._first:
                        self._first.add(ast.unparse(target))
            case ast.AugAssign(target=target, value=value):
                self._values.setdefault(ast.unparse(target), []).append(value)
            case ast.AnnAssign(target=target, annotation=kind):
                self._kinds.setdefault(ast.unparse(target), set()).add(ast.unparse(kind))
            case ast.arg(arg=name, annotation=kind) if kind is not None:
                self._kinds.setdefault(name, set()).add(ast.unparse(kind))
            case ast.FunctionDef(name=name, returns=kind) if kind is not None:
                self._kinds.setdefault(f"{name}()", set()).add(ast.unparse(kind))
            case ast.alias(name=name, asname=str() as other) if name in self._first:
                self._first.add(other)
            case ast.ClassDef(name=name, bases=bases):
                if {_name(base) for base in bases} & self._first:
                    self._own_first += filter(_is_made_as_its_base, ast.walk(node))
                    self._first |= heirs_in([ast.unparse(node)])

    def handed_over(self) -> Iterator[ast.expr]:
        """Every expression that somebody will see."""
        for node in ast.walk(self._tree):
            match node:
                case ast.Call():
                    yield from self._shown_by(node)
                case ast.Assign(targets=targets, value=value):
                    if isinstance(value, ast.Attribute) and _is_writing(value):
                        yield value
                    for target in targets:
                        yield from _put(target, value)
                case ast.AugAssign(target=target, value=value):
                    yield from _put(target, value)
                case ast.AnnAssign(target=target, value=ast.expr() as value):
                    yield from _put(target, value)
                case ast.BinOp(left=left, op=ast.Add(), right=right):
                    if self._is_content(left) or self._is_content(right):
                        yield from (left, right)

    def _shown_by(self, call: ast.Call) -> Sequence[ast.expr]:
        """The texts among what is handed to a call."""
        name = _name(call.func)
        if name == "from_markup":
            return [call]
        named = [each.value for each in call.keywords if f"{name}.{each.arg}" in NAMED]
        if isinstance(call.func, ast.Attribute):
            of = call.func.value
            if name in {"assemble", "join"} and self._is_content(of):
                return [*call.args, *named]
            if name == "append" and self._is_content(of):
                return call.args[:1]
            if _is_writing(call.func):
                return call.args[:1]
        asked = ast.unparse(call.func)
        if (place := LATER.get(asked, LATER.get(name))) is not None:
            return [*call.args[place : place + 1], *named]
        if not (name in self._first | WRITTEN or asked in ASKED | SAID or call in self._own_first):
            return named
        by_name = [
            each.value for each in call.keywords if each.arg is None or each.arg in NAMED_OF_ANY
        ]
        return [*call.args[: None if name.startswith("add_") else 1], *named, *by_name]

    def _is_content(self, node: ast.expr) -> bool:
        """Whether it is seen here to be a text that is drawn as it is."""
        match node:
            case ast.Call(func=func):
                return ast.unparse(func).split(".")[0] in MADE or _name(func) in CONTENTS
            case ast.Name(id=name) if name in MADE:
                return True
            case ast.Name() | ast.Attribute():
                kinds = self._kinds.get(ast.unparse(node), set())
                values = self._values.get(ast.unparse(node), [])
                return (bool(kinds) and kinds <= MADE) or any(
                    isinstance(value, ast.Call) and self._is_content(value) for value in values
                )
        return False

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
            case ast.BinOp(left=ast.Constant(value=str()), op=ast.Mult()):
                return True
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
        if name in CHOKE_POINTS | MADE | self._makers or name in {"len", "width"}:
            return True
        if isinstance(call.func, ast.Attribute):
            of = ast.unparse(call.func.value)
            if of in MADE or (name == "join" and of.startswith("Content(")):
                return True  # what it is made of is looked at by itself
            if name in SHAPED:
                return self.is_ours(call.func.value)
        if name in SHAPED:
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


def _put(target: ast.expr, value: ast.expr) -> Iterator[ast.expr]:
    """What an assignment puts where it is drawn."""
    match target, value:
        case ast.Attribute(attr=name), _ if name in ATTRIBUTES:
            yield value
        case ast.Tuple(elts=targets), ast.Tuple(elts=values):
            for each, its in zip(targets, values, strict=False):
                yield from _put(each, its)


def _is_writing(method: ast.Attribute) -> bool:
    """Whether it is a stream's own way to write."""
    of = ast.unparse(method.value).lower().removesuffix("()")
    return method.attr in {"write", "print", "writelines"} and of.endswith(STREAMS)


def _is_made_as_its_base(node: ast.AST) -> TypeGuard[ast.Call]:
    return isinstance(node, ast.Call) and ast.unparse(node.func) == "super().__init__"


def _name(node: ast.expr) -> str:
    return ast.unparse(node).rsplit(".", 1)[-1]


def _parts(kind: str) -> list[str]:
    return "".join(char if char.isalnum() else " " for char in kind).split()
