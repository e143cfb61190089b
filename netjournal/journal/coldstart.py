"""Beginning without reading the journal: from its index, while that can answer for all of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing, suppress
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from netjournal.domain.gesture import Change, Gesture, Table
from netjournal.errors import ChangedMeanwhileError
from netjournal.journal import index
from netjournal.journal.cold import NO_ANSWER, Cold, since_then
from netjournal.journal.cold_people import Since, WornIndexError
from netjournal.store.dictionary import DamagedDictionaryError, Dictionary
from netjournal.store.storage import JournalStorage

if TYPE_CHECKING:
    from netjournal.journal.lately import Choose
    from netjournal.journal.part import Part
    from netjournal.journal.snapshot import Snapshot
    from netjournal.journal.undoing import Undoing
    from netjournal.store.lines import SnapshotLines
    from netjournal.store.reading import Seen

T = TypeVar("T")


def can_be_laid_over(since: Since) -> bool:
    """Whether the index is right about everything that these changes do not name.

    It is not when people who were one are parted: what belongs to whom, it does not know.
    """
    people = (raws for (table, _), raws in since.items() if table == Table.PEOPLE)
    return not any(
        before is not None
        and "merged_into" in before
        and (after is None or after.get("merged_into") != before["merged_into"])
        for before, after in people
    )


def _patches(
    kept: Dictionary, lines: SnapshotLines, gestures: Iterable[Gesture]
) -> Mapping[str, object] | None:
    """What of an index is another after some gestures; None where it cannot tell all of that."""
    from netjournal.journal.part import Part
    from netjournal.journal.patching import patches

    since = since_then({}, (change for gesture in gestures for change in gesture.changes))
    try:
        return dict(patches(Part(Cold(kept, since), lines))) if can_be_laid_over(since) else None
    except NO_ANSWER:
        return None


class ColdStart:
    """Goes on from the index, as long as it fits and nothing else is asked for."""

    def __init__(self, storage: JournalStorage) -> None:
        self._storage = storage
        self._kept: Dictionary | None = None
        self._since: Since = {}
        self._open: list[Dictionary | SnapshotLines] = []
        self._lent = False
        self.wanted = False
        """An index would have been of use, and none fitted."""
        self._worn = False

    def known(self) -> Cold | None:
        """What is known now; None where everything must be read.

        Raises:
            UnreadableError: the journal's files cannot be looked at.
        """
        news = self._begun() if self._kept is None else self._storage.news()
        if news is not None:
            self.take_in(change for gesture in news for change in gesture.changes)
        self._worn = not can_be_laid_over(self._since)
        if news is None or self._kept is None or self._worn:
            self.wanted = True
            self.end()
            return None
        return Cold(self._kept, self._since)

    def asked(self, ask: Callable[[Cold], T]) -> tuple[T] | None:
        """What is answered by what is known now, alone; None where everything must be read.

        Raises:
            UnreadableError: the journal's files cannot be looked at.
        """
        known = self.known()
        if known is not None:
            try:
                return (ask(known),)
            except NO_ANSWER as error:
                self.failed(error)
        return None

    def taken_back(self, choose: Choose) -> tuple[Undoing] | None:
        """What undoing one of the last acts changes; None where everything must be read.

        Raises:
            UnreadableError: the journal's files cannot be looked at.
        """
        from netjournal.journal.lately import taken_back_lately

        def tell(known: Cold) -> Undoing:
            with closing(self._storage.lines()) as lines:
                return taken_back_lately(choose, self._storage.lately(), known, lines.may_name)

        return self.asked(tell)

    def part(self, everything: Callable[[], Snapshot] | None) -> Part | None:
        """What is known now as a snapshot; ``everything`` reads the whole one, if that may be.

        Raises:
            UnreadableError: the journal's files cannot be looked at.
        """
        known = self.known()
        if known is None:
            return None
        from netjournal.journal.beyond import nothing_beyond
        from netjournal.journal.part import Part

        lines = self._storage.lines()
        self._open.append(lines)
        self._lent = True
        beyond = partial(self._beyond, everything, self._storage.seen) if everything else None
        return Part(known, lines, beyond or nothing_beyond)

    def _beyond(
        self, everything: Callable[[], Snapshot], moment: Seen | None, why: Exception
    ) -> Snapshot:
        """The whole snapshot of the moment of a part."""
        self.failed(why)
        snapshot = everything()
        if self._storage.seen != moment:
            raise ChangedMeanwhileError("The journal was changed while it was read; try again.")
        return snapshot

    def take_in(self, changes: Iterable[Change]) -> None:
        """What was written since."""
        self._since = since_then(self._since, changes)

    def failed(self, error: Exception) -> None:
        """It did not answer; one that is damaged is removed, so that it is made anew."""
        self.wanted = True
        self._worn = isinstance(error, WornIndexError)
        self.end()
        if isinstance(error, DamagedDictionaryError):
            self._storage.drop_index()

    def end(self) -> None:
        """Everything is read by now; what a part was given out over stays open."""
        if not self._lent:
            self.close()
        self._kept, self._since = None, {}

    def close(self) -> None:
        """Nothing more is asked."""
        while self._open:
            self._open.pop().close()

    def fold(self, snapshot: Snapshot | None) -> None:
        """Fold the journal; an index that can be carried over need not be made anew.

        Raises:
            JournalError: as for ``JournalStorage.fold``.
        """
        from netjournal.journal import carrying
        from netjournal.store.indexing import Carry

        carry = None
        if snapshot is not None:
            with suppress(OSError):
                carry = Carry(index.made_by(), carrying.LETTERS, carrying.carried)
                self._keep(snapshot, patched=True)
        with self._storage.locked():
            self._storage.fold(carry)

    def keep(self, snapshot: Snapshot) -> None:
        """Keep an index of everything, if one is due."""
        with suppress(OSError):
            self._keep(snapshot, worn=self._worn)

    def _keep(self, snapshot: Snapshot, *, worn: bool = False, patched: bool = False) -> None:
        self._storage.keep_index(
            index.made_by(),
            lambda lines: index.answers(snapshot, lines),
            _patches,
            worn=worn,
            patched=patched,
        )

    def _begun(self) -> Sequence[Gesture] | None:
        try:
            begun = self._storage.begin_cold(index.made_by())
        except OSError:
            return None
        if begun is None:
            return None
        self._kept, gestures = begun
        self._open.append(self._kept)
        return gestures
