"""How many people each circle holds, beside the size that was chosen for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from netjournal.domain.gesture import Table
from netjournal.domain.values import ME, Circle
from netjournal.tuples import NamedTuple
from netjournal.views.standings import Standings


class CircleSize(NamedTuple):
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
    counts = _near(standings)
    people = standings.snapshot.table(Table.PEOPLE)
    gone = sum(bool(raw.get("died") or raw.get("merged_into")) for raw in people.values())
    near = sum(not one.person.died for one in standings.network())
    counts[Circle.ROLODEX] = len(people) - (ME in people) - gone - near
    sizes = standings.settings.sizes
    return {circle: CircleSize(circle, counts[circle], sizes.get(circle)) for circle in Circle}


def crowded(standings: Standings) -> tuple[CircleSize, ...]:
    """The circles that hold more people than was meant."""
    sizes = standings.settings.sizes
    known = (CircleSize(circle, n, sizes.get(circle)) for circle, n in _near(standings).items())
    return tuple(size for size in known if size.too_many)


def _near(standings: Standings) -> Counter[Circle]:
    """People in the circles; nobody of the rolodex is looked at."""
    return Counter(
        subject.person.circle for subject in standings.network() if subject.standing.is_counted
    )
