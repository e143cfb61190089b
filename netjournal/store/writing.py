"""Writing under the lock: one line at the end of the log, and the files it needs for that.

What is acknowledged is on the disk. A write that failed is cut off again, so that it cannot come
back later as something nobody was told of.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from netjournal.errors import ChangedMeanwhileError, NotConfirmedError, NotSavedError
from netjournal.store import log, snapshot
from netjournal.store.files import Files, Signature, close, read_all, replace_file, why, write_all
from netjournal.store.places import Places
from netjournal.store.reading import Seen
from netjournal.store.schema import SCHEMA
from netjournal.store.snapshot import Meta


@contextmanager
def saving(path: Path) -> Iterator[None]:
    """Turn a failure of the system into a sentence.

    Raises:
        NotSavedError: instead of any ``OSError``.

    """
    try:
        yield
    except OSError as error:
        raise NotSavedError(f"Nothing was saved: {why(error, path)}") from error


def random_id() -> str:
    """A random integer below 2^63 in decimal."""
    return str(int.from_bytes(os.urandom(8), "big") >> 1)


def append_line(files: Files, places: Places, seen: Seen, line: bytes) -> Seen:
    """Add one line behind what was seen, durably; a new log gets its header in the same write.

    Raises:
        ChangedMeanwhileError: there are whole lines that were not seen.
        NotSavedError: it failed and was taken back.
        NotConfirmedError: it failed, and so did taking it back.

    """
    data = line if seen.offset else log.header_line(seen.header) + line
    create = os.O_CREAT | os.O_EXCL if seen.log is None else 0
    with saving(places.log):
        try:
            fd = files.open(places.log, os.O_RDWR | create)
        except (FileExistsError, FileNotFoundError):
            raise _unseen(places) from None
        try:
            place = Signature.of(files.fstat(fd))
            _check_end(files, places, fd, place, seen)
            try:
                if place.size > seen.offset:
                    files.truncate(fd, seen.offset)
                write_all(files, fd, data, seen.offset)
                files.sync_data(fd)
                if create:
                    files.sync_folder(places.log.parent)
            except BaseException:
                _cut_back(files, places, fd, seen.offset)
                raise
        finally:
            close(files, fd)
    return seen._replace(
        log=place[:2],
        offset=seen.offset + len(data),
        lines=seen.lines + (1 if seen.offset else 2),
    )


def _check_end(files: Files, places: Places, fd: int, now: Signature, seen: Seen) -> None:
    """Only the rest of an unfinished write may stand behind what was seen."""
    if seen.log is not None and now[:2] != seen.log:
        raise _unseen(places)
    if now.size != seen.offset and (
        now.size < seen.offset or b"\n" in read_all(files, fd, seen.offset)
    ):
        raise _unseen(places)


def _unseen(places: Places) -> ChangedMeanwhileError:
    return ChangedMeanwhileError(
        f"{places.log} was changed meanwhile; nothing was saved, please try again."
    )


def _cut_back(files: Files, places: Places, fd: int, size: int) -> None:
    """Take a failed write back, so that it cannot appear later.

    Raises:
        NotConfirmedError: that failed too.

    """
    try:
        files.truncate(fd, size)
        files.sync(fd)
    except OSError as error:
        raise NotConfirmedError(
            f"Whether this was saved is not known: {why(error, places.log)}"
        ) from error


def begin(files: Files, places: Places) -> None:
    """Make a new journal: a log that says whose it is, then an empty snapshot.

    In this order a snapshot without its log is one that lost it, and can be told.

    Raises:
        NotSavedError: it could not be made.

    """
    meta = Meta(SCHEMA, random_id())
    with saving(places.log):
        header = log.Header(meta.schema, meta.journal, meta.fold)
        replace_file(files, places.log, log.header_line(header))
    with saving(places.journal):
        replace_file(files, places.journal, snapshot.encode({}, meta))
