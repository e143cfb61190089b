"""``merge``: two records of one person become one; undo parts them again."""

from __future__ import annotations

import argparse

from netjournal.cli import who
from netjournal.cli.context import Context
from netjournal.cli.parser import Parser
from netjournal.cli.reporting import report


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    parser.json()
    parser.add_argument(
        "kept", metavar="PERSON", completes="people", help="who stays: a name or an id"
    )
    parser.add_argument(
        "gone", metavar="SAME", completes="people", help="the same person once more"
    )
    parser.examples(
        "netjournal merge 'Ana Ruiz' 'Ana M. Ruiz'",
        "netjournal merge 5619 7020      # as 'netjournal duplicates' lists them",
        "netjournal undo                 # parts them again",
    )


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Merge the second into the first."""
    from netjournal.journal.merging import merge

    kept = who.person(arguments.kept, context)
    gone = who.person(arguments.gone, context)
    label = f"merge {gone.name} into {kept.name}"
    region = context.settings.region
    done = context.act(
        label, lambda snapshot: merge(snapshot, kept.id, gone.id, context.today, region)
    )
    return report(context, done, label=label)
