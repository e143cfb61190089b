"""``broadcast``: something sent to many is noted, and who wrote back; no clock is touched."""

from __future__ import annotations

import argparse

from netjournal.cli import diagnostics
from netjournal.cli.context import Context
from netjournal.cli.parser import Parser
from netjournal.cli.reporting import report
from netjournal.domain.values import Channel
from netjournal.errors import ExitCode
from netjournal.text import plural


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "--to", metavar="QUERY", completes="query", help="whom it went to, as for 'people'"
    )
    parser.add_argument("--date", metavar="DAY", help="the day it was sent; today usually")
    parser.add_argument(
        "--by", type=str.lower, choices=("email", "postcard", "message", "social"),
        default="email", metavar="CHANNEL", help="email (usual), postcard, message or social",
    )  # fmt: skip
    parser.json()
    parser.text("text", "TEXT", "what it was; without it, what was sent and who wrote back")
    parser.examples(
        "netjournal broadcast",
        "netjournal broadcast the spring newsletter",
        "netjournal broadcast --to 'circle:close topic:print' --by postcard the new address",
    )


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Store it, with the people it went to."""
    from netjournal.cli.days import day
    from netjournal.journal.broadcasting import broadcast
    from netjournal.journal.queries import parse_query
    from netjournal.views.people import people_found

    text = " ".join(arguments.text).strip()
    if not text:
        return _list(context)
    sent = day(arguments.date, context, past=True) if arguments.date else context.today
    people = []
    if arguments.to is not None:
        query = parse_query(arguments.to, context.settings.queries)
        people = [found.person.id for found in people_found(context.standings, query)]
        if not people:
            diagnostics.say(f"Nobody answers {query}.")
            return ExitCode.NO_HIT
    change = broadcast(text, sent, Channel(arguments.by), people)
    label = f"broadcast: {text}"
    if people:
        label += f" to {plural(len(people), 'person', 'people')}"
    return report(context, context.act(label, lambda _: [change]))


def _list(context: Context) -> int:
    from netjournal.cli import pages
    from netjournal.views.broadcasts import broadcasts_json, broadcasts_report

    if context.json:
        context.output.json("broadcasts", broadcasts_json(context.standings))
    else:
        pages.show(broadcasts_report(context.standings), context.output)
    return ExitCode.DONE
