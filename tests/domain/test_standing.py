"""Where a relationship stands, worked by hand for Wednesday 11 March 2026."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from netjournal.domain.me import Me
from netjournal.domain.person import Rest
from netjournal.domain.standing import Standing, State, standing
from netjournal.domain.values import Channel, Circle, Direction, Reply, Span, Unit
from tests.domain.make import (
    ME,
    SETTINGS,
    TODAY,
    ago,
    day,
    pause,
    person,
    stand,
    talk,
    today_list,
)

IN, OUT, BOTH = Direction.INBOUND, Direction.OUTBOUND, Direction.MUTUAL
PHONE, EMAIL, POSTCARD, MET = Channel.PHONE, Channel.EMAIL, Channel.POSTCARD, Channel.MET
TEN_DAYS = Span(10, Unit.DAYS)


@pytest.mark.parametrize(
    ("days", "state"),
    [
        (0, State.FRESH),
        (7, State.FRESH),
        (8, State.DUE_SOON),
        (9, State.DUE_SOON),
        (10, State.STALE),
        (19, State.STALE),
        (20, State.DORMANT),
        (400, State.DORMANT),
    ],
)
def test_the_state_follows_from_silence_over_cadence(days: int, state: State) -> None:
    seen = stand(person(cadence=TEN_DAYS), talk(ago(days)))
    assert seen.state is state
    assert seen.days == days
    assert seen.staleness == days / 10
    assert seen.due == ago(days - 10)


@pytest.mark.parametrize(
    ("circle", "cadence", "due"),
    [
        (Circle.INNER, Span(3, Unit.WEEKS), "01-22"),
        (Circle.CLOSE, Span(2, Unit.MONTHS), "03-01"),
        (Circle.NETWORK, Span(6, Unit.MONTHS), "07-01"),
    ],
)
def test_the_circle_has_a_cadence_in_calendar_months(
    circle: Circle, cadence: Span, due: str
) -> None:
    seen = stand(person(circle=circle), talk(day("01-01")))
    assert (seen.cadence, seen.due) == (cadence, day(due))


def test_the_last_contact_is_the_newest_in_which_they_were_reached_or_wrote() -> None:
    seen = stand(
        person(),
        talk(ago(30), EMAIL, IN),
        talk(ago(20), MET),
        talk(ago(5), PHONE, reply=Reply.NONE),
        talk(ago(3), EMAIL),
        talk(ago(2), EMAIL, IN, broadcast=True),
        talk(ago(-3), MET, BOTH),
    )
    assert (seen.last_contact, seen.last_channel, seen.days) == (ago(20), MET, 20)
    assert seen.quiet == "quiet for 2 weeks"


def test_an_email_becomes_contact_when_they_answer_it() -> None:
    mail = talk(ago(10), EMAIL)
    assert stand(person(), mail).last_contact is None
    assert stand(person(), mail, talk(ago(4), EMAIL, IN)).last_contact == ago(4)


def test_the_days_of_my_pause_count_in_no_silence() -> None:
    me = Me(pauses=(pause("03-01", "03-07"), pause("03-06", "03-08")))
    seen = stand(person(cadence=TEN_DAYS), talk(day("02-26")), me=me)
    assert seen.days == 5
    assert seen.due == day("03-16")
    assert seen.state is State.FRESH


def test_an_unanswered_try_is_awaited_first_and_then_told() -> None:
    old, card = talk(ago(300)), talk(ago(21), POSTCARD)
    waiting = stand(person(), old, card)
    assert (waiting.tried, waiting.awaited, waiting.unanswered) == (card, True, 0)
    over = stand(person(), old, card, today=ago(-1))
    assert (over.tried, over.awaited, over.unanswered) == (card, False, 1)
    assert over.next_channel is PHONE


def test_a_postcard_under_way_is_waited_for_also_after_a_call_that_nobody_took() -> None:
    card = talk(ago(10), POSTCARD)
    seen = stand(person(), talk(ago(300)), card, talk(ago(2), PHONE, reply=Reply.NONE))
    assert (seen.tried, seen.awaited, seen.unanswered) == (card, True, 1)


def test_an_answer_ends_the_row_of_unanswered_ones() -> None:
    seen = stand(
        person(),
        talk(ago(90), EMAIL),
        talk(ago(60), PHONE, reply=Reply.NONE),
        talk(ago(30), EMAIL, IN),
        talk(ago(20), EMAIL),
    )
    assert seen.unanswered == 1


THREE_TRIES = (
    talk(ago(400)),
    talk(ago(60), EMAIL),
    talk(ago(50), PHONE, reply=Reply.NONE),
    talk(ago(10), PHONE, reply=Reply.NONE),
)


def test_after_three_unanswered_they_rest_for_half_the_cadence() -> None:
    seen = stand(person(circle=Circle.NETWORK), *THREE_TRIES)
    assert seen.state is State.RESTING
    assert not seen.put_to_rest
    # Half of the 184 days from 1 March to 1 September.
    assert seen.quiet_until == date(2026, 6, 1)


def test_they_rest_for_30_days_at_least() -> None:
    seen = stand(person(cadence=TEN_DAYS), *THREE_TRIES)
    assert (seen.state, seen.quiet_until) == (State.RESTING, ago(-20))
    assert stand(person(cadence=TEN_DAYS), *THREE_TRIES, today=ago(-20)).state is State.DORMANT


def test_the_rest_begins_when_the_last_answer_is_given_up() -> None:
    seen = stand(person(cadence=TEN_DAYS), *THREE_TRIES[:3], talk(ago(10), EMAIL))
    assert (seen.state, seen.quiet_until) == (State.RESTING, ago(-28))


def test_they_rest_until_they_write() -> None:
    seen = stand(person(), *THREE_TRIES, talk(ago(1), EMAIL, IN))
    assert (seen.state, seen.quiet_until) == (State.FRESH, None)


def test_two_unanswered_are_no_reason_to_rest() -> None:
    assert stand(person(), *THREE_TRIES[:3]).state is State.DORMANT


def test_inner_people_are_never_let_be() -> None:
    seen = stand(person(circle=Circle.INNER), *THREE_TRIES)
    assert seen.state is State.DORMANT
    assert seen.through_someone


def test_somebody_put_to_rest_rests_until_the_day_comes() -> None:
    who = person(rest=Rest(ago(10), ago(-1)))
    seen = stand(who, talk(ago(300)))
    assert (seen.state, seen.quiet_until, seen.put_to_rest) == (State.RESTING, ago(-1), True)
    assert stand(who, talk(ago(300)), today=ago(-1)).state is State.DORMANT


def test_somebody_put_to_rest_for_good_is_back_when_they_write() -> None:
    who = person(rest=Rest(ago(10)))
    seen = stand(who, talk(ago(300)), talk(ago(10), EMAIL, IN), talk(ago(5), EMAIL))
    assert (seen.state, seen.quiet_until) == (State.RESTING, None)
    assert stand(who, talk(ago(9), EMAIL, IN)).state is State.FRESH


def test_a_broadcast_wakes_nobody() -> None:
    who = person(rest=Rest(ago(10)))
    assert stand(who, talk(ago(1), EMAIL, IN, broadcast=True)).state is State.RESTING


def test_in_touch_is_a_two_way_contact_within_the_cadence() -> None:
    who = person(cadence=TEN_DAYS)
    assert stand(who, talk(ago(9), EMAIL, IN)).in_touch
    assert stand(who, talk(ago(9), PHONE)).in_touch
    assert not stand(who, talk(ago(10), PHONE)).in_touch
    assert not stand(who, talk(ago(1), EMAIL)).in_touch
    assert stand(who, talk(ago(1), PHONE, IN, Reply.NONE)).in_touch


def test_who_rests_is_in_no_figure() -> None:
    assert not stand(person(rest=Rest(TODAY)), talk(ago(1), PHONE)).in_touch


def test_a_rolodex_person_has_a_last_contact_and_no_state() -> None:
    seen = stand(
        person(circle=Circle.ROLODEX, cadence=TEN_DAYS), talk(ago(30)), talk(ago(2), EMAIL)
    )
    assert (seen.state, seen.cadence, seen.due) == (None, None, None)
    assert (seen.last_contact, seen.days) == (ago(30), 30)
    assert not seen.in_touch


def test_somebody_who_died_has_no_cadence_and_nothing_due() -> None:
    seen = stand(person(died=True), talk(ago(300)), talk(ago(200), EMAIL, IN))
    assert (seen.state, seen.cadence, seen.due) == (State.DIED, None, None)
    assert (seen.reply_owed, seen.last_contact) == (None, ago(200))


def test_a_snoozed_person_is_quiet_until_the_day() -> None:
    who = person(snoozed=ago(-5))
    assert stand(who, talk(ago(300))).quiet_until == ago(-5)
    assert stand(who, talk(ago(300)), today=ago(-5)).quiet_until is None


def test_what_they_write_after_a_snooze_ends_it() -> None:
    who = person(snoozed=ago(-5), snoozed_on=ago(3))
    assert stand(who, talk(ago(300)), talk(ago(4), EMAIL, IN)).quiet_until == ago(-5)
    assert stand(who, talk(ago(300)), talk(ago(2), EMAIL, IN)).quiet_until is None


def test_the_first_due_day_lies_between_a_quarter_and_the_whole_of_the_cadence() -> None:
    entered = day("01-01")
    days = []
    for number in range(30):
        who = person(str(number), circle=Circle.NETWORK, circle_since=entered)
        seen = stand(who)
        assert seen.state is State.NOT_YET
        assert seen.due is not None
        days.append((seen.due - entered).days)
    assert min(days) >= 181 // 4
    assert max(days) <= 181
    assert len(set(days)) > 15


def test_the_first_due_day_stays_the_same() -> None:
    assert stand(person()).due == stand(person(), today=ago(-500)).due


def test_without_a_day_of_entering_the_record_tells_it() -> None:
    made = person(circle_since=None, made="2026-01-01T00:00:00Z")
    assert stand(made).due == stand(person(circle_since=day("01-01"))).due
    assert stand(person(circle_since=None, made="")).due == TODAY


def many_of(entered: date, last: date, *, among_many: bool = True) -> list[Standing]:
    """Thirty of the network who came on a day, last in contact on another."""
    return [
        standing(
            person(str(number), circle=Circle.NETWORK, circle_since=entered),
            [talk(last)],
            among_many=among_many,
            me=ME,
            settings=SETTINGS,
            today=TODAY,
        )
        for number in range(30)
    ]


def test_many_who_came_quiet_on_one_day_are_due_on_days_of_their_own() -> None:
    """An import of last week: nobody is due at once, and all are within the cadence."""
    seen = many_of(ago(7), ago(500))
    days = {one.due for one in seen if one.due is not None}
    assert len(days) > 15
    assert min(days) > TODAY
    assert max(days) <= ago(7) + timedelta(days=184)
    assert {one.state for one in seen} == {State.DORMANT}  # time alone makes nobody fresher
    assert len({one.due for one in many_of(ago(7), ago(500), among_many=False)}) == 1


def test_who_fell_quiet_since_coming_is_due_as_anybody() -> None:
    assert {one.due for one in many_of(ago(300), ago(200))} == {many_of(ago(300), ago(200))[0].due}


def test_many_on_one_day_are_seen_on_today_over_weeks_and_not_at_once() -> None:
    seen = many_of(ago(60), ago(500))
    listed = [item.person for item in today_list(*seen)]
    assert 0 < len(listed) < 20
    assert len(today_list(*many_of(ago(60), ago(500), among_many=False))) == 30


def test_somebody_tried_but_never_reached_is_still_not_yet_in_contact() -> None:
    seen = stand(person(), talk(ago(100), EMAIL))
    assert (seen.state, seen.unanswered) == (State.NOT_YET, 1)
