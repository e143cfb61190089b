"""Single records of the snapshot, read by the place of their line without reading all of it."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from netjournal.domain.gesture import Raw
from netjournal.store.files import Files, Signature, close
from netjournal.store.held import Held
from netjournal.store.indexing import ChangedLinesError, Place
from netjournal.store.log import finite, no_constant
from netjournal.store.places import Places
from netjournal.store.snapshot import BARE

if TYPE_CHECKING:
    from netjournal.store.dated import Dated
    from netjournal.store.saying import Saying
    from netjournal.store.scanning import Read, Sides

T = TypeVar("T")
_decoder = json.JSONDecoder(parse_float=finite, parse_constant=no_constant)
_OPENS, _FOLLOWS = b"{,"


def places_in(data: bytes) -> dict[str, dict[str, Place]]:
    """The places of the records by table and id, of those at least that have a line of their own.

    A file in another layout has fewer or none; whoever asks must know which records there are, for
    what looks like a record may be a part of one.
    """
    found: dict[str, dict[str, Place]] = {}
    rows: dict[str, Place] | None = None
    for line in re.finditer(rb'^(?:\{*"([^"\\\n]*+)": ?[^\n]*+|\}.*)$', data, re.MULTILINE):
        start, stop = line.span()
        name, last = line[1], data[stop - 1]
        if name is None:
            rows = None
        elif last == _OPENS:
            rows = found.setdefault(name.decode(errors="replace"), {})
        elif rows is not None:
            rows[name.decode(errors="replace")] = (start, stop - start - (last == _FOLLOWS))
    return found


def span_of(data: bytes, rows: Mapping[str, Place]) -> Place | None:
    """Where the lines of a table begin, and their bytes; None where other lines are among them."""
    if not rows:
        return None
    first = min(start for start, _ in rows.values())
    stop = max(start + length for start, length in rows.values())
    return (first, stop - first) if data.count(b"\n", first, stop) + 1 == len(rows) else None


class SnapshotLines:
    """The snapshot as it was when the places were taken, open for single lines."""

    def __init__(self, files: Files, places: Places, signature: Signature | None) -> None:
        self._files = files
        self._path = places.journal
        self._signature = signature
        self._fd = -1

    @property
    def size(self) -> int:
        """Bytes of the snapshot."""
        return self._signature.size if self._signature else 0

    def holding(self, span: Place, sides: Sides) -> Mapping[str, Raw]:
        """The records of a table, whose lines are a span, that may hold all words of a side.

        Others may be among them; each is parsed when more than a text of it is asked for.

        Raises:
            ChangedLinesError: the file is another by now, or cannot be read.

        """
        from netjournal.store.scanning import lines_with

        return held_in(self._read(lambda read: list(lines_with(read, span, sides))))

    def may_name(self, ids: Sequence[str]) -> bool:
        """Whether one of some ids, digits all of them, may be a text in it; No is certain.

        Raises:
            ChangedLinesError: the file is another by now, or cannot be read.

        """
        from netjournal.store.naming import may_name

        return self._read(lambda read: may_name(read, (0, self.size), ids))

    def saying(self, span: Place, word: str, field: str) -> Saying:
        """The records of a table, whose lines are a span, that may hold a word.

        Of those whose text is sure to only the day is read, which stands in a field.

        Raises:
            ChangedLinesError: the file is another by now, or cannot be read.

        """
        from netjournal.store.saying import Saying, lines_saying
        from netjournal.store.scanning import bare

        if not span[1]:
            return Saying({}, {})
        by_day, others = self._read(lambda read: lines_saying(read, span, word, field))
        return Saying(by_day, held_in(map(bare, others)))

    def dated(self, span: Place, choose: Callable[[Iterator[Dated]], T]) -> T:
        """What is chosen of the lines of a table, all within a span, by the days they tell.

        Raises:
            ChangedLinesError: the file is another by now, or cannot be read.

        """
        from netjournal.store.dated import dated_lines

        return self._read(lambda read: choose(dated_lines(read, span)))

    def read(self, places: Sequence[Place]) -> Mapping[str, Raw]:
        """The records of some lines of one table by id, in the order of the places.

        Raises:
            ChangedLinesError: the file is another by now, or cannot be read.

        """
        return _parsed(self._read(lambda read: [read(*place) for place in places]))

    def _read(self, made_of: Callable[[Read], T]) -> T:
        try:
            if self._fd < 0:
                self._fd = self._files.open(self._path, os.O_RDONLY)
            fd = self._fd
            found = made_of(lambda start, length: self._files.read(fd, length, start))
            # looked at behind the reading: whoever wrote into the file before then is noticed
            same = Signature.of(self._files.fstat(fd)) == self._signature
        except OSError as error:
            raise ChangedLinesError(str(error)) from error
        if not same:
            raise ChangedLinesError("the file is another by now")
        return found

    def close(self) -> None:
        """Let go of the file."""
        if self._fd >= 0:
            fd, self._fd = self._fd, -1
            close(self._files, fd)


def held_in(lines: Iterable[bytes]) -> Mapping[str, Raw]:
    """The records of some lines by id, parsed only where they are not as this program writes them.

    What was laid out or escaped by hand has blanks behind quotes, or escapes of other letters.
    """
    rows: dict[str, Raw] = {}
    others: list[bytes] = []
    for line in lines:
        name, _, record = line.partition(b'": ')
        is_flat = record[:1] == b"{" and record.count(b"{") == 1
        if is_flat and not (
            b'" ' in record or b'"\t' in record or b'"\r' in record or b"\\u" in record
        ):
            rows[name[1:].decode()] = Held(record)
        else:
            rows[name[1:].decode(errors="replace")] = {}  # keeps its place
            others.append(line)
    rows.update(_parsed(others))
    return rows


def _parsed(lines: Sequence[bytes]) -> Mapping[str, Raw]:
    try:
        rows = _decoder.decode((b"{%s}" % b",".join(lines)).decode())
    except ValueError as error:
        raise ChangedLinesError(str(error)) from error
    if len(rows) != len(lines):
        raise ChangedLinesError("not the lines that were asked for")
    return {id: raw if isinstance(raw, dict) else {BARE: raw} for id, raw in rows.items()}
