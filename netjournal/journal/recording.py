"""A line and its people become changes: everything quick add writes is a new record.

The one thing it touches besides is the follow-up of mine that the contact fulfils.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from netjournal.capture.reading import Capture, Who
from netjournal.clock import now
from netjournal.domain.conversation import Conversation
from netjournal.domain.gesture import Change
from netjournal.domain.values import Circle, EntryKind, Origin, PersonId, RecordId
from netjournal.errors import InputError
from netjournal.journal.changes import created, new_id
from netjournal.journal.matching import Meant
from netjournal.tuples import NamedTuple

if TYPE_CHECKING:
    from netjournal.domain.commitment import Commitment
    from netjournal.domain.entry import Entry
    from netjournal.domain.gathering import Gathering
    from netjournal.domain.introduction import Introduction
    from netjournal.domain.person import Person
    from netjournal.domain.promises import Closing
    from netjournal.journal.known import Known


class Recorded(NamedTuple):
    """What a line adds to the journal, before it is written."""

    label: str
    """The gesture in words: ``noted a call with Ana Ruiz``."""
    changes: tuple[Change, ...]
    people: tuple[PersonId, ...] = ()
    made: tuple[Person, ...] = ()
    conversation: Conversation | None = None
    entries: tuple[Entry, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    introductions: tuple[Introduction, ...] = ()
    gatherings: tuple[Gathering, ...] = ()
    closed: tuple[Commitment, ...] = ()
    """Follow-ups of mine that this contact fulfils."""
    left_open: tuple[Commitment, ...] = ()
    """Several that it may fulfil: none was closed."""
    unlinked: tuple[Who, ...] = ()
    hints: tuple[str, ...] = ()
    """What was left as text on purpose, and how to say it if more was meant."""


def record(capture: Capture, meant: Meant, known: Known, today: date) -> Recorded:
    """What the line adds, with ids chosen; pure but for those and the moment.

    Raises:
        InputError: nothing in the line can be stored, or a part of it belongs to nobody.
    """
    return _Recording(capture, meant, known, today).recorded()


def draft(text: str, reason: str, today: date) -> Change:
    """The change that keeps a line that could not be read yet."""
    from netjournal.domain.draft import Draft

    return created(Draft(id=new_id(), made=now(), day=today, text=text, reason=reason))


class _Recording:
    """One line on its way into records."""

    def __init__(self, capture: Capture, meant: Meant, known: Known, today: date) -> None:
        self.capture = capture
        self.meant = meant
        self.known = known
        self.today = today
        self.at = now()
        self.people = self._ids(capture.people)

    def recorded(self) -> Recorded:
        gathering = self._gathering()
        where = gathering.id if gathering else self._known_gathering()
        made = tuple(self._person(id, where) for id in self.meant.made)
        talk = self._conversation(where)
        entries = (*self._notes(talk), *self._entries(talk), *self._birthdays())
        promises = tuple(self._promises(talk))
        intros = tuple(self._introductions())
        records = (gathering, *made, talk, *entries, *promises, *intros)
        changes = [created(record) for record in records if record is not None]
        if not changes:
            raise InputError("There is nothing in this line to store. Say what happened.")
        mine = self._my_open()
        fulfilled = self._fulfilled(talk, mine, changes) if talk and mine else None
        return Recorded(
            label=self._label(talk, entries, promises, intros),
            changes=tuple(changes),
            people=self.people,
            made=made,
            conversation=talk,
            entries=entries,
            commitments=promises,
            introductions=intros,
            gatherings=(gathering,) if gathering else (),
            closed=tuple(fulfilled.closed) if fulfilled else (),
            left_open=tuple(fulfilled.left_open) if fulfilled else (),
            unlinked=self.meant.unlinked,
            hints=self.capture.hints,
        )

    def _ids(self, people: Iterable[Who]) -> tuple[PersonId, ...]:
        ids = (self.meant.id_of(who) for who in people)
        return tuple(dict.fromkeys(id for id in ids if id is not None))

    def _whose(self, people: Sequence[Who], what: str) -> tuple[PersonId, ...]:
        """The people a clause belongs to: its own, else everybody of the line."""
        ids = self._ids(people) or self.people
        if not ids:
            raise InputError(f"Whom is {what!r} about? Begin the line with a name, as in 'Ana: …'.")
        return ids

    def _my_open(self) -> Collection[Commitment]:
        """My follow-ups with anybody of the line; one with several of them is still one."""
        found = (promise for id in self.people for promise in self.known.follow_ups_of(id))
        return {promise.id: promise for promise in found}.values()

    def _fulfilled(
        self, talk: Conversation, mine: Collection[Commitment], changes: list[Change]
    ) -> Closing:
        """What the contact closes; the changes of that are added."""
        from netjournal.domain.promises import closed_by  # most lines find nothing open
        from netjournal.journal import closing

        fulfilled = closed_by(talk, mine)
        for promise in fulfilled.closed:
            changes += closing.done(self.known, promise, on=self.capture.day)
        return fulfilled

    def _gathering(self) -> Gathering | None:
        event = self.capture.event
        if event is None or event.known is not None:
            return None
        from netjournal.domain.gathering import Gathering

        return Gathering(id=new_id(), made=self.at, name=event.name, day=self.capture.day)

    def _known_gathering(self) -> RecordId | None:
        event = self.capture.event
        return event.known.gathering if event and event.known else None

    def _person(self, key: str, gathering: RecordId | None) -> Person:
        from netjournal.domain.person import Labelled, Person

        who = self.meant.made[key]
        at_gathering = gathering is not None
        return Person(
            id=self.meant.ids[key],
            made=self.at,
            name=who.text.strip(),
            emails=tuple(Labelled(email) for email in who.emails),
            phones=tuple(Labelled(phone) for phone in who.phones),
            # someone new at a gathering stays in the rolodex until chosen
            circle=Circle.ROLODEX if at_gathering else Circle.NETWORK,
            circle_since=None if at_gathering else self.today,
            origin=Origin.GATHERING if at_gathering else Origin.HAND,
        )

    def _conversation(self, gathering: RecordId | None) -> Conversation | None:
        talk = self.capture.talk
        if talk is None:
            return None
        if not self.people and not talk.broadcast:
            raise InputError("With whom? Name the person, as in 'called Ana' or 'Ana: coffee'.")
        return Conversation(
            id=new_id(),
            made=self.at,
            day=talk.day,
            channel=talk.channel,
            direction=talk.direction,
            reply=talk.reply,
            broadcast=talk.broadcast,
            people=self.people,
            mentions=tuple(i for i in self._ids(self.capture.mentions) if i not in self.people),
            text=self._text(),
            settled=talk.settled,
            topics=self.capture.topics,
            gathering=gathering,
        )

    def _notes(self, talk: Conversation | None) -> Iterable[Entry]:
        text = self._text()
        if talk is None and text:
            for person in self._whose((), text):
                yield self._entry(EntryKind.NOTE, person, text, None)

    def _text(self) -> str:
        """What remains of the line; a full stop that only parted it from a clause falls away."""
        body, capture = self.capture.body, self.capture
        if (capture.promises or capture.lines or capture.topics) and ". " not in body:
            return body.removesuffix(".")
        return body

    def _entries(self, talk: Conversation | None) -> Iterable[Entry]:
        for line in self.capture.lines:
            for person in self._whose(line.people, line.text):
                yield self._entry(line.kind, person, line.text, talk)

    def _entry(
        self, kind: EntryKind, person: PersonId, text: str, talk: Conversation | None
    ) -> Entry:
        from netjournal.domain.entry import Entry

        return Entry(
            id=new_id(),
            made=self.at,
            day=self.capture.day,
            person=person,
            kind=kind,
            text=text,
            topics=self.capture.topics,
            conversation=talk.id if talk else None,
        )

    def _birthdays(self) -> Iterable[Entry]:
        for birthday in self.capture.birthdays:
            text = str(birthday.day)
            for person in self._whose(birthday.people, f"birthday {text}"):
                yield self._entry(EntryKind.BIRTHDAY, person, text, None)

    def _promises(self, talk: Conversation | None) -> Iterable[Commitment]:
        for promise in self.capture.promises:
            from netjournal.domain.commitment import Commitment

            yield Commitment(
                id=new_id(),
                made=self.at,
                said=self.capture.day,
                owner=promise.owner,
                people=self._whose(promise.people, promise.text),
                text=promise.text,
                due=promise.due,
                channel=promise.channel,
                every=promise.every,
                ask=promise.ask,
                conversation=talk.id if talk else None,
            )

    def _introductions(self) -> Iterable[Introduction]:
        for intro in self.capture.intros:
            people = self._ids(intro.people)
            if len(people) < 2:
                raise InputError("An introduction needs two people, as in 'intro: Ana and Bob'.")
            from netjournal.domain.introduction import Introduction

            yield Introduction(
                id=new_id(), made=self.at, day=self.capture.day, people=people, text=intro.text
            )

    def _label(
        self,
        talk: Conversation | None,
        entries: Sequence[Entry],
        promises: Sequence[Commitment],
        intros: Sequence[Introduction],
    ) -> str:
        new = {id: self.meant.made[key].text for key, id in self.meant.ids.items()
               if key in self.meant.made}  # fmt: skip
        of_others = (*(each.people for each in promises), *(each.people for each in intros))
        ids = self.people or next(filter(None, of_others), ())
        ids = ids or tuple(entry.person for entry in entries)
        names = ", ".join(new.get(id) or self.known.name_of(id) for id in dict.fromkeys(ids))
        noted = next((each.kind.replace("_", " ") for each in entries), "")
        noted = noted or ("introduction" if intros else "note")
        what = str(talk.channel) if talk else "promise" if promises else noted
        return f"add {what}: {names}" if names else f"add {what}"
