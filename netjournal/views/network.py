"""The network: who is in touch, how well, by which means; every figure with its people."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain
from typing import TypeVar

from netjournal.domain.entry import Entry
from netjournal.domain.gathered import Yield
from netjournal.domain.gesture import Table
from netjournal.domain.introduction import Introduction
from netjournal.domain.person import Person
from netjournal.domain.quality import Band, Kept, Quality
from netjournal.domain.response import Purpose, Response
from netjournal.domain.standing import Standing, State, standing
from netjournal.domain.values import ME, Channel, Circle, PersonId
from netjournal.journal.snapshot import Snapshot
from netjournal.views.circles import CircleSize, circle_sizes
from netjournal.views.gatherings import gathering_view
from netjournal.views.standings import InTouch, Standings, Subject
from netjournal.views.year import Week, weeks_of

K = TypeVar("K", Channel, Purpose)
_A_YEAR = 365
INTRODUCED = "introduced"
"""Begins the kind of a relation to whoever introduced somebody to me."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """The people of one calibre whose relationship comes to one word."""

    calibre: int | None
    """None: not said."""
    band: Band
    people: tuple[PersonId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What became of something I sent, and to whom."""

    response: Response
    people: tuple[PersonId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Promises:
    """Promises kept of those that came due, and whose they were with."""

    kept: Kept
    people: tuple[PersonId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkView:
    """The figures of the network, each with the people behind it."""

    day: date
    in_touch: InTouch
    now: tuple[PersonId, ...]
    """Those in touch."""
    before: InTouch
    """The same at the end of last quarter, of those who were in a circle then."""
    quarter_end: date
    cards: int
    """People of the journal, the rolodex included: a headcount, and called so."""
    first: tuple[PersonId, ...]
    """Never in contact so far."""
    ahead: tuple[PersonId, ...]
    """Not in touch, and newly chosen: their first day to be written to is still to come."""
    quietened: tuple[PersonId, ...]
    """In touch then, and not now."""
    returned: tuple[PersonId, ...]
    """In touch now, and not then."""
    soon: tuple[PersonId, ...]
    """In touch still, and not for long: the longest silence first."""
    sizes: Mapping[Circle, CircleSize]
    bands: Mapping[Band, tuple[PersonId, ...]]
    grid: tuple[Cell, ...]
    """Calibre by band, without inner people, of whom no calibre is told."""
    by_channel: Mapping[Channel, Answers]
    by_purpose: Mapping[Purpose, Answers]
    gave: tuple[PersonId, ...]
    """To whom I gave within a year, once for each gift."""
    got: tuple[PersonId, ...]
    mine: Promises
    theirs: Promises
    events: Yield
    """The gatherings of this quarter."""
    weeks: tuple[Week, ...]
    """The last 52, oldest first."""
    introductions: tuple[Introduction, ...]
    """Newest first."""
    introduced: tuple[tuple[PersonId, PersonId], ...]
    """Who was introduced to me, and by whom."""


def quarter_start(day: date) -> date:
    """The first day of the calendar quarter of a day."""
    return date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)


def living(standings: Standings) -> list[tuple[Subject, Quality]]:
    """The people in circles who neither rest nor died, each with the relationship."""
    return [
        (subject, subject.quality)
        for subject in standings.network()
        if subject.standing.is_counted and subject.quality is not None
    ]


def network_view(standings: Standings) -> NetworkView:
    """Every figure, in one pass over the people in circles."""
    snapshot, today = standings.snapshot, standings.today
    start = quarter_start(today)
    end = start - timedelta(days=1)
    alive = living(standings)
    subjects = [subject for subject, _ in alive]
    now = {one.person.id for one in subjects if one.standing.in_touch}
    then = [one for one in subjects if _was_in_circle(one.person, end)]
    before = {one.person.id for one in then if _was_in_touch(one, end, standings)}
    people = [one.person.id for one in subjects]
    since = today - timedelta(days=_A_YEAR)
    return NetworkView(
        day=today,
        in_touch=InTouch(len(now), len(alive)),
        now=tuple(id for id in people if id in now),
        before=InTouch(len(before), len(then)),
        quarter_end=end,
        cards=_cards(snapshot),
        first=tuple(one.person.id for one in subjects if one.standing.state is State.NOT_YET),
        ahead=tuple(one.person.id for one in subjects if _is_ahead(one.standing, today)),
        quietened=tuple(id for id in people if id in before - now),
        returned=tuple(id for id in people if id in now - before),
        soon=_soon(subjects),
        sizes=circle_sizes(standings),
        bands={
            band: tuple(one.person.id for one, found in alive if found.band is band)
            for band in Band
        },
        grid=_grid(alive),
        by_channel=_answers(alive, Channel, lambda found: found.by_channel),
        by_purpose=_answers(alive, Purpose, lambda found: found.by_purpose),
        gave=_gifts(((one, found.ledger.gave) for one, found in alive), since),
        got=_gifts(((one, found.ledger.got) for one, found in alive), since),
        mine=_promises((one, found.kept_mine) for one, found in alive),
        theirs=_promises((one, found.kept_theirs) for one, found in alive),
        events=_events(start, standings),
        weeks=weeks_of(chain.from_iterable(one.conversations for one in subjects), today),
        introductions=tuple(
            sorted(snapshot.introductions(), key=lambda one: (one.day, one.id), reverse=True)
        ),
        introduced=tuple(_introduced(subjects, snapshot)),
    )


def _cards(snapshot: Snapshot) -> int:
    """Everybody but me and those merged into others; nobody is decoded for a headcount."""
    people = snapshot.table(Table.PEOPLE)
    merged = sum(raw.get("merged_into") is not None for raw in people.values())
    return len(people) - (ME in people) - merged


def _is_ahead(where: Standing, today: date) -> bool:
    return not where.in_touch and where.due is not None and where.due > today


def _was_in_circle(person: Person, day: date) -> bool:
    return person.circle_since is None or person.circle_since <= day


def _was_in_touch(subject: Subject, day: date, standings: Standings) -> bool:
    return standing(
        subject.person,
        [one for one in subject.conversations if one.day <= day],
        me=standings.snapshot.me,
        settings=standings.settings,
        today=day,
    ).in_touch


def _soon(subjects: Iterable[Subject]) -> tuple[PersonId, ...]:
    found = [one.standing for one in subjects if one.standing.state is State.DUE_SOON]
    found.sort(key=lambda one: -(one.staleness or 0))
    return tuple(one.person.id for one in found)


def _grid(alive: Sequence[tuple[Subject, Quality]]) -> tuple[Cell, ...]:
    cells: dict[tuple[int, Band], list[PersonId]] = {}
    for subject, found in alive:
        person = subject.person
        if person.circle is not Circle.INNER:
            cells.setdefault((person.calibre or 0, found.band), []).append(person.id)
    order = list(Band)
    keys = sorted(cells, key=lambda key: (-key[0], order.index(key[1])))
    return tuple(
        Cell(calibre=key[0] or None, band=key[1], people=tuple(cells[key])) for key in keys
    )


def _answers(
    alive: Iterable[tuple[Subject, Quality]],
    order: Iterable[K],
    of: Callable[[Quality], Mapping[K, Response]],
) -> Mapping[K, Answers]:
    """What became of what I sent, in the order of ``order``."""
    sums: dict[K, Response] = {}
    people: dict[K, list[PersonId]] = {}
    for subject, found in alive:
        for key, response in of(found).items():
            sums[key] = sums.get(key, Response()) + response
            people.setdefault(key, []).append(subject.person.id)
    return {
        key: Answers(response=sums[key], people=tuple(people[key])) for key in order if key in sums
    }


def _gifts(found: Iterable[tuple[Subject, Iterable[Entry]]], since: date) -> tuple[PersonId, ...]:
    return tuple(one.person.id for one, gifts in found for gift in gifts if gift.day > since)


def _promises(found: Iterable[tuple[Subject, Kept]]) -> Promises:
    known = [(one.person.id, kept) for one, kept in found if kept.of]
    return Promises(
        kept=sum((kept for _, kept in known), Kept()), people=tuple(id for id, _ in known)
    )


def _events(start: date, standings: Standings) -> Yield:
    whole = Yield()
    for gathering in standings.snapshot.gatherings():
        if gathering.day is not None and start <= gathering.day <= standings.today:
            whole += gathering_view(gathering, standings).result
    return whole


def _introduced(
    subjects: Iterable[Subject], snapshot: Snapshot
) -> Iterator[tuple[PersonId, PersonId]]:
    for subject in subjects:
        for relation in subject.person.relations:
            if relation.person is not None and relation.kind.lower().startswith(INTRODUCED):
                yield subject.person.id, snapshot.final(relation.person)
