"""What a line may go on with: a name, a clause word, a topic."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from netjournal.capture.clausewords import CLAUSES
from netjournal.text import fold

SHORTEST = 2
"""Characters of a name or clause word before it is proposed; one would propose all the time."""
_WORDS_OF_A_NAME = 4
_LAST_WORDS = re.compile(r"[^\s,;:]+(?: [^\s,;:]+)*$")
_CLAUSE_PLACE = re.compile(r"(?:^|[;.] +)([a-z]{2,})$")
_TOPIC = re.compile(r"(?:^|\s)#(\S+)$")
_LOOKED_AT = 200
"""Characters before the cursor that are looked at; names and clause words are shorter."""


class Completion:
    """Completes the text before the cursor; earlier names win over later ones."""

    def __init__(self, names: Iterable[str], topics: Iterable[str] = ()) -> None:
        """``names`` the nearest people first, nicknames among them if wanted."""
        self._names = _Words(names)
        self._topics = _Words(topics)
        self._clauses = _Words(word + ": " for clause in CLAUSES for word in clause.words[:1])

    def __call__(self, text: str) -> str | None:
        """The text completed, or None; accents and case of what was typed may change."""
        end = text[-_LOOKED_AT:]
        found = self._topic(end) or self._clause(end) or self._name(end)
        if found is None:
            return None
        typed, whole = found
        return text[: len(text) - len(typed)] + whole

    def _topic(self, end: str) -> tuple[str, str] | None:
        match = _TOPIC.search(end)
        whole = self._topics.beginning(match[1]) if match else None
        return (match[1], whole) if match and whole else None

    def _clause(self, end: str) -> tuple[str, str] | None:
        match = _CLAUSE_PLACE.search(end)
        whole = self._clauses.beginning(match[1]) if match else None
        return (match[1], whole) if match and whole else None

    def _name(self, end: str) -> tuple[str, str] | None:
        """The longest run of last words that begins a name."""
        match = _LAST_WORDS.search(end)
        words = match[0].split(" ")[-_WORDS_OF_A_NAME:] if match else []
        for first in range(len(words)):
            typed = " ".join(words[first:])
            whole = self._names.beginning(typed) if len(typed) >= SHORTEST else None
            if whole:
                return typed, whole
        return None


class _Words:
    """Words found by their folded beginning."""

    def __init__(self, words: Iterable[str]) -> None:
        ranked: Sequence[tuple[str, int, str]] = [
            (fold(word), rank, word) for rank, word in enumerate(words)
        ]
        self._sorted = sorted(ranked)

    def beginning(self, typed: str) -> str | None:
        """The first of them that begins so and is longer; None if there is none."""
        key = fold(typed)
        place = bisect_left(self._sorted, (key, -1, ""))
        best: tuple[int, str] | None = None
        while place < len(self._sorted) and self._sorted[place][0].startswith(key):
            folded, rank, word = self._sorted[place]
            if len(folded) > len(key) and (best is None or rank < best[0]):
                best = (rank, word)
            place += 1
        return best[1] if best else None
