"""Moving house: the whole journal written to one file, and such a file brought in."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from netjournal import paths
from netjournal.cli import diagnostics
from netjournal.cli.context import Context
from netjournal.cli.output import bold, piece
from netjournal.errors import ExitCode, UsageError
from netjournal.text import plural

if TYPE_CHECKING:
    from netjournal.exchange.archive import Archive
    from netjournal.exchange.plan import Source
    from netjournal.journal.care.comparing import Comparison


def packed(arguments: argparse.Namespace, context: Context) -> tuple[bytes, str] | None:
    """The whole journal as ``--to`` asks, and what it holds in words; None where there is none.

    Raises:
        UsageError: only some people were asked for.
        JournalError: the journal cannot be read.
    """
    from netjournal.exchange import archive
    from netjournal.journal.care import whole

    if arguments.query:
        raise UsageError(
            f"--to {arguments.to} writes the whole journal; leave the query out, "
            "or write some people with --to vcard."
        )
    journal = whole.of_journal(context.journal_path)
    if journal is None:
        diagnostics.say("There is no journal yet.")
        return None
    if arguments.to == "json":
        data = archive.to_json(journal)
    else:
        data = archive.to_zip(journal, context.journal_path, paths.config_file())
    return data, archive.counts_text(journal)


def archive_among(sources: Sequence[Source]) -> Source | None:
    """The archive that is to be imported; None for address books.

    Raises:
        UsageError: an archive stands among other files.
    """
    from netjournal.exchange.archive import is_archive

    found = [source for source in sources if is_archive(source.data[:16])]
    if found and len(sources) > 1:
        raise UsageError(f"{found[0].name} is an archive; import it by itself.")
    return found[0] if found else None


def bring_in(source: Source, arguments: argparse.Namespace, context: Context) -> int:
    """Import an archive: as the journal where there is none, else what the journal lacks."""
    from netjournal.exchange import archive
    from netjournal.journal.care import whole

    brought = archive.read_archive(source)
    here = whole.of_journal(context.journal_path)
    if here is None or here.is_empty:
        return _move_in(brought, arguments, context)
    return _add_lacking(brought, arguments, context)


def _move_in(brought: Archive, arguments: argparse.Namespace, context: Context) -> int:
    from netjournal.exchange import archive
    from netjournal.journal.care import whole

    text = archive.counts_text(brought.whole)
    new = sum(brought.whole.counts.values())
    _tell_plan(context, brought, f"{text}: all of it is new, for the journal here is empty.", new)
    if arguments.dry_run:
        diagnostics.say("This is the plan; nothing was imported.")
        return ExitCode.DONE
    archive.bring_files(brought, context.journal_path)
    if not whole.adopt(context.journal_path, brought.whole):
        return _add_lacking(brought, arguments, context)
    _tell_settings(brought, context)
    diagnostics.say(f"{context.journal_path} is now the journal of {brought.name}.")
    return ExitCode.DONE


def _add_lacking(brought: Archive, arguments: argparse.Namespace, context: Context) -> int:
    from netjournal.exchange import archive
    from netjournal.journal.care.comparing import compare
    from netjournal.views.changed import change_text, record_changes

    snapshot = context.snapshot
    found = compare(brought.whole, snapshot, context.journal.gestures)
    brings = found.restores if arguments.restore else found.brings
    _tell_plan(context, brought, _sentence(found), len(brings), found)
    if not context.json:
        for line in change_text(record_changes(brings, brought.whole.snapshot())):
            context.output.line(piece(line), indent=2)
        if found.differing:
            context.output.line(piece("Different there; what is here stays:"))
            for line in change_text(record_changes(found.differing, snapshot)):
                context.output.line(piece(line), indent=2)
    if found.removed and not arguments.restore:
        diagnostics.say("What was removed here since stays so; --restore brings it back.")
    if arguments.dry_run:
        diagnostics.say("This is the plan; nothing was imported.")
        return ExitCode.DONE
    archive.bring_files(brought, context.journal_path)
    _tell_settings(brought, context)
    if brings:
        context.journal.apply(f"imported {brought.name}", brings, backup="import")
        context.will_fold()
        diagnostics.say("'netjournal undo' takes all of it back.")
    else:
        diagnostics.say("Nothing is new; the journal is as it was.")
    return ExitCode.DONE


def _sentence(found: Comparison) -> str:
    """How many records are new, edited, the same, different or gone; what is none is left out."""
    counts = (
        (len(found.newer), "edited there, not here"),
        (found.same, "here already"),
        (len(found.differing), "different here"),
        (len(found.removed), "removed here since"),
    )
    told = [f"{count:,} {words}" for count, words in counts if count]
    return ", ".join((f"{plural(len(found.lacking), 'record')} new here", *told)) + "."


def _tell_plan(
    context: Context,
    brought: Archive,
    sentence: str,
    new: int,
    found: Comparison | None = None,
) -> None:
    if not context.json:
        context.output.line(bold(f"{brought.name}: {sentence}"))
        if brought.strangers:
            strangers = plural(brought.strangers, "file")
            diagnostics.say(f"{strangers} in it are no part of a journal and are left out.")
        return
    from netjournal.views.changed import changes_json

    differing = changes_json(found.differing, context.snapshot) if found else []
    context.output.json(
        "import",
        {
            "cards": 0,
            "new": new,
            "updated": 0,
            "unchanged": found.same if found else 0,
            "questions": 0,
            "problems": [],
            "records": brought.whole.counts,
            "differing": differing,
        },
    )


def _tell_settings(brought: Archive, context: Context) -> None:
    from netjournal.exchange import archive

    said = archive.bring_config(brought, paths.config_file(), Path(context.journal_path))
    if said:
        diagnostics.say(said)
