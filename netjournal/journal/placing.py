"""What the index holds of records, made of a snapshot and the places of its lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from netjournal.domain.commitment import Commitment
from netjournal.domain.gesture import Raw, Table
from netjournal.domain.person import Person
from netjournal.domain.values import Owner
from netjournal.journal import places
from netjournal.journal.ids import ADDRESSABLE, SHORTEST
from netjournal.journal.outreach import NEVER, Moment
from netjournal.text import fold

if TYPE_CHECKING:
    from netjournal.journal.snapshot import Snapshot
    from netjournal.journal.walk import Walk
    from netjournal.store.indexing import Place, Standing

Answer = tuple[str, object]


def answers(
    snapshot: Snapshot, lines: Standing, walk: Walk, people: Sequence[Person]
) -> Iterator[Answer]:
    """All of it; ``walk`` went over the records, ``people`` are those that can be read."""
    yield places.SPANS, _spans(snapshot, lines)
    yield places.CHANGED, _changed(snapshot, lines)
    yield (
        places.NEW,
        {
            table: [id for id, has_line in ids.items() if not has_line]
            for table, ids in lines.changed.items()
        },
    )
    yield places.REDIRECTS, snapshot.redirects
    yield from ((places.all_of(table), dict(snapshot.table(table))) for table in places.SMALL)
    shorts = {id: len(snapshot.short(id)) for id in sorted(walk.whole)}
    yield places.NEAR, {"shorts": shorts, "tables": walk.near}
    yield places.OF_KINDS, walk.of_kinds
    entries = snapshot.table(Table.ENTRIES).values()
    yield places.TOLD, list(dict.fromkeys(filter(None, map(places.told_in, entries))))
    yield from ((places.touching(id), found) for id, found in walk.touching.items())
    for id, talks in walk.talks_at.items():
        yield places.talks_at(id), {Table.CONVERSATIONS: talks}
    yield from _ids(snapshot)
    yield places.DIED, [person.id for person in people if person.died]
    yield from _addresses(people)
    promises = list(snapshot.open_commitments())
    yield places.OPEN, _rows(promises, snapshot, lines.places.get(Table.COMMITMENTS, {}))
    yield places.OUTREACH, dict(_outreaches(promises, snapshot, walk))


def _spans(snapshot: Snapshot, lines: Standing) -> Mapping[str, Sequence[int]]:
    """Where to look for words in the tables all of whose records are lines, or changed since."""
    found: dict[str, Sequence[int]] = {}
    for table in Table:
        placed, rows = (
            lines.places.get(table, {}).keys(),
            dict(snapshot.table(table).items()).keys(),
        )
        known = placed <= rows and rows - placed <= set(lines.changed.get(table, ()))
        if known and (table in lines.spans or not placed):
            found[table] = lines.spans.get(table, (0, 0))
    return found


def _changed(snapshot: Snapshot, lines: Standing) -> Mapping[str, Mapping[str, Raw | None]]:
    """The records that are not as their lines say; None for those that are no more."""
    return {
        table: {id: snapshot.raw(table, id) for id in ids} for table, ids in lines.changed.items()
    }


def _rows(
    promises: Iterable[Commitment], snapshot: Snapshot, known: Mapping[str, Place]
) -> list[object]:
    return [
        row_of(
            one,
            len(snapshot.short(one.id)),
            known.get(one.id) or [one.id, snapshot.raw(Table.COMMITMENTS, one.id)],
        )
        for one in promises
    ]


def row_of(promise: Commitment, shortest: int, place: Sequence[object]) -> Sequence[object]:
    """A promise as ``places.outline_in`` reads it, days as ordinals."""
    return (
        promise.id,
        promise.said.toordinal(),
        promise.owner is Owner.MINE,
        promise.people,
        promise.due and promise.due.toordinal(),
        promise.snoozed and promise.snoozed.toordinal(),
        promise.is_follow_up,
        shortest,
        place,
    )


def outreach_row(moment: Moment | None, snapshot: Snapshot) -> Sequence[object] | None:
    """A moment with the channel of its conversation, or without one for none.

    None where that is not sure: its conversation, or the day of one, cannot be read as it stands.
    """
    if moment is None:
        return None
    if moment == NEVER:
        return (*NEVER, None)
    talk = snapshot.conversation(moment[2])
    return (*moment, talk.channel) if talk else None


def _outreaches(promises: Iterable[Commitment], snapshot: Snapshot, walk: Walk) -> Iterator[Answer]:
    """Those who promised me something, and when I last reached out to them."""
    people = {
        snapshot.final(person): None
        for promise in promises
        if promise.owner is Owner.THEIRS
        for person in promise.people
    }
    for person in people:
        row = outreach_row(walk.outreach_to(person), snapshot)
        if row is not None:
            yield person, row


def _ids(snapshot: Snapshot) -> Iterator[Answer]:
    found: dict[str, dict[str, list[str]]] = {}
    for table in ADDRESSABLE:
        for id in snapshot.table(table):
            start = id[:SHORTEST]
            tables = found.get(start)
            if tables is None:
                tables = found[start] = {}
            tables.setdefault(table, []).append(id)
    yield from ((places.ids(start), tables) for start, tables in found.items())


def _addresses(people: Iterable[Person]) -> Iterator[Answer]:
    found: dict[str, list[str]] = {}
    for person in people:
        for email in person.emails:
            found.setdefault(places.address(fold(email.value)), []).append(person.id)
    yield from ((question, list(dict.fromkeys(ids))) for question, ids in found.items())
