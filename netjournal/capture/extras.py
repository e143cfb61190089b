"""The clauses that are no commitment: entries, the gathering, introductions, birthdays."""

from __future__ import annotations

from collections.abc import Sequence

from netjournal.capture.clauses import Clause
from netjournal.capture.heading import could_be_new
from netjournal.capture.line import Line, Part, Spot
from netjournal.capture.reading import Birthday, Event, Intro, Place, Problem, Who
from netjournal.capture.reading import Line as EntryLine
from netjournal.capture.wordlists import ABOUT
from netjournal.capture.words import Pause, without
from netjournal.domain.dates import NoDay, read_birthday
from netjournal.domain.names import GatheringMatch
from netjournal.domain.values import EntryKind

_LONGEST_EVENT = 6
_MOST_EVENTS = 20
_RAISING = frozenset({"ask", "tell", "remind", "thank"})
"""“nexttime: ask Ana about the exam” is Ana's."""


def said(line: Line, clause: Clause, holes: Sequence[Place]) -> str:
    """What a clause says, topics taken out."""
    start, end = line.start_of(clause.first), line.start_of(clause.stop)
    text = without(line.text, start, end, holes).rstrip(" .;,([{")
    return text[:-1].rstrip() if text.endswith(")") and "(" not in text else text


def entry(
    line: Line, clause: Clause, kind: EntryKind, holes: Sequence[Place], *, alone: bool
) -> tuple[EntryLine, Spot | None]:
    """A need, an offer, a note: of the name before the clause word or at its start."""
    spot = None if clause.owners else _leading(line, clause, kind, alone=alone)
    people = clause.owners or ((line.who(spot),) if spot else ())
    text = said(line, clause, holes)
    return EntryLine(kind=kind, text=text, place=place_of(line, clause), people=people), spot


def _leading(line: Line, clause: Clause, kind: EntryKind, *, alone: bool) -> Spot | None:
    """A name at the start of what is said, or after ``to`` and ``from`` for what was given."""
    if kind in {EntryKind.REMEMBER, EntryKind.NEXT_TIME} and not alone:
        return None
    first = clause.first + (alone and line.key(clause.first) in _RAISING)
    spot = line.spots.get(first) if first < clause.stop else None
    if spot is not None and not spot.owns and spot.stop < clause.stop:
        return spot
    towards = {EntryKind.GAVE: "to", EntryKind.GOT: "from"}.get(kind)
    for at in range(clause.first + 1, clause.stop):
        spot = line.spots.get(at)
        if towards and line.key(at - 1) == towards and spot is not None and not spot.owns:
            return spot
    return None


def place_of(line: Line, clause: Clause) -> Place:
    """Where a clause stands, its word included."""
    last = max(clause.stop, clause.first, clause.start + 1)
    return Place(line.words[clause.start].start, line.words[last - 1].end)


def birthday(line: Line, clause: Clause) -> Birthday | Problem:
    """The day of a ``birthday:`` clause."""
    first, people = clause.first, clause.owners
    spot = line.spots.get(first)
    if spot is not None and not people and spot.stop < clause.stop:
        people, first = (line.who(spot),), spot.stop
    place = place_of(line, clause)
    phrase = line.text[line.start_of(first) : line.words[max(first, clause.stop) - 1].end]
    if line.text[max(0, line.start_of(first) - 2) : line.start_of(first)] == "--":
        phrase = f"--{phrase}"
    day = read_birthday(phrase, line.today, settings=line.settings)
    if isinstance(day, NoDay):
        return Problem(message=day.message, places=(place,))
    return Birthday(day=day, place=place, people=people)


def intro(line: Line, clause: Clause, holes: Sequence[Place]) -> Intro | Problem:
    """The people of an ``intro:`` clause, with what it says."""
    people: list[Who] = list(clause.owners)
    at = clause.first
    while at < clause.stop and line.key(at) not in ABOUT | {"for", "because"}:
        spot = line.spots.get(at)
        if spot is not None and not spot.owns:
            people.append(line.who(spot))
            at = spot.stop
            continue
        stop = at
        while stop < clause.stop and stop not in line.spots and line.key(stop) not in {"and", "to"}:
            if stop > at and (line.words[stop].pause > Pause.NONE or line.key(stop) in ABOUT):
                break
            stop += 1
        if stop > at and line.capital(at) and could_be_new(line, at, stop):
            people.append(line.new_who(at, stop, may_be_new=line.insist_new))
        at = max(stop, at + 1)
    place = place_of(line, clause)
    if len(people) < 2:
        message = "An introduction needs two people, as in “intro: Ana and Bob”."
        return Problem(message=message, places=(place,))
    return Intro(people=tuple(people), text=said(line, clause, holes), place=place)


def event_of(
    line: Line, clause: Clause | None, free: Sequence[Part], holes: Sequence[Place]
) -> Event | None:
    """The gathering of the line: told by ``at:``, or a known one after ``at``."""
    if clause is not None:
        name = said(line, clause, holes)
        known = newest(line, name)
        return Event(name=known.name if known else name, place=place_of(line, clause), known=known)
    tried = 0
    for words in free:
        for at in range(words.first, words.stop):
            place = line.key(at) == "at" or line.text[line.words[at].start - 1] == "@"
            if not place or tried >= _MOST_EVENTS:
                continue
            tried += 1
            event = _known_at(line, at + (line.key(at) == "at"), words.stop)
            if event is not None:
                return event
    return None


def _known_at(line: Line, first: int, limit: int) -> Event | None:
    for stop in range(min(limit, first + _LONGEST_EVENT), first, -1):
        known = newest(line, line.said(first, stop))
        if known is not None and _of_its_year(known, line.key(stop)):
            return Event(name=known.name, place=line.place(first, stop), known=known)
    return None


def _of_its_year(known: GatheringMatch, after: str) -> bool:
    """“PyCon 2027” is not the PyCon of 2026."""
    year = len(after) == 4 and after.isdigit() and after[:2] in {"19", "20"}
    return not year or not known.day or known.day.startswith(after)


def newest(line: Line, name: str) -> GatheringMatch | None:
    """Of the gatherings of a name the last one that is not ahead, else the first ahead."""
    known = list(line.names.gatherings(name)) if name else []
    today = line.today.isoformat()
    behind = [match for match in known if match.day <= today]
    if behind:
        return max(behind, key=lambda match: match.day)
    return min(known, key=lambda match: match.day, default=None)
