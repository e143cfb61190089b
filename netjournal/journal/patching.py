"""An index brought up to a later moment: only the answers that changed are made anew.

What they are now is asked of the part of the journal that the index knows with the changes since
laid over it, so that this costs what was written, not what there is.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from netjournal.domain.gesture import Raw, Table
from netjournal.domain.person import Person
from netjournal.domain.values import ME, Owner, PersonId
from netjournal.journal import index, places
from netjournal.journal.book import named
from netjournal.journal.cold_people import WornIndexError, decoded
from netjournal.journal.ids import ADDRESSABLE
from netjournal.journal.outreach import newest_outreach
from netjournal.journal.part import Part
from netjournal.journal.phrases import Phrases, alike
from netjournal.journal.placing import outreach_row, row_of
from netjournal.journal.records import is_open
from netjournal.text import fold

Answer = tuple[str, object]
Rows = Mapping[str, Raw | None]
Meant = Callable[[str, Raw], bool]
Placed = list[Any]
_LAST = 1 << 62
"""Behind every line: where the records stand that were made since the snapshot was written."""


def patches(part: Part) -> Iterator[Answer]:
    """The answers that are other than the index has them; None for those that are no more.

    Raises:
        BeyondIndexError: some of them only the whole journal can tell.
    """
    changes = _Changes(part)
    yield from _small(part, changes)
    yield from _names(part, changes)
    yield from _people(part, changes)
    yield from _ids(part, changes)
    lists = _Lists(part, changes)
    for id in changes.people:
        yield places.touching(id), lists.touching(id) or None
    for id in changes.gatherings:
        yield places.talks_at(id), lists.talks_at(id)
    yield places.OF_KINDS, lists.of_kinds()
    told = map(places.told_in, changes.both(Table.ENTRIES))
    yield places.TOLD, list(dict.fromkeys((*part.cold.answer(places.TOLD), *filter(None, told))))
    yield places.NEAR, lists.near()
    yield places.OPEN, lists.open_rows()


class _Changes:
    """What changed, and whom it is about."""

    def __init__(self, part: Part) -> None:
        self.before = {
            table: {id: part.cold.before(table, id) for id in rows}
            for table, rows in part.cold.overlay.items()
        }
        self.now: Mapping[str, Rows] = part.cold.overlay
        self._new: Mapping[str, Sequence[str]] = part.cold.answer(places.NEW)
        found = {*self.now.get(Table.PEOPLE, {})}
        self.gatherings: set[str] = set()
        for table, fields in places.NAMING.items():
            for raw in self.both(table):
                found.update(places.named_by(raw, fields))
                if isinstance(gathering := raw.get("gathering"), str):
                    self.gatherings.add(gathering)
        finals = {part.final(id) for id in found}
        self.people = {*found, *finals, *chain.from_iterable(map(part.merged_into, finals))}
        """Everybody of whom an answer may be another, under all ids."""

    def new(self, table: str) -> list[str]:
        """The records that are no lines of the snapshot, in the order in which they were made."""
        known = self._new.get(table, ())
        fresh = (id for id, before in self.before.get(table, {}).items() if before is None)
        return list(dict.fromkeys((*known, *fresh)))

    def both(self, table: str) -> Iterator[Raw]:
        """The changed records of a table as they were and as they are."""
        for rows in (self.before, self.now):
            yield from (raw for raw in rows.get(table, {}).values() if raw is not None)


def _small(part: Part, changes: _Changes) -> Iterator[Answer]:
    """What there is one of."""
    yield index.MY_NAME, part.name_of(ME)
    yield index.DRAFTS, [(draft.id, part.raw(Table.DRAFTS, draft.id)) for draft in part.drafts()]
    yield places.REDIRECTS, part.redirects
    yield from ((places.all_of(table), dict(part.table(table))) for table in places.SMALL)
    known: dict[str, dict[str, Raw | None]] = part.cold.answer(places.CHANGED)
    for table, rows in part.cold.overlay.items():
        known[table] = {**known.get(table, {}), **rows}
    yield places.CHANGED, known
    yield places.NEW, {table: changes.new(table) for table in known}


def _names(part: Part, changes: _Changes) -> Iterator[Answer]:
    """What finds people and gatherings by what they are called."""
    answer, now = part.cold.answer, changes.now.get(Table.PEOPLE, {})
    before, after = Phrases(changes.before.get(Table.PEOPLE, {})), Phrases(now)
    yield index.LONGEST, max(answer(index.LONGEST), after.longest)
    phrases: dict[str, object] = {}
    for phrase in before.keys.keys() | after.keys.keys():
        kept = [pair for pair in answer(index.name(phrase)) or () if pair[0] not in now]
        phrases[phrase] = [*kept, *after.keys.get(phrase, ())] or None
    yield from ((index.name(phrase), found) for phrase, found in phrases.items())
    for (length, first), some in alike(phrases).items():
        question = index.similar(length, first)
        others = [phrase for phrase in answer(question) or () if phrase not in phrases]
        yield question, [*others, *(phrase for phrase in some if phrases[phrase])]
    full = dict(named(now))
    firsts = {
        fold(name)[:1]
        for rows in (changes.before, changes.now)
        for _, name in named(rows.get(Table.PEOPLE, {}))
    }
    letters: str = answer(index.FIRST_LETTERS)
    yield index.FIRST_LETTERS, letters + "".join(first for first in firsts if first not in letters)
    for first in firsts:
        others = [pair for pair in answer(index.beginning(first)) or () if pair[0] not in now]
        own = [(id, name) for id, name in full.items() if fold(name)[:1] == first]
        yield index.beginning(first), [*others, *own]
    yield from _gatherings(part, changes)


def _gatherings(part: Part, changes: _Changes) -> Iterator[Answer]:
    gone = (raw for raw in changes.before.get(Table.GATHERINGS, {}).values() if raw is not None)
    found: dict[str, object] = {
        index.gatherings(fold(str(raw.get("name", ""))).strip()): None for raw in gone
    }
    found |= {index.gathering(id): None for id in changes.before.get(Table.GATHERINGS, {})}
    yield from (found | dict(index.gatherings_in(part))).items()


def _people(part: Part, changes: _Changes) -> Iterator[Answer]:
    """What tells one person from another, by id and address."""
    outreach: dict[str, object] = dict(part.cold.answer(places.OUTREACH))
    for each in changes.people:
        id = PersonId(each)
        is_there, final = part.raw(Table.PEOPLE, id) is not None, part.final(id)
        if id != ME:
            told = part.cold.dossier(id) if final == id else final
            yield index.person(id), told if is_there else None
        promises = part.follow_ups_of(id) if final == id else ()
        rows = [(promise.id, part.raw(Table.COMMITMENTS, promise.id)) for promise in promises]
        yield index.follow_ups(id), rows or None
        outreach.pop(id, None)
        if final == id and _has_promised(id, part):
            talks = part.talk_ids(id)
            raws = ((talk, part.raw(Table.CONVERSATIONS, talk) or {}) for talk in talks)
            row = outreach_row(newest_outreach(raws), part)
            if row is not None:
                outreach[id] = row
    yield places.OUTREACH, outreach
    changed = changes.now.get(Table.PEOPLE, {})
    known = [who for id in changed if id not in part.redirects and (who := part.stored_person(id))]
    died = [id for id in part.cold.answer(places.DIED) if id not in changed]
    yield places.DIED, [*died, *(who.id for who in known if who.died)]
    before = (decoded(Person, id, raw) for id, raw in changes.before.get(Table.PEOPLE, {}).items())
    for address in {fold(e.value) for who in (*before, *known) if who for e in who.emails}:
        yield places.address(address), list(part.people_at(address)) or None


def _has_promised(person: PersonId, part: Part) -> bool:
    promises = part.commitments_of(person)
    return any(promise.is_open and promise.owner is Owner.THEIRS for promise in promises)


def _ids(part: Part, changes: _Changes) -> Iterator[Answer]:
    """The ids that came, and those that went."""
    found: dict[str, dict[str, list[str]]] = {}
    for table in ADDRESSABLE:
        for id, now in changes.now.get(table, {}).items():
            question = places.ids(id)
            if question not in found:
                found[question] = part.cold.answer(question) or {}
            own = found[question].setdefault(table, [])
            if now is None and id in own:
                own.remove(id)
            elif now is not None and id not in own:
                own.append(id)
    yield from found.items()


class _Lists:
    """Lists of places without the records that changed, and with them as they are now."""

    def __init__(self, part: Part, changes: _Changes) -> None:
        self._part = part
        self._changes = changes
        self._touching: dict[str, Mapping[str, Placed]] = {}

    def touching(self, id: str) -> Mapping[str, Placed]:
        """What belongs to somebody; nothing where nothing does."""
        if id not in self._touching:
            kept = self._part.cold.answer(places.touching(id)) or {}
            own = self._patched(Table.PEOPLE, kept, lambda one, _: one == id)
            found: dict[str, Placed] = {Table.PEOPLE: own}
            for table, fields in places.NAMING.items():
                found[table] = self._patched(table, kept, _naming(fields, {id}))
            self._touching[id] = {table: placed for table, placed in found.items() if placed}
        return self._touching[id]

    def talks_at(self, gathering: str) -> Mapping[str, Placed]:
        """The conversations that name a gathering."""
        kept = self._part.cold.answer(places.talks_at(gathering)) or {}
        naming = _naming(("gathering",), {gathering})
        return {Table.CONVERSATIONS: self._patched(Table.CONVERSATIONS, kept, naming)}

    def of_kinds(self) -> Placed:
        """The entries of ``places.KINDS``."""
        kept: Mapping[str, Placed] = {Table.ENTRIES: self._part.cold.answer(places.OF_KINDS)}
        return self._patched(Table.ENTRIES, kept, lambda _, raw: raw.get("kind") in places.KINDS)

    def near(self) -> object:
        """The near part."""
        part = self._part
        whole: set[str] = {ME}
        for circle in places.CIRCLES:
            for id in part.ids_with(Table.PEOPLE, "circle", circle):
                whole |= {id, *part.merged_into(part.final(id))}
        kept = part.cold.answer(places.NEAR)
        if whole == kept["shorts"].keys():
            tables = self._near_of(whole, kept["tables"])
        else:
            tables = self._gathered(whole)
        shorts = {id: len(part.short(id)) for id in sorted(whole)}
        return {"shorts": shorts, "tables": tables}

    def _near_of(self, whole: set[str], kept: Mapping[str, Placed]) -> Mapping[str, Placed]:
        own = self._patched(Table.PEOPLE, kept, lambda id, _: id in whole)
        found: dict[str, Placed] = {Table.PEOPLE: own}
        for table, fields in places.NAMING.items():
            found[table] = self._patched(table, kept, _naming(fields, whole))
        return found

    def _gathered(self, whole: set[str]) -> Mapping[str, Placed]:
        """What belongs to some people, from the list of each, in the order of the tables."""
        found: dict[str, Placed] = {}
        for table in (Table.PEOPLE, *places.NAMING):
            later = {id: at for at, id in enumerate(self._changes.new(table), start=_LAST)}
            entries: dict[str, tuple[int, Sequence[Any]]] = {}
            for person in whole:
                own = self.touching(person).get(table, ())
                for id, entry in self._part.placed.entries(table, own):
                    at = entry[0] if isinstance(entry[0], int) else later.get(id)
                    if table == Table.PEOPLE:  # who shows them puts them in an order of their own
                        at = at or _LAST
                    if at is None:
                        raise WornIndexError(f"the place of {table} {id}")
                    entries[id] = at, entry
            in_order = sorted(entries.values(), key=lambda placed: placed[0])
            found[table] = list(chain.from_iterable(entry for _, entry in in_order))
        return found

    def open_rows(self) -> Placed:
        """The rows of the open promises."""
        part, now = self._part, self._changes.now.get(Table.COMMITMENTS, {})
        rows: Placed = []
        for id, row in part.placed.open_rows.items():
            if id not in now:
                rows.append(places.with_shortest(row, len(part.short(id))))
            elif now[id] is not None:
                rows += self._open_row(id)
        for id, raw in now.items():
            if id not in part.placed.open_rows and raw is not None and is_open(raw):
                self._check_new(Table.COMMITMENTS, id)
                rows += self._open_row(id)
        return rows

    def _open_row(self, id: str) -> Placed:
        promise = self._part.commitment(id)
        if promise is None or not promise.is_open:
            return []
        place = [id, self._part.raw(Table.COMMITMENTS, id)]
        return [row_of(promise, len(self._part.short(id)), place)]

    def _patched(self, table: str, kept: Mapping[str, Sequence[Any]], is_meant: Meant) -> Placed:
        """The list of a table, with what changed as it is now."""
        now = self._changes.now.get(table, {})
        placed: Placed = []
        before = set()
        for id, entry in self._part.placed.entries(table, kept.get(table) or ()):
            before.add(id)
            raw = now.get(id)
            if id not in now:
                placed += entry
            elif raw is not None and is_meant(id, raw):
                placed.append([id, raw])
        for id, raw in now.items():
            if id not in before and raw is not None and is_meant(id, raw):
                self._check_new(table, id)
                placed.append([id, raw])
        return placed

    def _check_new(self, table: str, id: str) -> None:
        if self._changes.before[table][id] is not None:
            raise WornIndexError(f"the place of {table} {id}")


def _naming(fields: Iterable[str], people: Container[str]) -> Meant:
    """Whether a record names one of some people."""
    return lambda _, raw: any(each in people for each in places.named_by(raw, fields))
