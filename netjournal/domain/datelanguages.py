"""Date phrases of other languages, put into the English words that the date rules know.

A language is a table of rows: a phrase with slots, and the same phrase in English. What a row
does not say word for word is no date, as in English; nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from importlib import import_module

from netjournal.domain.daterules import longest
from netjournal.domain.datescan import Clock, Hit, Strength, Token, is_time
from netjournal.tuples import NamedTuple

_ANY_DAY = date(2000, 1, 1)


class Words(NamedTuple):
    """The date words of one language, folded; phrases are ``(theirs, English)``.

    In a phrase ``a|b`` is either word, ``a?`` may be missing, and a slot in braces is a number,
    unit, weekday, month, day of the month, year or (``{date}``) a day and month in digits.
    """

    numbers: Mapping[str, int]
    units: Mapping[str, str]
    weekdays: Sequence[str]
    """From Monday on; several names of one day are parted by ``|``."""
    months: Sequence[str]
    phrases: Sequence[tuple[str, str]]
    leads: Mapping[str, str]
    """Words before a date, with the English one of the same meaning."""
    not_after: frozenset[str]
    """Words after which a phrase is none: ``guten Morgen``, ``por la mañana``."""
    times: Sequence[str]
    """Times of day behind a date, as phrases; ``{time}`` is a time in digits."""
    dotted: bool = False
    """``14.3.`` is a date."""


class _Piece(NamedTuple):
    """One word or slot of a phrase."""

    words: frozenset[str]
    slot: str
    prefix: str
    """What stands before a slot in the same word: ``mi-{month}``."""
    optional: bool


class _Table(NamedTuple):
    """A language made ready for matching."""

    rows: tuple[tuple[tuple[_Piece, ...], tuple[str, ...]], ...]
    times: tuple[tuple[_Piece, ...], ...]
    slots: Mapping[str, Mapping[str, str]]
    """The English word of each word that fits a slot."""
    leads: Mapping[str, str]
    not_after: frozenset[str]
    dotted: bool


def _tables(languages: Sequence[str]) -> Iterator[_Table]:
    return (_table(language) for language in languages if language != "en")


@lru_cache
def _table(language: str) -> _Table:
    words: Words = import_module(f"netjournal.domain.datewords_{language}").WORDS
    from netjournal.domain.datewords import MONTH_NAMES, WEEKDAY_NAMES

    def named(names: Sequence[str], english: Sequence[str]) -> dict[str, str]:
        pairs = zip(names, english, strict=True)
        return {name: day.lower() for many, day in pairs for name in many.split("|")}

    slots = {
        "n": {word: str(n) for word, n in words.numbers.items()},
        "unit": words.units,
        "weekday": named(words.weekdays, WEEKDAY_NAMES),
        "month": named(words.months, MONTH_NAMES),
    }
    rows = tuple((_pieces(theirs), tuple(english.split())) for theirs, english in words.phrases)
    times = tuple(map(_pieces, words.times))
    return _Table(rows, times, slots, words.leads, words.not_after, words.dotted)


def _pieces(phrase: str) -> tuple[_Piece, ...]:
    pieces = []
    for word in phrase.split():
        bare = word.removesuffix("?")
        prefix, _, slot = bare.partition("{")
        pieces.append(_Piece(frozenset(bare.split("|")), slot.rstrip("}"), prefix, bare != word))
    return tuple(pieces)


def foreign(clock: Clock, index: int, languages: Sequence[str]) -> Hit | None:
    """The longest date phrase of one of the languages that starts at a word."""
    best: Hit | None = None
    for table in _tables(languages):
        for hit in _hits(clock, index, table):
            best = hit if best is None or hit.stop > best.stop else best
    return best


def foreign_lead(key: str, languages: Sequence[str]) -> str:
    """The English word for one that stands before a date: ``bis`` is ``until``; else nothing."""
    return next((table.leads[key] for table in _tables(languages) if key in table.leads), "")


def times_off(tokens: Sequence[Token], languages: Sequence[str]) -> int:
    """How many words are left when a time of day at the end is taken off."""
    clock = Clock(list(tokens), _ANY_DAY, past=False, order="day_first")
    for table in _tables(languages):
        for at in range(1, len(tokens)):
            for pieces in table.times:
                if any(stop == len(tokens) for stop, _ in _matches(clock, at, pieces, table)):
                    return at
    return len(tokens)


def _hits(clock: Clock, index: int, table: _Table) -> Iterator[Hit]:
    before = clock.key(index - 1) if index and not clock.tokens[index - 1].after else ""
    if before in table.not_after:
        return
    for pieces, english in table.rows:
        for stop, said in _matches(clock, index, pieces, table):
            hit = _read(clock, [part for word in english for part in _fill(word, said)])
            if hit is not None:
                yield hit._replace(stop=stop)


def _fill(word: str, said: Mapping[str, str]) -> list[str]:
    return said.get(word[1:-1], "").split() if word.startswith("{") else [word]


def _read(clock: Clock, english: list[str]) -> Hit | None:
    """What the English words say, if they say one thing from first to last."""
    tokens = [Token(word, 0, 0, "") for word in english]
    hit = longest(clock._replace(tokens=tokens), 0)
    if hit is None or hit.stop != len(tokens):
        return None
    # a month or short form comes with the word that makes it a day
    weak = hit.strength in {Strength.MARKED, Strength.NEVER_ALONE, Strength.SHORT}
    return hit._replace(strength=Strength.DAY) if weak else hit


def _matches(
    clock: Clock, index: int, pieces: tuple[_Piece, ...], table: _Table
) -> Iterator[tuple[int, dict[str, str]]]:
    """The places at which a phrase that starts at a word may end, with what its slots hold."""
    if not pieces:
        yield index, {}
        return
    piece, rest = pieces[0], pieces[1:]
    said = _english(clock, index, piece, table)
    last = not any(not one.optional for one in rest)
    if said is not None and (last or clock.joined(index, _PAUSES.get(piece.slot, ""))):
        goes_on = clock.joined(index, _PAUSES.get(piece.slot, ""))
        for stop, more in _matches(clock, index + 1, rest if goes_on else (), table):
            yield stop, {piece.slot: said, **more} if piece.slot else more
    if piece.optional:
        yield from _matches(clock, index, rest, table)


_PAUSES = {"day": ".", "weekday": ","}
"""What may stand between a slot and the next word."""


def _english(clock: Clock, index: int, piece: _Piece, table: _Table) -> str | None:
    """The English for a word that fits; None if it does not."""
    key = clock.key(index)
    if piece.slot and not key.startswith(piece.prefix):
        return None
    key = key.removeprefix(piece.prefix) if piece.slot else key
    if not piece.slot:
        return "" if key in piece.words else None
    number = int(key) if key.isascii() and key.isdigit() and len(key) <= 4 else None
    found = table.slots.get(piece.slot, {}).get(key)
    if piece.slot == "n" and number is not None:
        found = key
    elif piece.slot == "day":
        short = key.removesuffix("er").removesuffix("o")
        found = short if short.isascii() and short.isdigit() and len(short) <= 2 else None
    elif piece.slot == "year" and number is not None:
        found = key if 1900 <= number <= 2200 else None
    elif piece.slot == "date" and table.dotted:
        found = _dotted(clock, index)
    elif piece.slot == "time":
        found = key if is_time(key) or (number is not None and number < 25) else None
    return found


def _dotted(clock: Clock, index: int) -> str | None:
    """``14.3.`` in English; the dot behind tells it from a number."""
    from netjournal.domain.datewords import MONTH_NAMES

    day, _, month = clock.key(index).partition(".")
    plain = all(part.isascii() and part.isdigit() and len(part) <= 2 for part in (day, month))
    if not plain or clock.tokens[index].after != "." or not 1 <= int(month) <= 12:
        return None
    return f"{day} {MONTH_NAMES[int(month) - 1].lower()}"
