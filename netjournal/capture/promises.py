"""Plans at the start of a line, and what somebody promised in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from netjournal.capture.clausewords import PROMISED
from netjournal.capture.commitments import PLAN_WORDS, Read, commitment, objects
from netjournal.capture.contactwords import CONTACTS, Role
from netjournal.capture.line import LONGEST_PART, Line, Part, Spot
from netjournal.capture.meeting import named_before
from netjournal.capture.reading import Place, Who
from netjournal.capture.scene import third_person
from netjournal.capture.wordlists import (
    ADVERBS,
    ME,
    OTHERS_ACT,
    PLURAL,
    PRONOUNS,
    SINGULAR,
)
from netjournal.capture.words import Pause
from netjournal.domain.values import Owner

_WOULD: Final = frozenset(
    {"i'd", "i'll", "he'd", "he'll", "she'd", "she'll", "they'd", "they'll", "we'd", "we'll"}
)
_ENDS_PROMISE: Final = frozenset({"then", "but", "so", "no", "great", "nice", "good", "lovely"})
_VERBS: Final = frozenset(
    words.split()[0] for row in CONTACTS if row.role is Role.VERB for words in row.words
)
_MY_ACTS: Final = _VERBS - {
    "came", "dropped", "stopped", "popped", "heard", "replied", "answered", "got",
}  # fmt: skip
"""Verbs whose subject, unsaid, is me."""


def promised_in(line: Line, free: Part, holes: Sequence[Place]) -> list[Read]:
    """Every ``promised …`` of some words."""
    found: list[Read] = []
    at = free.first
    while at < free.stop:
        read = _promised(line, free, at, holes) if line.key(at) == PROMISED else None
        if read is not None:
            found.append(read)
            at = read.part.stop
        else:
            at += 1
    return found


def _promised(line: Line, free: Part, at: int, holes: Sequence[Place]) -> Read | None:
    part = _part_around(line, free, at)
    back = at - 1
    while back >= part.first and line.key(back) in ADVERBS:
        back -= 1
    if back >= part.first and line.key(back + 1) == "and":
        return _promised_too(line, part, at, back + 1, free, holes)
    subject = line.spot_before(back + 1) if back >= part.first else None
    theirs = third_person(line, part, at)
    if back >= part.first and not theirs and line.key(back) not in {"i", "we", "i've", "i'd"}:
        return None
    start = back + 1
    group = _subjects(line, subject, part.first) if subject is not None else []
    if theirs:
        start = group[0].first if group else back
    elif back >= part.first:
        start = back
    while start - 1 >= part.first and line.key(start - 1) in ADVERBS:
        start -= 1
    people = _promising(line, group, back, free.first) if theirs else None
    return _act(line, Part(start, free.stop), at, people, free, holes)


def _promised_too(
    line: Line, part: Part, at: int, joint: int, free: Part, holes: Sequence[Place]
) -> Read | None:
    """“called Bob and promised …”, “Bob called and promised …”: by whom the act before was."""
    act = part.first + (line.key(part.first) in {"i", "we"})
    if line.key(act) in _MY_ACTS:
        return _act(line, Part(joint, free.stop), at, None, free, holes)
    group = _listed(line, part.first)
    if not group or line.key(group[-1].stop) not in _VERBS:
        return None
    people = tuple(line.who(spot) for spot in group)
    return _act(line, Part(joint, free.stop), at, people, free, holes)


def _act(
    line: Line,
    part: Part,
    at: int,
    theirs: tuple[Who, ...] | None,
    free: Part,
    holes: Sequence[Place],
) -> Read | None:
    """What was promised, behind the word at ``at``; ``theirs``: who did, if I did not."""
    stop = _promise_end(line, at, part.stop)
    if theirs is not None:
        people, begin = theirs, at + 1 + (line.key(at + 1) in ME)
    else:
        people, begin = _promised_to(line, at, free.first)
    begin = min(_promised_act(line, begin), max(begin, stop - 1))
    if begin >= stop or line.key(begin) in {"nothing", "not", "never"}:
        return None
    owner = Owner.MINE if theirs is None else Owner.THEIRS
    return commitment(line, Part(part.first, stop), begin, owner=owner, people=people, holes=holes)


def _promised_act(line: Line, begin: int) -> int:
    """The word of the act itself: “that she'd call”, “to call” are both “call”."""
    at = begin + (line.key(begin) == "that")
    if line.key(at) in _WOULD:
        return at + 1
    if line.key(at) in PRONOUNS and line.key(at + 1) in {"would", "will"}:
        return at + 2
    written_short = line.key(at) == "2" and line.key(at + 1) in PLAN_WORDS  # “promised 2 send”
    return at + 1 if line.key(at) == "to" or written_short else begin


def _part_around(line: Line, free: Part, at: int) -> Part:
    first, floor = at, max(free.first, at - LONGEST_PART)
    while first > floor and line.together(first):
        first -= 1
    return Part(first, free.stop)


def _subjects(line: Line, last: Spot, floor: int) -> list[Spot]:
    """“Ana and Bob promised”, “Ana/Bob promised”: all who did."""
    group = [last]
    while group[0].first > floor and line.together(group[0].first):
        before = line.spot_before(group[0].first - (line.key(group[0].first - 1) == "and"))
        if before is None or before.owns or before.first < floor:
            break
        group.insert(0, before)
    return group


def _promising(line: Line, group: list[Spot], back: int, floor: int) -> tuple[Who, ...]:
    """Who promised: the names, or whom ``he`` or ``they`` means."""
    if group:
        return tuple(line.who(spot) for spot in group)
    if line.key(back) in OTHERS_ACT:
        group = named_before(line, back, floor, one=line.key(back) in SINGULAR)
        return tuple(line.who(spot) for spot in group)
    return (line.new_who(back, back + 1, may_be_new=line.insist_new),)


def _promised_to(line: Line, at: int, floor: int) -> tuple[tuple[Who, ...], int]:
    """Whom I promised, and the word after the object: else those named before it."""
    several = _listed(line, at + 1)
    if several:
        return tuple(line.who(spot) for spot in several), several[-1].stop
    key = line.key(at + 1)
    begin = at + 1 + (key in {"him", "her", "them", "both"} and at + 2 < len(line.words))
    later = objects(line, begin, _promise_end(line, at, len(line.words)))
    if later and key not in SINGULAR | PLURAL:
        return tuple(line.who(spot) for spot in later), begin
    group = named_before(line, at, floor, one=key in SINGULAR)
    return tuple(line.who(spot) for spot in group), begin


def _listed(line: Line, at: int) -> list[Spot]:
    """The names that stand at a word: “Ana”, “Ana and Bob”, “Ana, Bob and Karl”."""
    found: list[Spot] = []
    spot = line.spots.get(at)
    while spot is not None and not spot.owns:
        found.append(spot)
        joined = line.key(spot.stop) == "and" and line.together(spot.stop)
        listed = spot.stop in line.spots and line.words[spot.stop].pause is Pause.COMMA
        spot = line.spots.get(spot.stop + joined) if joined or listed else None
    return found


def _promise_end(line: Line, at: int, limit: int) -> int:
    """A comma ends a promise once its day is said, or where something else begins."""
    stop = next((index for index in range(at + 1, limit) if _new_act(line, index, at)), limit)
    if stop < limit and line.words[stop].pause is not Pause.STOP:
        subject = line.spot_before(stop)
        stop = max(at + 1, subject.first if subject else stop - 1)
    days = [line.index_at(found.start) for found in line.days(at, stop, past=False)]
    for index in range(at + 2, stop):
        if line.words[index].pause is not Pause.COMMA:
            continue
        key = line.key(index)
        begins = key in PRONOUNS or key in _ENDS_PROMISE or key == PROMISED or index in line.spots
        if begins or any(day < index for day in days) or key in _VERBS:
            return index
    return stop


def _new_act(line: Line, index: int, at: int) -> bool:
    """Whether another sentence, or another promise than that at a word, is there."""
    another = index > at + 1 and line.key(index) == PROMISED
    return another or line.words[index].pause is Pause.STOP
