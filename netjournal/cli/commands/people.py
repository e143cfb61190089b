"""``people``: the list, or those who answer a query."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import SimpleNamespace
from typing import TYPE_CHECKING

from netjournal.cli import diagnostics
from netjournal.cli.arguments import takes_limit
from netjournal.cli.context import Context
from netjournal.cli.lines import cell
from netjournal.cli.output import Output, Piece, bold, dim, piece
from netjournal.cli.tables import show_table
from netjournal.errors import ExitCode, UsageError
from netjournal.text import plural

if TYPE_CHECKING:
    from argparse import Namespace

    from netjournal.cli.parser import Parser
    from netjournal.views.people import PersonRow

FIELDS = (
    "id", "name", "circle", "state", "last_contact", "days", "cadence", "calibre", "organisation",
    "emails", "phones", "topics", "city", "birthday", "promises",
)  # fmt: skip
"""Those of the JSON contract, in its order."""
_SORTS = (
    "name", "circle", "state", "last", "cadence", "organisation", "calibre", "promises", "topics",
    "city", "birthday",
)  # fmt: skip


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "--sort", choices=_SORTS, default="name", metavar="ORDER", help=f"{', '.join(_SORTS)}"
    )
    parser.add_argument("--reverse", action="store_true", help="the other way round")
    takes_limit(parser)
    parser.add_argument(
        "--fields", metavar="FIELDS", help=f"only these, with commas: {', '.join(FIELDS)}"
    )
    parser.json(lines=True)
    parser.text(
        "query",
        "QUERY",
        'words, -word, "a phrase", OR, field:value; see: netjournal man queries',
        "query",
    )
    parser.examples(
        "netjournal people",
        "netjournal people circle:close --sort last",
        "netjournal people 'last:90d.. has:address -berlin'",
        "netjournal people '(is:stale OR owes:reply) -topic:gov'",
        "netjournal people is:stale OR owes:reply",
        "netjournal people --plain --fields name,emails has:email",
        "netjournal people @friends        # a query saved in the settings",
    )


def of_text(words: Sequence[str]) -> SimpleNamespace:
    """What is asked for by words without an option: just what the parser says of them."""
    return SimpleNamespace(
        command="people", journal=None, no_pager=False, sort="name", reverse=False, limit=None,
        fields=None, json=False, plain=False, query=list(words),
    )  # fmt: skip


def run(arguments: Namespace, context: Context) -> int:
    """Print the list."""
    from netjournal.journal.queries import parse_query
    from netjournal.views.people import people_found, people_json, person_row

    query = parse_query(" ".join(arguments.query), context.settings.queries)
    fields = _fields(arguments.fields) if arguments.fields else ()
    if arguments.query or arguments.limit:  # of everybody everything is told
        context.read_sparingly()
    standings = context.standings
    found = people_found(standings, query, sort=arguments.sort, reverse=arguments.reverse)
    shown = [person_row(each, standings) for each in found[: arguments.limit]]
    if context.json:
        records = people_json(shown)
        kept = [{key: one[key] for key in fields} for one in records] if fields else records
        context.output.json("people", kept)
    elif fields:
        _print_fields(people_json(shown), fields, context)
    elif shown:
        _print(shown, context)
    if not found:
        diagnostics.say(_nobody(str(query)))
        return ExitCode.NO_HIT
    if len(shown) < len(found):
        diagnostics.say(f"{len(found) - len(shown):,} more")
    elif not context.json and context.output.is_terminal:
        diagnostics.say(plural(len(found), "person", "people"))
    return ExitCode.DONE


def _fields(text: str) -> tuple[str, ...]:
    """The fields asked for.

    Raises:
        UsageError: there is no such field.
    """
    asked = tuple(name.strip() for name in text.split(",") if name.strip())
    for name in asked:
        if name not in FIELDS:
            import difflib

            near = difflib.get_close_matches(name, FIELDS, n=1)
            hint = f" Did you mean {near[0]}?" if near else f" They are: {', '.join(FIELDS)}."
            raise UsageError(f"There is no field {name!r} to show.{hint}")
    return asked


def _print_fields(
    rows: Sequence[Mapping[str, object]], fields: Sequence[str], context: Context
) -> None:
    values = ([row[field] for field in fields] for row in rows)
    cells = [tuple(map(dim, fields)), *(tuple(piece(cell(one)) for one in row) for row in values)]
    shrink = [(column, 12) for column in reversed(range(len(fields)))]
    show_table(context.output, cells, shrink)


def _nobody(query: str) -> str:
    if query:
        return f"Nobody answers {query}."
    return "There is nobody yet. Begin with: netjournal add 'Ana Ruiz: coffee today'"


_HEAD = ("id", "", "name", "circle", "", "last contact", "organisation")


def _print(rows: Sequence[PersonRow], context: Context) -> None:
    output = context.output
    cells = [tuple(map(dim, _HEAD)), *(_cells(row, output) for row in rows)]
    show_table(output, cells, shrink=((6, 12), (2, 12), (6, 0), (5, 0)))


def _cells(row: PersonRow, output: Output) -> Sequence[Piece]:
    return (
        dim(row.short),
        output.sign(row.sign),
        bold(row.name),
        piece(row.circle),
        piece(row.state_word),
        piece(row.last),
        dim(row.organisation),
    )
