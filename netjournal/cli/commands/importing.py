"""``import``: address books or an archive, as a plan to read first; one undo takes it back."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from netjournal.cli import diagnostics
from netjournal.cli.context import Context
from netjournal.cli.output import bold, dim, piece
from netjournal.cli.parser import Parser
from netjournal.cli.targets import check_target
from netjournal.errors import ExitCode, UsageError
from netjournal.text import plural

if TYPE_CHECKING:
    from netjournal.exchange.plan import ImportPlan, Source, Wishes

_SHOWN = 20
"""Cards of one kind that a dry run names."""


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    parser.add_argument("--dry-run", action="store_true", help="show the plan, import nothing")
    parser.add_argument(
        "--answer", action="store_true",
        help="answer what only you can decide at the terminal, one digit each",
    )  # fmt: skip
    parser.add_argument("--restore", action="store_true", help="bring back what you removed since")
    parser.add_argument(
        "--encoding", metavar="NAME", default="",
        help="the character set of the files, such as cp1250; found out without it",
    )  # fmt: skip
    parser.add_argument(
        "--problems", metavar="FILE", default="",
        help="write the cards that were not fully understood there, unchanged",
    )  # fmt: skip
    parser.json()
    parser.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="vCard files, folders or zips of them, CSV tables, or an archive; - is stdin",
    )
    parser.examples(
        "netjournal import --dry-run contacts.vcf",
        "netjournal import --answer contacts.vcf old-phone.vcf",
        "netjournal import ~/.contacts/          # every *.vcf in the folder",
        "netjournal import Connections.csv       # LinkedIn; Google, Outlook, Thunderbird too",
        "netjournal import journal.zip           # what 'export --to zip' wrote",
    )


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Show the plan; then import."""
    from netjournal.cli import archives
    from netjournal.clock import now
    from netjournal.exchange.vcard.importing import keep_files
    from netjournal.journal.blobs import Folder

    if arguments.answer and not context.is_interactive:
        raise UsageError("--answer asks at a terminal; without it nobody is merged by a guess.")
    sources = _sources(arguments.files)
    archive = archives.archive_among(sources)
    if archive is not None:
        return archives.bring_in(archive, arguments, context)
    if arguments.problems:
        check_target(arguments.problems, context, force=True)
    try:
        plan = _plan(sources, arguments, context, now())
    except KeyboardInterrupt:
        diagnostics.say("Stopped; nothing was imported.")
        raise
    if arguments.problems:
        _write_problems(plan, Path(arguments.problems))
    if not arguments.dry_run:
        keep_files(plan, Folder(context.journal.path))
        context.journal.apply(plan.label, plan.changes, backup="import")
        context.will_fold()
    _print(plan, context, dry_run=arguments.dry_run)
    if not context.json:
        _tell(plan, dry_run=arguments.dry_run)
    return ExitCode.INPUT if _read_in_part(plan) else ExitCode.DONE


def _sources(files: Sequence[str]) -> tuple[Source, ...]:
    from netjournal.exchange.plan import Source
    from netjournal.exchange.sources import address_books, read_sources

    found: list[Source] = []
    for name in files:
        if name == "-":
            buffer = getattr(sys.stdin, "buffer", None)
            data = buffer.read() if buffer else b""
            found += address_books([Source(name="standard input", data=data)])
        else:
            found += read_sources([Path(name)])
    return tuple(found)


def _plan(
    sources: Sequence[Source], arguments: argparse.Namespace, context: Context, made: str
) -> ImportPlan:
    """The plan, once every question was answered that is to be asked."""
    from dataclasses import replace

    from netjournal.cli import asking
    from netjournal.exchange.plan import Wishes

    settings = context.settings
    wishes = Wishes(
        region=settings.region,
        restore=arguments.restore,
        encoding=arguments.encoding,
    )
    plan = _planned(sources, wishes, context, made)
    # an answer may lead to another question: of two cards that are one, both changed
    while arguments.answer and plan.asked:
        asked = plan.asked
        given = dict(wishes.answers)
        for number, question in enumerate(asked, 1):
            answer = asking.choose(f"{number} of {len(asked)}: {question.text}", question.choices)
            given[question.key] = answer or 0
        wishes = replace(wishes, answers=given)
        plan = _planned(sources, wishes, context, made)
    return plan


def _planned(sources: Sequence[Source], wishes: Wishes, context: Context, made: str) -> ImportPlan:
    from netjournal.exchange.vcard.importing import plan_import
    from netjournal.journal.blobs import Folder

    def progress(cards: int) -> None:
        diagnostics.passing(f"Reading: {plural(cards, 'card')}")

    folder = Folder(context.journal.path)
    watched = progress if context.is_interactive else None
    try:
        return plan_import(
            sources, context.snapshot, folder, made=made, wishes=wishes, progress=watched
        )
    finally:
        if watched:
            diagnostics.passing("")


def _write_problems(plan: ImportPlan, path: Path) -> None:
    from netjournal.exchange.files import write_file
    from netjournal.exchange.vcard.importing import problem_cards

    data = problem_cards(plan)
    if not data:
        diagnostics.say("Every card was fully understood; no file of problems was written.")
        return
    write_file(path, data)
    diagnostics.say(f"The cards that were not fully understood are in {path}.")


def _print(plan: ImportPlan, context: Context, *, dry_run: bool) -> None:
    if context.json:
        context.output.json("import", plan.as_json())
        return
    first, *others = plan.sentences()
    context.output.line(bold(first))
    for line in others:
        context.output.line(piece(line), indent=2)
    if dry_run:
        _print_cards(plan, context)


def _print_cards(plan: ImportPlan, context: Context) -> None:
    """What becomes of each card, with its reason; unchanged ones are only counted."""
    from netjournal.exchange.plan import Kind

    for kind in Kind:
        found = [outcome for outcome in plan.outcomes if outcome.kind is kind]
        if kind is Kind.UNCHANGED or not found:
            continue
        context.output.line(piece(f"{kind}:"))
        for outcome in found[:_SHOWN]:
            name = piece(outcome.name or "(no name)")
            context.output.line(name, "  ", dim(outcome.reason), indent=2)
        if len(found) > _SHOWN:
            context.output.line(dim(f"and {len(found) - _SHOWN} more; --json has all"), indent=2)


def _tell(plan: ImportPlan, *, dry_run: bool) -> None:
    from netjournal.exchange.plan import Kind, Trouble

    if any(problem.kind is Trouble.ENCODING for problem in plan.problems):
        first = "" if dry_run or not plan.changes else "'netjournal undo', then "
        diagnostics.say(
            f"Wrong letters? {first}import with --encoding NAME: cp1250 and cp1251 in Eastern "
            "Europe, gbk in China, shift_jis in Japan."
        )
    if plan.asked:
        asked = plural(len(plan.asked), "question is", "questions are")
        diagnostics.say(
            f"{asked} open. 'import --answer' asks before importing; "
            "'netjournal duplicates' lists likely duplicates at any time."
        )
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
