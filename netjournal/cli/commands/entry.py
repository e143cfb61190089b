"""``need``, ``offer``, ``gave``, ``got``, ``remember``, ``nexttime``: a line about somebody."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from netjournal.cli import diagnostics, who
from netjournal.cli.context import Context
from netjournal.cli.output import dim, piece
from netjournal.cli.parser import Parser
from netjournal.cli.reporting import report
from netjournal.cli.tables import show_table
from netjournal.domain.values import EntryKind
from netjournal.errors import ExitCode

if TYPE_CHECKING:
    from netjournal.domain.entry import Entry

_KINDS = {
    "need": (EntryKind.NEED, "a UX tester"),
    "offer": (EntryKind.OFFER, "a room in Berlin"),
    "gave": (EntryKind.GAVE, "two contacts in Lyon"),
    "got": (EntryKind.GOT, "a review of the draft"),
    "remember": (EntryKind.REMEMBER, "the red umbrella"),
    "nexttime": (EntryKind.NEXT_TIME, "how was the exam"),
}


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    _, example = _KINDS[parser.name]
    parser.json(lines=True)
    parser.add_argument(
        "person", nargs="?", metavar="PERSON", completes="people",
        help="whom it is about; nobody lists those of everybody",
    )  # fmt: skip
    parser.text("text", "TEXT", "what it is; nothing lists theirs")
    parser.examples(
        f"netjournal {parser.name} Ana {example}",
        f"netjournal {parser.name} Ana Ruiz",
        f"netjournal {parser.name}",
    )


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Store the line, or list those there are."""
    kind, _ = _KINDS[arguments.command]
    person, text = None, ""
    if arguments.person:
        person, text = who.person_before([arguments.person, *arguments.text], context)
    if person is None or not text:
        snapshot = context.snapshot
        entries = snapshot.entries_of(person.id, kind) if person else snapshot.entries()
        return _list([each for each in entries if each.kind is kind], context)
    from netjournal.journal.editing import add_note
    from netjournal.views.telling import ENTRY_WORD

    label = f"{ENTRY_WORD[kind]}: {person.name}"
    change = add_note(person.id, text, context.today, kind)
    code = report(context, context.act(label, lambda _: [change]))
    if kind is EntryKind.GAVE:
        _ask_what_it_met(change.id, context)
    return code


def _ask_what_it_met(id: str, context: Context) -> None:
    """Name the needs that may be met by it; none is closed by itself."""
    from netjournal.journal.giving import may_be_met

    snapshot = context.snapshot
    gave = snapshot.entry(id)
    for need in may_be_met(snapshot, gave) if gave else ():
        diagnostics.say(
            f"Is a need met by it? {snapshot.name_of(need.person)} needs {need.text}: "
            f"netjournal give --close {snapshot.short(need.id)}"
        )


def _list(entries: list[Entry], context: Context) -> int:
    from netjournal.domain.phrases import short_day
    from netjournal.journal.changes import as_json

    snapshot = context.snapshot
    found = [each for each in entries if each.closed is None]
    found.sort(key=lambda entry: (entry.day, entry.made), reverse=True)
    if context.json:
        rows = [{**as_json(each), "name": snapshot.name_of(each.person)} for each in found]
        context.output.json("entries", rows)
    else:
        cells = [
            (
                dim(snapshot.short(each.id)),
                dim(short_day(each.day, context.today)),
                piece(snapshot.name_of(each.person)),
                piece(each.text),
            )
            for each in found
        ]
        show_table(context.output, cells, shrink=((3, 20), (2, 12)))
    if not found:
        diagnostics.say("There is none.")
        return ExitCode.NO_HIT
    return ExitCode.DONE
