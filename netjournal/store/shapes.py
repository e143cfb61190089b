"""How each record class is read from JSON: readers made once from the types of its fields."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import Enum
from types import NoneType, UnionType
from typing import Any, NewType, Union, get_args, get_origin, get_type_hints

from netjournal.store.codec import Shape, is_record, needed

Reader = Callable[[Any], Any]
"""Turns a JSON value into a field's value; ValueError, TypeError or KeyError if it does not fit."""
Check = Callable[[Any], bool]


def shape_of(cls: type) -> Shape:
    """How a record class is read, without its id and ``extra``.

    Raises:
        TypeError: a field has a type the journal has no form for.

    """
    readers: dict[str, Reader] = {}
    nested: list[tuple[str, Check]] = []
    for name, hint in get_type_hints(cls).items():
        if name in {"id", "extra"}:
            continue
        readers[name] = _reader(hint)
        inner = _record_in(hint)
        if inner is not None:
            nested.append((name, _unknown_check(inner)))
    return readers, tuple(nested)


def _unwrapped(hint: Any) -> tuple[Any, bool]:
    """The hint without ``| None`` and new-type names, and whether None fits."""
    optional = False
    if get_origin(hint) in {Union, UnionType}:
        rest = [arg for arg in get_args(hint) if arg is not NoneType]
        if len(rest) != 1:
            raise TypeError(f"no reader for {hint}")
        hint, optional = rest[0], True
    while isinstance(hint, NewType):
        hint = hint.__supertype__
    return hint, optional


def _reader(hint: Any) -> Reader:
    plain, optional = _unwrapped(hint)
    read = _plain_reader(plain)
    if not optional:
        return read
    return lambda value: None if value is None else read(value)


def _plain_reader(hint: Any) -> Reader:
    if hint is str:
        return _text
    if hint is bool:
        return _flag
    if hint is int:
        return _whole
    if hint is date:
        return date.fromisoformat
    if get_origin(hint) is tuple:
        return _list_reader(_reader(get_args(hint)[0]))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _enum_reader(hint)
    if hasattr(hint, "parse"):
        parse: Reader = hint.parse
        return lambda value: parse(_text(value))
    if is_record(hint):
        return _record_reader(hint)
    raise TypeError(f"no reader for {hint}")


def _text(value: Any) -> str:
    if type(value) is not str:
        raise ValueError(f"{value!r:.60} is no text")
    return value


def _flag(value: Any) -> bool:
    if type(value) is not bool:
        raise ValueError(f"{value!r:.60} is neither true nor false")
    return value


def _whole(value: Any) -> int:
    if type(value) is not int:
        raise ValueError(f"{value!r:.60} is no whole number")
    return value


def _list_reader(read: Reader) -> Reader:
    def read_list(value: Any) -> tuple[Any, ...]:
        if type(value) is not list:
            raise ValueError(f"{value!r:.60} is no list")
        return tuple([read(item) for item in value])

    return read_list


def _enum_reader(kind: type[Enum]) -> Reader:
    members = {member.value: member for member in kind}

    def read_enum(value: Any) -> Enum:
        try:
            return members[value]
        except KeyError:
            raise ValueError(f"{value!r:.60} is none of {', '.join(members)}") from None

    return read_enum


def _record_reader(kind: Any) -> Reader:
    hints = get_type_hints(kind)
    readers = {name: _reader(hint) for name, hint in hints.items()}
    wanted = needed(kind)

    def read_record(value: Any) -> Any:
        if type(value) is not dict:
            raise ValueError(f"{value!r:.60} is no object")
        for name in wanted:
            if name not in value:
                raise ValueError(f"{name!r} is missing in it")
        return kind(
            **{name: readers[name](part) for name, part in value.items() if name in readers}
        )

    return read_record


def _record_in(hint: Any) -> Any:
    """The record class nested in a field, directly or in a tuple, that is stored as an object."""
    plain, _ = _unwrapped(hint)
    if get_origin(plain) is tuple:
        return _record_in(get_args(plain)[0])
    return plain if is_record(plain) and not hasattr(plain, "parse") else None


def _unknown_check(kind: Any) -> Check:
    """Whether an object, or one of a list, has fields that its class does not know."""
    hints = get_type_hints(kind)
    names = hints.keys()
    inner = [(n, _unknown_check(k)) for n, h in hints.items() if (k := _record_in(h)) is not None]

    def has_unknown(value: Any) -> bool:
        for item in value if isinstance(value, list) else (value,):
            if not isinstance(item, dict):
                continue
            if not item.keys() <= names:
                return True
            for name, check in inner:
                if name in item and check(item[name]):
                    return True
        return False

    return has_unknown
