"""Plans at the start of a line, and what somebody promised in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from netjournal.capture.clausewords import PROMISED, PlanWord
from netjournal.capture.commitments import NOT_DUE, PLAN_WORDS, Read, commitment, noun_at, objects
from netjournal.capture.contactwords import CONTACTS, Role
from netjournal.capture.details import detail_at
from netjournal.capture.line import Line, Part, Spot
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

_ENDS_PROMISE: Final = frozenset({"then", "but", "so", "no", "great", "nice", "good", "lovely"})
_VERBS: Final = frozenset(
    words.split()[0] for row in CONTACTS if row.role is Role.VERB for words in row.words
)


def plan_at(line: Line, part: Part, *, behind: bool = False) -> Part | None:
    """A bare infinitive at the start of the line: the words of the plan it begins.

    ``behind``: a day beside WHO says that it is past, so that a noun is what happened.
    """
    row: PlanWord | None = PLAN_WORDS.get(line.key(part.first)) or (
        PLAN_WORDS.get(f"{line.key(part.first)} {line.key(part.first + 1)}")
    )
    if (
        row is None
        or noun_at(line, part.first, part.stop, least=2)
        or part.first in line.spots
        or part.stop - part.first < 1
        or (row.also_noun and behind)
    ):
        return None
    stop = sentence_end(line, part.first, part.stop)
    if detail_at(line, part.first, stop) is not None:
        return None
    if row.also_noun:
        if (
            line.key(part.first + 1) in {"with", "from", "to", "w/"}
            and _ahead(line, part, stop) < 1
        ):
            return None
        if _ahead(line, part, stop) < 0:
            return None
    return Part(part.first, stop)


def _ahead(line: Line, part: Part, stop: int) -> int:
    """Whether the first day of a sentence lies ahead (1), behind (-1), or is not said (0)."""
    for found in line.days(part.first, stop, past=False):
        if found.lead in NOT_DUE or found.day is None:
            continue
        return 1 if found.day > line.today else -1
    return 0


def sentence_end(line: Line, first: int, stop: int) -> int:
    """The word after the sentence that starts at a word."""
    return next((at for at in range(first + 1, stop) if line.words[at].pause is Pause.STOP), stop)


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
    subject = line.spot_before(back + 1) if back >= part.first else None
    theirs = third_person(line, part, at)
    if back >= part.first and not theirs and line.key(back) not in {"i", "we", "i've", "i'd"}:
        return None
    start = back + 1
    if theirs:
        start = subject.first if subject is not None else back
    elif back >= part.first:
        start = back
    while start - 1 >= part.first and line.key(start - 1) in ADVERBS:
        start -= 1
    stop = _promise_end(line, at, free.stop)
    if theirs:
        people = _promising(line, subject, back, free.first)
        begin = at + 1 + (line.key(at + 1) in ME)
    else:
        people, begin = _promised_to(line, at, free.first)
    begin += line.key(begin) == "to" and begin + 1 < stop
    if begin >= stop:
        return None
    owner = Owner.THEIRS if theirs else Owner.MINE
    return commitment(line, Part(start, stop), begin, owner=owner, people=people, holes=holes)


def _part_around(line: Line, free: Part, at: int) -> Part:
    first = at
    while first > free.first and line.together(first):
        first -= 1
    return Part(first, free.stop)


def _promising(line: Line, subject: Spot | None, back: int, floor: int) -> tuple[Who, ...]:
    """Who promised: the name, or whom ``he`` or ``they`` means."""
    if subject is not None:
        return (line.who(subject),)
    if line.key(back) in OTHERS_ACT:
        group = named_before(line, back, floor, one=line.key(back) in SINGULAR)
        return tuple(line.who(spot) for spot in group)
    return (line.new_who(back, back + 1, may_be_new=line.insist_new),)


def _promised_to(line: Line, at: int, floor: int) -> tuple[tuple[Who, ...], int]:
    """Whom I promised, and the word after the object: else those named before it."""
    spot = line.spots.get(at + 1)
    if spot is not None and not spot.owns:
        return (line.who(spot),), spot.stop
    key = line.key(at + 1)
    begin = at + 1 + (key in {"him", "her", "them", "both"} and at + 2 < len(line.words))
    later = objects(line, begin, _promise_end(line, at, len(line.words)))
    if later and key not in SINGULAR | PLURAL:
        return tuple(line.who(spot) for spot in later), begin
    group = named_before(line, at, floor, one=key in SINGULAR)
    return tuple(line.who(spot) for spot in group), begin


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
