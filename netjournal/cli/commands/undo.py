"""``undo``: the last act is taken back, shown field by field."""

from __future__ import annotations

import argparse

from netjournal.cli.context import Context
from netjournal.cli.parser import Parser
from netjournal.cli.reporting import report


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    parser.add_argument("--redo", action="store_true", help="take the last undo back instead")
    parser.json()
    parser.examples("netjournal undo", "netjournal undo --redo", "netjournal history")


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Take it back."""
    done = context.journal.redo() if arguments.redo else context.journal.undo()
    context.will_fold()
    return report(context, done)
