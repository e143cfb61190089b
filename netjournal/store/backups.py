"""Compressed copies of the whole journal in ``backups/``: dated, verified, rotated.

A backup is one gzip file (RFC 1952) that holds a snapshot with the log played in; unpacked, it can
stand in the place of ``journal.json``. Backups are copies and no hard links: an editor that writes
in place would change a link too.
"""

from __future__ import annotations

import errno
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from io import BytesIO
from pathlib import Path

from netjournal.errors import JournalError, NotSavedError, UnreadableError
from netjournal.store import played
from netjournal.store.files import Files, Signature, discard, make_folders, replace_file, why
from netjournal.store.places import Places
from netjournal.store.reading import read_file, unreadable
from netjournal.tuples import NamedTuple

MOST_RECENT = 10
"""So many of the newest are kept, whatever their days."""
MONTHS = 12
"""The last one of each of so many calendar months is kept besides."""
_AT_ONCE = 2
"""So many of the oldest go with a new one, at most: a clock far ahead makes all look old."""
DAILY = "daily"
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_LEVEL = 4
"""A third of the time of gzip's usual 6, for one fourteenth more bytes."""
_GZIP = 31
"""What zlib calls a window of 32 KiB in a gzip file."""


class Backup(NamedTuple):
    """One backup, as its file name tells; whether it can be read shows when it is."""

    path: Path
    at: str
    """The moment it was made, UTC, to the second: ``2026-03-11T10:15:00Z``."""
    reason: str
    """Why it was made: ``daily``, ``import``, ``repair`` …"""

    @property
    def stamp(self) -> str:
        """What a person types to name it: ``2026-03-11T101500Z``."""
        return self.at.replace(":", "")


def listed(files: Files, places: Places) -> tuple[Backup, ...]:
    """The backups of a journal, newest first.

    Raises:
        UnreadableError: their folder cannot be read.

    """
    form = re.compile(
        re.escape(places.journal.stem)
        + r"-(\d{4}-\d\d-\d\dT)(\d\d)(\d\d)(\d\dZ)-([a-z]+)(?:-(\d{1,4}))?"
        + re.escape(places.journal.suffix)
        + r"\.gz"
    )
    found: list[tuple[str, int, Backup]] = []
    for name in _names(files, places):
        match = form.fullmatch(name)
        if match:
            day, hour, minute, second, reason, number = match.groups()
            at = f"{day}{hour}:{minute}:{second}"
            found.append((at, int(number or 1), Backup(places.backups / name, at, reason)))
    return tuple(backup for *_, backup in sorted(found, reverse=True))


def _names(files: Files, places: Places) -> list[str]:
    try:
        return files.names(places.backups)
    except FileNotFoundError:
        return []
    except OSError as error:
        raise unreadable(error, places.backups) from error


def content(files: Files, backup: Backup) -> bytes:
    """The snapshot a backup holds.

    Raises:
        UnreadableError: it is gone or damaged.

    """
    found = read_file(files, backup.path)
    if found is None:
        raise UnreadableError(f"There is no backup {backup.path} any more; choose another.")
    return unpacked(found[0], backup.path)


def unpacked(data: bytes, path: Path) -> bytes:
    """What a gzip file holds.

    Raises:
        UnreadableError: it is damaged.

    """
    import gzip
    import zlib

    try:
        # of nothing at all gzip says that it holds nothing
        return gzip.decompress(data or b"?")
    except (OSError, EOFError, zlib.error) as error:
        raise UnreadableError(f"The backup {path} is damaged ({error}); choose another.") from error


def make(
    files: Files, places: Places, reason: str, at: str, *, sound: Signature | None = None
) -> Backup | None:
    """Back the journal up as it is; under the lock. None where there is nothing to back up.

    ``at`` is now, UTC; ``reason`` is a word in small letters; ``sound`` as for ``played.state``.
    What the newest backup holds already is not stored twice, so that many imports in a row push no
    older day out.

    Raises:
        UnreadableError: the journal cannot be read.
        NotSavedError: the backup could not be written; none is left half written.

    """
    from netjournal.store.copying import base_of
    from netjournal.store.laying import NotAsWrittenError

    with base_of(files, places) as base, suppress(NotAsWrittenError):
        if base is not None:
            return store(files, places, base.pieces, reason, at)
    data = played.state(files, places, sound=sound)
    return None if data is None else store(files, places, lambda: (data,), reason, at)


Pieces = Callable[[], Iterable[bytes]]
"""Gives the bytes of a snapshot, piece by piece, as often as it is asked."""


def store(files: Files, places: Places, pieces: Pieces, reason: str, at: str) -> Backup:
    """Keep some bytes as a backup, as ``make`` does.

    Raises:
        NotSavedError: they could not be written.

    """
    before = listed(files, places)
    if before and _holds(files, before[0], pieces):
        return before[0]
    backup = _free(places, before, reason, f"{at[:19]}Z")
    try:
        make_folders(files, places.backups)
        _sweep(files, places)
        try:
            _write(files, backup, pieces)
        except OSError as error:
            if error.errno not in _FULL or len(before) < 2:
                raise
            files.unlink(before[-1].path)
            _write(files, backup, pieces)
    except OSError as error:
        raise NotSavedError(f"No backup could be made: {why(error, backup.path)}") from error
    if not _holds(files, backup, pieces):
        discard(files, backup.path)
        raise NotSavedError(
            f"The backup {backup.path} did not read back as it was written; check the disk."
        )
    for old in surplus((backup, *before), at=backup.at)[-_AT_ONCE:]:
        discard(files, old.path)
    return backup


def make_daily(files: Files, places: Places, at: str) -> None:
    """Back up once a day, after a fold: that stays done, whatever becomes of the backup.

    That backups grow old is told by ``doctor``.
    """
    try:
        if not any(backup.at[:10] == at[:10] for backup in listed(files, places)):
            make(files, places, DAILY, at)
    except JournalError:
        return


def rewrite(files: Files, backup: Backup, data: bytes) -> None:
    """Put other bytes into a backup.

    Raises:
        NotSavedError: they could not be written; it is as it was.

    """
    try:
        _write(files, backup, lambda: (data,))
    except OSError as error:
        raise NotSavedError(f"Nothing was saved: {why(error, backup.path)}") from error


def surplus(backups: Iterable[Backup], *, at: str = "~") -> tuple[Backup, ...]:
    """Those of some backups that rotation lets go: neither recent nor the last of its month.

    One that bears a later moment than ``at``, now, was made while the clock was wrong, or the
    clock is wrong now: it stays, and pushes none out.
    """
    past = [backup for backup in backups if backup.at <= at]
    newest_first = sorted(past, key=lambda backup: (backup.at, backup.path), reverse=True)
    kept = set(newest_first[:MOST_RECENT])
    months: dict[int, Backup] = {}
    for backup in newest_first:
        months.setdefault(_month(backup), backup)
    last = max(months, default=0)
    kept.update(backup for month, backup in months.items() if month > last - MONTHS)
    return tuple(backup for backup in newest_first if backup not in kept)


def _month(backup: Backup) -> int:
    return int(backup.at[:4]) * 12 + int(backup.at[5:7])


def _free(places: Places, before: Iterable[Backup], reason: str, at: str) -> Backup:
    """A name that no backup has."""
    taken = {backup.path.name for backup in before}
    stem, suffix = places.journal.stem, places.journal.suffix
    wanted = f"{stem}-{at.replace(':', '')}-{reason}"
    name, number = f"{wanted}{suffix}.gz", 1
    while name in taken:
        number += 1
        name = f"{wanted}-{number}{suffix}.gz"
    return Backup(places.backups / name, at, reason)


def _write(files: Files, backup: Backup, pieces: Pieces) -> None:
    replace_file(files, backup.path, _packed(pieces()))


def _packed(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """A gzip file of some pieces, without name and time."""
    import zlib

    packer = zlib.compressobj(_LEVEL, wbits=_GZIP)
    for piece in pieces:
        yield packer.compress(piece)
    yield packer.flush()


def _holds(files: Files, backup: Backup, pieces: Pieces) -> bool:
    """Whether a backup reads back as these bytes; it is unpacked piece by piece."""
    import gzip
    import zlib

    try:
        found = read_file(files, backup.path)
        if found is None:
            return False
        with gzip.open(BytesIO(found[0])) as packed:
            return all(packed.read(len(piece)) == piece for piece in pieces()) and not packed.read()
    except (OSError, EOFError, zlib.error, UnreadableError):
        return False


def _sweep(files: Files, places: Places) -> None:
    """Remove what a killed process left of a backup."""
    for name in _names(files, places):
        if name.startswith(f".{places.journal.stem}-") and name.endswith(".gz.tmp"):
            discard(files, places.backups / name)
