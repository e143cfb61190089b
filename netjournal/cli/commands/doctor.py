"""``doctor``: what is wrong with the journal and the files around it, and what to do.

Ends with 0 when nothing is wrong, or nothing is any more; else with 3.
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from netjournal.cli import diagnostics
from netjournal.cli.context import Context
from netjournal.cli.output import bold, dim, piece, wrapped
from netjournal.cli.parser import Parser
from netjournal.errors import ExitCode
from netjournal.text import plural

if TYPE_CHECKING:
    from netjournal.journal.care.doctor import Copy, Examination, Repair

_SHOWN = 20
"""Findings of one kind that are shown; the rest is counted. JSON has all."""


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "--repair", action="store_true", help="mend what can be proved, after a backup"
    )
    parser.json()
    parser.examples(
        "netjournal doctor            # ends with 0 when nothing is wrong, else with 3",
        "netjournal doctor --repair",
        "netjournal undo",
    )


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Examine, mend if asked, and tell."""
    from netjournal.journal.care.doctor import examine, repair

    path = context.journal_path
    done: Repair | None = None
    if arguments.repair:
        done = repair(path)
    found = examine(path)
    if context.json:
        _print_json(found, done, context)
    else:
        if done is not None:
            _tell_repair(done, context)
        _tell(found, context)
    return ExitCode.JOURNAL if found.problems else ExitCode.DONE


def _tell(found: Examination, context: Context) -> None:
    from netjournal.exchange.archive import counts_text

    held = counts_text(found.journal) if found.journal else "no journal yet"
    if found.journal or not found.findings:
        context.output.line(bold(str(context.journal_path)), "  ", dim(held))
    shown: dict[str, int] = {}
    for finding in (*found.problems, *(f for f in found.findings if f not in found.problems)):
        shown[finding.kind] = shown.get(finding.kind, 0) + 1
        if shown[finding.kind] > _SHOWN:
            continue
        mark = "! " if finding in found.problems else "· "
        for number, line in enumerate(wrapped(finding.message, _room(context))):
            context.output.line(piece(line) if number else piece(mark + line), indent=number and 2)
    for kind, count in shown.items():
        if count > _SHOWN:
            context.output.line(piece(f"{count - _SHOWN} more of this kind ({kind})"))
    for copy in found.copies:
        _tell_copy(copy, found, context)
    if any(finding.mends for finding in found.findings):
        diagnostics.say("'netjournal doctor --repair' mends what it can prove, after a backup.")
    elif found.problems:
        diagnostics.say(f"{plural(len(found.problems), 'problem')} to look at.")
    else:
        diagnostics.say("Nothing is wrong.")


def _room(context: Context) -> int | None:
    return context.output.width - 2 if context.output.width else None


def _tell_copy(copy: Copy, found: Examination, context: Context) -> None:
    """What a conflict copy would bring in, and what it says otherwise."""
    from netjournal.views.changed import change_text, record_changes

    snapshot = found.journal.snapshot() if found.journal else context.snapshot
    for heading, changes in (
        ("has", copy.comparison.lacking),
        ("was edited", copy.comparison.newer),
        ("says otherwise (yours → its)", copy.comparison.differing),
        ("has what was removed here", copy.comparison.removed),
    ):
        if changes:
            context.output.line(f"{copy.path.name} {heading}:")
            for line in change_text(record_changes(changes, snapshot)):
                context.output.line(piece(line), indent=2)


def _tell_repair(done: Repair, context: Context) -> None:
    from netjournal.views.changed import change_text, record_changes

    for sentence in done.said:
        context.output.line(piece(sentence))
    for act in done.acts:
        context.output.line(bold(act.gesture.label))
        for line in change_text(record_changes(act.gesture.changes, context.snapshot)):
            context.output.line(piece(line), indent=2)
    if done.acts:
        diagnostics.say("'netjournal undo' takes the last of these back.")
    if not done.said and not done.acts:
        diagnostics.say("There was nothing that a repair can prove.")


def _print_json(found: Examination, done: Repair | None, context: Context) -> None:
    from netjournal.views.changed import changed_json

    context.output.json(
        "doctor",
        {
            "journal": str(context.journal_path),
            "records": found.journal.counts if found.journal else None,
            "findings": [
                {
                    "kind": finding.kind,
                    "level": str(finding.level),
                    "where": finding.where,
                    "message": finding.message,
                    "mends": finding.mends,
                }
                for finding in found.findings
            ],
            "mended": list(done.said) if done else [],
            "changed": [changed_json(act.gesture, context.snapshot) for act in done.acts]
            if done
            else [],
        },
    )
