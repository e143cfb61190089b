"""Commitments of a line: ``next:``, ``they:``, ``ask:``, plans, and what was promised."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from netjournal.capture.contact import third_person
from netjournal.capture.grammar import CONTACTS, PLANS, PROMISED, PlanWord, Role
from netjournal.capture.line import Line, Part, Spot
from netjournal.capture.meeting import named_before
from netjournal.capture.reading import Place, Problem, Promise, Who
from netjournal.capture.wordlists import (
    ABOUT,
    ADVERBS,
    ME,
    MENTIONING,
    OTHERS_ACT,
    PLURAL,
    PRONOUNS,
    SINGULAR,
)
from netjournal.capture.words import Pause, without
from netjournal.domain.dates import Found
from netjournal.domain.values import Channel, Owner

PLAN_WORDS: Final = {words: row for row in PLANS for words in row.words}
_NOT_DUE: Final = frozenset({"about", "re", "of", "since", "from", "regarding", "than", "between"})
_NOUNS: Final = {
    tuple(words.split()): row
    for row in CONTACTS
    if row.role in {Role.SHARED, Role.THING, Role.MANNER}
    for words in row.words
}
_BEFORE_NOUN: Final = frozenset(
    {"a", "an", "by", "for", "to", "over", "another", "quick", "long", "short", "have", "next"}
)
_ENDS_PROMISE: Final = frozenset({"then", "but", "so", "no", "great", "nice", "good", "lovely"})


@dataclass(frozen=True, slots=True)
class Read:
    """A commitment as read, with what it used of the line."""

    promise: Promise
    part: Part
    dates: tuple[Place, ...] = ()
    spots: tuple[Spot, ...] = ()
    problems: tuple[Problem, ...] = ()
    hints: tuple[str, ...] = ()


def commitment(
    line: Line,
    part: Part,
    begin: int,
    *,
    owner: Owner,
    people: tuple[Who, ...] = (),
    holes: Sequence[Place] = (),
    ask: bool = False,
) -> Read:
    """Words ``begin`` up to the end of ``part`` as a promise; the first day in it is the due day.

    Without ``people``, those who are named in it as objects are its people.
    """
    due, first, hints = _due(line, begin, part.stop)
    end = line.start_of(part.stop)
    dates = [Place(found.lead_start, found.end) for found in (due, first) if found is not None]
    cut = [*holes, *dates]
    start = line.start_of(begin)
    if part.stop - 1 > begin and line.key(part.stop - 1) in {"and", "then", "but"}:
        end = line.words[part.stop - 1].start
    left = without(line.text, start, end, cut).rstrip(" .")
    text = left or without(line.text, start, end, holes)
    problems = []
    wrong = next((found for found in (due, first) if found is not None and found.problem), None)
    if wrong is not None:
        problems.append(Problem(message=wrong.problem, places=(Place(wrong.start, wrong.end),)))
    elif not left:
        whole = line.place(part.first, part.stop)
        problems.append(Problem(message="Say what is to be done, not only when.", places=(whole,)))
    # a favour is asked of somebody; the others it names are what it is about
    last = min(begin + 1, part.stop) if ask else part.stop
    spots = () if people else tuple(_objects(line, begin, last))
    promise = Promise(
        owner=owner,
        text=text,
        place=line.place(part.first, part.stop),
        people=people or tuple(line.who(spot) for spot in spots),
        due=(first or due).day if due is not None else None,
        channel=plan_channel(line, _after(line, begin, dates), part.stop),
        every=due.every if due is not None else None,
        ask=ask,
    )
    return Read(promise, part, tuple(dates), spots, tuple(problems), hints)


def _after(line: Line, begin: int, dates: Sequence[Place]) -> int:
    """The first word of an act, a date before it passed over."""
    at = begin
    for place in dates:
        if line.start_of(at) == place.start:
            at = line.index_at(place.end)
    return at


def _due(line: Line, begin: int, stop: int) -> tuple[Found | None, Found | None, tuple[str, ...]]:
    """The due day, or a recurrence with the first day that is said after it."""
    hints: list[str] = []
    recurring: Found | None = None
    for found in line.days(begin, stop, past=False):
        lead_in = found.lead in _NOT_DUE and not (recurring and found.lead == "from")
        if lead_in or line.index_at(found.start) in line.spots:
            continue
        if recurring is not None:
            return recurring, found if found.every is None else None, tuple(hints)
        if found.every is not None and not found.problem:
            recurring = found
            continue
        behind = found.day is not None and found.day < line.today
        if behind and not found.year_written:
            said = line.text[found.start : found.end]
            hints.append(f"“{said}” has passed and stays in the text; a due day lies ahead.")
            continue
        return found, None, tuple(hints)
    return recurring, None, tuple(hints)


def _objects(line: Line, first: int, stop: int) -> list[Spot]:
    """The people an act is for: names in it that are no possessive and not what it is about."""
    people = []
    for at in range(first, stop):
        if line.key(at) in ABOUT:
            break
        spot = line.spots.get(at)
        if spot is None or spot.owns:
            continue
        before = line.key(at - 1) if at > first else ""
        if before in MENTIONING or before in {"at", "near", "like", "than"}:
            continue
        called = before in PLAN_WORDS or before in {"to", "with", "for", "and", "from"}
        if spot.sure or called or at == first:
            people.append(spot)
    return people


def plan_channel(line: Line, first: int, stop: int) -> Channel | None:
    """The channel of an act to come: what is sent counts more than the verb."""
    channel = None
    for at in range(first, stop):
        key = line.key(at)
        if at > first and key in ABOUT:
            break
        if at in line.spots:
            continue
        noun = _noun_at(line, at, stop)
        if noun is not None and (at == first or _noun_stands(line, at, noun)):
            return noun
        if channel is None and key in PLAN_WORDS and (at == first or _verb_stands(line, at)):
            channel = PLAN_WORDS[key].channel
    return channel


def _noun_at(line: Line, at: int, stop: int) -> Channel | None:
    for length in (3, 2, 1):
        row = _NOUNS.get(tuple(line.key(index) for index in range(at, min(at + length, stop))))
        if row is not None and line.key(at - 1) != "business":
            return row.channel
    return None


def _noun_stands(line: Line, at: int, channel: Channel) -> bool:
    return channel is Channel.POSTCARD or line.key(at - 1) in _BEFORE_NOUN


def _verb_stands(line: Line, at: int) -> bool:
    return (
        line.key(at - 1) in {"to", "and", "then", "or", "i'll", "will", "would", "i'd"} | PRONOUNS
    )


def plan_at(line: Line, part: Part) -> Part | None:
    """A bare infinitive at the start of the line: the words of the plan it begins."""
    row: PlanWord | None = PLAN_WORDS.get(line.key(part.first))
    if row is None or part.first in line.spots or part.stop - part.first < 1:
        return None
    stop = sentence_end(line, part.first, part.stop)
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
        if found.lead in _NOT_DUE or found.day is None:
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
    later = _objects(line, begin, _promise_end(line, at, len(line.words)))
    if later and key not in SINGULAR | PLURAL:
        return tuple(line.who(spot) for spot in later), begin
    group = named_before(line, at, floor, one=key in SINGULAR)
    return tuple(line.who(spot) for spot in group), begin


def _promise_end(line: Line, at: int, limit: int) -> int:
    """A comma ends a promise once its day is said, or where something else begins."""
    stop = sentence_end(line, at, limit)
    following = next((index for index in range(at + 2, stop) if line.key(index) == PROMISED), stop)
    if following < stop:
        subject = line.spot_before(following)
        stop = max(at + 1, subject.first if subject else following - 1)
    days = [line.index_at(found.start) for found in line.days(at, stop, past=False)]
    for index in range(at + 2, stop):
        if line.words[index].pause is not Pause.COMMA:
            continue
        key = line.key(index)
        begins = key in PRONOUNS or key in _ENDS_PROMISE or key == PROMISED or index in line.spots
        if begins or any(day < index for day in days) or _verb(key):
            return index
    return stop


def _verb(key: str) -> bool:
    return key in _VERBS


_VERBS: Final = frozenset(
    words.split()[0] for row in CONTACTS if row.role is Role.VERB for words in row.words
)
