"""Lines of the snapshot that may hold some words, found on their bytes; few of them are decoded.

Words and lines are compared folded, as everywhere. A line of ASCII is folded by lowering it; of
the others each run of other characters is folded by itself, which comes to the same, for folding
joins none of them with a letter of ASCII beside it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from netjournal.store.indexing import Place
from netjournal.text import fold

CHUNK = 256 * 1024
"""Bytes that are looked at in one go."""
Sides = Sequence[Sequence[str]]
"""Folded words: all of one side, or all of another."""
_RUN = re.compile("[^\x00-\x7f]+")
# JSON may write these another way than as they are
_ESCAPED = re.compile(r'[\x00-\x1f"\\/\x7f]+')
_ESCAPE = b"\\u"
_fold_run = lru_cache(maxsize=4096)(fold)


def folded(data: bytes) -> str:
    """What ``fold`` makes of UTF-8 text, for one that is long and ASCII for the most part."""
    text = data.lower().decode(errors="replace")  # lowers the letters of ASCII alone
    return _RUN.sub(lambda run: _fold_run(run.group()), text)


def lines_with(read: Callable[[int, int], bytes], span: Place, sides: Sides) -> Iterator[bytes]:
    """The lines of a part of a file that may hold all words of a side, others among them.

    ``read`` takes an offset and a number of bytes.
    """
    needles = [_needles(words) for words in sides]
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
        yield from _found_in(data[:end], needles)


def _needles(words: Sequence[str]) -> Sequence[str]:
    """What of some words stands in a line as it is, the longest first."""
    parts = (part for word in words for part in _ESCAPED.split(word) if part)
    return sorted(set(parts), key=len, reverse=True)


def _found_in(data: bytes, sides: Sequence[Sequence[str]]) -> Iterator[bytes]:
    found: dict[int, bytes] = {}
    low = data.lower()
    for needles in sides:
        if all(map(str.isascii, needles)):
            for first, stop in _places(low, [needle.encode() for needle in needles]):
                found[first] = data[first:stop]
    # one byte is looked for ten times as fast as two
    if not data.isascii() or (b"\\" in data and _ESCAPE in data):
        found |= _found_folded(data, sides)
    yield from (line.rstrip(b",\n") for line in found.values())


def _places(low: bytes, needles: Sequence[bytes]) -> Iterator[Place]:
    """First and last byte of the lines that hold all needles."""
    rarest = needles[0] if needles else b""
    stop = 0
    while (at := low.find(rarest, stop)) >= 0 and stop < len(low):
        first = low.rfind(b"\n", 0, at) + 1
        stop = low.find(b"\n", at) + 1 or len(low)
        if all(needle in low[first:stop] for needle in needles[1:]):
            yield first, stop


def _found_folded(data: bytes, sides: Sequence[Sequence[str]]) -> dict[int, bytes]:
    """By the place of their beginning, the lines of other characters than ASCII that hold it."""
    found: dict[int, bytes] = {}
    first = 0
    others: list[tuple[int, bytes]] = []
    for line in data.split(b"\n"):
        if _ESCAPE in line:
            found[first] = line  # what is escaped, only decoding tells
        elif not line.isascii():
            others.append((first, line))
        first += len(line) + 1
    whole = folded(b"\n".join(line for _, line in others))
    for needles in sides:
        if needles and needles[0] not in whole:
            continue
        for (first, line), text in zip(others, whole.split("\n"), strict=False):
            if all(needle in text for needle in needles):
                found[first] = line
    return found
