"""``drop``: a line of Today is let go; a draft too."""

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
        "item", nargs="+", metavar="ITEM", completes="items",
        help="the id of a line of today or of a draft, or a person's name",
    )  # fmt: skip
    parser.examples(
        "netjournal drop 4821          # a promise is let go, a reply is not needed",
        "netjournal drop Ana Ruiz      # not now: quiet for half of their cadence",
    )


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Let it go."""
    from netjournal.domain.gesture import Table
    from netjournal.journal import acting, editing

    text = " ".join(arguments.item)
    found = context.snapshot.find(text) if text.isdecimal() else ()
    if len(found) == 1 and found[0][0] is Table.DRAFTS:
        id = found[0][1]
        label = "drop a draft"
        done = context.act(label, lambda snapshot: editing.remove(snapshot, Table.DRAFTS, id))
    else:
        item = who.item(text, context)
        label = f"drop: {who.item_name(item, context)}"
        done = context.act(
            label,
            lambda snapshot: acting.dropped(snapshot, item, context.today, context.settings),
        )
    return report(context, done, label=label)
