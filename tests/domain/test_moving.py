"""Nearer or less near: suggested from what passed, never of who has a cadence of their own."""

from __future__ import annotations

import pytest

from netjournal.domain.moving import Move, may_enter, suggested_move
from netjournal.domain.person import Person
from netjournal.domain.quality import quality
from netjournal.domain.values import Channel, Circle, Direction, Span, Unit
from tests.domain.make import ME, SETTINGS, TODAY, ago, person, stand, talk

MUTUAL, INBOUND = Direction.MUTUAL, Direction.INBOUND


def moved(who: Person, *days: int, channel: Channel = Channel.MET) -> Move | None:
    talks = [talk(ago(n), channel, MUTUAL) for n in days]
    found = quality(who, talks, (), (), me=ME, settings=SETTINGS, today=TODAY)
    assert found is not None
    return suggested_move(stand(who, *talks), found, SETTINGS.cadences, TODAY, ME)


def test_as_many_contacts_as_the_nearer_circle_asks_for_suggest_it() -> None:
    """Close is every two months: 61 days from today, five times in 365."""
    network = person(circle=Circle.NETWORK)
    assert moved(network, 10, 70, 130, 190, 250) == Move(Circle.CLOSE, 5)
    assert moved(network, 10, 70, 130, 190) is None
    assert moved(network, 10, 10, 70, 130, 190) is None  # one day is one contact


def test_quiet_for_two_cadences_with_few_contacts_suggests_the_next_circle_out() -> None:
    close = person(circle=Circle.CLOSE)
    assert moved(close, 130) == Move(Circle.NETWORK, 1)
    assert moved(close, 100) is None  # less than two cadences
    assert moved(close, 130, 200, 260) is None  # more than network asks for


def test_who_came_to_the_circle_within_its_cadence_is_left_there_for_now() -> None:
    """Close is every two months: since 11 January it is one cadence, since the 12th it is not."""
    assert moved(person(circle_since=ago(58)), 130) is None
    assert moved(person(circle_since=ago(59)), 130) == Move(Circle.NETWORK, 1)


def test_an_own_cadence_and_the_inner_circle_are_left_alone() -> None:
    own = person(circle=Circle.NETWORK, cadence=Span(1, Unit.YEARS))
    assert moved(own, 10, 70, 130, 190, 250) is None
    assert moved(person(circle=Circle.INNER), 200) is None


@pytest.mark.parametrize(
    ("days", "direction", "move"),
    [
        ((5, 50), MUTUAL, Move(Circle.NETWORK, 2)),
        ((5, 5), MUTUAL, None),
        ((5, 200), MUTUAL, None),
        ((5, 50), Direction.OUTBOUND, None),
    ],
)
def test_two_days_of_talk_within_half_a_year_lead_out_of_the_rolodex(
    days: tuple[int, ...], direction: Direction, move: Move | None
) -> None:
    who = person(circle=Circle.ROLODEX)
    talks = [talk(ago(n), Channel.PHONE, direction) for n in days]
    assert may_enter(who, talks, TODAY) == move
    assert may_enter(person(), talks, TODAY) is None
    assert may_enter(person(circle=Circle.ROLODEX, died=True), talks, TODAY) is None
