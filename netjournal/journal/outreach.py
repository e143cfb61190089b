"""Which conversations were outreach of mine, and which of them was the newest: from raw records."""

from __future__ import annotations

from collections.abc import Iterable

from netjournal.domain.gesture import Raw
from netjournal.domain.values import Direction

Moment = tuple[str, str, str]
"""Orders conversations: the ISO day, when it was made, the id."""
NEVER: Moment = ("", "", "")


def newest_outreach(talks: Iterable[tuple[str, Raw]], until: str) -> Moment:
    """The moment of the newest outreach among conversations up to an ISO day; else no id."""
    return max((outreach_in(id, raw, until) for id, raw in talks), default=NEVER)


def outreach_in(id: str, raw: Raw, until: str) -> Moment:
    """The moment of a conversation, if I reached out in it or we talked; else no id."""
    if raw.get("direction") == Direction.INBOUND or raw.get("broadcast"):
        return NEVER
    # ISO days compare as text
    moment = (str(raw.get("day")), str(raw.get("made")), id)
    return moment if moment[0] <= until else NEVER
