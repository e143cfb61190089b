"""``import``: address books or an archive, as a plan to read first; one undo takes it back."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from netjournal.cli import diagnostics
from netjournal.cli.context import Context
from netjournal.cli.output import bold, piece
from netjournal.cli.parser import Parser
from netjournal.errors import ExitCode

if TYPE_CHECKING:
    from netjournal.exchange.plan import ImportPlan, Source


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    parser.add_argument("--dry-run", action="store_true", help="show the plan, import nothing")
    parser.json()
    parser.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="vCard files or folders of them, or an archive; - is stdin",
    )
    parser.examples(
        "netjournal import --dry-run contacts.vcf",
        "netjournal import contacts.vcf old-phone.vcf",
        "netjournal import ~/.contacts/          # every *.vcf in the folder",
        "netjournal import journal.zip           # what 'export --to zip' wrote",
    )


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Show the plan; then import."""
    from netjournal.cli import archives
    from netjournal.clock import now
    from netjournal.exchange.vcard.importing import keep_files, plan_import
    from netjournal.journal.blobs import Folder

    sources = _sources(arguments.files)
    archive = archives.archive_among(sources)
    if archive is not None:
        return archives.bring_in(archive, arguments, context)
    snapshot = context.snapshot
    folder = Folder(context.journal.path)
    plan = plan_import(sources, snapshot, folder, made=now())
    if not arguments.dry_run:
        keep_files(plan, folder)
        context.journal.apply(plan.label, plan.changes, backup="import")
        context.will_fold()
    _print(plan, context)
    if not context.json:
        _tell(plan, dry_run=arguments.dry_run)
    return ExitCode.INPUT if _read_in_part(plan) else ExitCode.DONE


def _sources(files: Sequence[str]) -> tuple[Source, ...]:
    from netjournal.exchange.plan import Source
    from netjournal.exchange.sources import read_sources

    found: list[Source] = []
    for name in files:
        if name == "-":
            buffer = getattr(sys.stdin, "buffer", None)
            found.append(Source(name="standard input", data=buffer.read() if buffer else b""))
        else:
            found += read_sources([Path(name)])
    return tuple(found)


def _print(plan: ImportPlan, context: Context) -> None:
    from netjournal.exchange.plan import Kind

    if context.json:
        problems = [
            {"card": p.card, "line": p.line, "name": p.name, "message": p.message}
            for p in plan.problems
        ]
        whole: dict[str, object] = {"cards": plan.cards}
        whole |= {str(kind): plan.count(kind) for kind in (Kind.NEW, Kind.UPDATED, Kind.UNCHANGED)}
        whole |= {"questions": len(plan.questions), "problems": problems}
        context.output.json("import", whole)
        return
    first, *others = plan.sentences()
    context.output.line(bold(first))
    for line in others:
        context.output.line(piece(line), indent=2)


def _tell(plan: ImportPlan, *, dry_run: bool) -> None:
    from netjournal.exchange.plan import Kind

    if dry_run:
        diagnostics.say("This is the plan; nothing was imported.")
    elif not plan.changes:
        diagnostics.say("Nothing is new; the journal is as it was.")
    else:
        if plan.count(Kind.NEW):
            diagnostics.say(
                "New people are in the rolodex; choose those who matter: "
                "netjournal circle close NAME"
            )
        diagnostics.say("'netjournal undo' takes all of it back.")


def _read_in_part(plan: ImportPlan) -> bool:
    """Whether something of the files belongs to no card; what is wrong within one is kept."""
    from netjournal.exchange.plan import Trouble

    return any(problem.kind is Trouble.OUTSIDE for problem in plan.problems)
