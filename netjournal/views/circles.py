"""How many people a circle holds, beside the size that was chosen for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from netjournal.domain.settings import Settings
from netjournal.domain.values import Circle
from netjournal.journal.snapshot import Snapshot


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

    def __str__(self) -> str:
        return f"{self.circle} {self.n}" + (f" of {self.of}" if self.of is not None else "")


def circle_size(snapshot: Snapshot, circle: Circle, settings: Settings, today: date) -> CircleSize:
    """The size of a circle; who rests or died is not counted."""
    n = 0
    for person in snapshot.people():
        resting = person.rest is not None and (
            person.rest.until is None or person.rest.until > today
        )
        n += person.circle is circle and not person.died and not resting
    return CircleSize(circle, n, settings.sizes.get(circle))
