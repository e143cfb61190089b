"""``pause``: a holiday of mine, whose days count in no silence."""

from __future__ import annotations

import argparse

from netjournal.cli.context import Context
from netjournal.cli.days import day
from netjournal.cli.parser import Parser
from netjournal.cli.reporting import report
from netjournal.errors import UsageError


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    parser.json()
    parser.add_argument(
        "words", nargs="+", metavar="until DAY | end", help="the last day of it; or end it now"
    )
    parser.examples("netjournal pause until 28 march", "netjournal pause end")


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Begin a pause, or end it."""
    from netjournal.journal import editing

    words = arguments.words
    if words == ["end"]:
        label = "end the pause"
        done = context.act(label, lambda snapshot: editing.end_pause(snapshot, context.today))
        return report(context, done, label=label)
    text = " ".join(words[1:] if words[0].lower() in {"until", "till"} else words)
    if not text:
        raise UsageError("Until when? As in: netjournal pause until 28 march")
    until = day(text, context, past=False)
    label = f"pause until {until}"
    done = context.act(label, lambda snapshot: editing.pause(snapshot, context.today, until))
    return report(context, done, label=label)
