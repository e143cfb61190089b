"""The history table: gestures whose results stand in the snapshot, kept small, for undo.

Of each change it keeps the record before, whole, and of the record after only a digest: enough to
restore it, and to tell whether the record is still as that gesture left it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from netjournal.domain.gesture import Change, Gesture, Raw
from netjournal.store.log import gesture_from, to_bytes

MOST_GESTURES = 1_000
LEAST_BYTES = 1 << 22
"""The history may always take so much; beyond it, a quarter of the snapshot."""
DIGEST = "sha256"
"""The one field of an ``after`` that is only remembered by its digest."""


def digest(raw: Raw) -> str:
    """The first 16 hexadecimal digits of the SHA-256 of a record's canonical JSON."""
    import json
    from hashlib import sha256

    canonical = json.dumps(dict(raw.items()), sort_keys=True, separators=(",", ":"))
    return sha256(canonical.encode("ascii")).hexdigest()[:16]


def is_as_left(change: Change, now: Raw | None) -> bool:
    """Whether a record is still as the change left it; works for changes of log and history."""
    if change.after is None or now is None:
        return change.after is now
    if change.after.keys() == {DIGEST}:
        return change.after[DIGEST] == digest(now)
    return change.after == now


def shortened(gesture: Gesture) -> dict[str, object]:
    """A gesture as a record of the history table."""
    changes = [
        [
            change.table,
            change.id,
            change.before,
            None if change.after is None else {DIGEST: digest(change.after)},
        ]
        for change in gesture.changes
    ]
    raw: dict[str, object] = {"at": gesture.at, "label": gesture.label, "changes": changes}
    if gesture.undoes is not None:
        raw["undoes"] = gesture.undoes
    return raw


def with_new(
    table: Mapping[str, Raw], gestures: Iterable[Gesture], *, snapshot_size: int
) -> dict[str, Raw]:
    """The table with gestures added and the oldest dropped; the newest is always kept.

    It takes no room from the others: the undo of a large import must not cost its redo. Where
    bytes are short, first goes what neither undo nor redo comes to any more, so that an import
    taken back costs nothing that was done before it.

    Without a new one nothing is dropped: a history that was put back whole stays so.
    """
    whole = dict(table)
    whole.update((gesture.id, shortened(gesture)) for gesture in gestures)
    if len(whole) == len(table):
        return whole
    room = max(LEAST_BYTES, snapshot_size // 4)
    sizes = {id: len(to_bytes(raw)) for id, raw in whole.items()}
    newest = next(reversed(whole))
    if sum(sizes.values()) - sizes[newest] > room:
        for id in _needless(whole) - {newest}:
            del whole[id]
    kept: list[str] = []
    for id in reversed(whole):
        if kept:
            room -= sizes[id]
        if len(kept) == MOST_GESTURES or room < 0:
            break
        kept.append(id)
    return {id: whole[id] for id in reversed(kept)}


def counting(gestures: Sequence[tuple[str, object]]) -> dict[str, bool]:
    """Whether each gesture counts, oldest first, of its id and which one it undoes, if any.

    One counts that no gesture which counts takes back.
    """
    undoers: dict[object, list[str]] = {}
    for id, undoes in gestures:
        if undoes is not None:
            undoers.setdefault(undoes, []).append(id)
    state: dict[str, bool] = {}
    for id, _ in reversed(gestures):
        state[id] = not any(state[undoer] for undoer in undoers.get(id, ()))
    return state


def _needless(table: Mapping[str, Raw]) -> set[str]:
    """What neither undo nor redo comes to, left out together so that the rest counts as before.

    Those are undos and redos of an act that counts; an act that was taken back, once another
    followed, with what took it back; and what speaks of an act that is no longer kept.
    """
    undoes = {id: raw.get("undoes") for id, raw in table.items()}
    counts = counting(tuple(undoes.items()))
    act_of: dict[str, str] = {}
    for id, target in undoes.items():
        act_of[id] = id if target is None else act_of.get(str(target), "")
    redoable: set[str] = set()
    for id in reversed(undoes):
        if undoes[id] is None:
            break
        if counts[id]:
            redoable.add(act_of[id])
    return {
        id
        for id, act in act_of.items()
        if not act or (id != act if counts[act] else act not in redoable)
    }


def gestures_in(table: Mapping[str, Raw]) -> tuple[Gesture, ...]:
    """The gestures of the table, oldest first; records that are none are passed over."""
    found = (gesture_from({**raw, "g": id}) for id, raw in table.items())
    return tuple(gesture for gesture in found if gesture is not None)
