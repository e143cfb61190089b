"""Acts on gatherings: chosen, not after all, told in a line."""

from __future__ import annotations

import pytest

from netjournal.domain.values import Circle
from netjournal.errors import UsageError
from netjournal.journal.gatherings import chosen, meeting_line, settled, unchosen
from netjournal.journal.snapshot import Snapshot
from tests.domain.make import ANA, TODAY, ago, person
from tests.journal.make import BOB, bob, gathering, snapshot_of

EVENT = gathering(day=ago(2))
FOUR = [ANA, BOB, person("70").id, person("71").id]


def journal() -> Snapshot:
    return snapshot_of(
        person(circle=Circle.ROLODEX), bob(circle=Circle.CLOSE), person("70"), person("71"), EVENT
    )


def test_who_is_chosen_leaves_the_rolodex_and_who_is_near_stays_there() -> None:
    before = journal()
    after = before.after(chosen(before, EVENT, [ANA, BOB], circle=Circle.NETWORK, today=TODAY))
    event, ana, bob_now = after.gathering(EVENT.id), after.person(ANA), after.person(BOB)
    assert event is not None
    assert event.chosen == (ANA, BOB)
    assert ana is not None
    assert (ana.circle, ana.circle_since) == (Circle.NETWORK, TODAY)
    assert bob_now is not None
    assert bob_now.circle is Circle.CLOSE


def test_a_fourth_has_to_be_meant() -> None:
    now = journal()
    with pytest.raises(UsageError, match="three can be followed up well"):
        chosen(now, EVENT, FOUR, circle=Circle.NETWORK, today=TODAY)
    assert chosen(now, EVENT, FOUR, circle=Circle.NETWORK, today=TODAY, more=True)


def test_not_after_all_keeps_the_circle() -> None:
    before = journal()
    now = before.after(chosen(before, EVENT, [ANA], circle=Circle.NETWORK, today=TODAY))
    event = now.gathering(EVENT.id)
    assert event is not None
    after = now.after(unchosen(now, event, ANA))
    ana, event = after.person(ANA), after.gathering(EVENT.id)
    assert event is not None
    assert event.chosen == ()
    assert ana is not None
    assert ana.circle is Circle.NETWORK


def test_nobody_more() -> None:
    now = journal()
    event = now.after(settled(now, EVENT)).gathering(EVENT.id)
    assert event is not None
    assert event.settled


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("Ana Ruiz: keen on forms", "Ana Ruiz: met, keen on forms"),
        (" Ana Ruiz ", "Ana Ruiz: met"),
        ("Ana: she said: no", "Ana: met, she said: no"),
    ],
)
def test_a_line_of_a_debrief_becomes_one_of_quick_add(typed: str, line: str) -> None:
    assert meeting_line(typed) == line
