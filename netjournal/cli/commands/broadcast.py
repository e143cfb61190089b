"""``broadcast``: something sent to many is noted; nobody's clock is touched."""

from __future__ import annotations

import argparse

from netjournal.cli import diagnostics
from netjournal.cli.context import Context
from netjournal.cli.parser import Parser
from netjournal.cli.reporting import report
from netjournal.domain.values import Channel
from netjournal.errors import ExitCode, UsageError
from netjournal.text import plural


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    parser.add_argument("--to", metavar="QUERY", help="whom it went to, as for 'people'")
    parser.add_argument("--date", metavar="DAY", help="the day it was sent; today usually")
    parser.add_argument(
        "--by", type=str.lower, choices=("email", "postcard", "message", "social"),
        default="email", metavar="CHANNEL", help="email (usual), postcard, message or social",
    )  # fmt: skip
    parser.json()
    parser.text("text", "TEXT", "what it was")
    parser.examples(
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
        raise UsageError("Say what it was, as in: netjournal broadcast the spring newsletter")
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
