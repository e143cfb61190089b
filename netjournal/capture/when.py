"""The day of what happened: the phrases of a line that may say it, and which of them does."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from netjournal.capture.contact import is_purpose
from netjournal.capture.line import Line, Part
from netjournal.capture.reading import Place, Problem
from netjournal.capture.wordlists import ABOUT, PARTS_OF_DAY
from netjournal.domain.dates import Found, find_day
from netjournal.domain.datescan import is_time
from netjournal.tuples import NamedTuple

_NOT_ITS_DAY: Final = frozenset(
    {"by", "until", "till", "before", "b4", "since", "from", "for", "about", "re", "of",
     "regarding", "after", "than", "between"}
)  # fmt: skip
_LONGEST_BRACKET: Final = 12
"""Words that may stand in brackets within a phrase."""


class When(NamedTuple):
    """The phrases that may say the day of a contact."""

    days: tuple[Found, ...] = ()
    left: tuple[Found, ...] = ()
    """Days of what the contact was for: they stay text."""


def days_in(
    line: Line, parts: Sequence[Part], founds: Sequence[Found], phrases: Sequence[tuple[int, int]]
) -> When:
    """Days in the contact phrases, and days that are a part of the sentence of their own."""
    phrases = [*phrases]
    phrases += [beyond for _, end in phrases if (beyond := _after_bracket(line, end)) is not None]
    days: list[Found] = []
    left: list[Found] = []
    for found in founds:
        first, last = line.index_at(found.lead_start), line.index_at(found.end - 1)
        if (
            found.every is not None
            or found.lead in _NOT_ITS_DAY
            or first in line.spots
            or line.index_at(found.start) in line.spots
        ):
            continue
        inside = any(begin <= first < end for begin, end in phrases)
        part = next((part for part in parts if part.first <= first < part.stop), None)
        own = part is not None and _only_times(line, part.first, first)
        own = own and part is not None and _only_times(line, last + 1, part.stop)
        if inside or own:
            days.append(found)
        elif any(_purpose_of(line, end, first) for _, end in phrases):
            (days if _behind(line, found) else left).append(found)
    known = {found.start for found in days}
    for part in parts:
        if part.stop - part.first > 3 or part.first in line.spots:
            continue
        whole = line.whole_day(part, past=True)
        if whole is None or whole.every is not None or whole.start in known:
            continue
        if whole.lead not in _NOT_ITS_DAY:
            days.append(whole)
    return When(tuple(days), tuple(left))


def _only_times(line: Line, first: int, stop: int) -> bool:
    """“tomorrow at noon”: whether nothing but a time of day is left of a part."""
    return all(
        line.key(at) in PARTS_OF_DAY | {"at", "around", "ca", "in", "the"}
        or is_time(line.key(at))
        or (line.key(at).isdigit() and line.key(at - 1) in {"at", "around"})
        for at in range(first, stop)
    )


def _purpose_of(line: Line, end: int, first: int) -> bool:
    """Whether a day stands in what the contact was for, up to the next pause."""
    return (
        end < first
        and is_purpose(line, end)
        and all(line.together(at) for at in range(end, first + 1))
    )


def _behind(line: Line, found: Found) -> bool:
    """Whether a phrase says a day behind even when read as what is to come."""
    start, end = found.lead_start, found.end
    ahead = find_day(line.text, start, end, line.today, past=False, settings=line.settings)
    return ahead is not None and ahead.day is not None and ahead.day <= line.today


def _after_bracket(line: Line, end: int) -> tuple[int, int] | None:
    """“with Ana (in Madrid) on Sunday”: where a phrase goes on behind a bracket."""
    if not 0 < end < len(line.words) or "(" not in line.text[line.words[end - 1].end :][:3]:
        return None
    for at in range(end + 1, min(end + _LONGEST_BRACKET, len(line.words))):
        gap = line.text[line.words[at - 1].end : line.words[at].start]
        if ")" in gap:
            stop = at + 1
            while stop < len(line.words) and line.together(stop) and line.key(stop) not in ABOUT:
                stop += 1
            return (at, stop) if gap.strip() == ")" else None
    return None


def day_of(
    line: Line, days: Sequence[Found], event_day: date | None
) -> tuple[date, Found | None, tuple[Problem, ...]]:
    """The day of what happened, the phrase that says so, and why it may not be one."""
    for found in days:
        if found.problem:
            place = Place(found.start, found.end)
            return line.today, None, (Problem(message=found.problem, places=(place,)),)
    different = {found.day for found in days}
    if len(different) > 1:
        places = tuple(Place(found.start, found.end) for found in days)
        said = " and ".join(f"“{line.text[p.start : p.end]}”" for p in places)
        message = f"{said} may both be the day: leave one, or write the other after “about”."
        return line.today, None, (Problem(message=message, places=places),)
    if days and days[0].day is not None:
        return days[0].day, days[0], ()
    if event_day is not None and event_day <= line.today:
        return event_day, None, ()
    return line.today, None, ()
