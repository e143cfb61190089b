"""Records to and from raw JSON, driven by the fields of their classes.

A raw record leaves out what equals the default. Dates are ISO 8601, enumerations their value,
partial dates their text, tuples lists, nested records objects; the id is the key in the table and
not part of the raw. Fields this version does not know go to ``extra`` and come out again; those
inside a nested record come out as long as the nested record itself was not edited.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from typing import Any, TypeVar

from netjournal.domain.gesture import Raw

T = TypeVar("T")
Shape = tuple[dict[str, Callable[[Any], Any]], tuple[tuple[str, Callable[[Any], bool]], ...]]
"""How a class is read: a reader for each field; for nested ones, a test for unknown fields."""


def encode(record: object) -> dict[str, object]:
    """The raw form of a record, without its id and without fields that hold their default.

    Raises:
        TypeError: the record holds something the journal has no form for.

    """
    raw = _encode_fields(record)
    raw.pop("id", None)
    extra = raw.pop("extra", None)
    if isinstance(extra, Mapping):
        for name, kept in extra.items():
            raw[name] = _restored(raw[name], kept) if name in raw else kept
    return raw


def is_record(kind: object) -> bool:
    """Whether a class is that of a record, or of one nested in a record: a ``NamedTuple``."""
    return isinstance(kind, type) and issubclass(kind, tuple) and hasattr(kind, "_fields")


_NO_DEFAULT = object()


def _encode_fields(record: Any) -> dict[str, object]:
    raw: dict[str, object] = {}
    defaults = record._field_defaults
    for name, value in zip(record._fields, record, strict=True):
        default = defaults.get(name, _NO_DEFAULT)
        if value is not default and value != default:
            raw[name] = value if name == "extra" else _plain(value)
    return raw


_AS_THEY_ARE = frozenset({str, int, bool, type(None), float})
_FORMS: dict[type, Callable[[Any], object]] = {}
"""How values of a type are encoded, found out once."""


def _plain(value: object) -> object:
    kind = type(value)
    if kind in _AS_THEY_ARE:
        return value
    form = _FORMS.get(kind)
    if form is None:
        form = _FORMS[kind] = _form_of(kind)
    return form(value)


def _form_of(kind: type) -> Callable[[Any], object]:
    if issubclass(kind, Enum):
        return _value_of
    if issubclass(kind, date):
        return date.isoformat
    if issubclass(kind, str) or hasattr(kind, "parse"):
        return str
    if is_record(kind):
        return _encode_fields
    if issubclass(kind, tuple):
        return _encode_items
    raise TypeError(f"the journal has no form for {kind.__name__}")


def _value_of(value: Enum) -> object:
    return value.value


def _encode_items(items: tuple[object, ...]) -> list[object]:
    return [_plain(item) for item in items]


def _restored(encoded: object, kept: object) -> object:
    """``kept`` where it says the same and more, so that what we do not know survives."""
    if isinstance(encoded, list) and isinstance(kept, list):
        return [next((whole for whole in kept if _says(whole, item)), item) for item in encoded]
    return kept if _says(kept, encoded) else encoded


def _says(whole: object, part: object) -> bool:
    return (
        isinstance(whole, Mapping)
        and isinstance(part, Mapping)
        and all(name in whole and whole[name] == value for name, value in part.items())
    )


def decode(cls: type[T], id: str, raw: Raw) -> T:
    """The record of a raw form; fields that ``cls`` does not know are kept in its ``extra``.

    Raises:
        ValueError: it does not fit; says which field and why.

    """
    shape = _SHAPES.get(cls)
    if shape is None:
        from netjournal.store.shapes import shape_of

        shape = _SHAPES[cls] = shape_of(cls)
    readers, nested = shape
    known: dict[str, Any] = {"id": id}
    extra: dict[str, object] = {}
    name = ""
    try:
        for name, value in raw.items():
            reader = readers.get(name)
            if reader is None:
                extra[name] = value
            else:
                known[name] = reader(value)
        for name, has_unknown in nested:
            if name in raw and has_unknown(raw[name]):
                extra[name] = raw[name]
        if extra:
            known["extra"] = extra
        name = ""
        return cls(**known)
    except (ValueError, TypeError, KeyError) as error:
        what = f"{name!r} does not fit: {error}" if name else _lacking(cls, known, error)
        raise ValueError(f"{cls.__name__.lower()} {id}: {what}") from None


_SHAPES: dict[type, Shape] = {}


def needed(cls: Any) -> list[str]:
    """The fields of a record that have no default."""
    return [name for name in cls._fields if name not in cls._field_defaults]


def _lacking(cls: type, known: Mapping[str, object], error: Exception) -> str:
    missing = [name for name in needed(cls) if name not in known]
    return f"{missing[0]!r} is missing" if missing else str(error)
