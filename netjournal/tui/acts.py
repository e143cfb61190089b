"""What can be done to whatever is highlighted, the same on every page."""

from __future__ import annotations

from typing import ClassVar

from textual import on, work
from textual.binding import BindingType

from netjournal.domain.gesture import Table
from netjournal.domain.item import ItemKind
from netjournal.domain.values import Channel
from netjournal.tui import keys
from netjournal.tui.target import Target
from netjournal.tui.upkeep import UpkeepPage
from netjournal.tui.widgets.lines import LineList

_NEEDS_ITEM = frozenset({"done", "snooze", "channel"})
_NEEDS_LINE = frozenset({"drop"})
_NEEDS_PERSON = frozenset({"call", "mail", "postcard", "note", "circle", "topic", "rest", "fit"})
_NEEDS_ANY = frozenset({"edit", "remove", "copy"})
_NEEDS = (_NEEDS_ITEM, _NEEDS_LINE, _NEEDS_PERSON, _NEEDS_ANY)


class ActingPage(UpkeepPage):
    """A page with lists; each act asks what it must, then calls one function."""

    BINDING_GROUP_TITLE = "What is highlighted"
    BINDINGS: ClassVar[list[BindingType]] = [*keys.ACTING]

    def __init__(self) -> None:
        super().__init__()
        self._able = (False,) * len(_NEEDS)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Grey what cannot be done to the highlighted row."""
        del parameters
        for place, actions in enumerate(_NEEDS):
            if action in actions:
                return True if self._able[place] else None
        return True

    @on(LineList.Highlighted)
    def refresh_able(self) -> None:
        """See what can be done to the row that is highlighted now."""
        target = self.target
        item = bool(target and target.item)
        person = bool(target and target.person)
        record = bool(target and target.record)
        able = (item, item or bool(target and target.draft), person, person or record)
        if able != self._able:
            self._able = able
            self.refresh_bindings()

    @work
    async def action_done(self) -> None:
        """It is done; reaching out asks how it went."""
        from netjournal.tui.doing import do

        target = self.target
        if target and target.item:
            await do(self.host, target.name, target.item)

    @work
    async def action_snooze(self) -> None:
        """Quiet until a day."""
        from netjournal.tui.doing import snooze

        target = self.target
        if target and target.item:
            await snooze(self.host, target.name, target.item)

    @work
    async def action_channel(self) -> None:
        """By another means."""
        from netjournal.tui.doing import change_channel

        target = self.target
        if target and target.item:
            await change_channel(self.host, target.name, target.item)

    def action_drop(self) -> None:
        """Let a promise go; for a person, not now."""
        from netjournal.journal import acting, editing

        target, picture = self.target, self.host.picture
        if target is not None and target.draft is not None:
            id = target.draft.id
            self.host.write("drop a draft", lambda now: editing.remove(now, Table.DRAFTS, id))
            return
        if target is None or target.item is None or picture is None:
            return
        item, day, settings = target.item, picture.day, self.host.settings
        self.host.write(
            f"drop: {target.name}", lambda now: acting.dropped(now, item, day, settings)
        )

    @work
    async def action_fit(self) -> None:
        """Answer the questions of fit."""
        from netjournal.tui.fitting import ask_fit

        if self.person is not None:
            await ask_fit(self, self.person.id)

    def action_call(self) -> None:
        """Show the number, then note the call."""
        self._reach(Channel.PHONE)

    def action_mail(self) -> None:
        """Show the email address, then note the email."""
        self._reach(Channel.EMAIL)

    def action_postcard(self) -> None:
        """Show the address, then note the postcard."""
        self._reach(Channel.POSTCARD)

    @work
    async def _reach(self, channel: Channel) -> None:
        from netjournal.tui.doing import reach

        person, target = self.person, self.target
        if person is not None and target is not None:
            await reach(self.host, person, target.item, channel)

    @on(LineList.Opened)
    def _open(self, event: LineList.Opened) -> None:
        event.stop()
        target = event.row.target if event.row else None
        if isinstance(target, Target):
            self.open(target)

    def open(self, target: Target) -> None:
        """Open what a row is about: the person's page, or a line to finish."""
        if target.draft is not None:
            self.host.capture(target.draft.text, target.draft)
        elif target.circle is not None:
            self.host.open_circle(target.circle)
        elif target.item is not None and target.item.kind is ItemKind.CHOOSE:
            self.host.open_gathering(target.item.gathering or "")
        elif target.person is not None:
            self.host.open_person(target.person)
