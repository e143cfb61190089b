"""``query``: email addresses in the form that mutt's and aerc's address completion read."""

from __future__ import annotations

import argparse

from netjournal.cli.context import Context
from netjournal.cli.output import piece
from netjournal.cli.parser import Parser
from netjournal.errors import ExitCode
from netjournal.text import plural


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "--bare", action="store_true", help="without the first line, which mutt passes over"
    )
    parser.json()
    parser.text("words", "WORDS", "parts of a name, address or organisation; none lists all")
    parser.examples(
        "netjournal query ruiz",
        "netjournal query --bare ana acme    # for aerc",
        "netjournal query --json ana | jq -r '.addresses[].email'",
    )


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Print ``email TAB name TAB note`` a line; code 1 where nobody is found."""
    from netjournal.views.addresses import addresses

    context.read_sparingly()
    found = addresses(context.snapshot, " ".join(arguments.words))
    if context.json:
        context.output.json("addresses", [one._asdict() for one in found])
    else:
        if not arguments.bare:
            context.output.line(f"netjournal: {plural(len(found), 'address', 'addresses')}")
        for one in found:
            # safe_line makes a tab a space: no field can hold the separator
            cells = [piece(cell).text for cell in (one.email, one.name, one.note)]
            context.output.program_text("\t".join(cells))
    return ExitCode.DONE if found else ExitCode.NO_HIT
