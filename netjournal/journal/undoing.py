"""Undo and redo: which gesture is next, and what taking it back changes.

An undo is a gesture itself, so undoing an undo is a redo. It takes back what nobody has touched
or referred to since; the rest stays and is listed.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from netjournal.domain.gesture import Change, Gesture, Raw, Table
from netjournal.journal.references import ids_in
from netjournal.store.held import Held
from netjournal.store.history import DIGEST, counting, is_as_left


class Rows(Protocol):
    """The records that there are, of a snapshot or of a part of it that is enough."""

    def raw(self, table: str, id: str) -> Raw | None:
        """One raw record, or None."""
        ...

    def table(self, table: Table) -> Mapping[str, Raw]:
        """The raw records of one table by id."""
        ...


@dataclass(frozen=True, slots=True)
class Undoing:
    """What taking a gesture back changes, and the records that stay as they are."""

    gesture: Gesture
    changes: tuple[Change, ...]
    kept: tuple[Change, ...] = ()
    """Changes that were not taken back: somebody changed or refers to these records since."""


def effective(gestures: Sequence[Gesture]) -> dict[str, bool]:
    """Whether each gesture counts now: no gesture that counts takes it back."""
    return counting([(gesture.id, gesture.undoes) for gesture in gestures])


def next_undo(gestures: Sequence[Gesture]) -> Gesture | None:
    """The newest act of the user that counts."""
    state = effective(gestures)
    acts = (g for g in reversed(gestures) if g.undoes is None and state[g.id])
    return next(acts, None)


def next_redo(gestures: Sequence[Gesture]) -> Gesture | None:
    """The newest undo that counts, if no act followed it."""
    state = effective(gestures)
    acts = {g.id for g in gestures if g.undoes is None}
    for gesture in reversed(gestures):
        if gesture.undoes is None:
            return None
        if state[gesture.id] and gesture.undoes in acts:
            return gesture
    return None


def taken_back(gesture: Gesture, rows: Rows) -> Undoing:
    """What undoing the gesture changes now."""
    made = {change.id: change for change in gesture.changes if change.before is None}
    if gesture.undoes is not None:
        # a redo: no act came since, so whatever refers to these records did so before the undo
        made = {}
    backs: dict[str, Change | None] = {
        change.id: _back(change, rows.raw(change.table, change.id)) for change in gesture.changes
    }
    for id in _staying(made, backs, rows):
        backs[id] = None
    changes: list[Change] = []
    kept: list[Change] = []
    for change in reversed(gesture.changes):
        back = backs[change.id]
        if back is None:
            kept.append(change)
        elif back.before != back.after:
            changes.append(back)
    return Undoing(gesture, tuple(changes), tuple(kept))


def _staying(
    made: Mapping[str, Change], backs: Mapping[str, Change | None], rows: Rows
) -> set[str]:
    """Records the gesture made that what stays refers to: a chain of them goes or stays whole."""
    if not made:
        return set()
    touched = {id for id in made if backs[id] is None}
    restored = {id: back.after for id, back in backs.items() if back and back.after is not None}
    stays = touched | (_referred_ids(rows, made.keys(), restored) & made.keys())
    waiting = list(stays)
    while waiting:
        change = made[waiting.pop()]
        now = rows.raw(change.table, change.id) or {}
        found = {id for id in ids_in(now) if id in made and id not in stays}
        stays |= found
        waiting += found
    return stays


def _back(change: Change, now: Raw | None) -> Change | None:
    """The change that restores ``before``; field by field where others were edited since."""
    if is_as_left(change, now):
        return Change(change.table, change.id, now, change.before)
    after = change.after
    if now is None or change.before is None or after is None or after.keys() == {DIGEST}:
        return None
    restored = dict(now)
    for name in {*change.before, *after}:
        was, became = change.before.get(name), after.get(name)
        if was == became:
            continue
        if now.get(name) != became:
            return None
        if name in change.before:
            restored[name] = was
        else:
            restored.pop(name, None)
    return Change(change.table, change.id, now, restored)


def _referred_ids(
    rows: Rows, leaving_out: Collection[str], restored: Mapping[str, Raw]
) -> set[str]:
    """Ids named by other records, those that the undo restores as they will be then.

    All of ``leaving_out`` are found that are named; of the ids beside them perhaps not all.
    """
    found = {id for raw in restored.values() for id in ids_in(raw)}
    wanted = frozenset(id.encode("utf-8", "replace") for id in leaving_out)
    can_be_told = all(map(bytes.isdigit, wanted))
    for table in _REFERRING:
        for id, raw in rows.table(table).items():
            if id in leaving_out or id in restored:
                continue
            if can_be_told and isinstance(raw, Held) and not raw.may_name(wanted):
                continue
            found.update(ids_in(raw))
    return found


_REFERRING = (
    Table.PEOPLE,
    Table.CONVERSATIONS,
    Table.COMMITMENTS,
    Table.ENTRIES,
    Table.GATHERINGS,
    Table.INTRODUCTIONS,
    Table.CARDS,
)
