"""What is mine to do now, for a prompt: neither what lies ahead nor what lies with others."""

from __future__ import annotations

from netjournal.domain.settings import Settings
from netjournal.domain.values import Owner, PartialDate
from netjournal.views.standings import Standings
from netjournal.views.waiting import waiting, waiting_names
from tests.domain.make import ME, TODAY, ago, person, promise, talk
from tests.journal.make import BOB, bob, snapshot_of


def test_dates_to_come_and_promises_of_theirs_do_not_count() -> None:
    records = (
        person(birthday=PartialDate(3, 14)), talk(ago(9)), bob(), talk(ago(9), people=[BOB]),
        promise(ago(6), text="the film"), promise(ago(2), text="the book"),
        promise(ago(7), Owner.THEIRS, people=[BOB], text="contract"),
    )  # fmt: skip
    standings = Standings(snapshot_of(ME, *records), TODAY, Settings())
    assert waiting(standings) == {"Promised, now due": 2}
    assert waiting_names(standings) == ("Ana Ruiz",)
