"""The part of the app that takes keys one after the other, each where the one before it leads."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from textual import events, on
from textual.message import Message
from textual.timer import Timer

from netjournal.domain.settings import Settings
from netjournal.journal.journal import Journal
from netjournal.tui.acts import ActingPage
from netjournal.tui.ahead import AT_ONCE, Typed, TypedAhead
from netjournal.tui.doors import DoorsHost

BETWEEN_KEYS = 0.05
"""Seconds that a key typed ahead has to begin what it does, before the next."""
AT_MOST = 2.0
"""Seconds after which the next goes on although the one before never came through."""
DRAWN_BY = 0.3
"""The same for one that came through, where a page that closed took along what waited for it."""


class KeysInOrder(DoorsHost):
    """Textual would hand a key to whoever has the keys when it comes, and moves them later."""

    class Through(Message):
        """Follows a key through the widgets to the app."""

    def __init__(self, journal: Journal, settings: Settings, today: Callable[[], date]) -> None:
        super().__init__(journal, settings, today)
        self._ahead = TypedAhead()
        self._going_on: Timer | None = None
        self._turn = 0
        """Counts the keys that were let go on."""

    async def on_event(self, event: events.Event) -> None:
        """Keys that act wait until the journal is read, and for what the key before them opens."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        does = self._does(event)
        if not self._ahead.keeps(event, does, listed=bool(self._row())):
            await self._act(event, does)
        elif self._ahead.waiting == 1 and not self._ahead.is_read:
            self._follow_keys()

    def _does(self, typed: Typed) -> str:
        """What a key does here, by its id; empty for nothing."""
        if isinstance(typed, events.Paste):
            return ""
        found = self.screen.active_bindings.get(typed.key)
        return (found.binding.id or found.binding.action) if found else ""

    def _row(self) -> str:
        """The key of the highlighted row."""
        page = self.screen
        row = page.lines.row if isinstance(page, ActingPage) else None
        return row.key if row else ""

    async def _act(self, typed: Typed, does: str) -> None:
        """Do what a key does; the next waits if this one may open something."""
        self._turn += 1
        self._ahead.is_busy = does not in AT_ONCE and not self._is_text(typed)
        await super().on_event(typed)
        if self._ahead.is_busy:
            self._follow_keys()
            # for one that never comes through, as what it was for is gone
            self._go_on_by(AT_MOST)

    def _is_text(self, typed: Typed) -> bool:
        """Whether it only goes into the line that is typed."""
        field = self.focused
        if field is None:
            return False
        key, character = (
            ("a", "a") if isinstance(typed, events.Paste) else (typed.key, typed.character)
        )
        return field.check_consume_key(key, character)

    async def caught_up(self) -> None:
        """What was typed while the journal was read is done now, in its order."""
        if self._ahead.missed(self._row()):
            self.say("Today changed while the journal was read: nothing was done.")
        await self._catch_up()

    async def _catch_up(self) -> None:
        """What waits, up to a key that may open something; the next goes where that leads."""
        if self._going_on is not None:
            self._going_on.stop()
            self._going_on = None
        while self.screen_stack and (typed := self._ahead.take()):
            await self._act(typed, self._does(typed))
            if self._ahead.is_busy:
                return

    def _go_on_by(self, seconds: float) -> None:
        if self._going_on is not None:
            self._going_on.stop()
        self._going_on = self.set_timer(seconds, self._catch_up)

    def _follow_keys(self) -> None:
        (self.focused or self.screen).post_message(self.Through())

    @on(Through)
    def _went_through(self) -> None:
        """The key has been through all that the message came through behind it."""
        if not self._ahead.is_read:
            self._ahead.meant(self._row())
            return
        self._go_on_by(DRAWN_BY)
        turn = self._turn
        if self._ahead.waiting:
            self.set_timer(BETWEEN_KEYS, lambda: self.call_after_refresh(self._drawn, turn))
        else:
            self.call_after_refresh(self._drawn, turn)

    async def _drawn(self, turn: int) -> None:
        if turn == self._turn:
            await self._catch_up()
