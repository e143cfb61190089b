"""The log: a header, then one gesture a line, each with its CRC-32.

``CRC32hex SPACE {"g": id, "at": UTC, "label": …, "undoes": id|null, "changes": [[table, id,
before, after], …]}``. A line counts once its newline is on the disk; what stands behind the last
newline is the rest of a write that never finished.
"""

from __future__ import annotations

import json
from binascii import crc32
from collections.abc import Mapping
from typing import Any

from netjournal.domain.gesture import Change, Gesture
from netjournal.errors import NotSavedError
from netjournal.tuples import NamedTuple

_CRC_LENGTH = 8


class Header(NamedTuple):
    """The first line: which journal the log belongs to, and the fold it was begun after."""

    schema: int
    journal: str
    fold: str


class Written(NamedTuple):
    """The snapshot as the fold wrote it that the log was begun after."""

    size: int
    """Its bytes."""
    checksum: int
    """Their CRC-32."""


class Damage(NamedTuple):
    """A finished line that could not be read."""

    line: int
    """Its number, from 1."""
    data: bytes


class Part(NamedTuple):
    """What whole lines of a log say."""

    header: Header | None
    gestures: tuple[Gesture, ...]
    damaged: tuple[Damage, ...]
    end: int
    """How many bytes the whole lines take."""
    lines: int
    written: Written | None = None
    """What its first line says of the snapshot, if it does."""


def _fields(raw: object) -> dict[str, object]:
    """A record that is no ``dict``, for the encoder."""
    if isinstance(raw, Mapping):
        return dict(raw.items())
    raise TypeError(f"{type(raw).__name__} is nothing of JSON")


_encoder, _sorting = (
    json.JSONEncoder(
        ensure_ascii=False,
        allow_nan=False,
        check_circular=False,
        separators=(",", ":"),
        default=_fields,
        sort_keys=sort_keys,
    )
    for sort_keys in (False, True)
)


def no_constant(text: str) -> float:
    """For ``parse_constant``: NaN equals nothing and could never be merged with an edit.

    Raises:
        ValueError: always.

    """
    raise ValueError(f"{text} is no number of JSON")


def finite(text: str) -> float:
    """For ``parse_float``: a number that JSON can write again, which infinity is not.

    Raises:
        ValueError: it is too large.

    """
    value = float(text)
    if value in {float("inf"), float("-inf")}:
        raise ValueError(f"the number {text[:20]} is too large")
    return value


_decoder = json.JSONDecoder(parse_float=finite, parse_constant=no_constant)


def to_bytes(value: object, *, in_order: bool = False) -> bytes:
    """One value as one line of UTF-8 JSON, without its newline; lone surrogates are escaped.

    ``in_order`` sorts the fields of each object by name.

    Raises:
        NotSavedError: JSON has no form for it (not a number, nested too deeply, too long a number).

    """
    try:
        text = (_sorting if in_order else _encoder).encode(value)
        try:
            return text.encode()
        except UnicodeEncodeError:
            plain = json.dumps(value, separators=(",", ":"), default=_fields, sort_keys=in_order)
            return plain.encode("ascii")
    except (ValueError, TypeError, RecursionError) as error:
        raise NotSavedError(
            f"Nothing was saved: the journal has no form for a part of it ({error})."
        ) from error


def header_line(header: Header, written: Written | None = None) -> bytes:
    """The first line of a log."""
    said = {} if written is None else {"snapshot": written}
    return to_bytes({**header._asdict(), **said}) + b"\n"


def gesture_line(gesture: Gesture) -> bytes:
    """A gesture as a line of the log.

    Raises:
        NotSavedError: JSON has no form for a value in it.

    """
    body = to_bytes(
        {
            "g": gesture.id,
            "at": gesture.at,
            "label": gesture.label,
            "undoes": gesture.undoes,
            "changes": gesture.changes,
        }
    )
    return b"%08x %s\n" % (crc32(body), body)


def parse(data: bytes, *, first_line: int = 1) -> Part:
    """Read whole lines, the header where ``first_line`` is 1; damaged ones are passed over."""
    end = data.rfind(b"\n") + 1
    header: Header | None = None
    written: Written | None = None
    gestures: list[Gesture] = []
    damaged: list[Damage] = []
    lines = data[:end].split(b"\n")
    lines.pop()
    for number, line in enumerate(lines, first_line):
        if number == 1:
            header, written = _first_line(line)
            if header is not None:
                continue
        gesture = _parse_gesture(line)
        if gesture is None:
            damaged.append(Damage(number, line))
        else:
            gestures.append(gesture)
    return Part(header, tuple(gestures), tuple(damaged), end, len(lines), written)


def _first_line(line: bytes) -> tuple[Header | None, Written | None]:
    """The header, or None when the line is none, and what it says of the snapshot."""
    try:
        raw = json.loads(line)
    except (ValueError, RecursionError):
        return None, None
    match raw:
        case {"schema": int(schema), "journal": str(journal), "fold": str(fold)}:
            header = Header(schema, journal, fold)
        case _:
            return None, None
    match raw.get("snapshot"):
        case [int(size), int(checksum)]:
            return header, Written(size, checksum)
    return header, None


def _parse_gesture(line: bytes) -> Gesture | None:
    checksum, _, body = line.partition(b" ")
    if len(checksum) != _CRC_LENGTH or checksum != b"%08x" % crc32(body):
        return None
    try:
        return gesture_from(_decoder.decode(body.decode()))
    except (ValueError, RecursionError):
        return None


def gesture_from(raw: Any) -> Gesture | None:
    """A gesture from its JSON, or None when it is none."""
    match raw:
        case {"g": str(id), "at": str(at), "label": str(label), "changes": list(rows)}:
            undoes = raw.get("undoes")
        case _:
            return None
    changes: list[Change] = []
    for row in rows:
        match row:
            case [str(table), str(record), (dict() | None) as before, (dict() | None) as after]:
                changes.append(Change(table, record, before, after))
            case _:
                return None
    if undoes is not None and not isinstance(undoes, str):
        return None
    return Gesture(id=id, at=at, label=label, changes=tuple(changes), undoes=undoes)
