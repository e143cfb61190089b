"""Gatherings: whom I met, whom I chose, and what became of it, by event, kind and size."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date

from netjournal.domain.gathered import Fate, Tally, Yield, fate, size_of, yield_of
from netjournal.domain.others import Entry, Gathering
from netjournal.domain.phrases import ago, day_of_month, day_with_weekday, near_day
from netjournal.domain.values import EntryKind, PersonId
from netjournal.journal.changes import as_json
from netjournal.text import plural
from netjournal.views.give import entries_of_giving
from netjournal.views.report import Report, Row, Section, report
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
        return Met(person=id, name=name, text="", remember="", fate=None)
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


def gathering_report(view: GatheringView, standings: Standings) -> Report:
    """The review of one gathering."""
    one, today = view.gathering, standings.today
    name = standings.snapshot.name_of
    chosen = [met for met in view.met if met.fate is not None or met.person in one.chosen]
    rest = [met for met in view.met if met not in chosen]
    listen = [Row(text=text) for text in one.listen]
    listen += [
        Row(text=f"{name(need.person)} needs {need.text}", people=(need.person,))
        for need in view.listen
    ]
    return report(
        one.name,
        _lead(view, today),
        Section("Your aim", tuple(Row(text=text) for text in one.aim)),
        Section("Needs to listen for", tuple(listen)),
        Section("Chosen", tuple(row for met in chosen for row in _met_rows(met, today))),
        Section("The others", tuple(_plain_row(met) for met in rest)),
        Section("What became of it", tuple(_yield_rows(view.result))),
        figure=_where(one, today),
    )


def _where(one: Gathering, today: date) -> str:
    parts = (day_with_weekday(one.day, today) if one.day else "no day yet", one.place, one.kind)
    return " · ".join(part for part in parts if part)


def _lead(view: GatheringView, today: date) -> tuple[str, ...]:
    one, result = view.gathering, view.result
    if one.day is not None and one.day > today:
        return ("Aim for one to three good contacts; the rest is a pleasant evening.",)
    if not result.met:
        return (f"Nobody is noted yet: netjournal gathering met {view.id} 'Ana Ruiz'",)
    if not one.chosen:
        met = f"{result.met} met."
        if one.settled:
            return (f"{met} Nobody was chosen, and that is an answer too.",)
        return (f"{met} Choose up to three: netjournal gathering choose {view.id} PERSON",)
    words = (
        f"{result.met} met, {result.chosen} chosen, {result.followed_up.n} followed up, "
        f"{result.in_time.n} of them within two working days"
    )
    ahead = result.followed_up.open
    return (f"{words}; {ahead} still to come." if ahead else f"{words}.",)


def _met_rows(met: Met, today: date) -> Iterator[Row]:
    yield Row(text=met.name, detail=_fate_words(met.fate, today), people=(met.person,))
    if met.text:
        yield Row(text=met.text, below=True)
    if met.remember:
        yield Row(text=f"remember: {met.remember}", below=True)


def _plain_row(met: Met) -> Row:
    return Row(text=met.name, detail=met.text, people=(met.person,))


def _fate_words(became: Fate | None, today: date) -> str:
    if became is None:
        return ""
    if became.followed_up is None:
        return (
            f"to follow up by {near_day(became.due, today)}"
            if became.in_time is None
            else (f"no follow-up since; it was meant by {day_of_month(became.due, today)}")
        )
    words = [f"followed up {ago(became.followed_up, today)}"]
    if became.in_time:
        words.append("in time")
    words.append({True: "answered", False: "no answer", None: "answer awaited"}[became.answered])
    if became.after_90 is not None:
        words.append("in touch after 90 days" if became.after_90 else "not in touch after 90 days")
    if became.after_365:
        words.append("and after a year")
    if became.gift:
        words.append("something given or got")
    return ", ".join(words)


_STEPS = (
    ("followed up", "followed_up"),
    ("within two working days", "in_time"),
    ("answered", "answered"),
    ("in touch after 90 days", "after_90"),
    ("in touch after a year", "after_365"),
    ("something given or got", "gifts"),
)


def _yield_rows(result: Yield) -> Iterator[Row]:
    if not result.chosen:
        return
    yield Row(text="met", detail=str(result.met))
    yield Row(text="chosen", detail=f"{result.chosen} of {result.met}")
    for words, name in _STEPS:
        tally: Tally = getattr(result, name)
        if tally.of:
            yield Row(text=words, detail=str(tally))


def gatherings_report(views: Sequence[GatheringView], standings: Standings) -> Report:
    """All gatherings with their yields, summed by kind and by size."""
    by_kind: dict[str, Yield] = defaultdict(Yield)
    by_size: dict[str, Yield] = defaultdict(Yield)
    for view in views:
        if view.result.met:
            by_kind[view.gathering.kind or "without a kind"] += view.result
            by_size[size_of(view.result.met)] += view.result
    lead = (
        f"{plural(len(views), 'gathering')}."
        if views
        else "No gathering is noted yet: netjournal gathering new 'Open Forms Day' --on friday"
    )
    return report(
        "Gatherings",
        (lead,),
        Section("Each of them", tuple(_one_row(view, standings.today) for view in views)),
        Section("By kind", tuple(_sum_row(words, by_kind[words]) for words in sorted(by_kind))),
        Section("By size", tuple(_sum_row(words, one) for words, one in by_size.items())),
    )


def _one_row(view: GatheringView, today: date) -> Row:
    one = view.gathering
    if one.day is not None and one.day > today:
        detail = f"{near_day(one.day, today)}, {plural(len(one.aim), 'aim')}"
    else:
        detail = f"{_where(one, today)}: {yield_words(view.result)}"
    return Row(id=view.id, text=one.name, detail=detail, people=tuple(m.person for m in view.met))


def _sum_row(words: str, result: Yield) -> Row:
    return Row(text=f"{words}, {plural(result.gatherings, 'gathering')}",
               detail=yield_words(result))  # fmt: skip


def yield_words(result: Yield) -> str:
    """``12 met, 3 chosen, 2 of 3 in time, 2 of 2 answered``."""
    words = [f"{result.met} met", f"{result.chosen} chosen"]
    for label, name in (("in time", "in_time"), ("answered", "answered"),
                        ("in touch after 90 days", "after_90")):  # fmt: skip
        tally: Tally = getattr(result, name)
        if tally.of:
            words.append(f"{tally} {label}")
    return ", ".join(words)


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
