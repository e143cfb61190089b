"""Doing, snoozing and dropping promises: the changes each makes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from netjournal.clock import now
from netjournal.domain.gesture import Change
from netjournal.domain.promises import successor
from netjournal.domain.values import CommitmentState
from netjournal.journal.changes import created, edits, new_id

if TYPE_CHECKING:
    from netjournal.domain.commitment import Commitment
    from netjournal.journal.known import Known


def done(known: Known, promise: Commitment, *, on: date, outcome: str = "") -> list[Change]:
    """The promise is kept; a recurring one gets exactly one open successor."""
    changes = _ended(known, promise, CommitmentState.DONE, on, outcome)
    following = successor(promise, done_on=on, id=new_id(), made=now())
    if changes and following is not None:
        changes.append(created(following))
    return changes


def dropped(known: Known, promise: Commitment, *, on: date) -> list[Change]:
    """The promise is let go; a recurring one ends."""
    return _ended(known, promise, CommitmentState.DROPPED, on, "")


def snoozed(known: Known, promise: Commitment, *, until: date) -> list[Change]:
    """The promise is quiet until a day; its due day stays what was promised."""
    return edits(known, promise, snoozed=until)


def written(known: Known, promise: Commitment, *, on: date) -> list[Change]:
    """The card that was promised is written, and not posted yet."""
    return edits(known, promise, written=on)


def _ended(
    known: Known, promise: Commitment, state: CommitmentState, on: date, outcome: str
) -> list[Change]:
    if not promise.is_open:
        return []
    return edits(known, promise, state=state, done_on=on, outcome=outcome or promise.outcome)
