"""``done``: a line of Today is done; reaching out is recorded as a conversation with it."""

from __future__ import annotations

import argparse

from netjournal.cli import who
from netjournal.cli.context import Context
from netjournal.cli.parser import Parser
from netjournal.cli.reporting import report
from netjournal.domain.values import Channel, Reply
from netjournal.errors import InputError, UsageError


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    parser.add_argument("--no-answer", action="store_true", help="they were not reached")
    parser.add_argument("--left-word", action="store_true", help="a voicemail, or word was left")
    parser.add_argument(
        "--by", type=str.lower, choices=list(map(str, Channel)), metavar="CHANNEL",
        help="another channel than the line names",
    )  # fmt: skip
    parser.add_argument("--note", default="", metavar="TEXT", help="what it was about")
    parser.json()
    parser.add_argument(
        "item", nargs="+", metavar="ITEM", completes="items",
        help="the id of a line of today, or a person's name",
    )  # fmt: skip
    parser.examples(
        "netjournal done 4821",
        "netjournal done Ana Ruiz --no-answer",
        "netjournal done 4821 --by email --note 'sent the slides'",
    )


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Do it."""
    from netjournal.journal import acting

    if arguments.no_answer and arguments.left_word:
        raise UsageError("Write --no-answer or --left-word, not both.")
    item = who.item(" ".join(arguments.item), context)
    if item.commitment is None and not arguments.by and not who.is_of_today(item, context):
        name = who.item_name(item, context)
        raise InputError(
            f"Nothing is waiting with {name}. Note how you were in touch with --by CHANNEL, "
            "or with 'netjournal add'."
        )
    reply = None
    if arguments.no_answer or arguments.left_word:
        reply = Reply.NONE if arguments.no_answer else Reply.AWAITED
    doing = acting.Doing(
        today=context.today,
        reply=reply,
        text=arguments.note,
        channel=Channel(arguments.by) if arguments.by else None,
    )
    label = f"done: {who.item_name(item, context)}"
    done = context.act(label, lambda snapshot: acting.done(snapshot, item, doing))
    return report(context, done, label=label)
