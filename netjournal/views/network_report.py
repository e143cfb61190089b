"""The network in words: three sentences and the one thing to do next, then its figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from statistics import median

from netjournal.domain.phrases import ago, day_of_month
from netjournal.domain.quality import Kept
from netjournal.domain.standing import State
from netjournal.domain.values import Circle, PersonId
from netjournal.text import plural
from netjournal.views.give import give_view
from netjournal.views.network import NetworkView, quality_of
from netjournal.views.quality import kept_words
from netjournal.views.reasons import letting_go_section, step_back_section
from netjournal.views.report import Report, Row, Section, report
from netjournal.views.standings import Standings
from netjournal.views.today import today_view

_TOO_FEW = 5
"""People in circles below which nothing is concluded."""
_NAMES = 7
_BARS = " ▁▂▃▄▅▆▇█"


def network_report(view: NetworkView, standings: Standings) -> Report:
    """The page, in sections."""
    circles = [circle for circle in Circle if circle.in_network]
    alive = [
        (subject.standing, found)
        for subject in standings.network()
        if subject.standing.state is not State.RESTING
        and (found := quality_of(subject, standings)) is not None
    ]
    return report(
        "Network",
        (*answer(view), next_thing(standings)),
        Section("In touch", tuple(_in_touch_rows(view, standings))),
        Section("Relationships", tuple(_band_rows(view, standings))),
        Section("Calibre and relationship", tuple(_grid_rows(view, standings))),
        Section(
            "Size",
            tuple(
                Row(text=str(view.sizes[circle]), detail="who steps back?")
                if view.sizes[circle].too_many
                else Row(text=str(view.sizes[circle]))
                for circle in circles
            ),
        ),
        *(step_back_section(view.sizes[circle], alive, standings) for circle in circles),
        letting_go_section([one for one, _ in alive], standings),
        Section(
            "Response",
            tuple(
                Row(text=str(channel), detail=str(one)) for channel, one in view.response.items()
            ),
        ),
        Section("Given and got within a year", tuple(_gift_rows(view))),
        Section("Promises kept", tuple(_kept_rows(view))),
        Section("Contacts a week", tuple(_week_rows(view))),
        Section("Introductions", tuple(_introduction_rows(view, standings))),
        figure=str(view.in_touch),
    )


def answer(view: NetworkView) -> tuple[str, ...]:
    """Collecting or relating, in three sentences from the data."""
    n, of = view.in_touch.n, view.in_touch.of
    first = (
        f"{plural(view.cards, 'card')}, {plural(of, 'person', 'people')} in circles, {n} in touch."
    )
    events = view.events
    second = "No gathering this quarter."
    if events.gatherings:
        second = (
            f"This quarter {plural(events.gatherings, 'gathering')}, {events.met} met, "
            f"{events.chosen} chosen, {events.in_time.n} followed up within two working days."
        )
    if of < _TOO_FEW:
        return first, second, "It is too early to say whether you are collecting or relating."
    followed = events.followed_up
    if 2 * n < of:
        third = "That is more collecting than relating for now: fewer than half are in touch."
    elif followed.of and 2 * followed.n < followed.of:
        third = "You keep in touch; those you chose at gatherings are still waiting for a word."
    else:
        third = "That is relating: at least half of those you chose for your life are in touch."
    return first, second, third


def next_thing(standings: Standings) -> str:
    """The one thing most worth doing next: Today's first line, else a need that can be met."""
    lines = today_view(standings).lines
    if lines:
        words = ", ".join(part for part in (lines[0].name, lines[0].what, lines[0].reason) if part)
        return f"Next: {words}."
    needs = give_view(standings).can_help
    if needs:
        return f"Next: {needs[0].name} needs {needs[0].need.text}, and somebody can help."
    return "Nothing is waiting; ask somebody what they are looking for."


def _in_touch_rows(view: NetworkView, standings: Standings) -> Iterator[Row]:
    end = day_of_month(view.quarter_end, view.day)
    yield Row(
        text=f"{view.in_touch.n} of {view.in_touch.of} in two-way contact within their cadence",
        detail=f"{view.before.n} of {view.before.of} on {end}" if view.before.of else "",
    )
    for words, people in (("quiet since then", view.quietened), ("back since then", view.returned)):
        if people and view.before.of:
            yield Row(text=f"{words}: {_names(people, standings)}", people=people)


def _names(people: Sequence[PersonId], standings: Standings) -> str:
    names = [standings.snapshot.name_of(id) for id in people[:_NAMES]]
    more = len(people) - _NAMES
    return ", ".join(names) + (f" and {more} more" if more > 0 else "")


def _band_rows(view: NetworkView, standings: Standings) -> Iterator[Row]:
    for band, people in view.bands.items():
        if people:
            yield Row(text=f"{band} {len(people)}", detail=_names(people, standings), people=people)


def _grid_rows(view: NetworkView, standings: Standings) -> Iterator[Row]:
    for cell in view.grid:
        if cell.calibre is not None:
            yield Row(
                text=f"calibre {cell.calibre}, {cell.band}: {len(cell.people)}",
                detail=_names(cell.people, standings),
                people=cell.people,
            )
    unsaid = [id for cell in view.grid if cell.calibre is None for id in cell.people]
    if unsaid and any(cell.calibre is not None for cell in view.grid):
        yield Row(text=f"calibre not said: {len(unsaid)}", people=tuple(unsaid))


def _gift_rows(view: NetworkView) -> Iterator[Row]:
    if view.gave or view.got:
        gave, got = len(set(view.gave)), len(set(view.got))
        yield Row(
            text=f"gave {len(view.gave)} to {plural(gave, 'person', 'people')}, "
            f"got {len(view.got)} from {plural(got, 'person', 'people')}",
            people=tuple(dict.fromkeys((*view.gave, *view.got))),
        )


def _kept_rows(view: NetworkView) -> Iterator[Row]:
    for words, one in (("yours", view.kept_mine), ("theirs", view.kept_theirs)):
        if one.of:
            yield Row(text=f"{words}: {kept_words(one)}")


def _week_rows(view: NetworkView) -> Iterator[Row]:
    most = max((week.n for week in view.weeks), default=0)
    if not most:
        return
    line = "".join(_BARS[-(-week.n * (len(_BARS) - 1) // most)] for week in view.weeks)
    total = sum(week.n for week in view.weeks)
    first = day_of_month(view.weeks[0].monday, view.day)
    yield Row(text=line, detail=f"{plural(total, 'contact')} since {first}, at most {most} a week")
    by_channel: Counter[str] = Counter()
    for week in view.weeks:
        by_channel.update({str(channel): n for channel, n in week.by_channel.items()})
    yield Row(text=", ".join(f"{channel} {n}" for channel, n in by_channel.most_common()))


def _introduction_rows(view: NetworkView, standings: Standings) -> Iterator[Row]:
    name = standings.snapshot.name_of
    for one in view.introductions[:_NAMES]:
        yield Row(
            text=f"{' and '.join(map(name, one.people))}: {one.state}",
            detail=", ".join(part for part in (one.text, ago(one.day, view.day)) if part),
            people=one.people,
        )


def network_json(view: NetworkView, standings: Standings) -> Mapping[str, object]:
    """The view in its JSON shape."""
    sentences = answer(view)
    return {
        "network": {
            "date": view.day.isoformat(),
            "in_touch": asdict(view.in_touch),
            "before": {"date": view.quarter_end.isoformat(), **asdict(view.before)},
            "cards": view.cards,
            "quietened": view.quietened,
            "returned": view.returned,
            "sizes": {
                str(circle): {"n": size.n, "of": size.of} for circle, size in view.sizes.items()
            },
            "bands": {str(band): people for band, people in view.bands.items()},
            "grid": [
                {"calibre": cell.calibre, "band": str(cell.band), "people": cell.people}
                for cell in view.grid
            ],
            "response": {
                str(channel): {
                    "answered": one.answered,
                    "none": one.none,
                    "awaited": one.awaited,
                    "interval": one.interval,
                    "median_days": one.median_days,
                }
                for channel, one in view.response.items()
            },
            "gave": len(view.gave),
            "got": len(view.got),
            "kept": {"mine": _kept_json(view.kept_mine), "theirs": _kept_json(view.kept_theirs)},
            "events": asdict(view.events),
            "weeks": [
                {
                    "monday": week.monday.isoformat(),
                    "by_channel": {str(channel): n for channel, n in week.by_channel.items()},
                }
                for week in view.weeks
            ],
            "sentences": [*sentences, next_thing(standings)],
        }
    }


def _kept_json(one: Kept) -> Mapping[str, object]:
    return {"n": one.n, "of": one.of, "median_days": median(one.days) if one.days else None}
