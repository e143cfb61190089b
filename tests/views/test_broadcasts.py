"""What was sent to many: 1 of 2 wrote back."""

from __future__ import annotations

from netjournal.domain.settings import Settings
from netjournal.domain.values import Channel, Direction
from netjournal.views.broadcasts import broadcasts_json, broadcasts_report
from netjournal.views.standings import Standings
from tests.domain.make import ANA, ME, TODAY, ago, person, talk
from tests.journal.make import BOB, bob, snapshot_of

NEWS = talk(ago(20), Channel.EMAIL, people=[ANA, BOB], broadcast=True, text="the spring news")
OLD = talk(ago(90), Channel.EMAIL, people=[], broadcast=True, text="the winter news")
BACK = talk(ago(18), Channel.EMAIL, Direction.INBOUND)


def of(*records: object) -> Standings:
    return Standings(snapshot_of(ME, person(), bob(), *records), TODAY, Settings())


def test_who_wrote_back_is_counted_and_opened() -> None:
    page = broadcasts_report(of(NEWS, OLD, BACK))
    rows = page.sections[0].rows
    assert [(row.said, row.detail, row.people) for row in rows] == [
        ("email, 2 weeks ago 1 of 2 wrote back", "the spring news", (ANA,)),
        ("email, 3 months ago to whom was not noted", "the winter news", ()),
    ]
    assert broadcasts_json(of(NEWS, BACK))[0]["wrote_back"] == (ANA,)


def test_nothing_sent_says_how() -> None:
    assert "netjournal broadcast" in broadcasts_report(of()).lead[0]
