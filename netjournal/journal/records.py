"""The records of a journal at one moment, each decoded when it is first asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from netjournal.domain.commitment import Commitment
from netjournal.domain.conversation import Conversation
from netjournal.domain.draft import Draft
from netjournal.domain.entry import Entry
from netjournal.domain.gathering import Gathering
from netjournal.domain.gesture import Raw, Table, Tables
from netjournal.domain.outline import Outline, outline_of
from netjournal.domain.values import CommitmentState, Direction, EntryKind
from netjournal.journal.dated import Stretch, newest, plain_day
from netjournal.journal.layers import (
    Index,
    KeysOf,
    Layered,
    Overlay,
    index_of,
    strings_in,
)
from netjournal.journal.phrases import Phrases
from netjournal.store.codec import decode
from netjournal.store.held import held_with

if TYPE_CHECKING:
    from netjournal.domain.card import Card
    from netjournal.domain.introduction import Introduction
    from netjournal.store.saying import Saying

R = TypeVar("R")


class Shared:
    """What snapshots over one base share: its indexes and every record decoded so far."""

    def __init__(self) -> None:
        self.indexes: dict[tuple[str, str], dict[str, tuple[str, ...]]] = {}
        self.decoded: dict[tuple[str, str], tuple[Raw, Any]] = {}
        self.ids: list[str] | None = None
        self.names: Phrases | None = None


class Records:
    """Every record by table and id: a frozen base, and what changed since laid over it."""

    def __init__(
        self, base: Tables, over: Overlay | None = None, shared: Shared | None = None
    ) -> None:
        self._base = base
        self._overlay: Overlay = over or {}
        self._shared = shared or Shared()
        self._indexes: dict[tuple[str, str], Index] = {}

    def table(self, table: Table) -> Mapping[str, Raw]:
        """The raw records of one table by id."""
        return Layered(self._base.get(table, {}), self._overlay.get(table, {}))

    def holding(self, table: Table, sides: Sequence[Sequence[str]]) -> Mapping[str, Raw]:
        """The records of a table that may hold all folded words of a side, others among them."""
        rows = held_with(self._base.get(table, {}), sides)
        return Layered(rows, self._overlay.get(table, {}))

    def saying(self, table: Table, word: str, field: str) -> Saying:  # noqa: ARG002 - as a part
        """The records of a table that may hold a folded word.

        Of those whose text is sure to only the day is read, which stands in a field.
        """
        from netjournal.store.saying import Saying

        return Saying({}, self.holding(table, [[word]]))

    def newest(self, table: Table, stretch: Stretch) -> tuple[Sequence[str], int]:
        """The ids of a table's newest records of a stretch, and how many older it has."""
        rows = self.table(table).items()
        return newest(((plain_day(raw.get("day")), id) for id, raw in rows), stretch)

    def raw(self, table: str, id: str) -> Raw | None:
        """One raw record, or None."""
        over = self._overlay.get(table, {})
        if id in over:
            return over[id]
        return self._base.get(table, {}).get(id)

    def _record(self, table: str, cls: type[R], id: str) -> R | None:
        raw = self.raw(table, id)
        if raw is None:
            return None
        key = (table, id)
        known = self._shared.decoded.get(key)
        if known is not None and known[0] is raw:
            return known[1]  # type: ignore[no-any-return]  # stored below by the same key
        try:
            record = decode(cls, id, raw)
        except ValueError:
            return None
        self._shared.decoded[key] = (raw, record)
        return record

    def _all(self, table: Table, cls: type[R]) -> Iterator[R]:
        for id in self.table(table):
            record = self._record(table, cls, id)
            if record is not None:
                yield record

    def _index(self, table: str, field: str, keys: KeysOf | None = None) -> Index:
        """Ids of a table by what a field says, or by what ``keys`` reads from a record."""
        name = (table, field)
        index = self._indexes.get(name)
        if index is None:
            keys = keys or strings_in(field)
            base = self._shared.indexes.get(name)
            if base is None:
                base = index_of(self._base.get(table, {}), keys)
                self._shared.indexes[name] = base
            index = Index(base, self._overlay.get(table, {}), keys)
            self._indexes[name] = index
        return index

    def ids_with(
        self, table: str, field: str, value: str, keys: KeysOf | None = None
    ) -> tuple[str, ...]:
        """The ids of a table whose field, or what ``keys`` reads, says this.

        Nobody else is looked at.
        """
        return self._index(table, field, keys)[value]

    # every record of a kind

    def conversations(self) -> Iterator[Conversation]:
        """Every conversation, in no order."""
        return self._all(Table.CONVERSATIONS, Conversation)

    def commitments(self) -> Iterator[Commitment]:
        """Every promise, in no order."""
        return self._all(Table.COMMITMENTS, Commitment)

    def open_commitments(self) -> Iterator[Commitment]:
        """The promises that are neither done nor dropped."""
        for id, raw in self.table(Table.COMMITMENTS).items():
            if is_open(raw):
                record = self._record(Table.COMMITMENTS, Commitment, id)
                if record is not None:
                    yield record

    def outlines(self, until: date) -> Iterator[Outline]:  # noqa: ARG002 - as in ``holding``
        """The outlines of my open follow-ups, and of what else is open and comes up by a day.

        In no order; others may be among them.
        """
        return map(outline_of, self.open_commitments())

    def entries(self) -> Iterator[Entry]:
        """Every entry, in no order."""
        return self._all(Table.ENTRIES, Entry)

    def entries_of_kinds(self, kinds: Sequence[EntryKind]) -> Iterator[Entry]:
        """The entries of some kinds, in no order; nothing else is decoded."""
        for id, raw in self.table(Table.ENTRIES).items():
            if raw.get("kind") in kinds:
                entry = self.entry(id)
                if entry is not None:
                    yield entry

    def gatherings(self) -> Iterator[Gathering]:
        """Every gathering, in no order."""
        return self._all(Table.GATHERINGS, Gathering)

    def introductions(self) -> Iterator[Introduction]:
        """Every introduction, in no order."""
        from netjournal.domain.introduction import Introduction

        return self._all(Table.INTRODUCTIONS, Introduction)

    def cards(self) -> Iterator[Card]:
        """Every card that was ever imported: the ledger."""
        from netjournal.domain.card import Card

        return self._all(Table.CARDS, Card)

    def drafts(self) -> tuple[Draft, ...]:
        """The lines that could not be read yet, oldest first."""
        return tuple(sorted(self._all(Table.DRAFTS, Draft), key=lambda d: (d.made, d.id)))

    def talks_on(self, day: date) -> Iterator[Conversation]:
        """Every conversation of a day, in no order."""
        for id in self._index(Table.CONVERSATIONS, "day")[day.isoformat()]:
            talk = self.conversation(id)
            if talk is not None:
                yield talk

    def broadcasts(self) -> Iterator[Conversation]:
        """Everything I sent to many, in no order."""
        for id in self._index(Table.CONVERSATIONS, "broadcast", _sent_to_many)[_SENT]:
            talk = self.conversation(id)
            if talk is not None:
                yield talk

    # one record by its whole id

    def conversation(self, id: str) -> Conversation | None:
        """One conversation by its whole id."""
        return self._record(Table.CONVERSATIONS, Conversation, id)

    def commitment(self, id: str) -> Commitment | None:
        """One promise by its whole id."""
        return self._record(Table.COMMITMENTS, Commitment, id)

    def entry(self, id: str) -> Entry | None:
        """One entry by its whole id."""
        return self._record(Table.ENTRIES, Entry, id)

    def gathering(self, id: str) -> Gathering | None:
        """One gathering by its whole id."""
        return self._record(Table.GATHERINGS, Gathering, id)

    def introduction(self, id: str) -> Introduction | None:
        """One introduction by its whole id."""
        from netjournal.domain.introduction import Introduction

        return self._record(Table.INTRODUCTIONS, Introduction, id)

    def draft(self, id: str) -> Draft | None:
        """One draft by its whole id."""
        return self._record(Table.DRAFTS, Draft, id)


def is_open(raw: Raw) -> bool:
    """Whether a raw promise is neither done nor dropped."""
    return raw.get("state", CommitmentState.OPEN) == CommitmentState.OPEN


_SENT = "sent"


def _sent_to_many(raw: Raw) -> tuple[str, ...]:
    sent = raw.get("broadcast") and raw.get("direction") == Direction.OUTBOUND
    return (_SENT,) if sent else ()
