"""``man``: the manual, whole or one section of it."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from netjournal.cli.context import Context
from netjournal.cli.output import Output, bold, piece, wrapped
from netjournal.cli.parser import Parser
from netjournal.errors import ExitCode

if TYPE_CHECKING:
    from netjournal.cli.manual import Block, Section, Term

_SECTIONS = (
    "commands", "quick-add", "queries", "output", "scripts", "settings", "environment", "files",
    "status",
)  # fmt: skip
_INDENT = 2
_TERM = 26
"""Cells of a word, beside which its meaning stands if it fits."""


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    parser.add_argument("--roff", action="store_true", help="print the page as man reads it")
    parser.add_argument(
        "section", nargs="?", choices=_SECTIONS, metavar="SECTION",
        help=f"one part of it: {', '.join(_SECTIONS)}",
    )  # fmt: skip
    parser.examples(
        "netjournal man",
        "netjournal man queries",
        "netjournal man --roff > ~/.local/share/man/man1/netjournal.1",
    )


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Print it."""
    from netjournal.cli.manual import manual

    sections = manual()
    if arguments.roff:
        from importlib.metadata import version

        from netjournal.cli.roff import page

        context.output.program_text(page(sections, version("netjournal")))
        return ExitCode.DONE
    wanted = [one for one in sections if arguments.section in (None, one.name)]
    context.output.width = context.output.width or _USUAL
    _print(wanted, context.output)
    return ExitCode.DONE


def _print(sections: Sequence[Section], output: Output) -> None:
    from netjournal.cli.manual import Heading

    for number, section in enumerate(sections):
        if number:
            output.line()
        output.line(bold(section.title))
        before: Block | None = None
        for block in section.blocks:
            if before is not None and not isinstance(before, Heading):
                output.line()
            _block(block, output)
            before = block


def _block(block: Block, output: Output) -> None:
    from netjournal.cli.manual import Heading, Lines, Paragraph

    if isinstance(block, Heading):
        output.line(bold(block.title), indent=_INDENT)
    elif isinstance(block, Paragraph):
        for line in _flowing(block.text, _INDENT, output):
            output.line(line, indent=_INDENT)
    elif isinstance(block, Lines):
        for line in block.lines:
            output.line(piece(line), indent=2 * _INDENT)
    else:
        for term in block.rows:
            _term(term, output)


def _term(term: Term, output: Output) -> None:
    word, meaning = piece(term[0]), term[1]
    if word.width < _TERM:
        output.hanging((word.fitted(_TERM - 2),), _TERM - 2, meaning, indent=_INDENT)
        return
    for line in _flowing(term[0], _INDENT, output):
        output.line(line, indent=_INDENT)
    for line in _flowing(meaning, 2 * _INDENT, output):
        output.line(line, indent=2 * _INDENT)


def _flowing(text: str, indent: int, output: Output) -> list[str]:
    return wrapped(text, (output.width or _USUAL) - indent)


_USUAL = 80
"""Cells of a line where there is no edge."""
