"""A content line as text: escapes, parameters, folds; nothing in a value can begin a new line."""

from __future__ import annotations

import re
from collections.abc import Iterable

from netjournal.exchange.vcard.header import Param
from netjournal.tuples import NamedTuple

FOLD = 75
"""Octets of a physical line (RFC 6350 §3.2)."""

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_BREAKS = re.compile(r"\r\n|\r|\n")
_QUOTED = re.compile(r"[^\w.+/-]")
_PARAM_NAME = re.compile(r"[A-Za-z0-9-]+\Z")
_GROUP = re.compile(r"[A-Za-z0-9-]+\Z")


def printable(text: str) -> str:
    """A text with blanks for the control characters, which no card may carry out."""
    return text if text.isprintable() else _CONTROLS.sub(" ", text)


# Names are case-insensitive; these are read by programs that forget it.
_SPELLING = {"X-ABLABEL": "X-ABLabel", "X-ABSHOWAS": "X-ABShowAs"}


class Out(NamedTuple):
    """A content line to be written; its value is escaped already."""

    name: str
    value: str
    params: tuple[Param, ...] = ()
    group: str = ""


def escaped(text: str) -> str:
    """A text value (RFC 6350 §3.4, RFC 2426 §4): backslash, comma, semicolon and line end."""
    if "\\" in text or "," in text or ";" in text:
        text = text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")
    return breaks_escaped(text)


def breaks_escaped(text: str) -> str:
    """Line ends as escapes, the rest as it is: for values whose structure is not known."""
    return _BREAKS.sub(r"\\n", text) if "\n" in text or "\r" in text else text


def uri_escaped(text: str) -> str:
    """A URI has no escapes; what is no URI keeps its backslashes by doubling them."""
    return text.replace("\\", "\\\\")


def moment_text(now: str) -> str:
    """A moment in UTC, as ``clock.now`` gives it, to the second: ``20260311T090000Z``."""
    return now[:19].replace("-", "").replace(":", "") + "Z"


def content_line(line: Out, version: str) -> str:
    """The physical text of one content line, folded, with its line end."""
    group = f"{line.group}." if line.group and _GROUP.match(line.group) else ""
    name = _SPELLING.get(line.name, line.name)
    params = _params(line.params, version) if line.params else ""
    head = f"{group}{name}{params}"
    return folded(printable(f"{head}:{breaks_escaped(line.value)}")) + "\r\n"


def folded(text: str) -> str:
    """At most 75 octets a line, never cut inside a character."""
    if len(text) <= FOLD and (text.isascii() or len(text.encode()) <= FOLD):
        return text
    if text.isascii():
        step = FOLD - 1
        rest = (text[at : at + step] for at in range(FOLD, len(text), step))
        return "\r\n ".join((text[:FOLD], *rest))
    rows: list[str] = []
    row: list[str] = []
    used = 0
    for char in text:
        size = len(char.encode())
        if used + size > FOLD:
            rows.append("".join(row))
            row, used = [], 1
        row.append(char)
        used += size
    rows.append("".join(row))
    return "\r\n ".join(rows)


def _params(params: Iterable[Param], version: str) -> str:
    merged: dict[str, list[str]] = {}
    for name, value in params:
        if _PARAM_NAME.match(name) and (text := _param_value(value, version)):
            merged.setdefault(name, []).append(text)
    return "".join(f";{name}={','.join(values)}" for name, values in merged.items())


def _param_value(value: str, version: str) -> str:
    """Quoted if need be; RFC 6868 escapes in 4.0, plain substitutes in 3.0."""
    if version == "4.0":
        value = value.replace("^", "^^").replace('"', "^'")
        value = _BREAKS.sub("^n", value)
    else:
        value = _BREAKS.sub(" ", value.replace('"', "'"))
    value = printable(value)
    return f'"{value}"' if _QUOTED.search(value) else value
