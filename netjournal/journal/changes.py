"""Changes made by hand of the codec: a record that is new, edited or removed."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from netjournal.domain.gesture import Change
from netjournal.domain.values import PersonId, RecordId
from netjournal.store.codec import encode
from netjournal.store.schema import table_of

if TYPE_CHECKING:
    from netjournal.journal.known import Known


def new_id() -> RecordId:
    """A random id below 2^63, in decimal; never ``1``, which is me."""
    chance = int.from_bytes(os.urandom(8), "big")
    return RecordId(str(10**15 + chance % (2**63 - 10**15)))


def new_person_id() -> PersonId:
    """The same for a person."""
    return PersonId(new_id())


def created(record: Any) -> Change:
    """The change that makes a record."""
    return Change(table_of(type(record)), record.id, None, encode(record))


def edited(known: Known, before: Any, after: Any) -> Change | None:
    """The change that stores a record with other fields, or None if they are so already.

    ``before`` in the change is what stands in the journal, so that undo and replay find it again
    even where a hand edit wrote it in another way.
    """
    if after == before:
        return None
    table = table_of(type(before))
    return Change(table, before.id, known.raw(table, before.id), encode(after))


def edits(known: Known, before: Any, **values: Any) -> list[Change]:
    """The same for a few fields, as a list of none or one."""
    change = edited(known, before, before._replace(**values))
    return [change] if change else []


def one_each(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The same with one change for each record: what it was first, what it became last.

    Undo and replay take the changes of a gesture one by one, so that none may build on another.
    """
    whole: dict[tuple[str, str], Change] = {}
    for change in changes:
        key = (change.table, change.id)
        first = whole.get(key)
        whole[key] = change if first is None else first._replace(after=change.after)
    return tuple(change for change in whole.values() if change.before != change.after)


def as_json(record: Any) -> dict[str, Any]:
    """A record with its id and every field, as JSON."""
    raw = encode(record)
    names = (name for name in record._fields if name != "extra")
    return {name: raw[name] if name in raw else _plain(getattr(record, name)) for name in names}


def _plain(value: object) -> object:
    """What the codec leaves out is a default: nothing, an empty text or list, a word."""
    return list(value) if isinstance(value, tuple) else value
