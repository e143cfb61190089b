"""What a card says, whatever its folding, order, encoding and version: its canonical hash."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from netjournal.exchange.vcard.decode import (
    binary_of,
    components,
    fallback_of,
    text_of,
    unescape,
)
from netjournal.exchange.vcard.header import Header
from netjournal.exchange.vcard.lines import Line
from netjournal.exchange.vcard.plain import own_note

SILENT = frozenset({"BEGIN", "END", "VERSION", "REV", "PRODID", "X-ABUID"})
"""Properties that say nothing of anybody."""
_STRUCTURED = frozenset({"N", "ADR", "ORG"})
_ENCODINGS = frozenset({"ENCODING", "CHARSET"})
_PART = "\x1f"


def canon(lines: Sequence[Line], version: str = "3.0") -> str:
    """SHA-256, in hex, of the canonical card.

    The canonical card is its decoded content lines, NFC, names and parameters upper-case, sorted,
    without VERSION, REV, PRODID and X-ABUID. Groups have no name in it, but the label of a group is
    part of its lines.
    """
    text = "\n".join(sorted(canonical_lines(lines, version)))
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()


def canonical_lines(lines: Sequence[Line], version: str = "3.0") -> list[str]:
    """What each line of a card says, in the order of the card."""
    fallback = fallback_of(lines)
    labels = {
        line.header.group: line.value
        for line in lines
        if line.header.group and line.name == "X-ABLABEL"
    }
    said = (
        _said(line, version, fallback, labels.get(line.header.group, "") if labels else "")
        for line in lines
        if line.name not in SILENT and not line.is_blank
    )
    return [text for text in said if text]


def _said(line: Line, version: str, fallback: str, label: str) -> str:
    header = line.header
    if header.is_binary or line.value[:5].lower() == "data:":
        binary = binary_of(line)
        if binary is not None:
            return f"{header.name}{label}:{hashlib.sha256(binary).hexdigest()}"
    value = text_of(line, fallback)
    if header.name in _STRUCTURED:
        value = _PART.join(components(value)).rstrip(_PART)
    if "\\" in value or "\r" in value:
        value = unescape(value, version).replace("\r\n", "\n").replace("\r", "\n")
    if header.name == "NOTE" and not (value := own_note(value)):
        return ""
    head = _head(header) if header.params else header.name
    said = f"{head}{label}:{value.strip()}"
    return said if said.isascii() else unicodedata.normalize("NFC", said)


@lru_cache(maxsize=2048)
def _head(header: Header) -> str:
    params = sorted(
        f"{name}={value.upper()}" for name, value in header.params if name not in _ENCODINGS
    )
    return ";".join([header.name, *params])
