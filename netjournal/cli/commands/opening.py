"""``open``: the desktop's own program is opened with somebody's address or number."""

from __future__ import annotations

import argparse

from netjournal.cli import who
from netjournal.cli.arguments import takes_person
from netjournal.cli.context import Context
from netjournal.cli.output import piece
from netjournal.cli.parser import Parser
from netjournal.errors import ExitCode, InputError
from netjournal.outside import open_link

_ALLOWED = "+-.@_"
"""Signs that stand in a link as they are, besides letters and digits."""


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "--by", choices=("email", "phone", "message"), default="email", metavar="CHANNEL",
        help="email (usual), phone or message",
    )  # fmt: skip
    parser.add_argument("--print", action="store_true", help="print the link, open nothing")
    parser.json()
    takes_person(parser)
    parser.examples(
        "netjournal open Ana Ruiz", "netjournal open --by phone Ana", "netjournal open --print Ana"
    )


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Open the link, or print it."""
    person = who.person(" ".join(arguments.person), context)
    values = person.emails if arguments.by == "email" else person.phones
    if not values:
        what = "email address" if arguments.by == "email" else "phone number"
        raise InputError(f"No {what} of {person.name} is known.")
    link = _link(arguments.by, values[0].value)
    if context.json:
        context.output.json("link", link)
    elif arguments.print:
        context.output.line(piece(link))
    if not (arguments.print or context.json):
        try:
            open_link(link)
        except InputError as error:
            raise InputError(f"{error.message} --print shows the link.") from None
    return ExitCode.DONE


def _link(by: str, value: str) -> str:
    """A link of RFC 6068 or RFC 3966 that holds the value and nothing else."""
    from urllib.parse import quote

    if by == "email":
        return f"mailto:{quote(value, safe=_ALLOWED)}"
    number = "".join(char for char in value if char.isdecimal() or char in "+*#")
    return f"{'tel' if by == 'phone' else 'sms'}:{quote(number, safe='+*')}"
