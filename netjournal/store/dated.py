"""Lines of the snapshot with the day each tells; nothing else of them is read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netjournal.store.indexing import Place
from netjournal.store.scanning import Read, chunks
from netjournal.tuples import NamedTuple

PLAIN = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
"""An ISO 8601 day as this program writes it: such days compare as text."""
_DAY = re.compile(b'"day":"(%b)"' % PLAIN.encode())


class Dated(NamedTuple):
    """A line of a record."""

    day: str
    """Nothing where only parsing tells."""
    id: bytes
    place: Place


def dated_lines(read: Read, span: Place) -> Iterator[Dated]:
    """The lines of a part of a file that holds nothing else than records."""
    start = span[0]
    for data in chunks(read, span):
        first = start
        for line in data.rstrip(b"\n").split(b"\n"):
            found = _DAY.search(line)
            # what lies within another object is not the record's own
            is_own = found is not None and line.count(b"{", 0, found.start()) == 1
            day = found[1].decode() if found is not None and is_own else ""
            place = (first, len(line) - (line[-1:] == b","))
            yield Dated(day, line[1 : line.find(b'"', 1)], place)
            first += len(line) + 1
        start += len(data)
