"""Plans: bare infinitives at the start of a line, and of each sentence that names its object."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from netjournal.capture.clausewords import PlanWord
from netjournal.capture.commitments import NOT_DUE, PLAN_WORDS, noun_at
from netjournal.capture.details import detail_at
from netjournal.capture.line import Line, Part
from netjournal.capture.words import Pause

_MINE: Final = frozenset({"i'm", "im", "we're"})
_HAPPENED: Final = frozenset({"catch"})
"""With a day behind it, “catch up with Ana” is no plan."""
_MINE_APART: Final = frozenset({("i", "am"), ("we", "are")})


def plans_in(line: Line, words: Part, *, opens: bool, behind: bool) -> Iterator[Part]:
    """The plans of some words, in order; ``opens`` where nothing but WHO stands before them.

    The first may say what it will; a later one names its object at once: “email Karl”.
    """
    at = words.first
    while at < words.stop:
        first = opens and at == words.first
        plan = None
        if first or _names_object(line, at) or line.key(at) == "todo":
            plan = plan_at(line, Part(at, words.stop), behind=behind and first)
        if plan is None:
            at = sentence_end(line, at, words.stop)
            continue
        at = _next_act(line, plan)
        yield Part(plan.first, at)


def _names_object(line: Line, at: int) -> bool:
    named = at + 1 in line.spots or line.key(at + 1) in {"him", "her", "them"}
    return named and line.key(at) in PLAN_WORDS and line.together(at + 1)


def _next_act(line: Line, plan: Part) -> int:
    """“call Ana tomorrow, email Karl”: where another act begins, else the end."""
    for at in range(plan.first + 2, plan.stop):
        parted = line.words[at].pause is Pause.COMMA or line.key(at - 1) in {"and", "then"}
        if parted and _names_object(line, at):
            return at
    return plan.stop


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
    return at if mine or _names_object(line, at) else part.first


def _is_plan(line: Line, row: PlanWord, part: Part, first: int, stop: int) -> bool:
    """Whether what a plan word needs beside it is there."""
    ahead = _ahead(line, part, stop)
    if ahead < 0 and line.key(first) in _HAPPENED:
        return False
    if first > part.first and not row.dated and not (ahead > 0 and _names_object(line, first)):
        return False
    if row.dated:
        said = {line.key(at) for at in range(first, stop)}
        objects_ = any(at in line.spots for at in range(first + 1, min(first + 4, stop)))
        told = said & {"was", "were", "went", "had"} or _behind(line, part, stop)
        named = objects_ and line.key(first + 1) not in {"with", "from", "to", "w/"}
        return ahead > 0 and named and not told
    if row.needs_name:
        return first + 1 in line.spots or line.key(first + 1) in {"him", "her", "them"}
    if row.also_noun and line.key(first + 1) == "from":
        return False  # theirs, whenever it comes
    towards = line.key(first + 1) in {"with", "to", "w/"}
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
