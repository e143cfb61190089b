"""A file's bytes as cards: lines, fields, hash and what was wrong; one card at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from netjournal.errors import UsageError
from netjournal.exchange.plan import Trouble
from netjournal.exchange.vcard.canon import canon
from netjournal.exchange.vcard.charsets import has_strange_bytes
from netjournal.exchange.vcard.convert import RAW, opened
from netjournal.exchange.vcard.decode import (
    binary_of,
    fallback_of,
    text_of,
    unescape,
    value_of,
)
from netjournal.exchange.vcard.fields import CardFields, read_fields
from netjournal.exchange.vcard.lines import Line, read_lines
from netjournal.exchange.vcard.plain import one_line
from netjournal.exchange.vcard.sniff import sniff
from netjournal.exchange.vcard.split import Piece, split
from netjournal.exchange.vcard.stored import LARGEST_LINE
from netjournal.tuples import NamedTuple

_ROWS = re.compile(r"\r{1,4}\n|\r|\n")
_NAMES = re.compile(rb"^(?:FN|N)[^:\r\n]*:([^\r\n]{1,200})", re.IGNORECASE | re.MULTILINE)
_GROUP_KINDS = frozenset({"KIND", "X-ADDRESSBOOKSERVER-KIND"})
MEMBERS = frozenset({"MEMBER", "X-ADDRESSBOOKSERVER-MEMBER"})
_PICTURES = frozenset({"PHOTO", "LOGO"})


class Note(NamedTuple):
    """Something wrong with a card or between cards; nothing is lost by it."""

    kind: Trouble
    line: int
    """The line of the file."""
    message: str


class ReadCard(NamedTuple):
    """One card as it was read."""

    number: int
    """Its place in the file, from 1."""
    line: int
    """The line of the file it begins on."""
    version: str
    """``2.1``, ``3.0`` or ``4.0``."""
    lines: Sequence[Line]
    """As they stand, to be stored."""
    said: Sequence[Line]
    """The same, lines that were carried raw by our own export opened."""
    fields: CardFields
    canon: str
    uid: str = ""
    members: tuple[str, ...] = ()
    """UIDs of the members, for a group."""
    is_group: bool = False
    notes: tuple[Note, ...] = ()


class Outside(NamedTuple):
    """Text between cards that belongs to none."""

    note: Note


def version_of(lines: Sequence[Line]) -> str:
    """The grammar a card is written in; 3.0 where it does not say."""
    for line in lines:
        if line.name == "VERSION":
            text = line.value.strip()
            return "2.1" if text.startswith("2") else "4.0" if text.startswith("4") else "3.0"
    return "3.0"


def read_cards(data: bytes, encoding: str = "") -> Iterator[ReadCard | Outside]:
    """Every card of a file and the text between them, in order; no bytes make it raise.

    ``encoding`` is that of the whole file, where somebody knows it.

    Raises:
        UsageError: there is no such encoding.

    """
    number = 0
    for piece in split(_recoded(data, encoding) if encoding else sniff(data).data):
        if piece.is_card:
            number += 1
            yield read_card(piece, number)
        elif not piece.is_blank:
            yield _outside(piece)


def _recoded(data: bytes, encoding: str) -> bytes:
    try:
        return data.decode(encoding, "replace").encode("utf-8", "replace")
    except (LookupError, UnicodeError):
        raise UsageError(f"There is no character set {encoding!r}.") from None


def _outside(piece: Piece) -> Outside:
    rows = _ROWS.split(piece.data.decode("utf-8", "replace"))
    filled = [(at, row.strip()) for at, row in enumerate(rows) if row.strip("\ufeff \t\0\x1a")]
    at, first = filled[0] if filled else (0, "")
    message = f"text outside of cards is left out: {first[:60]!r}"
    if len(filled) > 1:
        message += f" and {len(filled) - 1} more"
    return Outside(Note(Trouble.OUTSIDE, piece.line + at, message))


def read_card(piece: Piece, number: int) -> ReadCard:
    """One card, of which nothing makes this raise; ``number`` is its place in its file."""
    text = piece.data.decode("utf-8", "surrogateescape")
    lines = read_lines(text, piece.line)
    said = [opened(line) for line in lines] if RAW in text.upper() else lines
    version = version_of(said)
    notes = list(_frame_notes(piece))
    try:
        fields = read_fields(said, version)
        notes.extend(_line_notes(said, fields, text))
    except Exception as error:  # noqa: BLE001 - one card must never hide the others
        fields = CardFields(name=_rough_name(piece.data))
        message = f"not read fully ({type(error).__name__}: an error of ours); kept unchanged"
        notes.append(Note(Trouble.INTERNAL, piece.line, message))
    by_name = {line.header.name: line for line in reversed(said)}
    kinds = {by_name[name].value.strip().lower() for name in _GROUP_KINDS & by_name.keys()}
    is_group = "group" in kinds
    return ReadCard(
        number=number,
        line=piece.line,
        version=version,
        lines=lines,
        said=said,
        fields=fields,
        canon=canon(said, version),
        uid=plain_value(by_name.get("UID")),
        is_group=is_group,
        members=members_of(said) if is_group else (),
        notes=tuple(notes),
    )


def members_of(lines: Sequence[Line]) -> tuple[str, ...]:
    """The UIDs a list of people names."""
    return tuple(plain_value(line) for line in lines if line.name in MEMBERS)


def first(lines: Sequence[Line], name: str) -> Line | None:
    """The first line of that name."""
    return next((line for line in lines if line.name == name), None)


def plain_value(line: Line | None) -> str:
    """A value on one line, decoded; nothing for no line."""
    return one_line(unescape(text_of(line))) if line else ""


def _frame_notes(piece: Piece) -> Iterator[Note]:
    if not piece.ended:
        yield Note(Trouble.FRAME, piece.line, "the card had no END; read up to the next one")
    if not piece.begun:
        yield Note(Trouble.FRAME, piece.line, "the card had no BEGIN; read up to its END")


def _line_notes(lines: Sequence[Line], fields: CardFields, text: str) -> Iterator[Note]:
    for line in lines:
        if line.bad:
            shown = line.text[:60].encode("utf-8", "replace").decode()
            message = f"not understood ({line.bad}), kept unchanged: {shown!r}"
            yield Note(Trouble.LINE, line.number, message)
        elif line.header.is_binary and line.value:
            yield from _binary_note(line)
    for at, message in fields.problems:
        yield Note(Trouble.DAY, lines[at].number, message)
    if has_strange_bytes(text) or "PRINTABLE" in text.upper():
        yield from _encoding_notes(lines)


def _binary_note(line: Line) -> Iterator[Note]:
    what = "picture" if line.name in _PICTURES else line.name
    if len(line.text) > LARGEST_LINE:
        size = len(line.text) * 3 // 4 // 2**20
        message = f"the {what} ({size} MB) is too large; it stays in the import archive"
        yield Note(Trouble.PICTURE, line.number, message)
    elif binary_of(line) is None:
        yield Note(Trouble.PICTURE, line.number, f"the {what} is damaged; kept, not shown")


def _encoding_notes(lines: Sequence[Line]) -> Iterator[Note]:
    """One note for all guessed lines of a card, and one for each value that was cut off."""
    fallback = fallback_of(lines)
    guessed = False
    for line in lines:
        if line.header.encoding != "q" and not has_strange_bytes(line.value):
            continue
        value = value_of(line, fallback)
        if value.cut:
            yield Note(Trouble.CUT, line.number, f"{line.name} ends in half a character")
        elif value.guess and not guessed:
            guessed = True
            message = f"not in UTF-8; read as {value.guess}"
            yield Note(Trouble.ENCODING, line.number, message)


def _rough_name(data: bytes) -> str:
    found = _NAMES.search(data)
    return found[1].decode("utf-8", "replace").replace(";", " ").strip() if found else ""
