"""``week``: what is coming, day by day."""

from __future__ import annotations

import argparse

from netjournal.cli import diagnostics
from netjournal.cli.context import Context
from netjournal.cli.output import bold, dim, piece
from netjournal.cli.parser import Parser
from netjournal.cli.tables import in_columns, widths_of
from netjournal.errors import ExitCode

_INDENT = 2


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    parser.json(lines=True)
    parser.examples("netjournal week", "netjournal week --json | jq -r '.week[].text'")


def run(_arguments: argparse.Namespace, context: Context) -> int:
    """Print the days that bring something."""
    from netjournal.domain.phrases import day_with_weekday
    from netjournal.views.ahead import ahead, ahead_json

    context.read_sparingly()
    lines = ahead(context.standings)
    if context.json:
        context.output.json("week", ahead_json(lines))
        return ExitCode.DONE
    cells = [
        (dim(line.id), context.output.sign(line.sign), piece(line.names), piece(line.text))
        for line in lines
    ]
    room = None if context.output.width is None else context.output.width - _INDENT
    widths = widths_of(cells, room, shrink=((3, 20), (2, 12)))
    day = None
    for line, row in zip(lines, cells, strict=True):
        if line.day != day:
            day = line.day
            context.output.line(bold(day_with_weekday(day, context.today)))
        context.output.line(*in_columns(row, widths), indent=_INDENT)
    if not lines:
        diagnostics.say("Nothing is due in the next seven days.")
    return ExitCode.DONE
