"""When I last reached out to those who promised something, in a part of the journal."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from netjournal.domain.gesture import Raw, Table
from netjournal.domain.replies import Outreach
from netjournal.domain.values import Channel, PersonId
from netjournal.journal.layers import people_in
from netjournal.journal.outreach import newest_outreach

if TYPE_CHECKING:
    from netjournal.journal.part import Part


class OutreachOfPart:
    """That of the index, with what came since."""

    def __init__(self, part: Part) -> None:
        self._part = part

    def of(self, person: PersonId, until: str) -> Outreach | None:
        """The newest to somebody, up to an ISO day.

        Raises:
            LookupError: all that passed with them must be asked.
        """
        known = self._part.placed.outreach.get(person)
        if known is None or known[0] > until or person in self._uncertain:
            raise LookupError(person)
        day, made, id, channel = known
        newest = newest_outreach(self._since.get(person, {}).items(), until)
        if newest is not None and newest <= (day, made, id):
            return Outreach(date.fromisoformat(day), Channel(channel)) if channel else None
        talk = self._part.conversation(newest[2]) if newest is not None else None
        if talk is None:
            raise LookupError(person)
        return Outreach(talk.day, talk.channel)

    @cached_property
    def _uncertain(self) -> frozenset[str]:
        """Those who are another by now, or of whom a conversation is."""
        cold = self._part.cold
        ids = chain(cold.people, cold.recounted)
        return frozenset(map(self._part.final, ids))

    @cached_property
    def _since(self) -> Mapping[str, Mapping[str, Raw]]:
        """What passed since, by person."""
        found: dict[str, dict[str, Raw]] = {}
        for id, raw in self._part.cold.overlay.get(Table.CONVERSATIONS, {}).items():
            for person in people_in(raw) if raw is not None else ():
                found.setdefault(self._part.final(person), {})[id] = raw or {}
        return found
