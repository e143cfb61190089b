"""The rolodex in the order in which one is asked about it."""

from __future__ import annotations

from typing import Any

from netjournal.domain.card import Card, CardLine
from netjournal.domain.settings import Settings
from netjournal.domain.values import Circle, PartialDate, PersonId, RecordId
from netjournal.views.standings import Standings
from netjournal.views.triage import sitting
from tests.domain.make import ME, TODAY, ago, person, talk
from tests.journal.make import snapshot_of

_MADE = "2026-01-01T00:00:00.000000Z"


def unknown(id: str, name: str, **fields: Any) -> Any:
    bare: dict[str, Any] = {"addresses": (), "circle_since": None, "circle": Circle.ROLODEX}
    return person(id, name=name, **(bare | fields))


def card(id: str, who: str, source: str, *lines: str) -> Card:
    return Card(id=RecordId(id), made=_MADE, canon=id, source=source, person=PersonId(who),
                lines=tuple(CardLine(line) for line in lines))  # fmt: skip


def standings(*records: Any) -> Standings:
    return Standings(snapshot_of(ME, *records), TODAY, Settings())


def test_the_likely_ones_come_first_and_say_why() -> None:
    found = sitting(standings(
        unknown("70", "Zoë Plain"), unknown("71", "Åsa Plain"),
        unknown("72", "Dora", birthday=PartialDate(4, 12)),
        unknown("73", "Milan"), card("9001", "73", "phone.vcf"),
        card("9002", "73", "mail.vcf", "NOTE;CHARSET=utf-8:cake"), talk(ago(9), people=["73"]),
    ))  # fmt: skip
    assert [each.name for each in found.cards] == ["Milan", "Dora", "Åsa Plain", "Zoë Plain"]
    assert [each.signs for each in found.cards] == [
        ("2 sources", "note", "talked"), ("birthday",), (), (),
    ]  # fmt: skip
    assert ("Birthday", "12 April") in found.cards[1].facts


def test_twenty_make_a_sitting_and_the_rest_is_counted() -> None:
    found = sitting(standings(*(unknown(str(100 + n), f"Person {n:02}") for n in range(23))))
    assert (len(found.cards), found.more) == (20, 3)


def test_nobody_of_the_network_and_nobody_decided_about_is_in_it() -> None:
    found = sitting(standings(
        person(), unknown("80", "Kept", circle_since=TODAY), unknown("81", "Gone", died=True),
    ))  # fmt: skip
    assert (found.cards, found.more) == ((), 0)
