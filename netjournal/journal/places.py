"""What the index holds of records: those Today is made of, and where those of each person stand.

Of records it keeps the places of their lines in the snapshot; one that has none there is kept
itself. The near part is the network with all that touches it. Of open promises it keeps what
Today ranks them by beside.
Questions beside those of ``index``: ``a:near`` the near part, ``a:open`` the open promises,
``a:of kinds`` the entries of some kinds, ``a:outreach`` when I last reached out to who promised
something, ``a:told`` whose birthday was perhaps told in a line of quick add, ``a:died`` who did,
``t:`` a small table, ``w:`` a person (their own record and all that names them), ``m:`` a gathering
(the conversations that name it), ``i:`` four digits (the ids that begin so), ``@:`` a folded email
address (who has it), ``a:spans`` where the lines of each table stand, ``a:changed`` the records
that are not as their lines say, ``a:new`` those of them that have none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from netjournal.domain.gesture import Raw, Table
from netjournal.domain.outline import Outline
from netjournal.domain.values import Circle, EntryKind, Owner
from netjournal.journal.ids import SHORTEST

NEAR = "a:near"
OPEN = "a:open"
OF_KINDS = "a:of kinds"
OUTREACH = "a:outreach"
TOLD = "a:told"
DIED = "a:died"
REDIRECTS = "a:merged"
SPANS = "a:spans"
CHANGED = "a:changed"
NEW = "a:new"
CIRCLES = tuple(str(circle) for circle in Circle if circle.in_network)
NAMING: Mapping[str, tuple[str, ...]] = {
    Table.CONVERSATIONS: ("people", "mentions"),
    Table.COMMITMENTS: ("people",),
    Table.ENTRIES: ("person",),
}
"""The fields by which records belong to people."""
KINDS = (EntryKind.NEED, EntryKind.OFFER, EntryKind.GAVE, EntryKind.GOT, EntryKind.BIRTHDAY)
"""Kinds of entries whose places are kept together."""
SMALL = (Table.GATHERINGS, Table.INTRODUCTIONS, Table.DRAFTS)
"""Tables of which all is kept."""


def all_of(table: str) -> str:
    """The question what a small table holds: records by id."""
    return f"t:{table}"


def touching(id: str) -> str:
    """The question what belongs to somebody: lists by table, see ``placed``."""
    return f"w:{id}"


def talks_at(gathering: str) -> str:
    """The question which conversations name a gathering."""
    return f"m:{gathering}"


def ids(beginning: str) -> str:
    """The question which ids begin so, by table."""
    return f"i:{beginning[:SHORTEST]}"


def address(folded: str) -> str:
    """The question who has an email address."""
    return f"@:{folded}"


def named_by(raw: Raw, fields: Iterable[str]) -> Sequence[str]:
    """The people that some fields of a record name, each once."""
    named: list[str] = []
    for field in fields:
        value = raw.get(field)
        if isinstance(value, str):
            named.append(value)
        elif isinstance(value, list):
            for each in value:
                if isinstance(each, str):
                    named.append(each)  # noqa: PERF401 - most lists name one, asked of every record
    return named if len(named) < 2 else list(dict.fromkeys(named))


def told_in(raw: Raw) -> str | None:
    """Whose birthday an entry tells, if it tells one."""
    person = raw.get("person") if raw.get("kind") == EntryKind.BIRTHDAY else None
    return person if isinstance(person, str) else None


def may_come_up(row: Sequence[Any], until: int) -> bool:
    """Whether the outline in such a row is asked for: a follow-up, or not known to come later."""
    _, _, _, _, due, snoozed, is_follow_up = row[:7]
    return is_follow_up or max(due or 0, snoozed or 0) <= until


def outline_in(row: Sequence[Any]) -> Outline:
    """The outline in a row of ``OPEN``."""
    id, said, is_mine, people, due, snoozed, is_follow_up = row[:7]
    day = date.fromordinal
    return Outline(
        id, day(said), Owner.MINE if is_mine else Owner.THEIRS, tuple(people),
        due and day(due), snoozed and day(snoozed), is_follow_up,
    )  # fmt: skip


def shortest_in(row: Sequence[Any]) -> int:
    """How much of the id of such a row names no other record."""
    length: int = row[7]
    return length


def with_shortest(row: Sequence[Any], length: int) -> Sequence[Any]:
    """The same row, where the id is told from others by so much of it."""
    return [*row[:7], length, *row[8:]]


def with_place(row: Sequence[Any], place: Sequence[Any]) -> Sequence[Any]:
    """The same row, where the record stands there."""
    return [*row[:8], place]


def place_in(row: Sequence[Any]) -> Sequence[Any]:
    """The place of such a row, or the record with its id."""
    place: Sequence[Any] = row[8]
    return place
