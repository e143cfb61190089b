"""``log``: what passed, newest first, with one person or with all."""

from __future__ import annotations

import argparse

from netjournal.cli import diagnostics, who
from netjournal.cli.arguments import takes_limit
from netjournal.cli.context import Context
from netjournal.cli.days import day
from netjournal.cli.output import dim, piece
from netjournal.cli.parser import Parser
from netjournal.cli.tables import show_table
from netjournal.errors import ExitCode

_SHOWN = 40


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    parser.add_argument("--since", metavar="DAY", help="from this day on")
    parser.add_argument("--until", metavar="DAY", help="up to this day")
    takes_limit(parser, _SHOWN)
    parser.json(lines=True)
    parser.add_argument(
        "person", nargs="*", metavar="PERSON", completes="people", help="one person; else all"
    )
    parser.examples(
        "netjournal log",
        "netjournal log Ana Ruiz",
        "netjournal log --since '3 weeks ago' --until yesterday",
        "netjournal log --json --limit 5 | jq -r '.log[].text'",
    )


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Print the lines."""
    from netjournal.views.log import log, log_json

    context.read_sparingly()
    person = who.person(" ".join(arguments.person), context) if arguments.person else None
    since, until = (
        day(text, context, past=True) if text else None
        for text in (arguments.since, arguments.until)
    )
    limit = arguments.limit or (None if context.json else _SHOWN)
    shown, total = log(context.standings, person, since, until, limit=limit)
    if context.json:
        context.output.json("log", log_json(shown))
    else:
        cells = [
            (
                dim(line.id),
                dim(line.when),
                context.output.sign(line.sign),
                piece(line.names),
                piece(line.what),
                dim(line.said),
            )
            for line in shown
        ]
        show_table(
            context.output, cells, shrink=((5, 40), (3, 20), (5, 20), (3, 12), (4, 8), (5, 0))
        )
    if len(shown) < total and not context.json:
        diagnostics.say(f"{total - len(shown):,} more; --limit {total} shows them")
    if not shown:
        asked = arguments.since or arguments.until
        diagnostics.say("Nothing passed in that time." if asked else "Nothing is noted yet.")
        return ExitCode.NO_HIT
    return ExitCode.DONE
