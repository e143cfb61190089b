"""Playing the log onto the snapshot, whatever state the snapshot was left or put in.

Replay is idempotent: a fold that was interrupted between its two files, or run twice, changes
nothing. A record that is neither as the log found it nor as the log left it was edited by hand;
both sides are merged field by field, and where both changed a field both values are kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from netjournal.domain.gesture import Change, Gesture, Raw, Tables
from netjournal.tuples import NamedTuple

_ABSENT = object()


class Merge(NamedTuple):
    """A record that was edited by hand and by the log, and what was made of it."""

    table: str
    id: str
    ours: Raw | None
    """As the log leaves it."""
    state: Raw | None
    note: str

    def __str__(self) -> str:
        return f"{self.table} {self.id}: {self.note}"


def settling(merges: Iterable[Merge]) -> tuple[Change, ...]:
    """What has to stand in the log so that whoever plays it again comes to the same.

    Without it a record as it was merged might be taken for one of an earlier moment of the log.
    """
    return tuple(
        Change(each.table, each.id, each.ours, each.state)
        for each in {(each.table, each.id): each for each in merges}.values()
        if each.ours != each.state
    )


def replay(tables: Tables, gestures: Iterable[Gesture]) -> tuple[Merge, ...]:
    """Bring tables up to date in place; the records that had to be merged."""
    merges: list[Merge] = []
    for (table, id), chain in chains_in(gestures).items():
        records = tables.setdefault(table, {})
        state, notes = played(records.get(id), chain)
        if state is None:
            records.pop(id, None)
        else:
            records[id] = state
        merges.extend(Merge(table, id, chain[-1].after, state, note) for note in notes)
    return tuple(merges)


def chains_in(gestures: Iterable[Gesture]) -> Mapping[tuple[str, str], Sequence[Change]]:
    """The changes of each record, oldest first, by table and id."""
    chains: dict[tuple[str, str], list[Change]] = {}
    for gesture in gestures:
        for change in gesture.changes:
            chains.setdefault((change.table, change.id), []).append(change)
    return chains


def played(state: Raw | None, chain: Sequence[Change]) -> tuple[Raw | None, list[str]]:
    """A record after some changes of it; what was merged with edits by hand, in words."""
    notes: list[str] = []
    at = 0
    while at < len(chain):
        if state == chain[at].before:
            state = chain[at].after
            at += 1
            continue
        folded = [n for n in range(at, len(chain)) if chain[n].after == state]
        if folded:
            at = folded[-1] + 1
            continue
        last = at
        while last + 1 < len(chain) and chain[last].after == chain[last + 1].before:
            last += 1
        state, note = merged(chain[at].before, state, chain[last].after)
        notes.append(note)
        at = last + 1
    return state, notes


def merged(base: Raw | None, hand: Raw | None, ours: Raw | None) -> tuple[Raw | None, str]:
    """One record from two that both come from ``base``, and what was done, in words.

    The edit by hand stands in the field, for it was made later; what the log had is kept beside it
    as ``FIELD~2``. A side that removed the record yields to the one that changed it.
    """
    if hand is None:
        return ours, "removed in the file but changed by netjournal; it was kept."
    if ours is None:
        return hand, "removed by netjournal but edited in the file; it was kept."
    origin = base or {}
    result: dict[str, object] = {}
    twice: list[str] = []
    for name in dict.fromkeys((*hand, *ours)):
        before = origin.get(name, _ABSENT)
        edited, logged = hand.get(name, _ABSENT), ours.get(name, _ABSENT)
        if _chosen(before, edited, logged) is not _ABSENT:
            result[name] = _chosen(before, edited, logged)
        if _ABSENT not in (edited, logged) and before != edited != logged != before:
            twice.append(name)
    for name in twice:
        result[_beside(name, hand, ours[name])] = ours[name]
    if not twice:
        return result, "edited in the file and by netjournal; both edits are in."
    fields = ", ".join(f"{name!r}" for name in twice)
    return result, (
        f"{fields} changed in the file and by netjournal; the file's value stands, "
        "the other is kept beside it with ~2 after the name."
    )


def _chosen(before: object, edited: object, logged: object) -> object:
    """The value a field ends with: of two changes the edit, of a change and a loss the change."""
    if edited == before or edited is _ABSENT:
        return logged if edited == before or logged != before else _ABSENT
    return edited


def _beside(name: str, record: Raw, value: object) -> str:
    """A free name for the second value, or the one under which it was kept already."""
    number = 2
    while record.get(f"{name}~{number}", value) != value:
        number += 1
    return f"{name}~{number}"
