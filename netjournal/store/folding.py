"""The fold: what the log says becomes the snapshot, and the log begins anew; under the lock."""

from __future__ import annotations

from collections.abc import Sequence

from netjournal.clock import now
from netjournal.domain.gesture import Table, Tables
from netjournal.store import backups, history, log, snapshot
from netjournal.store.files import Files, replace_file
from netjournal.store.log import Damage
from netjournal.store.places import Places
from netjournal.store.reading import Picture, Seen, read_file, signature
from netjournal.store.schema import SCHEMA
from netjournal.store.snapshot import Meta
from netjournal.store.writing import random_id, saving
from netjournal.tuples import NamedTuple


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


class Published(NamedTuple):
    """What stands on the disk now."""

    picture: Picture
    data: bytes
    """The bytes of the snapshot."""


def publish(files: Files, places: Places, picture: Picture, tables: Tables) -> Published | None:
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

    def was_edited() -> bool:
        return signature(files, places.journal) != picture.seen.snapshot

    with saving(places.journal):
        if not replace_file(files, places.journal, data, unless=was_edited):
            return None
    header = log.Header(SCHEMA, meta.journal, meta.fold)
    line = log.header_line(header)
    with saving(places.log):
        replace_file(files, places.log, line)
    written = signature(files, places.log)
    seen = Seen(
        snapshot=signature(files, places.journal),
        log=written and written[:2],
        offset=len(line),
        lines=1,
        header=header,
    )
    whole: Tables = {**tables, Table.HISTORY: kept}
    return Published(Picture(seen, meta, whole, (), (), (), (), untidy=False), data)
