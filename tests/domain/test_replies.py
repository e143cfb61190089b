"""Reached or not: what was said, what is derived, how long one waits."""

from __future__ import annotations

import pytest

from netjournal.domain.conversation import Conversation
from netjournal.domain.me import Me
from netjournal.domain.person import Address
from netjournal.domain.replies import (
    awaited_until,
    follow,
    lately,
    patience,
    personal,
    replies,
    said_reply,
)
from netjournal.domain.values import Channel, Direction, RecordId, Reply
from tests.domain.make import ME, SETTINGS, TODAY, ago, day, pause, person, talk

IN, OUT, BOTH = Direction.INBOUND, Direction.OUTBOUND, Direction.MUTUAL
PHONE, EMAIL, POSTCARD = Channel.PHONE, Channel.EMAIL, Channel.POSTCARD


def read(*conversations: Conversation, me: Me = ME) -> dict[RecordId, Reply]:
    return replies(conversations, person(), me=me, settings=SETTINGS, today=TODAY)


@pytest.mark.parametrize("channel", [PHONE, Channel.VIDEO, Channel.MET])
def test_calls_and_meetings_reach_people_unless_the_line_says_not(channel: Channel) -> None:
    assert said_reply(talk(TODAY, channel)) is Reply.ANSWERED
    assert said_reply(talk(TODAY, channel, reply=Reply.NONE)) is Reply.NONE
    assert said_reply(talk(TODAY, channel, reply=Reply.AWAITED)) is Reply.AWAITED


@pytest.mark.parametrize(
    "channel", [EMAIL, POSTCARD, Channel.MESSAGE, Channel.SOCIAL, Channel.OTHER]
)
def test_what_i_send_is_awaited(channel: Channel) -> None:
    assert said_reply(talk(TODAY, channel)) is Reply.AWAITED


def test_what_they_write_answers_the_awaited_ones_before_it() -> None:
    first, second = talk(ago(5), EMAIL), talk(ago(4), POSTCARD)
    assert read(first, second, talk(ago(2), EMAIL, IN)) == {
        first.id: Reply.ANSWERED,
        second.id: Reply.ANSWERED,
    }


def test_an_answer_counts_also_when_it_comes_long_after() -> None:
    mail = talk(ago(400), EMAIL)
    assert read(mail) == {mail.id: Reply.NONE}
    assert read(mail, talk(ago(1), Channel.MET, BOTH)) == {mail.id: Reply.ANSWERED}


def test_an_answer_does_not_reach_what_came_after_it() -> None:
    later = talk(ago(1), EMAIL)
    assert read(talk(ago(2), EMAIL, IN), later) == {later.id: Reply.AWAITED}


def test_on_one_day_the_order_of_writing_down_decides() -> None:
    before, answer, after = talk(TODAY, EMAIL), talk(TODAY, EMAIL, IN), talk(TODAY, EMAIL)
    assert read(after, answer, before) == {before.id: Reply.ANSWERED, after.id: Reply.AWAITED}


def test_a_call_that_nobody_took_stays_so_when_they_call_back() -> None:
    call = talk(ago(2), PHONE, reply=Reply.NONE)
    assert read(call, talk(ago(1), PHONE, IN)) == {call.id: Reply.NONE}


def test_a_broadcast_answers_nothing_and_awaits_nothing() -> None:
    mail = talk(ago(3), EMAIL)
    assert read(
        mail, talk(ago(1), EMAIL, IN, broadcast=True), talk(ago(1), EMAIL, broadcast=True)
    ) == {mail.id: Reply.AWAITED}


def test_what_lies_ahead_answers_nothing_yet() -> None:
    mail = talk(ago(3), EMAIL)
    assert read(mail, talk(ago(-1), EMAIL, IN)) == {mail.id: Reply.AWAITED}


@pytest.mark.parametrize(
    ("channel", "days"),
    [(PHONE, 3), (Channel.MESSAGE, 3), (EMAIL, 7), (Channel.SOCIAL, 7), (POSTCARD, 21)],
)
def test_after_the_patience_of_its_channel_awaited_reads_as_none(
    channel: Channel, days: int
) -> None:
    last = talk(ago(days), channel, reply=Reply.AWAITED)
    over = talk(ago(days + 1), channel, reply=Reply.AWAITED)
    assert read(last) == {last.id: Reply.AWAITED}
    assert read(over) == {over.id: Reply.NONE}


def test_a_postcard_to_another_country_takes_longer() -> None:
    madrid = person(addresses=(Address(city="Madrid", country="Spain"),))
    assert patience(POSTCARD, madrid, ME, SETTINGS) == 35
    assert patience(POSTCARD, person(), ME, SETTINGS) == 21
    assert patience(EMAIL, madrid, ME, SETTINGS) == 7


def test_the_days_of_my_pause_are_not_waited() -> None:
    me = Me(pauses=(pause("03-02", "03-06"),))
    mail = talk(day("03-01"), EMAIL)
    assert awaited_until(mail, person(), me, SETTINGS) == day("03-13")
    assert read(mail, me=me) == {mail.id: Reply.AWAITED}
    assert read(mail) == {mail.id: Reply.NONE}


def test_nothing_is_awaited_of_a_call_that_nobody_took() -> None:
    call = talk(TODAY, PHONE, reply=Reply.NONE)
    assert awaited_until(call, person(), ME, SETTINGS) is None


def test_a_missed_call_of_theirs_is_two_way_but_reached_nobody() -> None:
    trail = follow(personal([talk(ago(1), PHONE, IN, Reply.NONE)], TODAY))
    assert trail.contact is None
    assert trail.two_way == trail.wrote == ago(1)


def test_a_voicemail_of_theirs_is_contact() -> None:
    voicemail = talk(ago(1), PHONE, IN, Reply.AWAITED)
    assert follow([voicemail]).contact is voicemail


def test_a_missed_call_shows_that_my_mail_was_read() -> None:
    mail = talk(ago(3), EMAIL)
    missed = talk(ago(1), PHONE, IN, Reply.NONE)
    assert follow([mail, missed]).contact is mail
    assert read(mail, missed) == {mail.id: Reply.ANSWERED}


def test_the_channel_last_answered_is_one_to_reach_out_by() -> None:
    trail = follow([talk(ago(9), EMAIL, IN), talk(ago(2), Channel.MET, BOTH)])
    assert trail.contact is not None
    assert trail.contact.channel is Channel.MET
    assert trail.answered is EMAIL


def test_the_newest_are_enough_once_they_tell_of_a_contact_and_an_outreach() -> None:
    heard = [talk(ago(days), EMAIL, IN) for days in (1, 2)]
    sent = [talk(ago(days), EMAIL, OUT) for days in (3, 4, 5, 6)]
    assert lately([*heard, *sent], TODAY) == [*heard, *sent[:2]]
    assert lately(sent, TODAY) == sent
    assert lately([talk(ago(-1)), talk(TODAY, broadcast=True), *heard], TODAY) == heard
