"""The lines kept to be finished."""

from __future__ import annotations

from netjournal.cli import diagnostics
from netjournal.cli.context import Context
from netjournal.cli.output import dim, piece
from netjournal.cli.tables import in_columns, widths_of
from netjournal.errors import ExitCode


def show_drafts(context: Context) -> int:
    """List them, each with why it could not be stored."""
    drafts = context.snapshot.drafts()
    if context.json:
        rows = [
            {"id": d.id, "date": d.day.isoformat(), "text": d.text, "reason": d.reason}
            for d in drafts
        ]
        context.output.json("drafts", rows)
        return ExitCode.DONE
    cells = [(dim(context.snapshot.short(d.id)), dim(d.day), piece(d.text)) for d in drafts]
    widths = widths_of(cells, context.output.width, shrink=((2, 20),))
    for draft, row in zip(drafts, cells, strict=True):
        context.output.line(*in_columns(row, widths))
        context.output.line(dim(draft.reason), indent=sum(widths[:2]) + 4)
    if drafts:
        diagnostics.say("Add a line anew when it is clear; 'netjournal drop ID' lets one go.")
    else:
        diagnostics.say("No line waits to be finished.")
    return ExitCode.DONE
