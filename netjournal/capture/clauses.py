"""The parts of a line: who stands before the colon, the clauses, and the free text between."""

import re
from itertools import pairwise
from typing import Final, NamedTuple

from netjournal.capture.clausewords import CLAUSES, PLANS, ClauseKind, ClauseWord
from netjournal.capture.contactwords import CONTACTS
from netjournal.capture.line import Line, Part
from netjournal.capture.reading import Place, Problem, Who
from netjournal.capture.wordlists import NEVER_NAMES
from netjournal.capture.words import Pause, is_email, phone_numbers, topic_of
from netjournal.domain.names import Fit, chosen

CLAUSE_WORDS: Final = {words: row for row in CLAUSES for words in row.words}
_PLAN_WORDS: Final = {words for row in PLANS for words in row.words}
_CONTACT_PHRASES: Final = {words for row in CONTACTS for words in row.words}
_BRACKETS: Final = re.compile(r"\([^()]{0,100}\)")
_NO_NAME_SIGNS: Final = frozenset("?!;@#*=<>[]{}|\\/_%$^~0123456789")


class Clause(NamedTuple):
    """A clause word with what it says: words ``first`` up to ``stop``."""

    row: ClauseWord
    start: int
    """The first word of all, a name before the clause word included."""
    first: int
    """The first word of what it says."""
    stop: int
    owners: tuple[Who, ...] = ()
    """``Bob needs:`` is Bob's."""


class Layout(NamedTuple):
    """How the words of a line are shared out."""

    who: tuple[Who, ...] = ()
    who_stop: int = 0
    """The first word after WHO."""
    clauses: tuple[Clause, ...] = ()
    free: tuple[Part, ...] = ()
    """The words of no clause, from one clause to the next."""
    topics: tuple[str, ...] = ()
    topic_places: tuple[Place, ...] = ()
    remarks: tuple[Place, ...] = ()
    """What stands in brackets behind a name of WHO."""
    problems: tuple[Problem, ...] = ()


class _Heading(NamedTuple):
    """WHO: its people, the word after it, and what was said beside the names."""

    people: tuple[Who, ...] = ()
    stop: int = 0
    remarks: tuple[Place, ...] = ()
    problems: tuple[Problem, ...] = ()


def lay_out(line: Line) -> Layout:
    """WHO, clauses, topics and the rest."""
    heading = _who(line)
    who, who_stop = heading.people, heading.stop
    clauses = _clauses(line, who_stop)
    free, at = [], who_stop
    for clause in clauses:
        if at < clause.start:
            free.append(Part(at, clause.start))
        at = clause.stop
    if at < len(line.words):
        free.append(Part(at, len(line.words)))
    tags = {}
    for word in line.words:
        topic = topic_of(line.text[word.start : word.end]) if word.key else ""
        if topic:
            tags[Place(word.start, word.end)] = topic
    for clause in clauses:
        if clause.row.kind is ClauseKind.TOPIC:
            place = line.place(clause.start, max(clause.stop, clause.start + 1))
            said = line.said(clause.first, clause.stop) if clause.first < clause.stop else ""
            tags[place] = said.lower().lstrip("#")
    topics = tuple(dict.fromkeys(topic for topic in tags.values() if topic))
    return Layout(
        who, who_stop, clauses, tuple(free), topics, tuple(tags), heading.remarks, heading.problems
    )


def clause_at(line: Line, index: int) -> tuple[ClauseWord, int] | None:
    """The clause word that starts at a word, and the word after it."""
    if not 0 <= index < len(line.words):
        return None
    if line.words[index].colon and not line.words[index].owns:
        row = CLAUSE_WORDS.get(line.key(index))
        return (row, index + 1) if row else None
    if index + 1 < len(line.words) and line.words[index + 1].colon and line.together(index + 1):
        row = CLAUSE_WORDS.get(f"{line.key(index)} {line.key(index + 1)}")
        return (row, index + 2) if row else None
    return None


def _clauses(line: Line, start: int) -> tuple[Clause, ...]:
    heads: list[Clause] = []
    index = start
    while index < len(line.words):
        found = clause_at(line, index)
        if found is None:
            index += 1
            continue
        row, first = found
        owners, begin = _owners(line, index, heads[-1].first if heads else start)
        heads.append(Clause(row, begin, first, first, owners))
        index = first
    return tuple(
        head._replace(stop=_end(line, head, heads[at + 1].start if at + 1 < len(heads) else None))
        for at, head in enumerate(heads)
    )


def _end(line: Line, head: Clause, limit: int | None) -> int:
    """A clause ends at the next one, at ``;`` or at the end of the sentence."""
    stop = len(line.words) if limit is None else limit
    if head.row.kind is ClauseKind.TOPIC:
        return min(stop, head.first + 1)
    for index in range(head.first, stop):
        between = line.text[line.words[index - 1].end : line.words[index].start]
        sentence = line.words[index].pause is Pause.STOP
        if sentence and (index > head.first or ";" in between or "\n" in between):
            if index > head.first and not any(sign in between for sign in ".;；。\n\r"):
                continue  # a question mark goes on
            return index
    return stop


def _owners(line: Line, index: int, floor: int) -> tuple[tuple[Who, ...], int]:
    """The names right before a clause word, back to a pause: ``Bob and Ana need:``."""
    owners: list[Who] = []
    at = index
    while at > floor and line.together(at):
        spot = line.spot_before(at)
        if spot is None or spot.first < floor:
            return (), index
        owners.insert(0, line.who(spot))
        at = spot.first
        if at > floor and line.key(at - 1) == "and" and line.together(at):
            at -= 1
    if not owners or not (at == floor or line.words[at].pause > Pause.NONE):
        return (), index
    return tuple(owners), at


def _who(line: Line) -> _Heading:
    """The people before the first ``: `` if every part can be one; clause words win."""
    stop = next((at + 1 for at, word in enumerate(line.words) if _ends_who(line, at)), 0)
    clause_starts = any(clause_at(line, at) for at in range(stop))
    if not stop or clause_starts or any(w.pause is Pause.STOP for w in line.words[1:stop]):
        return _Heading()
    numbers = phone_numbers(line.text[: line.words[stop - 1].end])
    remarks = _remarks(line, stop, numbers)
    if remarks is None:
        return _Heading(problems=_bracketed(line, stop))
    people: list[Who] = []
    at = 0
    while at < stop:
        part_stop = _part_end(line, at, stop)
        beside = any(place.start < line.words[at].start < place.end for place in remarks)
        read = [] if beside else _one(line, at, part_stop, numbers)
        if read is None:
            return _Heading()
        people.extend(read)
        at = part_stop + (line.key(part_stop) == "and" and part_stop < stop)
    if not people:
        return _Heading()
    whole = _turned(line, stop)
    if whole is not None:
        people = [whole]
    problem = _one_or_two(line, people, stop)
    return _Heading(tuple(people), stop, tuple(remarks), (problem,) if problem else ())


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
    if stop - first > 5 or len(text) > 100 or not any(char.isalpha() for char in text):
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
    return not any(_no_name(line, index) for index in range(first, stop))


def _no_name(line: Line, index: int) -> bool:
    key = line.key(index)
    return (
        key in _CONTACT_PHRASES
        or key in _PLAN_WORDS
        or key in CLAUSE_WORDS
        or key in NEVER_NAMES
        or key in {"and", "promised"}
    )
