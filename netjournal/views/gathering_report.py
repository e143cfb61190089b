"""Gatherings in words: before, the aim; after, whom to follow up; and what such evenings yield."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from netjournal.domain.gathered import Fate, Tally, Yield, size_of
from netjournal.domain.gathering import Gathering
from netjournal.domain.gesture import Table
from netjournal.domain.phrases import ago, day_of_month, day_with_weekday, near_day
from netjournal.domain.response import LEAST_FOR_A_RATE
from netjournal.text import fold, plural
from netjournal.views.gatherings import GatheringView, Met
from netjournal.views.report import Report, Row, Section, report
from netjournal.views.standings import Standings

_COMPARED = 2
"""Kinds of gatherings from which they can be compared."""


def gathering_report(view: GatheringView, standings: Standings) -> Report:
    """The review of one gathering."""
    one, today = view.gathering, standings.today
    name = standings.snapshot.name_of
    listen = [Row(text=text) for text in one.listen]
    listen += [
        Row(label=name(need.person), text=f"needs {need.text}", people=(need.person,),
            record=(Table.ENTRIES, need.id))
        for need in view.listen
    ]  # fmt: skip
    return report(
        one.name,
        _lead(view, today),
        Section("Your aim", tuple(_aim_rows(view))),
        Section(
            "Needs you listened for" if _is_over(one, today) else "Needs to listen for",
            tuple(listen),
        ),
        Section(
            "Chosen", tuple(row for met in view.chosen for row in _met_rows(met, today)), table=True
        ),
        Section(
            "The others", tuple(row for met in view.others for row in _plain_rows(met)), table=True
        ),
        Section("What became of it", tuple(_yield_rows(view.result)), table=True),
        figure=_where(one, today),
    )


def _is_over(one: Gathering, today: date) -> bool:
    last = one.until or one.day
    return last is not None and last < today


def _aim_rows(view: GatheringView) -> Iterator[Row]:
    """Whom I hoped to talk with; somebody of that name who was met is told."""
    met = {fold(one.name): one.person for one in view.met}
    for text in view.gathering.aim:
        person = met.get(fold(text))
        yield Row(text=text, detail="met" if person else "", people=(person,) if person else ())


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
    words = _fate_words(met.fate, today)
    yield Row(label=met.name, text=words, people=(met.person,))
    yield from _noted(met)


def _noted(met: Met) -> Iterator[Row]:
    """What was noted of somebody that evening."""
    if met.text:
        yield Row(text=met.text, people=(met.person,), below=True)
    if met.remember:
        yield _remembered(met)


def _plain_rows(met: Met) -> Iterator[Row]:
    yield Row(label=met.name, text=met.text, people=(met.person,))
    if met.remember:
        yield _remembered(met)


def _remembered(met: Met) -> Row:
    return Row(text=f"remember: {met.remember}", people=(met.person,), below=True)


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
    yield Row(label="met", text=str(result.met))
    yield Row(label="chosen", text=f"{result.chosen} of {result.met}")
    for words, name in _STEPS:
        tally: Tally = getattr(result, name)
        if tally.of:
            yield Row(label=words, text=str(tally))


def gatherings_report(views: Sequence[GatheringView], standings: Standings) -> Report:
    """All gatherings with their yields, summed by kind and by size."""
    by_kind: dict[str, Yield] = defaultdict(Yield)
    by_size: dict[str, Yield] = defaultdict(Yield)
    for view in views:
        if view.result.met:
            by_kind[view.gathering.kind or "without a kind"] += view.result
            by_size[size_of(view.result.met)] += view.result
    return report(
        "Gatherings",
        (
            _said_of_all(views, sum(by_kind.values(), Yield()), standings.today),
            *_worth_the_evening(by_kind),
        ),
        Section(
            "Each of them", tuple(_one_row(view, standings.today) for view in views), table=True
        ),
        Section(
            "By kind",
            tuple(_sum_row(words, by_kind[words]) for words in sorted(by_kind)),
            table=True,
        ),
        Section(
            "By size", tuple(_sum_row(words, one) for words, one in by_size.items()), table=True
        ),
    )


def _said_of_all(views: Sequence[GatheringView], whole: Yield, today: date) -> str:
    """What all of them brought, and how many are still to come."""
    if not views:
        return "No gathering is noted yet: netjournal gathering new 'Open Forms Day' --on friday"
    coming = sum(one.gathering.day is not None and one.gathering.day > today for one in views)
    ahead = f"{coming} to come." if coming else ""
    if not whole.gatherings:
        return ahead or f"{plural(len(views), 'gathering')}; nobody met is noted yet."
    told = f"{plural(whole.gatherings, 'gathering')}: {yield_words(whole)}."
    return f"{told} {ahead}".strip()


def _worth_the_evening(by_kind: Mapping[str, Yield]) -> Iterator[str]:
    """The kinds beside each other by who is still in touch; one alone compares with nothing."""
    known = {words: one.after_90 for words, one in by_kind.items() if one.after_90.of}
    if len(known) < _COMPARED:
        return
    order = sorted(known, key=lambda words: (-known[words].n / known[words].of, words))
    told = ", ".join(f"{words} {known[words].n} of {known[words].of}" for words in order)
    few = any(one.of < LEAST_FOR_A_RATE for one in known.values())
    yield f"In touch after 90 days: {told}{'; these are few yet' if few else ''}."


def _one_row(view: GatheringView, today: date) -> Row:
    one = view.gathering
    if one.day is not None and one.day > today:
        aims = plural(len(one.aim), "aim") if one.aim else "no aim yet"
        parts = (near_day(one.day, today), one.place, one.kind, aims)
        detail = " · ".join(part for part in parts if part)
    else:
        detail = f"{_where(one, today)}: {yield_words(view.result)}"
    return Row(
        id=view.id,
        label=one.name,
        text=detail,
        people=tuple(met.person for met in view.met),
        record=(Table.GATHERINGS, one.id),
    )


def _sum_row(words: str, result: Yield) -> Row:
    many = plural(result.gatherings, "gathering")
    return Row(label=words, text=f"{many}: {yield_words(result)}")


def yield_words(result: Yield) -> str:
    """``12 met, 3 chosen, 2 of 3 in time, 2 of 2 answered``."""
    words = [f"{result.met} met", f"{result.chosen} chosen"]
    for label, name in (("in time", "in_time"), ("answered", "answered"),
                        ("in touch after 90 days", "after_90")):  # fmt: skip
        tally: Tally = getattr(result, name)
        if tally.of:
            still = f" ({tally.open} open)" if tally.open else ""
            words.append(f"{tally.n} of {tally.of} {label}{still}")
    return ", ".join(words)
