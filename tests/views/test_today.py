"""Today as people see it: groups in order, a reason on each line, an id that finds it again."""

from __future__ import annotations

import json
from typing import Any

import pytest

from netjournal.domain.commitment import Commitment
from netjournal.domain.draft import Draft
from netjournal.domain.item import Group
from netjournal.domain.person import Address, NamedDate, Rest
from netjournal.domain.settings import Settings
from netjournal.domain.values import (
    Channel,
    Circle,
    Direction,
    Origin,
    Owner,
    PartialDate,
    RecordId,
    Reply,
)
from netjournal.journal.snapshot import Snapshot
from netjournal.views.standings import InTouch, Standings
from netjournal.views.today import GROUP_LIMIT, TodayView, today_json, today_view
from tests.domain.make import ANA, ME, TODAY, ago, day, person, promise, talk
from tests.journal.make import BOB, bob, gathering, snapshot_of


def standings_of(*records: Any) -> Standings:
    return Standings(snapshot_of(ME, *records), TODAY, Settings())


def today(*records: Any, channel: Channel | None = None) -> TodayView:
    return today_view(standings_of(*records), channel)


def told(view: TodayView) -> list[tuple[str, str, str]]:
    return [(line.name, line.what, line.reason) for line in view.lines]


def test_a_morning_by_hand() -> None:
    view = today(
        person(), talk(ago(131), text="the compiler"),
        bob(), promise(ago(6), people=[BOB], text="about the film", channel=Channel.POSTCARD),
        talk(ago(4), people=[BOB]),
        person("70", name="Cy Ozols", birthday=PartialDate(3, 14)), talk(ago(9), people=["70"]),
        person("71", name="Di Vance"), talk(ago(2), Channel.EMAIL, Direction.INBOUND,
                                            people=["71"], text="the budget"),
        promise(ago(7), Owner.THEIRS, people=["70"], text="contract"),
    )  # fmt: skip
    assert [group.title for group in view.groups] == [
        "Promised, now due", "Replies owed", "Reconnect", "Coming dates", "Waiting on them",
    ]  # fmt: skip
    assert told(view) == [
        ("Bob Stone", "about the film", "since Thursday"),
        ("Di Vance", "the budget", "wrote Monday"),
        ("Ana Ruiz", "", "quiet for 4 months, every 2"),
        ("Cy Ozols", "", "birthday on Saturday"),
        ("Cy Ozols", "contract", "promised for 4 March"),
    ]  # fmt: skip
    assert [line.sign for line in view.lines] == ["✉", "@", "☎", "☎", "◷"]
    assert view.title == "Today · Wed 11 March"


def test_promises_with_people_of_the_rolodex_are_kept_in_view() -> None:
    far = person(circle=Circle.ROLODEX)
    mine, theirs = promise(ago(1)), promise(ago(1), Owner.THEIRS)
    assert len(today(far, mine, theirs).lines) == 2
    assert [line.reason for line in today(far, theirs, talk(ago(1))).lines] == []
    assert today(far._replace(died=True), mine, theirs).lines == ()


def test_who_rests_or_died_is_in_no_figure_and_who_came_back_is() -> None:
    # 2 months from 12 January are 59 days, so a contact 58 days ago is within the cadence
    fresh = person("70", name="Cy"), talk(ago(58), people=["70"])
    silent = (
        person("71", name="Di"), talk(ago(300), people=["71"]),
        *(talk(ago(n), people=["71"], reply=Reply.NONE) for n in (12, 11, 10)),
    )  # fmt: skip
    resting = person("72", name="Ed", rest=Rest(ago(9))), talk(ago(20), people=["72"])
    woken = person("73", name="Flo", rest=Rest(ago(90), ago(30))), talk(ago(200), people=["73"])
    died = person("74", name="Gil", died=True), talk(ago(5), people=["74"])
    rolodex = person("75", name="Hal", circle=Circle.ROLODEX), talk(ago(5), people=["75"])
    view = today(*fresh, *silent, *resting, *woken, *died, *rolodex)
    assert view.in_touch == InTouch(1, 2)
    assert str(view.in_touch) == "in touch 1 of 2"


def test_in_touch_needs_two_ways() -> None:
    assert today(person(), talk(ago(5), Channel.EMAIL)).in_touch == InTouch(0, 1)
    heard = talk(ago(5), Channel.EMAIL, Direction.INBOUND)
    assert today(person(), heard).in_touch == InTouch(1, 1)


def test_a_long_group_shows_seven_and_counts_the_rest() -> None:
    many = [promise(ago(n), text=str(n)) for n in range(1, 12)]
    (group,) = [g for g in today(person(), talk(ago(2)), *many).groups if g.group is Group.OVERDUE]
    assert len(group.shown) == GROUP_LIMIT
    assert group.more == 4
    assert [line.what for line in group.shown] == ["11", "10", "9", "8", "7", "6", "5"]


def test_of_a_long_list_only_what_is_shown_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    commitment = Snapshot.commitment

    def noted(snapshot: Snapshot, id: str) -> Commitment | None:
        read.append(id)
        return commitment(snapshot, id)

    monkeypatch.setattr(Snapshot, "commitment", noted)
    view = today(person(circle=Circle.ROLODEX), *(promise(ago(n)) for n in range(1, 30)))
    (group,) = view.groups
    assert (len(group.lines), group.more, view.length) == (29, 29 - GROUP_LIMIT, 29)
    assert [line.reason for line in group.shown] == [line.reason for line in group.lines[:7]]
    assert len(set(read)) == GROUP_LIMIT
    assert group.lines[-1] is group.lines[28] is view.lines[28]


def test_one_channel_alone() -> None:
    lines = (
        person(), talk(ago(2)),
        promise(ago(1), channel=Channel.PHONE, text="a"),
        promise(ago(1), channel=Channel.EMAIL, text="b"),
        promise(ago(1), text="c"),
    )  # fmt: skip
    assert [line.what for line in today(*lines, channel=Channel.EMAIL).lines] == ["b"]


def test_a_line_for_all_met_at_a_gathering_is_called_by_it() -> None:
    fair = gathering("Spring Fair", ago(1))
    met = [
        person(str(n), name=f"P{n}", circle=Circle.ROLODEX, origin=Origin.GATHERING)
        for n in (80, 81)
    ]
    lunch = talk(ago(1), Channel.MET, Direction.MUTUAL, people=["80", "81"], gathering=fair.id)
    view = today(fair, *met, lunch)
    assert told(view) == [("Spring Fair", "", "2 met, choose up to three")]
    assert view.lines[0].id == "4000"


def test_the_gathering_of_someone_cooling_is_said_once() -> None:
    fair = gathering("Spring Fair", ago(1), chosen=(ANA,))
    lunch = talk(ago(1), Channel.MET, Direction.MUTUAL, gathering=fair.id)
    view = today(fair, person(origin=Origin.GATHERING), lunch)
    assert told(view) == [("Ana Ruiz", "", "met Tuesday at Spring Fair, by tomorrow")]


def test_every_line_has_an_id_of_its_own() -> None:
    who = person(
        birthday=PartialDate(3, 13), dates=(NamedDate("wedding", PartialDate(3, 14)),),
        addresses=(Address(city="Berlin"),),
    )  # fmt: skip
    view = today(who, talk(ago(200)), promise(ago(1), Owner.THEIRS))
    ids = [line.id for line in view.lines]
    assert len(set(ids)) == len(ids) == 4
    assert [line.id for line in view.lines if line.item.occasion] == ["50d", "50d2"]


def test_promises_with_who_is_gone_or_with_nobody_are_still_told() -> None:
    view = today(promise(ago(1), people=["999"], text="x"), promise(ago(1), people=[], text="y"))
    assert told(view) == [
        ("someone no longer here", "x", "since Tuesday"),
        ("me", "y", "since Tuesday"),
    ]


def test_several_people_of_one_promise_share_its_line() -> None:
    view = today(person(), bob(), promise(ago(1), people=[ANA, BOB]), talk(ago(1)),
                 talk(ago(1), people=[BOB]))  # fmt: skip
    assert [line.name for line in view.lines] == ["Ana Ruiz, Bob Stone"]


def test_references_to_the_missing_and_the_merged_are_no_error() -> None:
    ghosts: list[Any] = [
        talk(ago(3), people=["999"], mentions=("998",), gathering=RecordId("777")),
        promise(ago(1), people=["997"]),
        gathering("Fair", ago(1), chosen=("996",)),
        bob(merged_into="995"),
        talk(ago(2), people=[BOB]),
    ]
    view = today(*ghosts)
    assert [line.name for line in view.lines] == ["someone no longer here"]


def test_drafts_are_counted() -> None:
    assert today(Draft(id=RecordId("9"), made="x", day=TODAY, text="lunch")).drafts == 1
    assert today().drafts == 0
    assert today().groups == ()


def test_the_json_shape() -> None:
    standings = standings_of(
        person(), talk(ago(2)), promise(ago(2), text="the book", channel=Channel.PHONE)
    )
    view = today_view(standings)
    data = json.loads(json.dumps(today_json(view, standings.snapshot)))
    commitment = view.lines[0].item.commitment
    assert data == {
        "date": "2026-03-11",
        "in_touch": {"n": 1, "of": 1},
        "drafts": 0,
        "paused_until": None,
        "crowded": [],
        "items": [
            {
                "id": view.lines[0].id,
                "kind": "overdue",
                "person": {"id": "50", "name": "Ana Ruiz"},
                "what": "the book",
                "reason": "since Monday",
                "channel": "phone",
                "due": "2026-03-09",
                "days": 2,
                "commitment": commitment,
            }
        ],
    }


def test_a_line_about_nobody_in_json() -> None:
    fair = gathering("Fair", ago(1))
    who = person(circle=Circle.ROLODEX, origin=Origin.GATHERING)
    standings = standings_of(
        fair, who, talk(ago(1), Channel.MET, Direction.MUTUAL, gathering=fair.id)
    )
    data: Any = today_json(today_view(standings), standings.snapshot)
    (item,) = data["items"]
    assert (item["kind"], item["person"], item["what"]) == ("choose", None, "Fair")


def test_the_newest_gathering_at_which_somebody_was_chosen_counts() -> None:
    standings = standings_of(
        person(),
        gathering("Old", ago(40), id=RecordId("41"), chosen=(ANA,)),
        gathering("New", ago(4), id=RecordId("42"), chosen=(ANA,)),
        gathering("Undated", None, id=RecordId("43"), chosen=(ANA,)),
    )
    assert standings.chosen_on == {ANA: ago(4)}
    assert Snapshot({}).me.pauses == ()
    assert day("03-11") == TODAY
