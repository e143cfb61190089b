"""Which conversations were outreach of mine, and which of them was the newest: from raw records."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from netjournal.domain.gesture import Raw
from netjournal.domain.values import Direction
from netjournal.journal.dated import plain_day

Moment = tuple[str, str, str]
"""Orders conversations: the ISO day, when it was made, the id."""
NEVER: Moment = ("", "", "")
EVER = date.max.isoformat()


def newest_outreach(talks: Iterable[tuple[str, Raw]], until: str = EVER) -> Moment | None:
    """The moment of the newest outreach among conversations up to an ISO day, or ``NEVER``.

    None where a day is written in another way, so that only decoding tells.
    """
    newest = NEVER
    for id, raw in talks:
        if not plain_day(raw.get("day")):
            return None
        newest = max(newest, outreach_in(id, raw, until))
    return newest


def outreach_in(id: str, raw: Raw, until: str = EVER) -> Moment:
    """The moment of a conversation, if I reached out in it or we talked; else ``NEVER``."""
    if raw.get("direction") == Direction.INBOUND or raw.get("broadcast"):
        return NEVER
    # ISO days compare as text
    moment = (str(raw.get("day")), str(raw.get("made")), id)
    return moment if moment[0] <= until else NEVER
