"""The review of a gathering over a small journal, before and after; sums by kind and size."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from netjournal.domain.settings import Settings
from netjournal.domain.values import Channel, Circle, Direction, EntryKind, RecordId
from netjournal.views.gathering_report import gathering_report, gatherings_report
from netjournal.views.gatherings import gathering_json, gathering_view, gatherings_view
from netjournal.views.report import Report
from netjournal.views.standings import Standings
from tests.domain.make import ANA, ME, TODAY, ago, person, talk
from tests.journal.make import BOB, bob, entry, gathering, snapshot_of

PYCON = gathering(day=date(2026, 3, 2), kind="fair", chosen=(ANA,))
MET = talk(date(2026, 3, 2), Channel.MET, people=[ANA, BOB], gathering=PYCON.id, text="queues")
CALL = talk(date(2026, 3, 3))
HOW = entry(EntryKind.REMEMBER, "the tea urn")


def of(*records: Any) -> Standings:
    return Standings(snapshot_of(ME, *records), TODAY, Settings())


def told(page: Report) -> dict[str, list[tuple[str, str]]]:
    return {s.title: [(row.said, row.detail) for row in s.rows] for s in page.sections}


def test_the_review_by_hand() -> None:
    standings = of(person(), bob(circle=Circle.ROLODEX), PYCON, MET, CALL, HOW)
    page = gathering_report(gathering_view(PYCON, standings), standings)
    assert page.lead == (
        "2 met, 1 chosen, 1 followed up, 1 of them within two working days.",
    )  # fmt: skip
    assert told(page) == {
        "Chosen": [
            ("Ana Ruiz followed up 8 days ago, in time, answered", ""),
            ("queues", ""),
            ("remember: the tea urn", ""),
        ],
        "The others": [("Bob Stone queues", "")],
        "What became of it": [
            ("met 2", ""), ("chosen 1 of 2", ""), ("followed up 1 of 1", ""),
            ("within two working days 1 of 1", ""), ("answered 1 of 1", ""),
            ("something given or got 0 of 1", ""),
        ],
    }  # fmt: skip


def test_a_gathering_without_a_day_is_no_event_to_come() -> None:
    standings = of(gathering())
    (lead,) = gathering_report(gathering_view(gathering(), standings), standings).lead
    assert lead.startswith("Nobody is noted yet")


def test_before_it_there_are_aims_and_needs_to_listen_for() -> None:
    coming = gathering(day=ago(-3), aim=("a librarian",), listen=("who prints?",))
    standings = of(person(), coming, entry(EntryKind.NEED, "a flat"))
    page = gathering_report(gathering_view(coming, standings), standings)
    assert told(page) == {
        "Your aim": [("a librarian", "")],
        "Needs to listen for": [("who prints?", ""), ("Ana Ruiz needs a flat", "")],
    }
    assert "one to three" in page.lead[0]


def test_afterwards_an_aim_says_whether_they_were_met() -> None:
    hoped = PYCON._replace(aim=("ana ruiz", "a librarian"), listen=("who prints?",))
    standings = of(person(), hoped, MET)
    page = gathering_report(gathering_view(hoped, standings), standings)
    assert told(page)["Your aim"] == [("ana ruiz", "met"), ("a librarian", "")]
    assert told(page)["Needs you listened for"] == [("who prints?", "")]


def test_it_asks_to_choose_until_somebody_is_chosen_or_nobody_is_to_be() -> None:
    open_one = gathering(day=ago(5))
    met = talk(ago(5), Channel.MET, gathering=open_one.id)
    standings = of(person(), open_one, met)
    assert "Choose up to three" in gathering_report(
        gathering_view(open_one, standings), standings
    ).lead[0]  # fmt: skip
    done = gathering(day=ago(5), settled=True)
    assert "an answer too" in gathering_report(gathering_view(done, standings), standings).lead[0]


def test_sums_by_kind_and_size() -> None:
    dinner = gathering("Dinner", ago(300), kind="dinner", id=RecordId("4000009"))
    met = talk(ago(300), Channel.MET, people=[BOB], gathering=dinner.id)
    standings = of(person(), bob(), PYCON, MET, CALL, dinner, met)
    views = gatherings_view(standings)
    assert [view.gathering.name for view in views] == ["PyCon", "Dinner"]
    sums = told(gatherings_report(views, standings))
    assert sums["By kind"] == [
        ("dinner 1 gathering: 1 met, 0 chosen", ""),
        ("fair 1 gathering: 2 met, 1 chosen, 1 of 1 in time, 1 of 1 answered", ""),
    ]
    assert sums["By size"] == [
        ("up to 5 met 2 gatherings: 3 met, 1 chosen, 1 of 1 in time, 1 of 1 answered", "")
    ]


def test_the_kinds_are_compared_by_who_is_still_in_touch() -> None:
    """A fair and a dinner 100 days ago; who was met at the dinner wrote 50 days after it."""
    fair = gathering("Fair", ago(100), kind="fair", chosen=(ANA,), id=RecordId("4000011"))
    dinner = gathering("Dinner", ago(100), kind="dinner", chosen=(BOB,), id=RecordId("4000012"))
    wrote = talk(ago(50), Channel.EMAIL, Direction.INBOUND, people=[BOB])
    met = [
        talk(ago(100), Channel.MET, people=[one], gathering=event.id)
        for one, event in ((ANA, fair), (BOB, dinner))
    ]
    standings = of(person(), bob(), fair, dinner, wrote, *met)
    lead = gatherings_report(gatherings_view(standings), standings).lead
    assert lead[1] == "In touch after 90 days: dinner 1 of 1, fair 0 of 1; these are few yet."
    alone = of(person(), fair, met[0])
    assert len(gatherings_report(gatherings_view(alone), alone).lead) == 1


def test_its_json() -> None:
    standings = of(person(), bob(), PYCON, MET, CALL)
    whole = json.loads(json.dumps(gathering_json(gathering_view(PYCON, standings)), default=str))
    assert whole["yield"]["in_time"] == {"n": 1, "of": 1, "open": 0}
    assert whole["met"][0]["fate"]["followed_up"] == "2026-03-03"
    assert whole["met"][1]["fate"] is None


def test_those_to_come_are_counted_apart() -> None:
    coming = gathering("Map evening", ago(-3), id=RecordId("4000010"), place="Leeds", aim=("maps",))
    standings = of(person(), bob(), PYCON, MET, CALL, coming)
    page = gatherings_report(gatherings_view(standings), standings)
    assert page.lead == (
        "1 gathering: 2 met, 1 chosen, 1 of 1 in time, 1 of 1 answered. 1 to come.",
    )
    assert page.sections[0].rows[0].text == "Saturday · Leeds · 1 aim"
    alone = of(coming)
    assert gatherings_report(gatherings_view(alone), alone).lead == ("1 to come.",)
