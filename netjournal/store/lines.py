"""Single records of the snapshot, read by the place of their line without reading all of it."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from netjournal.domain.gesture import Raw
from netjournal.store.files import Files, Signature, close
from netjournal.store.indexing import ChangedLinesError, Place
from netjournal.store.log import finite, no_constant
from netjournal.store.places import Places
from netjournal.store.snapshot import BARE

if TYPE_CHECKING:
    from netjournal.store.scanning import Sides

_decoder = json.JSONDecoder(parse_float=finite, parse_constant=no_constant)


def places_in(data: bytes) -> dict[str, dict[str, Place]]:
    """The places of the records by table and id, of those at least that have a line of their own.

    A file in another layout has fewer or none; whoever asks must know which records there are, for
    what looks like a record may be a part of one.
    """
    found: dict[str, dict[str, Place]] = {}
    rows: dict[str, Place] | None = None
    start = 0
    for line in data.split(b"\n"):
        if line[-1:] == b"{":
            name = line.lstrip(b"{").split(b'"', 2)[1:2]
            rows = found.setdefault(name[0].decode(errors="replace"), {}) if name else None
        elif line[:1] == b"}":
            rows = None
        elif rows is not None:
            stop = line.find(b'": ', 1)
            id = line[1:stop]
            if stop > 0 and b"\\" not in id:
                rows[id.decode(errors="replace")] = (start, len(line) - (line[-1:] == b","))
        start += len(line) + 1
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

    def holding(self, span: Place, sides: Sides) -> Mapping[str, Raw]:
        """The records of a table, whose lines are a span, that may hold all words of a side.

        Others may be among them.

        Raises:
            ChangedLinesError: the file is another by now, or cannot be read.

        """
        from netjournal.store.scanning import lines_with

        return self._decoded(lambda fd: list(lines_with(partial(self._piece, fd), span, sides)))

    def _piece(self, fd: int, start: int, length: int) -> bytes:
        return self._files.read(fd, length, start)

    def read(self, places: Sequence[Place]) -> Mapping[str, Raw]:
        """The records of some lines of one table by id, in the order of the places.

        Raises:
            ChangedLinesError: the file is another by now, or cannot be read.

        """
        return self._decoded(lambda fd: [self._piece(fd, *place) for place in places])

    def _decoded(self, lines_of: Callable[[int], list[bytes]]) -> Mapping[str, Raw]:
        try:
            if self._fd < 0:
                self._fd = self._files.open(self._path, os.O_RDONLY)
            lines = lines_of(self._fd)
            # looked at behind the reading: whoever wrote into the file before then is noticed
            same = Signature.of(self._files.fstat(self._fd)) == self._signature
            rows = _decoder.decode((b"{%s}" % b",".join(lines)).decode()) if same else {}
        except (OSError, ValueError) as error:
            raise ChangedLinesError(str(error)) from error
        if len(rows) != len(lines):
            raise ChangedLinesError("not the lines that were asked for")
        return {id: raw if isinstance(raw, dict) else {BARE: raw} for id, raw in rows.items()}

    def close(self) -> None:
        """Let go of the file."""
        if self._fd >= 0:
            fd, self._fd = self._fd, -1
            close(self._files, fd)
