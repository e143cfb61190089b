"""What an answer about somebody of the rolodex becomes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.domain.gesture import Change
from netjournal.domain.item import Group
from netjournal.domain.settings import Settings
from netjournal.domain.values import Channel, Circle, PersonId, Span, Unit
from netjournal.errors import UnknownNameError
from netjournal.journal.snapshot import Snapshot
from netjournal.journal.triaging import (
    LATER,
    Spoke,
    is_asked,
    left,
    put_off,
    remembered,
    taken_in,
)
from netjournal.views.standings import Standings
from netjournal.views.today import today_view
from tests.domain.make import ANA, TODAY, person
from tests.journal.make import snapshot_of

SETTINGS = Settings()


def unknown(id: str = ANA, **fields: Any) -> Any:
    return person(id, circle=Circle.ROLODEX, circle_since=None, **fields)


def after(changes: Iterable[Change], snapshot: Snapshot) -> Snapshot:
    return snapshot.after(list(changes))


def chosen(spoke: Spoke | None, circle: Circle = Circle.NETWORK, **more: Any) -> Snapshot:
    before = snapshot_of(unknown())
    answer = {"spoke": spoke, "cadence": None, "today": TODAY} | more
    return after(taken_in(before, ANA, circle, **answer), before)


@pytest.mark.parametrize("spoke", [Spoke.MONTH, Spoke.YEAR, Spoke.LONGER])
def test_what_is_remembered_becomes_a_contact_that_says_it_is_a_guess(spoke: Spoke) -> None:
    now = chosen(spoke)
    (talk,) = now.conversations_of(ANA)
    assert talk.channel is Channel.OTHER
    assert talk.text == f"last spoke {spoke}, from memory; the day is a guess"
    who = now.person(ANA)
    assert who is not None
    assert (who.circle, who.circle_since) == (Circle.NETWORK, TODAY)


@pytest.mark.parametrize("spoke", [Spoke.NEVER, None])
def test_never_and_no_answer_make_no_contact(spoke: Spoke | None) -> None:
    now = chosen(spoke)
    assert now.conversations_of(ANA) == ()
    who = now.person(ANA)
    assert who is not None
    assert who.snoozed is None


@given(st.integers(10**15, 2**63 - 1).map(str))
def test_the_remembered_day_lies_within_the_time_that_was_said(id: str) -> None:
    who = unknown(id)
    for spoke, least, most in (
        (Spoke.MONTH, 0, 30), (Spoke.YEAR, 31, 365), (Spoke.LONGER, 366, 366),
    ):  # fmt: skip
        talk = remembered(who, spoke, TODAY)
        assert talk is not None
        assert TODAY - timedelta(days=most) <= talk.day <= TODAY - timedelta(days=least)
        again = remembered(who, spoke, TODAY)
        assert again is not None
        assert again.day == talk.day


def test_an_own_cadence_is_kept_with_the_circle() -> None:
    weeks = Span(5, Unit.WEEKS)
    who = chosen(None, cadence=weeks).person(ANA)
    assert who is not None
    assert who.cadence == weeks


@pytest.mark.parametrize("spoke", [None, *Spoke])
def test_a_sitting_of_twenty_is_no_wall_today(spoke: Spoke | None) -> None:
    ids = [PersonId(str(10**15 + 7919 * n)) for n in range(20)]
    now = snapshot_of(*(unknown(id, name=f"Person {n}") for n, id in enumerate(ids)))
    for id in ids:
        changes = taken_in(now, id, Circle.CLOSE, spoke=spoke, cadence=None, today=TODAY)
        now = after(changes, now)
    asking = {Group.RECONNECT, Group.FIRST_CONTACTS, Group.COOLING}

    def lines(days: int) -> int:
        view = today_view(Standings(now, TODAY + timedelta(days=days), SETTINGS))
        return sum(len(group.lines) for group in view.groups if group.group in asking)

    assert lines(0) == 0
    assert 0 < lines(48) < 20
    assert lines(62) + 1 >= 19


def test_who_was_left_is_asked_about_no_more_and_who_was_put_off_in_a_month() -> None:
    before = snapshot_of(unknown())
    stays = after(left(before, ANA, TODAY), before).person(ANA)
    assert stays is not None
    assert stays.circle is Circle.ROLODEX
    assert not is_asked(stays, TODAY + timedelta(days=400))
    later = after(put_off(before, ANA, TODAY), before).person(ANA)
    assert later is not None
    assert not is_asked(later, TODAY + timedelta(days=LATER - 1))
    assert is_asked(later, TODAY + timedelta(days=LATER))


def test_who_was_put_off_and_then_chosen_is_not_quiet() -> None:
    before = snapshot_of(unknown(snoozed=TODAY + timedelta(days=20), snoozed_on=TODAY))
    changes = taken_in(before, ANA, Circle.CLOSE, spoke=None, cadence=None, today=TODAY)
    who = after(changes, before).person(ANA)
    assert who is not None
    assert who.snoozed is None


@pytest.mark.parametrize(
    "fields", [{"died": True}, {"circle_since": TODAY}, {"circle": Circle.NETWORK}]
)
def test_who_is_decided_about_is_not_asked(fields: Any) -> None:
    assert is_asked(unknown(), TODAY)
    assert not is_asked(unknown()._replace(**fields), TODAY)


def test_somebody_who_is_gone_is_told_so() -> None:
    with pytest.raises(UnknownNameError):
        left(snapshot_of(), ANA, TODAY)
