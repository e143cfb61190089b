"""``forget``: somebody is removed from history and backups too; nothing brings them back."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from netjournal.cli import diagnostics, who
from netjournal.cli.context import Context
from netjournal.cli.output import bold, piece
from netjournal.cli.parser import Parser
from netjournal.errors import ExitCode, UsageError
from netjournal.text import plural

if TYPE_CHECKING:
    from netjournal.journal.care.forgetting import Forgotten

_SHOWN = 10
_ONE = {"people": "person", "entries": "entry"}


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    parser.add_argument("--yes", action="store_true", help="forget without being asked")
    parser.add_argument("--dry-run", action="store_true", help="show what would be removed")
    parser.json()
    parser.add_argument("person", nargs="+", metavar="PERSON", completes="people", help="who")
    parser.examples(
        "netjournal forget --dry-run Ana Ruiz",
        "netjournal forget --yes Ana Ruiz",
        "netjournal remove 5619           # what undo can bring back",
    )


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Show, ask, forget, and say what was done."""
    from netjournal.cli import asking
    from netjournal.journal.care.forgetting import forget, forgetting

    person = who.person(" ".join(arguments.person), context)
    path = context.journal_path
    plan = forgetting(person.id, path)
    if arguments.dry_run:
        _tell(plan, context)
        diagnostics.say("This is what would be removed; nothing was.")
        return ExitCode.DONE
    if not arguments.yes:
        if not context.is_interactive:
            raise UsageError(
                "Nobody was forgotten, for it cannot be undone; add --yes where nobody can be "
                "asked, or see --dry-run."
            )
        _tell(plan, context)
        if not asking.yes(f"Forget {plan.name} for good?"):
            diagnostics.say("Nobody was forgotten.")
            return ExitCode.DONE
    done = forget(person.id, path)
    _tell(done, context)
    diagnostics.say("This cannot be undone. Files you exported and copies on other disks stay.")
    return ExitCode.DONE


def _tell(done: Forgotten, context: Context) -> None:
    if context.json:
        context.output.json("forgotten", _as_json(done))
        return
    line = context.output.line
    line(bold(f"forget {done.name}"))
    line(piece(f"removed: {_counted(done.removed)}"), indent=2)
    if done.edited:
        line(piece(f"no longer named in: {_counted(done.edited)}"), indent=2)
    if done.backups:
        line(piece(f"taken out of {plural(done.backups, 'backup')}"), indent=2)
    if done.backups_removed:
        unreadable = plural(done.backups_removed, "backup")
        line(piece(f"removed {unreadable} that could not be read"), indent=2)
    if done.damaged:
        lines = plural(done.damaged, "damaged line")
        line(piece(f"removed {lines} that spoke of them"), indent=2)
    if done.files:
        line(piece(f"removed {plural(done.files, 'file')} that only they used"), indent=2)
    for name in done.shared:
        line(piece(f"the imported file {name} holds others too; it stays in imports/"), indent=2)
    if done.named:
        shown = ", ".join(done.named[:_SHOWN])
        more = f" and {len(done.named) - _SHOWN} more" if len(done.named) > _SHOWN else ""
        line(piece(f"the name still stands in the words of: {shown}{more}"), indent=2)
    for copy in done.copies:
        line(piece(f"{copy.name} is not touched; delete it if it holds them"), indent=2)


def _counted(counts: dict[str, int]) -> str:
    return ", ".join(
        plural(count, _ONE.get(table, table.removesuffix("s")), table)
        for table, count in counts.items()
    )


def _as_json(done: Forgotten) -> dict[str, object]:
    return {
        "name": done.name,
        "removed": done.removed,
        "edited": done.edited,
        "backups": done.backups,
        "backups_removed": done.backups_removed,
        "damaged": done.damaged,
        "files": done.files,
        "shared": list(done.shared),
        "named": list(done.named),
        "copies": [copy.name for copy in done.copies],
    }
