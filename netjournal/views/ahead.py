"""What the next seven days bring: promises of both sides, days of the year, gatherings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from netjournal.domain.occasions import coming
from netjournal.domain.values import Owner
from netjournal.tuples import NamedTuple
from netjournal.views.signs import CHANNEL_SIGN
from netjournal.views.standings import Standings

DAYS = 7


class AheadLine(NamedTuple):
    """Something on a day to come."""

    day: date
    id: str
    record: str
    sign: str
    names: str
    text: str


def ahead(standings: Standings) -> tuple[AheadLine, ...]:
    """From today on, in the order of the days; what is overdue stands in Today."""
    last = standings.today + timedelta(days=DAYS - 1)
    lines = (*_promises(standings), *_dates(standings), *_gatherings(standings))
    found = [line for line in lines if standings.today <= line.day <= last]
    return tuple(sorted(found, key=lambda line: (line.day, line.names, line.text, line.record)))


def _promises(standings: Standings) -> Iterator[AheadLine]:
    snapshot = standings.snapshot
    for promise in snapshot.open_commitments():
        day = promise.shown_on
        if day is not None:
            theirs = promise.owner is Owner.THEIRS
            yield AheadLine(
                day=day,
                id=snapshot.short(promise.id),
                record=promise.id,
                sign=CHANNEL_SIGN[promise.channel] if promise.channel else "◷" if theirs else "·",
                names=", ".join(snapshot.names_of(promise.people)),
                text=f"they: {promise.text}" if theirs else promise.words,
            )


def _dates(standings: Standings) -> Iterator[AheadLine]:
    snapshot = standings.snapshot
    for subject in standings.network():
        person = subject.person
        if not subject.standing.is_counted:
            continue
        for occasion in coming(person, snapshot.me, standings.settings, standings.today):
            id = snapshot.short(person.id)
            if occasion.post_by is not None and occasion.post_by < occasion.day:
                text = f"last day to post a card: {occasion.name}"
                yield AheadLine(occasion.post_by, id, person.id, "✉", person.name, text)
            yield AheadLine(occasion.day, id, person.id, "☆", person.name, occasion.name)


def _gatherings(standings: Standings) -> Iterator[AheadLine]:
    for gathering in standings.snapshot.gatherings():
        if gathering.day is not None:
            id = standings.snapshot.short(gathering.id)
            yield AheadLine(gathering.day, id, gathering.id, "◇", gathering.name, gathering.place)


def ahead_json(lines: Sequence[AheadLine]) -> Sequence[Mapping[str, object]]:
    """The lines in their JSON shape."""
    return [
        {"date": line.day.isoformat(), "id": line.record, "names": line.names, "text": line.text}
        for line in lines
    ]
