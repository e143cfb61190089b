"""What the index holds of records: those Today is made of, and where those of each person stand.

The near part is the network with all that touches it, everything open, given or needed, and the
small tables: it is kept as records, for every day asks for it. Of everybody else the index keeps
the places of their lines in the snapshot; a record that has none there is kept itself.
Questions beside those of ``index``: ``a:near`` the near part, ``t:`` a small table, ``w:`` a
person (their own record and all that names them), ``m:`` a gathering (the conversations that name
it), ``i:`` four digits (the ids that begin so), ``@:`` a folded email address (who has it),
``a:spans`` where the lines of each table stand, ``a:changed`` the records that are not as their
lines say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from netjournal.domain.gesture import Raw, Table
from netjournal.domain.values import ME, Circle, EntryKind, Owner
from netjournal.journal.ids import ADDRESSABLE, SHORTEST, Ids
from netjournal.text import fold

if TYPE_CHECKING:
    from netjournal.journal.snapshot import Snapshot
    from netjournal.store.indexing import Standing

    Places = Mapping[str, Mapping[str, tuple[int, int]]]

Answer = tuple[str, object]
NEAR = "a:near"
REDIRECTS = "a:merged"
SPANS = "a:spans"
CHANGED = "a:changed"
CIRCLES = tuple(str(circle) for circle in Circle if circle.in_network)
NAMING: Mapping[str, tuple[str, ...]] = {
    Table.CONVERSATIONS: ("people", "mentions"),
    Table.COMMITMENTS: ("people",),
    Table.ENTRIES: ("person",),
}
"""The fields by which records belong to people."""
KINDS = (EntryKind.NEED, EntryKind.OFFER, EntryKind.GAVE, EntryKind.GOT, EntryKind.BIRTHDAY)
"""Kinds of entries of which the near part has all there are."""
SMALL = (Table.GATHERINGS, Table.INTRODUCTIONS, Table.DRAFTS)
"""Tables of which all is kept."""


def all_of(table: str) -> str:
    """The question what a small table holds: records by id."""
    return f"t:{table}"


def touching(id: str) -> str:
    """The question what belongs to somebody: lists by table, see ``placed``."""
    return f"w:{id}"


def talks_at(gathering: str) -> str:
    """The question which conversations name a gathering."""
    return f"m:{gathering}"


def ids(beginning: str) -> str:
    """The question which ids begin so, by table."""
    return f"i:{beginning[:SHORTEST]}"


def address(folded: str) -> str:
    """The question who has an email address."""
    return f"@:{folded}"


def answers(snapshot: Snapshot, lines: Standing) -> Iterator[Answer]:
    """What the index holds of records, given where the lines of the snapshot stand."""
    yield SPANS, _spans(snapshot, lines)
    yield CHANGED, _changed(snapshot, lines)
    yield REDIRECTS, snapshot.redirects
    yield from ((all_of(table), dict(snapshot.table(table))) for table in SMALL)
    yield NEAR, _near_part(snapshot)
    yield from _touching(snapshot, lines.places)
    yield from _talks(snapshot, lines.places)
    yield from _ids(snapshot)
    yield from _addresses(snapshot)


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


def _near_ones(snapshot: Snapshot) -> set[str]:
    """Me and the people in circles, under all their ids."""
    found: set[str] = {ME}
    for circle in CIRCLES:
        for id in snapshot.ids_with(Table.PEOPLE, "circle", circle):
            found |= {id, *snapshot.merged_into(snapshot.final(id))}
    return found


def named_by(raw: Raw, fields: Iterable[str]) -> Sequence[str]:
    """The people that some fields of a record name, each once."""
    named: list[str] = []
    for field in fields:
        value = raw.get(field)
        if isinstance(value, str):
            named.append(value)
        elif isinstance(value, list):
            named += [each for each in value if isinstance(each, str)]
    return named if len(named) < 2 else list(dict.fromkeys(named))


def _near_part(snapshot: Snapshot) -> Mapping[str, object]:
    whole = _near_ones(snapshot)
    part: dict[str, dict[str, Raw]] = {}
    people = {*whole, *snapshot.redirects}
    open_ones = {promise.id for promise in snapshot.open_commitments()}
    for table, fields in NAMING.items():
        rows = part[table] = {}
        for id, raw in snapshot.table(Table(table)).items():
            named = named_by(raw, fields)
            # what is kept for everybody
            is_kept = id in open_ones or (table == Table.ENTRIES and raw.get("kind") in KINDS)
            if is_kept or not whole.isdisjoint(named):
                rows[id] = raw
            if is_kept:
                people |= {*named, *map(snapshot.final, named)}
    known = snapshot.table(Table.PEOPLE).items()
    part[Table.PEOPLE] = {id: raw for id, raw in known if id in people}
    outreach = dict(_outreaches(snapshot))
    talks = part[Table.CONVERSATIONS]
    talks |= {id: snapshot.raw(Table.CONVERSATIONS, id) or {} for id in outreach.values() if id}
    known_ids = Ids(sorted({id for table in ADDRESSABLE for id in snapshot.table(table)}))
    shown = {*part[Table.PEOPLE], *open_ones}
    shorts = {id: len(known_ids.short(id)) for id in shown}
    return {"whole": sorted(whole), "outreach": outreach, "shorts": shorts, "tables": part}


def _outreaches(snapshot: Snapshot) -> Iterator[tuple[str, str]]:
    """Those who promised me something, and the newest conversation in which I reached out."""
    people = {
        snapshot.final(person): None
        for promise in snapshot.open_commitments()
        if promise.owner is Owner.THEIRS
        for person in promise.people
    }
    for person in people:
        yield person, snapshot.newest_outreach(person, date.max)


def _placed(places: Mapping[str, tuple[int, int]], id: str, raw: Raw) -> Iterable[object]:
    """Two numbers in a flat list, or the record with its id."""
    return places.get(id, ([id, raw],))


def _touching(snapshot: Snapshot, places: Places) -> Iterator[Answer]:
    found: dict[str, dict[str, list[object]]] = {}

    def put(person: str, table: str, placed: Iterable[object]) -> None:
        found.setdefault(person, {}).setdefault(table, []).extend(placed)

    known = places.get(Table.PEOPLE, {})
    for id, raw in snapshot.table(Table.PEOPLE).items():
        put(id, Table.PEOPLE, _placed(known, id, raw))
    for table, fields in NAMING.items():
        known = places.get(table, {})
        for id, raw in snapshot.table(Table(table)).items():
            placed = _placed(known, id, raw)
            for person in named_by(raw, fields):
                put(person, table, placed)
    yield from ((touching(id), lists) for id, lists in found.items())


def _talks(snapshot: Snapshot, places: Places) -> Iterator[Answer]:
    found: dict[str, list[object]] = {}
    known = places.get(Table.CONVERSATIONS, {})
    for id, raw in snapshot.table(Table.CONVERSATIONS).items():
        gathering = raw.get("gathering")
        if isinstance(gathering, str):
            found.setdefault(gathering, []).extend(_placed(known, id, raw))
    yield from ((talks_at(id), {Table.CONVERSATIONS: talks}) for id, talks in found.items())


def _ids(snapshot: Snapshot) -> Iterator[Answer]:
    found: dict[str, dict[str, list[str]]] = {}
    for table in ADDRESSABLE:
        for id in snapshot.table(table):
            found.setdefault(ids(id), {}).setdefault(table, []).append(id)
    yield from found.items()


def _addresses(snapshot: Snapshot) -> Iterator[Answer]:
    found: dict[str, list[str]] = {}
    for person in snapshot.people():
        for email in person.emails:
            found.setdefault(address(fold(email.value)), []).append(person.id)
    yield from ((question, list(dict.fromkeys(ids))) for question, ids in found.items())
