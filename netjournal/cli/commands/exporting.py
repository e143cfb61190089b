"""``export``: people as vCards, or the whole journal, to a file or standard output."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from netjournal.cli import archives, diagnostics
from netjournal.cli.context import Context
from netjournal.cli.parser import Parser
from netjournal.errors import ExitCode, InputError
from netjournal.text import fold, plural


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "--to", choices=("vcard", "json", "zip"), default="vcard", metavar="FORMAT",
        help="vcard; or json, the whole journal, or zip, with photos, imported files and settings",
    )  # fmt: skip
    parser.add_argument(
        "--vcard", choices=("3.0", "4.0"), default="3.0", metavar="VERSION",
        help="3.0, which everything reads, or 4.0",
    )  # fmt: skip
    parser.add_argument(
        "--output", default="-", metavar="FILE", help="where to; - is standard output"
    )
    parser.text("query", "QUERY", "who, as for 'people'; everybody without it")
    parser.examples(
        "netjournal export --to vcard --output everybody.vcf",
        "netjournal export circle:close --to vcard --vcard 4.0 > close.vcf",
        "netjournal export --to zip --output journal.zip   # moving house",
    )


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Write them."""
    written = _people if arguments.to == "vcard" else archives.packed
    found = written(arguments, context)
    if found is None:
        return ExitCode.NO_HIT
    data, what = found
    if arguments.output == "-":
        context.output.raw(data)
    else:
        _write(Path(arguments.output), data)
        diagnostics.say(f"{what} written to {arguments.output}")
    return ExitCode.DONE


def _people(arguments: argparse.Namespace, context: Context) -> tuple[bytes, str] | None:
    """The people who answer the query as vCards, and their number in words."""
    from netjournal.exchange.vcard.exporting import export_cards
    from netjournal.journal.blobs import Folder
    from netjournal.journal.queries import parse_query

    query = parse_query(" ".join(arguments.query))
    everybody = context.standings.everybody()
    people = [each.person for each in everybody if query.matches(each, context.today)]
    if not people:
        diagnostics.say(f"Nobody answers {query}." if str(query) else "There is nobody yet.")
        return None
    people.sort(key=lambda person: (fold(person.name), person.id))
    folder = Folder(context.journal.path)
    data = export_cards(people, context.snapshot, folder, arguments.vcard)
    return data, plural(len(people), "person", "people")


def _write(path: Path, data: bytes) -> None:
    """Replace the file as a whole, for nobody else's eyes; a pipe or device is written to."""
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)
            return
        path = path.resolve()
        with NamedTemporaryFile(
            dir=path.parent, prefix=f".{path.name[:50]}.", delete=False
        ) as file:
            try:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
                Path(file.name).replace(path)
            except BaseException:
                Path(file.name).unlink(missing_ok=True)
                raise
    except OSError as error:
        raise InputError(f"{path} cannot be written: {error.strerror or error}.") from None
    except ValueError:
        raise InputError(f"{str(path)!r} is no file name.") from None
