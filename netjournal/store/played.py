"""The journal as one snapshot, the log played in."""

from __future__ import annotations

from netjournal.domain.gesture import Table
from netjournal.store import history, log, snapshot
from netjournal.store.files import Files, Signature
from netjournal.store.places import Places
from netjournal.store.reading import File, read_both
from netjournal.store.replay import replay
from netjournal.store.snapshot import Snapshot


def state(files: Files, places: Places, *, sound: Signature | None = None) -> bytes | None:
    """The journal as one snapshot of the schema it has, the log played in; None for no journal.

    ``sound`` is the snapshot that the caller has read as a journal before: it is not read as one
    again only to know that it can be.

    Raises:
        UnreadableError: the journal cannot be read.
        BusyError: its files were being replaced all the time.

    """
    written, base = read_both(files, places)
    part = log.parse(written[0] if written else b"")
    if base and not part.gestures:
        if base[1] != sound:
            snapshot.decode(base[0], places.journal)
        return base[0]
    found = _played(places, part, base)
    return found and snapshot.encode(*found)


def tables_now(files: Files, places: Places) -> Snapshot | None:
    """The same as tables, of the schema it has.

    Raises:
        UnreadableError, BusyError: as for ``state``.

    """
    written, base = read_both(files, places)
    return _played(places, log.parse(written[0] if written else b""), base)


def _played(places: Places, part: log.Part, base: File | None) -> Snapshot | None:
    if base is None and not part.gestures:
        return None
    if base:
        tables, meta = snapshot.decode(base[0], places.journal)
    else:
        tables, meta = {}, snapshot.Meta(*part.header) if part.header else snapshot.Meta()
    if not part.gestures:
        return Snapshot(tables, meta)
    replay(tables, part.gestures)
    past = tables.get(Table.HISTORY, {})
    kept = history.with_new(past, part.gestures, snapshot_size=len(base[0]) if base else 0)
    return Snapshot({**tables, Table.HISTORY: kept}, meta)
