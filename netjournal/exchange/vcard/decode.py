"""Raw values into text and bytes: quoted-printable, base64, character sets, escapes, components."""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterable

from netjournal.exchange.vcard.charsets import (
    WESTERN,
    Value,
    decode_bytes,
    has_strange_bytes,
    is_single_byte,
    to_bytes,
)
from netjournal.exchange.vcard.lines import Line

_ESCAPE = re.compile(r"\\([nN,;:\\])")
_ESCAPE_21 = re.compile(r"\\([,;:])")
_ESCAPE_URI = re.compile(r"\\([,;:\\])")
_ESCAPES = {"n": "\n", "N": "\n"}
_FIELD = re.compile(r"(?:\\.|[^\\;])*", re.DOTALL)
_ITEM = re.compile(r"(?:\\.|[^\\,])*", re.DOTALL)
_NOT_BASE64 = re.compile(r"[^A-Za-z0-9+/=]+")
_BLANKS = re.compile(r"\s+")


def fallback_of(lines: Iterable[Line]) -> str:
    """The single-byte character set a card declares: the best guess for its other lines."""
    for line in lines:
        if line.header.charset and is_single_byte(line.header.charset):
            return line.header.charset
    return WESTERN


def text_of(line: Line, fallback: str = WESTERN) -> str:
    """The value of a line as text, escapes still in it; base64 of no text stays as it is."""
    header = line.header
    if not header.encoding and not header.charset and line.value.isascii():
        return line.value
    return value_of(line, fallback).text


def value_of(line: Line, fallback: str = WESTERN) -> Value:
    """The same, and whether it was certain."""
    header = line.header
    is_plain = not header.encoding and not header.charset and not has_strange_bytes(line.value)
    if is_plain or header.is_binary:
        return Value(line.value)
    raw = to_bytes(line.value)
    if header.encoding == "q":
        raw = binascii.a2b_qp(raw)
    elif header.encoding == "b" and not header.is_binary:
        raw = binary_of(line) or raw
    return decode_bytes(raw, header.charset, fallback)


def unescape(text: str, version: str = "3.0") -> str:
    """Escapes decoded; unknown ones keep their backslash, and 2.1 knows none for line ends."""
    if "\\" not in text:
        return text
    if version == "2.1":
        return _ESCAPE_21.sub(r"\1", text)
    return _ESCAPE.sub(lambda match: _ESCAPES.get(match[1], match[1]), text)


def unescape_uri(text: str) -> str:
    r"""A URI as meant: some writers escape the ``: ; ,`` of it; it has no other escapes."""
    return _ESCAPE_URI.sub(r"\1", text) if "\\" in text else text


def components(text: str) -> list[str]:
    """The parts of a structured value, split at each ``;`` that is not escaped; still escaped."""
    return text.split(";") if "\\" not in text else _split(_FIELD, text)


def items(text: str) -> list[str]:
    """The parts of a list, split at each comma that is not escaped; still escaped."""
    return text.split(",") if "\\" not in text else _split(_ITEM, text)


def _split(pattern: re.Pattern[str], text: str) -> list[str]:
    parts: list[str] = []
    at = 0
    while at <= len(text):
        match = pattern.match(text, at)
        stop = match.end() if match else at
        if stop < len(text) and text[stop] == "\\":  # a lone backslash at the very end
            stop += 1
        parts.append(text[at:stop])
        at = stop + 1
    return parts


def binary_of(line: Line) -> bytes | None:
    """The bytes of a base64 value or ``data:`` URI; None if it is neither or damaged."""
    text = line.value
    if line.header.encoding != "b":
        start = text.find("base64", 0, 200)
        comma = text.find(",", start)
        if text[:5].lower() != "data:" or start < 0 or comma < 0:
            return None
        text = text[comma + 1 :]
    text = _BLANKS.sub("", text)
    if not text or _NOT_BASE64.search(text):
        return None
    try:
        return binascii.a2b_base64(text + "=" * (-len(text) % 4))
    except binascii.Error:
        return None
