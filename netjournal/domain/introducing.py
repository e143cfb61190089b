"""Introductions on their way: both are asked first, and later what came of it."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from netjournal.domain.introduction import Introduction
from netjournal.domain.values import PersonId

OUTCOME_AFTER = 30
"""Days after which one asks what came of it."""
_MADE = frozenset({"introduced", "outcome"})


class Step(StrEnum):
    """What comes next of an introduction."""

    ASK = "ask"
    AWAIT = "await"
    INTRODUCE = "introduce"
    LET_GROW = "let_grow"
    ASK_OUTCOME = "ask_outcome"
    THANK = "thank"
    OVER = "over"


def introduced_on(one: Introduction) -> date | None:
    """The day they were introduced; that of the record where only the state tells it."""
    return one.introduced or (one.day if one.state in _MADE else None)


def next_step(one: Introduction, today: date) -> tuple[Step, tuple[PersonId, ...]]:
    """What comes next, and with whom. Nobody is introduced before both agreed."""
    if one.thanked or one.state == "dropped":
        return Step.OVER, ()
    made = introduced_on(one)
    if one.outcome or one.state == "outcome":
        return Step.THANK, one.people
    if made is not None:
        is_time = today >= made + timedelta(days=OUTCOME_AFTER)
        return (Step.ASK_OUTCOME if is_time else Step.LET_GROW), one.people
    unasked = tuple(id for id in one.people if id not in (*one.asked, *one.agreed))
    if unasked:
        return Step.ASK, unasked[:1]
    silent = tuple(id for id in one.people if id not in one.agreed)
    return (Step.AWAIT, silent) if silent else (Step.INTRODUCE, one.people)
