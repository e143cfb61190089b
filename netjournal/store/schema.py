"""Which record lives in which table, the schema number, and the steps from older ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from netjournal.domain.gesture import Table, Tables
from netjournal.errors import NewerSchemaError

SCHEMA = 1
"""Raised by one with every change of the stored form that an older netjournal would misread."""

Migration = Callable[[Tables], None]
"""Lifts the tables of one schema to the next, in place."""

MIGRATIONS: tuple[Migration, ...] = ()
"""Step ``n`` (from 0) lifts schema ``n + 1``; their number is always ``SCHEMA - 1``."""

# by name, so that asking for a table loads no record class
_TABLES = {
    "Person": Table.PEOPLE,
    "Me": Table.PEOPLE,
    "Conversation": Table.CONVERSATIONS,
    "Commitment": Table.COMMITMENTS,
    "Gathering": Table.GATHERINGS,
    "Introduction": Table.INTRODUCTIONS,
    "Entry": Table.ENTRIES,
    "Card": Table.CARDS,
    "Draft": Table.DRAFTS,
}


def table_of(record: object) -> Table:
    """The table of a record or of a record class; a person and me share one.

    Raises:
        TypeError: it is no record of a journal.

    """
    cls = record if isinstance(record, type) else type(record)
    try:
        return _TABLES[cls.__name__]
    except KeyError:
        raise TypeError(f"{cls.__name__} is no record of a journal") from None


def record_class(table: str, id: str) -> type | None:
    """The class of a record, or None where records are not ours (meta, history, unknown tables)."""
    from netjournal.domain import (
        card,
        commitment,
        conversation,
        draft,
        entry,
        gathering,
        introduction,
        me,
        person,
    )
    from netjournal.domain.values import ME

    if table == Table.PEOPLE:
        return me.Me if id == ME else person.Person
    classes: dict[str, type] = {
        Table.CONVERSATIONS: conversation.Conversation,
        Table.COMMITMENTS: commitment.Commitment,
        Table.GATHERINGS: gathering.Gathering,
        Table.INTRODUCTIONS: introduction.Introduction,
        Table.ENTRIES: entry.Entry,
        Table.CARDS: card.Card,
        Table.DRAFTS: draft.Draft,
    }
    return classes.get(table)


def check_schema(schema: int, where: str) -> None:
    """Refuse what a newer netjournal wrote.

    Raises:
        NewerSchemaError: the schema is newer than ours.

    """
    if schema > SCHEMA:
        raise NewerSchemaError(
            f"{where} was written by a newer netjournal (schema {schema}, this one knows "
            f"{SCHEMA}); please update netjournal."
        )


def migrate(tables: Tables, schema: int, steps: Sequence[Migration] = MIGRATIONS) -> None:
    """Lift tables of an older schema to ours, in place, one step after another."""
    for step in steps[schema - 1 :]:
        step(tables)
