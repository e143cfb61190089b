"""The index over a fold: places of lines are those of the next snapshot, all else is as it was.

A record that is kept itself, because it had no line or another one, stays so: it is as its line
says by then, and whoever reads both comes to the same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from netjournal.domain.gesture import Table
from netjournal.journal import places

if TYPE_CHECKING:
    from netjournal.store.laying import Moved

Placed = Sequence[Any]


def carried(question: str, answer: Any, moved: Moved) -> Any:
    """The answer to a question of the index after a fold that copied."""
    if question.startswith(_LISTS):
        return _tables(answer, moved.now)
    if question == places.OPEN:
        return [places.with_place(row, _placed(places.place_in(row), moved.now)) for row in answer]
    if question == places.NEAR:
        return {**answer, "tables": _tables(answer["tables"], moved.now)}
    if question == places.OF_KINDS:
        return _placed(answer, moved.now)
    if question == places.SPANS:
        # of its own tables a fold tells no places
        return {table: moved.spans.get(table, (0, 0)) for table in answer if table != Table.META}
    return answer


_LISTS = (places.touching(""), places.talks_at(""))
LETTERS = "awm"
"""What the questions begin with that are answered by places."""


def _tables(lists: Mapping[str, Placed], now: Callable[[int], int]) -> Mapping[str, Placed]:
    return {table: _placed(placed, now) for table, placed in lists.items()}


def _placed(placed: Placed, now: Callable[[int], int]) -> Placed:
    """The entries of a list: a record with its id, or two numbers."""
    entries = iter(placed)
    found: list[Any] = []
    for one in entries:
        if isinstance(one, int):
            found += (now(one), next(entries))
        else:
            found.append(one)
    return found
