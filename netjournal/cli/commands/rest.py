"""``rest``: somebody is put to rest, until a day or for good; or called back."""

from __future__ import annotations

import argparse

from netjournal.cli import who
from netjournal.cli.context import Context
from netjournal.cli.days import ahead, parted
from netjournal.cli.parser import Parser
from netjournal.cli.reporting import report


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    parser.add_argument("--end", action="store_true", help="end a rest")
    parser.json()
    parser.add_argument(
        "words", nargs="+", metavar="PERSON [until DAY]", completes="people",
        help="a name, an email address or the beginning of an id",
    )  # fmt: skip
    parser.examples(
        "netjournal rest Bob Stone",
        "netjournal rest Bob Stone until 1 september",
        "netjournal rest --end Bob Stone",
    )


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Put them to rest."""
    from netjournal.journal import editing

    text, until_text = parted(arguments.words)
    until = ahead(until_text, context) if until_text is not None else None
    person = who.person(text, context)
    if arguments.end:
        label = f"end the rest: {person.name}"
        done = context.act(label, lambda snapshot: editing.wake(snapshot, person.id))
    else:
        label = f"rest{f' until {until}' if until else ''}: {person.name}"
        done = context.act(
            label,
            lambda snapshot: editing.put_to_rest(snapshot, person.id, context.today, until),
        )
    return report(context, done, label=label)
