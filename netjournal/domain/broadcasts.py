"""What is sent to many is no contact; who writes back to it is."""

from __future__ import annotations

from collections.abc import Iterable

from netjournal.domain.conversation import Conversation
from netjournal.domain.days import plus
from netjournal.domain.replies import in_order
from netjournal.domain.values import Direction

WRITES_BACK_WITHIN = 30
"""Days after something sent to many in which what somebody writes is taken for an answer."""


def wrote_back(sent: Conversation, talks: Iterable[Conversation]) -> Conversation | None:
    """What one of its people wrote back, or nothing.

    The first they sent within 30 days of it, unless something personal of mine came between:
    that is what they answer then.
    """
    until = plus(sent.day, WRITES_BACK_WITHIN)
    for one in sorted(talks, key=in_order):
        if one.broadcast or one.day > until or in_order(one) <= in_order(sent):
            continue
        return one if one.direction is Direction.INBOUND else None
    return None
