"""A page of sentences and sections as rows of a list, each with what acts on it are about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from netjournal.domain.gesture import Table
from netjournal.domain.item import Item
from netjournal.domain.values import PersonId
from netjournal.text import width
from netjournal.tui.target import Target
from netjournal.tui.widgets.rows import BLANK, GAP, Cell, Column, Row
from netjournal.views import report
from netjournal.views.doing import person_item, promise_item
from netjournal.views.standings import Standings

COLUMNS = (Column(24, 9, yields=1.2), Column(60, 20, grows=True))
"""Label, and the text with what explains it at the right edge."""
_HIDDEN = "What is said here is hidden; z shows it again."
_TAIL = 30
"""Cells up to which an explanation stands at the right edge; a longer one follows the text."""


def report_rows(
    page: report.Report, standings: Standings, hints: Mapping[str, str]
) -> Iterator[Row]:
    """The sentences, then section after section.

    ``hints`` say beside the title of a section which keys do what there.
    """
    for sentence in page.lead:
        yield Row((Cell(sentence),), flow=True, wrap=True)
    taken: Counter[str] = Counter()
    for section in page.sections:
        yield BLANK
        hint = hints.get(section.title, "")
        title = Cell(section.title, "group")
        yield Row((title, Cell(hint, "muted")) if hint else (title,), flow=True)
        labels = max((width(row.label) for row in section.rows), default=0)
        details = max((width(row.detail) for row in section.rows), default=0)
        for row in section.rows:
            key = f"{section.title} {_about(row)}"
            taken[key] += 1
            drawn = _drawn(row, labels, details) if section.drawn else None
            yield _row(row, f"{key} {taken[key]}", section, standings, drawn)


def hidden(page: report.Report) -> report.Report:
    """The page as discreet mode shows it: whom it names, and nothing that is said of them."""

    def named(section: report.Section) -> Iterator[report.Row]:
        for row in section.rows:
            if row.label and (row.people or row.record):
                yield row._replace(text="", detail="")

    sections = tuple(section._replace(rows=tuple(named(section))) for section in page.sections)
    return page._replace(figure="", lead=(_HIDDEN,), sections=tuple(s for s in sections if s.rows))


def _row(
    row: report.Row,
    key: str,
    section: report.Section,
    standings: Standings,
    drawn: tuple[Cell, ...] | None,
) -> Row:
    acts = bool(row.people or row.record)
    return Row(
        drawn or _cells(row, table=section.table),
        key=key if acts else "",
        target=_target(row, section.title, standings) if acts else None,
        flow=drawn is not None,
        wrap=drawn is None,
        recent=section.recent and not row.below,
    )


def _drawn(row: report.Row, labels: int, details: int) -> tuple[Cell, ...]:
    """A line of a drawing, never broken: between labels and details of this section's own width."""
    if row.below:
        return (Cell(" " * (labels + GAP) + row.text),)
    label, detail = (
        text + " " * (cells - width(text))
        for text, cells in ((row.label, labels), (row.detail, details))
    )
    return (Cell(label, "strong"), Cell(row.text), Cell(detail, "muted"))


def _about(row: report.Row) -> str:
    """What tells a row apart, whatever it says today."""
    if row.record is None:
        return row.label or row.text.partition(":")[0]
    return f"{row.record[1]} {row.label}" if row.below else row.record[1]


def _cells(row: report.Row, *, table: bool) -> tuple[Cell, ...]:
    """Label and text, and what explains it at the right edge or behind the text."""
    joined = " · ".join(part for part in (row.text.rstrip(), row.detail) if part)
    if not row.label and not table and not row.below:
        return (Cell(joined),)
    label = f"{'  ' if row.below else ''}{row.label}" if row.label else ""
    head = Cell(label, "" if row.below else "strong")
    if row.detail and len(row.detail) <= _TAIL:
        return head, Cell(row.text), Cell(row.detail, "muted")
    return head, Cell(joined)


def _target(row: report.Row, section: str, standings: Standings) -> Target:
    """What acts are about: the record, else somebody, else everybody behind a figure."""
    alone = row.people[0] if row.people and (row.record or len(row.people) == 1) else None
    said = f"{section}: {row.label or row.text.partition(':')[0]}"
    return Target(
        name=f"{row.label}: {row.text}" if row.record else row.label if alone else said,
        item=_item(row, alone, standings),
        person=alone,
        record=row.record,
        text=row.said,
        people=row.people,
        parts=row.parts,
        circle=row.circle,
    )


def _item(row: report.Row, alone: PersonId | None, standings: Standings) -> Item | None:
    """A promise as a line; else, where there is no other record, the person."""
    snapshot = standings.snapshot
    if row.record is not None:
        is_promise = row.record[0] is Table.COMMITMENTS
        promise = snapshot.commitment(row.record[1]) if is_promise else None
        return promise_item(promise) if promise else None
    person = snapshot.person(alone) if alone else None
    return person_item(standings.subject(person).standing) if person else None
