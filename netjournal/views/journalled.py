"""What lines about promises ask of the journal, as it stands on one day."""

from __future__ import annotations

from datetime import date

from netjournal.domain.commitment import Commitment
from netjournal.domain.person import Person
from netjournal.domain.replies import Outreach
from netjournal.domain.values import PersonId, RecordId
from netjournal.journal.snapshot import Snapshot


class OnTheDay:
    """A snapshot that is asked about single promises and people; merges are followed."""

    def __init__(self, snapshot: Snapshot, today: date) -> None:
        self._snapshot = snapshot
        self._today = today

    def promise(self, id: RecordId) -> Commitment:
        """An open promise in full."""
        promise = self._snapshot.commitment(id)
        assert promise is not None, "only what can be read has an outline"
        return promise

    def person(self, id: PersonId) -> Person | None:
        """Somebody; None if they are gone."""
        return self._snapshot.person(id)

    def has_died(self, id: PersonId) -> bool:
        """Whether somebody is known to have died."""
        return self._snapshot.has_died(id)

    def outreach(self, id: PersonId) -> Outreach | None:
        """When I last reached out to somebody up to the day, or we talked."""
        return self._snapshot.outreach(self._snapshot.final(id), self._today)
