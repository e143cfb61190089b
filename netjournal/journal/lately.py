"""What taking the last act back changes, by the end of the log and the index alone.

A journal is the same whether an act of years ago or of a minute ago is taken back, but of what was
done lately every record stands in the log, as it was and as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from netjournal.domain.gesture import Gesture, Raw, Table
from netjournal.journal import places
from netjournal.journal.cold_people import BeyondIndexError
from netjournal.journal.undoing import Undoing, taken_back

if TYPE_CHECKING:
    from netjournal.journal.cold import Cold

Choose = Callable[[Sequence[Gesture]], Gesture | None]
MayName = Callable[[Sequence[str]], bool]
"""Whether a record as the snapshot has it may name one of some ids, digits all of them."""
FEW = 16
"""Ids that are looked for in the snapshot; for more of them reading everything is as quick."""


def taken_back_lately(
    choose: Choose, gestures: Sequence[Gesture], known: Cold, may_name: MayName
) -> Undoing:
    """What undoing an act among the last ones changes now.

    Raises:
        BeyondIndexError: only the whole journal tells that, or what would stay as it is.
    """
    gesture = _chosen(choose, gestures)
    made = [change.id for change in gesture.changes if change.before is None]
    if gesture.undoes is None and made:
        if len(made) > FEW or not all(id.isascii() and id.isdigit() for id in made):
            raise BeyondIndexError("who names what was made")
        if may_name(made):
            raise BeyondIndexError(f"which record names one of {made}")
    undoing = taken_back(gesture, Touched(known))
    if undoing.kept:
        raise BeyondIndexError("what stays as it is")
    return undoing


def _chosen(choose: Choose, gestures: Sequence[Gesture]) -> Gesture:
    """The one that is chosen of all there are, if it is among these."""
    ids = {gesture.id for gesture in gestures}
    if any(one.undoes and one.undoes not in ids for one in gestures):
        raise BeyondIndexError("whether what was undone is an act")
    gesture = choose(gestures)
    if gesture is None:
        raise BeyondIndexError("acts before the last ones")
    return gesture


class Touched:
    """The records that the log speaks of, as they are now."""

    def __init__(self, known: Cold) -> None:
        rows: Mapping[str, Mapping[str, Raw | None]] = known.answer(places.CHANGED)
        over = known.overlay
        self._rows = {
            table: {**rows.get(table, {}), **over.get(table, {})} for table in {*rows, *over}
        }

    def raw(self, table: str, id: str) -> Raw | None:
        """One of them; None where it was removed.

        Raises:
            BeyondIndexError: the log says nothing of it.
        """
        try:
            return self._rows[table][id]
        except KeyError:
            raise BeyondIndexError(f"{table} {id}") from None

    def table(self, table: Table) -> Mapping[str, Raw]:
        """Those of a table that are there."""
        rows = self._rows.get(table, {})
        return {id: raw for id, raw in rows.items() if raw is not None}
