"""Response: the interval of a share against published figures, counts, days; and laws."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netjournal.domain.conversation import Conversation
from netjournal.domain.replies import patience, personal, replies
from netjournal.domain.response import Purpose, Response, outcomes, purpose, summed, wilson
from netjournal.domain.values import Channel, Direction, Reply
from tests.domain.make import ME, SETTINGS, TODAY, ago, person, talk

EMAIL, INBOUND = Channel.EMAIL, Direction.INBOUND


def of(*talks: Conversation) -> dict[Channel, Response]:
    past = personal(talks, TODAY)
    read = replies(past, person(), me=ME, settings=SETTINGS, today=TODAY)

    def waits(one: Conversation) -> int:
        return patience(one.channel, person(), ME, SETTINGS)

    return summed(outcomes(past, read, waits), lambda one: one.channel)


@pytest.mark.parametrize(
    ("n", "of", "low", "high"),
    # 2 of 3 and 15 of 148 (Newcombe, Statistics in Medicine 17, 1998, table I, method 3)
    [(2, 3, 0.208, 0.939), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611), (20, 20, 0.8389, 1)],
)
def test_the_interval_is_the_published_one(n: int, of: int, low: float, high: float) -> None:
    assert wilson(n, of) == pytest.approx((low, high), abs=0.0006)


def test_no_data_says_nothing_and_no_share_is_refused() -> None:
    assert wilson(0, 0) == (0.0, 1.0)
    with pytest.raises(ValueError, match="no share"):
        wilson(3, 2)


@given(st.integers(1, 300).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_the_share_lies_in_its_interval_and_more_data_narrows_it(share: tuple[int, int]) -> None:
    n, of = share
    low, high = wilson(n, of)
    assert 0 <= low <= n / of + 1e-9
    assert n / of <= high + 1e-9 <= 1 + 1e-9
    wider = wilson(n * 4, of * 4)
    assert wider[1] - wider[0] < high - low


def test_by_hand_answered_given_up_and_awaited() -> None:
    found = of(
        talk(ago(60), EMAIL), talk(ago(56), EMAIL, INBOUND),
        talk(ago(30), EMAIL), talk(ago(2), EMAIL),
        talk(ago(20), Channel.PHONE, reply=Reply.NONE),
    )  # fmt: skip
    assert found == {EMAIL: Response(1, 1, 1, (4,)), Channel.PHONE: Response(0, 1)}


def test_a_late_letter_answers_a_letter_and_a_meeting_in_summer_does_not() -> None:
    """An email waits a week; they wrote after nine days, and another time we met in summer."""
    found = of(
        talk(ago(200), EMAIL), talk(ago(191), EMAIL, INBOUND),
        talk(ago(90), EMAIL), talk(ago(20), Channel.MET, Direction.MUTUAL),
        talk(ago(19), EMAIL), talk(ago(12), EMAIL, INBOUND),
    )  # fmt: skip
    assert found == {EMAIL: Response(2, 0, 0, (9, 7), later=1)}
    assert str(found[EMAIL]) == "2 of 3 answered, median 8 days, 1 heard from after that"


def test_by_other_means_an_answer_comes_within_the_patience() -> None:
    rang = talk(ago(93), Channel.PHONE, INBOUND)
    assert of(talk(ago(100), EMAIL), rang) == {EMAIL: Response(1, 0, 0, (7,))}
    assert of(talk(ago(101), EMAIL), rang) == {EMAIL: Response(later=1)}


def test_meetings_and_broadcasts_are_no_question() -> None:
    assert of(talk(ago(9), Channel.MET), talk(ago(9), EMAIL, broadcast=True)) == {}


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (Response(2, 1), "2 of 3 answered"),
        (Response(2, 1, 1, (3, 6)), "2 of 3 answered, median 4.5 days, 1 awaited"),
        (Response(4, 1), "4 of 5 answered, 38 to 96 % likely"),
    ],
)
def test_below_five_the_counts_stand_alone(one: Response, words: str) -> None:
    assert str(one) == words


TALKS = st.lists(
    st.builds(
        talk, st.integers(0, 90).map(ago), st.sampled_from(Channel), st.sampled_from(Direction),
        st.none() | st.sampled_from(Reply), broadcast=st.booleans(),
    ),
    max_size=9,
)  # fmt: skip


@pytest.mark.parametrize(
    ("gave", "asked", "what"),
    [("x", "", Purpose.GIVE), ("", "x", Purpose.ASK), ("x", "x", Purpose.ASK),
     ("", "", Purpose.NEITHER)],
)  # fmt: skip
def test_what_it_was_written_for(gave: str, asked: str, what: Purpose) -> None:
    one = talk(ago(3), EMAIL)
    assert purpose(one, {one.id} if gave else set(), {one.id} if asked else set()) is what


@settings(max_examples=80)
@given(TALKS)
def test_every_question_is_counted_once(talks: list[Conversation]) -> None:
    found = sum(of(*talks).values(), Response())
    asked = [
        one for one in talks
        if one.direction is Direction.OUTBOUND and not one.broadcast
        and one.channel is not Channel.MET
    ]  # fmt: skip
    assert found.of + found.awaited == len(asked)
    assert len(found.days) <= found.answered
    assert all(days >= 0 for days in found.days)
