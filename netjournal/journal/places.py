"""What the index holds of records: those Today is made of, and where those of each person stand.

Of records it keeps the places of their lines in the snapshot; one that has none there is kept
itself. The near part is the network with all that touches it. Of open promises it keeps what
Today ranks them by beside.
Questions beside those of ``index``: ``a:near`` the near part, ``a:open`` the open promises,
``a:of kinds`` the entries of some kinds, ``a:outreach`` when I last reached out to who promised
something, ``a:died`` who did, ``t:`` a small table, ``w:`` a person (their own record and all that
names them), ``m:`` a gathering (the conversations that name it), ``i:`` four digits (the ids that
begin so), ``@:`` a folded email address (who has it), ``a:spans`` where the lines of each table
stand, ``a:changed`` the records that are not as their lines say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from netjournal.domain.gesture import Raw, Table
from netjournal.domain.outline import Outline
from netjournal.domain.values import ME, Circle, EntryKind, Owner
from netjournal.journal.ids import ADDRESSABLE, SHORTEST
from netjournal.journal.snapshot import newest_outreach
from netjournal.text import fold

if TYPE_CHECKING:
    from netjournal.domain.commitment import Commitment
    from netjournal.domain.person import Person
    from netjournal.journal.snapshot import Snapshot
    from netjournal.store.indexing import Place, Standing

    Places = Mapping[str, Mapping[str, Place]]

Answer = tuple[str, object]
NEAR = "a:near"
OPEN = "a:open"
OF_KINDS = "a:of kinds"
OUTREACH = "a:outreach"
DIED = "a:died"
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
"""Kinds of entries whose places are kept together."""
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
    lists = _Lists(snapshot, lines.places)
    yield NEAR, lists.near
    yield OF_KINDS, lists.of_kinds
    yield from ((touching(id), found) for id, found in lists.touching.items())
    yield from _talks(snapshot, lines.places)
    yield from _ids(snapshot)
    people = list(snapshot.people())
    yield DIED, [person.id for person in people if person.died]
    yield from _addresses(people)
    promises = list(snapshot.open_commitments())
    yield OPEN, _rows(promises, snapshot, lines.places.get(Table.COMMITMENTS, {}))
    yield OUTREACH, dict(_outreaches(promises, snapshot))


class _Lists:
    """The places of everybody's records, and of those of the near part, by one walk over all."""

    def __init__(self, snapshot: Snapshot, places: Places) -> None:
        self._whole = _near_ones(snapshot)
        self._near: dict[str, list[object]] = {table: [] for table in (Table.PEOPLE, *NAMING)}
        self.near = {
            "shorts": {id: len(snapshot.short(id)) for id in sorted(self._whole)},
            "tables": self._near,
        }
        self.of_kinds: list[object] = []
        self.touching: dict[str, dict[str, list[object]]] = {}
        for table in self._near:
            self._walk(table, snapshot.table(Table(table)), places.get(table, {}))

    def _walk(self, table: str, rows: Mapping[str, Raw], known: Mapping[str, Place]) -> None:
        fields, near, touching = NAMING.get(table), self._near[table], self.touching
        for id, raw in rows.items():
            placed = known.get(id) or ([id, raw],)
            named = named_by(raw, fields) if fields else (id,)
            for person in named:
                lists = touching.get(person)
                if lists is None:
                    lists = touching[person] = {}
                lists.setdefault(table, []).extend(placed)
            if not self._whole.isdisjoint(named):
                near.extend(placed)
            if table == Table.ENTRIES and raw.get("kind") in KINDS:
                self.of_kinds.extend(placed)


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


def _rows(
    promises: Iterable[Commitment], snapshot: Snapshot, known: Mapping[str, Place]
) -> list[object]:
    """Promises as ``outline_in`` reads them, days as ordinals."""
    return [
        (
            one.id,
            one.said.toordinal(),
            one.owner is Owner.MINE,
            one.people,
            one.due and one.due.toordinal(),
            one.snoozed and one.snoozed.toordinal(),
            one.is_follow_up,
            len(snapshot.short(one.id)),
            known.get(one.id) or [one.id, snapshot.raw(Table.COMMITMENTS, one.id)],
        )
        for one in promises
    ]


def may_come_up(row: Sequence[Any], until: int) -> bool:
    """Whether the outline in such a row is asked for: a follow-up, or not known to come later."""
    _, _, _, _, due, snoozed, is_follow_up = row[:7]
    return is_follow_up or max(due or 0, snoozed or 0) <= until


def outline_in(row: Sequence[Any]) -> Outline:
    """The outline in a row of ``OPEN``."""
    id, said, is_mine, people, due, snoozed, is_follow_up = row[:7]
    day = date.fromordinal
    return Outline(
        id, day(said), Owner.MINE if is_mine else Owner.THEIRS, tuple(people),
        due and day(due), snoozed and day(snoozed), is_follow_up,
    )  # fmt: skip


def shortest_in(row: Sequence[Any]) -> int:
    """How much of the id of such a row names no other record."""
    length: int = row[7]
    return length


def place_in(row: Sequence[Any]) -> Sequence[Any]:
    """The place of such a row, or the record with its id."""
    place: Sequence[Any] = row[8]
    return place


def _outreaches(promises: Iterable[Commitment], snapshot: Snapshot) -> Iterator[Answer]:
    """Those who promised me something, and when I last reached out to them."""
    people = {
        snapshot.final(person): None
        for promise in promises
        if promise.owner is Owner.THEIRS
        for person in promise.people
    }
    for person in people:
        talks = (
            (id, snapshot.raw(Table.CONVERSATIONS, id) or {}) for id in snapshot.talk_ids(person)
        )
        moment = newest_outreach(talks, date.max.isoformat())
        talk = snapshot.conversation(moment[2])
        yield person, (*moment, talk.channel if talk else None)


def _talks(snapshot: Snapshot, places: Places) -> Iterator[Answer]:
    found: dict[str, list[object]] = {}
    known = places.get(Table.CONVERSATIONS, {})
    for id, raw in snapshot.table(Table.CONVERSATIONS).items():
        gathering = raw.get("gathering")
        if isinstance(gathering, str):
            found.setdefault(gathering, []).extend(known.get(id) or ([id, raw],))
    yield from ((talks_at(id), {Table.CONVERSATIONS: talks}) for id, talks in found.items())


def _ids(snapshot: Snapshot) -> Iterator[Answer]:
    found: dict[str, dict[str, list[str]]] = {}
    for table in ADDRESSABLE:
        for id in snapshot.table(table):
            found.setdefault(ids(id), {}).setdefault(table, []).append(id)
    yield from found.items()


def _addresses(people: Iterable[Person]) -> Iterator[Answer]:
    found: dict[str, list[str]] = {}
    for person in people:
        for email in person.emails:
            found.setdefault(address(fold(email.value)), []).append(person.id)
    yield from ((question, list(dict.fromkeys(ids))) for question, ids in found.items())
