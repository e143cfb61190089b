"""Two records of one person become one: fields united, nothing lost, one undo takes it back.

The record merged away stays as it was, with a redirect; what belonged to it is found through that,
so that nothing else is rewritten.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from netjournal.clock import now
from netjournal.domain.entry import Entry
from netjournal.domain.gesture import Change
from netjournal.domain.likeness import email_key, traits_of
from netjournal.domain.person import Labelled, Person
from netjournal.domain.phones import same_number
from netjournal.domain.values import Circle, EntryKind, Extra, PersonId
from netjournal.errors import UsageError
from netjournal.journal.changes import created, edited, edits, new_id
from netjournal.journal.snapshot import Snapshot
from netjournal.text import fold

_UNITED = ("nicknames", "organisations", "addresses", "links", "dates", "never", "topics")
"""Fields of several values without a spelling of their own."""
_STANDING = ("circle", "circle_since", "rest", "snoozed", "snoozed_on")
"""Where somebody stands: of the nearer record, as one."""
_ONE = ("given", "family", "birthday", "cadence", "preferred", "calibre", "died_on")
_TEXTS = ("how_we_met", "in_common")
_NEARNESS = tuple(Circle)


def merge(
    snapshot: Snapshot, kept: PersonId, gone: PersonId, today: date, region: str = ""
) -> list[Change]:
    """Make one person of two.

    Where both say something and only one can stand, that of ``kept`` stands and a note of today
    tells the other.

    Args:
        snapshot: the journal.
        kept: who stays.
        gone: who is found through them from now on.
        today: the day of the note.
        region: of phone numbers without a country, ISO 3166 two letters.

    Raises:
        UnknownNameError: one of them is not in the journal.
        UsageError: they are one already.

    """
    first, second = snapshot.person_to_change(kept), snapshot.person_to_change(gone)
    if first.id == second.id:
        raise UsageError(f"{first.name} is one person already.")
    whole, lost = united(first, second, region)
    changes = [
        edited(snapshot, first, whole),
        edited(snapshot, second, second._replace(merged_into=first.id)),
    ]
    if lost:
        text = f"Merged with {second.name}, of whom it said: {'; '.join(lost)}."
        note = Entry(
            id=new_id(), made=now(), day=today, person=first.id, kind=EntryKind.NOTE, text=text
        )
        changes.append(created(note))
    return [change for change in changes if change]


def merge_all(
    snapshot: Snapshot, pairs: Iterable[tuple[PersonId, PersonId]], today: date, region: str = ""
) -> list[Change]:
    """Make one person of each two, the first of them staying, as one act.

    Who became one with somebody through an earlier pair is followed; two who are one already
    stay so. The other arguments are those of ``merge``.

    Raises:
        UnknownNameError: somebody is not in the journal.

    """
    done: dict[tuple[str, str], Change] = {}
    for kept, gone in pairs:
        if snapshot.final(kept) == snapshot.final(gone):
            continue
        changes = merge(snapshot, kept, gone, today, region)
        snapshot = snapshot.after(changes)
        for change in changes:
            key = (change.table, change.id)
            done[key] = done.get(key, change)._replace(after=change.after)
    return list(done.values())


def dismiss(snapshot: Snapshot, one: PersonId, other: PersonId) -> list[Change]:
    """Remember for good that two people are two.

    Raises:
        UnknownNameError: one of them is not in the journal.
        UsageError: they are one.

    """
    first, second = snapshot.person_to_change(one), snapshot.person_to_change(other)
    if first.id == second.id:
        raise UsageError(f"{first.name} is one person.")
    if are_apart(first, second):
        return []
    return edits(snapshot, first, distinct_from=(*first.distinct_from, second.id))


def are_apart(one: Person, other: Person) -> bool:
    """Whether somebody said that they are two."""
    return other.id in one.distinct_from or one.id in other.distinct_from


def united(kept: Person, gone: Person, region: str = "") -> tuple[Person, tuple[str, ...]]:
    """The one person of two records, and in words what of ``gone`` found no place in it."""
    nearer = min((kept, gone), key=lambda person: _NEARNESS.index(person.circle))
    values: dict[str, Any] = {name: getattr(nearer, name) for name in _STANDING}
    for name in _UNITED:
        values[name] = _union(getattr(kept, name), getattr(gone, name))
    values["emails"] = _labelled(kept.emails, gone.emails, _same_email)
    values["phones"] = _labelled(
        kept.phones, gone.phones, lambda one, other: same_number(one, other, region)
    )
    values["relations"] = tuple(
        relation
        for relation in _union(kept.relations, gone.relations)
        if relation.person not in {kept.id, gone.id}
    )
    values["greeted"] = _union(kept.greeted, gone.greeted)
    values["distinct_from"] = _union(kept.distinct_from, gone.distinct_from)
    values["died"] = kept.died or gone.died
    values["fit"] = (
        *kept.fit,
        *(one for one in gone.fit if all(one.question != mine.question for mine in kept.fit)),
    )
    lost: list[str] = []
    for name in _ONE:
        mine, theirs = getattr(kept, name), getattr(gone, name)
        values[name] = theirs if mine in {None, ""} else mine
        if theirs not in {None, ""} and theirs != values[name] and name not in _NAME_PARTS:
            lost.append(f"{_WORDS.get(name, name)} {theirs}")
    for name in _TEXTS:
        values[name] = "\n".join(_union((getattr(kept, name),), (getattr(gone, name),)))
    values |= _names(kept, gone, values["nicknames"])
    values["extra"] = _extra(kept.extra, gone.extra)
    return kept._replace(**values), tuple(lost)


_NAME_PARTS = frozenset({"given", "family"})
_WORDS = {"died_on": "day of death"}


def _names(kept: Person, gone: Person, nicknames: Sequence[str]) -> dict[str, Any]:
    """A real name wins over none; the other name stays as one they are found by."""
    mine, theirs = traits_of(kept).name, traits_of(gone).name
    if not theirs or fold(mine) == fold(theirs):
        return {"nicknames": tuple(nicknames)}
    parts = {"given": gone.given, "family": gone.family}
    if not mine:
        return {"name": theirs, **parts, "nicknames": tuple(nicknames)}
    other = tuple(n for n in (theirs,) if fold(n) not in map(fold, nicknames))
    own = {"given": kept.given, "family": kept.family}
    return {**own, "nicknames": (*nicknames, *other)}


def _union(mine: Iterable[Any], theirs: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(dict.fromkeys(value for value in (*mine, *theirs) if value))


def _extra(mine: Extra, theirs: Extra) -> Extra:
    """Fields this version does not know, those within items of a list too."""
    if not theirs:
        return mine
    whole = {**theirs, **mine}
    for name in mine.keys() & theirs.keys():
        have, more = mine[name], theirs[name]
        if isinstance(have, list) and isinstance(more, list):
            whole[name] = [*have, *(item for item in more if item not in have)]
    return whole


def _same_email(one: str, other: str) -> bool:
    return email_key(one) == email_key(other)


def _labelled(
    mine: Sequence[Labelled], theirs: Sequence[Labelled], same: Callable[[str, str], bool]
) -> tuple[Labelled, ...]:
    """Both, each address and number once; what it is for is taken where mine does not say."""
    merged = list(mine)
    for item in theirs:
        at = next((at for at, have in enumerate(merged) if same(have.value, item.value)), -1)
        if at < 0 and item not in merged:
            merged.append(item)
        elif at >= 0 and item.label and not merged[at].label:
            merged[at] = merged[at]._replace(label=item.label)
    return tuple(merged)
