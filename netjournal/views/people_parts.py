"""The network and the rolodex apart: how many there are, and who."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from netjournal.domain.gesture import Table
from netjournal.domain.values import ME, Circle
from netjournal.views.standings import Standings, Subject

_NEAR = tuple(str(circle) for circle in Circle if circle.in_network)


class Part(StrEnum):
    """A part of the people one may look at."""

    NETWORK = "network"
    """The people in circles."""
    ROLODEX = "rolodex"
    """Everybody else: findable, never proposed."""
    ALL = "all"


def holds(part: Part, subject: Subject) -> bool:
    """Whether somebody belongs to a part."""
    return part is Part.ALL or subject.person.circle.in_network is (part is Part.NETWORK)


def people_in(part: Part, standings: Standings) -> Iterable[Subject]:
    """Everybody of a part; for the network nobody else is even decoded."""
    if part is Part.NETWORK:
        return standings.network()
    return (subject for subject in standings.everybody() if holds(part, subject))


def count_parts(standings: Standings) -> Mapping[Part, int]:
    """How many belong to each part, read from the raw records."""
    near = everybody = 0
    for id, raw in standings.snapshot.table(Table.PEOPLE).items():
        if id != ME and not raw.get("merged_into"):
            everybody += 1
            near += raw.get("circle") in _NEAR
    return {Part.NETWORK: near, Part.ROLODEX: everybody - near, Part.ALL: everybody}
