"""What another copy of a journal holds that this one lacks, by id and by content."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from netjournal.domain.gesture import Change, Gesture, Raw
from netjournal.journal.care.whole import Whole
from netjournal.journal.snapshot import Snapshot
from netjournal.store.history import gestures_in
from netjournal.store.replay import merged

_Key = tuple[str, str]
_Earlier = dict[_Key, list[Raw]]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A copy beside the journal; bringing it in is one act that loses nothing of ours."""

    lacking: tuple[Change, ...]
    """Records the journal does not have, as changes that add them."""
    newer: tuple[Change, ...]
    """Records that were edited in the copy, in fields nobody edited here: with both edits."""
    differing: tuple[Change, ...]
    """Records that say something else in the copy: here before, there after. Ours stand."""
    removed: tuple[Change, ...]
    """Records that were removed here since the copy was made, as far as the past says so."""
    same: int
    """Records that are here as they are there, or in a newer state."""

    @property
    def brings(self) -> tuple[Change, ...]:
        """What can be brought in."""
        return (*self.lacking, *self.newer)

    @property
    def restores(self) -> tuple[Change, ...]:
        """The same, and what was removed here since."""
        return (*self.brings, *self.removed)


def compare(other: Whole, snapshot: Snapshot, past: Iterable[Gesture] = ()) -> Comparison:
    """Hold a copy against the journal.

    ``past`` is what was done here: a record that had the copy's content earlier is newer here,
    and one that was removed here is not lacking. What was done there is in the copy's history.
    """
    here, gone = _earlier(past)
    there, _ = _earlier(gestures_in(other.history))
    lacking: list[Change] = []
    newer: list[Change] = []
    differing: list[Change] = []
    removed: list[Change] = []
    same = 0
    for table, rows in other.records.items():
        for id, theirs in rows.items():
            key = (str(table), id)
            mine = snapshot.raw(table, id)
            if mine is None:
                (removed if key in gone else lacking).append(Change(*key, None, theirs))
                continue
            whole = _with_both(mine, theirs, here.get(key, []), there.get(key, []))
            if whole is None:
                differing.append(Change(*key, mine, theirs))
            elif whole == mine:
                same += 1
            else:
                newer.append(Change(*key, mine, whole))
    return Comparison(tuple(lacking), tuple(newer), tuple(differing), tuple(removed), same)


def _earlier(gestures: Iterable[Gesture]) -> tuple[_Earlier, set[_Key]]:
    """What records were before, newest last, and which of them are gone."""
    earlier: _Earlier = {}
    gone: set[_Key] = set()
    for gesture in gestures:
        for change in gesture.changes:
            key = (str(change.table), change.id)
            if change.before is not None:
                earlier.setdefault(key, []).append(change.before)
            (gone.add if change.after is None else gone.discard)(key)
    return earlier, gone


def _with_both(mine: Raw, theirs: Raw, here: list[Raw], there: list[Raw]) -> Raw | None:
    """A record with the edits of both sides; None where the past does not tell them apart."""
    ours, others = [*here, mine], [*there, theirs]
    base = next((raw for raw in reversed(ours) if raw in others), None)
    if base is None:
        return None
    for field in {*mine, *theirs}:
        was, here_now, there_now = (raw.get(field) for raw in (base, mine, theirs))
        if was != here_now != there_now != was:
            return None
    return merged(base, theirs, mine)[0]
