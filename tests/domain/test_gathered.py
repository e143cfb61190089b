"""What became of the people of a gathering: worked by hand, and what always holds."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netjournal.domain.conversation import Conversation
from netjournal.domain.gathered import Fate, Tally, Yield, fate, size_of, yield_of
from netjournal.domain.values import Channel, Circle, Direction, EntryKind, Reply
from tests.domain.make import ME, SETTINGS, TODAY, ago, person, talk
from tests.journal.make import entry, gathering

MONDAY = date(2026, 3, 2)
NETWORK = person(circle=Circle.NETWORK)


def became(*talks: Conversation, on: date = MONDAY, today: date = TODAY, **fields: Any) -> Fate:
    return fate(
        fields.pop("who", NETWORK), gathering(day=on), talks, fields.pop("entries", ()),
        me=ME, settings=SETTINGS, today=today,
    )  # fmt: skip


def at(day: date, channel: Channel = Channel.PHONE, **fields: Any) -> Conversation:
    return talk(day, channel, **fields)


def test_a_follow_up_by_wednesday_is_in_time_and_by_thursday_is_not() -> None:
    wednesday, thursday = date(2026, 3, 4), date(2026, 3, 5)
    assert became(at(wednesday)).in_time is True
    assert became(at(thursday)).in_time is False
    assert became(at(thursday)).followed_up == thursday


def test_the_evening_itself_is_no_follow_up_and_a_call_nobody_took_is_none() -> None:
    assert became(at(MONDAY, Channel.MET)).followed_up is None
    assert became(at(date(2026, 3, 3), reply=Reply.NONE)).followed_up is None


def test_until_the_second_working_day_is_over_nothing_is_known() -> None:
    assert became(today=date(2026, 3, 4)).in_time is None
    assert became(today=date(2026, 3, 5)).in_time is False


def test_an_answer_is_awaited_then_came_or_did_not() -> None:
    sent = at(date(2026, 3, 3), Channel.EMAIL)
    assert became(sent, today=date(2026, 3, 10)).answered is None
    assert became(sent, today=date(2026, 3, 11)).answered is False
    came = at(date(2026, 3, 11), Channel.EMAIL, direction=Direction.INBOUND)
    assert became(sent, came).answered is True
    assert became().answered is None


def test_in_touch_after_90_days_means_a_contact_within_the_cadence_of_that_day() -> None:
    on = ago(100)
    assert became(at(ago(60)), on=on).after_90 is True
    assert became(at(on, Channel.MET), on=on).after_90 is False
    assert became(at(ago(5)), on=on).after_90 is False  # ten days after it, 95 days on
    assert became(at(ago(60)), on=ago(89)).after_90 is None
    inner = NETWORK._replace(circle=Circle.INNER)
    assert became(at(ago(60)), on=on, who=inner).after_90 is False  # three weeks are over


def test_a_year_after() -> None:
    assert became(at(ago(120)), on=ago(400)).after_365 is True
    assert became(at(ago(300)), on=ago(400)).after_365 is False
    assert became(at(ago(300)), on=ago(364)).after_365 is None


def test_something_given_since() -> None:
    assert became(entries=[entry(EntryKind.GAVE, "a plan", day=MONDAY)]).gift
    assert not became(entries=[entry(EntryKind.GAVE, "a plan", day=date(2026, 3, 1))]).gift
    assert not became(entries=[entry(EntryKind.NOTE, "a plan")]).gift


def test_without_a_day_nothing_can_be_timed() -> None:
    with pytest.raises(ValueError, match="without a day"):
        fate(NETWORK, gathering(), (), (), me=ME, settings=SETTINGS, today=TODAY)


def test_an_evening_at_the_end_of_time_is_not_over() -> None:
    assert became(on=date.max).after_90 is None


def test_the_yield_by_hand() -> None:
    soon, unmet = became(at(date(2026, 3, 3))), became(today=date(2026, 3, 3))
    whole = yield_of(12, [soon, unmet])
    assert (whole.met, whole.chosen, whole.gatherings) == (12, 2, 1)
    assert whole.followed_up == whole.in_time == Tally(1, 1, 1)
    assert whole.answered == Tally(1, 1, 0)
    assert whole.after_90 == Tally(0, 0, 2)
    assert (whole + whole).followed_up == Tally(2, 2, 2)


@pytest.mark.parametrize(
    ("tally", "words"),
    [
        (Tally(2, 3), "2 of 3"), (Tally(1, 1, 1), "1 of 1, 1 open"),
        (Tally(0, 0, 2), "not yet known"), (Tally(), "0 of 0"),
    ],
)  # fmt: skip
def test_a_tally_never_hides_its_n(tally: Tally, words: str) -> None:
    assert str(tally) == words


def test_sizes() -> None:
    assert [size_of(n) for n in (5, 6, 15, 16)] == [
        "up to 5 met", "6 to 15 met", "6 to 15 met", "more than 15 met",
    ]  # fmt: skip


TALKS = st.lists(
    st.builds(
        talk,
        st.integers(0, 500).map(ago), st.sampled_from(Channel), st.sampled_from(Direction),
        st.none() | st.sampled_from(Reply), broadcast=st.booleans(),
    ),
    max_size=8,
)  # fmt: skip


@settings(max_examples=80)
@given(TALKS, st.integers(0, 450))
def test_what_always_holds(talks: list[Conversation], days: int) -> None:
    one = became(*talks, on=ago(days))
    if one.followed_up:
        assert ago(days) < one.followed_up <= TODAY
        assert one.in_time is (one.followed_up <= one.due)
    assert (one.after_90 is None) == (days < 90)
    assert (one.after_365 is None) == (days < 365)
    assert (one.answered is True) >= bool(one.after_90 or one.after_365)
    got = yield_of(1, [one])
    for tally in (got.followed_up, got.in_time, got.after_90, got.after_365, got.gifts):
        assert 0 <= tally.n <= tally.of <= tally.of + tally.open == got.chosen
    assert Yield() + got == got
