"""``postcards``: cards to write, to post and under way; whose address is missing."""

from __future__ import annotations

import argparse

from netjournal.cli import pages, who
from netjournal.cli.context import Context
from netjournal.cli.parser import Parser
from netjournal.cli.reporting import report
from netjournal.domain.values import Channel
from netjournal.errors import ExitCode, UsageError


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    parser.add_argument("--written", metavar="ID", help="this card is written, and not posted yet")
    parser.json()
    parser.examples(
        "netjournal postcards",
        "netjournal postcards --written 4821",
        "netjournal done 4821          # it is posted",
    )


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Print the page, or note that a card is written."""
    if arguments.written:
        return _written(arguments.written, context)
    from netjournal.views.postcards import postcards, postcards_json, postcards_report

    standings = context.standings
    cards = postcards(standings)
    if context.json:
        context.output.members(postcards_json(cards))
    else:
        pages.show(postcards_report(cards, standings), context.output)
    return ExitCode.DONE


def _written(text: str, context: Context) -> int:
    from netjournal.journal.closing import written

    item = who.item(text, context)
    promise = context.snapshot.commitment(item.commitment or "")
    if promise is None or promise.channel is not Channel.POSTCARD:
        raise UsageError(f"{text} is no card to write; 'netjournal postcards' lists them.")
    label = f"card written: {promise.text}"
    done = context.act(label, lambda now: written(now, promise, on=context.today))
    return report(context, done, label=label)
