"""What is typed ahead: until the journal is read, keys that act wait for it in their order."""

from __future__ import annotations

from textual import events

AT_ONCE = frozenset({"up", "down", "page-up", "page-down", "first", "last"})
"""Ids of the keys that need no more than the rows on the screen."""
LEAVING = "quit"
"""Id, or action, of the keys that leave."""

Typed = events.Key | events.Paste


class TypedAhead:
    """Lets through what may be done at once, keeps the rest, and gives it back one by one.

    A list that is shown before the journal is read may turn out to be another when it is: what was
    kept for a row that is no longer highlighted is thrown away.
    """

    def __init__(self) -> None:
        self._kept: list[Typed] = []
        self._about = ""
        self._over = False

    def keeps(self, typed: Typed, does: str, *, listed: bool) -> bool:
        """Whether it must wait; ``does`` is the id of what the key does, ``listed`` if rows are."""
        if self._over or (does == LEAVING and not self._kept):
            return False
        if listed and does in AT_ONCE and not self._kept:
            return False
        self._kept.append(typed)
        return True

    @property
    def waiting(self) -> int:
        """How many wait."""
        return len(self._kept)

    def meant(self, about: str) -> None:
        """The row that the first of them is about, once keys let through before have moved."""
        self._about = self._about or about

    def missed(self, about: str) -> bool:
        """Everything may be done now: whether what waits was meant for another row."""
        if not self._kept or self._about in ("", about):
            return False
        self._kept.clear()
        return True

    def take(self) -> Typed | None:
        """The first that waits; None when there is no more, and nothing is kept from now on."""
        self._over = not self._kept
        return None if self._over else self._kept.pop(0)
