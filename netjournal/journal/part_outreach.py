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
from netjournal.journal.layers import strings_in
from netjournal.journal.outreach import newest_outreach

if TYPE_CHECKING:
    from netjournal.journal.part import Part


class OutreachOfPart:
    """That of the index, with what came since."""

    def __init__(self, part: Part) -> None:
        self._part = part

    def is_known(self, person: PersonId, until: str) -> bool:
        """Whether the index tells of somebody, up to an ISO day."""
        known = self._part.placed.outreach.get(person)
        return known is not None and known[0] <= until and person not in self._uncertain

    def of(self, person: PersonId, until: str) -> Outreach | None:
        """The newest to somebody of whom it tells."""
        day, made, id, channel = self._part.placed.outreach[person]
        since = self._since.get(person)
        if since is not None:
            newest = newest_outreach(since.items(), until)
            if newest > (day, made, id):
                return self._part.outreach_in_talk(newest[2])
        return Outreach(date.fromisoformat(day), Channel(channel)) if channel else None

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
            for person in _people(raw) if raw is not None else ():
                found.setdefault(self._part.final(person), {})[id] = raw or {}
        return found


_people = strings_in("people")
