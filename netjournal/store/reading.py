"""Reading both files without a lock: never half of one and the other of another time.

The log is opened before the snapshot. A fold replaces them in the other order, so what is read
either belongs together or is an old log on a newer snapshot, which replay makes harmless; that
nothing was replaced meanwhile is checked afterwards all the same, so that the position is right.
"""

from __future__ import annotations

import os
from pathlib import Path

from netjournal.domain.gesture import Change, Gesture, Tables
from netjournal.errors import BusyError, UnreadableError
from netjournal.store import log, snapshot
from netjournal.store.files import Files, Signature, close, read_all, why
from netjournal.store.log import Damage, Header
from netjournal.store.places import Places
from netjournal.store.schema import SCHEMA, check_schema, migrate
from netjournal.store.snapshot import Meta
from netjournal.tuples import NamedTuple

_ATTEMPTS = 100


class Seen(NamedTuple):
    """How far the journal has been read."""

    snapshot: Signature | None
    """None: there is no snapshot."""
    log: tuple[int, int] | None
    """Device and inode; None: there is no log."""
    offset: int
    """Bytes of whole lines read."""
    lines: int
    header: Header
    """What a new log would begin with."""


class Picture(NamedTuple):
    """The journal at one moment."""

    seen: Seen
    meta: Meta
    """With the schema the files have; the tables are of ours already."""
    tables: Tables
    gestures: tuple[Gesture, ...]
    damaged: tuple[Damage, ...]
    problems: tuple[str, ...]
    unsettled: tuple[Change, ...]
    """What was merged with edits by hand and does not stand in the log yet."""
    untidy: bool
    """A fold would end a problem that is told here."""
    lacks_base: bool = False
    """There is no snapshot, and the log alone is not everything: only a fold could hide that."""
    begun_after: str | None = None
    """The fold that the log was begun after, empty before the first; None where the two agree.

    It is an older one where a fold was stopped before it came to the log.
    """

    @property
    def is_new(self) -> bool:
        """Neither file exists."""
        return self.seen.snapshot is None and self.seen.log is None


class Loaded(NamedTuple):
    """The journal as it stands on the disk."""

    tables: Tables
    """After replay of the log; records that do not fit the schema are included as they are."""
    log: tuple[Gesture, ...]
    """Gestures since the last fold, oldest first."""
    history: tuple[Gesture, ...]
    """Older ones, oldest first; of each ``after`` only a digest (see ``history.is_as_left``)."""
    problems: tuple[str, ...]
    """Sentences: damaged lines passed over, edits by hand merged, a log of another journal."""


def read_journal(files: Files, places: Places) -> Picture:
    """Both files, the log played onto the snapshot, lifted to our schema.

    Raises:
        UnreadableError: one of them cannot be read, or the snapshot is no journal.
        NewerSchemaError: a newer netjournal wrote one of them.
        BusyError: the files were being replaced all the time.

    """
    written, base = read_both(files, places)
    return _pictured(places, written, base)


File = tuple[bytes, Signature]


def read_both(files: Files, places: Places) -> tuple[File | None, File | None]:
    """The bytes of the log and of the snapshot, from one moment.

    Raises:
        UnreadableError: one of them cannot be read, or their disk is not there.
        BusyError: the files were being replaced all the time.

    """
    for _ in range(_ATTEMPTS):
        written = read_file(files, places.log)
        base = read_file(files, places.journal)
        if _still_there(files, places, written, base):
            if written is None and base is None:
                check_link(places)
            return written, base
    raise BusyError(f"{places.journal} is being replaced all the time; try again.")


def read_file(files: Files, path: Path) -> File | None:
    """A file's bytes, and its signature before they were read; None for no file.

    Raises:
        UnreadableError: it is there and cannot be read.

    """
    try:
        fd = files.open(path, os.O_RDONLY)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise unreadable(error, path) from error
    try:
        before = Signature.of(files.fstat(fd))
        return read_all(files, fd), before
    except OSError as error:
        raise unreadable(error, path) from error
    finally:
        close(files, fd)


def signature(files: Files, path: Path) -> Signature | None:
    """What stands at a path now; None for nothing.

    Raises:
        UnreadableError: it cannot be looked at.

    """
    try:
        return Signature.of(files.stat(path))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise unreadable(error, path) from error


def unreadable(error: OSError, path: Path) -> UnreadableError:
    """The sentence for a file that cannot be read."""
    return UnreadableError(f"The journal cannot be read: {why(error, path)}")


def check_link(places: Places) -> None:
    """A link to a folder that is not there is no new journal: it would grow beside its disk.

    Raises:
        UnreadableError: the journal, or a folder it lies in, is such a link.

    """
    link = places.broken_link()
    if link is not None and not places.journal.parent.is_dir():
        raise UnreadableError(
            f"The journal cannot be read: {link} is a link to {link.readlink()}, which is not "
            "there; connect its disk, or remove the link to begin anew."
        )


def _still_there(files: Files, places: Places, written: File | None, base: File | None) -> bool:
    if signature(files, places.journal) != (base and base[1]):
        return False
    now = signature(files, places.log)
    if written is None or now is None:
        return written is None and now is None
    return now[:2] == written[1][:2] and now.size >= len(written[0])


def _pictured(places: Places, written: File | None, base: File | None) -> Picture:
    # quick add only looks at the news, and does not come here
    from netjournal.store.pairing import Pair, complaints, is_only_begun
    from netjournal.store.replay import replay, settling

    part = log.parse(written[0] if written else b"")
    if part.header is not None:
        check_schema(part.header.schema, str(places.log))
    if base is not None:
        held = snapshot.decode(base[0], places.journal)
    else:
        held = snapshot.Snapshot({}, Meta(*part.header) if part.header else Meta(SCHEMA))
        if is_only_begun(part):
            written = None
    tables, meta = held
    check_schema(meta.schema, str(places.journal))
    pair = Pair(part, written is not None, meta, tables if base else None)
    strange = complaints(pair, places)
    merges = replay(tables, part.gestures)
    migrate(tables, meta.schema)
    seen = Seen(
        snapshot=base[1] if base else None,
        log=written[1][:2] if written else None,
        offset=part.end,
        lines=part.lines,
        header=Header(meta.schema, meta.journal, meta.fold),
    )
    damage = tuple(
        f"Line {each.line} of {places.log} is damaged and was passed over; "
        f"the next change keeps it in {places.damaged.name}."
        for each in part.damaged
    )
    # without its base nothing tells an edit by hand from what is not here
    edits = () if pair.lacks_base else tuple(map(str, merges))
    problems = (*strange, *damage, *edits)
    return Picture(
        seen, meta, tables, part.gestures, part.damaged, problems, settling(merges),
        untidy=bool(problems) and not pair.lacks_base, lacks_base=pair.lacks_base,
        begun_after=part.header.fold if part.header else None,
    )  # fmt: skip


def read_end(files: Files, places: Places, seen: Seen, most: int) -> tuple[Gesture, ...]:
    """What so many bytes of the log tell before the place up to which it was read, undamaged.

    Raises:
        UnreadableError: the log cannot be read.

    """
    if seen.log is None:
        return ()
    start = max(seen.offset - most, 0)
    try:
        fd = files.open(places.log, os.O_RDONLY)
        try:
            data = files.read(fd, seen.offset - start, start)
        finally:
            close(files, fd)
    except OSError as error:
        raise unreadable(error, places.log) from error
    if start:
        data = data[data.find(b"\n") + 1 :]
    return log.parse(data, first_line=2 if start else 1).gestures


def read_news(files: Files, places: Places, seen: Seen) -> tuple[Seen, tuple[Gesture, ...]] | None:
    """What stands in the log behind what was seen; None when all must be read again.

    Two calls of ``stat`` when nothing happened.

    Raises:
        UnreadableError: the log cannot be read.

    """
    if signature(files, places.journal) != seen.snapshot:
        return None
    now = signature(files, places.log)
    if now is None or seen.log is None:
        return (seen, ()) if now is None and seen.log is None else None
    if now[:2] != seen.log or now.size < seen.offset:
        return None
    if now.size == seen.offset:
        return seen, ()
    try:
        fd = files.open(places.log, os.O_RDONLY)
        try:
            same = Signature.of(files.fstat(fd))[:2] == seen.log
            data = read_all(files, fd, seen.offset) if same else b""
        finally:
            close(files, fd)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise unreadable(error, places.log) from error
    part = log.parse(data, first_line=seen.lines + 1)
    if not same or part.damaged or part.header or (part.gestures and seen.header.schema < SCHEMA):
        return None
    newer = seen._replace(offset=seen.offset + part.end, lines=seen.lines + part.lines)
    return newer, part.gestures
