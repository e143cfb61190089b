"""The clauses of a line: the word each begins with, whose it is, and where it ends."""

from __future__ import annotations

from typing import Final

from netjournal.capture.clausewords import CLAUSES, ClauseKind, ClauseWord
from netjournal.capture.line import Line
from netjournal.capture.reading import Who
from netjournal.capture.words import Pause
from netjournal.tuples import NamedTuple

CLAUSE_WORDS: Final = {words: row for row in CLAUSES for words in row.words}
_LONGEST: Final = max(len(words.split()) for words in CLAUSE_WORDS)
_DASHED: Final = frozenset({"next", "nxt", "todo"})
_BETWEEN: Final = frozenset({"can", "also", "now", "just"})
"""Words that may stand between a name and its clause word: ``Karl can offer:``."""


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


def clause_at(line: Line, index: int) -> tuple[ClauseWord, int] | None:
    """The clause word that starts at a word, and the word after it."""
    said: list[str] = []
    for at in range(max(0, index), min(index + _LONGEST, len(line.words))):
        if said and not line.together(at):
            return None
        said.append(line.key(at))
        if line.words[at].colon or _is_dashed(line, at):
            row = None if line.words[at].owns else CLAUSE_WORDS.get(" ".join(said))
            return (row, at + 1) if row else None
    return None


def _is_dashed(line: Line, at: int) -> bool:
    """“next - call on friday”: after these words a dash does for the colon."""
    end = line.words[at].end
    opens = at == 0 or not line.together(at)
    return opens and line.key(at) in _DASHED and line.text[end : end + 3] in {" - ", " – ", " — "}


def clauses_in(line: Line, start: int) -> tuple[Clause, ...]:
    """The clauses from a word on, in order."""
    heads: list[Clause] = []
    index = start
    while index < len(line.words):
        found = clause_at(line, index)
        if found is None:
            index += 1
            continue
        row, first = found
        owners, begin = _owners(line, index, heads[-1].first if heads else start)
        if row.kind in {ClauseKind.AT, ClauseKind.TOPIC}:
            owners, begin = (), index  # nobody's: the name before is of the text
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
    if head.row.kind is ClauseKind.AT:
        return _before_day(line, head.first, _sentence_stop(line, head, stop))
    return _sentence_stop(line, head, stop)


def _before_day(line: Line, first: int, stop: int) -> int:
    """“at: the fair on friday”: the day at its end is that of the line, not of the name."""
    for found in line.days(first, stop, past=True):
        begin, end = line.index_at(found.lead_start), line.index_at(found.end - 1) + 1
        if first < begin and end == stop and found.every is None:
            return begin
    return stop


def _sentence_stop(line: Line, head: Clause, stop: int) -> int:
    """The next ``;``, line or full stop after a clause word, at most a word."""
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
    while at > floor + 1 and line.together(at) and line.key(at - 1) in _BETWEEN:
        at -= 1
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
