"""``note``: a dated line about somebody, which is no contact."""

from __future__ import annotations

import argparse

from netjournal.cli import who
from netjournal.cli.context import Context
from netjournal.cli.parser import Parser
from netjournal.cli.reporting import report
from netjournal.errors import UsageError


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    parser.json()
    parser.add_argument("person", metavar="PERSON", completes="people", help="whom it is about")
    parser.text("text", "TEXT", "the note")
    parser.examples(
        "netjournal note Ana likes film cameras", "netjournal note 'Ana Ruiz' 'a baby!'"
    )


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Store the note."""
    from netjournal.journal.editing import add_note

    person, text = who.person_before([arguments.person, *arguments.text], context)
    if not text:
        raise UsageError("Say what to note, as in: netjournal note Ana likes film cameras")
    label = f"note: {person.name}"
    return report(context, context.act(label, lambda _: [add_note(person.id, text, context.today)]))
