"""Raw values into text and bytes: quoted-printable, base64, character sets, escapes, components."""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterable
from typing import NamedTuple

from netjournal.exchange.vcard.lines import Line

WESTERN = "cp1252"
"""What Windows wrote where nothing was declared."""

_MULTI_BYTE = re.compile(
    r"(?:x-)?(?:s(?:hift)?[-_]?jis|ms932|cp93[26]|cp94[9]|cp950|big5|gb|euc|ks_c|iso-?2022)",
    re.IGNORECASE,
)
_SINGLE_BYTE = re.compile(r"(?:iso-?8859|windows|cp|koi8|latin|mac|tis)[\w-]*\Z", re.IGNORECASE)
_NAME = re.compile(r"[\w.:-]{1,40}\Z", re.ASCII)
_ESCAPED_BYTE = re.compile("[\udc80-\udcff]")
_CUT = re.compile(rb"[\xc2-\xf4][\x80-\xbf]{0,2}\Z")
_ESCAPE = re.compile(r"\\([nN,;:\\])")
_ESCAPE_21 = re.compile(r"\\([,;:])")
_ESCAPE_URI = re.compile(r"\\([,;:\\])")
_ESCAPES = {"n": "\n", "N": "\n"}
_FIELD = re.compile(r"(?:\\.|[^\\;])*", re.DOTALL)
_ITEM = re.compile(r"(?:\\.|[^\\,])*", re.DOTALL)
_NOT_BASE64 = re.compile(r"[^A-Za-z0-9+/=]+")
_BLANKS = re.compile(r"\s+")


class Value(NamedTuple):
    """A line's value as text, escapes still in it."""

    text: str
    guess: str = ""
    """The character set that had to be guessed; empty if it was UTF-8 or as declared."""
    cut: bool = False
    """It ended in half a character."""


def to_bytes(text: str) -> bytes:
    """The bytes a physical text stands for."""
    return text.encode("utf-8", "surrogateescape")


def has_strange_bytes(text: str) -> bool:
    """Whether some of its bytes are not UTF-8."""
    return not text.isascii() and bool(_ESCAPED_BYTE.search(text))


def fallback_of(lines: Iterable[Line]) -> str:
    """The single-byte character set a card declares: the best guess for its other lines."""
    for line in lines:
        if line.header.charset and _SINGLE_BYTE.match(line.header.charset):
            return line.header.charset
    return WESTERN


def text_of(line: Line, fallback: str = WESTERN) -> str:
    """The value of a line as text, escapes still in it; base64 stays as it is."""
    header = line.header
    if not header.encoding and not header.charset and line.value.isascii():
        return line.value
    return value_of(line, fallback).text


def value_of(line: Line, fallback: str = WESTERN) -> Value:
    """The same, and whether it was certain."""
    header = line.header
    if header.encoding != "q" and not header.charset and not has_strange_bytes(line.value):
        return Value(line.value)
    raw = to_bytes(line.value)
    if header.encoding == "q":
        raw = binascii.a2b_qp(raw)
    return decode_bytes(raw, header.charset, fallback)


def decode_bytes(raw: bytes, declared: str = "", fallback: str = WESTERN) -> Value:
    """Text from bytes: what was declared, else UTF-8, else a guess that says so; never raises.

    A declared multi-byte character set wins over UTF-8; a declared single-byte one fits any bytes
    and loses to it (files re-encoded without touching their labels are common).
    """
    declared = declared if _NAME.match(declared) else ""
    if _MULTI_BYTE.match(declared) and (text := _tried(raw, declared)) is not None:
        return Value(text)
    if (text := _tried(raw, "utf-8")) is not None:
        return Value(text)
    if _SINGLE_BYTE.match(declared) and (text := _tried(raw, declared)) is not None:
        return Value(text)
    if cut := _CUT.search(raw):
        whole = _tried(raw[: cut.start()], "utf-8")
        if whole is not None and not whole.isascii():
            return Value(whole + "\ufffd", "utf-8", cut=True)
    if (text := _tried(raw, fallback)) is not None:
        return Value(text, fallback)
    return Value(raw.decode(WESTERN, "replace"), WESTERN)


def _tried(raw: bytes, codec: str) -> str | None:
    try:
        return raw.decode(codec)
    except (UnicodeError, LookupError):
        return None


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
