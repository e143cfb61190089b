"""The journal: the one door for writing, and the news for everybody who shows it."""

from __future__ import annotations

from _thread import RLock  # threading would be a fiftieth of a quick add
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from netjournal.clock import now
from netjournal.domain.gesture import Change, Gesture
from netjournal.errors import ChangedMeanwhileError, NothingFoundError
from netjournal.journal.changes import new_id, one_each
from netjournal.journal.coldstart import ColdStart
from netjournal.store.storage import JournalStorage
from netjournal.tuples import NamedTuple

if TYPE_CHECKING:
    from netjournal.journal.known import Known
    from netjournal.journal.snapshot import Snapshot
    from netjournal.journal.undoing import Undoing

T = TypeVar("T")
Decide = Callable[["Snapshot"], Iterable[Change]]
"""What an act changes, decided on the journal as it is under the lock."""
DecideKnowing = Callable[["Known"], Iterable[Change]]
"""The same of quick add, which need not know everything."""
Listener = Callable[["Snapshot"], None]


class Done(NamedTuple):
    """What was written: the gesture, and what an undo had to leave as it is."""

    gesture: Gesture
    kept: tuple[Change, ...] = ()


class Journal:
    """One open journal. Thread-safe; listeners are called in the thread that wrote or refreshed."""

    def __init__(
        self,
        path: Path,
        *,
        lock_timeout: float = 10.0,
        waiting: Callable[[str], object] | None = None,
    ) -> None:
        """Name a journal."""
        self.waiting = waiting
        """Told who writes, when that takes more than a moment; from the thread that waits."""
        self._storage = JournalStorage(path, lock_timeout=lock_timeout, waiting=self._tell_waiting)
        self._guard = RLock()
        self._snapshot: Snapshot | None = None
        self._gestures: list[Gesture] = []
        self._listeners: list[Listener] = []
        self._cold = ColdStart(self._storage)
        self.problems: tuple[str, ...] = ()
        """What was found and set right while reading, in sentences."""

    @property
    def path(self) -> Path:
        """The journal's file, symlinks resolved."""
        return self._storage.path

    @property
    def snapshot(self) -> Snapshot:
        """The journal as this process last saw it.

        Raises:
            JournalError: it cannot be read.
        """
        with self._guard:
            if self._snapshot is None:
                self._load()
            assert self._snapshot is not None
            return self._snapshot

    @property
    def gestures(self) -> Sequence[Gesture]:
        """Everything that can be undone or told, oldest first."""
        with self._guard:
            if self._snapshot is None:
                self._load()
            return tuple(self._gestures)

    def refresh(self) -> bool:
        """Take in what others wrote since; True if there was something.

        Raises:
            JournalError: the files cannot be read.
        """
        with self._guard:
            changed = self._catch_up()
        if changed:
            self._tell()
        return changed

    def act(self, label: str | Callable[[], str], decide: Decide) -> Done | None:
        """Lock, look again, decide, write, publish. None if there was nothing to change.

        A label that depends on the decision is a function, asked after it.

        Raises:
            NotSavedError: nothing was written; the journal is as it was.
            NotConfirmedError: whether it was written is unknown.
            BusyError: another process holds the journal.
            NetjournalError: whatever ``decide`` refuses.
        """
        with self._writing() as snapshot:
            return self._done(label, one_each(decide(snapshot)))

    def add(self, label: str | Callable[[], str], decide: DecideKnowing) -> Done | None:
        """The same for quick add, which goes by names, gatherings and follow-ups alone.

        While the journal is not loaded these come from the index beside it, and nothing else is
        read. ``decide`` may be asked twice: the index may turn out not to know.

        Raises:
            JournalError, NetjournalError: as for ``act``.
        """
        with self._guard:
            if self._snapshot is None:
                with self._storage.locked():
                    changes = self._cold.asked(lambda known: one_each(decide(known)))
                    if changes is not None:
                        return self._done(label, *changes)
        return self.act(label, decide)

    def consult(self, ask: Callable[[Known], T]) -> T:
        """Ask what quick add goes by: the index while nothing else was read, else the snapshot.

        ``ask`` may be asked twice, as for ``add``.

        Raises:
            JournalError: the journal cannot be read.
        """
        with self._guard:
            answer = self._cold.asked(ask) if self._snapshot is None else None
        return ask(self.snapshot) if answer is None else answer[0]

    def near(self, *, whole: bool = False) -> Snapshot | None:
        """The journal as it is now, as far as the index beside it knows; None if none fits.

        Of it Today can be asked, the week, the page of each person, names, ids, gatherings: that
        reads a few records, whatever the size of the journal. Anything else raises
        ``BeyondIndexError``, or with ``whole`` reads everything and goes on by that. Where the
        journal is loaded already it is the snapshot. It stays as it is; ask for the next one after
        a change.

        Raises:
            JournalError: the journal cannot be read.
        """
        with self._guard:
            if self._snapshot is not None:
                return self._snapshot
            part = self._cold.part((lambda: self.snapshot) if whole else None)
            if part is not None:
                from netjournal.journal.nearby import notices

                self.problems = notices(self._storage.places.named)
            return part

    def apply(self, label: str, changes: Sequence[Change], *, backup: str = "") -> Done | None:
        """Write changes decided before; refused whole if one of their records is another by now.

        ``backup`` asks for one before anything is written, and is what it is for: ``import``.

        Raises:
            ChangedMeanwhileError: a record is no longer what ``before`` says.
            JournalError: as for ``act``.
        """
        whole = one_each(changes)

        def unchanged(snapshot: Snapshot) -> Sequence[Change]:
            for change in whole:
                if snapshot.raw(change.table, change.id) != change.before:
                    raise ChangedMeanwhileError(
                        "Somebody changed this record meanwhile; nothing was written. Try again."
                    )
            if backup and whole:
                self._storage.back_up(backup)
            return whole

        return self.act(label, unchanged)

    def undo(self) -> Done:
        """Take the last act back, as far as nobody touched it since.

        Raises:
            NothingFoundError: there is nothing to undo.
            JournalError: as for ``act``.
        """
        from netjournal.journal import undoing

        return self._take_back(undoing.next_undo, "undo", "There is nothing to undo.")

    def redo(self) -> Done:
        """Take the last undo back.

        Raises:
            NothingFoundError: there is nothing to redo.
            JournalError: as for ``act``.
        """
        from netjournal.journal import undoing

        return self._take_back(undoing.next_redo, "redo", "There is nothing to redo.")

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call ``listener`` with each new snapshot; the answer ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    @property
    def is_folded(self) -> bool:
        """Whether nothing was written since the last fold, as far as was read."""
        return self._storage.is_folded

    def close(self, *, fold: bool | None = None) -> None:
        """Let go of the files; fold the log first if it is due, or as told.

        Only a journal that was read anyway is folded by itself, and indexed for a cold start.
        """
        with self._guard:
            due = self._snapshot is not None and self._storage.fold_due() if fold is None else fold
            if due:
                self._cold.fold(self._snapshot)
            if self._snapshot is not None and (fold is not False or self._cold.wanted):
                self._cold.keep(self._snapshot)
            self._cold.close()

    def _tell_waiting(self, sentence: str) -> None:
        if self.waiting is not None:
            self.waiting(sentence)

    @contextmanager
    def _writing(self) -> Iterator[Snapshot]:
        """Lock, then look again: a decision made on an old picture is a lost update.

        What others wrote is told to the listeners also when nothing comes of the act, for it
        has been taken in and no later ``refresh`` would tell it.
        """
        seen = self._snapshot
        try:
            with self._guard, self._storage.locked():
                self._catch_up()
                yield self.snapshot
        finally:
            if self._snapshot is not seen:
                self._tell()

    def _load(self) -> None:
        from netjournal.journal.nearby import notices
        from netjournal.journal.snapshot import Snapshot

        self._cold.end()
        loaded = self._storage.load()
        self._snapshot = Snapshot(loaded.tables)
        self._gestures = [*loaded.history, *loaded.log]
        self.problems = (*loaded.problems, *notices(self._storage.places.named))

    def _catch_up(self) -> bool:
        if self._snapshot is None:
            self._load()
            return True
        news = self._storage.news()
        if news is None:
            self._load()
            return True
        for gesture in news:
            self._publish(gesture)
        return bool(news)

    def _done(self, label: str | Callable[[], str], changes: tuple[Change, ...]) -> Done | None:
        if not changes:
            return None
        return Done(self._write(label if isinstance(label, str) else label(), changes))

    def _write(self, label: str, changes: tuple[Change, ...], undoes: str | None = None) -> Gesture:
        gesture = Gesture(id=new_id(), at=now(), label=label, changes=changes, undoes=undoes)
        self._storage.append(gesture)
        self._publish(gesture)
        return gesture

    def _publish(self, gesture: Gesture) -> None:
        if self._snapshot is None:
            self._cold.take_in(gesture.changes)
            return
        self._snapshot = self._snapshot.after(gesture.changes)
        self._gestures.append(gesture)

    def _tell(self) -> None:
        snapshot = self.snapshot
        for listener in tuple(self._listeners):
            listener(snapshot)

    def _take_back(
        self, choose: Callable[[Sequence[Gesture]], Gesture | None], verb: str, nothing: str
    ) -> Done:
        from netjournal.journal import undoing

        with self._guard:
            if self._snapshot is None:
                with self._storage.locked():
                    back = self._cold.taken_back(choose)
                    if back is not None:
                        return self._taken_back(*back, verb)
        with self._writing() as snapshot:
            gesture = choose(self._gestures)
            if gesture is None:
                raise NothingFoundError(nothing)
            return self._taken_back(undoing.taken_back(gesture, snapshot), verb)

    def _taken_back(self, back: Undoing, verb: str) -> Done:
        label = f"{verb}: {back.gesture.label.removeprefix('undo: ')}"
        return Done(self._write(label, back.changes, undoes=back.gesture.id), back.kept)
