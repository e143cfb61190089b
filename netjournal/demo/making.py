"""The sample becomes records: keys become people, days counted back become dates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from netjournal.demo.gatherings import GATHERINGS
from netjournal.demo.lines import LINES
from netjournal.demo.near import CLOSE, INNER
from netjournal.demo.network import NETWORK
from netjournal.demo.promises import PROMISES
from netjournal.demo.rolodex import CARDS, MET
from netjournal.demo.talks import TALKS
from netjournal.demo.telling import ME as ME_KEY
from netjournal.demo.telling import Held, Passed, Promised, Someone, Told
from netjournal.domain.commitment import Commitment
from netjournal.domain.conversation import Conversation
from netjournal.domain.draft import Draft
from netjournal.domain.entry import Entry
from netjournal.domain.gathering import Gathering
from netjournal.domain.gesture import Change
from netjournal.domain.introduction import Introduction
from netjournal.domain.me import Me
from netjournal.domain.person import NamedDate, Person, Relation, Rest
from netjournal.domain.values import (
    ME,
    CommitmentState,
    PartialDate,
    PersonId,
    RecordId,
)
from netjournal.journal.changes import created

PEOPLE = (*INNER, *CLOSE, *NETWORK, *MET, *CARDS)
_SEED = 1891
"""Any number; another one gives other ids."""


class Making:
    """One sample on its way into records."""

    def __init__(self, today: date) -> None:
        self._today = today
        # not for secrets: the same ids every time are the point
        self._random = Random(_SEED)  # noqa: S311
        self._ids = {one.key: PersonId(self._id()) for one in PEOPLE} | {ME_KEY: ME}
        self._gatherings = {one.key: self._id() for one in GATHERINGS}
        self._made_so_far = 0

    def everything(self) -> tuple[Change, ...]:
        """The changes that make every record of the sample."""
        return tuple(created(record) for record in self._records())

    def _records(self) -> Iterator[object]:
        yield self._me()
        for someone in PEOPLE:
            yield self._person(someone)
        for held in GATHERINGS:
            yield self._gathering(held)
        # oldest first: of one day, what was told later was made later
        for passed in sorted(TALKS, key=lambda one: -one.ago):
            yield self._talk(passed)
        for promised in PROMISES:
            yield self._promise(promised)
        for line in LINES:
            yield self._entry(line)
        yield Introduction(
            id=self._id(), made=self._made(68), day=self._day(68), state="introduced",
            people=self._people("hannah sunniva"), text="paper for people in a hurry",
        )  # fmt: skip
        yield Draft(
            id=self._id(), made=self._made(1), day=self._day(1),
            text="Sunniva: lunch on 31 february?", reason="There is no 31 February.",
        )  # fmt: skip

    def _me(self) -> Me:
        return Me(
            made=self._made(820),
            name="Robin Tarleby",
            serve="people who run small public things: libraries, clinics, allotments",
            heading="a handbook of kind forms, and one long walk a year",
            found_at="the Tuesday print room, the library desk, the Sunday table",
            purpose="Old friends for life, and thirty people who make public things kinder.",
            topics=("gov", "print", "maps"),
            country="GB",
        )

    def _person(self, one: Someone) -> Person:
        entered = self._day(one.since) if one.circle.in_network else None
        rest = None
        if one.rest is not None:
            since, until = one.rest
            rest = Rest(self._day(since), None if until is None else self._day(-until))
        return Person(
            id=self._ids[one.key],
            made=self._made(one.since),
            name=one.name,
            circle=one.circle,
            circle_since=entered,
            origin=one.origin,
            birthday=self._birthday(*one.birthday) if one.birthday else None,
            dates=tuple(NamedDate(name, self._birthday(days)) for name, days in one.dates),
            relations=tuple(self._relation(kind, other) for kind, other in one.relations),
            rest=rest,
            died=one.died is not None,
            died_on=None if one.died is None else self._day(one.died),
            **one.fields,
        )

    def _relation(self, kind: str, other: str) -> Relation:
        known = self._ids.get(other)
        return Relation(kind=kind, person=known, name="" if known else other)

    def _birthday(self, days: int, year: int | None = None) -> PartialDate:
        day = self._day(-days)
        try:
            return PartialDate(day.month, day.day, year)
        except ValueError:  # the 29th of February of a year that has none
            return PartialDate(day.month, day.day)

    def _gathering(self, one: Held) -> Gathering:
        return Gathering(
            id=self._gatherings[one.key],
            made=self._made(max(one.ago, 0)),
            name=one.name,
            day=self._day(one.ago),
            place=one.place,
            kind=one.kind,
            aim=one.aim,
            listen=one.listen,
            chosen=self._people(one.chosen),
        )

    def _talk(self, one: Passed) -> Conversation:
        return Conversation(
            id=self._id(),
            made=self._made(one.ago),
            day=self._day(one.ago),
            channel=one.channel,
            direction=one.direction,
            people=self._people(one.people),
            mentions=self._people(one.mentions),
            text=one.text,
            reply=one.reply,
            broadcast=one.broadcast,
            topics=one.topics,
            gathering=self._gatherings[one.gathering] if one.gathering else None,
        )

    def _promise(self, one: Promised) -> Commitment:
        ended = one.done if one.done is not None else one.dropped
        state = CommitmentState.OPEN
        if ended is not None:
            state = CommitmentState.DONE if one.done is not None else CommitmentState.DROPPED
        return Commitment(
            id=self._id(),
            made=self._made(one.said),
            said=self._day(one.said),
            owner=one.owner,
            people=self._people(one.people),
            text=one.text,
            due=None if one.due is None else self._day(-one.due),
            channel=one.channel,
            every=one.every,
            ask=one.ask,
            state=state,
            done_on=None if ended is None else self._day(ended),
            outcome=one.outcome,
        )

    def _entry(self, one: Told) -> Entry:
        return Entry(
            id=self._id(),
            made=self._made(one.ago),
            day=self._day(one.ago),
            person=self._ids[one.person],
            kind=one.kind,
            text=one.text,
            topics=one.topics,
            closed=None if one.closed is None else self._day(one.closed),
        )

    def _people(self, keys: str) -> tuple[PersonId, ...]:
        return tuple(self._ids[key] for key in keys.split())

    def _day(self, ago: int) -> date:
        return self._today - timedelta(days=ago)

    def _id(self) -> RecordId:
        return RecordId(str(self._random.randrange(10**18, 2**63)))

    def _made(self, ago: int) -> str:
        """A moment of the evening of that day, later for each record made."""
        self._made_so_far += 1
        minute, second = divmod(self._made_so_far, 60)
        return f"{self._day(ago)}T19:{minute:02d}:{second:02d}.000000Z"
