"""``redo``: the last undo is taken back."""

from __future__ import annotations

import argparse

from netjournal.cli.context import Context
from netjournal.cli.parser import Parser
from netjournal.cli.reporting import report


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    parser.json()
    parser.examples("netjournal redo")


def run(_arguments: argparse.Namespace, context: Context) -> int:
    """Take the undo back."""
    done = context.journal.redo()
    context.will_fold()
    return report(context, done)
