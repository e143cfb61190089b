"""The people of one circle with the parts of each relationship, who may step back first."""

from __future__ import annotations

from dataclasses import dataclass

from netjournal.domain.phrases import ago
from netjournal.domain.quality import Quality
from netjournal.domain.rightsize import step_back
from netjournal.domain.standing import Standing
from netjournal.domain.values import Circle
from netjournal.views.network import living
from netjournal.views.standings import Standings


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """One of them: nothing here is added up to one number."""

    standing: Standing
    quality: Quality
    band: str
    quiet: str
    """``quiet for 4 months``; nothing where they were never reached."""
    real: str
    """When we last really talked."""
    reached: str
    """``you 3, they 1, both 2`` within a year."""
    gifts: str
    """``gave 1, got 2``."""
    calibre: str
    """Nothing for inner people, and where it was not said."""


def side_by_side(circle: Circle, standings: Standings) -> tuple[Beside, ...]:
    """Everybody of a circle who neither rests nor died, in the order of stepping back."""
    within = {
        subject.person.id: (subject.standing, found)
        for subject, found in living(standings)
        if subject.person.circle is circle
    }
    order = step_back(
        [(where, found.band) for where, found in within.values()],
        standings.today,
        standings.snapshot.me,
    )
    return tuple(_beside(*within[one.person.id], standings) for one in order)


def _beside(where: Standing, found: Quality, standings: Standings) -> Beside:
    gave, got = len(found.ledger.gave), len(found.ledger.got)
    inner = where.person.circle is Circle.INNER
    calibre = where.person.calibre
    return Beside(
        standing=where,
        quality=found,
        band=found.band.words,
        quiet=where.quiet or ("" if where.last_contact is None else "today"),
        real=ago(found.last_real, standings.today) if found.last_real else "not yet",
        reached=f"you {found.mine}, they {found.theirs}, both {found.mutual}",
        gifts=f"gave {gave}, got {got}" if gave or got else "",
        calibre="" if inner or calibre is None else str(calibre),
    )
