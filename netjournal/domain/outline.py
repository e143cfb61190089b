"""The outline of an open promise: what Today ranks it by, without what it is about."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from netjournal.domain.values import Owner, PersonId, RecordId
from netjournal.tuples import NamedTuple

if TYPE_CHECKING:
    from netjournal.domain.commitment import Commitment


class Outline(NamedTuple):
    """What of an open promise decides whether, and where, Today shows it."""

    id: RecordId
    said: date
    owner: Owner
    people: tuple[PersonId, ...]
    due: date | None
    snoozed: date | None
    is_follow_up: bool

    @property
    def is_dated(self) -> bool:
        """Whether it comes up on a day that was named."""
        return self.due is not None or self.snoozed is not None


def outline_of(promise: Commitment) -> Outline:
    """The outline of a promise."""
    return Outline(
        promise.id, promise.said, promise.owner, promise.people, promise.due, promise.snoozed,
        promise.is_follow_up,
    )  # fmt: skip
