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

_MINE: Final = frozenset({"i'm", "im", "we're"})
_MINE_APART: Final = frozenset({("i", "am"), ("we", "are")})
_WOULD: Final = frozenset(
    {"i'd", "i'll", "he'd", "he'll", "she'd", "she'll", "they'd", "they'll", "we'd", "we'll"}
)
_ENDS_PROMISE: Final = frozenset({"then", "but", "so", "no", "great", "nice", "good", "lovely"})
_VERBS: Final = frozenset(
    words.split()[0] for row in CONTACTS if row.role is Role.VERB for words in row.words
)


def plan_at(line: Line, part: Part, *, behind: bool = False) -> Part | None:
    """A bare infinitive at the start of the line: the words of the plan it begins.

    ``behind``: a day beside WHO says that it is past, so that a noun is what happened.
    """
    first = _act_at(line, part)
    if first >= part.stop:
        return None
    if line.key(part.first) == "todo":
        return Part(part.first, sentence_end(line, part.first, part.stop))
    row: PlanWord | None = PLAN_WORDS.get(line.key(first)) or next(
        (PLAN_WORDS[said] for said in _first_words(line, first) if said in PLAN_WORDS), None
    )
    if row is None or noun_at(line, first, part.stop, least=2) or first in line.spots:
        return None
    stop = sentence_end(line, first, part.stop)
    heading = line.words[first].colon  # “Zoom: Ana and Bob”
    if detail_at(line, first, stop) is not None or (row.also_noun and (behind or heading)):
        return None
    return Part(part.first, stop) if _is_plan(line, row, part, first, stop) else None


def _first_words(line: Line, first: int) -> list[str]:
    """The first two and three words of an act."""
    two = f"{line.key(first)} {line.key(first + 1)}"
    return [f"{two} {line.key(first + 2)}", two]


def _act_at(line: Line, part: Part) -> int:
    """The word of the act: behind “todo”, a day ahead, and “I'm”."""
    at = part.first
    if line.key(at) == "todo":
        return at + 1
    found = next(iter(line.days(at, part.stop, past=False)), None)
    if found is not None and line.start_of(at) == found.lead_start and found.every is None:
        at = line.index_at(found.end)
    mine = line.key(at) in _MINE or (line.key(at), line.key(at + 1)) in _MINE_APART
    if mine:
        at += 1 + (line.key(at) not in _MINE)
    return at if mine else part.first


def _is_plan(line: Line, row: PlanWord, part: Part, first: int, stop: int) -> bool:
    """Whether what a plan word needs beside it is there."""
    if first > part.first and not row.dated:
        return False
    ahead = _ahead(line, part, stop)
    if row.dated:
        said = {line.key(at) for at in range(first, stop)}
        objects_ = any(at in line.spots for at in range(first + 1, min(first + 4, stop)))
        told = said & {"was", "were", "went", "had"} or _behind(line, part, stop)
        named = objects_ and line.key(first + 1) not in {"with", "from", "to", "w/"}
        return ahead > 0 and named and not told
    if row.needs_name:
        return first + 1 in line.spots or line.key(first + 1) in {"him", "her", "them"}
    towards = line.key(first + 1) in {"with", "from", "to", "w/"}
    return not row.also_noun or ahead > 0 or (ahead == 0 and not towards)


def _behind(line: Line, part: Part, stop: int) -> bool:
    """Whether a day of a sentence is behind, however it is read: “yesterday”, “last friday”."""
    return any(
        found.day is not None and found.day < line.today and found.lead not in NOT_DUE
        for found in line.days(part.first, stop, past=False)
    )


def _ahead(line: Line, part: Part, stop: int) -> int:
    """Whether the first day of a sentence lies ahead (1), behind (-1), or is today or none (0)."""
    for found in line.days(part.first, stop, past=False):
        if found.lead in NOT_DUE or found.day is None:
            continue
        return (found.day > line.today) - (found.day < line.today)
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
    begin = min(_promised_act(line, begin), max(begin, stop - 1))
    if begin >= stop or line.key(begin) in {"nothing", "not", "never"}:
        return None
    owner = Owner.THEIRS if theirs else Owner.MINE
    return commitment(line, Part(start, stop), begin, owner=owner, people=people, holes=holes)


def _promised_act(line: Line, begin: int) -> int:
    """The word of the act itself: “that she'd call”, “to call” are both “call”."""
    at = begin + (line.key(begin) == "that")
    if line.key(at) in _WOULD:
        return at + 1
    if line.key(at) in PRONOUNS and line.key(at + 1) in {"would", "will"}:
        return at + 2
    return at + 1 if line.key(at) == "to" else begin


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
