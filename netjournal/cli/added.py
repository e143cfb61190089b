"""What lines of quick add became, told line by line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from netjournal.cli import diagnostics
from netjournal.cli.context import Context
from netjournal.cli.output import bold, piece

if TYPE_CHECKING:
    from netjournal.journal.recording import Recorded


def show(lines: Sequence[Recorded], context: Context) -> None:
    """How some lines were read; each with its hints."""
    from netjournal.views.adding import added_json, added_text

    if context.json:
        records = context.consult(lambda known: [added_json(one, known) for one in lines])
        for one, record in zip(lines, records, strict=True):
            context.output.json("added", record)
            _tell_hints(one)
        return
    today = context.today
    texts = context.consult(lambda known: [added_text(one, known, today) for one in lines])
    for one, (first, *others) in zip(lines, texts, strict=True):
        context.output.line(bold(first))
        for line in others:
            context.output.line(piece(line), indent=2)
        _tell_hints(one)


def _tell_hints(recorded: Recorded) -> None:
    for hint in recorded.hints:
        diagnostics.say(hint)
