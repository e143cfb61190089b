"""``died``: somebody died; they stay findable, on no list and in no figure."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date

from netjournal.cli import diagnostics, who
from netjournal.cli.context import Context
from netjournal.cli.days import ending
from netjournal.cli.parser import Parser
from netjournal.cli.reporting import report
from netjournal.domain.person import Person
from netjournal.errors import InputError, UnknownNameError
from netjournal.text import plural


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    parser.add_argument("--drop-promises", action="store_true", help="drop what is open with them")
    parser.json()
    parser.add_argument(
        "words", nargs="+", metavar="PERSON [DAY]", completes="people",
        help="a name, then the day if it is known",
    )  # fmt: skip
    parser.examples("netjournal died Karl Brandt", "netjournal died Karl Brandt 3 march")


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Note it."""
    from netjournal.journal import editing

    person, on = _person_and_day(arguments.words, context)
    if on is not None and on > context.today:
        raise InputError(f"{on} has not come yet; write the day as it was, or leave it out.")
    promises = [p for p in context.snapshot.commitments_of(person.id) if p.is_open]
    drop = arguments.drop_promises or (bool(promises) and _asked(len(promises), context))
    label = f"died: {person.name}"
    done = context.act(
        label,
        lambda snapshot: editing.has_died(
            snapshot, person.id, on, drop_promises=drop, today=context.today
        ),
    )
    code = report(context, done, label=label)
    if promises and not drop:
        count = plural(len(promises), "promise")
        diagnostics.say(
            f"{count} with them stay open; 'netjournal died --drop-promises' drops them."
        )
    return code


def _person_and_day(words: Sequence[str], context: Context) -> tuple[Person, date | None]:
    """The whole as a name first, so that April May keeps her surname."""
    try:
        return who.person(" ".join(words), context), None
    except UnknownNameError:
        text, on = ending(words, context, past=True)
        if on is None:
            raise
    return who.person(text.removesuffix(" on"), context), on


def _asked(count: int, context: Context) -> bool:
    if not context.is_interactive:
        return False
    from netjournal.cli import asking

    return asking.yes(f"Drop the {plural(count, 'open promise')} with them too?")
