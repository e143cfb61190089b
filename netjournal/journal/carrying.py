"""The index over a fold: places of lines are those of the next snapshot, all else is as it was.

A record that was kept itself, because no line was as it is, has one by then.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from netjournal.domain.gesture import Table
from netjournal.journal import places

if TYPE_CHECKING:
    from netjournal.store.laying import Moved

Placed = Sequence[Any]


def carried(question: str, answer: Any, moved: Moved) -> Any:
    """The answer to a question of the index after a fold that copied."""
    if question.startswith(_LISTS):
        return _tables(answer, moved)
    if question == places.OPEN:
        return [_row(row, moved) for row in answer]
    if question == places.NEAR:
        return {**answer, "tables": _tables(answer["tables"], moved)}
    if question == places.OF_KINDS:
        return _placed(answer, Table.ENTRIES, moved)
    if question == places.SPANS:
        # of its own tables a fold tells no places
        return {table: moved.spans.get(table, (0, 0)) for table in answer if table != Table.META}
    if question in {places.CHANGED, places.NEW}:
        return {}
    return answer


_LISTS = (places.touching(""), places.talks_at(""))
LETTERS = "awm"
"""What the questions begin with that are answered by places."""


def _tables(lists: Mapping[str, Placed], moved: Moved) -> Mapping[str, Placed]:
    return {table: _placed(placed, table, moved) for table, placed in lists.items()}


def _row(row: Placed, moved: Moved) -> Placed:
    place = places.place_in(row)
    listed = place if isinstance(place[0], int) else [place]
    now = _placed(listed, Table.COMMITMENTS, moved)
    return places.with_place(row, now if isinstance(now[0], int) else now[0])


def _placed(placed: Placed, table: str, moved: Moved) -> Placed:
    """The entries of a list: two numbers, or a record with its id."""
    own = moved.own.get(table, {})
    entries = iter(placed)
    found: list[Any] = []
    for one in entries:
        if isinstance(one, int):
            found += (moved.now(one), next(entries))
        else:
            found += own.get(one[0]) or [one]
    return found
