"""Fields that somebody wrote in another form than ours, where they can be read in one way only."""

from __future__ import annotations

from collections.abc import Callable

from netjournal.domain.gesture import Raw
from netjournal.store.codec import decode
from netjournal.store.schema import record_class
from netjournal.store.shapes import shape_of

_DIGITS = 19
"""A number in quotes with fewer digits is one that was meant."""


def why_not(table: str, id: str, raw: Raw) -> str:
    """Why a record does not fit; empty where it does."""
    cls = record_class(table, id)
    if cls is None:
        return ""
    try:
        decode(cls, id, raw)
    except ValueError as error:
        return str(error).partition(": ")[2]
    return ""


def mended(table: str, id: str, raw: Raw) -> Raw | None:
    """A record with its misfitting fields rewritten, where each can be read in one way only."""
    cls = record_class(table, id)
    if cls is None or not why_not(table, id, raw):
        return None
    readers, _ = shape_of(cls)
    better = dict(raw)
    for name, value in raw.items():
        reader = readers.get(name)
        if reader is None or _reads(reader, value):
            continue
        if value is None:
            del better[name]  # nothing is written by leaving the field out
            continue
        fitting = [other for other in _readings(value) if _reads(reader, other)]
        if len(fitting) != 1:
            return None
        better[name] = fitting[0]
    return better if not why_not(table, id, better) else None


def _reads(reader: Callable[[object], object], value: object) -> bool:
    try:
        reader(value)
    except (ValueError, TypeError, KeyError):
        return False
    return True


def _readings(value: object) -> list[object]:
    """What somebody may have meant who edited the file by hand."""
    if isinstance(value, str):
        return [*_text_readings(value), [value]]
    if isinstance(value, int) and not isinstance(value, bool):
        return [str(value), *([bool(value)] if value in {0, 1} else [])]
    if isinstance(value, list) and len(value) == 1:
        return [value[0]]
    return [[value]] if isinstance(value, dict) else []


def _text_readings(value: str) -> list[object]:
    """A text without spaces around it or capitals, with a day written out, or as what it spells."""
    text = value.strip()
    parts = text.split("-")
    found: list[object] = [text, text.lower()]
    if len(parts) == 3 and all(map(str.isdecimal, parts)) and len(parts[0]) == 4:
        found.append(f"{parts[0]}-{parts[1]:0>2}-{parts[2]:0>2}")
    found = [other for other in dict.fromkeys(found) if other != value]
    if text.isdecimal() and text.isascii() and len(text) < _DIGITS:
        found.append(int(text))
    truth = {"true": True, "yes": True, "false": False, "no": False}.get(text.lower())
    return found if truth is None else [*found, truth]
