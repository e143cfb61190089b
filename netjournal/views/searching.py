"""Search: every person, conversation, promise, entry and gathering that holds all the words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from netjournal.domain.gesture import Raw, Table
from netjournal.domain.values import ME
from netjournal.journal.snapshot import Snapshot
from netjournal.text import fold

AROUND = 30
"""Characters of a snippet on either side of the first word."""

_WHERE: Mapping[Table, tuple[str, str]] = {
    Table.PEOPLE: ("person", "made"),
    Table.CONVERSATIONS: ("conversation", "day"),
    Table.COMMITMENTS: ("commitment", "due"),
    Table.ENTRIES: ("entry", "day"),
    Table.GATHERINGS: ("gathering", "day"),
    Table.CARDS: ("card", "made"),
}
_SKIPPED = frozenset(
    {"made", "id", "canon", "archive", "circle", "state", "owner", "origin", "channel", "direction"}
    | {"kind", "reply", "conversation", "person", "people", "mentions", "gathering", "follows"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One record that holds the words."""

    kind: str
    id: str
    short: str
    person: str | None
    """The person it belongs to, if one."""
    name: str
    day: str
    snippet: str


def search(snapshot: Snapshot, text: str, *, limit: int | None = None) -> tuple[Hit, ...]:
    """Records that hold all words of ``text``, case and accents folded; people first, then newest.

    ``-word`` leaves out what holds the word; ``"a phrase"`` is looked for whole.
    """
    from netjournal.journal.queries import words_of

    wanted, unwanted = words_of(text)
    if not wanted:
        return ()
    hits: list[Hit] = []
    for table in _WHERE:
        found = [
            hit
            for id, raw in snapshot.table(table).items()
            if id != ME and (hit := _hit(table, id, raw, wanted, unwanted, snapshot))
        ]
        hits += sorted(found, key=lambda hit: hit.day, reverse=True)
    return tuple(hits[:limit])


def _hit(
    table: Table,
    id: str,
    raw: Raw,
    wanted: Sequence[str],
    unwanted: Sequence[str],
    snapshot: Snapshot,
) -> Hit | None:
    text = "\n".join(_texts(raw))
    folded = fold(text)
    if not all(word in folded for word in wanted) or any(word in folded for word in unwanted):
        return None
    if "merged_into" in raw:
        return None
    kind, day_field = _WHERE[table]
    day = raw.get(day_field)
    people = _people(table, id, raw)
    return Hit(
        kind=kind,
        id=id,
        short=snapshot.short(id),
        person=people[0] if people else None,
        name=", ".join(snapshot.name_of(person) for person in people),
        day=day[:10] if isinstance(day, str) and kind not in {"person", "card"} else "",
        snippet=_snippet(text, wanted[0]),
    )


def _texts(value: object) -> Iterator[str]:
    """Every text within a raw record that a person wrote."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            if name not in _SKIPPED:
                yield from _texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts(inner)


def _people(table: Table, id: str, raw: Raw) -> Sequence[str]:
    if table is Table.PEOPLE:
        return (id,)
    people = raw.get("people") or [raw.get("person")]
    return [p for p in people if isinstance(p, str)] if isinstance(people, list | tuple) else ()


def _snippet(text: str, word: str) -> str:
    """The words around the first hit, on one line."""
    line = next(
        (line for line in text.split("\n") if word in fold(line)), text.split("\n", maxsplit=1)[0]
    )
    place = max(0, fold(line).find(word))
    start = max(0, place - AROUND)
    end = min(len(line), place + len(word) + AROUND)
    return ("…" if start else "") + line[start:end] + ("…" if end < len(line) else "")


def search_json(hits: Sequence[Hit]) -> Sequence[Mapping[str, object]]:
    """The hits in their JSON shape."""
    return [
        {
            "kind": hit.kind,
            "id": hit.id,
            "person": hit.person,
            "name": hit.name,
            "date": hit.day or None,
            "snippet": hit.snippet,
        }
        for hit in hits
    ]
