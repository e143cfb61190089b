"""``show``: one person's page."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from netjournal.cli import pages, who
from netjournal.cli.arguments import takes_person
from netjournal.cli.context import Context
from netjournal.cli.output import Output, Piece, bold, dim, piece, wrapped
from netjournal.cli.parser import Parser
from netjournal.cli.tables import cells_of, in_columns, widths_of
from netjournal.errors import ExitCode

if TYPE_CHECKING:
    from netjournal.domain.entry import Entry
    from netjournal.views.page import PersonPage, PromiseLine, TimelineLine

_INDENT = 2
_RECENT = 12
"""Lines of the timeline that are shown without ``--all``."""


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    parser.add_argument("--all", action="store_true", help="the whole timeline")
    parser.json()
    takes_person(parser)
    parser.examples(
        "netjournal show Ana Ruiz", "netjournal show ana@example.org", "netjournal show 4821"
    )


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Print the page."""
    from netjournal.views.page import page_json, person_page
    from netjournal.views.quality import quality_json, quality_section
    from netjournal.views.reasons import reasons_section

    context.read_sparingly()
    person = who.person(" ".join(arguments.person), context)
    standings = context.standings
    page = person_page(person, standings)
    quality = standings.subject(person).quality
    if context.json:
        whole = page_json(page, standings)
        context.output.members({**whole, "quality": quality_json(quality)})
        return ExitCode.DONE
    _Printing(context.output, context.snapshot.short(person.id)).page(page, whole=arguments.all)
    if quality is not None:
        context.output.line()
        pages.section(quality_section(quality, context.today), context.output)
        context.output.line()
        pages.section(reasons_section(person, standings), context.output)
    return ExitCode.DONE


class _Printing:
    """A page on its way to the output, section by section."""

    def __init__(self, output: Output, id: str) -> None:
        self._output = output
        self._id = id

    def page(self, page: PersonPage, *, whole: bool) -> None:
        self._output.sides(bold(page.person.name), dim(self._id))
        for line in wrapped(page.heading, self._output.width):
            self._output.line(line)
        self._facts(page.facts)
        self._lines("Next time", page.next_time)
        self._promises("You promised", page.mine)
        self._promises("They promised", page.theirs)
        self._lines("Needs", page.needs)
        self._lines("Offers", page.offers)
        self._lines("How we remember each other", page.remember)
        self._timeline(page.timeline if whole else page.timeline[:_RECENT])
        if not whole and len(page.timeline) > _RECENT:
            more = len(page.timeline) - _RECENT
            self._output.line(dim(f"{more} more: netjournal show {self._id} --all"), indent=_INDENT)

    def _facts(self, facts: Sequence[tuple[str, str]]) -> None:
        if not facts:
            return
        self._output.line()
        rows = [(dim(label),) for label, _ in facts]
        widths = widths_of(rows, None)
        for row, (_, value) in zip(rows, facts, strict=True):
            self._output.hanging(in_columns(row, widths), widths[0], value, indent=_INDENT)

    def _lines(self, title: str, entries: Sequence[Entry]) -> None:
        if not entries:
            return
        self._title(title)
        for entry in entries:
            for line in wrapped(entry.text, self._room(0)):
                self._output.line(piece(line, limit=len(line)), indent=_INDENT)

    def _promises(self, title: str, promises: Sequence[PromiseLine]) -> None:
        if not promises:
            return
        self._title(title)
        sign = self._output.sign
        rows = [
            (dim(p.id), sign(p.sign, p.commitment.channel or ""), piece(p.when)) for p in promises
        ]
        self._table(rows, [promise.text for promise in promises])

    def _timeline(self, lines: Sequence[TimelineLine]) -> None:
        if not lines:
            return
        self._title("What passed")
        rows = [(dim(e.id), piece(e.when), self._output.sign(e.sign), piece(e.what)) for e in lines]
        self._table(rows, [_with_others(each) for each in lines])

    def _table(self, rows: Sequence[Sequence[Piece]], texts: Sequence[str]) -> None:
        widths = widths_of(rows, None)
        cells = cells_of(widths)
        for row, text in zip(rows, texts, strict=True):
            self._output.hanging(in_columns(row, widths), cells, text, indent=_INDENT)

    def _title(self, title: str) -> None:
        self._output.line()
        self._output.line(bold(title))

    def _room(self, used: int) -> int | None:
        return None if self._output.width is None else self._output.width - _INDENT - used


def _with_others(line: TimelineLine) -> str:
    return " · ".join(part for part in (line.text, _beside(line)) if part)


def _beside(line: TimelineLine) -> str:
    return f"with {', '.join(line.others)}" if line.others else ""
