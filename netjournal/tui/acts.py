"""What can be done to whatever is highlighted, the same on every page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import BindingType

from netjournal.domain.gesture import Table
from netjournal.domain.item import Item, ItemKind
from netjournal.domain.person import Person
from netjournal.domain.values import Channel
from netjournal.tui import keys
from netjournal.tui.target import Target
from netjournal.tui.upkeep import UpkeepPage
from netjournal.tui.widgets.lines import LineList
from netjournal.views.doing import person_item, reaches_out

if TYPE_CHECKING:
    from netjournal.tui.modals.reach import Way

_NEEDS_ITEM = frozenset({"done", "snooze"})
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
        target = self.target
        if target and target.item:
            await self._do(target.name, target.item)

    async def _do(self, name: str, item: Item, channel: Channel | None = None) -> None:
        from netjournal.journal import acting
        from netjournal.tui.modals.done import DoneModal

        picture = self.host.picture
        assert picture is not None, "a row is highlighted"
        doing: acting.Doing | None = acting.Doing(today=picture.day)
        if reaches_out(item):
            proposed = channel or item.channel or Channel.PHONE
            doing = await self.app.push_screen_wait(
                DoneModal(name, today=picture.day, channel=proposed, reason=item.reason)
            )
            if doing is not None and doing.channel is None:
                doing = replace(doing, channel=proposed)
        if doing is not None:
            how = doing
            self.host.write(f"done: {name}", lambda now: acting.done(now, item, how))

    @work
    async def action_snooze(self) -> None:
        """Quiet until a day."""
        from netjournal.journal import acting
        from netjournal.journal.days import day_from
        from netjournal.tui.modals.snooze import SnoozeModal

        target, picture = self.target, self.host.picture
        if target is None or target.item is None or picture is None:
            return
        settings, item = self.host.settings, target.item

        def read(text: str) -> date:
            return day_from(text, picture.day, past=False, settings=settings)

        until = await self.app.push_screen_wait(SnoozeModal(picture.day, read, what=target.name))
        if until is not None:
            day, today = until, picture.day
            self.host.write(
                f"snooze: {target.name}", lambda now: acting.snoozed(now, item, day, today)
            )

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
        from netjournal.tui.modals.reach import ReachModal
        from netjournal.views.page import person_page

        person, picture, target = self.person, self.host.picture, self.target
        if person is None or picture is None or target is None:
            return
        page = person_page(person, picture.standings)
        card = ReachModal(
            person.name,
            channel,
            _ways(picture.truth.snapshot.person(person.id) or person, channel),
            hidden=picture.discreet,
            points=[entry.text for entry in page.next_time],
            open_link=self.app.open_url,
        )
        if await self.app.push_screen_wait(card):
            item = target.item
            if item is None or item.channel is not channel or not reaches_out(item):
                item = person_item(page.standing)
            await self._do(person.name, item, channel)

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
        elif target.item is not None and target.item.kind is ItemKind.CHOOSE:
            self.host.open_gathering(target.item.gathering or "")
        elif target.person is not None:
            self.host.open_person(target.person)


def _ways(person: Person, channel: Channel) -> list[Way]:
    from netjournal.tui.modals.reach import Way

    if channel is Channel.POSTCARD:
        return [Way(lines=each.lines, label=each.label) for each in person.addresses if each.lines]
    values = person.phones if channel is Channel.PHONE else person.emails
    return [Way(lines=(each.value,), label=each.label) for each in values]
