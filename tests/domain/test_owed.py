"""Replies I owe."""

from __future__ import annotations

import pytest

from netjournal.domain.me import Me
from netjournal.domain.values import Channel, Circle, Direction, Reply
from tests.domain.make import TODAY, ago, day, pause, person, stand, talk

IN, OUT, BOTH = Direction.INBOUND, Direction.OUTBOUND, Direction.MUTUAL
PHONE, EMAIL, POSTCARD = Channel.PHONE, Channel.EMAIL, Channel.POSTCARD


@pytest.mark.parametrize(
    ("on", "channel", "reply", "due"),
    [
        ("03-09", EMAIL, None, "03-10"),
        ("03-06", EMAIL, None, "03-09"),
        ("03-07", Channel.MESSAGE, None, "03-09"),
        ("03-07", PHONE, Reply.NONE, "03-07"),
        ("03-10", PHONE, Reply.AWAITED, "03-10"),
        ("03-09", POSTCARD, None, "03-16"),
    ],
)
def test_each_channel_has_its_time_to_reply(
    on: str, channel: Channel, reply: Reply | None, due: str
) -> None:
    theirs = talk(day(on), channel, IN, reply)
    seen = stand(person(), theirs)
    assert (seen.reply_owed, seen.reply_due) == (theirs, day(due))


@pytest.mark.parametrize("channel", [PHONE, Channel.MET, Channel.SOCIAL, Channel.VIDEO])
def test_a_call_i_took_a_visit_or_a_like_asks_for_no_reply(channel: Channel) -> None:
    assert stand(person(), talk(ago(1), channel, IN)).reply_owed is None


def test_what_answers_mine_needs_no_reply() -> None:
    assert stand(person(), talk(ago(9), EMAIL), talk(ago(2), EMAIL, IN)).reply_owed is None


def test_a_second_mail_after_the_answer_does() -> None:
    second = talk(ago(1), EMAIL, IN)
    seen = stand(person(), talk(ago(9), EMAIL), talk(ago(2), EMAIL, IN), second)
    assert seen.reply_owed is second


def test_a_missed_call_said_nothing_so_it_answered_nothing() -> None:
    missed = talk(ago(2), PHONE, IN, Reply.NONE)
    assert stand(person(), talk(ago(9), EMAIL), missed).reply_owed is missed


@pytest.mark.parametrize(
    ("channel", "direction", "reply"),
    [
        (EMAIL, OUT, None),
        (PHONE, OUT, None),
        (PHONE, OUT, Reply.AWAITED),
        (Channel.MET, BOTH, None),
    ],
)
def test_any_contact_from_me_since_is_a_reply(
    channel: Channel, direction: Direction, reply: Reply | None
) -> None:
    assert (
        stand(person(), talk(ago(5), EMAIL, IN), talk(ago(1), channel, direction, reply)).reply_owed
        is None
    )


def test_a_call_that_nobody_took_is_no_reply() -> None:
    theirs = talk(ago(5), EMAIL, IN)
    assert stand(person(), theirs, talk(ago(1), PHONE, reply=Reply.NONE)).reply_owed is theirs


def test_a_broadcast_is_no_reply_and_asks_for_none() -> None:
    theirs = talk(ago(5), EMAIL, IN)
    newsletter = talk(ago(1), EMAIL, OUT, broadcast=True)
    assert stand(person(), theirs, newsletter).reply_owed is theirs
    assert stand(person(), talk(ago(5), EMAIL, IN, broadcast=True)).reply_owed is None


def test_no_reply_needed_closes_it_with_those_before() -> None:
    assert (
        stand(person(), talk(ago(5), EMAIL, IN), talk(ago(2), EMAIL, IN, settled=True)).reply_owed
        is None
    )


def test_of_two_the_newest_is_told_and_the_first_day_holds() -> None:
    newest = talk(day("03-10"), EMAIL, IN)
    seen = stand(person(), talk(day("03-05"), EMAIL, IN), newest)
    assert (seen.reply_owed, seen.reply_due) == (newest, day("03-06"))


def test_the_clock_stands_still_in_my_pause() -> None:
    me = Me(pauses=(pause("03-09", "03-11"),))
    assert stand(person(), talk(day("03-06"), EMAIL, IN), me=me).reply_due == day("03-12")
    missed = talk(day("03-10"), PHONE, IN, Reply.NONE)
    assert stand(person(), missed, me=me).reply_due == day("03-12")
    assert stand(person(), talk(day("03-08"), POSTCARD, IN), me=me).reply_due == day("03-18")


def test_the_rolodex_owes_and_asks_nothing() -> None:
    assert stand(person(circle=Circle.ROLODEX), talk(TODAY, EMAIL, IN)).reply_owed is None
