"""``status``: how many lines wait, for a prompt or a bar; discreet, silent when nothing does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import SimpleNamespace
from typing import TYPE_CHECKING

from netjournal.cli.context import Context
from netjournal.cli.output import piece
from netjournal.errors import ExitCode
from netjournal.text import safe_line

if TYPE_CHECKING:
    from argparse import Namespace

    from netjournal.cli.parser import Parser


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "--format", choices=("plain", "waybar"), default="plain", metavar="FORMAT",
        help="plain (a number), or waybar (its JSON)",
    )  # fmt: skip
    parser.add_argument("--names", action="store_true", help="say also who they are about")
    parser.json()
    parser.examples(
        "netjournal status",
        "netjournal status --format waybar",
        "netjournal status --names",
    )


def of_text(words: Sequence[str]) -> SimpleNamespace | None:
    """What is asked for by words without an option: just what the parser says of them."""
    if words:
        return None  # the parser tells what is wrong with them
    return SimpleNamespace(command="status", journal=None, format="plain", names=False, json=False)


def run(arguments: Namespace, context: Context) -> int:
    """Print the count; nothing when there is nothing."""
    from netjournal.cli import tally

    counts: Mapping[str, int] | None = None if arguments.names else tally.kept(context)
    names: Sequence[str] = ()
    if counts is None:
        from netjournal.views.waiting import waiting, waiting_names

        context.read_sparingly()
        standings = context.standings
        counts = waiting(standings)
        names = waiting_names(standings) if arguments.names else ()
        tally.keep(context, counts)
    total = sum(counts.values())
    if context.json:
        context.output.members({"status": {"count": total, "groups": counts, "names": names}})
    elif total and arguments.format == "waybar":
        words = ", ".join(f"{count} {title.lower()}" for title, count in counts.items())
        tooltip = "\n".join([words, *map(_inert, names)]) if arguments.names else words
        import json

        line = json.dumps({"text": str(total), "tooltip": tooltip, "class": "waiting"})
        context.output.program_text(line)
    elif total:
        told = f"{total} {', '.join(names)}" if arguments.names else str(total)
        context.output.line(piece(told))
    return ExitCode.DONE


def _inert(name: str) -> str:
    """A name that is no markup for Pango, which draws a tooltip of waybar's (waybar-custom(5))."""
    from html import escape

    return escape(safe_line(name))
