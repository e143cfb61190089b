"""Who wrote back to what was sent to many."""

from __future__ import annotations

from netjournal.domain.broadcasts import wrote_back
from netjournal.domain.values import Channel, Direction
from tests.domain.make import ago, talk

NEWS = talk(ago(40), Channel.EMAIL, broadcast=True)
EMAIL, INBOUND = Channel.EMAIL, Direction.INBOUND


def test_the_first_thing_they_send_within_thirty_days_is_the_answer() -> None:
    answer = talk(ago(11), EMAIL, INBOUND)
    assert wrote_back(NEWS, [answer, talk(ago(60), EMAIL, INBOUND)]) is answer
    assert wrote_back(NEWS, [talk(ago(9), EMAIL, INBOUND)]) is None
    assert wrote_back(NEWS, []) is None


def test_what_came_after_something_personal_of_mine_answers_that() -> None:
    assert wrote_back(NEWS, [talk(ago(30), EMAIL), talk(ago(20), EMAIL, INBOUND)]) is None


def test_a_broadcast_of_theirs_is_no_answer() -> None:
    assert wrote_back(NEWS, [talk(ago(30), EMAIL, INBOUND, broadcast=True)]) is None
