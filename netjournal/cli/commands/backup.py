"""``backup``: the copies of the journal, listed, made and put back."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from netjournal.cli import diagnostics
from netjournal.cli.context import Context
from netjournal.cli.output import bold, dim, piece
from netjournal.cli.parser import Parser
from netjournal.cli.tables import show_table
from netjournal.errors import ExitCode, UsageError
from netjournal.text import plural, size_words

if TYPE_CHECKING:
    from netjournal.journal.care.restoring import Backup, Restoring


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    parser.add_argument("--dry-run", action="store_true", help="show what restore would change")
    parser.add_argument("--yes", action="store_true", help="restore without being asked")
    parser.json()
    parser.add_argument(
        "what", nargs="?", choices=("list", "make", "restore"), default="list", metavar="WHAT",
        help="list (as without it), make or restore",
    )  # fmt: skip
    parser.add_argument("name", nargs="?", metavar="NAME", help="of the backup, or its day")
    parser.examples(
        "netjournal backup",
        "netjournal backup make",
        "netjournal backup restore 2026-03-11 --dry-run",
    )


def run(arguments: argparse.Namespace, context: Context) -> int:
    """List, make or restore."""
    if (arguments.name is None) != (arguments.what != "restore"):
        raise UsageError("Write 'netjournal backup restore NAME', and a name there only.")
    return {"list": _list, "make": _make, "restore": _restore}[arguments.what](arguments, context)


def _list(_: argparse.Namespace, context: Context) -> int:
    from netjournal.journal.care import restoring

    found = restoring.all_of(context.journal_path)
    if context.json:
        context.output.json("backups", [_as_json(backup) for backup in found])
        return ExitCode.DONE
    rows = [
        (piece(backup.stamp), piece(backup.reason), dim(size_words(restoring.size_of(backup))))
        for backup in found
    ]
    show_table(context.output, rows)
    if found:
        diagnostics.say(f"They are in {found[0].path.parent}.")
    else:
        diagnostics.say("There is no backup yet; 'netjournal backup make' makes one.")
    return ExitCode.DONE


def _make(_: argparse.Namespace, context: Context) -> int:
    from netjournal.journal.care import restoring

    backup = restoring.make(context.journal_path)
    if backup is None:
        diagnostics.say("There is no journal yet to back up.")
        return ExitCode.NO_HIT
    if context.json:
        context.output.json("backups", [_as_json(backup)])
    else:
        context.output.line(piece(str(backup.path)))
    return ExitCode.DONE


def _restore(arguments: argparse.Namespace, context: Context) -> int:
    from netjournal.cli import asking
    from netjournal.cli.reporting import report
    from netjournal.journal.care import restoring

    backup = restoring.called(arguments.name, context.journal_path)
    plan = restoring.restoring(backup, context.journal_path)
    if not context.json:
        _tell(plan, context)
    if arguments.dry_run:
        diagnostics.say("This is what would change; nothing was restored.")
        return ExitCode.DONE
    if not plan.changes and not plan.damaged:
        return report(context, None)
    if not arguments.yes:
        if not context.is_interactive:
            raise UsageError("Nothing was restored; add --yes where nobody can be asked.")
        if not asking.yes(f"Restore {backup.stamp}?"):
            diagnostics.say("Nothing was restored.")
            return ExitCode.DONE
    done = restoring.restore(plan, context.journal_path)
    if context.json:
        return report(context, done, label=f"restored {backup.stamp}")
    if done is None:
        diagnostics.say("Restored, with what the log says since; a file that could not be read is")
        diagnostics.say("kept among the backups.")
    else:
        diagnostics.say("Restored; what was there before is a backup too, and 'netjournal undo'")
        diagnostics.say("takes the restore back.")
    return ExitCode.DONE


def _tell(plan: Restoring, context: Context) -> None:
    """The counts, here and there, and what becomes of the records."""
    there = plan.whole.counts
    here = plan.here.counts if plan.here else {}
    context.output.line(bold(f"backup {plan.backup.stamp} ({plan.backup.reason})"))
    for table in dict.fromkeys((*there, *here)):
        now = "unreadable" if plan.damaged else here.get(table, 0)
        context.output.line(piece(f"{table}: {now} → {there.get(table, 0)}"), indent=2)
    new = sum(change.before is None for change in plan.changes)
    gone = sum(change.after is None for change in plan.changes)
    edited = len(plan.changes) - new - gone
    if plan.damaged:
        context.output.line("The journal's file is not to be read; its log comes on top.")
    else:
        context.output.line(
            f"{plural(new, 'record')} back, {edited} as they were then, {gone} removed."
        )


def _as_json(backup: Backup) -> dict[str, object]:
    from netjournal.journal.care.restoring import size_of

    return {
        "name": backup.path.name,
        "at": backup.at,
        "reason": backup.reason,
        "size": size_of(backup),
        "path": str(backup.path),
    }
