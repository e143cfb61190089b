"""Dates as people write them, read exactly or not at all.

A small overlay that knows what it knows: an unknown phrase is no date, an impossible one is said
to be impossible, and nothing is ever moved to another day. Weekdays and days without a year look
back for what happened (``past``) and ahead for what is due. Other languages are tables too
(``datelanguages``), looked at when the settings name them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from netjournal.domain import datewords as dw
from netjournal.domain.daterules import longest
from netjournal.domain.datescan import Clock, Hit, Strength, Token, is_time, tokenise
from netjournal.domain.settings import Settings
from netjournal.domain.values import PartialDate, Recurrence
from netjournal.tuples import NamedTuple

FIRST_YEAR, LAST_YEAR = 1900, 2200
_LONGEST = 100
"""Characters of a phrase that can be a date."""


class NoDay(NamedTuple):
    """Why a phrase is no day."""

    message: str


class Found(NamedTuple):
    """A date phrase in a text: exactly one of ``day``, ``every`` and ``problem`` is what it says.

    With ``every``, ``day`` is the first time.
    """

    start: int
    end: int
    lead_start: int
    """Where the word before it stands that belongs to it, else ``start``."""
    lead: str = ""
    """That word: ``on``, ``by``, ``since``."""
    day: date | None = None
    every: Recurrence | None = None
    problem: str = ""
    year_written: bool = False


def read_day(
    phrase: str, today: date, *, past: bool, settings: Settings
) -> date | Recurrence | NoDay:
    """The day a whole phrase names; a time of day in it is passed over."""
    shown = " ".join(phrase[:_LONGEST].split())
    unknown = NoDay(f"“{shown}” is no day: write 2026-04-03, friday, 3 april or in 2 weeks.")
    if not shown or len(phrase) > _LONGEST:
        return unknown
    clock = Clock(tokenise(phrase, 0, len(phrase)), today, past, settings.day_order)
    first, last = _without_times(clock.tokens, settings.languages)
    marked = False
    if last - first > 1 and _lead(clock.tokens[first], settings.languages) in dw.MARKS:
        whole = _longest(clock, first, settings.languages)
        if whole is None or whole.stop != last:
            first += 1
            marked = True
    hit = _longest(clock, first, settings.languages) if first < last else None
    if hit is None or hit.stop != last:
        return unknown
    if hit.strength is Strength.NEVER_ALONE and not marked:
        return unknown
    if hit.every is not None:
        return hit.every
    message = hit.problem or _outside(hit.day)
    if message or hit.day is None:
        return NoDay(message)
    return hit.day


def find_days(
    text: str, start: int, end: int, today: date, *, past: bool, settings: Settings
) -> Iterator[Found]:
    """Every date phrase between two places of a text, from left to right, each the longest."""
    tokens = tokenise(text, start, end)
    clock = Clock(tokens, today, past, settings.day_order)
    index = 0
    while index < len(tokens):
        hit = _longest(clock, index, settings.languages)
        if hit is None or not _stands(clock, index, hit):
            index += 1
            continue
        before = tokens[index - 1] if index and not tokens[index - 1].after else None
        word = _lead(before, settings.languages)
        lead = before if word else None
        yield Found(
            start=tokens[index].start,
            end=tokens[hit.stop - 1].end,
            lead=word,
            lead_start=lead.start if lead else tokens[index].start,
            day=hit.day,
            every=hit.every,
            problem=hit.problem or _outside(hit.day),
            year_written=hit.year_written,
        )
        index = hit.stop


def find_day(
    text: str, start: int, end: int, today: date, *, past: bool, settings: Settings
) -> Found | None:
    """The first date phrase between two places of a text."""
    return next(find_days(text, start, end, today, past=past, settings=settings), None)


def read_birthday(phrase: str, today: date, *, settings: Settings) -> PartialDate | NoDay:
    """A day of the year, with its year only if it is written: ``12 april``, ``1985-04-12``."""
    bare = phrase.strip().strip(".")
    if bare.startswith("--"):
        try:
            return PartialDate.parse(bare)
        except ValueError:
            return NoDay(f"There is no day {bare[:_LONGEST]}.")
    found = find_day(phrase, 0, len(phrase), today, past=True, settings=settings)
    if found is None or found.every is not None:
        shown = " ".join(phrase.split())[:_LONGEST]
        return NoDay(f"“{shown}” is no birthday: write 12 april or 1985-04-12.")
    if found.problem or found.day is None:
        return NoDay(found.problem)
    day = found.day
    if found.year_written and day > today and day.year - 100 >= FIRST_YEAR:
        short_year = not any(len(part) == 4 for part in _digits(phrase[found.start : found.end]))
        if short_year:
            return PartialDate(day.month, day.day, day.year - 100)
    return PartialDate(day.month, day.day, day.year if found.year_written else None)


def _digits(text: str) -> list[str]:
    return "".join(char if char.isdigit() else " " for char in text).split()


def _longest(clock: Clock, index: int, languages: Sequence[str]) -> Hit | None:
    """The longest date phrase that starts at a word, in English or a language of the settings."""
    hit = longest(clock, index)
    if len(languages) > 1:
        from netjournal.domain.datelanguages import foreign

        other = foreign(clock, index, languages)
        if other is not None and (hit is None or other.stop > hit.stop):
            return other
    return hit


def _lead(before: Token | None, languages: Sequence[str]) -> str:
    """The English of the word before a date, if it belongs to it."""
    if before is None or before.key in dw.LEADS or len(languages) == 1:
        return before.key if before is not None and before.key in dw.LEADS else ""
    from netjournal.domain.datelanguages import foreign_lead

    return foreign_lead(before.key, languages)


def _outside(day: date | None) -> str:
    if day is not None and not FIRST_YEAR <= day.year <= LAST_YEAR:
        return f"The year {day.year} is out of reach: days lie between 1900 and 2200."
    return ""


def _stands(clock: Clock, index: int, hit: Hit) -> bool:
    """Whether what could be a date stands where a date can stand."""
    before = clock.key(index - 1) if index and not clock.tokens[index - 1].after else ""
    if hit.strength is Strength.SURE:
        return True
    whole = index == 0 and hit.stop == len(clock.tokens)
    if hit.strength is Strength.NEVER_ALONE:
        return before in dw.MARKS
    if hit.strength is Strength.MARKED:
        return whole or before in dw.MARKS
    if before in dw.NO_DAY_AFTER or before in dw.ORDINALS:
        return False
    if hit.strength is Strength.DAY:
        return True
    after = clock.tokens[hit.stop - 1].after
    follows = clock.key(hit.stop)
    return bool(
        whole
        or before in dw.MARKS
        or after
        or hit.stop == len(clock.tokens)
        or follows in dw.DAY_FOLLOWERS
        or is_time(follows)
    )


def _without_times(tokens: list[Token], languages: Sequence[str]) -> tuple[int, int]:
    """The part of a phrase that is left when times of day at its ends are taken off."""
    first, last = 0, len(tokens)
    if len(languages) > 1:
        from netjournal.domain.datelanguages import times_off

        last = times_off(tokens, languages)
    while last - first > 1:
        key, previous = tokens[last - 1].key, tokens[last - 2].key
        if key in {"at", "around"} or is_time(key) or key in dw.DAY_PARTS:
            if (previous, key) in dw.RELATIVE:
                break
            last -= 1
        elif key.isdigit() and len(key) <= 2 and previous in {"at", "around"}:
            last -= 2
        else:
            break
    while last - first > 1 and (
        is_time(tokens[first].key) or tokens[first].key in dw.DAY_PARTS - dw.HALVES
    ):
        if tokens[first].key in dw.BARE_EDGES and tokens[first + 1].key not in dw.EARLY_ON:
            break
        first += 1
    return first, last
