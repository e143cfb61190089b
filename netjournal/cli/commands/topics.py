"""``topics``: the topics of the journal, the most used first."""

from __future__ import annotations

import argparse

from netjournal.cli import diagnostics
from netjournal.cli.context import Context
from netjournal.cli.output import dim, piece
from netjournal.cli.parser import Parser
from netjournal.cli.tables import show_table
from netjournal.errors import ExitCode
from netjournal.text import plural


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    parser.json(lines=True)
    parser.examples("netjournal topics", "netjournal people topic:gov")


def run(_arguments: argparse.Namespace, context: Context) -> int:
    """Print each with how many people and records have it."""
    from netjournal.views.topics import topics

    found = topics(context.snapshot)
    if context.json:
        context.output.json("topics", [one._asdict() for one in found])
    else:
        rows = [
            (
                piece(one.topic),
                dim(plural(one.people, "person", "people")),
                dim(plural(one.records, "record")),
            )
            for one in found
        ]
        show_table(context.output, rows, shrink=((0, 12),))
    if not found:
        diagnostics.say("No topic yet. Write one with a line: lunch with Ana topic:gov")
        return ExitCode.NO_HIT
    return ExitCode.DONE
