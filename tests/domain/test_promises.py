"""Promises: when they come up, what follows a done one, what doing closes."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.domain.commitment import Commitment
from netjournal.domain.conversation import Conversation
from netjournal.domain.promises import Closing, closed_by, comes_up_on, successor
from netjournal.domain.values import (
    Channel,
    CommitmentState,
    Direction,
    Owner,
    RecordId,
    Recurrence,
    Reply,
    Span,
    Unit,
)
from tests.domain.make import TODAY, ago, day, pause, promise, talk

PHONE, EMAIL = Channel.PHONE, Channel.EMAIL
SIX_WEEKS = Span(6, Unit.WEEKS)
THEIRS = Owner.THEIRS


def after(done: Commitment, on: date) -> Commitment | None:
    return successor(done, done_on=on, id=RecordId("99"), made="now")


@pytest.mark.parametrize(
    ("one", "on"),
    [
        (promise(day("03-05")), "03-05"),
        (promise(day("03-05"), snoozed=day("03-20")), "03-20"),
        (promise(day("03-05"), snoozed=day("03-01")), "03-05"),
        (promise(day("03-05"), THEIRS), "03-06"),
        (promise(said=day("03-01")), "03-08"),
        (promise(None, THEIRS, said=day("03-01")), "03-15"),
        (promise(said=day("03-01"), snoozed=day("03-04")), "03-04"),
    ],
)
def test_a_promise_comes_up(one: Commitment, on: str) -> None:
    assert comes_up_on(one, ()) == day(on)


def test_the_days_of_a_pause_do_not_bring_up_an_undated_one() -> None:
    assert comes_up_on(promise(said=day("03-01")), (pause("03-02", "03-03"),)) == day("03-10")


def test_a_recurring_one_restarts_from_the_day_it_was_done() -> None:
    done = promise(day("03-01"), every=Recurrence(SIX_WEEKS), channel=PHONE, snoozed=day("03-09"))
    following = after(done, TODAY)
    assert following is not None
    assert following.due == day("04-22")
    assert (following.said, following.follows) == (TODAY, done.id)
    assert (following.id, following.made) == ("99", "now")
    assert following.is_open
    assert following.snoozed is None
    assert (following.text, following.channel, following.every) == (done.text, PHONE, done.every)


@pytest.mark.parametrize(
    ("due", "every", "done_on", "next_due"),
    [
        ("03-09", Span(1, Unit.WEEKS), "03-11", "03-16"),
        ("03-09", Span(1, Unit.WEEKS), "03-08", "03-16"),
        ("01-05", Span(1, Unit.WEEKS), "03-11", "03-16"),
        ("01-05", Span(1, Unit.WEEKS), "03-09", "03-16"),
        ("01-31", Span(1, Unit.MONTHS), "02-01", "02-28"),
        ("01-31", Span(1, Unit.MONTHS), "03-01", "03-31"),
        ("2020-02-29", Span(1, Unit.YEARS), "03-11", "2027-02-28"),
    ],
)
def test_a_fixed_one_restarts_from_the_calendar_and_never_piles_up(
    due: str, every: Span, done_on: str, next_due: str
) -> None:
    following = after(promise(day(due), every=Recurrence(every, fixed=True)), day(done_on))
    assert following is not None
    assert following.due == day(next_due)


def test_one_that_does_not_recur_has_no_successor() -> None:
    assert after(promise(TODAY), TODAY) is None


@given(
    st.none() | st.dates(date(2000, 1, 1), date(2050, 1, 1)),
    st.builds(Span, st.integers(1, 60), st.sampled_from(Unit)),
    st.booleans(),
    st.dates(date(2000, 1, 1), date(2050, 1, 1)),
)
def test_a_done_recurring_one_yields_one_open_successor_ahead_of_the_day(
    due: date | None, every: Span, fixed: bool, done_on: date
) -> None:
    done = promise(due, every=Recurrence(every, fixed))
    following = after(done, done_on)
    assert following is not None
    assert following.is_open
    assert following.due is not None
    assert following.due > done_on
    if fixed and due is not None:
        # The one of the calendar right after both days: none is skipped, none comes twice.
        assert following.due > due
        assert every.before(following.due) <= max(done_on, due)


def test_a_fixed_one_at_the_end_of_the_calendar_is_no_error() -> None:
    done = promise(date(9999, 12, 1), every=Recurrence(Span(1, Unit.YEARS), fixed=True))
    following = after(done, date.max)
    assert following is not None
    assert following.due == date.max


def closing(conversation: Conversation, *open_ones: Commitment) -> Closing:
    return closed_by(conversation, open_ones)


def test_a_contact_closes_the_one_follow_up_with_that_person_and_channel() -> None:
    call = promise(ago(2), channel=PHONE)
    others = (
        promise(ago(2), channel=EMAIL),
        promise(ago(2)),
        promise(ago(2), THEIRS, channel=PHONE),
        promise(ago(2), channel=PHONE, people=("51",)),
        promise(ago(2), channel=PHONE, state=CommitmentState.DROPPED),
    )
    assert closing(talk(TODAY), call, *others) == Closing((call,), ())


def test_one_that_is_due_within_a_week_counts_and_a_later_one_does_not() -> None:
    soon, later = promise(ago(-7), channel=PHONE), promise(ago(-8), channel=PHONE)
    assert closing(talk(TODAY), soon, later) == Closing((soon,), ())
    assert closing(talk(TODAY), later) == Closing()


def test_of_two_none_is_closed_and_both_are_told() -> None:
    one, two = promise(ago(2), channel=PHONE), promise(ago(-2), channel=PHONE)
    assert closing(talk(TODAY), one, two) == Closing((), (one, two))


def test_an_undated_one_is_meant_when_no_dated_one_is() -> None:
    undated, dated = promise(channel=PHONE), promise(ago(1), channel=PHONE)
    assert closing(talk(TODAY), undated) == Closing((undated,), ())
    assert closing(talk(TODAY), undated, dated) == Closing((dated,), ())


@pytest.mark.parametrize(
    ("direction", "reply", "broadcast"),
    [
        (Direction.INBOUND, None, False),
        (Direction.OUTBOUND, Reply.NONE, False),
        (Direction.OUTBOUND, None, True),
    ],
)
def test_what_reached_nobody_through_me_closes_nothing(
    direction: Direction, reply: Reply | None, broadcast: bool
) -> None:
    made = talk(TODAY, PHONE, direction, reply, broadcast=broadcast)
    assert closing(made, promise(ago(1), channel=PHONE)) == Closing()


@pytest.mark.parametrize(
    ("direction", "reply"), [(Direction.MUTUAL, None), (Direction.OUTBOUND, Reply.AWAITED)]
)
def test_talking_and_leaving_word_do(direction: Direction, reply: Reply | None) -> None:
    call = promise(ago(1), channel=PHONE)
    assert closing(talk(TODAY, PHONE, direction, reply), call).closed == (call,)


def test_each_person_of_a_conversation_has_their_own() -> None:
    ana, bob = promise(ago(1), channel=PHONE), promise(ago(1), channel=PHONE, people=("51",))
    assert closing(talk(TODAY, people=("50", "51")), ana, bob).closed == (ana, bob)


def test_one_with_two_people_needs_both() -> None:
    both = promise(ago(1), channel=PHONE, people=("50", "51"))
    assert closing(talk(TODAY), both) == Closing((), (both,))
    assert closing(talk(TODAY, people=("50", "51", "52")), both) == Closing((both,), ())


def test_one_with_two_people_has_to_be_the_one_meant_for_both() -> None:
    both, ana = promise(channel=PHONE, people=("50", "51")), promise(ago(1), channel=PHONE)
    assert closing(talk(TODAY, people=("50", "51")), both, ana) == Closing((ana,), (both,))


@given(
    st.lists(
        st.builds(
            promise,
            st.none() | st.dates(ago(30), ago(-30)),
            people=st.lists(st.sampled_from(["50", "51", "52"]), unique=True),
            channel=st.sampled_from([PHONE, EMAIL, None]),
        ),
        max_size=6,
    ),
    st.lists(st.sampled_from(["50", "51", "52"]), unique=True, min_size=1),
)
def test_closing_is_never_a_guess(promises: list[Commitment], people: list[str]) -> None:
    closed, left_open = closed_by(talk(TODAY, people=people), promises)
    assert not {one.id for one in closed} & {one.id for one in left_open}
    for person in people:
        with_them = [one for one in closed if person in one.people]
        assert len(with_them) <= 1
    for one in (*closed, *left_open):
        assert one.channel is PHONE
        assert set(one.people) & set(people)


def test_every_month_from_the_31st_stays_at_the_months_end() -> None:
    monthly = Recurrence(Span(1, Unit.MONTHS), fixed=True)
    january = promise(date(2026, 1, 31), every=monthly)
    february = after(january, date(2026, 2, 1))
    assert february is not None
    assert february.due == date(2026, 2, 28)
    march = after(february, date(2026, 2, 28))
    assert march is not None
    assert march.due == date(2026, 3, 31)


def test_a_meeting_today_keeps_no_appointment_to_come() -> None:
    coffee = promise(ago(-1), channel=Channel.MET)
    lunch = talk(TODAY, Channel.MET, Direction.MUTUAL)
    assert closed_by(lunch, [coffee]).closed == ()
    assert closed_by(lunch, [promise(TODAY, channel=Channel.MET)]).closed
