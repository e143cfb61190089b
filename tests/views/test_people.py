"""The list of people: rows worked by hand, orders, sizes, the JSON shape."""

from __future__ import annotations

import json
from typing import Any

import pytest

from netjournal.domain.person import Address, Affiliation, Labelled
from netjournal.domain.settings import Settings
from netjournal.domain.values import Circle, Direction, Owner, PartialDate, Span, Unit
from netjournal.errors import UsageError
from netjournal.journal.conditions import CONDITIONS
from netjournal.journal.queries import parse_query
from netjournal.views.people import SORTS, PersonRow, people_found, people_json, person_row
from netjournal.views.people_parts import Part, count_parts, people_in
from netjournal.views.standings import Standings
from tests.domain.make import ME, TODAY, ago, day, person, promise, talk
from tests.journal.make import BOB, bob, snapshot_of

RECORDS: tuple[Any, ...] = (
    ME,
    person(calibre=4, organisations=(Affiliation(name="Acme"),), topics=("gov",)),
    bob(circle=Circle.INNER, calibre=5, cadence=Span(10, Unit.DAYS),
        addresses=(Address(city="Ypres"),), birthday=PartialDate(12, 1)),
    person("70", name="Åsa Öberg", circle=Circle.ROLODEX, organisations=(Affiliation(name="Zinc"),),
           addresses=(),
           phones=(Labelled("+1 202 555 0101"),), emails=()),
    person("71", name="zed", circle=Circle.NETWORK, calibre=2, died=True, topics=("art",),
           addresses=(Address(city="Évora"),), birthday=PartialDate(2, 3, 1990)),
    talk(ago(131)),
    talk(ago(9), people=[BOB]),
    promise(ago(1)), promise(ago(1), Owner.THEIRS),
)  # fmt: skip
STANDINGS = Standings(snapshot_of(*RECORDS), TODAY, Settings())


def rows(query: str) -> list[PersonRow]:
    return [person_row(found, STANDINGS) for found in people_found(STANDINGS, parse_query(query))]


def names(query: str = "", **more: Any) -> list[str]:
    return [found.person.name for found in people_found(STANDINGS, parse_query(query), **more)]


def test_a_row_worked_by_hand() -> None:
    (row,) = rows("name:ana")
    # 131 days of a cadence of 2 months (61 days from 31 October on): twice the cadence is over
    assert (row.state_word, row.sign, row.last_contact, row.days) == (
        "long quiet", "○", day("2025-10-31"), 131,
    )  # fmt: skip
    assert (row.last, row.cadence, row.promises, row.calibre) == ("4 months ago", "2 months", 2, 4)
    (bob_,) = rows("name:bob")
    # 9 of 10 days
    assert (bob_.state_word, bob_.cadence, bob_.calibre) == ("soon", "10 days", None)
    (silent,) = rows("öberg")
    assert (silent.state, silent.sign, silent.last, silent.cadence) == (None, " ", "", "")


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("name", "Ana Ruiz, Åsa Öberg, Bob Stone, zed"),
        ("circle", "Bob Stone, Ana Ruiz, zed, Åsa Öberg"),
        ("last", "Bob Stone, Ana Ruiz | Åsa Öberg, zed"),
        ("state", "Ana Ruiz, Bob Stone | Åsa Öberg, zed"),
        ("cadence", "Bob Stone, Ana Ruiz | Åsa Öberg, zed"),
        ("organisation", "Ana Ruiz, Åsa Öberg | Bob Stone, zed"),
        ("calibre", "Ana Ruiz, zed | Åsa Öberg, Bob Stone"),
        ("promises", "Ana Ruiz | Åsa Öberg, Bob Stone, zed"),
        ("topics", "zed, Ana Ruiz | Åsa Öberg, Bob Stone"),
        ("city", "Ana Ruiz, zed, Bob Stone | Åsa Öberg"),
        ("birthday", "zed, Bob Stone | Ana Ruiz, Åsa Öberg"),
    ],
)
def test_orders_and_of_whom_nothing_is_known_last_either_way(sort: str, order: str) -> None:
    known, _, unknown = order.partition(" | ")
    rest = unknown.split(", ") if unknown else []
    assert names(sort=sort) == known.split(", ") + rest
    assert names(sort=sort, reverse=True) == known.split(", ")[::-1] + rest


def test_every_order_is_tried_above_and_no_other_is_known() -> None:
    assert list(SORTS) == [
        "name", "circle", "state", "last", "cadence", "organisation", "calibre", "promises",
        "topics", "city", "birthday",
    ]  # fmt: skip
    with pytest.raises(UsageError, match="Choose from: name, circle"):
        names(sort="shoe size")


def test_a_query_keeps_its_order() -> None:
    assert names("circle:inner OR circle:close", sort="last") == ["Bob Stone", "Ana Ruiz"]
    assert names("nobody") == []


OUTSIDE: tuple[Any, ...] = (
    person("80", circle=Circle.ROLODEX, died=True),
    person("81", circle=Circle.ROLODEX),
    talk(ago(1), people=["81"], direction=Direction.INBOUND),
    talk(ago(400), people=["80"], direction=Direction.MUTUAL),
    promise(ago(1), people=["81"]),
)
"""People in no circle of whom there is something to say."""
EVERYBODY = Standings(snapshot_of(*RECORDS, *OUTSIDE), TODAY, Settings())


@pytest.mark.parametrize(
    "query",
    [f"{name}:{value}" for name, each in CONDITIONS.items() for value in each.values],
)
def test_nobody_who_fulfils_a_condition_is_passed_over(query: str) -> None:
    asked = parse_query(f"{query} OR name:zed {query}")
    wanted = {each.person.id for each in EVERYBODY.everybody() if asked.matches(each, TODAY)}
    assert {each.person.id for each in people_found(EVERYBODY, asked)} == wanted


def test_the_json_shape() -> None:
    ana, stone = json.loads(json.dumps(people_json(rows("name:ana OR name:bob"))))
    assert ana == {
        "id": "50", "name": "Ana Ruiz", "circle": "close", "state": "dormant",
        "last_contact": "2025-10-31", "days": 131, "cadence": "2 months", "calibre": 4,
        "organisation": "Acme", "emails": ["ana@example.org"], "phones": ["+49 30 1234567"],
        "topics": ["gov"], "city": "Berlin", "birthday": None, "promises": 2,
    }  # fmt: skip
    assert stone["calibre"] is None


def test_the_network_and_the_rolodex_are_counted_apart() -> None:
    assert count_parts(STANDINGS) == {"network": 3, "rolodex": 1, "all": 4}
    for part in Part:
        assert len(list(people_in(part, STANDINGS))) == count_parts(STANDINGS)[part]
    assert [s.person.name for s in people_in(Part.ROLODEX, STANDINGS)] == ["Åsa Öberg"]
