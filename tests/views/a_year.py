"""A year in a life, seeded: 300 people, 30 of them in circles, six gatherings, answers by channel.

Whoever keeps this journal calls and writes at about the rhythm of the circles, not always; whom
they reach answers as people of that nearness and over that channel do. Invented throughout.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from netjournal.domain.commitment import Commitment
from netjournal.domain.conversation import Conversation
from netjournal.domain.entry import Entry
from netjournal.domain.gathering import Gathering
from netjournal.domain.gesture import Change
from netjournal.domain.introduction import Introduction
from netjournal.domain.me import Me
from netjournal.domain.person import Address, FitAnswer, FitQuestion, Labelled, Person
from netjournal.domain.values import (
    Channel,
    Circle,
    CommitmentState,
    Direction,
    EntryKind,
    Origin,
    Owner,
    PartialDate,
    PersonId,
    RecordId,
    Reply,
)
from netjournal.journal.changes import created

TODAY = date(2026, 3, 11)
PEOPLE, INNER, CLOSE, NETWORK, GATHERINGS = 300, 4, 9, 17, 6
_GIVEN = [
    "Ada",
    "Ben",
    "Cem",
    "Dora",
    "Elif",
    "Finn",
    "Greta",
    "Hugo",
    "Ines",
    "Jon",
    "Kaja",
    "Leo",
    "Mina",
    "Nils",
    "Olga",
    "Pio",
    "Runa",
    "Sven",
    "Tilda",
]
_FAMILY = [
    "Arlt",
    "Boom",
    "Cray",
    "Dahl",
    "Egede",
    "Frost",
    "Gorm",
    "Holt",
    "Ives",
    "Juhl",
    "Krag",
    "Lund",
    "Moe",
    "Nygaard",
    "Oram",
    "Pell",
]
_TALK = (
    "the allotment and its fence", "her new job", "the choir", "the reading group", "a flat",
    "the bridge that is closed", "his mother", "a trip to the coast", "the grant", "old maps",
    "the boat", "how the shop goes", "the exhibition", "the night train",
)  # fmt: skip
_THINGS = (
    "printer", "translator", "accountant", "room in Leeds", "boat trailer", "reader for a draft",
    "piano teacher", "carpenter", "grant writer", "map archive", "beekeeper", "night shift nurse",
)  # fmt: skip
_TOPICS = ("maps", "print", "choir", "boats", "libraries", "bees")
# how likely an answer is, by means and nearness; how many days it takes
_ANSWERS = {Channel.PHONE: 0.7, Channel.EMAIL: 0.6, Channel.POSTCARD: 0.55, Channel.MESSAGE: 0.8}
_NEARNESS = {Circle.INNER: 1.3, Circle.CLOSE: 1.15, Circle.NETWORK: 0.9, Circle.ROLODEX: 0.4}
_DAYS = {Channel.PHONE: (0, 1), Channel.EMAIL: (0, 6), Channel.POSTCARD: (8, 30),
         Channel.MESSAGE: (0, 2)}  # fmt: skip
_RHYTHM = {Circle.INNER: 19, Circle.CLOSE: 58, Circle.NETWORK: 170}


class Year:
    """Makes the records of the year, day by day."""

    def __init__(self, seed: int = 5) -> None:
        self._rng = random.Random(seed)
        self._made = 0
        self._records: list[Any] = []
        self.people: list[Person] = []

    def changes(self) -> tuple[Change, ...]:
        """Everything as one act."""
        self._records.append(Me(made="2025-01-01T08:00:00Z", name="Sam Weller", country="GB",
                                serve="people who keep small archives", heading="a river map",
                                topics=("maps", "print")))  # fmt: skip
        self._persons()
        for person in self.people:
            if person.circle.in_network:
                self._life_with(person)
        for number in range(GATHERINGS):
            self._evening(number)
        self._lines()
        return tuple(map(created, [*self.people, *self._records]))

    def _id(self) -> RecordId:
        return RecordId(str(self._rng.randrange(10**15, 2**63)))

    def _moment(self, day: date) -> str:
        self._made += 1
        return f"{day.isoformat()}T18:00:00.{self._made % 10**6:06d}Z"

    def _persons(self) -> None:
        circles = [Circle.INNER] * INNER + [Circle.CLOSE] * CLOSE + [Circle.NETWORK] * NETWORK
        circles += [Circle.ROLODEX] * (PEOPLE - len(circles))
        names = [f"{given} {family}" for family in _FAMILY for given in _GIVEN]
        self._rng.shuffle(names)
        for circle, name in zip(circles, names, strict=False):
            first = TODAY - timedelta(days=self._rng.randint(400, 900))
            near = circle.in_network
            self.people.append(
                Person(
                    id=PersonId(self._id()),
                    made=self._moment(first),
                    name=name,
                    circle=circle,
                    circle_since=first if near else None,
                    origin=Origin.HAND if near else Origin.IMPORT,
                    phones=(Labelled("+44 20 7946 0001"),) if self._rng.random() < 0.8 else (),
                    emails=(Labelled("one@example.org"),) if self._rng.random() < 0.8 else (),
                    addresses=(Address(street="1 High Street", city="Leeds",
                                       country=self._rng.choice(["", "", "France"])),)
                    if self._rng.random() < 0.6 else (),
                    birthday=PartialDate(self._rng.randint(1, 12), self._rng.randint(1, 28))
                    if near and self._rng.random() < 0.6 else None,
                    topics=tuple(self._rng.sample(_TOPICS, 1)) if near else (),
                    calibre=self._rng.randint(2, 5)
                    if circle in {Circle.CLOSE, Circle.NETWORK} and self._rng.random() < 0.8
                    else None,
                    fit=tuple(
                        FitAnswer(question, self._rng.randint(1, 3))
                        for question in list(FitQuestion)[:4]
                    )
                    if circle is Circle.CLOSE else (),
                )
            )  # fmt: skip

    def _life_with(self, person: Person) -> None:
        """Calls and letters at about the circle's rhythm; some people fall silent in summer."""
        rhythm = _RHYTHM[person.circle]
        ends = TODAY
        if self._rng.random() < 0.25:
            ends = TODAY - timedelta(days=self._rng.randint(rhythm, 4 * rhythm))
        day = TODAY - timedelta(days=365 - self._rng.randint(0, rhythm))
        while day < ends:
            self._contact(person, day)
            day += timedelta(days=round(rhythm * self._rng.uniform(0.5, 1.4)))

    def _contact(self, person: Person, day: date) -> None:
        roll = self._rng.random()
        if roll < 0.35:
            self._talk(person, day, Channel.MET, Direction.MUTUAL)
        elif roll < 0.5:
            channel = self._rng.choice([Channel.PHONE, Channel.EMAIL, Channel.MESSAGE])
            self._talk(person, day, channel, Direction.INBOUND)
        else:
            self._reach_out(person, day)

    def _reach_out(self, person: Person, day: date) -> bool:
        """I call or write, and an answer comes or does not."""
        channel = self._rng.choice(list(_ANSWERS))
        answered = self._rng.random() < _ANSWERS[channel] * _NEARNESS[person.circle]
        if channel is Channel.PHONE:
            self._talk(person, day, channel, Direction.OUTBOUND,
                       reply=None if answered else Reply.NONE)  # fmt: skip
            return answered
        self._talk(person, day, channel, Direction.OUTBOUND)
        later = day + timedelta(days=self._rng.randint(*_DAYS[channel]))
        if answered and later <= TODAY:
            self._talk(person, later, channel, Direction.INBOUND)
        return answered

    def _talk(self, person: Person, day: date, channel: Channel, direction: Direction,
              **more: Any) -> Conversation:  # fmt: skip
        talk = Conversation(
            id=self._id(), made=self._moment(day), day=day, channel=channel, direction=direction,
            people=(person.id,), text=self._rng.choice(_TALK), **more,
        )  # fmt: skip
        self._records.append(talk)
        return talk

    def _evening(self, number: int) -> None:
        """Eight or so met, up to three chosen, some of them followed up."""
        day = TODAY - timedelta(days=330 - 62 * number)
        kind = ("dinner", "fair", "talk")[number % 3]
        rolodex = [one for one in self.people if one.circle is Circle.ROLODEX]
        met = self._rng.sample(rolodex, {"dinner": 5, "fair": 14, "talk": 8}[kind])
        chosen = met[: self._rng.randint(1, 3)]
        event = Gathering(
            id=self._id(), made=self._moment(day), name=f"{kind.title()} of {day:%B}", day=day,
            kind=kind, place="Leeds", aim=("somebody who keeps maps",),
            chosen=tuple(one.id for one in chosen),
        )  # fmt: skip
        self._records.append(event)
        for one in met:
            self._talk(one, day, Channel.MET, Direction.MUTUAL, gathering=event.id)
        for one in chosen:
            self._enter(one, day, kind)
            self._records.append(
                self._entry(one, EntryKind.REMEMBER, "the last two at the urn", day)
            )

    def _enter(self, person: Person, day: date, kind: str) -> None:
        """Somebody chosen is in the network from then on; who came to a dinner answers more."""
        near = person._replace(circle=Circle.NETWORK, circle_since=day)
        self.people[self.people.index(person)] = near
        if self._rng.random() < 0.75:
            first = day + timedelta(days=self._rng.choice([1, 2, 6]))
            answered = self._reach_out(near, first)
            again = first + timedelta(days=self._rng.randint(40, 120))
            if answered and kind != "fair" and again < TODAY:
                self._talk(near, again, Channel.PHONE, Direction.MUTUAL)

    def _entry(self, person: Person, kind: EntryKind, text: str, day: date) -> Entry:
        return Entry(id=self._id(), made=self._moment(day), day=day, person=person.id, kind=kind,
                     text=text)  # fmt: skip

    def _lines(self) -> None:
        """Needs, offers, gifts, promises of both sides, and two introductions."""
        near = [one for one in self.people if one.circle.in_network]
        self._records += self._exchange(near)
        self._records += self._promises(near)
        for state, back in (("introduced", 45), ("idea", 4)):
            one, other = self._rng.sample(near, 2)
            day = TODAY - timedelta(days=back)
            self._records.append(
                Introduction(id=self._id(), made=self._moment(day), day=day,
                             people=(one.id, other.id), state=state, text="old maps")
            )  # fmt: skip

    def _exchange(self, near: Sequence[Person]) -> Iterator[Entry]:
        kinds = [EntryKind.NEED] * 9 + [EntryKind.OFFER] * 9 + [EntryKind.GAVE] * 10
        for kind in [*kinds, *[EntryKind.GOT] * 6]:
            day = TODAY - timedelta(days=self._rng.randint(1, 360))
            article = "a " if kind is EntryKind.NEED else "knows a "
            text = article + self._rng.choice(_THINGS)
            yield self._entry(self._rng.choice(near), kind, text, day)

    def _promises(self, near: Sequence[Person]) -> Iterator[Commitment]:
        for number in range(40):
            said = TODAY - timedelta(days=self._rng.randint(1, 340))
            due = said + timedelta(days=self._rng.randint(3, 40))
            kept = due < TODAY and self._rng.random() < 0.85
            yield Commitment(
                id=self._id(), made=self._moment(said), said=said, due=due,
                owner=Owner.MINE if number % 3 else Owner.THEIRS,
                people=(self._rng.choice(near).id,), text=f"send {self._rng.choice(_THINGS)}",
                channel=self._rng.choice([None, Channel.EMAIL, Channel.POSTCARD]),
                state=CommitmentState.DONE if kept else CommitmentState.OPEN,
                done_on=said + timedelta(days=self._rng.randint(1, 20)) if kept else None,
            )  # fmt: skip
