"""``snooze``: a line of Today is quiet until a day."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date

from netjournal.cli import who
from netjournal.cli.context import Context
from netjournal.cli.days import ahead, ending, parted
from netjournal.cli.parser import Parser
from netjournal.cli.reporting import report
from netjournal.errors import InputError, UsageError


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    parser.json()
    parser.add_argument(
        "words", nargs="+", metavar="ITEM [until] DAY", completes="items",
        help="the id of a line of today or a person's name, then a day",
    )  # fmt: skip
    parser.examples(
        "netjournal snooze 4821 friday",
        "netjournal snooze Ana Ruiz until 3 april",
        "netjournal snooze 4821 in 2 weeks",
    )


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Keep it quiet."""
    from netjournal.journal import acting

    text, until = _item_and_day(arguments.words, context)
    item = who.item(text, context)
    label = f"snooze until {until}: {who.item_name(item, context)}"
    today = context.today
    done = context.act(label, lambda snapshot: acting.snoozed(snapshot, item, until, today))
    return report(context, done, label=label)


def _item_and_day(words: Sequence[str], context: Context) -> tuple[str, date]:
    text, until = parted(words)
    if until is not None:
        return text, ahead(until, context)
    if words[0].rstrip("d").isdecimal() and len(words) > 1:
        return words[0], ahead(" ".join(words[1:]), context)
    text, found = ending(words, context, past=False)
    if found is None:
        raise UsageError(
            "Until when? Write the day last, as in: netjournal snooze Ana until friday"
        )
    if found <= context.today:
        raise InputError(f"{found} does not lie ahead; write a day after today.")
    return text, found
