"""Lines of the snapshot that may hold some words, found on their bytes; few of them are decoded.

Words and lines are compared folded, as everywhere. A line of ASCII is folded by lowering it; of
the others each run of other characters is folded by itself, which comes to the same, for folding
joins none of them with a letter of ASCII beside it. So a word is looked for as it is, and where a
run and the letter on either side of it may be a part of the word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from netjournal.store.indexing import Place
from netjournal.text import fold

CHUNK = 64 * 1024
"""Bytes that are looked at in one go; larger ones the C library hands back to the system."""
Sides = Sequence[Sequence[str]]
"""Folded words: all of one side, or all of another."""
Read = Callable[[int, int], bytes]
"""Takes an offset and a number of bytes."""
Ends = tuple[int, int]
"""Where a line begins, and where the next one does."""
_BLANK_ASCII = b" " * 0x80 + bytes(range(0x80, 0x100))
# JSON may write these another way than as they are
_ESCAPED = re.compile(r'[\x00-\x1f"\\/\x7f]+')
_ESCAPE = b"\\u"


def chunks(read: Read, span: Place) -> Iterator[bytes]:
    """A part of a file piece by piece, each of whole lines."""
    start, length = span
    stop = start + length
    size = CHUNK
    while start < stop:
        data = read(start, min(size, stop - start))
        if not data:
            return
        end = len(data) if start + len(data) >= stop else data.rfind(b"\n") + 1
        if not end:
            size *= 2  # a line is longer than that
            continue
        size = CHUNK
        start += end
        yield data[:end]


def lines_with(read: Read, span: Place, sides: Sides) -> Iterator[bytes]:
    """The lines of a part of a file that may hold all words of a side, others among them."""
    needles = [Needle(words) for words in sides]
    for data in chunks(read, span):
        low, is_ascii = data.lower(), data.isascii()
        found = [ends for needle in needles for ends in needle.lines(low, is_ascii=is_ascii)]
        found += lines_escaped(data)
        for start, stop in dict.fromkeys(found):
            yield bare(data[start:stop])


def bare(line: bytes) -> bytes:
    """A line without what parts it from the next one."""
    return line.rstrip(b",\n")


def lines_escaped(data: bytes) -> Iterable[Ends]:
    """The lines of which only decoding tells what they hold."""
    # one byte is looked for ten times as fast as two
    return _lines_of(data, _ESCAPE) if b"\\" in data and _ESCAPE in data else ()


class Needle:
    """What of some words stands in a line as it is: the longest part is looked for."""

    def __init__(self, words: Sequence[str]) -> None:
        parts = {part for word in words for part in _ESCAPED.split(word) if part}
        self._parts = sorted(parts, key=len, reverse=True) or [""]
        self._longest = self._parts[0]
        self._spellings = _Spellings(self._longest)
        self.is_plain = bool(parts) and list(words) == [self._longest] and self._longest.isascii()
        """Whether there is one word, and in a line of ASCII it stands just as it is."""

    def lines(self, low: bytes, *, is_ascii: bool) -> list[Ends]:
        """Where the lines are that may hold all of them."""
        found: list[Ends] = []
        if self._longest.isascii():
            found += _lines_of(low, self._longest.encode())
        if len(self._parts) > 1:
            found = [ends for ends in found if self._is_in(low, ends)]
        if self._longest and not is_ascii:
            found += self.lines_spelling(low)
        return found

    def lines_spelling(self, low: bytes) -> Iterator[Ends]:
        """Where the lines are that may hold all of them, the longest one not only in ASCII."""
        # the same few runs stand in a text again and again; most are a part of no word looked for
        spelled = {one for run in _runs(low) for one in self._spellings[run]}
        found = dict.fromkeys(ends for one in spelled for ends in _lines_of(low, one))
        return (ends for ends in found if self._is_in(low, ends))

    def _is_in(self, low: bytes, ends: Ends) -> bool:
        text = fold(low[slice(*ends)].decode(errors="replace"))
        return all(part in text for part in self._parts)


def _lines_of(low: bytes, part: bytes) -> Iterator[Ends]:
    """The lines that hold some bytes."""
    stop = 0
    while (at := low.find(part, stop)) >= 0 and stop < len(low):
        start = low.rfind(b"\n", 0, at) + 1
        stop = low.find(b"\n", at) + 1 or len(low)
        yield start, stop


def _runs(data: bytes) -> set[bytes]:
    """Each run of other characters than ASCII; a pattern takes seven times as long to find them."""
    return set(data.translate(_BLANK_ASCII).split())


class _Spellings(dict[bytes, Sequence[bytes]]):
    """Each run of other characters with its neighbours, wherever it may stand in a word."""

    def __init__(self, word: str) -> None:
        self._word = word

    def __missing__(self, run: bytes) -> Sequence[bytes]:
        self[run] = found = tuple(self._found(run, fold(run.decode(errors="replace"))))
        return found

    def _found(self, run: bytes, made: str) -> Iterator[bytes]:
        word = self._word
        # where the word would begin, counted from the beginning of what the run is folded to
        for begin in range(1 - len(word), len(made)):
            rest = len(made) - begin  # letters of the word up to the end of that
            if made[max(begin, 0) : begin + len(word)] == word[max(-begin, 0) : rest]:
                before = word[-begin - 1] if begin < 0 else ""
                after = word[rest] if rest < len(word) else ""
                if (before + after).isascii():
                    yield before.encode() + run + after.encode()
