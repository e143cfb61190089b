"""Postcards by where they are in their life, over a small journal."""

from __future__ import annotations

import json

from netjournal.domain.person import Address
from netjournal.domain.settings import Settings
from netjournal.domain.values import Channel, Direction, Owner, PartialDate
from netjournal.views.postcards import postcards, postcards_json, postcards_report
from netjournal.views.standings import Standings
from tests.domain.make import ANA, ME, TODAY, ago, person, promise, talk
from tests.journal.make import BOB, bob, snapshot_of

CARD = Channel.POSTCARD
FRANCE = Address(city="Lyon", country="France")
RECORDS = (
    ME,
    person(birthday=PartialDate(3, 18)),
    bob(addresses=(), preferred=CARD),
    person("70", name="Zoë Müller", addresses=(FRANCE,)),
    person("71", name="Karl Brandt", addresses=()),
    promise(ago(-3), channel=CARD, text="the heron"),
    promise(ago(2), channel=CARD, text="the mill", people=["70"], written=ago(1)),
    promise(ago(-3), Owner.THEIRS, channel=CARD),
    talk(ago(9), CARD, text="the weir", people=["70"]),
    talk(ago(60), CARD, people=["70"]), talk(ago(40), CARD, Direction.INBOUND, people=["70"]),
)  # fmt: skip


def told() -> tuple[Standings, dict[str, list[tuple[str, str]]]]:
    standings = Standings(snapshot_of(*RECORDS), TODAY, Settings())
    page = postcards_report(postcards(standings), standings)
    assert page.lead == ("2 cards to write, 1 to post, 1 under way.",)
    return standings, {s.title: [(row.said, row.detail) for row in s.rows] for s in page.sections}


def test_the_page_by_hand() -> None:
    _, sections = told()
    assert sections == {
        "Cards to write": [
            ("Ana Ruiz birthday on 18 March", "post it by Friday"),
            ("Ana Ruiz the heron", "for Saturday"),
        ],
        "Written, to post": [("Zoë Müller the mill", "written yesterday, since Monday")],
        "Under way": [
            ("Zoë Müller the weir", "posted 9 days ago, an answer may come until 6 April"),
        ],
        "Answered": [("Zoë Müller", "posted 2 months ago, answered after 20 days")],
        "Addresses to ask for": [
            ("Bob Stone a card is meant for them", ""), ("1 other Karl Brandt", ""),
        ],
        "How long before a date": [
            ("Germany 5 days", ""), ("France 14 days", "1 answered, median 20 days"),
        ],
    }  # fmt: skip


def test_its_json() -> None:
    standings, _ = told()
    whole = json.loads(json.dumps(postcards_json(postcards(standings)), default=str))["postcards"]
    assert [one["text"] for one in whole["to_write"]] == ["the heron"]
    assert whole["written"][0]["written"] == str(ago(1))
    assert whole["dates"] == [
        {"person": {"id": ANA, "name": "Ana Ruiz"}, "name": "birthday", "date": "2026-03-18",
         "post_by": "2026-03-13"},
    ]  # fmt: skip
    assert [one["id"] for one in whole["missing_address"]] == [BOB, "71"]
    assert whole["sent"][1]["days"] == 20
