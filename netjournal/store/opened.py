"""An open journal: where it lies, how far it was read, its lock, and beginning from its index."""

from __future__ import annotations

from _thread import RLock  # threading would be a fiftieth of a quick add
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from netjournal.domain.gesture import Gesture, Tables
from netjournal.errors import ChangedMeanwhileError, JournalError, NotConfirmedError
from netjournal.store.dictionary import Dictionary
from netjournal.store.files import OS_FILES, Files, discard
from netjournal.store.indexing import (
    Answers,
    Patches,
    begin_with_index,
    is_index_due,
    keep_index,
    patch_index,
)
from netjournal.store.lock import Lock
from netjournal.store.log import Damage
from netjournal.store.places import Places
from netjournal.store.reading import Picture, Seen, check_link, read_journal, signature

if TYPE_CHECKING:
    from netjournal.store.lines import SnapshotLines


class Opened:
    """What reading and writing share; safe to share between threads."""

    def __init__(
        self,
        path: Path,
        *,
        files: Files = OS_FILES,
        lock_timeout: float = 10.0,
        waiting: Callable[[str], object] | None = None,
    ) -> None:
        """Name a journal; nothing is touched.

        ``lock_timeout`` is in seconds; ``waiting`` is told who holds the lock, when it takes long.

        Raises:
            UnreadableError: no file can have such a name.

        """
        self._named = path
        self._files = files
        self._lock_timeout = lock_timeout
        self._waiting = waiting
        self._settle()
        self._mutex = RLock()
        self._untidy = False
        self._strange = False
        self._damaged: tuple[Damage, ...] = ()
        self._broken = False

    def _settle(self) -> None:
        """Find the real file, and where its name leads now."""
        self._link = self._files.link(self._named)
        places = self.places = Places(self._named)
        self._lock = Lock(
            places.lock,
            files=self._files,
            timeout=self._lock_timeout,
            check=lambda: check_link(places),
            waiting=self._waiting,
        )
        self._seen: Seen | None = None

    def _is_elsewhere(self) -> bool:
        """Whether somebody put a link in the journal's place, or made its link lead elsewhere."""
        if self._files.link(self._named) != self._link:
            return True
        return self._link is not None and self._files.link(self.places.journal) is not None

    def _follow(self) -> None:
        """Go where the name leads; not while anything is being written."""
        if not self._lock.held and self._is_elsewhere():
            self._settle()

    @property
    def path(self) -> Path:
        """The real file, symbolic links resolved."""
        return self.places.journal

    @property
    def seen(self) -> Seen | None:
        """How far it was read; None where it was not, or is another by now."""
        return self._seen

    def exists(self) -> bool:
        """Whether there is anything to load."""
        files = (self.places.journal, self.places.log)
        return any(signature(self._files, path) is not None for path in files)

    def locked(self) -> AbstractContextManager[None]:
        """Keep every other writer out; re-entrant within a thread.

        Entering it raises:
            BusyError: somebody else held the lock for the whole timeout.
            NotSavedError: there is no way to lock here.
            UnreadableError: a link on the way leads nowhere; no folder is made there.

        """
        return self._lock

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

    def lines(self) -> SnapshotLines:
        """The lines of the snapshot as it was seen; close them."""
        from netjournal.store.lines import SnapshotLines

        return SnapshotLines(self._files, self.places, self._seen and self._seen.snapshot)

    def keep_index(
        self,
        made_by: object,
        answers: Answers,
        patches: Patches | None = None,
        *,
        worn: bool = False,
        patched: bool = False,
    ) -> None:
        """Keep an index of the journal as it was seen, if one is due; that none is, is no error.

        ``answers`` makes what ``begin_cold`` will find, ``patches`` brings what is there up to date
        where that will do. A journal with something to tell about
        (damage, edits to be merged) gets none, so that it is told every time. One that is ``worn``
        is due, however little was written since. One that is to be ``patched`` is brought up to
        date if that will do, however little was written, and else not made anew.
        """
        with self._mutex:
            seen = None if self._strange else self._seen
            if seen is None or seen.snapshot is None:
                return
            try:
                with Lock(self.places.lock, files=self._files, timeout=0):
                    # what was read long ago may speak of somebody who is forgotten since
                    fits = signature(self._files, self.places.journal) == seen.snapshot
                    if not fits:
                        return
                    at = (self._files, self.places, seen, made_by)
                    if patched and patches is not None:
                        patch_index(*at, patches)
                    elif worn or (
                        is_index_due(*at) and not (patches and patch_index(*at, patches))
                    ):
                        keep_index(*at, answers)
            except (JournalError, OSError):
                return

    def drop_index(self) -> None:
        """Remove an index that turned out to be damaged."""
        discard(self._files, self.places.index)

    def _look(self) -> Picture:
        picture = read_journal(self._files, self.places)
        self._seen, self._untidy = picture.seen, picture.untidy
        self._strange = bool(picture.problems)
        self._damaged = picture.damaged
        return picture

    def _published(self, picture: Picture, tables: Tables) -> Picture:
        from netjournal.store.folding import publish

        self._seen = None
        done = publish(self._files, self.places, picture, tables)
        if done is None:
            raise self._changed()
        return done

    def _changed(self) -> ChangedMeanwhileError:
        return ChangedMeanwhileError(
            f"{self.path} was changed meanwhile; nothing was saved, please try again."
        )

    def _check_writable(self) -> None:
        if not self._lock.held:
            raise RuntimeError("the journal is written only under its lock")
        if self._broken:
            raise NotConfirmedError(
                "An earlier write could not be confirmed, so nothing more is saved; "
                "check the disk and start netjournal again."
            )
        if self._is_elsewhere():
            raise self._changed()
