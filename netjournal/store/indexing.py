"""The index beside the journal: what was kept of it for a cold start, and whether it still fits.

It fits while the snapshot is the very file it was made from and the log only grew since. Whoever
has read everything anyway keeps it; it may be deleted at any time.
"""

from __future__ import annotations

import os
from binascii import crc32
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing, suppress
from typing import TYPE_CHECKING, Any

from netjournal.domain.gesture import Gesture
from netjournal.errors import BusyError, NotSavedError, UnreadableError
from netjournal.store.dictionary import (
    DamagedDictionaryError,
    Dictionary,
    carry_dictionary,
    patch_dictionary,
    write_dictionary,
)
from netjournal.store.files import Files, Signature, close
from netjournal.store.log import Header, Part, parse
from netjournal.store.places import Places
from netjournal.store.reading import Seen, read_both, read_news, signature
from netjournal.store.schema import SCHEMA
from netjournal.tuples import NamedTuple

if TYPE_CHECKING:
    from netjournal.store.folding import Copied
    from netjournal.store.laying import Moved
    from netjournal.store.lines import SnapshotLines

LONGEST_TAIL = 128 * 1024
"""Bytes of the log that are read behind an index, at most."""
RENEWED_AT = 32 * 1024
"""Bytes of the log behind an index from which it is worth a new one."""
PATCHED_UP_TO = 64
"""A log behind an index of this part of the snapshot is still better patched in than made anew."""
_MARK_BYTES = 64


class ChangedLinesError(Exception):
    """The snapshot is not the file whose lines are known; it must be read as a whole."""


Begun = tuple[Dictionary, Seen, tuple[Gesture, ...]]


def begin_with_index(files: Files, places: Places, made_by: object) -> Begun | None:
    """The index, how far the journal is read with it, and what came after; None if none fits.

    Raises:
        UnreadableError: the journal's files cannot be looked at.

    """
    try:
        index = Dictionary(files, places.index)
    except DamagedDictionaryError:
        return None
    begun: Begun | None = None
    try:
        seen = _seen_in(index.about, made_by)
        if seen is not None and _only_grew(files, places, seen, index.about, LONGEST_TAIL):
            news = read_news(files, places, seen)
            begun = (index, *news) if news is not None else None
    finally:
        if begun is None:
            index.close()
    return begun


Place = tuple[int, int]
"""Where a line ``"id": value`` of the snapshot begins, and its bytes without the comma behind."""


class Standing(NamedTuple):
    """The lines of the snapshot when an index is made."""

    places: Mapping[str, Mapping[str, Place]]
    """By table and id; only of records that are as their lines say."""
    spans: Mapping[str, Place]
    """Where all lines of a table stand, nothing else among them."""
    changed: Mapping[str, Mapping[str, bool]]
    """Of each table the ids that are not as their lines say; whether there is a line at all."""


Answers = Callable[[Standing], Iterable[tuple[str, object]]]
"""What an index holds, given where the lines of records stand."""


def keep_index(files: Files, places: Places, seen: Seen, made_by: object, answers: Answers) -> None:
    """Keep what was made of the journal as it was seen; under the lock.

    That it cannot be kept is no error.
    """
    try:
        about = {"seen": seen, "mark": _mark(files, places, seen), "made_by": made_by}
        write_dictionary(files, places.index, about, answers(_lines(files, places, seen)))
    except (OSError, BusyError, NotSavedError, UnreadableError):
        return


def _lines(files: Files, places: Places, seen: Seen) -> Standing:
    from netjournal.store.lines import places_in, span_of

    written, base = read_both(files, places)
    if base is None or base[1] != seen.snapshot:
        return Standing({}, {}, {})
    found = places_in(base[0])
    spans = {table: span for table, rows in found.items() if (span := span_of(base[0], rows))}
    changed: dict[str, dict[str, bool]] = {}
    for gesture in parse(written[0][: seen.offset]).gestures if written else ():
        for change in gesture.changes:
            has_line = found.get(change.table, {}).pop(change.id, None) is not None
            changed.setdefault(change.table, {}).setdefault(change.id, has_line)
    return Standing(found, spans, changed)


Patches = Callable[[Dictionary, "SnapshotLines", Sequence[Gesture]], Mapping[str, object] | None]
"""The answers of an index that some gestures made others, None for those that are no more; or
nothing, where that cannot be told."""


def patch_index(
    files: Files, places: Places, seen: Seen, made_by: object, patches: Patches
) -> bool:
    """Bring an index up to the journal as it was seen; under the lock. Whether that was done.

    Raises:
        OSError, UnreadableError: the files cannot be looked at, or it cannot be written.

    """
    from netjournal.store.lines import SnapshotLines

    with suppress(DamagedDictionaryError), closing(Dictionary(files, places.index)) as index:
        kept = _seen_in(index.about, made_by)
        if kept is None or kept[:2] != seen[:2] or kept.log is None:
            return False
        size = seen.snapshot.size if seen.snapshot else 0
        most = max(LONGEST_TAIL, size // PATCHED_UP_TO)
        if not _only_grew(files, places, kept, index.about, most):
            return False
        part = _written_between(files, places, kept, seen)
        if part.damaged or part.header or kept.lines + part.lines != seen.lines:
            return False
        about = {**index.about, "seen": seen, "mark": _mark(files, places, seen)}
        with closing(SnapshotLines(files, places, seen.snapshot)) as lines:
            answers = patches(index, lines, part.gestures)
        if answers is not None:
            return patch_dictionary(files, places.index, index, about, answers)
    return False


class Carry(NamedTuple):
    """How an index is brought over a fold that copied."""

    made_by: object
    letters: str
    """What the questions begin with whose answers are others then."""
    answer: Callable[[str, Any, Moved], Any]
    """What is to be answered to one of them, given the answer before."""


def carry_index(files: Files, places: Places, copied: Copied, carry: Carry) -> None:
    """Keep an index over a fold that copied, if it was up to date; under the lock.

    That it is not kept is no error.
    """
    with (
        suppress(DamagedDictionaryError, OSError, UnreadableError),
        closing(Dictionary(files, places.index)) as index,
    ):
        before, after, moved = copied
        if _seen_in(index.about, carry.made_by) != before:
            return
        mark = _mark(files, places, after)
        about = {**index.about, "seen": after, "mark": mark}

        def answer(asked: str, was: Any) -> Any:
            return carry.answer(asked, was, moved)

        carry_dictionary(files, places.index, index, about, carry.letters, answer)


def _written_between(files: Files, places: Places, kept: Seen, seen: Seen) -> Part:
    fd = files.open(places.log, os.O_RDONLY)
    try:
        data = files.read(fd, seen.offset - kept.offset, kept.offset)
    finally:
        close(files, fd)
    return parse(data, first_line=kept.lines + 1)


def is_index_due(files: Files, places: Places, seen: Seen, made_by: object) -> bool:
    """Whether there is no index, or one that lies far behind what was seen."""
    try:
        index = Dictionary(files, places.index)
    except DamagedDictionaryError:
        return True
    about = index.about
    index.close()
    kept = _seen_in(about, made_by)
    if kept is None or (kept.snapshot, kept.log) != (seen.snapshot, seen.log):
        return True
    return not _only_grew(files, places, kept, about, RENEWED_AT)


def _seen_in(about: Any, made_by: object) -> Seen | None:
    """How far the journal had been read; None when another version kept the index."""
    try:
        if about["made_by"] != made_by:
            return None
        snapshot, log, offset, lines, header = about["seen"]
        seen = Seen(
            Signature(*snapshot) if snapshot else None,
            (log[0], log[1]) if log else None,
            offset,
            lines,
            Header(*header),
        )
    except (TypeError, ValueError, KeyError):
        return None
    return seen if seen.header.schema == SCHEMA else None


def _only_grew(files: Files, places: Places, seen: Seen, about: Any, most: int) -> bool:
    """Whether the log still ends, where it was read to, as it did then, and is not much longer."""
    if seen.log is None:
        return True
    now = signature(files, places.log)
    if now is None or now.size - seen.offset > most:
        return False
    try:
        return bool(_mark(files, places, seen) == about["mark"])
    except OSError:
        return False


def _mark(files: Files, places: Places, seen: Seen) -> int:
    """The CRC-32 of the last bytes of the log that were seen."""
    if seen.log is None:
        return 0
    fd = files.open(places.log, os.O_RDONLY)
    try:
        start = max(seen.offset - _MARK_BYTES, 0)
        return crc32(files.read(fd, seen.offset - start, start))
    finally:
        close(files, fd)
