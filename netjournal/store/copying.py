"""A snapshot copied with the log laid over it, in the time of copying and in no memory to speak of.

Only one that is, byte for byte, what a fold wrote: the log that the fold began tells its checksum.
"""

from __future__ import annotations

import os
from binascii import crc32
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from netjournal.store import log
from netjournal.store.files import Files, Signature, close
from netjournal.store.laying import Laying, Moved, NextMeta, NotAsWrittenError
from netjournal.store.log import Header, Written
from netjournal.store.places import Places
from netjournal.store.reading import File, Seen, read_file, unreadable
from netjournal.store.scanning import Read, chunks
from netjournal.store.snapshot import Meta


def as_written(read: Read, written: Written) -> Iterator[bytes]:
    """The lines of a snapshot, many at a time.

    Raises:
        NotAsWrittenError: behind the last ones: they are not what was written.

    """
    checksum = size = 0
    for data in chunks(read, (0, written.size)):
        checksum = crc32(data, checksum)
        size += len(data)
        yield data
    if (size, checksum) != written:
        raise NotAsWrittenError("its checksum")


class Base:
    """A snapshot that a fold wrote, open, and the log that was begun after it."""

    def __init__(self, files: Files, places: Places, seen: Seen, part: log.Part, fd: int) -> None:
        self.seen = seen
        """As after reading both."""
        self._files = files
        self._places = places
        self._part = part
        self._fd = fd
        self.moved = Moved([], {}, {})
        """Where the lines stand in what was made last."""

    def pieces(self, next_meta: NextMeta | None = None) -> Iterator[bytes]:
        """The bytes of the snapshot as the log leaves it; ``next_meta`` is not asked for others.

        Raises:
            NotAsWrittenError: at any moment: what came so far is of no use.
            NotSavedError: JSON has no form for a value in the log.

        """
        assert self._part.written is not None, "or there would be no base"
        lines = as_written(self._read, self._part.written)
        if not self._part.gestures and next_meta is None:
            return lines

        def meta_after(meta: Meta) -> Meta:
            if meta[: len(Header._fields)] != self._part.header:
                raise NotAsWrittenError("whose log it is")
            return next_meta(meta) if next_meta else meta

        laying = Laying(self._places, self._part.gestures, meta_after)
        self.moved = laying.moved
        return laying.pieces(lines)

    def _read(self, start: int, length: int) -> bytes:
        try:
            return self._files.read(self._fd, length, start)
        except OSError as error:
            raise unreadable(error, self._places.journal) from error


@contextmanager
def base_of(files: Files, places: Places) -> Iterator[Base | None]:
    """What can be copied; None where everything must be read. Under the lock.

    Raises:
        UnreadableError: one of the files cannot be read.

    """
    written = read_file(files, places.log)
    part = log.parse(written[0] if written else b"")
    fd = _opened(files, places.journal) if part.written and not part.damaged else -1
    try:
        yield _base(files, places, (written, part), fd) if fd >= 0 else None
    finally:
        if fd >= 0:
            close(files, fd)


def _opened(files: Files, path: Path) -> int:
    """A descriptor, or -1 for no file."""
    try:
        return files.open(path, os.O_RDONLY)
    except FileNotFoundError:
        return -1
    except OSError as error:
        raise unreadable(error, path) from error


def _base(
    files: Files, places: Places, found: tuple[File | None, log.Part], fd: int
) -> Base | None:
    written, part = found
    try:
        now = Signature.of(files.fstat(fd))
    except OSError as error:
        raise unreadable(error, places.journal) from error
    if not written or not part.header or not part.written or now.size != part.written.size:
        return None
    seen = Seen(now, written[1][:2], part.end, part.lines, part.header)
    return Base(files, places, seen, part, fd)
