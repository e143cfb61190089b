"""Content lines as the journal keeps them, and back, byte for byte.

A stored text is the physical text of one content line without its last line end. A line whose end
differs from its card's ``eol`` carries its own. Base64 values of 1 KB and more become blobs.
"""

from __future__ import annotations

import binascii
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from netjournal.domain.card import Card, CardLine
from netjournal.domain.gesture import Change
from netjournal.exchange.vcard.blobs import Blobs, suffix_of
from netjournal.exchange.vcard.charsets import has_strange_bytes, to_bytes
from netjournal.exchange.vcard.decode import binary_of, value_of
from netjournal.exchange.vcard.header import colon_of
from netjournal.exchange.vcard.lines import Line, read_line
from netjournal.journal.changes import created

BLOB_FROM = 1024
"""Base64 characters from which a value is kept as a blob."""
LARGEST_LINE = 64 * 1024 * 1024
"""Bytes; a longer line stays in the import archive only."""
RawLines = list[dict[str, object]]
"""The lines of a card as the journal's file has them."""
TOO_LARGE = "too large"
"""``CardLine.bad`` of a line that is kept in the import archive only."""

_BREAK = re.compile(r"\r{1,4}\n|\r|\n")
_FIRST_BREAK = re.compile(r"(?:(?:\r{1,4}\n|\r|\n)[ \t]+)?")
_DATA_URI = re.compile(r"data:[^:]{0,100}base64\\?,", re.IGNORECASE)
_LINE_ENDS = ("\r", "\n")


def eol_of(lines: Iterable[Line]) -> str:
    """The line end a card uses most."""
    ends = [line.end for line in lines if line.end]
    if not ends or ends.count(ends[0]) == len(ends):
        return ends[0] if ends else "\r\n"
    return Counter(ends).most_common(1)[0][0]


def store_lines(lines: Sequence[Line], eol: str, blobs: Blobs) -> RawLines:
    """Lines as the journal's file has them: the fields of ``CardLine`` that are not empty.

    Raw at once: an import has a hundred thousand of them, and records in between, encoded one by
    one, would take a quarter of its time.
    """
    raw: RawLines = []
    last = len(lines) - 1
    for at, line in enumerate(lines):
        text = line.text
        own_end = line.end if line.end != eol and at < last else ""
        if own_end or line.bad or len(text) >= BLOB_FROM or not text.isascii():
            raw.append(_raw(_stored(line, own_end, blobs)))
        else:
            raw.append({"text": text} if text else {})
    return raw


def created_card(card: Card, lines: RawLines) -> Change:
    """The change that makes a card with lines that ``store_lines`` made."""
    change = created(card)
    return change._replace(after={**(change.after or {}), "lines": lines})


def stored_card(card: Card, raw: Iterable[dict[str, object]]) -> Card:
    """The card with lines that ``store_lines`` made."""
    return card._replace(lines=tuple(CardLine(**fields) for fields in raw))  # type: ignore[arg-type]  # by name


def _raw(line: CardLine) -> dict[str, object]:
    names = ("text", "blob", "fold", "guess", "bad")
    return {name: value for name in names if (value := getattr(line, name))}


def _stored(line: Line, own_end: str, blobs: Blobs) -> CardLine:
    text = line.text + own_end
    if len(text) >= BLOB_FROM:
        if len(text) > LARGEST_LINE:
            return CardLine(text=text[: text.find(":") + 1][:BLOB_FROM], bad=TOO_LARGE)
        if (binary := binary_of(line)) is not None and not own_end:
            return _as_blob(line, binary, blobs)
    if has_strange_bytes(text):
        return _in_codec(line, text)
    return CardLine(text=text, bad=line.bad)


def _in_codec(line: Line, text: str) -> CardLine:
    """Bytes that are not UTF-8: in the character set they were read in, if it gives them back."""
    raw = to_bytes(text)
    for codec in (value_of(line).guess, line.header.charset, "cp1252"):
        try:
            readable = raw.decode(codec) if codec else ""
            if readable and readable.encode(codec) == raw and not has_strange_bytes(readable):
                return CardLine(text=readable, guess=codec, bad=line.bad)
        except (UnicodeError, LookupError, ValueError):
            continue
    # every byte is a character of Latin-1
    return CardLine(text=raw.decode("latin-1"), guess="latin-1", bad=line.bad)


def _as_blob(line: Line, binary: bytes, blobs: Blobs) -> CardLine:
    at = _value_start(line)
    head, value = line.text[:at], line.text[at:]
    if at and not has_strange_bytes(head):
        width = _width(head, value)
        if _folded(head, binary, width) == line.text:
            return CardLine(text=head, blob=blobs.put(binary, suffix_of(binary)), fold=width)
        if value.isascii():
            return CardLine(text=head, blob=blobs.put(value.encode(), ".line"))
    return _in_codec(line, line.text)


def _value_start(line: Line) -> int:
    """Where the base64 begins in the physical text, after a line break and blanks if need be."""
    at = colon_of(line.text) + 1
    if line.header.encoding != "b":
        data = _DATA_URI.match(line.text, at)
        at = data.end() if data else 0
    blanks = _FIRST_BREAK.match(line.text, at)
    return blanks.end() if at and blanks else at


def _width(head: str, value: str) -> int:
    """The fold: characters of a line, blanks and header included; the whole of it if unfolded."""
    first = _BREAK.split(value, 1)[0]
    rows = _BREAK.split(head)
    return len(rows[-1]) + len(first)


def _folded(head: str, binary: bytes, width: int) -> str:
    """Header and base64 at a fold of so many characters, as it most often stands in files."""
    text = binascii.b2a_base64(binary, newline=False).decode()
    rows = _BREAK.split(head)
    breaks = _BREAK.findall(head)
    indent = rows[-1] if breaks else " "
    eol = breaks[-1] if breaks else "\r\n"
    first, step = width - len(rows[-1]), width - len(indent)
    if first < 0 or step < 1:
        return ""
    chunks = [text[at : at + step] for at in range(first, len(text), step)]
    return head + text[:first] + "".join(eol + indent + chunk for chunk in chunks)


def physical_text(line: CardLine, blobs: Blobs) -> str | None:
    """The text a stored line stood in; bytes that are no UTF-8 as ``surrogateescape``.

    None if its value is not in the journal: too large, or its blob is gone.
    """
    if line.bad == TOO_LARGE:
        return None
    if line.blob:
        data = blobs.get(line.blob)
        if data is None:
            return None
        if line.fold:
            return _folded(line.text, data, line.fold)
        return line.text + data.decode("ascii", "replace")
    if line.guess:
        return line.text.encode(line.guess).decode("utf-8", "surrogateescape")
    return line.text


def load_lines(lines: Iterable[CardLine], blobs: Blobs) -> list[Line]:
    """Stored lines as content lines; those whose value is not in the journal are left out."""
    loaded: list[Line] = []
    for number, line in enumerate(lines, 1):
        text = physical_text(line, blobs)
        if text is not None:
            loaded.append(read_line(text.rstrip("\r\n"))._replace(number=number))
    return loaded


def exact(lines: Sequence[CardLine], eol: str, blobs: Blobs) -> bytes | None:
    """The card as it was, byte for byte; None if one of its values is not in the journal."""
    out: list[str] = []
    for line in lines:
        text = physical_text(line, blobs)
        if text is None:
            return None
        out.extend((text, "" if text.endswith(_LINE_ENDS) else eol))
    return to_bytes("".join(out[:-1]))
