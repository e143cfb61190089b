"""A whole journal as one value: read from an archive, a backup or a copy, and written as one.

The archive is an ordinary ``journal.json`` in one canonical form, so that it can be read by plain
TinyDB, compared line by line, and put in the place of a journal:

* one JSON object (UTF-8) of tables, one record a line: ``{TABLE: {ID: RECORD}}``;
* ``meta`` first, its record ``1`` with ``schema`` (the version of this format) and ``journal``
  (the id of the journal); then the tables by name; ``history`` last, oldest act first;
* within a table the records by the number that is their id, within a record the fields by name;
* a field that is not written has its default; days are ``YYYY-MM-DD``, moments UTC.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from netjournal.domain.gesture import Raw, Table, Tables
from netjournal.domain.values import ME
from netjournal.errors import InputError, JournalError
from netjournal.journal.snapshot import Snapshot
from netjournal.store import played, snapshot
from netjournal.store.files import OS_FILES
from netjournal.store.places import Places
from netjournal.store.reading import read_file
from netjournal.store.schema import SCHEMA, check_schema, migrate
from netjournal.store.storage import JournalStorage

LARGEST = 1 << 30
"""Bytes of a whole journal, unpacked; far above a hundred thousand people."""
_OWN = frozenset({Table.META, Table.HISTORY})
_GZIP = b"\x1f\x8b"
_FOLDS = frozenset({"fold", "previous"})
_BLOB = re.compile(r"[0-9a-f]{64}(\.[a-z0-9]{1,8})?")
_IMPORT = re.compile(r"[0-9a-f]{64}\.gz")


@dataclass(frozen=True, slots=True)
class Whole:
    """Every record of a journal, of our schema."""

    tables: Tables
    journal: str = ""
    """Its id; empty where nothing says so."""

    @property
    def records(self) -> Mapping[str, Mapping[str, Raw]]:
        """The tables without the store's own."""
        return {name: rows for name, rows in self.tables.items() if name not in _OWN}

    @property
    def history(self) -> Mapping[str, Raw]:
        """What was done, oldest first."""
        return self.tables.get(Table.HISTORY, {})

    @property
    def is_empty(self) -> bool:
        """Whether nothing is in it and nothing was ever done."""
        return not self.history and not any(self.records.values())

    @property
    def counts(self) -> dict[str, int]:
        """How many records each table has, me not counted; empty ones are left out."""
        counts = {str(name): len(rows) for name, rows in self.records.items()}
        if ME in self.records.get(Table.PEOPLE, {}):
            counts[Table.PEOPLE] -= 1
        return {name: count for name, count in counts.items() if count}

    def snapshot(self) -> Snapshot:
        """The same to be asked."""
        return Snapshot(dict(self.tables))


def of_journal(path: Path) -> Whole | None:
    """A journal as it is on the disk; None where there is none.

    Raises:
        JournalError: it cannot be read.

    """
    found = played.tables_now(OS_FILES, Places(path))
    return None if found is None else _lifted(found, path)


def decoded(data: bytes, path: Path) -> Whole:
    """A journal from the bytes of a snapshot, older schemas lifted to ours.

    Raises:
        UnreadableError: they are none.
        NewerSchemaError: a newer netjournal wrote them.

    """
    return _lifted(snapshot.decode(data, path), path)


def _lifted(found: snapshot.Snapshot, path: Path) -> Whole:
    check_schema(found.meta.schema, str(path))
    migrate(found.tables, found.meta.schema)
    return Whole(found.tables, found.meta.journal)


def read(data: bytes, name: str) -> Whole:
    """A journal from a file that somebody gives: an archive, a backup, another ``journal.json``.

    Raises:
        InputError: it is none, too large, or a newer netjournal wrote it.

    """
    if data.startswith(_GZIP):
        data = unpacked(data, name)
    try:
        whole = decoded(data, Path(name))
    except JournalError as error:
        raise InputError(error.message.partition(" It was left as it is")[0]) from None
    if not whole.journal and not whole.tables.keys() & {str(table) for table in Table}:
        raise InputError(f"{name} is JSON, but no journal of netjournal.")
    return whole


def unpacked(data: bytes, name: str) -> bytes:
    """What a gzip file holds, never more than a journal may.

    Raises:
        InputError: it is damaged or would be too large.

    """
    parts: list[bytes] = []
    room = LARGEST
    try:
        while data:
            stream = zlib.decompressobj(wbits=31)
            parts.append(stream.decompress(data, room + 1))
            room -= len(parts[-1])
            if room < 0:
                raise InputError(f"{name} unpacks to more than {LARGEST >> 20} MB.")
            if not stream.eof:
                raise InputError(f"{name} is cut off; nothing was taken from it.")
            data = stream.unused_data
    except zlib.error:
        raise InputError(f"{name} is damaged and cannot be unpacked.") from None
    return b"".join(parts)


def archived(whole: Whole) -> bytes:
    """The one canonical form of a journal: equal journals give equal bytes.

    Raises:
        NotSavedError: JSON has no form for a value in it.

    """
    meta = whole.tables.get(Table.META, {})
    said = {name: value for name, value in meta.get("1", {}).items() if name not in _FOLDS}
    said |= {"schema": SCHEMA, "journal": whole.journal}
    ordered: Tables = {Table.META: _by_number({**meta, "1": said})}
    for name in sorted(map(str, whole.records)):
        if rows := whole.records[name]:
            ordered[name] = _by_number(rows)
    if whole.history:
        ordered[Table.HISTORY] = dict(whole.history)
    return snapshot.layout(ordered, in_order=True)


def _by_number(rows: Mapping[str, Raw]) -> dict[str, Raw]:
    return {id: rows[id] for id in sorted(rows, key=lambda id: (len(id), id))}


def adopt(path: Path, whole: Whole) -> bool:
    """Make this the journal, history and id included; False where there is a journal already.

    Raises:
        JournalError: the journal cannot be read or written.

    """
    storage = JournalStorage(path)
    with storage.locked():
        here = of_journal(path)
        if here is not None and not here.is_empty:
            return False
        storage.replace(whole.tables, journal=whole.journal)
    return True


def kept_files(path: Path) -> Iterator[tuple[str, bytes]]:
    """What stands beside a journal and belongs to it: ``blobs/NAME`` and ``imports/NAME``, sorted.

    Raises:
        JournalError: a file cannot be read.

    """
    places = Places(path)
    for folder, form in ((places.blobs, _BLOB), (places.imports, _IMPORT)):
        if not folder.is_dir():
            continue
        for file in sorted(folder.iterdir()):
            if form.fullmatch(file.name):
                found = read_file(OS_FILES, file)
                if found is not None:
                    yield f"{folder.name}/{file.name}", found[0]


def is_kept_name(name: str) -> bool:
    """Whether a file of that name belongs beside a journal, as ``kept_files`` gives them."""
    folder, _, file = name.partition("/")
    return bool(
        (folder == "blobs" and _BLOB.fullmatch(file))
        or (folder == "imports" and _IMPORT.fullmatch(file))
    )


def files_of_card(card: Raw) -> Iterator[str]:
    """The files beside the journal that a card speaks of, as ``kept_files`` names them."""
    if isinstance(archive := card.get("archive"), str) and archive:
        yield f"imports/{archive}.gz"
    lines = card.get("lines")
    for line in lines if isinstance(lines, list) else ():
        if isinstance(line, dict) and isinstance(blob := line.get("blob"), str) and blob:
            yield f"blobs/{blob}"
