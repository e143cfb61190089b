"""The shape of what is told at length: sentences, then sections of rows; and its Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netjournal.domain.gesture import Table
from netjournal.domain.values import Circle, PersonId
from netjournal.text import safe_line
from netjournal.tuples import NamedTuple

_MARKUP = re.compile(r"([\\`*_\[\]<>#|])")


class Part(NamedTuple):
    """One figure of a row that holds several."""

    label: str
    people: tuple[PersonId, ...]


class Row(NamedTuple):
    """One line of a section: what it says, what explains it, and whom it opens."""

    text: str = ""
    label: str = ""
    """Whom or what it is about, said before the text."""
    detail: str = ""
    id: str = ""
    """What a command takes; nothing where there is nothing to do with it."""
    people: tuple[PersonId, ...] = ()
    """The people behind it."""
    parts: tuple[Part, ...] = ()
    """Where it holds several figures: each of them."""
    record: tuple[Table, str] | None = None
    """What an act on it is about, where that is more than somebody."""
    circle: Circle | None = None
    """The circle it measures."""
    below: bool = False
    """Belongs to the row above."""

    @property
    def said(self) -> str:
        """The label and the text in one."""
        return f"{self.label} {self.text}".strip()


class Section(NamedTuple):
    """Rows under a title."""

    title: str
    rows: tuple[Row, ...]
    table: bool = False
    """The texts stand under each other."""
    drawn: bool = False
    """A table of our own signs and figures, which means something only where it is aligned."""
    recent: bool = False
    """Drawn from old to new, a sign a cell: where there is no room its beginning is left out."""


class Report(NamedTuple):
    """A page to be read from top to bottom."""

    title: str
    figure: str = ""
    """What stands beside the title."""
    lead: tuple[str, ...] = ()
    """The answer in sentences."""
    sections: tuple[Section, ...] = ()
    """Those without rows are left out by whoever makes it."""


def report(title: str, lead: tuple[str, ...], *sections: Section, figure: str = "") -> Report:
    """A page of the sections that hold something."""
    return Report(
        title=title, figure=figure, lead=lead, sections=tuple(one for one in sections if one.rows)
    )


def markdown(page: Report) -> str:
    """The page as Markdown (CommonMark); text of the user is escaped."""
    return "\n".join(_markdown(page)) + "\n"


def _markdown(page: Report) -> Iterator[str]:
    yield f"# {_plain(page.title)}"
    if page.figure:
        yield f"\n**{_plain(page.figure)}**"
    if page.lead:
        yield "\n" + " ".join(map(_plain, page.lead))
    for section in page.sections:
        yield f"\n## {_plain(section.title)}\n"
        yield from _drawn(section) if section.drawn else _listed(section)


def _listed(section: Section) -> Iterator[str]:
    for row in section.rows:
        between = ": " if section.table and row.label and row.text else " "
        said = between.join(_plain(part) for part in (row.label, row.text) if part)
        detail = f"{' · ' if section.table else ': '}{_plain(row.detail)}" if row.detail else ""
        yield f"{'  ' if row.below else ''}- {said}{detail}"


def _drawn(section: Section) -> Iterator[str]:
    """A code block, which keeps every sign in its place."""
    cells = max(len(row.label) for row in section.rows)
    yield "```text"
    for row in section.rows:
        yield safe_line(f"{row.label:{cells}}  {row.text}  {row.detail}".rstrip()).replace("`", "'")
    yield "```"


def _plain(text: str) -> str:
    return _MARKUP.sub(r"\\\1", safe_line(text))
