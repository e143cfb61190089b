"""Cooling: newly met and not yet followed up."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netjournal.domain.me import Me
from netjournal.domain.values import Channel, Circle, Direction, Origin, RecordId, Reply
from tests.domain.make import ago, day, pause, person, stand, talk

MET, EMAIL, PHONE = Channel.MET, Channel.EMAIL, Channel.PHONE
IN, BOTH = Direction.INBOUND, Direction.MUTUAL
NEW = person(origin=Origin.HAND, made="2026-03-10T08:00:00Z", circle=Circle.NETWORK)


def test_somebody_added_by_hand_after_a_first_meeting_is_to_be_followed_up() -> None:
    seen = stand(NEW, talk(day("03-09"), MET, gathering=RecordId("7")))
    assert (seen.cooling_since, seen.cooling_due) == (day("03-09"), day("03-11"))
    assert seen.cooling_at == "7"


@pytest.mark.parametrize(
    ("met", "due"), [("03-05", "03-09"), ("03-06", "03-10"), ("03-07", "03-10")]
)
def test_two_working_days_are_given(met: str, due: str) -> None:
    assert stand(NEW, talk(day(met), MET)).cooling_due == day(due)


def test_a_pause_has_no_working_days() -> None:
    me = Me(pauses=(pause("03-10", "03-13"),))
    assert stand(NEW, talk(day("03-09"), MET), me=me).cooling_due == day("03-17")


def test_chosen_people_cool_from_the_gathering_on() -> None:
    seen = stand(person(), talk(ago(400)), talk(day("03-09"), MET), chosen_on=day("03-09"))
    assert (seen.cooling_since, seen.cooling_due) == (day("03-09"), day("03-11"))


@pytest.mark.parametrize(
    ("channel", "direction", "reply"),
    [
        (EMAIL, Direction.OUTBOUND, None),
        (EMAIL, IN, None),
        (PHONE, Direction.OUTBOUND, Reply.AWAITED),
        (MET, BOTH, None),
    ],
)
def test_any_contact_on_a_later_day_ends_it(
    channel: Channel, direction: Direction, reply: Reply | None
) -> None:
    met = talk(day("03-09"), MET)
    assert stand(NEW, met, talk(day("03-10"), channel, direction, reply)).cooling_since is None


def test_contact_on_the_same_day_does_not_end_it() -> None:
    met, mail = talk(day("03-09"), MET), talk(day("03-09"), EMAIL)
    assert stand(NEW, met, mail).cooling_since == day("03-09")


def test_neither_does_a_broadcast_or_a_call_that_nobody_took() -> None:
    seen = stand(
        NEW,
        talk(day("03-09"), MET),
        talk(day("03-10"), EMAIL, broadcast=True),
        talk(day("03-10"), PHONE, reply=Reply.NONE),
    )
    assert seen.cooling_since == day("03-09")


@pytest.mark.parametrize(
    "fields",
    [
        {"origin": Origin.IMPORT},
        {"origin": Origin.GATHERING},
        {"circle": Circle.ROLODEX},
        {"circle": Circle.INNER},
        {"made": "2024-03-10T08:00:00Z"},
        {"made": "2026-04-30T08:00:00Z"},
        {"made": ""},
    ],
    ids=str,
)
def test_not_everybody_met_is_a_new_acquaintance(fields: dict[str, Any]) -> None:
    known: dict[str, Any] = {
        "origin": Origin.HAND,
        "made": "2026-03-10T08:00:00Z",
        "circle": Circle.NETWORK,
    }
    seen = stand(person(**(known | fields)), talk(day("03-09"), MET))
    assert seen.cooling_since is None


def test_somebody_first_called_was_not_met() -> None:
    assert stand(NEW, talk(day("03-08"), PHONE), talk(day("03-09"), MET)).cooling_since is None


def test_a_gathering_to_come_cools_nobody() -> None:
    assert stand(person(), chosen_on=date(2026, 4, 1)).cooling_since is None
