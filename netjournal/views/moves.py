"""Who may be nearer, and who less near, with the reason in words; nobody is moved by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain, islice

from netjournal.domain.moving import HALF_A_YEAR, Move, may_enter, suggested_move
from netjournal.domain.person import Person
from netjournal.domain.quality import Quality
from netjournal.domain.values import Circle, PersonId
from netjournal.text import plural
from netjournal.views.report import Row, Section
from netjournal.views.standings import Standings, Subject

_SHOWN = 7
_LEAST_DAYS = 2
_NEAR = list(Circle)


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """Somebody who may be in another circle."""

    person: Person
    move: Move
    why: str


def suggestions(
    alive: Sequence[tuple[Subject, Quality]], standings: Standings
) -> tuple[Suggestion, ...]:
    """A few of them, the nearest circles first, then those of the rolodex I talk with."""
    found = chain(_between(alive, standings), _from_rolodex(standings))
    return tuple(islice(found, _SHOWN))


def moves_section(found: Sequence[Suggestion]) -> Section:
    """Who may be nearer, and who less near."""
    rows = (
        Row(label=one.person.name, text=f"{one.move.to}? {one.why}", people=(one.person.id,))
        for one in found
    )
    return Section("Nearer, or less near?", tuple(rows), table=True)


def _between(
    alive: Sequence[tuple[Subject, Quality]], standings: Standings
) -> Iterator[Suggestion]:
    me, cadences = standings.snapshot.me, standings.settings.cadences
    for subject, found in sorted(alive, key=lambda one: _NEAR.index(one[0].person.circle)):
        move = suggested_move(subject.standing, found, cadences, standings.today, me)
        if move is None:
            continue
        nearer = _NEAR.index(move.to) < _NEAR.index(subject.person.circle)
        seen = str(found.band) if nearer else subject.standing.quiet
        contacts = plural(move.contacts, "contact")
        why = f"{seen}, {contacts} in a year; {move.to} is every {cadences[move.to]}"
        yield Suggestion(person=subject.person, move=move, why=why)


def _from_rolodex(standings: Standings) -> Iterator[Suggestion]:
    """Whom I talked with lately, the newest first; the rest of a rolodex is not looked at."""
    snapshot, today = standings.snapshot, standings.today
    days: dict[PersonId, set[date]] = {}
    told: set[PersonId] = set()
    for back in range(HALF_A_YEAR):
        day = today - timedelta(days=back)
        for id in {snapshot.final(id) for talk in snapshot.talks_on(day) for id in talk.people}:
            days.setdefault(id, set()).add(day)
            if len(days[id]) < _LEAST_DAYS or id in told:
                continue
            told.add(id)
            person = snapshot.person(id)
            move = may_enter(person, snapshot.conversations_of(id), today) if person else None
            if person is not None and move is not None:
                why = f"{move.contacts} talks in half a year, and in no circle"
                yield Suggestion(person=person, move=move, why=why)
