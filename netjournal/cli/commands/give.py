"""``give``: what can be given today; needs and offers closed, or still so."""

from __future__ import annotations

import argparse

from netjournal.cli import pages, who
from netjournal.cli.context import Context
from netjournal.cli.parser import Parser
from netjournal.cli.reporting import report
from netjournal.errors import ExitCode, UsageError


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    parser.add_argument("--close", metavar="ID", help="this need or offer no longer holds")
    parser.add_argument("--gave", metavar="TEXT", default="", help="with --close: what you did")
    parser.add_argument("--still", metavar="ID", help="this need or offer still holds")
    parser.json()
    parser.add_argument(
        "person", nargs="*", metavar="PERSON", completes="people",
        help="only what one person needs, offers, gave and got",
    )  # fmt: skip
    parser.examples(
        "netjournal give",
        "netjournal give Ana Ruiz",
        "netjournal give --close 4821 --gave 'found her a printer'",
        "netjournal give --still 4821",
    )


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Print the page, or change one line of it."""
    if arguments.close and arguments.still:
        raise UsageError("Write --close or --still, not both.")
    if arguments.gave and not arguments.close:
        raise UsageError("--gave says what you did about a need; name it with --close ID.")
    if arguments.close or arguments.still:
        return _change(arguments, context)
    from netjournal.views.give import give_json, give_report, give_view

    standings = context.standings
    person = who.person(" ".join(arguments.person), context) if arguments.person else None
    view = give_view(standings, person.id if person else None)
    if context.json:
        context.output.members(give_json(view, standings.snapshot))
    else:
        pages.show(give_report(view, standings), context.output)
    return ExitCode.DONE


def _change(arguments: argparse.Namespace, context: Context) -> int:
    from netjournal.journal import giving

    entry = giving.need_or_offer(arguments.close or arguments.still, context.snapshot)
    verb = "closed" if arguments.close else "still open"
    label = f"{verb}: {context.snapshot.name_of(entry.person)}, {entry.text}"
    if arguments.close:
        done = context.act(
            label, lambda now: giving.closed(now, entry, context.today, arguments.gave)
        )
    else:
        done = context.act(label, lambda now: giving.still_open(now, entry, context.today))
    return report(context, done, label=label)
