"""Acts on single records: set fields, put in a circle, rest, died, pause, remove.

Each is a pure function from a snapshot to changes, for ``Journal.act`` to decide under the lock.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from netjournal.clock import now
from netjournal.domain.entry import Entry
from netjournal.domain.gesture import Change, Table
from netjournal.domain.me import Me, Pause
from netjournal.domain.occasions import greeting, quiet
from netjournal.domain.person import Person, Rest
from netjournal.domain.values import (
    ME,
    Circle,
    CommitmentState,
    EntryKind,
    PersonId,
)
from netjournal.errors import InputError, UnknownNameError, UsageError
from netjournal.journal import closing, relating
from netjournal.journal.changes import created, edited, edits, new_id
from netjournal.journal.fields import Reading, field_of
from netjournal.journal.snapshot import Snapshot

_ASSIGNMENT = re.compile(r"([A-Za-z_]+)\s*(\+=|-=|=)")


def assignments(words: Iterable[str]) -> list[tuple[str, str, str]]:
    """Read ``FIELD=VALUE``, ``FIELD+=VALUE`` and ``FIELD-=VALUE``.

    Raises:
        UsageError: a word is none of these.
    """
    found = []
    for word in words:
        match = _ASSIGNMENT.match(word)
        if not match:
            raise UsageError(
                f"{word!r} sets nothing. Write FIELD=VALUE, such as birthday=1985-04-12."
            )
        found.append((match[1], match[2], word[match.end() :]))
    return found


def set_fields(record: Any, sets: Sequence[tuple[str, str, str]], reading: Reading) -> Any:
    """The record with fields set, as ``assignments`` gives them.

    Raises:
        UsageError: there is no such field.
        InputError: a value cannot be.
    """
    for name, operator, text in sets:
        record = field_of(type(record), name).with_text(record, operator, text, reading)
    return record


def edit_person(
    snapshot: Snapshot, person: Person, sets: Sequence[tuple[str, str, str]], reading: Reading
) -> list[Change]:
    """Set fields of somebody; a changed circle remembers since when."""
    current = snapshot.person_to_change(person.id)
    after = set_fields(relating.named(current, snapshot), sets, reading)
    after = relating.linked(after, current, snapshot)
    if after.circle is not current.circle:
        after = after._replace(circle_since=reading.today)
    changes = _as_list(edited(snapshot, current, after))
    if any(field_of(Person, name).name == "birthday" for name, _, _ in sets):
        # what is set by hand counts more than what a line once told
        told = snapshot.entries_of(person.id, EntryKind.BIRTHDAY)
        changes += _close(snapshot, told, reading.today)
    return changes


def put_in_circle(
    snapshot: Snapshot, people: Iterable[PersonId], circle: Circle, today: date
) -> list[Change]:
    """Put people in a circle as of today."""
    changes = []
    for id in people:
        person = snapshot.person_to_change(id)
        if person.circle is not circle:
            after = person._replace(circle=circle, circle_since=today)
            changes += _as_list(edited(snapshot, person, after))
    return changes


def put_to_rest(
    snapshot: Snapshot, person: PersonId, today: date, until: date | None
) -> list[Change]:
    """Put somebody to rest until a day or for good; they keep their circle."""
    return _with(snapshot, person, rest=Rest(today, until))


def wake(snapshot: Snapshot, person: PersonId) -> list[Change]:
    """End a rest."""
    return _with(snapshot, person, rest=None)


def quiet_until(snapshot: Snapshot, person: PersonId, until: date, today: date) -> list[Change]:
    """No line about somebody before a day, unless they write."""
    return _with(snapshot, person, snoozed=until, snoozed_on=today)


def greeted(snapshot: Snapshot, person: PersonId, occasion: str, day: date) -> list[Change]:
    """A birthday or other day is greeted this year, or let pass."""
    return _marked(snapshot, person, occasion, day, greeting(occasion, day))


def greet_later(
    snapshot: Snapshot, person: PersonId, occasion: str, day: date, until: date
) -> list[Change]:
    """No line about a birthday or other day before a day; past it, it is let pass."""
    return _marked(snapshot, person, occasion, day, quiet(occasion, day, until))


def _marked(
    snapshot: Snapshot, person: PersonId, occasion: str, day: date, mark: str
) -> list[Change]:
    """The one mark of an occasion of one year."""
    this_year = greeting(occasion, day)
    have = snapshot.person_to_change(person).greeted
    kept = (g for g in have if g != this_year and not g.startswith(f"{this_year} from "))
    return _with(snapshot, person, greeted=(*kept, mark))


def has_died(
    snapshot: Snapshot, person: PersonId, on: date | None, *, drop_promises: bool, today: date
) -> list[Change]:
    """Somebody died: kept and findable, on no list; open promises may be dropped with it."""
    changes = _with(snapshot, person, died=True, died_on=on)
    if drop_promises:
        for promise in snapshot.commitments_of(person):
            others = [p for p in promise.people if snapshot.final(p) != person]
            if promise.state is CommitmentState.OPEN and not others:
                changes += closing.dropped(snapshot, promise, on=today)
    return changes


def pause(snapshot: Snapshot, since: date, until: date) -> list[Change]:
    """A holiday of mine: its days count in no silence. One that holds already gets the new end.

    Raises:
        InputError: it ends before it begins.
    """
    if until < since:
        raise InputError(f"The pause ends on {until} before it begins on {since}.")
    me = snapshot.me
    kept = tuple(p for p in me.pauses if not p.since <= since <= p.until)
    first = min((p.since for p in me.pauses if p not in kept), default=since)
    return edit_me(snapshot, me._replace(pauses=(*kept, Pause(first, until))))


def end_pause(snapshot: Snapshot, today: date) -> list[Change]:
    """End the pause that holds today, as of yesterday; one that began today is taken away."""
    kept = []
    for each in snapshot.me.pauses:
        if not each.since <= today <= each.until:
            kept.append(each)
        elif each.since < today:
            kept.append(Pause(each.since, date.fromordinal(today.toordinal() - 1)))
    return edit_me(snapshot, snapshot.me._replace(pauses=tuple(kept)))


def edit_me(snapshot: Snapshot, after: Me) -> list[Change]:
    """Store who keeps the journal."""
    if snapshot.raw(Table.PEOPLE, ME) is None:
        return [created(after._replace(made=now()))] if after != Me() else []
    return _as_list(edited(snapshot, snapshot.me, after))


def add_note(person: PersonId, text: str, day: date, kind: EntryKind = EntryKind.NOTE) -> Change:
    """A dated line about somebody."""
    return created(Entry(id=new_id(), made=now(), day=day, person=person, kind=kind, text=text))


def remove(snapshot: Snapshot, table: Table, id: str) -> list[Change]:
    """Remove one record; a person's cards stay in the ledger, so that an import knows them.

    Raises:
        UnknownNameError: it is not there.
        UsageError: it is me, who cannot be removed.
    """
    raw = snapshot.raw(table, id)
    if raw is None:
        raise UnknownNameError(f"Nothing in the journal has the id {id!r}.", text=id)
    if table is Table.PEOPLE and id == ME:
        raise UsageError("This is you; edit it with 'netjournal me'.")
    return [Change(table, id, raw, None)]


def edit_record(
    snapshot: Snapshot, record: Any, sets: Sequence[tuple[str, str, str]], reading: Reading
) -> list[Change]:
    """Set fields of a conversation, promise, entry or gathering."""
    return _as_list(edited(snapshot, record, set_fields(record, sets, reading)))


def _with(snapshot: Snapshot, id: PersonId, **values: Any) -> list[Change]:
    return edits(snapshot, snapshot.person_to_change(id), **values)


def _close(snapshot: Snapshot, entries: Iterable[Entry], today: date) -> list[Change]:
    still_open = (entry for entry in entries if entry.closed is None)
    return [c for entry in still_open for c in edits(snapshot, entry, closed=today)]


def _as_list(change: Change | None) -> list[Change]:
    return [change] if change else []
