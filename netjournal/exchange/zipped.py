"""A zip of address books, opened within limits; an archive of a journal is left alone.

Only the names and sizes of the directory (PKWARE APPNOTE 6.3) are trusted to choose; what a member
unpacks to is counted while it is read.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from netjournal.errors import InputError
from netjournal.exchange.archive import JOURNAL
from netjournal.exchange.plan import Source
from netjournal.text import safe_line

SUFFIXES = frozenset({".vcf", ".vcard", ".csv"})
"""What is read; anything else in the zip is left out."""
MOST_MEMBERS = 50_000
LARGEST = 1 << 30
"""Bytes of all address books together, unpacked."""
MOST_RATIO = 200
"""A zip that unpacks to more times its size is no address book."""
_HEAD = b"PK\x03\x04"
_SMALL = 1 << 20
"""Bytes up to which the ratio says nothing."""


def books_in(source: Source) -> tuple[Source, ...]:
    """The address books of a zip; the source itself for anything else.

    Raises:
        InputError: the zip is damaged, locked, or beyond the limits.

    """
    if not source.data.startswith(_HEAD):
        return (source,)
    name = safe_line(source.name)
    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
            members = list(_books(archive))
            if not members:
                return (source,)
            if len(members) > MOST_MEMBERS:
                raise InputError(f"{name} holds more than {MOST_MEMBERS} address books.")
            most = min(LARGEST, max(_SMALL, MOST_RATIO * len(source.data)))
            return tuple(_unpacked(archive, members, most, name))
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
        raise InputError(f"{name} is damaged: {safe_line(str(error), 100)}.") from None
    except RuntimeError:  # NotImplementedError too
        raise InputError(
            f"{name} is locked by a password or packed in an unknown way; unpack it first."
        ) from None


def _books(archive: zipfile.ZipFile) -> Iterator[zipfile.ZipInfo]:
    members = archive.infolist()
    if any(member.filename == JOURNAL for member in members):
        return
    for member in members:
        path = PurePosixPath(member.filename)
        hidden = any(part.startswith((".", "__MACOSX")) for part in path.parts)
        if not member.is_dir() and not hidden and path.suffix.lower() in SUFFIXES:
            yield member


def _unpacked(
    archive: zipfile.ZipFile, members: list[zipfile.ZipInfo], most: int, name: str
) -> Iterator[Source]:
    left = most
    for member in members:
        with archive.open(member) as file:
            data = file.read(left + 1)
        left -= len(data)
        if left < 0:
            raise InputError(f"{name} unpacks to more than {most // 2**20} MB; unpack it first.")
        yield Source(name=PurePosixPath(member.filename).name, data=data)
