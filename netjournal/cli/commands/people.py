"""``people``: the list, or those who answer a query."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from netjournal.cli import diagnostics
from netjournal.cli.context import Context
from netjournal.cli.output import Piece, Style, bold, dim, in_columns, piece, widths_of
from netjournal.cli.parser import Parser
from netjournal.errors import ExitCode, UsageError
from netjournal.text import plural

if TYPE_CHECKING:
    from netjournal.views.people import PersonRow

_SORTS = ("name", "circle", "last", "organisation", "calibre", "promises")


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "--sort", choices=_SORTS, default="name", metavar="ORDER", help=f"{', '.join(_SORTS)}"
    )
    parser.add_argument("--reverse", action="store_true", help="the other way round")
    parser.add_argument("--limit", type=int, metavar="N", help="at most so many")
    parser.json()
    parser.text("query", "QUERY", 'words, -word, "a phrase", OR, field:value (circle:close)')
    parser.examples(
        "netjournal people",
        "netjournal people circle:close --sort last",
        "netjournal people 'last:90d.. has:address -berlin'",
        "netjournal people is:stale OR owes:reply",
    )


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Print the list."""
    from netjournal.journal.queries import parse_query
    from netjournal.views.people import people_json, people_rows

    if arguments.limit is not None and arguments.limit < 1:
        raise UsageError("--limit needs a number from 1 on.")
    query = parse_query(" ".join(arguments.query))
    rows = people_rows(context.standings, query, sort=arguments.sort, reverse=arguments.reverse)
    shown = rows[: arguments.limit]
    if context.json:
        context.output.json("people", people_json(shown))
    elif shown:
        _print(shown, context)
    if not rows:
        diagnostics.say(_nobody(str(query)))
        return ExitCode.NO_HIT
    if len(shown) < len(rows):
        diagnostics.say(f"{len(rows) - len(shown)} more")
    elif not context.json and context.output.is_terminal:
        diagnostics.say(plural(len(rows), "person", "people"))
    return ExitCode.DONE


def _nobody(query: str) -> str:
    if query:
        return f"Nobody answers {query}."
    return "There is nobody yet. Begin with: netjournal add 'Ana Ruiz: coffee today'"


_HEAD = ("id", "", "name", "circle", "", "last contact", "organisation")


def _print(rows: Sequence[PersonRow], context: Context) -> None:
    output = context.output
    cells = [tuple(map(dim, _HEAD)), *map(_cells, rows)]
    widths = widths_of(cells, output.width, shrink=((6, 12), (2, 12), (6, 0), (5, 0)))
    for row in cells:
        output.line(*in_columns(row, widths))


def _cells(row: PersonRow) -> Sequence[Piece]:
    return (
        dim(row.short),
        piece(row.sign, Style.ACCENT) if row.sign.strip() else piece(""),
        bold(row.name),
        piece(row.circle),
        piece(row.state_word),
        piece(row.last),
        dim(row.organisation),
    )
