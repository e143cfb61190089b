"""A person's page as rows: the card, and the story with its open promises."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from netjournal.domain.entry import Entry
from netjournal.domain.gesture import Table
from netjournal.domain.person import Person
from netjournal.domain.standing import State
from netjournal.text import plural
from netjournal.tui.target import Target
from netjournal.tui.widgets.rows import BLANK, Cell, Column, Row
from netjournal.views.doing import person_item, promise_item
from netjournal.views.page import PersonPage, PromiseLine, TimelineLine

STORY_COLUMNS = (
    Column(2, 2),
    Column(21, 11, yields=1.4),
    Column(18, 6, needs=48),
    Column(60, 10, grows=True),
)
"""Sign, day, what passed, text."""

STATE_STYLE = {
    State.FRESH: "good",
    State.DUE_SOON: "soon",
    State.STALE: "due",
    State.DORMANT: "due",
    State.NOT_YET: "muted",
    State.RESTING: "muted",
    State.DIED: "muted",
}
_REACH = ("phone", "email", "address")
_PREVIEW_STORY = 6
_NAMED = 3
_MONTHS = 12
_BARS = "·▁▂▃▄▅▆▇█"


def card_rows(page: PersonPage, today: date, notes: Sequence[str] = ()) -> Iterator[Row]:
    """Who they are: where we stand, what to raise, how to reach them, every fact.

    ``notes`` are those that their vCards came with.
    """
    person = page.person
    whole = _about(page)
    style = STATE_STYLE.get(page.standing.state, "muted") if page.standing.state else "muted"
    yield Row((Cell(page.heading, style),), key="person", target=whole, flow=True, wrap=True)
    for entry in page.next_time:
        yield _entry("next time", entry, whole, "soon")
    for entry in page.remember:
        yield _entry("remember", entry, whole, "strong")
    talks = _by_month(page, today)
    if any(talks):
        told = f"{_sparkline(talks)}  {sum(talks)}×"
        yield Row((Cell("12 months", "muted"), Cell(told)), key="year", target=whole, wrap=True)
    yield BLANK
    yield from _reach_rows(person, whole)
    facts = [(label, text) for label, text in page.facts if label.lower() not in _REACH]
    if facts:
        yield BLANK
    for place, (label, text) in enumerate(facts):
        yield Row(
            (Cell(label.lower(), "muted"), Cell(text)),
            key=f"fact {place} {label}",
            target=whole._replace(text=text),
            wrap=True,
        )
    for place, text in enumerate(notes):
        yield Row(
            (Cell("vCard note", "muted"), Cell(text)),
            key=f"note {place}",
            target=whole._replace(text=text),
            wrap=True,
        )
    given = [("needs", entry) for entry in page.needs] + [("offers", e) for e in page.offers]
    if given:
        yield BLANK
    for label, entry in given:
        yield _entry(label, entry, whole, "accent")


def _by_month(page: PersonPage, today: date) -> list[int]:
    """What passed between us in each of the last twelve months, this one last."""
    counts = [0] * _MONTHS
    for line in page.timeline:
        ago = (today.year - line.day.year) * 12 + today.month - line.day.month
        if line.table is Table.CONVERSATIONS and line.what != "named" and 0 <= ago < _MONTHS:
            counts[-1 - ago] += 1
    return counts


def _sparkline(counts: Sequence[int]) -> str:
    """A bar for each number, the highest full; a point for none."""
    most = max(counts)
    return "".join(_BARS[-(-count * (len(_BARS) - 1) // most)] for count in counts)


def _about(page: PersonPage) -> Target:
    return Target(name=page.person.name, item=person_item(page.standing), person=page.person.id)


def _entry(label: str, entry: Entry, whole: Target, style: str) -> Row:
    return Row(
        (Cell(label, "muted"), Cell(entry.text, style)),
        key=f"entry {entry.id}",
        target=Target(
            name=entry.text, person=whole.person, record=(Table.ENTRIES, entry.id), text=entry.text
        ),
        wrap=True,
    )


def _reach_rows(person: Person, whole: Target) -> Iterable[Row]:
    values = [("phone", item.value, item.label) for item in person.phones]
    values += [("email", item.value, item.label) for item in person.emails]
    values += [("address", ", ".join(a.lines), a.label) for a in person.addresses]
    if not values:
        yield Row((Cell("no number, email or address yet", "muted"),), flow=True)
    for place, (label, value, kind) in enumerate(values):
        text = f"{value}  ({kind})" if kind and kind != value else value
        yield Row(
            (Cell(label, "muted"), Cell(text)),
            key=f"reach {place} {value}",
            target=whole._replace(text=value),
            wrap=True,
        )


def promise_rows(page: PersonPage) -> Iterator[Row]:
    """Open promises of both sides."""
    for title, promises, style in (
        ("I promised", page.mine, "soon"),
        ("They promised", page.theirs, "accent"),
    ):
        if promises:
            yield Row((Cell(title, "group"), Cell(str(len(promises)), "muted")), flow=True)
            yield from (_promise(page, promise, style) for promise in promises)
            yield BLANK


def _promise(page: PersonPage, line: PromiseLine, style: str) -> Row:
    promise = line.commitment
    day, _comma, rest = line.when.partition(", ")
    text = " · ".join(part for part in (line.text, rest) if part)
    return Row(
        (Cell(line.sign, style), Cell(day, "muted"), Cell(text)),
        key=f"promise {promise.id}",
        target=Target(
            name=line.text,
            item=promise_item(promise),
            person=page.person.id,
            record=(Table.COMMITMENTS, promise.id),
            text=line.text,
        ),
        wrap=True,
    )


def story_rows(page: PersonPage) -> Sequence[Row]:
    """Open promises, then everything that passed, newest first."""
    rows = list(promise_rows(page))
    count = plural(len(page.timeline), "line")
    rows.append(Row((Cell("Story", "group"), Cell(count, "muted")), flow=True))
    rows += [_told(page, line) for line in page.timeline]
    if not page.timeline:
        rows.append(Row((Cell("nothing yet; a notes what happens", "muted"),), flow=True))
    return rows


def _told(page: PersonPage, line: TimelineLine) -> Row:
    text = " · ".join(part for part in (line.text, _with(line.others)) if part)
    return Row(
        (Cell(line.sign, "accent"), Cell(line.when, "muted"), Cell(line.what), Cell(text)),
        key=f"told {line.table} {line.record}",
        target=Target(
            name=line.text or line.what,
            item=person_item(page.standing),
            person=page.person.id,
            record=(line.table, line.record),
            text=line.text,
        ),
        wrap=True,
    )


def _with(others: Sequence[str]) -> str:
    """``with Ana Ruiz, Bob Stone and 4 more``."""
    if not others:
        return ""
    more = len(others) - _NAMED
    return f"with {', '.join(others[:_NAMED])}" + (f" and {more} more" if more > 0 else "")


def preview_rows(page: PersonPage, today: date) -> Iterator[Row]:
    """The card and the newest of the story, to be read and not walked through."""
    yield from card_rows(page, today)
    promises = list(promise_rows(page))
    if promises:
        yield BLANK
        yield from (_short(row) for row in promises[:-1])
    if page.timeline:
        yield BLANK
        yield Row((Cell("Lately", "group"),), flow=True)
        for line in page.timeline[:_PREVIEW_STORY]:
            text = " · ".join(part for part in (line.what, line.text) if part)
            yield Row((Cell(line.when, "muted"), Cell(text)), wrap=True)


def _short(row: Row) -> Row:
    """A promise in the two columns of a card."""
    if row.flow or not row.cells:
        return row
    _sign, day, text = row.cells
    return Row((day, text), wrap=True)
