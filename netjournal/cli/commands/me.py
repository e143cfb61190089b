"""``me``: who keeps the journal, shown or set."""

from __future__ import annotations

import argparse

from netjournal.cli.context import Context
from netjournal.cli.output import dim
from netjournal.cli.parser import Parser
from netjournal.cli.reporting import report
from netjournal.cli.setting import assignments_in
from netjournal.cli.tables import in_columns, widths_of
from netjournal.errors import ExitCode, UsageError


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    parser.json()
    parser.add_argument(
        "set", nargs="*", metavar="FIELD=VALUE", completes="my_fields",
        help="name, serve, heading, found_at, purpose, topic, country",
    )  # fmt: skip
    parser.examples("netjournal me", "netjournal me name='Zoë Müller' country=DE topic+=cameras")


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Show, or set."""
    if not arguments.set:
        return _show(context)
    from netjournal.journal.editing import edit_me, set_fields
    from netjournal.journal.fields import Reading

    words, sets = assignments_in(arguments.set)
    if words:
        raise UsageError(f"{words!r} sets nothing. Write FIELD=VALUE, such as country=DE.")
    reading = Reading(context.today, context.settings)
    done = context.act(
        "edit me", lambda snapshot: edit_me(snapshot, set_fields(snapshot.me, sets, reading))
    )
    return report(context, done, label="edit me")


def _show(context: Context) -> int:
    from netjournal.journal.changes import as_json
    from netjournal.journal.fields import ME_FIELDS

    me = context.snapshot.me
    if context.json:
        context.output.json("me", as_json(me))
        return ExitCode.DONE
    labels = [(dim(field.label),) for field in ME_FIELDS]
    widths = widths_of(labels, None)
    for row, field in zip(labels, ME_FIELDS, strict=True):
        value = field.text(me) or f"{field.name}=…"
        context.output.hanging(in_columns(row, widths), widths[0], value)
    for pause in me.pauses:
        if pause.until >= context.today:
            context.output.line(dim("Pause"), f"  {pause.since} to {pause.until}")
    return ExitCode.DONE
