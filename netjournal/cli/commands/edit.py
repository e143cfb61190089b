"""``edit``: fields of a person or another record, as arguments or in the user's editor."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from netjournal.cli import diagnostics, who
from netjournal.cli.context import Context
from netjournal.cli.parser import Parser
from netjournal.cli.reporting import report
from netjournal.cli.setting import Assignment, assignments_in
from netjournal.domain.gesture import Table
from netjournal.errors import NetjournalError, UnknownNameError, UsageError

if TYPE_CHECKING:
    from netjournal.domain.gesture import Change
    from netjournal.journal.snapshot import Snapshot


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    parser.json()
    parser.add_argument(
        "words", nargs="+", metavar="PERSON|ID|me [FIELD=VALUE…]", completes="fields",
        help="FIELD=VALUE sets, FIELD+=VALUE adds, FIELD-=VALUE takes away; none opens $EDITOR",
    )  # fmt: skip
    parser.examples(
        "netjournal edit Ana Ruiz birthday='12 april 1985' email+=ana@example.org",
        "netjournal edit Bob cadence='6 weeks' topic-=sailing",
        "netjournal edit 5619 channel=video     # a conversation, by its id",
        "netjournal edit Ana Ruiz               # the whole form in $EDITOR",
    )


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Set the fields."""
    target, sets = assignments_in(arguments.words)
    if not target:
        raise UsageError(
            "Say whom or what to edit first, as in: netjournal edit Ana topic+=cameras"
        )
    record, name = _record(target, context)
    label = f"edit {name}"
    by_hand = not sets
    if by_hand:
        sets = _by_hand(record, name)
    try:
        done = context.act(label, lambda snapshot: _changes(snapshot, record, sets, context))
    except NetjournalError:
        for field, operator, text in sets if by_hand else ():
            diagnostics.say(f"Not stored: {field}{operator}{text}")
        raise
    return report(context, done, label=label)


def _record(target: str, context: Context) -> tuple[Any, str]:
    """What is edited, and what it is called in the history."""
    snapshot = context.snapshot
    if target.lower() == "me":
        return snapshot.me, "me"
    if target.isdecimal():
        from netjournal.journal.matching import record_called

        table, id = record_called(target, snapshot)
        found = _READ[table](snapshot, id) if table in _READ else None
        if found is None:
            raise UnknownNameError(f"{target} is nothing that can be edited.", text=target)
        return found, found.name if table is Table.PEOPLE else table.removesuffix("s")
    person = who.person(target, context)
    return person, person.name


_READ = {
    Table.PEOPLE: lambda snapshot, id: snapshot.person(id),
    Table.CONVERSATIONS: lambda snapshot, id: snapshot.conversation(id),
    Table.COMMITMENTS: lambda snapshot, id: snapshot.commitment(id),
    Table.ENTRIES: lambda snapshot, id: snapshot.entry(id),
    Table.GATHERINGS: lambda snapshot, id: snapshot.gathering(id),
}


def _by_hand(record: Any, name: str) -> list[Assignment]:
    from netjournal.cli.form import changed_in, form_text
    from netjournal.outside import edited

    form = form_text(record, name)
    return changed_in(form, edited(form))


def _changes(
    snapshot: Snapshot, record: Any, sets: Sequence[Assignment], context: Context
) -> Sequence[Change]:
    from netjournal.domain.person import Me, Person
    from netjournal.journal.editing import edit_me, edit_person, edit_record, set_fields
    from netjournal.journal.fields import Reading

    reading = Reading(context.today, context.settings)
    if isinstance(record, Person):
        return edit_person(snapshot, record, sets, reading)
    if isinstance(record, Me):
        return edit_me(snapshot, set_fields(snapshot.me, sets, reading))
    return edit_record(snapshot, record, sets, reading)
