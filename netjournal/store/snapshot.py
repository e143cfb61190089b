"""The snapshot: ordinary TinyDB JSON, one record a line, read strictly.

TinyDB's own reader lets pass what would lose data at the next write (the later of two equal keys
wins, an infinity is written as no JSON); here each is a reason not to touch the file.
"""

from __future__ import annotations

import gc
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from netjournal.domain.gesture import Raw, Table, Tables
from netjournal.errors import UnreadableError
from netjournal.store.held import STAND_IN, Held, held_apart
from netjournal.store.log import finite, no_constant, to_bytes
from netjournal.tuples import NamedTuple

BARE = "~"
"""The only key of a record that stands in for a value that is no object, written back as it was."""
META_ID = "1"


class Meta(NamedTuple):
    """What a journal says of itself; the ids are empty in a file that is not ours yet."""

    schema: int = 1
    journal: str = ""
    fold: str = ""
    previous: str = ""
    """The fold that the log before was begun after; if it stands, it missed its replacement."""


class Snapshot(NamedTuple):
    """The content of ``journal.json``, unknown tables and fields included."""

    tables: Tables
    meta: Meta


def decode(data: bytes, path: Path) -> Snapshot:
    """Read a snapshot.

    Raises:
        UnreadableError: it is no TinyDB file, or reading it would lose something.

    """
    with _without_collector():
        tables = _partly_held(data, path)
        if tables is None:
            tables = _objects(_strict_json(data, path), path)
    return Snapshot(tables, meta_of(tables.get(Table.META, {}).get(META_ID, {}), path))


def _partly_held(data: bytes, path: Path) -> Tables | None:
    """The tables with their conversations held; None where everything is to be parsed at once."""
    apart = held_apart(data, strict_decoder().decode)
    if apart is None:
        return None
    try:
        content = _strict_json(apart.rest, path)
    except UnreadableError:
        return None  # the place of the mistake is told within the whole
    if not isinstance(content, dict) or content.get(Table.CONVERSATIONS) != STAND_IN:
        return None
    content[Table.CONVERSATIONS] = {}
    tables = _objects(content, path)
    tables[Table.CONVERSATIONS] = apart.conversations
    return tables


def encode(tables: Tables, meta: Meta) -> bytes:
    """The bytes of a snapshot: meta first, history last, one record a line.

    Raises:
        NotSavedError: JSON has no form for a value in it.

    """
    own = {**tables.get(Table.META, {})}
    own[META_ID] = {**own.get(META_ID, {}), **meta._asdict()}
    ordered: Tables = {Table.META: own}
    ordered.update({name: table for name, table in tables.items() if name not in _PLACED})
    ordered[Table.HISTORY] = tables.get(Table.HISTORY, {})
    return layout(ordered)


def layout(tables: Mapping[str, Mapping[str, Raw]], *, in_order: bool = False) -> bytes:
    """The bytes of some tables in the order given, one record a line.

    ``in_order`` sorts the fields of each record by name.

    Raises:
        NotSavedError: JSON has no form for a value in it.

    """
    parts = (table_lines(name, table, in_order=in_order) for name, table in tables.items())
    return b"{" + b",\n".join(parts) + b"}\n"


_PLACED = frozenset({Table.META, Table.HISTORY})


def table_lines(name: str, table: Mapping[str, Raw], *, in_order: bool = False) -> bytes:
    """A table of a snapshot with its name, without what stands between tables.

    Raises:
        NotSavedError: JSON has no form for a value in it.

    """
    if not table:
        return to_bytes(str(name)) + b": {}"
    rows = b",\n".join(line_of(id, raw, in_order=in_order) for id, raw in table.items())
    return to_bytes(str(name)) + b": {\n" + rows + b"\n}"


def line_of(id: str, raw: Raw, *, in_order: bool = False) -> bytes:
    """The line of a record, without the comma behind.

    Raises:
        NotSavedError: JSON has no form for a value in it.

    """
    if isinstance(raw, Held) and not in_order:
        return to_bytes(id) + b": " + raw.line
    value = raw[BARE] if raw.keys() == {BARE} else raw
    return to_bytes(id) + b": " + to_bytes(value, in_order=in_order)


class _TwiceError(ValueError):
    """A key stands twice in one object."""


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                raise _TwiceError(key)
            seen.add(key)
    return found


@contextmanager
def _without_collector() -> Iterator[None]:
    """Parsing makes no cycles, and a fifth of its time would go into looking for some."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def strict_decoder() -> json.JSONDecoder:
    """Reads JSON as strictly as a snapshot is read, value by value."""
    return json.JSONDecoder(
        object_pairs_hook=_unique, parse_float=finite, parse_constant=no_constant
    )


def _strict_json(data: bytes, path: Path) -> Any:
    if not data.strip():
        raise _unreadable(path, "it is empty")
    try:
        return json.loads(
            data.decode(),
            object_pairs_hook=_unique,
            parse_float=finite,
            parse_constant=no_constant,
        )
    except UnicodeDecodeError as error:
        reason = f"byte {error.start + 1} is not UTF-8"
    except RecursionError:
        reason = "it is nested too deeply"
    except _TwiceError as error:
        reason = f"the key {str(error)!r:.80} stands twice in one object"
    except json.JSONDecodeError as error:
        reason = f"line {error.lineno}, column {error.colno} is not JSON ({error.msg})"
    except ValueError as error:
        reason = str(error).split(";", maxsplit=1)[0]
    raise _unreadable(path, reason)


def _objects(content: Any, path: Path) -> Tables:
    if not isinstance(content, dict):
        raise _unreadable(path, "it holds no tables")
    for name, table in content.items():
        if not isinstance(table, dict):
            raise _unreadable(path, f"{name!r:.80} in it is no table")
        if not all(map(_is_object, table.values())):
            content[name] = {
                id: raw if isinstance(raw, dict) else {BARE: raw} for id, raw in table.items()
            }
    return content


def _is_object(raw: object) -> bool:
    return type(raw) is dict


def meta_of(raw: Raw, path: Path) -> Meta:
    """What the meta record says.

    Raises:
        UnreadableError: its schema is no number.

    """
    schema = raw.get("schema", 1)
    if type(schema) is not int or schema < 1:
        raise _unreadable(path, f"{schema!r:.40} is no schema number")
    names = (raw.get(name) for name in Meta._fields[1:])
    return Meta(schema, *(name if isinstance(name, str) else "" for name in names))


def _unreadable(path: Path, reason: str) -> UnreadableError:
    return UnreadableError(
        f"{path} cannot be read as a journal: {reason}. It was left as it is; "
        "'netjournal doctor' says what can be saved of it."
    )
