"""One walk over all records, and what the index holds of each person by it.

A record is looked into once: of conversations there are ten and more for each person, and each is
held as its line, of which every question reads a part.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from netjournal.domain.gesture import Raw, Table
from netjournal.domain.values import ME, PersonId
from netjournal.journal import places
from netjournal.journal.book import Dossier, dossier, dossier_of, is_iso_day, last_of
from netjournal.journal.layers import text_in
from netjournal.journal.outreach import NEVER, Moment, outreach_in
from netjournal.journal.snapshot import Snapshot

if TYPE_CHECKING:
    from netjournal.store.indexing import Place

Placed = list[object]
"""Two numbers for each line, or the record with its id."""


class Walk:
    """Who belongs to which records, where these stand, and what was the newest with whom."""

    def __init__(self, snapshot: Snapshot, lines: Mapping[str, Mapping[str, Place]]) -> None:
        self._snapshot = snapshot
        self.touching: dict[str, dict[str, Placed]] = {}
        """By person and table."""
        self.talks_at: dict[str, Placed] = {}
        """By gathering."""
        self.of_kinds: Placed = []
        """The entries of ``places.KINDS``."""
        self.near: dict[str, Placed] = {table: [] for table in (Table.PEOPLE, *places.NAMING)}
        self._newest: dict[str, Moment] = {}
        self._outreach: dict[str, Moment] = {}
        self._odd: set[str] = set()
        rows = snapshot.table(Table.PEOPLE)
        self.whole = {ME, *(id for id, raw in rows.items() if raw.get("circle") in places.CIRCLES)}
        """Me and the people in circles, under all their ids."""
        for id in tuple(self.whole):
            self.whole.update(snapshot.merged_into(snapshot.final(id)))
        for table in self.near:
            self._go(table, snapshot.table(Table(table)), lines.get(table, {}))

    def _go(self, table: str, rows: Mapping[str, Raw], known: Mapping[str, Place]) -> None:
        fields, near, touching = places.NAMING.get(table), self.near[table], self.touching
        for id, held in rows.items():
            raw = held if type(held) is dict else dict(held.items())
            placed = known.get(id) or ([id, raw],)
            named = places.named_by(raw, fields) if fields else (id,)
            for person in named:
                lists = touching.get(person)
                if lists is None:
                    lists = touching[person] = {}
                found = lists.get(table)
                if found is None:
                    found = lists[table] = []
                found.extend(placed)
            if not self.whole.isdisjoint(named):
                near.extend(placed)
            if table == Table.CONVERSATIONS:
                self._talked(id, raw, named if "mentions" not in raw else None)
                gathering = raw.get("gathering")
                if isinstance(gathering, str):
                    self.talks_at.setdefault(gathering, []).extend(placed)
            elif table == Table.ENTRIES and raw.get("kind") in places.KINDS:
                self.of_kinds.extend(placed)

    def _talked(self, id: str, raw: Raw, named: Sequence[str] | None) -> None:
        people = places.named_by(raw, ("people",)) if named is None else named
        moment = (text_in(raw, "day"), text_in(raw, "made"), id)
        if not is_iso_day(moment[0]):
            self._odd.update(people)
        reached_out = outreach_in(id, raw)
        for person in people:
            newest = self._newest.get(person)
            if newest is None or moment[:2] > newest[:2]:
                self._newest[person] = moment
            if reached_out > self._outreach.get(person, NEVER):
                self._outreach[person] = reached_out

    def outreach_to(self, person: PersonId) -> Moment | None:
        """The moment of the newest outreach to somebody, see ``newest_outreach``."""
        ids = (person, *self._snapshot.merged_into(person))
        if not self._odd.isdisjoint(ids):
            return None
        return max(self._outreach.get(id, NEVER) for id in ids)

    def dossier(self, id: PersonId) -> Dossier:
        """What the journal tells of somebody."""
        snapshot = self._snapshot
        ids = (id, *snapshot.merged_into(id))
        moments = [self._newest[each] for each in ids if each in self._newest]
        newest = max(moments, key=lambda moment: moment[:2], default=None)
        talk = snapshot.conversation(newest[2]) if newest else None
        if newest and (talk is None or not self._odd.isdisjoint(ids)):
            return dossier_of(id, snapshot)  # only decoding tells
        own = dossier(snapshot.raw(Table.PEOPLE, id) or {}, snapshot.stored_person(id))
        last = last_of(talk) if talk else None
        return own._replace(talked=bool(moments), last=last, merged=tuple(ids[1:]))
