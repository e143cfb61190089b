"""``network``: who is in touch, how well, by which means; collecting or relating."""

from __future__ import annotations

import argparse

from netjournal.cli import pages
from netjournal.cli.context import Context
from netjournal.cli.parser import Parser
from netjournal.errors import ExitCode


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    parser.add_argument("--report", action="store_true", help="print it as Markdown")
    parser.json()
    parser.examples("netjournal network", "netjournal network --report > network.md")


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Print the page."""
    from netjournal.views.network import network_view
    from netjournal.views.network_report import network_json, network_report
    from netjournal.views.report import markdown

    standings = context.standings
    view = network_view(standings)
    if context.json:
        context.output.members(network_json(view, standings))
    elif arguments.report:
        context.output.program_text(markdown(network_report(view, standings)))
    else:
        pages.show(network_report(view, standings), context.output)
    return ExitCode.DONE
