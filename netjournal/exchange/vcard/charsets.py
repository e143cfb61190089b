"""Bytes as text: the character set declared, else UTF-8, else a guess that says so."""

from __future__ import annotations

import re

from netjournal.tuples import NamedTuple

WESTERN = "cp1252"
"""What Windows wrote where nothing was declared."""

_MULTI_BYTE = re.compile(
    r"(?:s(?:hift)?[-_]?jis|ms932|cp93[26]|cp94[9]|cp950|big5|gb|euc|ks_c|iso-?2022)",
    re.IGNORECASE,
)
_SINGLE_BYTE = re.compile(r"(?:iso-?8859|windows|cp|koi8|latin|mac|tis)[\w-]*\Z", re.IGNORECASE)
# What programs write under the name of a smaller set: Microsoft's, with ① ㈱ 髙 ’ € in it.
_WIDER = (
    (re.compile(r"s(?:hift)?[-_]?jis|ms932", re.IGNORECASE), "cp932"),
    (re.compile(r"gb", re.IGNORECASE), "gb18030"),
    (re.compile(r"euc[-_]?kr|ks_c", re.IGNORECASE), "cp949"),
    (re.compile(r"big5", re.IGNORECASE), "big5hkscs"),
)
_LATIN_1 = re.compile(r"iso-?8859-?1\Z|latin-?1\Z", re.IGNORECASE)
_C1 = re.compile(rb"[\x80-\x9f]")
_NAME = re.compile(r"[\w.:-]{1,40}\Z", re.ASCII)
_ESCAPED_BYTE = re.compile("[\udc80-\udcff]")
_CUT = re.compile(rb"[\xc2-\xf4][\x80-\xbf]{0,2}\Z")


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


def is_single_byte(charset: str) -> bool:
    """Whether a character set has one byte a letter, so that any bytes can be read in it."""
    return bool(_SINGLE_BYTE.match(charset))


def decode_bytes(raw: bytes, declared: str = "", fallback: str = WESTERN) -> Value:
    """Text from bytes: what was declared, else UTF-8, else a guess that says so; never raises.

    A declared multi-byte character set wins over UTF-8; a declared single-byte one fits any bytes
    and loses to it (files re-encoded without touching their labels are common).
    """
    declared = declared.lower().removeprefix("x-") if _NAME.match(declared) else ""
    if _MULTI_BYTE.match(declared) and (text := _in_multi_byte(raw, declared)) is not None:
        return Value(text)
    if (text := _tried(raw, "utf-8")) is not None:
        return Value(text)
    if _LATIN_1.match(declared) and _C1.search(raw):
        declared = WESTERN  # no letters are there; Windows wrote quotes and dashes
    if is_single_byte(declared) and (text := _tried(raw, declared)) is not None:
        return Value(text)
    if cut := _CUT.search(raw):
        whole = _tried(raw[: cut.start()], "utf-8")
        if whole is not None and not whole.isascii():
            return Value(whole + "\ufffd", "utf-8", cut=True)
    if (text := _tried(raw, fallback)) is not None:
        return Value(text, fallback)
    return Value(raw.decode(WESTERN, "replace"), WESTERN)


def _in_multi_byte(raw: bytes, declared: str) -> str | None:
    if (text := _tried(raw, declared)) is not None:
        return text
    wider = next((codec for name, codec in _WIDER if name.match(declared)), "")
    return _tried(raw, wider) if wider else None


def _tried(raw: bytes, codec: str) -> str | None:
    try:
        return raw.decode(codec)
    except (UnicodeError, LookupError):
        return None
