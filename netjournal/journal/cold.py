"""What quick add goes by when nothing was read but the index and what was written since.

It answers as the snapshot would: what was written since is laid over the index.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from netjournal.domain.gesture import Change, Raw, Table
from netjournal.domain.names import Fit, GatheringMatch
from netjournal.domain.values import ME, PersonId, RecordId
from netjournal.journal import index
from netjournal.journal.book import Dossier, Names, named
from netjournal.journal.cold_people import (
    BeyondIndexError,
    ColdPeople,
    Rows,
    Since,
    decoded,
)
from netjournal.journal.layers import changed_people, people_in
from netjournal.journal.phrases import Phrases
from netjournal.store.dictionary import DamagedDictionaryError, Dictionary
from netjournal.store.indexing import ChangedLinesError
from netjournal.text import fold

if TYPE_CHECKING:
    from netjournal.domain.commitment import Commitment
    from netjournal.domain.draft import Draft
    from netjournal.domain.gathering import Gathering

NO_ANSWER = (BeyondIndexError, DamagedDictionaryError, ChangedLinesError)
"""What is raised when the whole journal must be asked."""


def since_then(before: Since, changes: Iterable[Change]) -> Since:
    """What some more changes make of it."""
    grown = dict(before)
    for change in changes:
        key = (change.table, change.id)
        first = grown[key][0] if key in grown else change.before
        grown[key] = (first, change.after)
    return grown


class Cold:
    """Quick add's ``Known`` over the index."""

    def __init__(self, kept: Dictionary, since: Since) -> None:
        self._kept = kept
        self._since = since
        self._handed_out: dict[tuple[str, str], Raw] = {}

    def after(self, changes: Iterable[Change]) -> Cold:
        """What is known after some changes; ``can_be_laid_over`` holds for them as well."""
        news = tuple(changes)
        grown = Cold(self._kept, since_then(self._since, news))
        grown.phrases = self.phrases.after(changed_people(news))
        return grown

    @cached_property
    def overlay(self) -> Mapping[str, Rows]:
        """The records that changed since, by table and id."""
        found: dict[str, Rows] = {}
        for (table, id), (_, now) in self._since.items():
            found.setdefault(table, {})[id] = now
        return found

    def before(self, table: str, id: str) -> Raw | None:
        """A record that changed since, as the index knew it; None for a new one."""
        return self._since[table, id][0]

    def _changed(self, table: Table) -> Rows:
        return self.overlay.get(table, {})

    def _rows(self, table: Table, question: str) -> Iterable[tuple[str, Raw]]:
        """The records of an answer, without those that changed since."""
        changed = self._changed(table)
        for id, raw in self._kept.get(question) or ():
            if id not in changed:
                self._handed_out[table, id] = raw
                yield id, raw

    @property
    def names(self) -> ColdNames:
        """The book of names; it is not kept, or neither would end before garbage is looked for."""
        return ColdNames(self)

    def name_of(self, id: str) -> str:
        """Somebody's name; a person who is gone is shown as such, never an error."""
        if id == ME:
            return self._my_name
        who = self._everybody.own(id)
        known = who is not None and who.organisation is not None
        return who.name if who and known else "someone no longer here"

    @cached_property
    def _my_name(self) -> str:
        changed = self.people
        if ME not in changed:
            return str(self._kept.get(index.MY_NAME))
        from netjournal.domain.me import Me

        me = decoded(Me, ME, changed[ME])
        return me.name if me and me.name else "me"

    def gathering(self, id: str) -> Gathering | None:
        """One gathering by its whole id."""
        from netjournal.domain.gathering import Gathering

        changed = self._changed(Table.GATHERINGS)
        raw = changed[id] if id in changed else self._kept.get(index.gathering(id))
        return decoded(Gathering, id, raw)

    def gatherings(self, folded: str) -> Iterable[Gathering]:
        """The gatherings of a folded name."""
        ids = self._kept.get(index.gatherings(folded)) or ()
        for id in dict.fromkeys((*ids, *self._changed(Table.GATHERINGS))):
            found = self.gathering(id)
            if found is not None and fold(found.name).strip() == folded:
                yield found

    def follow_ups_of(self, person: PersonId) -> tuple[Commitment, ...]:
        """My open promises to reach out to somebody, oldest first."""
        if person == ME and any(
            raw and raw.get("merged_into") == ME for raw in self.people.values()
        ):
            raise BeyondIndexError("what was of somebody whom an edit made me")
        who = self.dossier(person)
        ids = {person, *(who.merged if who else ())}
        rows = {
            promise: raw
            for id in ids
            for promise, raw in self._rows(Table.COMMITMENTS, index.follow_ups(id))
        }
        rows.update(
            (id, raw)
            for id, raw in self._changed(Table.COMMITMENTS).items()
            if raw is not None and not ids.isdisjoint(people_in(raw))
        )
        if not rows:
            return ()
        from netjournal.domain.commitment import Commitment

        found = (decoded(Commitment, id, raw) for id, raw in rows.items())
        mine = [one for one in found if one is not None and one.is_open and one.is_follow_up]
        return tuple(sorted(mine, key=lambda c: (c.said, c.made, c.id)))

    def drafts(self) -> tuple[Draft, ...]:
        """The lines that could not be read yet, oldest first."""
        rows: Rows = dict(self._rows(Table.DRAFTS, index.DRAFTS))
        rows.update(self._changed(Table.DRAFTS))
        if not rows:
            return ()
        from netjournal.domain.draft import Draft

        found = (decoded(Draft, id, raw) for id, raw in rows.items())
        drafts = (draft for draft in found if draft is not None)
        return tuple(sorted(drafts, key=lambda d: (d.made, d.id)))

    def raw(self, table: str, id: str) -> Raw | None:
        """A record that was handed out, as it stands in the journal."""
        key = (table, id)
        return self._since[key][1] if key in self._since else self._handed_out.get(key)

    def short(self, id: str) -> str:
        """The shortest beginning of an id that names no other record.

        Raises:
            BeyondIndexError: always; it takes every id there is.
        """
        raise BeyondIndexError(id)

    # what the book of names asks

    def answer(self, question: str) -> Any:
        """What the index says."""
        return self._kept.get(question)

    @cached_property
    def people(self) -> Rows:
        """The people who changed since."""
        return self._changed(Table.PEOPLE)

    @cached_property
    def phrases(self) -> Phrases:
        """Under which phrases they are found."""
        return Phrases(self.people)

    @cached_property
    def _everybody(self) -> ColdPeople:
        return ColdPeople(self._kept, self._since, self.overlay)

    def dossier(self, id: str) -> Dossier | None:
        """What tells somebody apart, with what came since; None when they are gone."""
        return self._everybody.dossier(id)

    @property
    def recounted(self) -> Mapping[str, Sequence[str]]:
        """Conversations by person that are not as the index counted them."""
        return self._everybody.recounted


class ColdNames(Names):
    """The ``NameBook`` of the index."""

    def __init__(self, cold: Cold) -> None:
        self._cold = cold
        self._over = cold.phrases

    @property
    def longest(self) -> int:
        """How many words the longest name has."""
        return max(int(self._cold.answer(index.LONGEST)), self._over.longest)

    def _named(self, first: str) -> Iterable[tuple[str, str]]:
        for each in first or str(self._cold.answer(index.FIRST_LETTERS)):
            kept = self._cold.answer(index.beginning(each)) or ()
            yield from ((id, name) for id, name in kept if id not in self._cold.people)
        yield from named(self._cold.people)

    def _found(self, key: str) -> Sequence[tuple[str, Fit]]:
        kept = self._cold.answer(index.name(key)) or ()
        base = [(id, Fit(fit)) for id, fit in kept if id not in self._cold.people]
        return base + self._over.keys.get(key, [])

    def _alike(self, length: int, first: str) -> Iterable[str]:
        kept = self._cold.answer(index.similar(length, first)) or ()
        return {*kept, *self._over.alike.get((length, first), ())}

    def _dossier(self, id: str) -> Dossier:
        found = self._cold.dossier(id)
        assert found is not None, "the index finds only people it has a dossier of"
        return found

    def _called(self, key: str) -> Iterable[GatheringMatch]:
        return (
            GatheringMatch(RecordId(g.id), g.name, g.day.isoformat() if g.day else "")
            for g in self._cold.gatherings(key)
        )
