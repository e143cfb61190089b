"""Looking after people: how often, for several at once; and texts in the user's own editor."""

from __future__ import annotations

from netjournal.domain.gesture import Change
from netjournal.errors import NetjournalError
from netjournal.journal.snapshot import Snapshot
from netjournal.text import plural
from netjournal.tui.upkeep import UpkeepPage, record_of


async def ask_cadence(page: UpkeepPage) -> None:
    """Say how often to be in touch with the page's people; only within a Textual worker."""
    from netjournal.journal import editing
    from netjournal.journal.fields import Reading, field_of
    from netjournal.tui.modals.cadence import CadenceModal

    people, picture = page.people, page.host.picture
    if not people or picture is None:
        return
    whom = people[0].name if len(people) == 1 else plural(len(people), "person", "people")
    reading = Reading(picture.day, page.host.settings)
    cadence = field_of(type(people[0]), "cadence")

    def check(text: str) -> str | None:
        try:
            cadence.read(text, reading)
        except NetjournalError as error:
            return error.message
        return None

    before = cadence.text(people[0]) if len(people) == 1 else ""
    text = await page.app.push_screen_wait(CadenceModal(whom, before, check))
    if text is None:
        return
    ids = [person.id for person in people]

    def decide(now: Snapshot) -> list[Change]:
        known = [person for id in ids if (person := now.stored_person(id))]
        sets = [("cadence", "=", text)]
        return [c for who in known for c in editing.edit_person(now, who, sets, reading)]

    page.host.write(f"cadence {text or 'of the circle'}: {whom}", decide)
    page.acted()


async def write_in_editor(page: UpkeepPage) -> None:
    """A new note, or the highlighted text changed; only within a Textual worker.

    Where there is no editor, the box of the screen is taken instead.
    """
    from netjournal.journal import editing
    from netjournal.journal.fields import Reading
    from netjournal.tui.modals.text import TextModal
    from netjournal.tui.own_editor import in_editor

    person, picture, target = page.person, page.host.picture, page.target
    if person is None or picture is None or not await page.host.may_show():
        return
    about = target if target is not None and target.record is not None else None
    record = record_of(page.host.journal.snapshot, about) if about else None
    before = record.text if record is not None else ""
    text = in_editor(page.app, before)
    if text is None:
        title = f"Text about {person.name}" if record is not None else f"Note about {person.name}"
        text = await page.app.push_screen_wait(TextModal(title, before))
    if not text or text == before:
        return
    reading = Reading(picture.day, page.host.settings)

    def decide(now: Snapshot) -> list[Change]:
        current = record_of(now, about) if about else None
        if current is None:
            return [editing.add_note(person.id, text, picture.day)]
        return editing.edit_record(now, current, [("text", "=", text)], reading)

    page.host.write(f"{'edit' if record is not None else 'note'}: {person.name}", decide)
