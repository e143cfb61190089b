"""``edit``: fields of a person or another record, as arguments or in the user's editor."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from netjournal.cli import diagnostics, who
from netjournal.cli.context import Context
from netjournal.cli.parser import Parser
from netjournal.cli.reporting import report
from netjournal.cli.setting import Assignment, assignments_in
from netjournal.domain.commitment import Commitment
from netjournal.domain.gesture import Table
from netjournal.errors import JournalError, NetjournalError, UnknownNameError, UsageError

if TYPE_CHECKING:
    from netjournal.domain.gesture import Change
    from netjournal.journal.journal import Done
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

    def store(sets: Sequence[Assignment]) -> Done | None:
        _before_asking(record, sets, context)
        return context.act(label, lambda snapshot: _changes(snapshot, record, sets, context))

    done = store(sets) if sets else _by_hand(record, name, store)
    return report(context, done, label=label)


def _before_asking(record: Any, sets: Sequence[Assignment], context: Context) -> None:
    """Before a promise becomes a favour that is asked: what I last gave and got."""
    if isinstance(record, Commitment) and any(field == "ask" for field, _, _ in sets):
        from netjournal.views.asking import before_asking

        for line in before_asking(record.people, context.snapshot, context.today):
            diagnostics.say(line)


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
    from netjournal.journal.relating import named

    person = who.person(target, context)
    return named(person, context.snapshot), person.name


_READ = {
    Table.PEOPLE: lambda snapshot, id: snapshot.person(id),
    Table.CONVERSATIONS: lambda snapshot, id: snapshot.conversation(id),
    Table.COMMITMENTS: lambda snapshot, id: snapshot.commitment(id),
    Table.ENTRIES: lambda snapshot, id: snapshot.entry(id),
    Table.GATHERINGS: lambda snapshot, id: snapshot.gathering(id),
}


def _by_hand(
    record: Any, name: str, store: Callable[[Sequence[Assignment]], Done | None]
) -> Done | None:
    """The form in the user's editor; opened again, as it was left, until it can be stored.

    Raises:
        NetjournalError: it cannot be, and was left as it was; what it sets is printed back.
    """
    from netjournal.cli.form import changed_in, form_text, with_problem
    from netjournal.outside import edited

    form = given = form_text(record, name)
    while True:
        left = edited(given)
        sets: list[Assignment] = []
        try:
            sets = changed_in(form, left)
            return store(sets)
        except NetjournalError as error:
            again = with_problem(left, error.message)
            if isinstance(error, JournalError) or again == given:
                for field, operator, text in sets:
                    diagnostics.say_typed("Not stored: ", f"{field}{operator}{text}")
                raise
            given = again


def _changes(
    snapshot: Snapshot, record: Any, sets: Sequence[Assignment], context: Context
) -> Sequence[Change]:
    from netjournal.domain.me import Me
    from netjournal.domain.person import Person
    from netjournal.journal.editing import edit_me, edit_person, edit_record, set_fields
    from netjournal.journal.fields import Reading

    reading = Reading(context.today, context.settings)
    if isinstance(record, Person):
        return edit_person(snapshot, record, sets, reading)
    if isinstance(record, Me):
        return edit_me(snapshot, set_fields(snapshot.me, sets, reading))
    return edit_record(snapshot, record, sets, reading)
