"""A table of contacts as cards: the same plan, matching and ledger as for vCards.

Each row becomes the vCard that says the same; a column that nobody knows is kept as a line of it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from netjournal.errors import InputError, UsageError
from netjournal.exchange.tables.columns import Column, column_of, is_english, is_header
from netjournal.exchange.tables.rows import Row, is_month_first, row_of
from netjournal.exchange.tables.writing import JOIN, unguarded
from netjournal.exchange.vcard.convert import Versions
from netjournal.exchange.vcard.edits import edits_of
from netjournal.exchange.vcard.fields import CardFields
from netjournal.exchange.vcard.header import Param
from netjournal.exchange.vcard.reading import ReadCard, read_card
from netjournal.exchange.vcard.sniff import sniff
from netjournal.exchange.vcard.split import Piece
from netjournal.exchange.vcard.uids import uid_from
from netjournal.exchange.vcard.wanted import wanted_of
from netjournal.exchange.vcard.writing import Out, content_line, escaped

COLUMN = "X-CSV"
"""The property that keeps a cell nobody has a field for; its parameter names the column."""
_PREAMBLE = 30
"""Rows in which the header must stand: LinkedIn puts notes before it."""
_DELIMITERS = (",", ";", "\t")
_LARGEST_CELL = 1 << 20


def table_cards(data: bytes, encoding: str = "") -> Iterator[ReadCard] | None:
    """The cards of a table; None if it is none, or its columns are not those of contacts.

    Raises:
        InputError: a row cannot be told from the next.
        UsageError: there is no such encoding.

    """
    text = _text_of(data, encoding)
    for delimiter in _DELIMITERS:
        head = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        try:
            for skipped, row in enumerate(islice(head, _PREAMBLE)):
                if is_header(row):
                    return _cards(text, delimiter, skipped)
        except csv.Error:
            continue
    return None


def _text_of(data: bytes, encoding: str) -> str:
    if encoding:
        try:
            return data.decode(encoding, "replace").lstrip("\ufeff")
        except (LookupError, UnicodeError):
            raise UsageError(f"There is no character set {encoding!r}.") from None
    plain = sniff(data).data
    try:
        text = plain.decode("utf-8")
    except UnicodeDecodeError:
        text = plain.decode("cp1252", "replace")
    return text.lstrip("\ufeff")


def _cards(text: str, delimiter: str, skipped: int) -> Iterator[ReadCard]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    known = csv.field_size_limit(_LARGEST_CELL)
    try:
        for _ in range(skipped):
            next(reader)
        header = next(reader)
        rows: list[tuple[int, list[str]]] = []
        line = reader.line_num + 1
        for row in reader:
            if any(cell.strip() for cell in row):
                rows.append((line, row))
            line = reader.line_num + 1
    except csv.Error as error:
        raise InputError(f"Line {reader.line_num} is no row of a table: {error}.") from None
    finally:
        csv.field_size_limit(known)
    columns = _columns(header)
    month_first = is_month_first(
        [
            row[at]
            for _, row in rows
            for at, column in enumerate(columns[: len(row)])
            if column and column.field in {"birthday", "date"}
        ],
        in_english=is_english(header),
    )
    for number, (line, row) in enumerate(rows, 1):
        yield _card(number, line, dict(enumerate(row)), header, columns, month_first=month_first)


def _columns(header: Sequence[str]) -> list[Column | None]:
    """What each column holds; a second ``Titre`` of a French table is the title at work."""
    columns: list[Column | None] = []
    for name in header:
        column = column_of(name)
        is_second = column == Column("prefix") and column in columns
        columns.append(Column("title") if is_second else column)
    return columns


def _card(
    number: int,
    line: int,
    row: Mapping[int, str],
    header: Sequence[str],
    columns: Sequence[Column | None],
    *,
    month_first: bool,
) -> ReadCard:
    cells: dict[Column, str] = {}
    unknown: list[tuple[str, str]] = []
    for at, raw in row.items():
        text = unguarded(raw).replace("\x00", "").strip()
        column = columns[at] if at < len(columns) else None
        if text and column is None:
            unknown.append((header[at] if at < len(header) else "", text))
        elif text and column and column.field:
            cells[column] = f"{cells[column]}{JOIN}{text}" if column in cells else text
    data = _vcard(row_of(cells, month_first=month_first), unknown)
    return read_card(Piece(data.encode("utf-8", "replace"), line, is_card=True), number)


def _vcard(row: Row, unknown: Sequence[tuple[str, str]]) -> str:
    wanted = wanted_of(row.person)
    edits = edits_of((), CardFields(), wanted, Versions("3.0", "3.0"))
    parts = (wanted.family, wanted.given, row.middle, row.prefix, row.suffix)
    outs = [Out("BEGIN", "VCARD"), Out("VERSION", "3.0")]
    if row.profile:
        outs.append(Out("UID", uid_from(row.profile.lower().rstrip("/"))))
    if wanted.name:
        outs.append(Out("FN", escaped(wanted.name)))
    if any(parts):
        outs.append(Out("N", ";".join(map(escaped, parts))))
    outs += [out for out in edits.added if out.name != "N"]
    if row.note:
        outs.append(Out("NOTE", escaped(row.note)))
    outs += [
        Out(COLUMN, escaped(text), (Param("X-COLUMN", name),) if name else ())
        for name, text in (*unknown, *row.kept)
    ]
    outs.append(Out("END", "VCARD"))
    return "".join(content_line(out, "3.0") for out in outs).rstrip("\r\n")
