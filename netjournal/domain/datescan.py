"""What date rules look at: the words of a phrase, today, and which way it looks."""

from __future__ import annotations

import re
from datetime import date
from enum import IntEnum

from netjournal.domain.settings import DayOrder
from netjournal.domain.values import Recurrence
from netjournal.text import fold, spaced
from netjournal.tuples import NamedTuple

_CHUNK = re.compile(r"(?:[^\s,;]|,(?=\d))+")
# These and the patterns of the rules are compiled when a number is met; most lines have none.
_TIME = r"\d{1,2}(?::\d{2})(?::\d{2})?(?:am|pm)?|\d{1,2}(?:am|pm|h(?:\d{2})?)"
_ORDINAL = r"(\d{1,2})(?:st|nd|rd|th)"
_LEFT, _RIGHT = "([{<\"'“‘„«¡¿", ".,;:!?)]}>\"'”’»…"


class Strength(IntEnum):
    """What must stand around a phrase so that it is a date in the midst of a text."""

    SURE = 0
    DAY = 1
    """A date unless an article or pronoun stands before it."""
    SHORT = 2
    """At the end, before a pause or a preposition, or after a word such as ``on``."""
    MARKED = 3
    """Only after a word such as ``in``, or as the whole phrase."""
    NEVER_ALONE = 4
    """Only after a word such as ``in``."""


class Token(NamedTuple):
    """One word: folded, without the punctuation around it."""

    key: str
    start: int
    end: int
    after: str
    """The punctuation after it."""


class Hit(NamedTuple):
    """A date phrase that ends before token ``stop``."""

    stop: int
    day: date | None = None
    every: Recurrence | None = None
    problem: str = ""
    year_written: bool = False
    strength: Strength = Strength.SURE


class Clock(NamedTuple):
    """What the rules look at: the tokens, today, and which way an open phrase looks."""

    tokens: list[Token]
    today: date
    past: bool
    order: DayOrder

    def key(self, index: int) -> str:
        """The word at a place, or nothing beyond either end."""
        return self.tokens[index].key if 0 <= index < len(self.tokens) else ""

    def digit_at(self, index: int) -> bool:
        """Whether the word starts as a number does."""
        key = self.key(index)
        return bool(key) and (key[0].isdigit() or key[0] in "+-")

    def joined(self, index: int, allowed: str = "") -> bool:
        """Whether the word goes on into the next one, with at most such punctuation between."""
        return index + 1 < len(self.tokens) and self.tokens[index].after in {"", allowed}

    def spells(self, index: int, *words: str) -> bool:
        """Whether these words stand there without a pause."""
        return all(
            self.key(index + offset) == word and (not offset or self.joined(index + offset - 1))
            for offset, word in enumerate(words)
        )


def tokenise(text: str, start: int, end: int) -> list[Token]:
    """The words between two places of a text."""
    tokens = []
    text = spaced(text)
    for match in _CHUNK.finditer(text, start, end):
        chunk = match[0]
        left = len(chunk) - len(chunk.lstrip(_LEFT))
        core = chunk[left:].rstrip(_RIGHT)
        if not core:
            continue
        begin = match.start() + left
        stop = begin + len(core)
        after = chunk[left + len(core) :] or text[match.end() : match.end() + 1].strip()
        if after == "'" or after == "’":
            after = ""
        tokens.append(Token(fold(core), begin, stop, after))
    return tokens


def is_time(key: str) -> bool:
    """``9am``, ``18:30``, ``18h``."""
    return key[:1].isdigit() and re.fullmatch(_TIME, key) is not None


def ordinal(key: str) -> int | None:
    """The number of ``21st``."""
    found = re.fullmatch(_ORDINAL, key) if key[:1].isdigit() else None
    return int(found[1]) if found else None
