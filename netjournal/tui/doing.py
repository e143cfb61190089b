"""The questions that an act on a line asks, one after the other, and what it then stores.

Each runs within a worker of Textual and writes one gesture.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from netjournal.domain.gesture import Change
from netjournal.domain.item import Item
from netjournal.domain.person import Person
from netjournal.domain.values import Channel, PersonId
from netjournal.errors import InputError, NetjournalError
from netjournal.journal.snapshot import Snapshot
from netjournal.views.doing import person_item, reaches_out

if TYPE_CHECKING:
    from netjournal.domain.commitment import Commitment
    from netjournal.tui.host import JournalHost, Picture
    from netjournal.tui.modals.done import Reader
    from netjournal.tui.modals.reach import Way


async def do(
    host: JournalHost, name: str, item: Item, channel: Channel | None = None, text: str = ""
) -> None:
    """Ask how it went and what comes next, and store that it is done.

    ``text`` is what was written, kept with the conversation.
    """
    from netjournal.journal import acting
    from netjournal.journal.changes import created
    from netjournal.tui.modals.done import DoneModal, Went

    picture = host.picture
    assert picture is not None, "a row is highlighted"
    went: Went | None = Went(acting.Doing(today=picture.day))
    if reaches_out(item):
        proposed = channel or item.channel or Channel.PHONE
        went = await host.push_screen_wait(
            DoneModal(
                name,
                today=picture.day,
                channel=proposed,
                reason="" if picture.discreet else item.reason,
                read=_reader(host, picture, item),
            )
        )
        if went is not None:
            kept = "\n".join(part for part in (went.doing.text, text) if part)
            by = went.doing.channel or proposed
            went = Went(replace(went.doing, text=kept, channel=by), went.step)
    if went is None:
        return
    doing, step = went

    def decide(now: Snapshot) -> Iterable[Change]:
        changes = acting.done(now, item, doing)
        return [*changes, created(step)] if step else changes

    host.write(f"done: {name}", decide)


def _reader(host: JournalHost, picture: Picture, item: Item) -> Reader | None:
    """What reads the day and the next step; a line about nobody has no next step."""
    from netjournal.journal.adding import Reading
    from netjournal.journal.days import day_from
    from netjournal.journal.next_step import next_step
    from netjournal.tui.modals.done import Reader

    person, today, settings = item.person, picture.day, host.settings
    if person is None:
        return None
    whom: PersonId = person

    def day(text: str) -> date:
        found = day_from(text, today, past=True, settings=settings)
        if found > today:
            raise InputError("That day is still to come; it is done today or before.")
        return found

    def step(text: str) -> Commitment:
        return next_step(text, whom, picture.truth.snapshot, Reading(today, settings))

    return Reader(day, step)


async def reach(host: JournalHost, person: Person, item: Item | None, channel: Channel) -> None:
    """Show how to reach somebody, let a text be written, and store what was done."""
    from netjournal.tui.modals.reach import Reached, ReachModal
    from netjournal.tui.modals.text import TextModal
    from netjournal.views.page import person_page

    picture = host.picture
    if picture is None:
        return
    page = person_page(person, picture.standings)
    ways = _ways(picture.truth.snapshot.person(person.id) or person, channel)
    text = ""

    while True:
        card = ReachModal(
            person.name,
            channel,
            ways,
            hidden=picture.discreet,
            points=[entry.text for entry in page.next_time],
            open_link=host.open_link,
            text=text,
        )
        answer = await host.push_screen_wait(card)
        if answer is not Reached.WRITE:
            break
        title = f"{'Email' if channel is Channel.EMAIL else 'Postcard'} to {person.name}"
        written: str | None = await host.push_screen_wait(TextModal(title, text))
        text = text if written is None else written
    if answer is None:
        return
    if item is None or item.channel is not channel or not reaches_out(item):
        item = person_item(page.standing)
    await do(host, person.name, item, channel, text)


def _ways(person: Person, channel: Channel) -> list[Way]:
    from netjournal.tui.modals.reach import Way

    if channel is Channel.POSTCARD:
        return [Way(lines=each.lines, label=each.label) for each in person.addresses if each.lines]
    values = person.phones if channel is Channel.PHONE else person.emails
    return [Way(lines=(each.value,), label=each.label) for each in values]


async def snooze(host: JournalHost, name: str, item: Item) -> None:
    """Ask until when, and be quiet about it."""
    from netjournal.journal import acting
    from netjournal.journal.days import day_from
    from netjournal.tui.modals.snooze import SnoozeModal

    picture = host.picture
    if picture is None:
        return
    today, settings = picture.day, host.settings

    def read(text: str) -> date:
        return day_from(text, today, past=False, settings=settings)

    until = await host.push_screen_wait(SnoozeModal(today, read, what=name))
    if until is not None:
        day = until
        host.write(f"snooze: {name}", lambda now: acting.snoozed(now, item, day, today))


async def change_channel(host: JournalHost, name: str, item: Item) -> None:
    """Ask by which means, and keep that for the promise, or as the person's preferred one."""
    from netjournal.journal import editing
    from netjournal.journal.fields import Reading
    from netjournal.tui.modals.channel import ChannelModal

    picture = host.picture
    if picture is None:
        return
    channel = await host.push_screen_wait(
        ChannelModal(name, item.channel, promise=item.commitment is not None)
    )
    if channel is None:
        return
    reading = Reading(picture.day, host.settings)
    value = channel.value

    def decide(now: Snapshot) -> Iterable[Change]:
        promise = now.commitment(item.commitment) if item.commitment else None
        if promise is not None:
            return editing.edit_record(now, promise, [("channel", "=", value)], reading)
        person = now.stored_person(item.person) if item.person else None
        if person is None:
            raise NetjournalError("This line is no longer there.")
        return editing.edit_person(now, person, [("preferred", "=", value)], reading)

    host.write(f"by {channel}: {name}", decide)
