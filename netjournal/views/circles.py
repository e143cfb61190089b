"""How many people each circle holds, beside the size that was chosen for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from netjournal.domain.standing import State
from netjournal.domain.values import Circle
from netjournal.views.standings import Standings, Subject


@dataclass(frozen=True, slots=True)
class CircleSize:
    """``network 81 of 80``; the rolodex has no size."""

    circle: Circle
    n: int
    of: int | None

    @property
    def too_many(self) -> bool:
        """More than were meant; somebody may step back."""
        return self.of is not None and self.n > self.of

    @property
    def figure(self) -> str:
        """``81 of 80``."""
        return str(self.n) if self.of is None else f"{self.n} of {self.of}"

    def __str__(self) -> str:
        return f"{self.circle} {self.figure}"


def circle_sizes(standings: Standings) -> Mapping[Circle, CircleSize]:
    """The size of each circle; who rests or died counts in none."""
    counts = dict.fromkeys(Circle, 0)
    for subject in standings.everybody():
        counts[subject.person.circle] += not _is_away(subject)
    sizes = standings.settings.sizes
    return {circle: CircleSize(circle, n, sizes.get(circle)) for circle, n in counts.items()}


def _is_away(subject: Subject) -> bool:
    person = subject.person
    # only who is in a circle can rest, and standing costs a walk over what passed
    return person.died or (person.circle.in_network and subject.standing.state is State.RESTING)
