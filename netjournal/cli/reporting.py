"""What a writing command tells: the fields it changed, or that there was nothing to change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netjournal.cli import diagnostics
from netjournal.cli.context import Context
from netjournal.cli.output import bold, piece
from netjournal.errors import ExitCode

if TYPE_CHECKING:
    from netjournal.journal.journal import Done


def report(context: Context, done: Done | None, *, label: str = "") -> int:
    """Tell what was changed; the exit code is that of something done."""
    from netjournal.views.changed import change_text, changed_json, record_changes

    if done is None:
        if context.json:
            empty: dict[str, object] = {"gesture": None, "label": label, "records": []}
            context.output.json("changed", empty)
        else:
            diagnostics.say("It is so already; nothing changed.")
        return ExitCode.DONE
    gesture, kept = done
    if context.json:
        told = context.consult(lambda known: changed_json(gesture, known))
        context.output.json("changed", told)
    else:
        changes = context.consult(lambda known: record_changes(gesture.changes, known))
        context.output.line(bold(gesture.label))
        for line in change_text(changes):
            context.output.line(piece(line), indent=2)
    if kept:
        diagnostics.say("Left as it is, because it was changed or is used since:")
        for line in change_text(context.consult(lambda known: record_changes(kept, known))):
            diagnostics.say(f"  {line}")
    return ExitCode.DONE
