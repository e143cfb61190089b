"""``remove``: one record, named by its id; undo brings it back."""

from __future__ import annotations

import argparse

from netjournal.cli.context import Context
from netjournal.cli.parser import Parser
from netjournal.cli.reporting import report


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    parser.json()
    parser.add_argument("id", metavar="ID", completes="records", help="the beginning of an id")
    parser.examples("netjournal remove 5619", "netjournal undo            # brings it back")


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Remove it."""
    from netjournal.journal.editing import remove
    from netjournal.journal.matching import record_called

    table, id = record_called(arguments.id, context.snapshot)
    label = f"remove {table.removesuffix('s')}"
    return report(context, context.act(label, lambda snapshot: remove(snapshot, table, id)))
