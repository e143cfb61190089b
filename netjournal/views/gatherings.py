"""Gatherings: whom I met, whom I chose, and what became of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date

from netjournal.domain.entry import Entry
from netjournal.domain.gathered import Fate, Yield, fate, yield_of
from netjournal.domain.gathering import Gathering
from netjournal.domain.values import EntryKind, PersonId
from netjournal.journal.changes import as_json
from netjournal.views.give import entries_of_giving
from netjournal.views.standings import Standings

_TO_LISTEN_FOR = 5
# of everybody in a list of people met it says nothing
_MET = re.compile(r"^met\b[\s,.;:]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """One person met there."""

    person: PersonId
    name: str
    text: str
    """What was noted of the meeting."""
    remember: str
    """How we will remember each other."""
    is_chosen: bool
    fate: Fate | None
    """What became of it; only of those chosen at a gathering with a day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GatheringView:
    """One gathering, before and after."""

    gathering: Gathering
    id: str
    met: tuple[Met, ...]
    """The chosen first."""
    result: Yield
    listen: tuple[Entry, ...]
    """Open needs of others to listen for, newest first; only before it is over."""

    @property
    def chosen(self) -> tuple[Met, ...]:
        """Those to be followed up."""
        return tuple(met for met in self.met if met.is_chosen)

    @property
    def others(self) -> tuple[Met, ...]:
        """Those who were met, and are not chosen."""
        return tuple(met for met in self.met if not met.is_chosen)


def gathering_view(gathering: Gathering, standings: Standings) -> GatheringView:
    """One gathering with what became of it."""
    snapshot = standings.snapshot
    chosen = tuple(dict.fromkeys(map(snapshot.final, gathering.chosen)))
    everybody = dict.fromkeys((*chosen, *standings.met.get(gathering.id, ())))
    met = tuple(_met(id, gathering, id in chosen, standings) for id in everybody)
    fates = [one.fate for one in met if one.fate is not None]
    return GatheringView(
        gathering=gathering,
        id=snapshot.short(gathering.id),
        met=met,
        result=yield_of(len(met), fates),
        listen=_to_listen_for(gathering, standings),
    )


def gatherings_view(standings: Standings) -> tuple[GatheringView, ...]:
    """Every gathering; the coming ones and those without a day first, then the newest."""
    known = sorted(standings.snapshot.gatherings(), key=lambda one: one.id)
    known.sort(key=lambda one: one.day or date.max, reverse=True)
    return tuple(gathering_view(one, standings) for one in known)


def _met(id: PersonId, gathering: Gathering, is_chosen: bool, standings: Standings) -> Met:
    snapshot = standings.snapshot
    person = snapshot.person(id)
    if person is None:
        name = snapshot.name_of(id)
        return Met(person=id, name=name, text="", remember="", is_chosen=is_chosen, fate=None)
    subject = standings.subject(person)
    talks = [one for one in subject.conversations if one.gathering == gathering.id]
    texts = [_MET.sub("", one.text) for one in talks]
    remember = [one.text for one in subject.entries if one.kind is EntryKind.REMEMBER]
    became = None
    if is_chosen and gathering.day is not None:
        became = fate(
            person,
            gathering,
            subject.conversations,
            subject.entries,
            me=snapshot.me,
            settings=standings.settings,
            today=standings.today,
        )
    return Met(
        person=id,
        name=person.name,
        text="; ".join(text for text in texts if text),
        remember=remember[0] if remember else "",
        is_chosen=is_chosen,
        fate=became,
    )


def _to_listen_for(gathering: Gathering, standings: Standings) -> tuple[Entry, ...]:
    last = gathering.until or gathering.day
    if last is not None and last < standings.today:
        return ()
    needs = [
        one
        for one in entries_of_giving(standings.snapshot)
        if one.kind is EntryKind.NEED and one.closed is None
    ]
    needs.sort(key=lambda one: (one.day, one.id), reverse=True)
    return tuple(needs[:_TO_LISTEN_FOR])


def gathering_json(view: GatheringView) -> Mapping[str, object]:
    """One gathering in its JSON shape."""
    return {
        **as_json(view.gathering),
        "met": [
            {
                "id": met.person,
                "name": met.name,
                "text": met.text,
                "remember": met.remember,
                "fate": _fate_json(met.fate),
            }
            for met in view.met
        ],
        "yield": asdict(view.result),
    }


def _fate_json(became: Fate | None) -> Mapping[str, object] | None:
    if became is None:
        return None
    names = ("due", "followed_up", "in_time", "answered", "after_90", "after_365", "gift")
    return {name: getattr(became, name) for name in names}
