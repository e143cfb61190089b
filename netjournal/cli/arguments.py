"""Arguments that several commands take alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netjournal.text import whole_number

if TYPE_CHECKING:
    from netjournal.cli.parser import Parser


def takes_person(parser: Parser) -> None:
    """One person, whose name may be several words."""
    parser.add_argument(
        "person", nargs="+", metavar="PERSON", completes="people",
        help="a name, an email address or the beginning of an id",
    )  # fmt: skip


def takes_limit(parser: Parser, usual: int | None = None) -> None:
    """How many lines at most; ``usual`` is told, and is for the command to obey."""
    told = f"at most so many; {usual} usually" if usual else "at most so many"
    parser.add_argument("--limit", type=_from_one, metavar="N", help=told)


def _from_one(text: str) -> int:
    import argparse  # most command lines need no parser

    number = whole_number(text)
    if not number:
        raise argparse.ArgumentTypeError(f"needs a number from 1 on, not {text!r}")
    return number
