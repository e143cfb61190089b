"""A commitment in some words: what is to be done, when, for whom, over which channel."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from netjournal.capture.clausewords import PLANS
from netjournal.capture.contactwords import CONTACTS, Role
from netjournal.capture.line import Line, Part, Spot
from netjournal.capture.reading import Place, Problem, Promise, Who
from netjournal.capture.wordlists import (
    ABOUT,
    MENTIONING,
    PARTS_OF_DAY,
    PRONOUNS,
    TIMING,
)
from netjournal.capture.words import without
from netjournal.domain.dates import Found
from netjournal.domain.values import Channel, Owner
from netjournal.tuples import NamedTuple

PLAN_WORDS: Final = {words: row for row in PLANS for words in row.words}
NOT_DUE: Final = frozenset({"about", "re", "of", "since", "from", "regarding", "than", "between"})
_NOUNS: Final = {
    tuple(words.split()): row
    for row in CONTACTS
    if row.role in {Role.SHARED, Role.THING, Role.MANNER}
    for words in row.words
}
_BEFORE_NOUN: Final = frozenset(
    {"a", "an", "by", "for", "to", "over", "another", "quick", "long", "short", "have", "next"}
)


class Read(NamedTuple):
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
    dates = [_place_of(line, found, begin) for found in (due, first) if found is not None]
    cut = [*holes, *(place for place in dates if not _moved_to(line, place, begin))]
    start = line.start_of(begin)
    if part.stop - 1 > begin and line.key(part.stop - 1) in {"and", "then", "but"}:
        end = line.words[part.stop - 1].start
    left = _with_time_of_day(line, without(line.text, start, end, cut).rstrip(" ."), dates, end)
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
    spots = () if people else tuple(objects(line, begin, last))
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


def _place_of(line: Line, found: Found, begin: int) -> Place:
    """A day with the words before it that belong to it: “by no later than friday”."""
    at = line.index_at(found.lead_start)
    if found.lead == "than":
        while at - 1 > begin and line.key(at - 1) in {"later", "no", "by"}:
            at -= 1
    return Place(min(found.lead_start, line.start_of(at)), found.end)


def _moved_to(line: Line, day: Place, begin: int) -> bool:
    """“lunch moved to friday” says where to; its day stays in the text."""
    at = line.index_at(day.start)
    return at > begin and line.key(at - 1) == "to"


def _with_time_of_day(line: Line, text: str, dates: Sequence[Place], end: int) -> str:
    """“call tomorrow evening” without its day: “call in the evening”."""
    for day in dates:
        at = line.index_at(day.end)
        part = line.key(at)
        if line.start_of(at) >= end or not line.together(at) or part not in PARTS_OF_DAY:
            continue
        said = line.said(at, at + 1)
        before, found, after = text.rpartition(said)
        joint = "in the" if part in {"morning", "afternoon", "evening"} else "at"
        return f"{before}{joint} {found}{after}" if before.strip() else text
    return text


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
        lead_in = found.lead in NOT_DUE and not (recurring and found.lead == "from")
        if found.lead == "than" and line.key(line.index_at(found.lead_start) - 1) == "later":
            lead_in = False  # “no later than friday”
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


def objects(line: Line, first: int, stop: int) -> list[Spot]:
    """The people an act is for: names in it that are no possessive and not what it is about."""
    people = []
    for at in range(first, stop):
        if line.key(at) in ABOUT or (at > first and line.key(at) in TIMING):
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
    if line.key(first) in {"i'm", "im", "we're", "todo"}:
        first += 1
    elif (line.key(first), line.key(first + 1)) in {("i", "am"), ("we", "are")}:
        first += 2
    thanks = line.key(first) == "thank"
    for at in range(first, stop):
        key = line.key(at)
        if at > first and (key in ABOUT or (thanks and key == "for")):
            break
        if at in line.spots:
            continue
        noun = noun_at(line, at, stop)
        if noun is not None and (at == first or _noun_stands(line, at, noun)):
            return noun
        if channel is None and key in PLAN_WORDS and (at == first or _verb_stands(line, at)):
            channel = PLAN_WORDS[key].channel
    return channel


def noun_at(line: Line, at: int, stop: int, *, least: int = 1) -> Channel | None:
    """The channel of a noun of contact of at least so many words."""
    for length in range(3, least - 1, -1):
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
