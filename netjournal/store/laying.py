"""The log laid over the lines of a snapshot as a fold writes it; what it does not touch is copied.

What comes out is what reading and writing everything would give.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence

from netjournal.domain.gesture import Change, Gesture, Raw, Table
from netjournal.errors import UnreadableError
from netjournal.store import history
from netjournal.store.log import to_bytes
from netjournal.store.places import Places
from netjournal.store.replay import chains_in, played
from netjournal.store.snapshot import (
    BARE,
    META_ID,
    Meta,
    line_of,
    meta_of,
    strict_decoder,
    table_lines,
)
from netjournal.tuples import NamedTuple

_NAME = rb'[^"\\\n]*+(?:\\.[^"\\\n]*+)*+'
_HEAD = re.compile(rb'\{?"(%b)": (?:\{\n|(\{\}[,}]\n))' % _NAME)
"""The line in which a table begins, with what tells that it is empty."""
_ANY_LINE = rb'\n(?:(\}[,}]\n)|"(%b)": )'
"""A record of some name, or the end of a table."""
_FEW = 8
"""So many names are looked for as such, which is quicker than to look at every one."""
_READ = frozenset({Table.META, Table.HISTORY})
"""Tables that are written anew."""
NextMeta = Callable[[Meta], Meta]
"""What the snapshot is to say of itself, given what it says; refuses what is not to be copied."""


class NotAsWrittenError(Exception):
    """The snapshot is not what a fold wrote, or not the one the log is about: read everything."""


class Moved(NamedTuple):
    """Where the lines of a snapshot stand in the next one."""

    starts: list[tuple[int, int]]
    """In their order: from which byte on they are moved, and by how many."""
    spans: dict[str, tuple[int, int]]
    """Where all lines of a table begin then, and how many bytes they take."""
    own: dict[str, dict[str, tuple[int, int]]]
    """Where the records stand that the log told of, by table and id, and their bytes."""

    def note(self, before: int, now: int) -> None:
        """Lines from a byte on stand elsewhere now."""
        if not self.starts or self.starts[-1][1] != now - before:
            self.starts.append((before, now - before))

    def now(self, place: int) -> int:
        """Where a line stands that was copied."""
        return place + self.starts[bisect_right(self.starts, (place, _FAR)) - 1][1]


_FAR = 1 << 62


class Laying:
    """One run over the lines of a snapshot."""

    def __init__(self, places: Places, log: Sequence[Gesture], next_meta: NextMeta) -> None:
        self._places = places
        self._log = log
        self._next_meta = next_meta
        self._chains: dict[str, dict[str, Sequence[Change]]] = {}
        for (table, id), chain in chains_in(log).items():
            self._chains.setdefault(table, {})[id] = chain
        self._out: list[bytes] = []
        self._table: str | None = None
        self._own: list[bytes] = []
        self._left: dict[bytes, str] = {}
        self._next = _HEAD
        self._is_begun = self._is_over = False
        self._first = 0
        self._size = 0
        self._written = 0  # bytes, with those of ``_out``
        self.moved = Moved([], {}, {})
        """Where the lines stand in what was written."""

    def pieces(self, lines: Iterable[bytes]) -> Iterator[bytes]:
        """What is to be written, piece by piece.

        Raises:
            NotAsWrittenError: nothing of it is of any use.
            NotSavedError: JSON has no form for a value in the log.

        """
        if not _READ.isdisjoint(self._chains):
            raise NotAsWrittenError("the log speaks of its own tables")
        for data in lines:
            self._take(data)
            self._size += len(data)
            yield b"".join(self._out)
            self._out.clear()
        if not self._is_over:
            raise NotAsWrittenError("its end")
        yield self._history()

    def _take(self, data: bytes) -> None:
        data = b"\n" + data  # so that every line has one before it
        start = 1
        while start < len(data):
            go_on = self._begin if self._table is None else self._go_on
            start = go_on(data, start)

    def _begin(self, data: bytes, start: int) -> int:
        """A table begins; where its first line does."""
        head = _HEAD.match(data, start)
        if self._is_over or head is None:
            raise NotAsWrittenError("its tables")
        name = head[1].decode()
        if (name == Table.META) is not (not self._out and not self._size):
            raise NotAsWrittenError("its first table")
        if name == Table.HISTORY:
            for new in list(self._chains):
                self._open(new)
                self._close()
        self._open(name)
        if head[2]:
            self._end(is_last=head[2] == b"{}}\n")
        return head.end()

    def _go_on(self, data: bytes, start: int) -> int:
        """Up to the next line that is not copied; where the one behind it begins."""
        for found in self._next.finditer(data, start - 1):
            ends, name = found.groups()
            if not ends and name not in self._left:
                continue
            line = found.start() + 1
            self._copy(data, start, line)
            if ends:
                self._end(is_last=ends == b"}}\n")
                return found.end()
            stop = data.index(b"\n", found.end()) + 1
            self._changed(self._left.pop(name), data[line:stop])
            return stop
        self._copy(data, start, len(data))
        return len(data)

    def _copy(self, data: bytes, start: int, stop: int) -> None:
        """Some whole lines of a table, which stay as they are."""
        lines = data[start:stop].rstrip(b",\n")
        if lines and self._table in _READ:
            self._own.append(lines)
        elif lines:
            self._rows(lines)
            self.moved.note(self._size + start - 1, self._written - len(lines))

    def _open(self, name: str) -> None:
        self._table, self._is_begun = name, False
        self._own = []
        self._left = {to_bytes(id)[1:-1]: id for id in self._chains.get(name, ())}
        few = len(self._left) <= _FEW
        names = b"|".join(map(re.escape, self._left)) or b"(?!)" if few else _NAME
        self._next = re.compile(_ANY_LINE % names)

    def _rows(self, lines: bytes) -> None:
        """Some lines of a table, without the comma behind."""
        if self._is_begun:
            self._emit(b",\n", lines)
            return
        self._emit(to_bytes(self._table), b": {\n")
        self._first = self._written
        self._emit(lines)
        self._is_begun = True

    def _emit(self, *parts: bytes) -> None:
        self._out += parts
        self._written += sum(map(len, parts))

    def _changed(self, id: str, line: bytes) -> None:
        """A record of which the log speaks."""
        before = _parsed(line.rstrip(b",\n"))
        if before.keys() != {id}:
            raise NotAsWrittenError("a line")
        self._record(id, before[id])

    def _record(self, id: str, before: Raw | None) -> None:
        assert self._table is not None, "records stand in tables"
        state, notes = played(before, self._chains[self._table][id])
        if notes:
            raise NotAsWrittenError("a record that was edited by hand")
        if state is not None:
            line = line_of(id, state)
            self._rows(line)
            own = self.moved.own.setdefault(self._table, {})
            own[id] = (self._written - len(line), len(line))

    def _end(self, *, is_last: bool) -> None:
        if is_last is not (self._table == Table.HISTORY):
            raise NotAsWrittenError("its last table")
        if self._table == Table.META:
            self._emit(b"{", self._meta(), b",\n")
        elif not is_last:
            self._close()
        self._table = None
        self._is_over = is_last

    def _close(self) -> None:
        """What the log adds to a table, and its end."""
        assert self._table is not None, "a table was begun"
        for id in list(self._left.values()):
            self._record(id, None)
        if self._is_begun:
            self.moved.spans[self._table] = (self._first, self._written - self._first)
            self._emit(b"\n},\n")
        else:
            self._emit(to_bytes(self._table), b": {},\n")
        self._chains.pop(self._table, None)
        self._table = None

    def _meta(self) -> bytes:
        own = _parsed(b",".join(self._own))
        try:
            meta = meta_of(own.get(META_ID, {}), self._places.journal)
        except UnreadableError as error:
            raise NotAsWrittenError("its meta") from error
        own[META_ID] = {**own.get(META_ID, {}), **self._next_meta(meta)._asdict()}
        return table_lines(Table.META, own)

    def _history(self) -> bytes:
        past = _parsed(b",".join(self._own))
        kept = history.with_new(past, self._log, snapshot_size=self._size)
        return table_lines(Table.HISTORY, kept) + b"}\n"


def _parsed(lines: bytes) -> dict[str, Raw]:
    """The records of some lines with commas between."""
    try:
        rows = strict_decoder().decode((b"{%b}" % lines).decode())
    except (ValueError, RecursionError) as error:
        raise NotAsWrittenError("a line") from error
    return {id: raw if isinstance(raw, dict) else {BARE: raw} for id, raw in rows.items()}
