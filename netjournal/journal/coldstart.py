"""Beginning without reading the journal: from its index, while that can answer for all of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from netjournal.domain.gesture import Change, Gesture, Table
from netjournal.journal import index
from netjournal.journal.cold import BeyondIndexError, Cold, Since, since_then
from netjournal.store.dictionary import DamagedDictionaryError, Dictionary
from netjournal.store.storage import JournalStorage


def can_be_laid_over(since: Since) -> bool:
    """Whether the index is right about everything that these changes do not name.

    It is not when people were merged or parted, or when a conversation that it counted is another:
    which was the newest before it, the index does not know.
    """
    for (table, _), (before, after) in since.items():
        if table == Table.CONVERSATIONS and before is not None and before != after:
            return False
        if table == Table.PEOPLE and any("merged_into" in (raw or {}) for raw in (before, after)):
            return False
    return True


class ColdStart:
    """Goes on from the index, as long as it fits and nothing else is asked for."""

    def __init__(self, storage: JournalStorage) -> None:
        self._storage = storage
        self._kept: Dictionary | None = None
        self._since: Since = {}
        self.wanted = False
        """An index would have been of use, and none fitted."""

    def known(self) -> Cold | None:
        """What is known now; None where everything must be read.

        Raises:
            UnreadableError: the journal's files cannot be looked at.
        """
        news = self._begun() if self._kept is None else self._storage.news()
        if news is not None:
            self.take_in(change for gesture in news for change in gesture.changes)
        if news is None or self._kept is None or not can_be_laid_over(self._since):
            self.wanted = True
            self.end()
            return None
        return Cold(self._kept, self._since)

    def take_in(self, changes: Iterable[Change]) -> None:
        """What was written since."""
        self._since = since_then(self._since, changes)

    def failed(self, error: Exception) -> None:
        """It did not answer; one that is damaged is removed, so that it is made anew."""
        self.wanted = True
        self.end()
        if not isinstance(error, BeyondIndexError):
            self._storage.drop_index()

    def end(self) -> None:
        """Everything is read by now, or nothing more is asked."""
        if self._kept is not None:
            self._kept.close()
        self._kept, self._since = None, {}

    def _begun(self) -> Sequence[Gesture] | None:
        try:
            begun = self._storage.begin_cold(index.made_by())
        except OSError:
            return None
        if begun is None:
            return None
        self._kept, gestures = begun
        return gestures


NO_ANSWER = (BeyondIndexError, DamagedDictionaryError)
"""What ``Cold`` raises when the whole journal must be asked."""
