"""The fit card: six questions, unanswered is not zero, and the calibre they suggest."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.domain.fit import ANSWERS, QUESTIONS, against, answered, suggested_calibre, to_ask
from netjournal.domain.me import Me
from netjournal.domain.person import FitAnswer, FitQuestion, Person
from netjournal.store.codec import decode, encode
from tests.domain.make import person

ALL = list(FitQuestion)


def card(*values: int) -> tuple[FitAnswer, ...]:
    return tuple(FitAnswer(each, value) for each, value in zip(ALL, values, strict=False))


@pytest.mark.parametrize(
    ("values", "calibre"),
    [
        ((3, 3), None), ((0, 0, 0), 1), ((3, 3, 3), 5), ((1, 2, 2), 3), ((3, 2, 3, 1, 2, 3), 4),
        ((2, 2, 2), 4), ((1, 1, 1), 2), ((0, 0, 0, 3, 3, 3), 3),
    ],
)  # fmt: skip
def test_the_calibre_by_hand(values: tuple[int, ...], calibre: int | None) -> None:
    assert suggested_calibre(card(*values)) == calibre


def test_an_answer_is_changed_or_taken_back_and_the_order_is_that_of_the_questions() -> None:
    one = answered(card(1, 2), FitQuestion.MARKET, 3, "libraries")
    assert one == (FitAnswer(ALL[0], 3, "libraries"), FitAnswer(ALL[1], 2))
    assert answered(one, FitQuestion.MARKET, None) == card(1, 2)[1:]
    with pytest.raises(ValueError, match="between 0 and 3"):
        answered(one, FitQuestion.MARKET, 4)


@given(st.lists(st.integers(0, 3), min_size=3, max_size=6))
def test_a_better_answer_never_lowers_the_calibre(values: list[int]) -> None:
    suggested = suggested_calibre(card(*values))
    assert suggested is not None
    assert 1 <= suggested <= 5
    better = suggested_calibre(card(*(min(3, value + 1) for value in values)))
    assert better is not None
    assert better >= suggested


def test_every_question_is_asked_and_some_are_measured_against_me() -> None:
    assert set(QUESTIONS) == set(FitQuestion) == set(ANSWERS)
    assert against(FitQuestion.BENEFIT, Me(), ("a press", "two hands")) == "a press; two hands"
    assert against(FitQuestion.MARKET, Me(serve="libraries"), ()) == "libraries"
    assert against(FitQuestion.SYNERGY, Me(serve="libraries"), ("a press",)) == ""


def test_answers_are_stored_and_read() -> None:
    who = person(fit=card(3, 0))
    assert decode(Person, who.id, encode(who)) == who


def test_what_is_not_answered_can_be_asked_the_easiest_first() -> None:
    assert to_ask(()) == "what they are looking for"
    assert to_ask([FitAnswer(FitQuestion.BENEFIT, 2)]) == "where they are heading"
    # whether we click is never asked
    assert (
        to_ask([FitAnswer(each, 1) for each in FitQuestion if each is not FitQuestion.SYNERGY])
        == ""
    )
