"""Keeping people and records in order: note, edit, circle, topic, rest, copy, remove."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from textual import work

from netjournal.domain.gesture import Change, Table
from netjournal.domain.person import Person
from netjournal.domain.values import Circle, PersonId
from netjournal.domain.veil import MARK
from netjournal.errors import NetjournalError
from netjournal.journal.snapshot import Snapshot
from netjournal.text import plural
from netjournal.tui.pages import Page
from netjournal.tui.target import Target
from netjournal.tui.widgets.lines import LineList


class UpkeepPage(Page):
    """A page whose highlighted row is a person or a record of theirs."""

    @property
    def lines(self) -> LineList:
        """The list that acts are about."""
        raise NotImplementedError

    @property
    def target(self) -> Target | None:
        """What the highlighted row is about."""
        row = self.lines.row
        return row.target if row and isinstance(row.target, Target) else None

    @property
    def person(self) -> Person | None:
        """Whom the highlighted row is about."""
        target, picture = self.target, self.host.picture
        if target is None or target.person is None or picture is None:
            return None
        return picture.snapshot.person(target.person)

    @property
    def people(self) -> Sequence[Person]:
        """Whom circle, topic and rest are about: everybody marked, else who is highlighted."""
        return [self.person] if self.person else []

    @property
    def marked(self) -> frozenset[PersonId]:
        """Those who are marked, where a page has marks."""
        return frozenset()

    @property
    def asked(self) -> str:
        """The query whose answer the page shows; nothing on a page without a filter."""
        return ""

    def acted(self) -> None:
        """What was asked for all who are marked is done."""

    @work
    async def action_note(self) -> None:
        """Write a line about the person."""
        from netjournal.journal import editing
        from netjournal.tui.modals.text import TextModal

        person, picture = self.person, self.host.picture
        if person is None or picture is None:
            return
        text = await self.app.push_screen_wait(TextModal(f"Note about {person.name}"))
        if text:
            change = editing.add_note(person.id, text, picture.day)
            self.host.write(f"note: {person.name}", lambda _: [change])

    @work
    async def action_circle(self) -> None:
        """Choose how near the person is."""
        from netjournal.journal import editing
        from netjournal.tui.modals.circle import CircleModal
        from netjournal.views.circles import circle_sizes

        people, picture = self.people, self.host.picture
        if not people or picture is None:
            return
        found = circle_sizes(picture.standings)
        sizes = {} if picture.discreet else {which: size.figure for which, size in found.items()}
        whom, now = _named(people), people[0].circle if len(people) == 1 else None
        circle = await self.app.push_screen_wait(CircleModal(whom, now, sizes))
        ids = [person.id for person in people if person.circle is not circle]
        if circle is not None and ids:
            chosen, day = circle, picture.day
            self.host.write(
                f"circle {chosen}: {whom}",
                lambda now: editing.put_in_circle(now, ids, chosen, day),
            )
            self.acted()
            size = found[chosen]._replace(n=found[chosen].n + len(ids))
            if size.too_many:
                self.host.say(f"{size}. Who steps back?")
                self.host.open_circle(chosen)

    @work
    async def action_topic(self) -> None:
        """Give a topic, or several with commas."""
        from netjournal.journal import editing
        from netjournal.journal.fields import Reading
        from netjournal.tui.modals.one_line import LineModal

        people, picture = self.people, self.host.picture
        if not people or picture is None:
            return
        whom = _named(people)
        text = await self.app.push_screen_wait(
            LineModal(f"Topic of {whom}", placeholder="sailing, gov")
        )
        topics = [topic.strip().lstrip("#") for topic in (text or "").split(",") if topic.strip()]
        if topics:
            sets = [("topic", "+=", topic) for topic in topics]
            reading = Reading(picture.day, self.host.settings)
            ids = [person.id for person in people]

            def decide(now: Snapshot) -> list[Change]:
                known = [person for id in ids if (person := now.stored_person(id))]
                return [c for who in known for c in editing.edit_person(now, who, sets, reading)]

            self.host.write(f"topic {', '.join(topics)}: {whom}", decide)
            self.acted()

    @work
    async def action_rest(self) -> None:
        """Put people to rest, or wake one who rests."""
        from netjournal.journal import editing
        from netjournal.tui.resting import RestModal

        people, picture = self.people, self.host.picture
        if not people or picture is None:
            return
        whom, day = _named(people), picture.day
        ids = [person.id for person in people]
        if len(people) == 1 and people[0].rest and people[0].rest.holds(day):
            self.host.write(f"wake: {whom}", lambda now: editing.wake(now, ids[0]))
            return
        answer = await self.app.push_screen_wait(RestModal(whom, day))
        if answer is not None:
            until = answer.until
            self.host.write(
                f"rest: {whom}",
                lambda now: [c for id in ids for c in editing.put_to_rest(now, id, day, until)],
            )
            self.acted()

    def action_copy(self) -> None:
        """Copy the highlighted value, or the best way to reach the person."""
        target, person, picture = self.target, self.person, self.host.picture
        text = target.text if target else ""
        if MARK in text:
            self.host.say("Discreet mode hides this; z shows it again.")
            return
        if picture is not None and person is not None:
            person = picture.truth.snapshot.person(person.id)
        if not text and person is not None:
            reach = [*person.phones, *person.emails]
            text = reach[0].value if reach else person.name
        if text:
            self.app.copy_to_clipboard(text)
            self.host.say(f"copied: {text}")

    @work
    async def action_edit(self) -> None:
        """Change the fields of the highlighted record, or of the person."""
        from netjournal.journal.fields import FIELDS, Reading, field_of
        from netjournal.journal.relating import named
        from netjournal.tui.modals.edit_form import EditForm

        target = self.target
        if target is None:
            return
        if target.draft is not None:
            self.host.capture(target.draft.text, target.draft)
            return
        if not await self.host.may_show():
            return
        target, picture = self.target, self.host.picture
        if target is None or picture is None:
            return
        record = record_of(picture.snapshot, target)
        if record is None or type(record) not in FIELDS:
            return
        kind = type(record)
        reading = Reading(picture.day, self.host.settings)

        def check(name: str, text: str) -> str | None:
            try:
                field_of(kind, name).with_text(record, "=", text, reading)
            except NetjournalError as error:
                return error.message
            return None

        told = record
        if isinstance(record, Person):
            # a birthday told in a line is one to be seen here, too
            told = named(picture.snapshot.person(record.id) or record, picture.snapshot)
        values = {field.name: field.text(told) for field in FIELDS[kind]}
        title = record.name if isinstance(record, Person) else target.name or "Edit"
        # of inner people no calibre is asked
        inner = isinstance(record, Person) and record.circle is Circle.INNER
        without = {"calibre"} if inner else set()
        form = EditForm(title, kind, values, check, without=without)
        answer = await self.app.push_screen_wait(form)
        if answer:
            self._save(target, title, answer, reading)

    def _save(self, target: Target, title: str, answer: Mapping[str, str], reading: Any) -> None:
        from netjournal.journal import editing

        sets = [(name, "=", text) for name, text in answer.items()]

        def decide(now: Snapshot) -> Any:
            record = record_of(now, target)
            if record is None:
                return []
            if isinstance(record, Person):
                return editing.edit_person(now, record, sets, reading)
            return editing.edit_record(now, record, sets, reading)

        self.host.write(f"edit: {title}", decide)

    @work
    async def action_remove(self) -> None:
        """Remove the highlighted record, or the person, after asking."""
        from netjournal.journal import editing
        from netjournal.tui.modals.confirm import ConfirmModal

        target, picture = self.target, self.host.picture
        if target is None or picture is None:
            return
        table, id = target.record or (Table.PEOPLE, target.person or "")
        if not id:
            return
        question = f"Remove {target.name or 'this'}? u undoes it."
        if table is Table.PEOPLE:
            question = _removal_of(PersonId(id), target.name, picture.snapshot)
        if await self.app.push_screen_wait(
            ConfirmModal(question, yes="Remove", no="Keep", title="Remove", careful=True)
        ):
            self.host.write(f"remove: {target.name}", lambda now: editing.remove(now, table, id))


def _named(people: Sequence[Person]) -> str:
    """One by name, several by their number."""
    return people[0].name if len(people) == 1 else plural(len(people), "person", "people")


def _removal_of(person: PersonId, name: str, snapshot: Snapshot) -> str:
    talks = len(snapshot.conversations_of(person))
    stay = "stays" if talks == 1 else "stay"
    kept = f" {plural(talks, 'conversation')} {stay}, without the name." if talks else ""
    return f"Remove {name} from the journal?{kept} u undoes it."


def record_of(snapshot: Snapshot, target: Target) -> Any:
    """The record as it stands: the one highlighted, else the person."""
    if target.record is None:
        return snapshot.stored_person(target.person) if target.person else None
    table, id = target.record
    read = {
        Table.COMMITMENTS: snapshot.commitment,
        Table.CONVERSATIONS: snapshot.conversation,
        Table.ENTRIES: snapshot.entry,
        Table.GATHERINGS: snapshot.gathering,
    }.get(table)
    return read(id) if read else None
