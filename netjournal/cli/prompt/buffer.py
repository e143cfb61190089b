"""The text of a line that is being typed, and the place of the cursor in it. Pure."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from netjournal.tuples import NamedTuple

_JOINER = "\u200d"
MOST = 10_000
"""Characters a line may have; what goes beyond is not taken."""


def clusters(text: str) -> Iterator[str]:
    """The text in pieces that a reader takes for one character.

    Marks, variation selectors and joiners stay with what they stand on; close to the extended
    grapheme clusters of Unicode UAX #29, without its tables.
    """
    start = 0
    for at in range(1, len(text) + 1):
        if at < len(text) and (_extends(text[at]) or text[at - 1] == _JOINER):
            continue
        yield text[start:at]
        start = at


def _extends(char: str) -> bool:
    skin_tone = "\U0001f3fb" <= char <= "\U0001f3ff"
    return skin_tone or char == _JOINER or unicodedata.category(char) in {"Mn", "Me"}


class Buffer(NamedTuple):
    """What was typed; ``cursor`` counts characters before it."""

    text: str = ""
    cursor: int = 0

    @property
    def before(self) -> str:
        """The text before the cursor."""
        return self.text[: self.cursor]

    def typed(self, more: str) -> Buffer:
        """With something put in at the cursor, as much as there is room for."""
        more = more[: max(0, MOST - len(self.text))]
        return Buffer(self.before + more + self.text[self.cursor :], self.cursor + len(more))

    def moved(self, cursor: int) -> Buffer:
        """With the cursor elsewhere, at most at an end."""
        return self._replace(cursor=max(0, min(len(self.text), cursor)))

    def left(self) -> Buffer:
        """One character back."""
        *_, last = "", *clusters(self.before)
        return self.moved(self.cursor - len(last))

    def right(self) -> Buffer:
        """One character on."""
        return self.moved(self.cursor + len(next(clusters(self.text[self.cursor :]), "")))

    def word_left(self) -> Buffer:
        """Back to the start of a word."""
        bare = self.before.rstrip()
        return self.moved(bare.rfind(" ") + 1)

    def word_right(self) -> Buffer:
        """On to the end of a word."""
        rest = self.text[self.cursor :]
        spaces = len(rest) - len(rest.lstrip())
        end = rest.find(" ", spaces)
        return self.moved(len(self.text) if end < 0 else self.cursor + end)

    def without(self, other: Buffer) -> Buffer:
        """What lies between the cursor and that of another place of it, taken out."""
        first, last = sorted((self.cursor, other.cursor))
        return Buffer(self.text[:first] + self.text[last:], first)
