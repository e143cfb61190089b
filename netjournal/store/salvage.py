"""What can still be read of a snapshot that is no JSON any more: record by record.

A snapshot has one record a line, so that damage to some bytes costs the records of their lines
and no others. What cannot be read is given back as the bytes it is, for a person to look at. Where
somebody laid the file out in another way, records are looked for wherever one begins.
"""

from __future__ import annotations

import json
import re
from difflib import SequenceMatcher
from pathlib import Path

from netjournal.domain.gesture import Raw, Table, Tables
from netjournal.errors import UnreadableError
from netjournal.store import snapshot
from netjournal.store.codec import decode
from netjournal.store.replay import merged
from netjournal.store.schema import record_class
from netjournal.store.snapshot import BARE, META_ID, Meta
from netjournal.tuples import NamedTuple

_KEY = re.compile(r'[\s{},]*[^"\n]{0,3}"((?:[^"\\\n]|\\.){1,100})"\s*:\s*')
"""A key, behind what a damaged separator may be."""
_HEADER = re.compile(r"\{[^\"]{0,2}\s*(?:$|\}|\"\d{1,19}\"\s*:)")
"""How the value of a table begins, and that of a record does not."""
_RECORD_LINE = re.compile(r'^"\d{1,19}"[ \t]*:[ \t]*\{.*\},?[ \t\r]*$', re.MULTILINE)
_RECORD = r'"\d{1,19}"\s*:\s*\{'
_BEGINNING = re.compile(rf'(?<!\\)(?:{_RECORD}|"[^"\\\d][^"\\]*"\s*:\s*\{{\s*{_RECORD})')
"""Where a record or a table with one may begin; within a text its quotes would be escaped."""
_ONLY_BRACKETS = re.compile(r"[\s{},]*")
_ALIKE = 0.75
"""How alike a damaged line and the head of a table are at least, of 1."""


class Salvaged(NamedTuple):
    """What was found."""

    tables: Tables
    meta: Meta
    aside: tuple[bytes, ...]
    """What could not be read, as it stood, in pieces."""

    @property
    def records(self) -> int:
        """How many records were found, without the store's own."""
        own = {Table.META, Table.HISTORY}
        return sum(len(rows) for name, rows in self.tables.items() if name not in own)


def salvage(data: bytes, path: Path) -> Salvaged:
    """Everything in a damaged snapshot that is whole; never raises for what it holds."""
    text = data.decode("utf-8", "surrogateescape").lstrip("\ufeff")
    lined = _is_our_layout(text)
    reader = _Reader(lined=lined)
    for piece in text.split("\n") if lined else (text,):
        reader.take(piece)
    reader.settle()
    tables = {name: rows for name, rows in reader.tables.items() if rows}
    try:
        meta = snapshot.meta_of(tables.get(Table.META, {}).get(META_ID, {}), path)
    except UnreadableError:
        meta = Meta()
    return Salvaged(tables, meta, tuple(reader.aside))


def _is_our_layout(text: str) -> bool:
    """Whether records have lines of their own."""
    return text.startswith('{"meta": {\n') or _RECORD_LINE.search(text) is not None


class _Reader:
    """Goes through the pieces and keeps what is whole."""

    def __init__(self, *, lined: bool) -> None:
        self._lined = lined
        self.tables: Tables = {}
        self.aside: list[bytes] = []
        self._table: str | None = None
        self._damaged_head = ""
        self._orphans: dict[str, Raw] = {}

    def take(self, text: str) -> None:
        """Read one line, or a whole text."""
        at = 0
        while at < len(text):
            match = _KEY.match(text, at)
            if match is None:
                rest = text[at:]
                if _ONLY_BRACKETS.fullmatch(rest):
                    self._close(rest)
                    return
                at = self._skip(text, at)
                continue
            self._close(text[at : match.start(1) - 1])
            at = self._entry(text, at, match)

    def _entry(self, text: str, at: int, match: re.Match[str]) -> int:
        """A table's head or a record, or else a piece that is set aside; where it ends."""
        key, start = match[1], match.end()
        if not key.isdecimal() and _HEADER.match(text, start):
            self._begin(key, text[at : start + 1])
            return start + 1
        found = _value(text, start)
        if found is None or not key.isdecimal():
            return self._skip(text, at)
        value, end = found
        self._add(key, value if isinstance(value, dict) else {BARE: value})
        return end

    def _begin(self, name: str, head: str) -> None:
        """A table begins; where its name is damaged, its records wait for what they are."""
        self.settle()
        known = name in set(Table) or _resembles(head) is None
        self._table, self._damaged_head = (name, "") if known else (None, head)
        if known:
            self.tables.setdefault(name, {})

    def _skip(self, text: str, at: int) -> int:
        """Set aside what stands before the next record that begins; where that is."""
        following = None if self._lined else _BEGINNING.search(text, at + 1)
        end = following.start() if following else len(text)
        piece = text[at:end]
        self.aside.append(piece.encode("utf-8", "surrogateescape"))
        if self._table is None or _resembles(piece) is not None:
            self.settle()
            self._table, self._damaged_head = None, piece
        return end

    def _close(self, separator: str) -> None:
        """A closing bracket ends a table."""
        if "}" in separator:
            self.settle()
            self._table, self._damaged_head = None, ""

    def _add(self, id: str, raw: Raw) -> None:
        rows = self._orphans if self._table is None else self.tables[self._table]
        if id in rows and rows[id] != raw:
            both, _ = merged(None, raw, rows[id])
            raw = both or raw
        rows[id] = raw

    def settle(self) -> None:
        """Records whose table's head is damaged: theirs is the table it nearly is, if they fit."""
        orphans, self._orphans = self._orphans, {}
        if not orphans:
            return
        table = _resembles(self._damaged_head)
        if table is not None and all(_fits(table, id, raw) for id, raw in orphans.items()):
            self.tables.setdefault(table, {}).update(orphans)
            return
        for id, raw in orphans.items():
            line = json.dumps({id: raw}, ensure_ascii=False)
            self.aside.append(line.encode("utf-8", "surrogateescape"))


def _value(text: str, start: int) -> tuple[object, int] | None:
    """The JSON value that begins there, and its end; None where it is damaged."""
    try:
        value, end = _DECODER.raw_decode(text, start)
        json.dumps(value, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        return None
    return value, end


_DECODER = snapshot.strict_decoder()


def _resembles(piece: str) -> Table | None:
    """The table whose head a damaged piece nearly is."""
    text = piece.strip(" \t\r,}")[:40]
    best = max(Table, key=lambda table: _likeness(text, table))
    return best if _likeness(text, best) >= _ALIKE else None


def _likeness(text: str, table: Table) -> float:
    return SequenceMatcher(None, text, f'"{table}": {{', autojunk=False).ratio()


def _fits(table: Table, id: str, raw: Raw) -> bool:
    cls = record_class(table, id)
    if cls is None:
        return table in {Table.META, Table.HISTORY}
    try:
        decode(cls, id, raw)
    except ValueError:
        return False
    return True
