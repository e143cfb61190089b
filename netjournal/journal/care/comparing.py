"""What another copy of a journal holds that this one lacks, by id and by content."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from netjournal.domain.gesture import Change, Gesture, Raw
from netjournal.journal.care.whole import Whole
from netjournal.journal.snapshot import Snapshot

_Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A copy beside the journal; applying ``lacking`` is one gesture that overwrites nothing."""

    lacking: tuple[Change, ...]
    """Records the journal does not have, as changes that add them."""
    differing: tuple[Change, ...]
    """Records that say something else in the copy: here before, there after. Ours stand."""
    removed: tuple[Change, ...]
    """Records that were removed here since the copy was made, as far as the past says so."""
    same: int
    """Records that are here as they are there, or in a newer state."""


def compare(other: Whole, snapshot: Snapshot, past: Iterable[Gesture] = ()) -> Comparison:
    """Hold a copy against the journal.

    ``past`` is what was done here: a record that had the copy's content earlier is newer here,
    and one that was removed here is not lacking.
    """
    earlier: dict[_Key, list[Raw]] = {}
    gone: set[_Key] = set()
    for gesture in past:
        for change in gesture.changes:
            key = (change.table, change.id)
            if change.before is not None:
                earlier.setdefault(key, []).append(change.before)
            (gone.add if change.after is None else gone.discard)(key)
    lacking: list[Change] = []
    differing: list[Change] = []
    removed: list[Change] = []
    same = 0
    for table, rows in other.records.items():
        for id, theirs in rows.items():
            mine = snapshot.raw(table, id)
            if mine is None:
                (removed if (table, id) in gone else lacking).append(
                    Change(str(table), id, None, theirs)
                )
            elif mine == theirs or theirs in earlier.get((table, id), ()):
                same += 1
            else:
                differing.append(Change(str(table), id, mine, theirs))
    return Comparison(tuple(lacking), tuple(differing), tuple(removed), same)
