"""Today: whom to get back to, by which means, and why; in groups, each line with its reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, overload

from netjournal.domain.days import pause_until
from netjournal.domain.item import Group, Item, ItemKind, Placed
from netjournal.domain.phrases import day_with_weekday
from netjournal.domain.values import Channel, PersonId
from netjournal.journal.snapshot import Snapshot
from netjournal.tuples import NamedTuple
from netjournal.views.circles import CircleSize, crowded
from netjournal.views.signs import CHANNEL_SIGN, GROUP_TITLE, ITEM_SIGN
from netjournal.views.standings import InTouch, Standings

if TYPE_CHECKING:
    from netjournal.journal.algebra import Query

GROUP_LIMIT = 7
"""Lines a group shows; the rest is told as a number."""
DATE_MARK = "d"
"""Ends the id of a line about a coming date, beside the person's own line."""


class TodayLine(NamedTuple):
    """One thing to do, with its reason in words."""

    id: str
    """What ``done``, ``snooze`` and ``drop`` take."""
    item: Item
    sign: str
    name: str
    """Whom it is about; several are joined."""
    what: str
    reason: str

    @property
    def person(self) -> PersonId | None:
        """The first person it is about."""
        return self.item.person


class TodayGroup(NamedTuple):
    """Lines that belong together, at most seven shown."""

    group: Group
    title: str
    lines: Sequence[TodayLine]

    @property
    def shown(self) -> Sequence[TodayLine]:
        """The first lines."""
        return self.lines[:GROUP_LIMIT]

    @property
    def more(self) -> int:
        """How many more there are."""
        return max(0, len(self.lines) - GROUP_LIMIT)


class TodayView(NamedTuple):
    """The attention list of one day."""

    day: date
    groups: tuple[TodayGroup, ...]
    in_touch: InTouch
    drafts: int
    crowded: tuple[CircleSize, ...] = ()
    """Circles that hold more people than was meant: who steps back?"""
    paused_until: date | None = None
    """The last day of a holiday of mine that goes on."""

    @property
    def lines(self) -> tuple[TodayLine, ...]:
        """Every line, those beyond the first seven of a group too."""
        return tuple(line for group in self.groups for line in group.lines)

    @property
    def length(self) -> int:
        """How many lines there are."""
        return sum(len(group.lines) for group in self.groups)

    @property
    def title(self) -> str:
        """The day in words, and a holiday that goes on."""
        until = self.paused_until
        paused = f" · paused until {day_with_weekday(until, self.day)}" if until else ""
        return f"Today · {day_with_weekday(self.day, self.day)}{paused}"


def today_view(
    standings: Standings, channel: Channel | None = None, query: Query | None = None
) -> TodayView:
    """What Today shows; ``channel`` and ``query`` keep the lines for one channel, about some."""
    snapshot = standings.snapshot
    groups: dict[Group, list[Callable[[], TodayLine]]] = {}
    for tell, line in _numbered(standings.lines, snapshot):
        if _is_meant(line, channel, query, standings):
            groups.setdefault(line.group, []).append(tell)
    return TodayView(
        day=standings.today,
        groups=tuple(
            TodayGroup(group=group, title=GROUP_TITLE[group], lines=Lines(told))
            for group, told in groups.items()
        ),
        in_touch=standings.in_touch,
        drafts=len(snapshot.drafts()),
        crowded=crowded(standings),
        paused_until=pause_until(standings.today, snapshot.me.pauses),
    )


class Lines(Sequence[TodayLine]):
    """Lines of which each is written when it is first looked at: most never are."""

    def __init__(self, told: Sequence[Callable[[], TodayLine]]) -> None:
        self._told = told
        self._written: dict[int, TodayLine] = {}

    def __len__(self) -> int:
        return len(self._told)

    @overload
    def __getitem__(self, place: int) -> TodayLine: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[TodayLine]: ...
    def __getitem__(self, place: int | slice) -> TodayLine | Sequence[TodayLine]:
        if isinstance(place, slice):
            return [self[each] for each in range(len(self))[place]]
        at = range(len(self))[place]
        if at not in self._written:
            self._written[at] = self._told[at]()
        return self._written[at]


def _is_meant(
    line: Placed, channel: Channel | None, query: Query | None, standings: Standings
) -> bool:
    """Whether a line is for a channel, and about somebody who fulfils the query."""
    if channel is None and query is None:
        return True
    item = line.item()
    if channel is not None and item.channel is not channel:
        return False
    if query is None:
        return True
    ids = item.people or ((item.person,) if item.person else ())
    people = (standings.snapshot.person(id) for id in ids)
    return any(query.matches(standings.subject(one), standings.today) for one in people if one)


def _numbered(
    lines: Iterable[Placed], snapshot: Snapshot
) -> Iterator[tuple[Callable[[], TodayLine], Placed]]:
    """Each line with an id of its own; a second date of one person is ``1234d2``."""
    taken: Counter[tuple[str | None, bool]] = Counter()
    for line in lines:
        number = 1
        if line.promise is None:
            item = line.item()
            about = (
                (item.gathering, False)
                if item.kind is ItemKind.CHOOSE
                else (item.person, item.kind is ItemKind.DATE)
            )
            taken[about] += 1
            number = taken[about]
        yield partial(_written, line, number, snapshot), line


def _written(line: Placed, number: int, snapshot: Snapshot) -> TodayLine:
    item = line.item()
    id = line_id(item, snapshot)
    return _line(id if number == 1 else f"{id}{number}", item, snapshot)


def _line(id: str, item: Item, snapshot: Snapshot) -> TodayLine:
    people = item.people or ((item.person,) if item.person else ())
    names = ", ".join(snapshot.names_of(people)) or "me"
    # a gathering's line is about all it brought; one about cooling names it in its reason
    about_gathering = item.kind is ItemKind.CHOOSE
    told = item.kind in {ItemKind.CHOOSE, ItemKind.COOLING}
    return TodayLine(
        id=id,
        item=item,
        sign=CHANNEL_SIGN[item.channel] if item.channel else ITEM_SIGN[item.kind],
        name=item.what if about_gathering else names,
        what="" if told else item.what,
        reason=item.reason,
    )


def line_id(item: Item, snapshot: Snapshot) -> str:
    """The short id of a line: of its promise, its gathering or its person."""
    if item.commitment:
        return snapshot.short(item.commitment)
    if item.gathering and item.kind is ItemKind.CHOOSE:
        return snapshot.short(item.gathering)
    assert item.person is not None, "a line is about a promise, a gathering or a person"
    return snapshot.short(item.person) + (DATE_MARK if item.kind is ItemKind.DATE else "")


def today_json(view: TodayView, snapshot: Snapshot) -> Mapping[str, object]:
    """The list in its JSON shape."""
    return {
        "date": view.day.isoformat(),
        "in_touch": {"n": view.in_touch.n, "of": view.in_touch.of},
        "drafts": view.drafts,
        "paused_until": view.paused_until.isoformat() if view.paused_until else None,
        "crowded": [
            {"circle": str(size.circle), "n": size.n, "of": size.of} for size in view.crowded
        ],
        "items": [
            {
                "id": line.id,
                "kind": str(line.item.kind),
                "person": _person(line.person, snapshot),
                "what": line.item.what,
                "reason": line.reason,
                "channel": line.item.channel,
                "due": line.item.due.isoformat() if line.item.due else None,
                "days": line.item.days,
                "commitment": line.item.commitment,
            }
            for line in view.lines
        ],
    }


def _person(id: PersonId | None, snapshot: Snapshot) -> Mapping[str, str] | None:
    return {"id": id, "name": snapshot.name_of(id)} if id else None
