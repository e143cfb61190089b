"""The network in words: the answer, then every figure with the people behind it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from statistics import median

from netjournal.domain.gesture import Table
from netjournal.domain.phrases import day_of_month
from netjournal.domain.quality import Band, Kept
from netjournal.domain.response import Purpose
from netjournal.domain.values import Channel, Circle, PersonId
from netjournal.text import plural
from netjournal.views.broadcasts import broadcasts_section
from netjournal.views.introductions import step_words_of
from netjournal.views.moves import moves_section, suggestions
from netjournal.views.network import Answers, NetworkView, living
from netjournal.views.network_answer import answer, next_thing
from netjournal.views.quality import kept_words
from netjournal.views.reasons import letting_go_section, step_back_section
from netjournal.views.report import Part, Report, Row, Section, report
from netjournal.views.standings import Standings
from netjournal.views.year import year_section

_NAMES = 7
_NEAR = tuple(circle for circle in Circle if circle.in_network)
_PURPOSES = {
    Purpose.GIVE: "when you gave",
    Purpose.ASK: "when you asked",
    Purpose.NEITHER: "neither of both",
}


def network_report(view: NetworkView, standings: Standings) -> Report:
    """The page, in sections."""
    alive = living(standings)
    return report(
        "Network",
        (*answer(view), next_thing(standings)),
        Section("In touch", tuple(_in_touch_rows(view, standings))),
        Section("Relationships", tuple(_band_rows(view, standings)), table=True),
        Section("Calibre and relationship", tuple(_grid_rows(view)), table=True, drawn=True),
        Section("Size", tuple(_size_rows(view, standings)), table=True),
        *(step_back_section(view.sizes[circle], alive, standings) for circle in _NEAR),
        moves_section(suggestions(alive, standings)),
        Section("Quiet soon", tuple(_soon_rows(view, standings)), table=True),
        letting_go_section([one.standing for one, _ in alive], standings),
        Section("Answers by channel", tuple(_answer_rows(view.by_channel)), table=True),
        Section("Answers by purpose", tuple(_purpose_rows(view.by_purpose)), table=True),
        broadcasts_section(standings),
        Section("Given and got within a year", tuple(_gift_rows(view)), table=True),
        Section("Promises kept", tuple(_kept_rows(view)), table=True),
        year_section(view.weeks),
        Section("Who introduced whom", tuple(_introduction_rows(view, standings)), table=True),
        figure=str(view.in_touch),
    )


def _in_touch_rows(view: NetworkView, standings: Standings) -> Iterator[Row]:
    if not view.in_touch.of:
        return
    end = day_of_month(view.quarter_end, view.day)
    yield Row(
        text=f"{view.in_touch.n} of {view.in_touch.of} in two-way contact within their cadence",
        detail=f"{view.before.n} of {view.before.of} on {end}" if view.before.of else "",
        people=view.now,
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
            yield Row(
                label=band.words,
                text=str(len(people)),
                detail=_names(people, standings),
                people=people,
            )


def _grid_rows(view: NetworkView) -> Iterator[Row]:
    """A line for each calibre, a cell for each band; nobody's calibre said makes no grid."""
    if all(cell.calibre is None for cell in view.grid):
        return
    found = {cell.band for cell in view.grid}
    bands = [band for band in Band if band is not Band.NOT_YET or band in found]
    for calibre in dict.fromkeys(cell.calibre for cell in view.grid):
        cells = {cell.band: cell.people for cell in view.grid if cell.calibre == calibre}
        yield Row(
            label=f"calibre {calibre}" if calibre else "not said",
            text="   ".join(f"{band.words} {_count(cells.get(band, ()))}" for band in bands),
            people=tuple(id for people in cells.values() for id in people),
            parts=tuple(Part(band.words, cells[band]) for band in bands if band in cells),
        )


def _count(people: Sequence[PersonId]) -> str:
    return f"{len(people) or '·':>2}"


def _size_rows(view: NetworkView, standings: Standings) -> Iterator[Row]:
    for circle in _NEAR:
        size = view.sizes[circle]
        within = (one for one, _ in living(standings) if one.person.circle is circle)
        yield Row(
            label=str(circle),
            text=size.figure,
            detail="who steps back?" if size.too_many else "",
            people=tuple(one.person.id for one in within),
            circle=circle,
        )


def _soon_rows(view: NetworkView, standings: Standings) -> Iterator[Row]:
    for id in view.soon[:_NAMES]:
        person = standings.snapshot.person(id)
        if person is not None:
            where = standings.subject(person).standing
            yield Row(label=person.name, text=f"{where.quiet}, every {where.cadence}", people=(id,))
    if len(view.soon) > _NAMES:
        yield Row(text=f"{len(view.soon) - _NAMES} more", people=view.soon[_NAMES:])


def _answer_rows(found: Mapping[Channel, Answers]) -> Iterator[Row]:
    for channel, one in found.items():
        yield Row(label=str(channel), text=str(one.response), people=one.people)


def _purpose_rows(found: Mapping[Purpose, Answers]) -> Iterator[Row]:
    """Nothing to compare where all was sent for neither."""
    for purpose, one in found.items() if len(found) > 1 else ():
        yield Row(label=_PURPOSES[purpose], text=str(one.response), people=one.people)


def _gift_rows(view: NetworkView) -> Iterator[Row]:
    for verb, way, gifts in (("gave", "to", view.gave), ("got", "from", view.got)):
        people = tuple(dict.fromkeys(gifts))
        if view.gave or view.got:
            whom = f" {way} {plural(len(people), 'person', 'people')}" if people else ""
            yield Row(label=verb, text=f"{len(gifts)}{whom}", people=people)


def _kept_rows(view: NetworkView) -> Iterator[Row]:
    for words, one in (("yours", view.mine), ("theirs", view.theirs)):
        if one.kept.of:
            yield Row(label=words, text=kept_words(one.kept), people=one.people)


def _introduction_rows(view: NetworkView, standings: Standings) -> Iterator[Row]:
    name = standings.snapshot.name_of
    for one in view.introductions[:_NAMES]:
        yield Row(
            label="you",
            text=" and ".join(map(name, one.people)),
            detail=step_words_of(one, standings),
            people=one.people,
            record=(Table.INTRODUCTIONS, one.id),
        )
    for person, by in view.introduced[:_NAMES]:
        yield Row(label=name(by), text=f"{name(person)} and you", people=(by, person))


def network_json(view: NetworkView, standings: Standings) -> Mapping[str, object]:
    """The view in its JSON shape."""
    return {
        "network": {
            "date": view.day.isoformat(),
            "in_touch": view.in_touch._asdict(),
            "before": {"date": view.quarter_end.isoformat(), **view.before._asdict()},
            "cards": view.cards,
            "first": view.first,
            "ahead": view.ahead,
            "quietened": view.quietened,
            "returned": view.returned,
            "soon": view.soon,
            "sizes": {
                str(circle): {"n": size.n, "of": size.of} for circle, size in view.sizes.items()
            },
            "bands": {str(band): people for band, people in view.bands.items()},
            "grid": [
                {"calibre": cell.calibre, "band": str(cell.band), "people": cell.people}
                for cell in view.grid
            ],
            "response": _answers_json(view.by_channel),
            "purpose": _answers_json(view.by_purpose),
            "gave": len(view.gave),
            "got": len(view.got),
            "kept": {"mine": _kept_json(view.mine.kept), "theirs": _kept_json(view.theirs.kept)},
            "events": asdict(view.events),
            "weeks": [
                {
                    "monday": week.monday.isoformat(),
                    "by_channel": {str(channel): n for channel, n in week.by_channel.items()},
                }
                for week in view.weeks
            ],
            "moves": [
                {"person": one.person.id, "to": str(one.move.to), "contacts": one.move.contacts}
                for one in suggestions(living(standings), standings)
            ],
            "introduced": [{"person": person, "by": by} for person, by in view.introduced],
            "sentences": [*answer(view), next_thing(standings)],
        }
    }


def _answers_json(
    found: Mapping[Channel, Answers] | Mapping[Purpose, Answers],
) -> Mapping[str, object]:
    return {
        str(key): {
            "answered": one.response.answered,
            "later": one.response.later,
            "none": one.response.none,
            "awaited": one.response.awaited,
            "interval": one.response.interval,
            "median_days": one.response.median_days,
        }
        for key, one in found.items()
    }


def _kept_json(one: Kept) -> Mapping[str, object]:
    return {"n": one.n, "of": one.of, "median_days": median(one.days) if one.days else None}
