"""Bytes into cards and what stands between them; one bad card never hides another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netjournal.tuples import NamedTuple

_BOM = rb"(?:\xef\xbb\xbf)*"
_BLANKS = b"\r\n \t\x1a\x00"

# A boundary fills its line; blanks, NUL and the Ctrl-Z of old systems may follow it. ``AGENT:`` on
# the same line opens a nested card. Found by its value first: ten times faster than by its name.
_VALUE = re.compile(rb":[ \t]*[Vv][Cc][Aa][Rr][Dd](?=[ \t\x1a\x00]*(?:[\r\n]|\Z))")
_NAME = re.compile(_BOM + rb"((?:[\w-]+\.)?AGENT[^:]*:[ \t]*)?(BEGIN|END)[ \t]*", re.IGNORECASE)
_AGENT_BEFORE = re.compile(
    rb"(?:\A|[\r\n])(?:[\w-]+\.)?AGENT(?:;[^:\r\n]*)?:[ \t\r\n]*\Z", re.IGNORECASE
)
_AGENT_REACH = 200
_PROPERTY = re.compile(
    rb"(?:\A|(?<=[\r\n]))" + _BOM + rb"((?!END[ \t]*:)[\w.-]+[ \t]*[;:])", re.IGNORECASE
)
_LINE_END = re.compile(rb"\r{1,4}\n|\r|\n")
_LONE_CR = re.compile(rb"\r(?![\r\n])|\r{5}")


class _Boundary(NamedTuple):
    """A line that begins or ends a card: where it starts (its marks left out) and stops."""

    line: int
    start: int
    stop: int
    opens: bool
    agent: bool


class Piece(NamedTuple):
    """A card, or what stands between cards; all pieces joined are the input."""

    data: bytes
    line: int
    """Line of the file it begins on, from 1."""
    is_card: bool
    begun: bool = True
    """A ``BEGIN:VCARD`` was there."""
    ended: bool = True
    """An ``END:VCARD`` was there."""

    @property
    def is_blank(self) -> bool:
        """Nothing but blanks, line ends and byte order marks."""
        return not self.data.replace(b"\xef\xbb\xbf", b"").strip(_BLANKS)


def split(data: bytes) -> Iterator[Piece]:
    """Every card of the bytes, in order, and the pieces between them; never raises.

    A ``BEGIN`` inside a card means that the END was missing, unless it follows ``AGENT:`` (a nested
    card, kept inside its owner's); lines outside of cards that end in ``END`` had no BEGIN. A line
    end after ``END:VCARD`` belongs to what follows the card.
    """
    line = 1
    lone_cr = bool(_LONE_CR.search(data))
    for piece in _cut(data):
        if piece.data:
            yield piece._replace(line=line)
            line += len(_LINE_END.findall(piece.data)) if lone_cr else piece.data.count(b"\n")


def _boundaries(data: bytes) -> Iterator[_Boundary]:
    low = 0
    for value in _VALUE.finditer(data):
        at = value.start()
        line = max(low, data.rfind(b"\n", low, at) + 1, data.rfind(b"\r", low, at) + 1)
        low = value.end()
        if name := _NAME.fullmatch(data, line, at):
            opens = name[2][:1] in b"Bb"
            yield _Boundary(line, name.start(2), value.end(), opens, bool(name[1]))


def _cut(data: bytes) -> Iterator[Piece]:
    """The pieces without their line numbers; empty ones among them."""
    done = 0  # everything before it has been yielded
    looked = 0  # no property stands between cards before it
    depth = 0
    for edge in _boundaries(data):
        if depth and edge.opens and (edge.agent or _follows_agent(data, done, edge.line)):
            depth += 1
        elif edge.opens and not edge.agent:
            if depth:
                card = data[done : edge.line].rstrip(_BLANKS)
                yield Piece(card, 0, is_card=True, ended=False)
                done += len(card)
            yield Piece(data[done : edge.start], 0, is_card=False)
            done, depth = edge.start, 1
        elif depth and not edge.opens:
            depth -= 1
            if not depth:
                yield Piece(data[done : edge.stop], 0, is_card=True)
                done = edge.stop
        elif not edge.opens:
            if first := _PROPERTY.search(data, max(done, looked), edge.line):
                yield Piece(data[done : first.start(1)], 0, is_card=False)
                yield Piece(data[first.start(1) : edge.stop], 0, is_card=True, begun=False)
                done = edge.stop
            looked = edge.stop
    if depth:
        card = data[done:].rstrip(_BLANKS)
        yield Piece(card, 0, is_card=True, ended=False)
        done += len(card)
    yield Piece(data[done:], 0, is_card=False)


def _follows_agent(data: bytes, start: int, line: int) -> bool:
    return bool(_AGENT_BEFORE.search(data, max(start, line - _AGENT_REACH), line))
