"""The next step with somebody, read from a few words."""

from __future__ import annotations

from datetime import date

import pytest

from netjournal.domain.settings import Settings
from netjournal.domain.values import Channel, Owner
from netjournal.errors import InputError
from netjournal.journal.adding import Reading
from netjournal.journal.next_step import next_step
from tests.domain.make import ANA, person
from tests.journal.make import snapshot_of

TODAY = date(2026, 3, 11)
READING = Reading(TODAY, Settings())


@pytest.mark.parametrize(
    ("text", "said", "due", "channel"),
    [
        ("call in 2 weeks about the roof", "call about the roof", date(2026, 3, 25), "phone"),
        ("postcard on friday", "postcard", date(2026, 3, 13), "postcard"),
        ("send the plan by 3 april", "send the plan", date(2026, 4, 3), None),
        ("ask Bob about the flat", "ask Bob about the flat", None, None),
    ],
)
def test_a_few_words_make_a_promise_of_mine(
    text: str, said: str, due: date | None, channel: str | None
) -> None:
    step = next_step(text, ANA, snapshot_of(person()), READING)
    assert (step.owner, step.people, step.text, step.due) == (Owner.MINE, (ANA,), said, due)
    assert step.channel == (Channel(channel) if channel else None)


@pytest.mark.parametrize("text", ["call by 30 feb", "friday", ""])
def test_words_that_promise_nothing_are_an_error(text: str) -> None:
    with pytest.raises(InputError):
        next_step(text, ANA, snapshot_of(person()), READING)
