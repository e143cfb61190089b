"""What is typed ahead: keys that wait, for the journal or for what the key before them opens."""

from __future__ import annotations

from textual import events

AT_ONCE = frozenset({"up", "down", "page-up", "page-down", "first", "last"})
"""Ids of the keys that need no more than the rows on the screen, and open nothing."""
LEAVING = "quit"
"""Id, or action, of the keys that leave."""

Typed = events.Key | events.Paste


class TypedAhead:
    """Lets through what may be done at once, keeps the rest, and gives it back one by one.

    A terminal hands over several keys in one go when the line is slow or the app is busy. Each is
    for whoever has the keys once the one before it is done: the ``b`` of ``ab`` is for the line
    that ``a`` opens, and does nothing to the list below.

    A list that is shown before the journal is read may turn out to be another when it is: what was
    kept for a row that is no longer highlighted is thrown away.
    """

    def __init__(self) -> None:
        self._kept: list[Typed] = []
        self._about = ""
        self.is_read = False
        """Whether the journal is read, so that everything can be done."""
        self.is_busy = False
        """Whether a key is under way that may open something."""

    def keeps(self, typed: Typed, does: str, *, listed: bool) -> bool:
        """Whether it must wait; ``does`` is the id of what the key does, ``listed`` if rows are."""
        may_act = not self.is_busy if self.is_read else self._may_act_now(does, listed=listed)
        waits = bool(self._kept) or not may_act
        if waits:
            self._kept.append(typed)
        return waits

    def _may_act_now(self, does: str, *, listed: bool) -> bool:
        """Whether what a key does needs no journal."""
        return does == LEAVING or (listed and does in AT_ONCE)

    @property
    def waiting(self) -> int:
        """How many wait."""
        return len(self._kept)

    def meant(self, about: str) -> None:
        """The row that the first of them is about, once keys let through before have moved."""
        self._about = self._about or about

    def missed(self, about: str) -> bool:
        """Everything may be done now: whether what waits was meant for another row."""
        self.is_read = True
        if not self._kept or self._about in ("", about):
            return False
        self._kept.clear()
        return True

    def take(self) -> Typed | None:
        """The first that waits, nothing being under way any more; None when there is no more."""
        self.is_busy = False
        return self._kept.pop(0) if self._kept else None
