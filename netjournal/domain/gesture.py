"""A gesture is everything one act of the user changes; a change is one record before and after.

Both carry raw records (what stands in the JSON file), so that fields this version does not know
survive every act, its undo and its replay.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from enum import StrEnum

from netjournal.tuples import NamedTuple

Raw = Mapping[str, object]
"""A record as JSON: field names to JSON values, without its id."""
Tables = dict[str, dict[str, Raw]]
"""Every record of a journal: table, id, record."""


def texts_in(value: object, skipped: Collection[str] = ()) -> Iterator[str]:
    """Every text within a raw record or a value of one, but for fields that are skipped."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple):  # asked before what takes longer to tell
        for inner in value:
            yield from texts_in(inner, skipped)
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            if name not in skipped:
                yield from texts_in(inner, skipped)


class Table(StrEnum):
    """The tables of a journal."""

    PEOPLE = "people"
    CONVERSATIONS = "conversations"
    COMMITMENTS = "commitments"
    GATHERINGS = "gatherings"
    INTRODUCTIONS = "introductions"
    ENTRIES = "entries"
    CARDS = "cards"
    DRAFTS = "drafts"
    HISTORY = "history"
    META = "meta"


class Change(NamedTuple):
    """One record before and after; None before means new, None after means removed."""

    table: str
    id: str
    before: Raw | None
    after: Raw | None


class Gesture(NamedTuple):
    """Everything one act of the user changes, undone as one."""

    id: str
    at: str
    """When, UTC."""
    label: str
    """What the user did, in words: ``noted a call with Ana Ruiz``."""
    changes: tuple[Change, ...]
    undoes: str | None = None
    """The gesture this one takes back; an undo of an undo is a redo."""
