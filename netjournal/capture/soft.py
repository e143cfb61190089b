"""Hints: what stays text although it may have been meant as more, and how to write that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from netjournal.capture.commitments import PLAN_WORDS
from netjournal.capture.line import Line, Part
from netjournal.capture.wordlists import DUTY, ME, OTHERS_ACT, VAGUE
from netjournal.capture.words import Pause
from netjournal.domain.datewords import MONTHS

_SHORT: Final = frozenset(
    {"i'll", "he'll", "she'll", "they'll", "we'll", "i’ll", "he’ll", "she’ll"}
)
_ACTS: Final = frozenset(
    {"ask", "bring", "call", "check", "come", "confirm", "email", "find", "forward", "get", "give",
     "introduce", "let", "lend", "look", "make", "meet", "pay", "phone", "post", "reply", "return",
     "ring", "send", "share", "talk", "tell", "text", "try", "visit", "write"}
)  # fmt: skip
"""After “will”, one of these is something to do."""
_BIRTHDAYS: Final = frozenset({"birthday", "bday"})


def promise_hint(line: Line, free: Iterable[Part], *, happened: bool) -> str:
    """How to write what may be a promise or a plan; empty if nothing looks like one."""
    parts = list(free)
    for part in parts:
        for at in range(part.first, part.stop):
            stop, theirs = _promising(line, part, at)
            if stop:
                example = "they: …" if theirs else "next: …"
                said = line.text[line.words[at].start : line.words[stop - 1].end]
                return f"“{said}” stays text; write “{example}” or “promised” for a promise."
    first = parts[0].first if parts else len(line.words)
    first += line.key(first) == "i"
    if not happened and line.key(first) in DUTY:
        said = line.said(first, first + 1)
        return f"“{said}” stays text; write “next: …” for something to do."
    return ""


def _promising(line: Line, part: Part, at: int) -> tuple[int, bool]:
    """The word after what may be a promise, 0 if nothing is, and whether it is theirs."""
    key, after = line.key(at), line.key(at + 1) if at + 1 < part.stop else ""
    if key in _SHORT:
        return at + 1, key[0] not in "iw"
    if key == "will" and after in _ACTS:
        to_me = bool({line.key(index) for index in range(at, min(part.stop, at + 8))} & ME)
        return at + 2, _somebody(line, at, otherwise=to_me)
    if key in {"need", "needs"} and after == "to":
        return at + 2, _somebody(line, at, otherwise=False)
    opens = at == part.first or line.words[at].pause > Pause.NONE
    if key == "next" and opens and (after in PLAN_WORDS or after == "time"):
        return at + 1, False
    if key in {"have", "has", "gonna", "going"} and after == "to" and line.key(at + 2) in _ACTS:
        return at + 2, _somebody(line, at, otherwise=False)
    if key == "remind" and after == "me":
        return at + 2, False
    if key == "waiting" and after == "for":
        return at + 2, True
    if key == "asked" and _asked_for(line, part, at):
        return at + 1, not _somebody(line, at, otherwise=after in ME | {"for"})
    return 0, False


def _somebody(line: Line, at: int, *, otherwise: bool) -> bool:
    """Whether the subject before a verb is somebody else than I; ``otherwise`` without one."""
    before = line.key(at - 1)
    if not line.together(at):
        return otherwise
    if before in {"i", "we"}:
        return False
    return before in OTHERS_ACT or line.spot_before(at) is not None or otherwise


def _asked_for(line: Line, part: Part, at: int) -> bool:
    keys = [line.key(index) for index in range(at + 1, min(part.stop, at + 12))]
    return "for" in keys[:3] and "by" in keys


def birthday_hint(line: Line, free: Iterable[Part]) -> str:
    """How to keep a birthday that is only spoken of with its day."""
    keys = {line.key(at) for part in free for at in range(part.first, part.stop)}
    if not keys & _BIRTHDAYS or not keys & MONTHS.keys():
        return ""
    return "“birthday” stays text; write “birthday: …” with its day to keep one."


def vague_hints(line: Line) -> Iterator[str]:
    """A time that is no day."""
    folded = " ".join(word.key for word in line.words)
    vague = next((phrase for phrase in VAGUE if f" {phrase} " in f" {folded} "), "")
    if vague:
        yield f"“{vague}” is no day, so today is taken; “3 days ago” would be one."
