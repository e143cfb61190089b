"""The network: who is in touch, how well, by which means; collecting or relating, and what next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from netjournal.domain.gathered import Yield
from netjournal.domain.gesture import Table
from netjournal.domain.others import Introduction
from netjournal.domain.person import Person
from netjournal.domain.quality import Band, Kept, Quality, quality
from netjournal.domain.replies import personal, replies
from netjournal.domain.response import Response, responses
from netjournal.domain.standing import State, standing
from netjournal.domain.values import ME, Channel, Circle, Owner, PersonId
from netjournal.journal.snapshot import Snapshot
from netjournal.views.circles import CircleSize, circle_sizes
from netjournal.views.gatherings import gathering_view
from netjournal.views.standings import InTouch, Standings, Subject

WEEKS = 52
_AWAY = frozenset({State.RESTING, State.DIED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """The people of one calibre whose relationship comes to one word."""

    calibre: int | None
    """None: not said."""
    band: Band
    people: tuple[PersonId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """Personal contacts of one week by channel."""

    monday: date
    by_channel: Mapping[Channel, int]

    @property
    def n(self) -> int:
        """All of them."""
        return sum(self.by_channel.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkView:
    """The figures of the network, each with the people behind it."""

    day: date
    in_touch: InTouch
    before: InTouch
    """The same at the end of last quarter, of those who were in a circle then."""
    quarter_end: date
    cards: int
    """People of the journal, the rolodex included: a headcount, and called so."""
    quietened: tuple[PersonId, ...]
    """In touch then, and not now."""
    returned: tuple[PersonId, ...]
    """In touch now, and not then."""
    sizes: Mapping[Circle, CircleSize]
    bands: Mapping[Band, tuple[PersonId, ...]]
    grid: tuple[Cell, ...]
    """Calibre by band, without inner people, of whom no calibre is told."""
    response: Mapping[Channel, Response]
    gave: tuple[PersonId, ...]
    """To whom I gave within a year, once for each gift."""
    got: tuple[PersonId, ...]
    kept_mine: Kept
    kept_theirs: Kept
    events: Yield
    """The gatherings of this quarter."""
    weeks: tuple[Week, ...]
    """The last 52, oldest first."""
    introductions: tuple[Introduction, ...]
    """Newest first."""


def quarter_start(day: date) -> date:
    """The first day of the calendar quarter of a day."""
    return date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)


def network_view(standings: Standings) -> NetworkView:
    """Every figure, in one pass over the people in circles."""
    snapshot, today = standings.snapshot, standings.today
    start = quarter_start(today)
    end = start - timedelta(days=1)
    alive = [one for one in standings.network() if one.standing.state not in _AWAY]
    now = {one.person.id for one in alive if one.standing.in_touch}
    then = [one for one in alive if _was_in_circle(one.person, end)]
    before = {one.person.id for one in then if _was_in_touch(one, end, standings)}
    qualities = {one.person.id: found for one in alive if (found := quality_of(one, standings))}
    people = {one.person.id: one.person for one in alive}
    year_ago = today - timedelta(days=365)
    return NetworkView(
        day=today,
        in_touch=InTouch(len(now), len(alive)),
        before=InTouch(len(before), len(then)),
        quarter_end=end,
        cards=_cards(snapshot),
        quietened=tuple(id for id in people if id in before - now),
        returned=tuple(id for id in people if id in now - before),
        sizes=circle_sizes(standings),
        bands={
            band: tuple(id for id, one in qualities.items() if one.band is band) for band in Band
        },
        grid=_grid(qualities, people),
        response=_responses(alive, standings),
        gave=tuple(
            id for id, one in qualities.items() for e in one.ledger.gave if e.day > year_ago
        ),
        got=tuple(id for id, one in qualities.items() for e in one.ledger.got if e.day > year_ago),
        kept_mine=_kept(qualities.values(), Owner.MINE),
        kept_theirs=_kept(qualities.values(), Owner.THEIRS),
        events=_events(start, standings),
        weeks=_weeks(alive, today),
        introductions=tuple(
            sorted(snapshot.introductions(), key=lambda one: (one.day, one.id), reverse=True)
        ),
    )


def _cards(snapshot: Snapshot) -> int:
    """Everybody but me and those merged into others; nobody is decoded for a headcount."""
    raws = snapshot.table(Table.PEOPLE).items()
    return sum(id != ME and raw.get("merged_into") is None for id, raw in raws)


def quality_of(subject: Subject, standings: Standings) -> Quality | None:
    """The quality of the relationship with one person."""
    return quality(
        subject.person,
        subject.conversations,
        subject.commitments,
        subject.entries,
        me=standings.snapshot.me,
        settings=standings.settings,
        today=standings.today,
    )


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


def _grid(
    qualities: Mapping[PersonId, Quality], people: Mapping[PersonId, Person]
) -> tuple[Cell, ...]:
    cells: dict[tuple[int, Band], list[PersonId]] = {}
    for id, one in qualities.items():
        if people[id].circle is not Circle.INNER:
            cells.setdefault((people[id].calibre or 0, one.band), []).append(id)
    order = list(Band)
    keys = sorted(cells, key=lambda key: (-key[0], order.index(key[1])))
    return tuple(
        Cell(calibre=key[0] or None, band=key[1], people=tuple(cells[key])) for key in keys
    )


def _responses(alive: Iterable[Subject], standings: Standings) -> Mapping[Channel, Response]:
    found: dict[Channel, Response] = {}
    for subject in alive:
        past = personal(subject.conversations, standings.today)
        read = replies(
            past,
            subject.person,
            me=standings.snapshot.me,
            settings=standings.settings,
            today=standings.today,
        )
        for channel, one in responses(past, read).items():
            found[channel] = found.get(channel, Response()) + one
    return {channel: found[channel] for channel in Channel if channel in found}


def _kept(qualities: Iterable[Quality], owner: Owner) -> Kept:
    mine = owner is Owner.MINE
    return sum((one.kept_mine if mine else one.kept_theirs for one in qualities), Kept())


def _events(start: date, standings: Standings) -> Yield:
    whole = Yield()
    for gathering in standings.snapshot.gatherings():
        if gathering.day is not None and start <= gathering.day <= standings.today:
            whole += gathering_view(gathering, standings).result
    return whole


def _weeks(alive: Iterable[Subject], today: date) -> tuple[Week, ...]:
    """Contacts of people in circles; one with several of them is one contact."""
    monday = today - timedelta(days=today.weekday())
    first = monday - timedelta(weeks=WEEKS - 1)
    talks = {
        talk.id: talk
        for subject in alive
        for talk in subject.conversations
        if not talk.broadcast and first <= talk.day <= today
    }
    counts = Counter((((talk.day - first).days) // 7, talk.channel) for talk in talks.values())
    return tuple(
        Week(
            monday=first + timedelta(weeks=week),
            by_channel={c: counts[week, c] for c in Channel if counts[week, c]},
        )
        for week in range(WEEKS)
    )
