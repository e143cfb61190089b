"""The files of an import: several, a folder of them, or standard input; refused in one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from netjournal.errors import InputError
from netjournal.exchange.plan import Source
from netjournal.exchange.zipped import books_in
from netjournal.text import safe_line

LARGEST_FILE = 200 * 1024 * 1024
"""Bytes of one file; an address book with photos of 10,000 people stays below it."""
LARGEST_ARCHIVE = 4 << 30
"""Bytes of the archive of a whole journal, photos and imported files with it."""
_ARCHIVES = frozenset({".zip", ".json", ".gz"})
_SUFFIXES = frozenset({".vcf", ".vcard"})
_OTHER_KINDS = {
    re.compile(r'\[\s*"vcard"'): "a jCard (vCard as JSON)",
    re.compile(r'\[\s*\[\s*"vcard"'): "a list of jCards (vCard as JSON)",
    re.compile(r"(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<vcards?\b", re.DOTALL): (
        "an xCard (vCard as XML)"
    ),
    re.compile(r"(?:version:\s*1\s+)?dn::?\s", re.IGNORECASE): "an LDIF file of a directory",
    re.compile(r"MECARD:", re.IGNORECASE): "a MeCard (the text of a code to scan)",
    re.compile(r"BEGIN:VLIST", re.IGNORECASE): "a list of addresses without their cards",
    re.compile(r"<\?xml[^>]*>\s*<c:contact\b"): "a contact of Windows (XML)",
}
"""Beginnings of address books that are none of ours."""


def read_sources(paths: Iterable[Path]) -> tuple[Source, ...]:
    """Every file named, and every address book inside of folders (a vdir) and zips named.

    Raises:
        InputError: one is missing, unreadable or too large, or a folder holds no card.

    """
    files = (Source(name=file.name, data=_read(file)) for path in paths for file in _files(path))
    return address_books(files)


def address_books(sources: Iterable[Source]) -> tuple[Source, ...]:
    """The same sources, address books in zips taken out of them.

    Raises:
        InputError: a zip is damaged or too large.

    """
    return tuple(book for source in sources for book in books_in(source))


def _files(path: Path) -> Sequence[Path]:
    try:
        if not path.is_dir():
            return [path]
        inside = sorted(p for p in path.iterdir() if p.suffix.lower() in _SUFFIXES and p.is_file())
    except OSError as error:
        raise InputError(f"Cannot read {_shown(path)}: {_why(error)}.") from None
    if not inside:
        raise InputError(f"{_shown(path)} has no card files (*.vcf) in it.")
    return inside


def _read(path: Path) -> bytes:
    try:
        largest = LARGEST_ARCHIVE if path.suffix.lower() in _ARCHIVES else LARGEST_FILE
        if path.stat().st_size > largest:
            raise InputError(
                f"{_shown(path)} is larger than {largest // 2**20} MB; "
                "split it, or leave the photos out."
            )
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"Cannot read {_shown(path)}: {_why(error)}.") from None
    except ValueError:
        raise InputError(f"Cannot read {_shown(path)}: that is no file name.") from None


def _why(error: OSError) -> str:
    return (error.strerror or "it cannot be opened").lower()


def _shown(path: Path) -> str:
    return safe_line(str(path))


def why_no_cards(source: Source) -> str:
    """What a file without a single card looks like instead."""
    name = safe_line(source.name)
    head = source.data[:4096]
    text = head.decode("utf-8", "replace").lstrip("\ufeff").strip()
    if not text:
        return f"{name} is empty."
    if text[:15].upper() == "BEGIN:VCALENDAR":
        return f"{name} is a calendar, not an address book."
    for beginning, kind in _OTHER_KINDS.items():
        if beginning.match(text):
            return f"{name} is {kind}; export the contacts as vCard (.vcf) or CSV instead."
    if b"\x00" in head:
        return f"{name} is no address book: it is not text."
    first = text.splitlines()[0]
    looks = ""
    if text[0] in "{[":
        looks = " This looks like JSON."
    elif any(first.count(mark) for mark in ",;\t"):
        looks = (
            " This looks like CSV, with no columns of an address book: name them such as "
            "First Name, Last Name, E-mail, Phone."
        )
    return f"{name} has no contact cards. (First line: {safe_line(first, 60)!r}.{looks})"
