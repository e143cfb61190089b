"""Who stands before the colon: names one knows, somebody new, a day or a remark beside them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from netjournal.capture.clauses import CLAUSE_WORDS, clause_at
from netjournal.capture.clausewords import PLANS
from netjournal.capture.contactwords import CONTACTS
from netjournal.capture.line import Line, Part
from netjournal.capture.reading import Place, Problem, Who
from netjournal.capture.wordlists import GOES_ON, NEVER_NAMES, RELATIVES, WORD_NAMES
from netjournal.capture.words import Pause, is_email, phone_numbers
from netjournal.domain.names import PARTICLES, Fit, chosen
from netjournal.tuples import NamedTuple

_PLAN_WORDS: Final = {words for row in PLANS for words in row.words}
_CONTACT_PHRASES: Final = {words for row in CONTACTS for words in row.words}
_BRACKETS: Final = re.compile(r"\([^()]{0,100}\)")
LONGEST_NEW: Final = 100
"""Characters of a name that makes a new person."""
_COMPANY: Final = frozenset({"family", "kids", "children", "co", "team", "friends", "guests"})
_NO_NAME_SIGNS: Final = frozenset("?!;@#*=<>[]{}|\\/_%$^~0123456789")


class Heading(NamedTuple):
    """WHO: its people, the word after it, and what was said beside the names."""

    people: tuple[Who, ...] = ()
    stop: int = 0
    remarks: tuple[Place, ...] = ()
    days: tuple[Part, ...] = ()
    """``Ana yesterday:``, ``Ana (9 march):``: the words of a day beside the names."""
    problems: tuple[Problem, ...] = ()


def heading_of(line: Line) -> Heading:
    """The people before the first ``: `` if every part can be one; clause words win."""
    stop = next((at + 1 for at, word in enumerate(line.words) if _ends_who(line, at)), 0)
    clause_starts = any(clause_at(line, at) for at in range(stop))
    if not stop or clause_starts or any(w.pause is Pause.STOP for w in line.words[1:stop]):
        return Heading()
    numbers = phone_numbers(line.text[: line.words[stop - 1].end])
    remarks = _remarks(line, stop, numbers)
    if remarks is None:
        return Heading(problems=_bracketed(line, stop))
    people: list[Who] = []
    days = [day for place in remarks if (day := _day_of(line, place)) is not None]
    kept = [place for place in remarks if _day_of(line, place) is None]
    at = 0
    while at < stop:
        part_stop = _part_end(line, at, stop)
        beside = any(place.start < line.words[at].start < place.end for place in remarks)
        if _companion(line, at, part_stop) and people:
            kept.append(
                Place(
                    line.words[at - (line.key(at - 1) == "and")].start,
                    line.words[part_stop - 1].end,
                )
            )
            beside = True
        if not beside:
            name, day = _beside_day(line, at, part_stop)
            days += [day] if day else []
            name, where = _coming_from(line, name)
            kept += [where] if where else []
            read = _one(line, name.first, name.stop, numbers) if name.first < name.stop else []
            if read is None:
                return Heading(problems=_too_long(line, name))
            people.extend(read)
        at = part_stop + (line.key(part_stop) == "and" and part_stop < stop)
    if not people:
        return Heading()
    whole = _turned(line, stop)
    if whole is not None:
        people = [whole]
    problem = _one_or_two(line, people, stop)
    return Heading(tuple(people), stop, tuple(kept), tuple(days), (problem,) if problem else ())


def _too_long(line: Line, name: Part) -> tuple[Problem, ...]:
    """A name that is longer than any: said so, where it could be one but for that."""
    place = line.place(name.first, name.stop)
    if place.end - place.start <= LONGEST_NEW or name.stop - name.first > 1:
        return ()
    message = f"A name has at most {LONGEST_NEW} characters."
    return (Problem(message=message, places=(place,)),)


def _day_of(line: Line, place: Place) -> Part | None:
    """The words of a remark that is a day and nothing else."""
    part = Part(line.index_at(place.start + 1), line.index_at(place.end - 2) + 1)
    return part if part.first < part.stop and line.whole_day(part, past=True) else None


def _beside_day(line: Line, first: int, stop: int) -> tuple[Part, Part | None]:
    """A name, and the day that stands before or behind it."""
    for found in line.days(first, stop, past=True):
        day = Part(line.index_at(found.lead_start), line.index_at(found.end - 1) + 1)
        if line.index_at(found.start) in line.spots or found.every is not None:
            continue
        if found.lead not in {"", "on", "in", "at"}:
            continue
        if day.first == first:
            return Part(day.stop, stop), day
        if day.stop == stop:
            return Part(first, day.first), day
    return Part(first, stop), None


def _coming_from(line: Line, name: Part) -> tuple[Part, Place | None]:
    """“Lena from the gym”: the name, and where it says she is from, which tells of her."""
    spot = line.spots.get(name.first)
    at = next((at for at in range(name.first + 1, name.stop) if line.key(at) == "from"), None)
    if at is None or at + 1 >= name.stop or (spot is not None and spot.stop > at):
        return name, None
    place = Place(line.words[at].start, line.words[name.stop - 1].end)
    contact = any(line.key(each) in _CONTACT_PHRASES for each in range(at, name.stop))
    return (name, None) if contact else (Part(name.first, at), place)


def _companion(line: Line, first: int, stop: int) -> bool:
    """“Tom & wife”, “Ana and family”: whoever came along, without a name."""
    known = first in line.spots or line.capital(first)
    return stop - first == 1 and line.key(first) in RELATIVES | _COMPANY and not known


def _remarks(line: Line, stop: int, numbers: list[Place]) -> list[Place] | None:
    """``Ana (Berlin)``: what stands in brackets behind a name tells of it and is nobody.

    None if a bracket stands elsewhere: then the words before the colon are no list of names.
    """
    if "(" in line.text[: line.words[0].start]:
        return None
    remarks = []
    for match in _BRACKETS.finditer(line.text, line.words[0].end, line.start_of(stop)):
        if any(place.start <= match.start() < place.end for place in numbers):
            continue
        after = line.index_at(match.end())
        gap = line.text[match.end() : line.start_of(after)]
        if after < stop and line.key(after) != "and" and "," not in gap:
            return None
        remarks.append(Place(match.start(), match.end()))
    told = [*remarks, *numbers]
    said = line.text[: line.words[stop - 1].end]
    opened = (at for at, char in enumerate(said) if char == "(")
    stray = any(not any(p.start <= at < p.end for p in told) for at in opened)
    return None if stray else remarks


def _bracketed(line: Line, stop: int) -> tuple[Problem, ...]:
    """“Robert (Bob) Brown:” names nobody clearly, Bob least of all."""
    opening = next(at for at in range(stop + 1) if line.start_of(at) > line.text.find("("))
    closing = line.index_at(line.text.find(")"))
    names = 0 < opening < closing < stop and could_be_new(line, 0, opening)
    if not names or not could_be_new(line, closing, stop):
        return ()
    message = "Put a remark in brackets behind the whole name, as in “Robert Brown (Bob): …”."
    return (Problem(message=message, places=(line.place(0, stop),)),)


def _turned(line: Line, stop: int) -> Who | None:
    """“Ruiz, Ana” as the name of one person the journal knows."""
    if stop != 2 or line.words[1].pause is not Pause.COMMA or "," not in line.said(0, 2):
        return None
    named = [match for match in line.names.people(line.said(0, 2)) if match.fit is Fit.FULL]
    if not named:
        return None
    return Who(text=line.said(0, 2), place=line.place(0, 2), matches=chosen(named))


def _one_or_two(line: Line, people: list[Who], stop: int) -> Problem | None:
    """“Müller, Hans” may be one name or two people, where the first is no first name one knows."""
    fresh = all(not who.matches or who.matches[0].fit is Fit.SURNAME for who in people)
    some = any(who.may_be_new for who in people)
    if stop != 2 or len(people) != 2 or not fresh or not some or "," not in line.said(0, 2):
        return None
    if not all(line.text[who.place.start].isupper() for who in people):
        return None
    one, two = (who.text for who in people)
    message = f"Two people, or one name? Write “{two} {one}: …”, or “{one} and {two}: …”."
    return Problem(message=message, places=(line.place(0, 2),))


def _ends_who(line: Line, at: int) -> bool:
    word = line.words[at]
    after = line.text[word.end : word.end + 5].lstrip(".)'’")[:2]
    return word.colon and (after[:1] == "：" or len(after) == 1 or after[1:].isspace())


def _part_end(line: Line, first: int, stop: int) -> int:
    """Where one of several people before the colon ends; a known name may hold an ``and``."""
    spot = line.spots.get(first)
    if spot is not None and (
        spot.stop == stop
        or (spot.stop < stop and (not line.together(spot.stop) or line.key(spot.stop) == "and"))
    ):
        return spot.stop
    at = first + 1
    while at < stop and line.words[at].pause is not Pause.COMMA and line.key(at) != "and":
        at += 1
    return at


def _one(line: Line, first: int, stop: int, numbers: list[Place]) -> list[Who] | None:
    """The person of one part; an empty list for ``12 others``, None if it is nobody."""
    if line.key(first).isdigit() and line.key(stop - 1) in {"others", "more"}:
        return []
    phones = tuple(
        line.text[place.start : place.end]
        for place in numbers
        if line.words[first].start <= place.start < line.words[stop - 1].end
    )
    emails = []
    rest = []
    for index in range(first, stop):
        word = line.words[index]
        if is_email(line.text[word.start : word.end]):
            emails.append(line.text[word.start : word.end])
        elif not any(p.start <= word.start < p.end for p in numbers):
            rest.append(index)
    if not rest or rest != list(range(rest[0], rest[-1] + 1)):
        return None
    who = _named(line, rest[0], rest[-1] + 1)
    return None if who is None else [who._replace(emails=tuple(emails), phones=phones)]


def _named(line: Line, first: int, stop: int) -> Who | None:
    if stop - first == 1 and line.key(first) == "me":
        return Who(text=line.said(first, stop), place=line.place(first, stop), me=True)
    spot = line.spots.get(first)
    if spot is not None and spot.stop == stop and spot.matches:
        return line.who(spot)
    if could_be_new(line, first, stop):
        return line.new_who(first, stop, may_be_new=True)
    return None


def could_be_new(line: Line, first: int, stop: int) -> bool:
    """Whether words could be the name of somebody new."""
    text = line.text[line.words[first].start : line.words[stop - 1].end]
    if stop - first > 5 or len(text) > LONGEST_NEW or not any(char.isalpha() for char in text):
        return False
    if _NO_NAME_SIGNS & set(text) or not text.isprintable():
        return False
    if any(line.words[index].owns for index in range(first, stop)):
        return False
    if line.days(first, stop, past=True):
        return False
    keys = [line.key(index) for index in range(first, stop)]
    if any(" ".join(pair) in _CONTACT_PHRASES for pair in pairwise(keys)):
        return False
    if any(_says(line, index) for index in range(first + 1, stop)):
        return False
    if line.capital(first) and first in line.spots and line.spots[first].matches:
        small = (at for at in range(line.spots[first].stop, stop) if not line.capital(at))
        if any(line.key(at) not in PARTICLES for at in small):
            return False
    return not any(_no_name(line, index) for index in range(first, stop))


def _says(line: Line, index: int) -> bool:
    """“Karl likes”: behind a name, a verb typed small is no surname."""
    key = line.key(index)
    return key in GOES_ON - WORD_NAMES and not line.text[line.words[index].start].isupper()


def _no_name(line: Line, index: int) -> bool:
    key = line.key(index)
    return (
        key in _CONTACT_PHRASES
        or key in _PLAN_WORDS
        or key in CLAUSE_WORDS
        or key in NEVER_NAMES
        or key in {"and", "promised"}
    )
