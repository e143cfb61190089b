"""``search``: words anywhere in the journal."""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace
from typing import TYPE_CHECKING

from netjournal.cli import diagnostics
from netjournal.cli.arguments import takes_limit
from netjournal.cli.context import Context
from netjournal.cli.output import dim, piece
from netjournal.cli.tables import show_table
from netjournal.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from argparse import Namespace

    from netjournal.cli.parser import Parser

_SHOWN = 40


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    takes_limit(parser, _SHOWN)
    parser.json(lines=True)
    parser.text(
        "words",
        "WORDS",
        'words, -word, "a phrase", OR, circle:close; see: netjournal man queries',
        "query",
    )
    parser.examples("netjournal search budget", "netjournal search '\"white paper\" -draft'")


def of_text(words: Sequence[str]) -> SimpleNamespace:
    """What is asked for by words without an option: just what the parser says of them."""
    return SimpleNamespace(
        command="search", journal=None, no_pager=False, limit=None, json=False, plain=False,
        words=list(words),
    )  # fmt: skip


def run(arguments: Namespace, context: Context) -> int:
    """Print the hits."""
    from netjournal.views.searching import found, search_json

    words = " ".join(arguments.words)
    if not words.strip():
        raise UsageError("Say what to look for, as in: netjournal search budget")
    context.read_sparingly()
    limit = arguments.limit or (None if context.json else _SHOWN)
    hits, total = found(context.standings, words, limit=limit)
    if context.json:
        context.output.json("hits", search_json(hits))
    else:
        rows = [
            (dim(hit.short), dim(hit.kind), dim(hit.day), piece(hit.name), piece(hit.snippet))
            for hit in hits
        ]
        show_table(context.output, rows, shrink=((3, 16), (4, 20), (1, 0)))
        if len(hits) < total and not arguments.limit:
            diagnostics.say(f"{total - len(hits):,} more; --limit {total} shows them")
    if not hits:
        diagnostics.say(f"Nothing holds {words!r}.")
        return ExitCode.NO_HIT
    return ExitCode.DONE
