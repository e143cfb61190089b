"""By which means to reach out next."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.domain.conversation import Conversation
from netjournal.domain.reach import next_channel
from netjournal.domain.values import Channel
from tests.domain.make import TODAY, person, talk

PHONE, EMAIL, POSTCARD = Channel.PHONE, Channel.EMAIL, Channel.POSTCARD


def test_the_preferred_channel_comes_first() -> None:
    assert next_channel(person(preferred=EMAIL), PHONE, ())[0] is EMAIL


def test_then_the_one_last_answered() -> None:
    assert next_channel(person(), Channel.MESSAGE, ())[0] is Channel.MESSAGE


def test_then_phone_postcard_email() -> None:
    tried: list[Conversation] = []
    rungs = []
    for _ in range(3):
        rung, _ = next_channel(person(), None, tried)
        assert rung is not None
        rungs.append(rung)
        tried.append(talk(TODAY, rung))
    assert rungs == [PHONE, POSTCARD, EMAIL]


def test_a_rung_without_number_or_address_is_skipped_and_named() -> None:
    nobody = person(phones=(), addresses=())
    assert next_channel(nobody, None, ()) == (
        EMAIL,
        ((PHONE, "no number"), (POSTCARD, "no address")),
    )


def test_without_any_number_or_address_nothing_is_left() -> None:
    nobody = person(phones=(), addresses=(), emails=())
    rung, skipped = next_channel(nobody, None, ())
    assert rung is None
    assert [lack for _, lack in skipped] == ["no number", "no address", "no email"]


def test_a_never_used_channel_stays_unused_even_when_they_used_it() -> None:
    assert next_channel(person(never=(PHONE,)), PHONE, ())[0] is POSTCARD


def test_the_only_rung_is_not_taken_twice_in_a_row() -> None:
    only_mail = person(phones=(), addresses=())
    assert next_channel(only_mail, None, (talk(TODAY, EMAIL),))[0] is None


def test_when_all_rungs_were_tried_the_first_but_the_last_comes_again() -> None:
    tried = (talk(TODAY, PHONE), talk(TODAY, POSTCARD), talk(TODAY, EMAIL))
    assert next_channel(person(preferred=EMAIL), None, tried)[0] is PHONE


CHANNELS = st.sampled_from(Channel)


@given(
    st.none() | CHANNELS,
    st.none() | CHANNELS,
    st.lists(CHANNELS, max_size=5),
    st.lists(CHANNELS, max_size=3),
    st.sets(st.sampled_from(["phones", "emails", "addresses"])),
)
def test_never_the_same_rung_twice_in_a_row_and_never_an_unwanted_one(
    preferred: Channel | None,
    answered: Channel | None,
    tried: list[Channel],
    never: list[Channel],
    lacking: set[str],
) -> None:
    fields: dict[str, Any] = dict.fromkeys(lacking, ())
    who = person(preferred=preferred, never=tuple(never), **fields)
    rung, skipped = next_channel(who, answered, [talk(TODAY, one) for one in tried])
    assert rung is None or rung not in never
    assert rung is None or not tried or rung is not tried[-1]
    assert rung not in [one for one, _ in skipped]


@pytest.mark.parametrize("channel", Channel)
def test_every_channel_can_be_preferred(channel: Channel) -> None:
    assert next_channel(person(preferred=channel), None, ())[0] is channel
