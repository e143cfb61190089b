"""Today: whom to get back to, by which means, and why; in groups, each line with its reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from netjournal.domain.days import pause_until
from netjournal.domain.item import Group, Item, ItemKind
from netjournal.domain.phrases import day_with_weekday
from netjournal.domain.values import Channel, PersonId
from netjournal.journal.snapshot import Snapshot
from netjournal.views.circles import CircleSize, crowded
from netjournal.views.signs import CHANNEL_SIGN, GROUP_TITLE, ITEM_SIGN
from netjournal.views.standings import InTouch, Standings

if TYPE_CHECKING:
    from netjournal.journal.queries import Query

GROUP_LIMIT = 7
"""Lines a group shows; the rest is told as a number."""
DATE_MARK = "d"
"""Ends the id of a line about a coming date, beside the person's own line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayLine:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayGroup:
    """Lines that belong together, at most seven shown."""

    group: Group
    title: str
    lines: tuple[TodayLine, ...]

    @property
    def shown(self) -> tuple[TodayLine, ...]:
        """The first lines."""
        return self.lines[:GROUP_LIMIT]

    @property
    def more(self) -> int:
        """How many more there are."""
        return max(0, len(self.lines) - GROUP_LIMIT)


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayView:
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
    groups: dict[Group, list[TodayLine]] = {}
    for id, item in _numbered(standings.items, snapshot):
        if (channel is None or item.channel is channel) and _is_about(item, query, standings):
            groups.setdefault(item.group, []).append(_line(id, item, snapshot))
    return TodayView(
        day=standings.today,
        groups=tuple(
            TodayGroup(group=group, title=GROUP_TITLE[group], lines=tuple(lines))
            for group, lines in groups.items()
        ),
        in_touch=standings.in_touch,
        drafts=len(snapshot.drafts()),
        crowded=crowded(standings),
        paused_until=pause_until(standings.today, snapshot.me.pauses),
    )


def _is_about(item: Item, query: Query | None, standings: Standings) -> bool:
    """Whether a line is about somebody who fulfils the query."""
    if query is None:
        return True
    ids = item.people or ((item.person,) if item.person else ())
    people = (standings.snapshot.person(id) for id in ids)
    return any(query.matches(standings.subject(one), standings.today) for one in people if one)


def _numbered(items: Iterable[Item], snapshot: Snapshot) -> Iterator[tuple[str, Item]]:
    """Each line with an id of its own; a second date of one person is ``1234d2``."""
    taken: Counter[str] = Counter()
    for item in items:
        id = line_id(item, snapshot)
        taken[id] += 1
        yield id if taken[id] == 1 else f"{id}{taken[id]}", item


def _line(id: str, item: Item, snapshot: Snapshot) -> TodayLine:
    people = item.people or ((item.person,) if item.person else ())
    names = ", ".join(snapshot.name_of(id) for id in people) or "me"
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
