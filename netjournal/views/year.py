"""A year of contacts as a map of heat: a line for each channel, a mark for each week."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from netjournal.domain.conversation import Conversation
from netjournal.domain.phrases import MONTHS
from netjournal.domain.values import Channel, PersonId
from netjournal.text import plural
from netjournal.views.report import Row, Section

WEEKS = 52
_HEAT = "·▁▂▃▄▅▆▇█"
_A_WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """Personal contacts of one week by channel."""

    monday: date
    by_channel: Mapping[Channel, int]
    people: Mapping[Channel, tuple[PersonId, ...]]
    """Who took part, by channel."""

    @property
    def n(self) -> int:
        """All of them."""
        return sum(self.by_channel.values())


def weeks_of(talks: Iterable[Conversation], today: date) -> tuple[Week, ...]:
    """The last 52 weeks, oldest first; one conversation with several people is one contact."""
    first = today - timedelta(days=today.weekday(), weeks=WEEKS - 1)
    counts: list[dict[Channel, int]] = [{} for _ in range(WEEKS)]
    people: list[dict[Channel, dict[PersonId, None]]] = [{} for _ in range(WEEKS)]
    seen = set()
    for talk in talks:
        if talk.broadcast or not first <= talk.day <= today or talk.id in seen:
            continue
        seen.add(talk.id)
        week = (talk.day - first).days // 7
        counts[week][talk.channel] = counts[week].get(talk.channel, 0) + 1
        people[week].setdefault(talk.channel, {}).update(dict.fromkeys(talk.people))
    return tuple(
        Week(
            monday=first + timedelta(weeks=week),
            by_channel={channel: found[channel] for channel in Channel if channel in found},
            people={channel: tuple(who) for channel, who in people[week].items()},
        )
        for week, found in enumerate(counts)
    )


def year_section(weeks: Sequence[Week]) -> Section:
    """The map: months above, a line for each channel that was used, all of them together last."""
    return Section("Contacts a week", tuple(_rows(weeks)), table=True, drawn=True, recent=True)


def _rows(weeks: Sequence[Week]) -> Iterator[Row]:
    most = max((week.n for week in weeks), default=0)
    if not most:
        return
    yield Row(text=_months(weeks))
    for channel in Channel:
        counts = [week.by_channel.get(channel, 0) for week in weeks]
        if any(counts):
            who = dict.fromkeys(id for week in weeks for id in week.people.get(channel, ()))
            yield Row(
                label=str(channel),
                text=_line(counts, most),
                detail=str(sum(counts)),
                people=tuple(who),
            )
    everybody = dict.fromkeys(id for week in weeks for who in week.people.values() for id in who)
    counts = [week.n for week in weeks]
    yield Row(
        label="all", text=_line(counts, most), detail=str(sum(counts)), people=tuple(everybody)
    )
    said = f"{plural(sum(counts), 'contact')} in a year, at most {most} in a week"
    yield Row(text=said, below=True)


def _line(counts: Sequence[int], most: int) -> str:
    """A mark for each count: nothing, or the higher the more, of the most in any week."""
    steps = len(_HEAT) - 1
    return "".join(_HEAT[-(-count * steps // most)] for count in counts)


def _months(weeks: Sequence[Week]) -> str:
    """The first letters of months above the weeks in which they begin."""
    line = [" "] * len(weeks)
    for place, week in enumerate(weeks):
        last = week.monday + timedelta(days=6)
        if last.day <= _A_WEEK:  # the month began in it
            name = MONTHS[last.month - 1][:3]
            for offset, letter in enumerate(name):
                if place + offset < len(line):
                    line[place + offset] = letter
    return "".join(line)
