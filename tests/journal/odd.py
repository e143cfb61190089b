"""Records as another hand or another version writes them, in the history of a journal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from random import Random
from typing import Any

from netjournal.domain.gesture import Change, Raw, Table
from netjournal.domain.values import (
    ME,
    Channel,
    Circle,
    CommitmentState,
    Direction,
    EntryKind,
    Owner,
    Reply,
)
from netjournal.journal.changes import new_id
from netjournal.journal.snapshot import Snapshot
from tests.journal.test_index import History

Likely = Mapping[str, tuple[float, Sequence[Any]]]
"""How likely each field is there, and what it may hold."""
DAYS = (
    *("2026-03-11", "2026-03-10", "2025-12-01", "2027-01-01") * 8,
    "2026-W11-2", "20260310", "2026-02-30", "yesterday", "", None, 7, "٢٠٢٦-٠٣-١١",
)  # fmt: skip
TEXTS = (
    "lunch", "Zoë said lunch", 'sails "x" {y}', "李小红\u2028\ttab\nline", "ﬁne İß",
    '{"day":"2019-05-05"}', "--04-12", "", 5, None,
)  # fmt: skip
NAMES = ("Ana Ruiz", "ÀNA Ruiz", "Zoë Müller", "李小红", "Bob", "", 5)
EMAILS = ([{"value": "ana@example.org"}], [{"value": "ANA@EXAMPLE.org", "label": "x"}], ["x"])
UNKNOWN = ({"people": ["60"], "day": "2020-01-01"}, "Zoë lunch", 1.5, None)


def likely_in(table: Table, people: Sequence[str], some: Sequence[Sequence[str]]) -> Likely:
    """The fields of a record that is about some people."""
    match table:
        case Table.PEOPLE:
            return {
                "name": (0.98, NAMES), "circle": (0.5, [*Circle, "vip"]), "emails": (0.5, EMAILS),
                "nicknames": (0.2, [["Bob", 7], "Bob"]), "died": (0.1, [True]),
                "merged_into": (0.1, [*people, 7]),
            }  # fmt: skip
        case Table.CONVERSATIONS:
            return {
                "day": (0.98, DAYS), "channel": (0.98, [*Channel, "pigeon"]),
                "direction": (0.98, [*Direction]), "people": (0.98, some), "text": (0.5, TEXTS),
                "mentions": (0.3, [*some, "60", [7, "60"]]), "reply": (0.3, [*Reply, "odd"]),
                "broadcast": (0.1, [True]), "gathering": (0.3, ["4000000", 7]),
            }  # fmt: skip
        case Table.COMMITMENTS:
            return {
                "said": (0.98, DAYS), "owner": (0.98, [*Owner]), "people": (0.98, some),
                "text": (0.9, TEXTS), "due": (0.4, DAYS), "snoozed": (0.3, DAYS),
                "channel": (0.5, [*Channel]), "state": (0.3, [*CommitmentState, "odd"]),
            }  # fmt: skip
        case _:
            return {
                "day": (0.98, DAYS), "person": (0.98, [*people, ["60"]]), "text": (0.9, TEXTS),
                "kind": (0.98, [*EntryKind, "odd"]), "closed": (0.2, DAYS),
            }  # fmt: skip


TABLES = (Table.PEOPLE, Table.CONVERSATIONS, Table.COMMITMENTS, Table.ENTRIES)


def record(table: Table, chance: Random, snapshot: Snapshot) -> Raw:
    """One of a table, about people who are there and others who are not."""
    people = (*sorted(snapshot.table(Table.PEOPLE)), ME, "404")
    some = [chance.choices(people, k=number) for number in range(4)]
    likely = {**likely_in(table, people, some), "zz": (0.1, UNKNOWN)}
    found = {name: chance.choice(of) for name, (p, of) in likely.items() if chance.random() < p}
    return {"made": f"2026-01-01T00:00:00.{chance.randrange(10**6):06d}Z", **found}


def write_oddly(history: History) -> None:
    """Some records are new, are others, or are gone, whatever refers to them."""
    chance = history.chance

    def change(now: Snapshot) -> Iterable[Change]:
        for table in chance.choices(TABLES, k=3):
            id = chance.choice([new_id(), *sorted(now.table(table).keys() - {ME})])
            held = now.raw(table, id)
            before = None if held is None else dict(held.items())
            other = record(table, chance, now)
            others = (other,) if before is None else (other, {**before, **other}, None)
            yield Change(table, id, before, chance.choice(others))

    history.act(change)
