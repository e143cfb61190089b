"""Whether they were reached: what a line says of an answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from netjournal.capture.answerwords import REPLIES, ReplyWord
from netjournal.capture.contact import Hit
from netjournal.capture.line import Line, Part, Spot
from netjournal.capture.wordlists import ABOUT
from netjournal.domain.values import Channel, Direction, Reply

REPLY_PHRASES: Final = {tuple(words.split()): row for row in REPLIES for words in row.words}
_LONGEST: Final = max(map(len, REPLY_PHRASES))
_DID_NOT: Final = frozenset({"did", "didn't", "didnt"})
NEEDED: Final = frozenset({"needed", "necessary", "required"})
"""“no reply needed” is no answer."""
_PLAIN: Final = frozenset({"no", "engaged", "busy", "unavailable"})
_AGAIN: Final = frozenset({"again", "twice", "times", "today", "yesterday"})
"""“rang Ana twice no luck”: what is told without a comma, at the end of a part."""
_LEADING: Final = frozenset(
    {"but", "and", "he", "she", "they", "both", "was", "were", "is", "line", "phone", "still",
     "always", "again", "sadly", "all"}
)  # fmt: skip
"""What may stand before an answer that is a part of its own: “but no luck”, “she was out”."""


def reply_of(line: Line, hit: Hit, hits: Sequence[Hit], parts: Sequence[Part]) -> Reply | None:
    """What the parts of a line say of the answer to the contact that decides."""
    if hit.direction is not Direction.OUTBOUND:
        return hit.reply or _not_taken(line, hit, parts)
    said = hit.reply
    several = len({other.part for other in hits}) > 1
    for part in parts:
        if several and part.first < hit.part.first:
            continue
        at = part.first
        while at < part.stop and not (line.key(at) in ABOUT and at > part.first):
            row, length = _reply_at(line, part, at)
            if row is not None and not (part == hit.part and hit.first <= at < hit.stop):
                said = row.reply
            at += length
    return said


def only_one_answered(
    line: Line, hit: Hit, people: Sequence[Spot], parts: Sequence[Part]
) -> Spot | None:
    """“called Ana and Bob, Bob didn't answer”: whose answer is not that of all."""
    if hit.direction is not Direction.OUTBOUND or len(people) < 2:
        return None
    called = {match.person for spot in people for match in spot.matches}
    for part in parts:
        spot = line.spots.get(part.first)
        if part.first <= hit.first or spot is None or spot.owns or spot.stop >= part.stop:
            continue
        row, _ = _reply_at(line, part, spot.stop)
        if row is not None and called & {match.person for match in spot.matches}:
            return spot
    return None


def _not_taken(line: Line, hit: Hit, parts: Sequence[Part]) -> Reply | None:
    """“Ana called, I didn't pick up”: a call of theirs that did not reach me."""
    if hit.row.channel is not Channel.PHONE or hit.direction is not Direction.INBOUND:
        return None
    for part in parts:
        for at in range(max(part.first, hit.stop), part.stop):
            row, _ = _reply_at(line, part, at)
            mine = line.key(at - 1) == "i" or at == part.first
            if mine and row is not None and row.reply is Reply.NONE and line.key(at) in _DID_NOT:
                return Reply.NONE
            if at == part.first and line.key(at) == "missed" and part.stop - at <= _LONGEST:
                return Reply.NONE
    return None


def _reply_at(line: Line, part: Part, at: int) -> tuple[ReplyWord | None, int]:
    """The answer words at a word, and how many words they are."""
    for length in range(min(_LONGEST, part.stop - at), 0, -1):
        row = REPLY_PHRASES.get(tuple(line.key(at + step) for step in range(length)))
        if row is None or line.key(at + length) in NEEDED:
            continue
        if not row.alone or (at + length == part.stop and _alone(line, part, at)):
            return row, length
    return None, 1


def _alone(line: Line, part: Part, at: int) -> bool:
    """Whether only small words stand before, back to the part's start or to “but”."""
    first = at
    while first > part.first and line.key(first - 1) in _LEADING:
        first -= 1
    if first == part.first or (first < at and line.key(first) in {"but", "and"}):
        return True
    return line.key(at) in _PLAIN and (
        line.spot_before(at) is not None or line.key(at - 1) in _AGAIN
    )
