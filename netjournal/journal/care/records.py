"""Every record held against the schema and against those it speaks of."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from netjournal.domain.gesture import Change, Raw, Table
from netjournal.domain.values import ME
from netjournal.journal.care.findings import Finding, Level
from netjournal.journal.care.mending import mended, why_not
from netjournal.journal.care.whole import Whole
from netjournal.journal.references import POINTS_TO, references_in
from netjournal.store.schema import record_class
from netjournal.text import whole_number

_LARGEST_ID = 2**63


def check_records(whole: Whole) -> Iterator[Finding]:
    """Each record that does not fit, or speaks of one that is gone."""
    yield from _strange_tables(whole)
    yield from _twice(whole)
    for table, rows in whole.records.items():
        for id, raw in rows.items():
            yield from _misfits(str(table), id, raw)
            yield from _missing(whole, str(table), id, raw)
    yield from _circles(whole)


def mending_changes(whole: Whole) -> tuple[Change, ...]:
    """What a repair changes: fields that can be read in one way only, tables with a typing error.

    What is left out stays as it is, readable in the file, and is told again.
    """
    changes: list[Change] = []
    for table, rows in whole.records.items():
        right = _renamed(whole, str(table))
        for id, raw in rows.items():
            if right is not None:
                changes.append(Change(str(table), id, raw, None))
                changes.append(Change(right, id, None, raw))
                continue
            better = mended(str(table), id, raw)
            if better is not None:
                changes.append(Change(str(table), id, raw, better))
    return tuple(changes)


def _misfits(table: str, id: str, raw: Raw) -> Iterator[Finding]:
    where = f"{table} {id}"
    number = whole_number(id)
    if number is None or str(number) != id or number >= _LARGEST_ID:
        yield Finding(
            kind="record",
            where=where,
            message=f"The id {id!r} of a record in {table} is no plain number; "
            "give it one that nothing else has, in the file.",
        )
    reason = why_not(table, id, raw)
    if not reason:
        return
    can = mended(table, id, raw) is not None
    remedy = (
        "a repair can mend it" if can else "it is kept as it is and not shown; correct it there"
    )
    yield Finding(
        kind="record",
        where=where,
        message=f"{where} cannot be read: {reason}; {remedy}.",
        mends=can,
    )


def _strange_tables(whole: Whole) -> Iterator[Finding]:
    for name in map(str, whole.records):
        right = _renamed(whole, name)
        if right is not None:
            yield Finding(
                kind="table",
                where=name,
                message=f"The table {name!r} holds what belongs to {right!r}; "
                "a repair moves it there.",
                mends=True,
            )


def _renamed(whole: Whole, name: str) -> str | None:
    """The table whose name this nearly is, where every record fits there and none is there yet."""
    if name in set(Table) or not whole.records[name]:
        return None
    near = get_close_matches(name, [str(table) for table in Table], n=1, cutoff=0.8)
    if not near or whole.records.get(near[0]) or record_class(near[0], "") is None:
        return None
    fits = not any(why_not(near[0], id, raw) for id, raw in whole.records[name].items())
    return near[0] if fits else None


def _twice(whole: Whole) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for table, rows in whole.records.items():
        for id in rows:
            first = seen.setdefault(id, str(table))
            if first != table:
                yield Finding(
                    kind="record",
                    where=f"{table} {id}",
                    message=f"The id {id} is used in {first} and in {table}; "
                    "an id should name one record.",
                )


def _missing(whole: Whole, table: str, id: str, raw: Raw) -> Iterator[Finding]:
    for field, target in references_in(raw):
        points_to = POINTS_TO[field]
        if target == ME or target in whole.records.get(points_to, {}):
            continue
        yield Finding(
            kind="reference",
            where=f"{table} {id}",
            message=f"{table} {id} speaks of {points_to} {target} in {field!r}, which is no longer "
            "here; it is shown as such, nothing needs to be done.",
            level=Level.NOTE,
        )


def _circles(whole: Whole) -> Iterator[Finding]:
    """People who were merged into each other: none of them would be shown."""
    people = whole.records.get(Table.PEOPLE, {})
    for id in people:
        seen = [id]
        while isinstance(into := people.get(seen[-1], {}).get("merged_into"), str):
            if into in seen:
                break
            seen.append(into)
        else:
            continue
        if into == id:
            yield Finding(
                kind="record",
                where=f"people {id}",
                message=f"people {id} was merged into others that were merged into it again; "
                "take 'merged_into' out of the one who stays.",
            )
