"""The journal on the disk, safe, and flat in the cost of an add.

``journal.json`` is the snapshot, an ordinary TinyDB file; ``journal.json.log`` holds what happened
since. Reading plays the one onto the other; adding appends a line; a fold writes both anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from netjournal.clock import now
from netjournal.domain.gesture import Gesture, Table, Tables
from netjournal.errors import NotConfirmedError
from netjournal.store import writing
from netjournal.store.files import discard, temporary
from netjournal.store.indexing import Carry, carry_index
from netjournal.store.log import gesture_line
from netjournal.store.opened import Opened
from netjournal.store.reading import Loaded, Picture, Seen, read_end, read_news, signature
from netjournal.store.schema import SCHEMA

if TYPE_CHECKING:
    from netjournal.store.backups import Backup

FOLD_BYTES = 256 * 1024
"""A log smaller than this is never worth a fold."""
END_BYTES = 256 * 1024
"""Of the log so much is read to look for what was done lately."""


class JournalStorage(Opened):
    """One journal on the disk; safe to share between threads."""

    def load(self) -> Loaded:
        """Read everything, without a lock; an absent journal is an empty one.

        Raises:
            UnreadableError: the files cannot be read or are no journal.
            NewerSchemaError: a newer netjournal wrote them.

        """
        from netjournal.store.history import gestures_in

        with self._mutex:
            self._follow()
            picture = self._look()
        tables = {name: table for name, table in picture.tables.items() if name != Table.HISTORY}
        return Loaded(
            tables=tables,
            log=picture.gestures,
            history=gestures_in(picture.tables.get(Table.HISTORY, {})),
            problems=picture.problems,
        )

    def news(self) -> tuple[Gesture, ...] | None:
        """What others appended since the last look; None when all must be loaded again.

        Raises:
            UnreadableError: the files cannot be read.

        """
        with self._mutex:
            self._follow()
            found = None if self._seen is None else read_news(self._files, self.places, self._seen)
            if found is None:
                return None
            self._seen, gestures = found
            return gestures

    def lately(self) -> tuple[Gesture, ...]:
        """The last gestures of the log as far as it was seen, oldest first; perhaps not all.

        Raises:
            UnreadableError: the log cannot be read.

        """
        with self._mutex:
            seen = self._seen
            return () if seen is None else read_end(self._files, self.places, seen, END_BYTES)

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
                from netjournal.store.folding import set_aside

                set_aside(self._files, self.places, self._damaged)
                self._damaged = ()
            self._seen = self._appended(self._seen, line)

    @property
    def is_folded(self) -> bool:
        """Whether the log says nothing, as far as it was read: it has its first line alone."""
        return self._seen is None or self._seen.lines <= 1

    def fold_due(self) -> bool:
        """Whether the log has outgrown a quarter of the snapshot and 256 KiB, or needs mending."""
        log = signature(self._files, self.places.log)
        base = signature(self._files, self.places.journal)
        if log is None:
            return False
        return self._untidy or log.size > max(FOLD_BYTES, base.size // 4 if base else 0)

    def fold(self, carry: Carry | None = None) -> None:
        """Write what the log says into the snapshot and empty the log; under the lock.

        It is given up, and nothing changed, when somebody edits the snapshot meanwhile, and where
        the snapshot is missing: a new one would hide it. The first of a day makes a backup. An
        index that is up to date is kept where ``carry`` is given and nothing else was read.

        Raises:
            NotSavedError: it failed; nothing is lost, the log may not be emptied yet.

        """
        from netjournal.store import backups, folding

        with self._mutex:
            self._check_writable()
            before, self._seen = self._seen, None
            # what a killed process left of an index, which may not be due again for long
            discard(self._files, temporary(self.places.index))
            if not (self._untidy or self._strange or self._damaged):
                copied = folding.copy(self._files, self.places)
                if copied is not None:
                    self._seen = copied.after if before == copied.before else None
                    if carry is not None:
                        carry_index(self._files, self.places, copied, carry)
                    backups.make_daily(self._files, self.places, now())
                    return
            picture = self._look()
            if picture.is_new or (picture.lacks_base and picture.meta.schema == SCHEMA):
                return
            picture = self._settled(picture)
            self._seen = None
            folded = folding.publish(self._files, self.places, picture, picture.tables)
            if folded is not None and before == picture.seen:
                self._seen = folded.seen
            self._untidy = folded is None and self._untidy
            self._strange = folded is None and self._strange
            if folded is not None:
                backups.make_daily(self._files, self.places, now())

    def back_up(self, reason: str) -> Backup | None:
        """Keep a copy of the journal as it is, verified; under the lock. None for no journal.

        Raises:
            UnreadableError: the journal cannot be read.
            NotSavedError: the copy could not be written.

        """
        from netjournal.store import backups

        self._check_writable()
        read = self._seen.snapshot if self._seen else None
        return backups.make(self._files, self.places, reason, now(), sound=read)

    def replace(self, tables: Tables, *, journal: str = "") -> None:
        """Make these all the tables, history included, and empty the log; under the lock.

        ``journal`` gives it another id.

        Raises:
            ChangedMeanwhileError: somebody edited the snapshot meanwhile; nothing was written.
            NotSavedError: it failed; the journal is as it was.

        """
        with self._mutex:
            self._check_writable()
            picture = self._folded(self._look())
            if journal:
                picture = picture._replace(meta=picture.meta._replace(journal=journal))
            self._seen = self._published(picture._replace(tables=tables), tables).seen

    def _folded(self, picture: Picture) -> Picture:
        """The same with an empty log, so that none is ever played onto tables that are not its."""
        picture = self._settled(picture)
        return self._published(picture, picture.tables) if picture.gestures else picture

    def _settled(self, picture: Picture) -> Picture:
        """The same with what was merged written into the log, so that a fold may be interrupted."""
        if not picture.unsettled:
            return picture
        gesture = Gesture(
            id=writing.random_id(),
            at=now(),
            label="bring edits by hand together",
            changes=picture.unsettled,
        )
        self._appended(picture.seen, gesture_line(gesture))
        return self._look()

    def _appended(self, seen: Seen, line: bytes) -> Seen:
        try:
            return writing.append_line(self._files, self.places, seen, line)
        except NotConfirmedError:
            self._broken = True
            raise
