"""``history``: what was done, newest first."""

from __future__ import annotations

import argparse

from netjournal.cli import diagnostics
from netjournal.cli.arguments import takes_limit
from netjournal.cli.context import Context
from netjournal.cli.output import dim, piece
from netjournal.cli.parser import Parser
from netjournal.cli.tables import show_table
from netjournal.errors import ExitCode

_SHOWN = 20


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    takes_limit(parser, _SHOWN)
    parser.json(lines=True)
    parser.examples("netjournal history", "netjournal history --limit 100")


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Print the acts."""
    from netjournal.text import plural
    from netjournal.views.changed import history_json, history_lines

    limit = arguments.limit or (None if context.json else _SHOWN)
    gestures = context.journal.gestures
    lines = history_lines(gestures, limit)
    if context.json:
        context.output.json("history", history_json(lines))
        return ExitCode.DONE
    rows = [
        (
            dim(line.when),
            dim(line.gesture.label) if line.undone else piece(line.gesture.label),
            dim("undone" if line.undone else plural(len(line.gesture.changes), "record")),
        )
        for line in lines
    ]
    show_table(context.output, rows, shrink=((1, 12),))
    if not rows:
        diagnostics.say("Nothing was done yet.")
    elif len(rows) < len(gestures):
        diagnostics.say(f"{len(gestures) - len(rows)} more; --limit {len(gestures)} shows them")
    return ExitCode.DONE
