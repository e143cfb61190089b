"""Lines whose text says a word, told apart by their day; of most nothing else is ever read.

It is said for certain where it stands in the text of a line as this program writes it. The other
lines that may hold it are left to be asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from netjournal.domain.gesture import Raw
from netjournal.store.dated import PLAIN
from netjournal.store.indexing import Place
from netjournal.store.scanning import Needle, Read, bare, chunks, lines_escaped, lines_with

ByDay = Mapping[str, Sequence[bytes]]
"""Lines by the ISO 8601 day they tell, or by nothing where they tell none."""
_TEXT = b'"text":"'
_NO_DAY = b'"'
_DAY_BYTES = len(b'2026-03-11"')
_PLAIN_DAY = re.compile(b'(?:%b)?"' % PLAIN.encode())


class Saying:
    """The records of a table that hold a word."""

    __slots__ = ("lines", "others")

    def __init__(self, lines: ByDay, others: Mapping[str, Raw]) -> None:
        self.lines = lines
        """Of those whose text is sure to hold it."""
        self.others = others
        """Those that may."""

    def __len__(self) -> int:
        """How many are sure to."""
        return sum(map(len, self.lines.values()))

    def of(self, day: str) -> Mapping[str, Raw]:
        """Those of a day that are sure to."""
        from netjournal.store.lines import held_in

        return held_in(map(bare, self.lines.get(day, ())))

    def under(self, changed: Mapping[str, Raw | None]) -> Saying:
        """The same with records that are others by now, or no more."""
        if not changed:
            return self
        names = {b'"%b"' % id.encode() for id in changed}
        lines = {
            day: [line for line in same if line[: line.index(b'"', 1) + 1] not in names]
            for day, same in self.lines.items()
        }
        others = {id: raw for id, raw in self.others.items() if id not in changed}
        others.update((id, raw) for id, raw in changed.items() if raw is not None)
        return Saying(lines, others)


def lines_saying(read: Read, span: Place, word: str, field: str) -> tuple[ByDay, Sequence[bytes]]:
    """Those lines of a part of a file whose text says a folded word, by the day in a field.

    Beside them those that may hold it.
    """
    needle = Needle([word])
    if not needle.is_plain:
        return {}, list(lines_with(read, span, [[word]]))
    plain, name = word.encode(), b'"%b":' % field.encode()
    by_day: dict[bytes, list[bytes]] = {}
    others: list[bytes] = []
    for data in chunks(read, span):
        low = data.lower()
        for day, line in _lines_with_days(data, low, plain, name):
            same = by_day.get(day)
            if same is not None:
                same.append(line)
            elif _PLAIN_DAY.fullmatch(day):
                by_day[day] = [line]
            else:
                others.append(line)
        spelling = () if data.isascii() else needle.lines_spelling(low)
        for start, stop in dict.fromkeys((*spelling, *lines_escaped(data))):
            if low.find(plain, start, stop) < 0:
                others.append(data[start:stop])
    return {day[:-1].decode(): lines for day, lines in by_day.items()}, others


def _lines_with_days(
    data: bytes, low: bytes, word: bytes, name: bytes
) -> Iterator[tuple[bytes, bytes]]:
    """Each line that holds a word as it is, behind its day and the quote that follows this.

    The day is none where it is not sure, or not that the text holds the word.
    """
    says = name + b'"'
    is_plain = b"\\" not in data
    stop = 0
    while (at := low.find(word, stop)) >= 0:
        start = low.rfind(b"\n", 0, at) + 1
        stop = low.find(b"\n", at) + 1 or len(low)
        text = data.rfind(b'"', start, at) + 1
        day = b""
        # without escapes what stands behind a quote is a text; with one brace all is the record's
        if (
            data.startswith(_TEXT, text - len(_TEXT))
            and data.count(b"{", start, stop) == 1
            and (is_plain or data.find(b"\\", start, stop) < 0)
        ):
            told = data.find(says, start, stop)
            if told >= 0:
                told += len(says)
                day = data[told : told + _DAY_BYTES]
            elif data.find(name, start, stop) < 0:
                day = _NO_DAY
        yield day, data[start:stop]
