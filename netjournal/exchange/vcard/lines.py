"""Physical lines into content lines, each with the exact text it stood in; nothing raises.

Text here is bytes read as UTF-8 with ``surrogateescape`` (PEP 383): any bytes go in and come out
the same, and what is not UTF-8 waits as lone surrogates for ``decode``.
"""

from __future__ import annotations

import re

from netjournal.exchange.vcard.header import KNOWN, Header, colon_of, parse_header
from netjournal.tuples import NamedTuple

_BREAK = re.compile(r"(\r{1,4}\n|\r|\n)")
_PROPERTY = re.compile(r"(?:[\w-]+\.)?([\w-]+)[ \t]*[;:]", re.ASCII)
# A property whose name is malformed (``LABEL,TYPE=HOME:``, ``X-GOOGLE TALK:``) is no loose text.
_MALFORMED = re.compile(r'(?:"[^":]*+"\.|[\w -]++\.)?([\w-]++)[^:]*+:', re.ASCII)
# Lines with a name, folds and all; not those that may go on without indentation, or hold a card.
# Looked for at the beginnings of lines alone: a long one without a colon would take its square.
_PLAIN = re.compile(
    r"(?<![^\n])([\w.-]++(?:;[^\":\r\n]*+)?):"
    r"([^\r\n]*+(?:\r?\n[ \t][^\r\n]*+)*+)(\r\n|\n|\Z)",
    re.ASCII,
)
_FOLD = re.compile(r"\r?\n[ \t]")
_NOT_PLAIN = ("\n\n", "\n\r", "\r\r", "=\n", "=\r")
_AGENT = re.compile(
    r"(?:[\w-]+\.)?AGENT(?:;[^:]*)?:[ \t]*(BEGIN[ \t]*:[ \t]*VCARD[ \t]*)?\Z", re.IGNORECASE
)
_NESTED = re.compile(r"[ \t]*(BEGIN|END)[ \t]*:[ \t]*VCARD[ \t]*\Z", re.IGNORECASE)
_BASE64 = re.compile(r"[A-Za-z0-9+/=]+[ \t]*\Z")
_DATA_URI = re.compile(r"data:[^:]{0,100}base64\\?,", re.IGNORECASE)
_LOOSE = frozenset({"NOTE", "LABEL", "ADR"})
_INDENTED = (" ", "\t")
_NO_HEADER = Header()


class Line(NamedTuple):
    """One content line: what it says and the text it stood in."""

    header: Header
    value: str
    """Unfolded; still encoded and escaped."""
    text: str
    """The physical text, folds included, without its last line end."""
    end: str
    """That line end; empty at the end of the card."""
    number: int
    """Where it begins, from the line given to ``read_lines``."""
    bad: str = ""
    """Why it could not be understood; its header is empty then."""

    @property
    def name(self) -> str:
        """The property's name, upper-case; empty for a blank line and one not understood."""
        return self.header.name

    @property
    def is_blank(self) -> bool:
        """It says nothing."""
        return not self.header.name and not self.bad


def read_lines(text: str, number: int = 1) -> list[Line]:
    """Every content line of a card; texts and ends joined are the card again.

    Args:
        text: the card, decoded as UTF-8 with ``surrogateescape``.
        number: the line of the file it begins on.

    """
    return _plain_lines(text, number) or _any_lines(text, number)


def _plain_lines(text: str, number: int) -> list[Line]:
    """The lines of a card that is folded by the book, as most are; empty for another card.

    The same as the general reading, in a third of its time.
    """
    if text.endswith("\n") or "AGENT" in text.upper() or any(s in text for s in _NOT_PLAIN):
        return []
    lines: list[Line] = []
    length = 0
    for head, folded, end in _PLAIN.findall(text):
        header = parse_header(head)
        if header is None:
            return []
        length += len(head) + len(folded) + len(end) + 1
        folds = folded.count("\n")
        value = _FOLD.sub("", folded) if folds else folded
        lines.append(Line(header, value, f"{head}:{folded}", end, number))
        number += 1 + folds
    return lines if length == len(text) else []


def _any_lines(text: str, number: int) -> list[Line]:
    parts = _BREAK.split(text)
    texts, ends = parts[::2], [*parts[1::2], ""]
    lines: list[Line] = []
    at = 0
    while at < len(texts):
        stop, logical = _gather(texts, at)
        physical = texts[at] if stop == at + 1 else "".join(parts[2 * at : 2 * stop - 1])
        lines.append(_line(logical, physical, ends[stop - 1], number + at))
        at = stop
    return lines


def read_line(text: str) -> Line:
    """One content line from its physical text."""
    return _line(_gather_all(text), text, "", 1)


def _gather_all(text: str) -> str:
    texts = _BREAK.split(text)[::2] if "\n" in text or "\r" in text else [text]
    stop, logical = _gather(texts, 0)
    # stored texts are one content line each; what an old rule joined stays joined
    return logical if stop == len(texts) else "\n".join([logical, *texts[stop:]])


def _line(logical: str, text: str, end: str, number: int) -> Line:
    colon = colon_of(logical)
    header = parse_header(logical[:colon]) if colon >= 0 else None
    if header:
        return Line(header, logical[colon + 1 :], text, end, number)
    if not logical.strip():
        return Line(_NO_HEADER, "", text, end, number)
    return Line(_NO_HEADER, logical, text, end, number, "no colon" if colon < 0 else "odd name")


def _gather(texts: list[str], at: int) -> tuple[int, str]:
    """Join what belongs to the content line that begins at ``at``: where the next one begins."""
    first = texts[at]
    if not first.strip():
        return at + 1, first
    if (agent := _AGENT.match(first)) and (stop := _nested_end(texts, at, bool(agent[1]))):
        nested = ([agent[1]] if agent[1] else []) + texts[at + 1 : stop]
        return stop, first[: first.index(":") + 1] + "\n".join(nested)
    chunks = [first]
    stop = at + 1
    kind = ""
    while stop < len(texts):
        following = texts[stop]
        soft = chunks[-1].endswith("=")
        if not soft:
            if following.startswith(_INDENTED):
                chunks.append(following[1:])
                stop += 1
                continue
            if _PROPERTY.match(following):
                break
        kind = kind or _kind("".join(chunks))
        taken = _TAKE[kind](texts, stop, chunks)
        if taken == stop:
            break
        stop = taken
    return stop, first if len(chunks) == 1 else "".join(chunks)


def _kind(logical: str) -> str:
    """How a line goes on without indentation: quoted-printable, base64, loose text, not at all."""
    colon = colon_of(logical)
    header = parse_header(logical[:colon]) if colon >= 0 else None
    if not header:
        return "plain"
    if header.encoding == "b" or _DATA_URI.match(logical, colon + 1):
        return "base64"
    if header.encoding == "q":
        return "quoted"
    return "loose" if header.name in _LOOSE or header.name.startswith("X-") else "plain"


def _take_fold(texts: list[str], stop: int, chunks: list[str]) -> int:
    if texts[stop].startswith(_INDENTED):
        chunks.append(texts[stop][1:])
        return stop + 1
    return stop


def _take_base64(texts: list[str], stop: int, chunks: list[str]) -> int:
    if _BASE64.match(texts[stop]):
        chunks.append(texts[stop])
        return stop + 1
    return _take_fold(texts, stop, chunks)


def _take_loose(texts: list[str], stop: int, chunks: list[str]) -> int:
    """A line that is no property continues a note, with any blank lines before it."""
    found = _past_blanks(texts, stop)
    if found == stop and texts[stop].startswith(_INDENTED):
        return _take_fold(texts, stop, chunks)
    if found < len(texts) and not _is_property(texts[found], any_name=True):
        chunks.append("\n" * (found - stop + 1) + texts[found])
        return found + 1
    return stop


def _take_quoted(texts: list[str], stop: int, chunks: list[str]) -> int:
    """A soft line break joins the next line, unless that is a property for sure."""
    if not chunks[-1].endswith("="):
        return _take_loose(texts, stop, chunks)
    found = _past_blanks(texts, stop)
    if found == len(texts) or _is_property(texts[found], any_name=found > stop):
        return stop
    following = texts[found]
    # a blank before an encoded byte is a fold; before a letter it is part of the text
    if following[:1] in _INDENTED and following[1:2] == "=":
        following = following[1:]
    chunks[-1] = chunks[-1][:-1]
    chunks.append(following)
    return found + 1


_TAKE = {
    "plain": _take_fold,
    "base64": _take_base64,
    "loose": _take_loose,
    "quoted": _take_quoted,
}


def _past_blanks(texts: list[str], at: int) -> int:
    while at < len(texts) and not texts[at].strip():
        at += 1
    return at


def _is_property(text: str, *, any_name: bool) -> bool:
    match = _PROPERTY.match(text)
    if match and any_name:
        return True
    match = match or _MALFORMED.match(text)
    return match is not None and _is_known(match[1])


def _is_known(name: str) -> bool:
    name = name.upper()
    return name in KNOWN or name.startswith("X-")


def _nested_end(texts: list[str], at: int, open_already: bool) -> int:
    """Where the card nested in an AGENT ends, or 0 if none is nested."""
    depth = int(open_already)
    for index in range(at + 1, len(texts)):
        edge = _NESTED.match(texts[index])
        if edge:
            depth += 1 if edge[1][:1] in "Bb" else -1
            if depth <= 0:
                return index + 1 if edge[1][:1] in "Ee" and depth == 0 else 0
        elif not depth and texts[index].strip():
            return 0
    return len(texts) if depth else 0
