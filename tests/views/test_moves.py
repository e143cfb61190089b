"""Suggestions to be nearer or less near, with their reasons in words."""

from __future__ import annotations

from netjournal.domain.settings import Settings
from netjournal.domain.values import Channel, Circle, Direction
from netjournal.views.moves import moves_section, suggestions
from netjournal.views.network import living
from netjournal.views.standings import Standings
from tests.domain.make import ANA, ME, TODAY, ago, person, talk
from tests.journal.make import BOB, bob, snapshot_of

MUTUAL = Direction.MUTUAL


def test_one_nearer_one_less_near_one_out_of_the_rolodex() -> None:
    snapshot = snapshot_of(
        ME, person(circle=Circle.NETWORK), bob(circle=Circle.CLOSE),
        person("70", Circle.ROLODEX, name="Zoë Müller"),
        person("71", Circle.ROLODEX, name="Karl Brandt"),
        *(talk(ago(n), Channel.MET, MUTUAL) for n in (10, 70, 130, 190, 250)),
        talk(ago(130), Channel.MET, MUTUAL, people=[BOB]),
        *(talk(ago(n), Channel.MET, MUTUAL, people=["70"]) for n in (20, 30)),
        talk(ago(3), Channel.MET, MUTUAL, people=["71"]),
    )  # fmt: skip
    standings = Standings(snapshot, TODAY, Settings())
    rows = moves_section(suggestions(living(standings), standings)).rows
    assert [(row.label, row.text, row.people) for row in rows] == [
        ("Bob Stone", "network? quiet for 4 months, 1 contact in a year; network is every 6 months",
         (BOB,)),
        ("Ana Ruiz", "close? strong, 5 contacts in a year; close is every 2 months", (ANA,)),
        ("Zoë Müller", "network? 2 talks in half a year, and in no circle", ("70",)),
    ]  # fmt: skip
