"""What is asked of several people at once."""

from __future__ import annotations

from netjournal.domain.gesture import Change
from netjournal.errors import NetjournalError
from netjournal.journal.snapshot import Snapshot
from netjournal.text import plural
from netjournal.tui.upkeep import UpkeepPage


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
