"""A page of sentences and sections as rows of a list, each with what acts on it are about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from netjournal.domain.item import Item
from netjournal.domain.values import PersonId
from netjournal.tui.target import Target
from netjournal.tui.widgets.rows import BLANK, Cell, Column, Row
from netjournal.views import report
from netjournal.views.doing import person_item
from netjournal.views.standings import Standings

COLUMNS = (Column(28, 9, yields=1.2), Column(60, 20, grows=True))
"""Label, and the text with what explains it at the right edge."""
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
        for row in section.rows:
            key = f"{section.title} {row.record or ''} {row.label} {row.people}"
            taken[key] += 1
            yield _row(row, f"{key} {taken[key]}", standings)


def _row(row: report.Row, key: str, standings: Standings) -> Row:
    indent = "  " if row.below else ""
    short = len(row.detail) <= _TAIL
    text = row.text if short else f"{row.text} · {row.detail}".removeprefix(" · ")
    cells = [Cell(f"{indent}{row.label}", "" if row.below else "strong"), Cell(text)]
    if row.detail and short:
        cells.append(Cell(row.detail, "muted"))
    if not row.label and not row.text.strip(" "):
        cells = [Cell(row.detail, "muted")]
    elif not row.label and not row.detail and not row.below:
        cells = [Cell(row.text)]
    acts = bool(row.people or row.record)
    return Row(
        tuple(cells),
        key=key if acts else "",
        target=_target(row, standings) if acts else None,
        wrap=True,
    )


def _target(row: report.Row, standings: Standings) -> Target:
    """What acts are about: the record, else somebody, else everybody behind a figure."""
    alone = row.people[0] if row.people and (row.record or len(row.people) == 1) else None
    return Target(
        name=f"{row.label}: {row.text}" if row.record else row.label or row.text,
        item=_item(alone, standings) if alone and not row.record else None,
        person=alone,
        record=row.record,
        text=row.said,
        people=row.people,
        circle=row.circle,
    )


def _item(id: PersonId, standings: Standings) -> Item | None:
    person = standings.snapshot.person(id)
    return person_item(standings.subject(person).standing) if person else None
