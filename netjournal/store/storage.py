"""The journal as a TinyDB storage that is safe, and flat in the cost of an add.

``journal.json`` is the snapshot, an ordinary TinyDB file; ``journal.json.log`` holds what happened
since. Reading plays the one onto the other; adding appends a line; a fold writes both anew.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, NamedTuple

from tinydb.storages import Storage

from netjournal.clock import now
from netjournal.domain.gesture import Gesture, Table, Tables
from netjournal.errors import ChangedMeanwhileError, JournalError, NotConfirmedError
from netjournal.store import backups, history, writing
from netjournal.store.dictionary import Dictionary
from netjournal.store.files import OS_FILES, Files, discard
from netjournal.store.indexing import begin_with_index, is_index_due, keep_index
from netjournal.store.lock import Lock
from netjournal.store.log import Damage, gesture_line
from netjournal.store.places import Places
from netjournal.store.reading import Picture, Seen, read_journal, read_news, signature
from netjournal.store.schema import SCHEMA

FOLD_BYTES = 256 * 1024
"""A log smaller than this is never worth a fold."""
_OWN = frozenset({Table.META, Table.HISTORY})


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


class JournalStorage(Storage):
    """One journal on the disk; safe to share between threads."""

    def __init__(self, path: Path, *, files: Files = OS_FILES, lock_timeout: float = 10.0) -> None:
        """Name a journal; nothing is touched. ``lock_timeout`` is in seconds.

        Raises:
            UnreadableError: no file can have such a name.

        """
        self.places = Places(path)
        self._files = files
        self._lock = Lock(self.places.lock, files=files, timeout=lock_timeout)
        self._mutex = threading.RLock()
        self._seen: Seen | None = None
        self._untidy = False
        self._strange = False
        self._damaged: tuple[Damage, ...] = ()
        self._broken = False

    @property
    def path(self) -> Path:
        """The real file, symbolic links resolved."""
        return self.places.journal

    def exists(self) -> bool:
        """Whether there is anything to load."""
        files = (self.places.journal, self.places.log)
        return any(signature(self._files, path) is not None for path in files)

    def load(self) -> Loaded:
        """Read everything, without a lock; an absent journal is an empty one.

        Raises:
            UnreadableError: the files cannot be read or are no journal.
            NewerSchemaError: a newer netjournal wrote them.

        """
        with self._mutex:
            picture = self._look()
        tables = {name: table for name, table in picture.tables.items() if name != Table.HISTORY}
        return Loaded(
            tables=tables,
            log=picture.gestures,
            history=history.gestures_in(picture.tables.get(Table.HISTORY, {})),
            problems=picture.problems,
        )

    def news(self) -> tuple[Gesture, ...] | None:
        """What others appended since the last look; None when all must be loaded again.

        Raises:
            UnreadableError: the files cannot be read.

        """
        with self._mutex:
            found = None if self._seen is None else read_news(self._files, self.places, self._seen)
            if found is None:
                return None
            self._seen, gestures = found
            return gestures

    def locked(self) -> AbstractContextManager[None]:
        """Keep every other writer out; re-entrant within a thread.

        Entering it raises:
            BusyError: somebody else held the lock for the whole timeout.
            NotSavedError: there is no way to lock here.

        """
        return self._lock

    def append(self, gesture: Gesture) -> None:
        """Add a gesture, durably, when this returns; under the lock, after looking at the news.

        Raises:
            ChangedMeanwhileError: others wrote something that was not looked at.
            NotSavedError: it failed; the journal is as it was.
            NotConfirmedError: it failed and could not be taken back; nothing is written any more.

        """
        with self._mutex:
            self._check_writable()
            line = gesture_line(gesture)
            if self._seen is not None and self._seen.header.schema < SCHEMA:
                self.fold()
            if self._seen is None:
                raise self._changed()
            if self._seen.snapshot is None and self._seen.log is None:
                writing.begin(self._files, self.places)
                self._seen = self._look().seen
            if self._damaged:
                writing.set_aside(self._files, self.places, self._damaged)
                self._damaged = ()
            self._seen = self._appended(self._seen, line)

    def begin_cold(self, made_by: object) -> tuple[Dictionary, tuple[Gesture, ...]] | None:
        """Go on from the index beside the journal: it, and what was written after it was kept.

        None, and nothing was read, when there is no index that fits the journal, or it was
        ``made_by`` other rules (any JSON value); ``load`` instead.

        Raises:
            UnreadableError: the files cannot be looked at.

        """
        with self._mutex:
            begun = begin_with_index(self._files, self.places, made_by)
            if begun is None:
                return None
            index, self._seen, gestures = begun
            self._untidy = self._strange = False
            self._damaged = ()
            return index, gestures

    def keep_index(
        self, made_by: object, answers: Callable[[], Iterable[tuple[str, object]]]
    ) -> None:
        """Keep an index of the journal as it was seen, if one is due; that none is, is no error.

        ``answers`` makes what ``begin_cold`` will find. A journal with something to tell about
        (damage, edits to be merged) gets none, so that it is told every time.
        """
        with self._mutex:
            seen = None if self._strange else self._seen
            if seen is None or seen.snapshot is None:
                return
            try:
                with Lock(self.places.lock, files=self._files, timeout=0):
                    # what was read long ago may speak of somebody who is forgotten since
                    fits = signature(self._files, self.places.journal) == seen.snapshot
                    if fits and is_index_due(self._files, self.places, seen, made_by):
                        keep_index(self._files, self.places, seen, made_by, answers())
            except JournalError:
                return

    def drop_index(self) -> None:
        """Remove an index that turned out to be damaged."""
        discard(self._files, self.places.index)

    def fold_due(self) -> bool:
        """Whether the log has outgrown a quarter of the snapshot and 256 KiB, or needs mending."""
        log = signature(self._files, self.places.log)
        base = signature(self._files, self.places.journal)
        if log is None:
            return False
        return self._untidy or log.size > max(FOLD_BYTES, base.size // 4 if base else 0)

    def fold(self) -> None:
        """Write what the log says into the snapshot and empty the log; under the lock.

        It is given up, and nothing changed, when somebody edits the snapshot meanwhile. The first
        of a day makes a backup.

        Raises:
            NotSavedError: it failed; nothing is lost, the log may not be emptied yet.

        """
        with self._mutex:
            self._check_writable()
            before = self._seen
            picture = self._look()
            if picture.is_new:
                return
            self._seen = None
            folded = writing.publish(self._files, self.places, picture, picture.tables)
            if folded is not None and before == picture.seen:
                self._seen = folded.seen
            self._untidy = folded is None and self._untidy
            self._strange = folded is None and self._strange
            if folded is not None:
                backups.make_daily(self._files, self.places, now())

    def back_up(self, reason: str) -> backups.Backup | None:
        """Keep a copy of the journal as it is, verified; under the lock. None for no journal.

        Raises:
            UnreadableError: the journal cannot be read.
            NotSavedError: the copy could not be written.

        """
        self._check_writable()
        return backups.make(self._files, self.places, reason, now())

    def replace(self, tables: Tables, *, journal: str = "") -> None:
        """Make these all the tables, history included, and empty the log; under the lock.

        ``journal`` gives it another id.

        Raises:
            ChangedMeanwhileError: somebody edited the snapshot meanwhile; nothing was written.
            NotSavedError: it failed; the journal is as it was.

        """
        with self._mutex:
            self._check_writable()
            picture = self._look()
            if picture.gestures:
                # or an interrupted write would play the old log onto the new tables
                picture = self._published(picture, picture.tables)
            if journal:
                picture = picture._replace(meta=picture.meta._replace(journal=journal))
            self._seen = self._published(picture._replace(tables=tables), tables).seen

    def read(self) -> dict[str, dict[str, Any]] | None:
        """The tables for TinyDB, without the store's own; None for an absent journal."""
        with self._mutex:
            picture = self._look()
        if picture.is_new:
            return None
        return {
            str(name): {id: dict(raw) for id, raw in table.items()}
            for name, table in picture.tables.items()
            if name not in _OWN
        }

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Fold, then make these the tables; meta and history stay.

        Raises:
            ValueError: the data name a table that is the store's own.
            ChangedMeanwhileError: the journal is not what was read before; nothing was written.
            NotSavedError: it failed; the journal is as it was.

        """
        if _OWN & data.keys():
            raise ValueError(f"the tables {Table.META} and {Table.HISTORY} are the store's own")
        with self.locked(), self._mutex:
            self._check_writable()
            before = self._seen
            picture = self._look()
            if before is not None and before != picture.seen:
                raise self._changed()
            if picture.gestures:
                # or an interrupted write would play the old log onto the new tables
                picture = self._published(picture, picture.tables)
            own = {str(name): picture.tables[name] for name in _OWN & picture.tables.keys()}
            self._seen = self._published(picture, {**own, **data}).seen

    def close(self) -> None:
        """Nothing stays open between calls."""

    def _look(self) -> Picture:
        picture = read_journal(self._files, self.places)
        self._seen, self._untidy = picture.seen, picture.untidy
        self._strange = bool(picture.problems)
        self._damaged = picture.damaged
        return picture

    def _published(self, picture: Picture, tables: Tables) -> Picture:
        self._seen = None
        done = writing.publish(self._files, self.places, picture, tables)
        if done is None:
            raise self._changed()
        return done

    def _changed(self) -> ChangedMeanwhileError:
        return ChangedMeanwhileError(
            f"{self.path} was changed meanwhile; nothing was saved, please try again."
        )

    def _appended(self, seen: Seen, line: bytes) -> Seen:
        try:
            return writing.append_line(self._files, self.places, seen, line)
        except NotConfirmedError:
            self._broken = True
            raise

    def _check_writable(self) -> None:
        if not self._lock.held:
            raise RuntimeError("the journal is written only under its lock")
        if self._broken:
            raise NotConfirmedError(
                "An earlier write could not be confirmed, so nothing more is saved; "
                "check the disk and start netjournal again."
            )
