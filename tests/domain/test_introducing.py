"""An introduction goes from an idea to thanks, and never past anybody's wish."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from netjournal.domain.introducing import Step, next_step
from netjournal.domain.introduction import Introduction
from netjournal.domain.values import RecordId
from tests.domain.make import ANA, TODAY, ago
from tests.journal.make import BOB


def intro(**fields: Any) -> Introduction:
    return Introduction(id=RecordId("5"), made="", day=ago(60), people=(ANA, BOB), **fields)


def test_step_by_step() -> None:
    one = intro()
    assert next_step(one, TODAY) == (Step.ASK, (ANA,))
    one = one._replace(asked=(ANA,))
    assert next_step(one, TODAY) == (Step.ASK, (BOB,))
    one = one._replace(agreed=(ANA,), asked=(ANA, BOB))
    assert next_step(one, TODAY) == (Step.AWAIT, (BOB,))
    one = one._replace(agreed=(ANA, BOB))
    assert next_step(one, TODAY)[0] is Step.INTRODUCE
    assert next_step(one._replace(introduced=ago(29)), TODAY)[0] is Step.LET_GROW
    one = one._replace(introduced=ago(30))
    assert next_step(one, TODAY)[0] is Step.ASK_OUTCOME
    one = one._replace(outcome="a book")
    assert next_step(one, TODAY)[0] is Step.THANK
    assert next_step(one._replace(thanked=True), TODAY) == (Step.OVER, ())


def test_one_that_was_let_be_is_over() -> None:
    assert next_step(intro(state="dropped", asked=(ANA,)), TODAY) == (Step.OVER, ())


def test_a_state_alone_tells_the_day_of_the_record() -> None:
    assert next_step(intro(state="introduced"), TODAY)[0] is Step.ASK_OUTCOME


SOME = st.sets(st.sampled_from([ANA, BOB])).map(tuple)


@given(SOME, SOME)
def test_nobody_is_introduced_before_both_agreed(asked: Any, agreed: Any) -> None:
    step, _ = next_step(intro(asked=asked, agreed=agreed), TODAY)
    assert (step is Step.INTRODUCE) == ({ANA, BOB} == set(agreed))
