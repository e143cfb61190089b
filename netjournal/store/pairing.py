"""Whether a log and a snapshot belong together, as far as their ids say.

The ids only notice; they never keep a line of the log from being read.
"""

from __future__ import annotations

from netjournal.domain.gesture import Table, Tables
from netjournal.store.log import Part
from netjournal.store.places import Places
from netjournal.store.snapshot import Meta
from netjournal.tuples import NamedTuple


class Pair(NamedTuple):
    """What was found of a journal's two files."""

    part: Part
    """What the log says; empty where there is none."""
    has_log: bool
    meta: Meta
    """What the snapshot says of itself, or the log where there is no snapshot."""
    tables: Tables | None
    """The snapshot without the log; None where there is none."""

    @property
    def lacks_base(self) -> bool:
        """The snapshot is gone, and its log was begun after a fold: it alone is not everything."""
        return self.tables is None and bool(self.part.header and self.part.header.fold)


def is_only_begun(part: Part) -> bool:
    """A log of which no snapshot was made yet, when somebody was stopped making a new journal."""
    return not part.gestures and not part.damaged and not (part.header and part.header.fold)


def complaints(pair: Pair, places: Places) -> tuple[str, ...]:
    """What is strange about the two, in a sentence; nothing where they belong together."""
    said = _complaint(pair, places)
    return (said,) if said else ()


def _complaint(pair: Pair, places: Places) -> str:
    header, meta = pair.part.header, pair.meta
    if not pair.has_log and pair.tables is None:
        return _of_nothing(places)
    if pair.tables is not None and not pair.has_log and _lost_its_log(meta, pair.tables):
        return (
            f"There is no {places.log}. If {places.journal.name} was copied without it, what was "
            "written since its last fold is not here; look for it before the next change."
        )
    if header is None or not header.journal:
        return ""
    if pair.tables is None:
        return _of_a_lost_snapshot(pair, places)
    if header.journal != meta.journal:
        return (
            f"{places.log} belongs to another journal; what it says was added. "
            "Undo takes it back, act by act."
        )
    if header.fold not in {meta.fold, meta.previous}:
        return (
            f"{places.journal} is not the copy its log was begun on (an older one may have been "
            "put back); both were brought together. What was done between them is only in newer "
            "copies: see netjournal backup."
        )
    return ""


def _of_nothing(places: Places) -> str:
    link = places.broken_link()
    if link is None:
        return ""
    return (
        f"{link} is a link to {link.readlink()}, where nothing is yet; the first entry begins a "
        "new journal there. If it lies on another disk, connect that first."
    )


def _of_a_lost_snapshot(pair: Pair, places: Places) -> str:
    if not pair.lacks_base:
        return f"{places.journal} is missing; all of it stands in its log too, nothing is lost."
    return (
        f"{places.journal} is missing; what is shown comes from its log alone. A backup holds "
        "the rest: netjournal backup."
    )


def _lost_its_log(meta: Meta, tables: Tables) -> bool:
    """An archive opened as a journal has records, was never folded, and needs no log."""
    return bool(meta.journal and (meta.fold or not _has_records(tables)))


def _has_records(tables: Tables) -> bool:
    return any(rows for name, rows in tables.items() if name not in {Table.META, Table.HISTORY})
