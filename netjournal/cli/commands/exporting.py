"""``export``: people as vCards or a table, or the whole journal, to a file or folder."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from netjournal.cli import archives, diagnostics
from netjournal.cli.context import Context
from netjournal.cli.parser import Parser
from netjournal.cli.targets import check_target
from netjournal.errors import ExitCode, UsageError
from netjournal.text import fold, plural

if TYPE_CHECKING:
    from netjournal.domain.person import Person
    from netjournal.exchange.vcard.exporting import Written

_NAMED = 5
"""Names of those whose picture stayed that are told."""


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "--to", choices=("vcard", "csv", "ics", "json", "zip"), default="vcard", metavar="FORMAT",
        help="vcard; csv, a table as Google Contacts has it; ics, birthdays and promises with a "
        "due day for a calendar; json, the whole journal; zip, that with photos, imported files "
        "and settings",
    )  # fmt: skip
    parser.add_argument(
        "--vcard", choices=("3.0", "4.0"), default="3.0", metavar="VERSION",
        help="3.0, which everything reads, or 4.0",
    )  # fmt: skip
    parser.add_argument(
        "--exact", action="store_true",
        help="cards as they were imported, byte for byte but for what was edited",
    )  # fmt: skip
    parser.add_argument(
        "--split", action="store_true",
        help="one file a person, into the folder --output, for khard, vdirsyncer and Outlook",
    )  # fmt: skip
    parser.add_argument(
        "--photos", choices=("full", "small", "none"), metavar="WHICH",
        help="small (up to 700 KB, which every server takes; but full with --exact), full or none",
    )  # fmt: skip
    parser.add_argument(
        "--notes-in-card", action="store_true",
        help="conversations and open promises at the end of each card's note; "
        "they never leave in a card otherwise",
    )  # fmt: skip
    parser.add_argument(
        "-o", "--output", default="-", metavar="FILE",
        help="where to; an existing folder gets one file a person; - is standard output",
    )  # fmt: skip
    parser.add_argument("--force", action="store_true", help="replace a file that is there")
    parser.text("query", "QUERY", "who, as for 'people'; everybody without it", "query")
    parser.examples(
        "netjournal export --to vcard --output everybody.vcf",
        "netjournal export circle:close --to vcard --vcard 4.0 > close.vcf",
        "netjournal export --split --output ~/.contacts    # for khard and vdirsyncer",
        "netjournal export --to csv --output people.csv",
        "netjournal export --to ics --output days.ics     # birthdays, promises",
        "netjournal export --to zip --output journal.zip   # moving house",
    )


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Write them."""
    from netjournal.exchange.files import write_parts

    _agree(arguments)
    folder = Path(arguments.output)
    check_target(arguments.output, context, force=arguments.force)
    if arguments.to == "vcard" and (arguments.split or folder.is_dir()):
        return _to_folder(folder, arguments, context)
    found = _parts(arguments, context)
    if found is None:
        return ExitCode.NO_HIT
    parts, what = found
    if arguments.output == "-":
        # all of it or nothing: who reads a pipe cannot tell a part from the whole
        context.output.raw(b"".join(parts))
    else:
        write_parts(Path(arguments.output), parts)
        diagnostics.say(f"{what} written to {arguments.output}")
    return ExitCode.DONE


def _parts(arguments: argparse.Namespace, context: Context) -> tuple[Iterable[bytes], str] | None:
    """What is to be written, piece by piece, and what it is in words; None for nothing."""
    if arguments.to == "vcard":
        return _cards(arguments, context)
    formats = {"csv": _table, "ics": _calendar}
    found = formats.get(arguments.to, archives.packed)(arguments, context)
    return found and ((found[0],), found[1])


def _agree(arguments: argparse.Namespace) -> None:
    """Refuse options that contradict each other."""
    given = {
        "--split": arguments.split,
        "--exact": arguments.exact,
        "--notes-in-card": arguments.notes_in_card,
    }
    option = next((name for name, is_given in given.items() if is_given), "")
    if arguments.to != "vcard" and option:
        raise UsageError(f"{option} is for vCards; leave out --to {arguments.to}.")
    if arguments.exact and arguments.notes_in_card:
        raise UsageError("--exact writes cards as they came; leave out --notes-in-card.")
    if arguments.split and arguments.output == "-":
        raise UsageError("--split writes files; say where to by --output FOLDER.")


def _to_folder(folder: Path, arguments: argparse.Namespace, context: Context) -> int:
    from netjournal.exchange.vcard.exporting import stale_uids
    from netjournal.exchange.vdir import write_vdir

    people = _people(arguments, context)
    if not people:
        return ExitCode.NO_HIT
    cards = list(_written(people, arguments, context))
    # who does not answer a query is not gone
    stale: frozenset[str] = frozenset()
    if not arguments.query:
        stale = stale_uids(context.snapshot, cards, context.journal.gestures)
    done = write_vdir(folder, cards, stale)
    diagnostics.say(
        f"{folder}: {plural(done.written, 'card')} written, {done.unchanged} unchanged, "
        f"{done.removed} removed"
    )
    if done.foreign:
        more = f" and {len(done.foreign) - _NAMED} more" if len(done.foreign) > _NAMED else ""
        diagnostics.say(
            f"Another program wrote {', '.join(done.foreign[:_NAMED])}{more}, of people removed "
            "here; delete these yourself if they are to go."
        )
    return ExitCode.DONE


def _cards(arguments: argparse.Namespace, context: Context) -> tuple[Iterable[bytes], str] | None:
    """The people who answer the query as vCards, and their number in words."""
    people = _people(arguments, context)
    if not people:
        return None
    cards = _written(people, arguments, context)
    return (card.data for card in cards), plural(len(people), "person", "people")


def _written(
    people: Sequence[Person], arguments: argparse.Namespace, context: Context
) -> Iterator[Written]:
    """The cards, one after another; at the end it is told whose picture stayed."""
    from netjournal.clock import now
    from netjournal.exchange.vcard.exporting import written_cards
    from netjournal.exchange.vcard.manner import Manner, Photos
    from netjournal.journal.blobs import Folder

    manner = Manner(
        version=arguments.vcard,
        exact=arguments.exact,
        photos=Photos(arguments.photos or ("full" if arguments.exact else "small")),
        notes=arguments.notes_in_card,
        now=now(),
    )
    folder = Folder(context.journal.path)
    stayed: list[str] = []
    for card in written_cards(people, context.snapshot, folder, manner):
        if card.left_out:
            stayed.append(card.name)
        yield card
    if stayed and manner.photos is Photos.SMALL:
        more = f" and {len(stayed) - _NAMED} more" if len(stayed) > _NAMED else ""
        diagnostics.say(
            f"Pictures above 700 KB stay in the journal: {', '.join(stayed[:_NAMED])}{more}. "
            "--photos full writes them."
        )


def _table(arguments: argparse.Namespace, context: Context) -> tuple[bytes, str] | None:
    """The same people as a table."""
    from netjournal.exchange.tables.writing import to_csv

    people = _people(arguments, context)
    if not people:
        return None
    return to_csv(people, context.snapshot), plural(len(people), "person", "people")


def _calendar(arguments: argparse.Namespace, context: Context) -> tuple[bytes, str] | None:
    """The days and due promises of the same people."""
    from netjournal.clock import now
    from netjournal.exchange.calendar import to_calendar

    people = _people(arguments, context)
    if not people:
        return None
    found = to_calendar(people, context.snapshot, today=context.today, now=now())
    if not found.days + found.promises:
        diagnostics.say("They have no birthdays, other days or promises with a due day.")
        return None
    what = f"{plural(found.days, 'day')} and {plural(found.promises, 'promise')}"
    return found.data, what


def _people(arguments: argparse.Namespace, context: Context) -> Sequence[Person]:
    from netjournal.journal.queries import parse_query

    query = parse_query(" ".join(arguments.query), context.settings.queries)
    everybody = context.standings.everybody()
    people = [each.person for each in everybody if query.matches(each, context.today)]
    if not people:
        diagnostics.say(f"Nobody answers {query}." if str(query) else "There is nobody yet.")
    people.sort(key=lambda person: (fold(person.name), person.id))
    return people
