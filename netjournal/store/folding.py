"""The fold: what the log says becomes the snapshot, and the log begins anew; under the lock."""

from __future__ import annotations

from binascii import crc32
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from netjournal.clock import now
from netjournal.domain.gesture import Table, Tables
from netjournal.store import backups, history, log, snapshot
from netjournal.store.files import Files, Signature, replace_file
from netjournal.store.log import Damage
from netjournal.store.places import Places
from netjournal.store.reading import Picture, Seen, read_file, signature
from netjournal.store.schema import SCHEMA
from netjournal.store.snapshot import Meta
from netjournal.store.writing import random_id, saving
from netjournal.tuples import NamedTuple

if TYPE_CHECKING:
    from netjournal.store.laying import Moved


def set_aside(files: Files, places: Places, damaged: Sequence[Damage]) -> None:
    """Copy damaged lines to a file of their own, each once.

    Raises:
        NotSavedError: they could not be copied.

    """
    found = read_file(files, places.damaged)
    kept = found[0] if found else b""
    have = set(kept.split(b"\n"))
    fresh = [each.data for each in damaged if each.data not in have]
    if fresh:
        data = kept + b"".join(line + b"\n" for line in fresh)
        with saving(places.damaged):
            replace_file(files, places.damaged, data)


class Copied(NamedTuple):
    """A fold that read next to nothing."""

    before: Seen
    """The journal it was made of."""
    after: Seen
    moved: Moved
    """Where the lines stand now."""


def copy(files: Files, places: Places) -> Copied | None:
    """Fold by copying what the log does not touch; None where everything must be read for it.

    Raises:
        UnreadableError: one of the files cannot be read.
        NotSavedError: the snapshot is the old or the new one, and the log not yet emptied.

    """
    from netjournal.store.copying import base_of
    from netjournal.store.laying import NotAsWrittenError

    with base_of(files, places) as base:
        if base is None or base.seen.header.schema != SCHEMA:
            return None
        before = base.seen
        fold = random_id()
        run = _Checked(base.pieces(lambda old: old._replace(fold=fold, previous=old.fold)))
        try:
            if not _replaced(files, places, run, before.snapshot):
                return None
        except NotAsWrittenError:
            return None
    after = _begin_log(files, places, before.header._replace(fold=fold), run.written)
    return Copied(before, after, base.moved)


class _Checked:
    """Pieces that were handed on, with their checksum."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = pieces
        self.written = log.Written(0, 0)

    def __iter__(self) -> Iterator[bytes]:
        for piece in self._pieces:
            size, checksum = self.written
            self.written = log.Written(size + len(piece), crc32(piece, checksum))
            yield piece


def publish(files: Files, places: Places, picture: Picture, tables: Tables) -> Picture | None:
    """Replace the snapshot by these tables, then the log by its header; what then stands there.

    None: it was given up and nothing changed, because somebody edited the snapshot meanwhile.

    An older schema is backed up before it is left.

    Raises:
        NotSavedError: the snapshot is the old or the new one, and the log not yet emptied.

    """
    old = picture.meta
    if old.schema < SCHEMA:
        backups.make(files, places, "migration", now())
    # who is killed between the two files, and once more, leaves a log from before both folds
    before = old.fold if picture.begun_after is None else picture.begun_after
    meta = Meta(SCHEMA, old.journal or random_id(), random_id(), before)
    size = picture.seen.snapshot.size if picture.seen.snapshot else 0
    kept = history.with_new(
        picture.tables.get(Table.HISTORY, {}), picture.gestures, snapshot_size=size
    )
    data = snapshot.encode({**tables, Table.HISTORY: kept}, meta)
    if picture.damaged:
        set_aside(files, places, picture.damaged)
    run = _Checked((data,))
    if not _replaced(files, places, run, picture.seen.snapshot):
        return None
    seen = _begin_log(files, places, log.Header(SCHEMA, meta.journal, meta.fold), run.written)
    whole: Tables = {**tables, Table.HISTORY: kept}
    return Picture(seen, meta, whole, (), (), (), (), untidy=False)


def _replaced(files: Files, places: Places, data: Iterable[bytes], read: Signature | None) -> bool:
    """Whether the snapshot was replaced: not if it is another than was read."""

    def was_edited() -> bool:
        return signature(files, places.journal) != read

    with saving(places.journal):
        return replace_file(files, places.journal, data, unless=was_edited)


def _begin_log(files: Files, places: Places, header: log.Header, written: log.Written) -> Seen:
    """Replace the log by its first line; how far the journal is read with it."""
    line = log.header_line(header, written)
    with saving(places.log):
        replace_file(files, places.log, line)
    now = signature(files, places.log)
    return Seen(
        snapshot=signature(files, places.journal),
        log=now and now[:2],
        offset=len(line),
        lines=1,
        header=header,
    )
