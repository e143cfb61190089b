"""Where everybody stands, computed once for a snapshot and a day and kept while it is shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from netjournal.domain.commitment import Commitment
from netjournal.domain.conversation import Conversation
from netjournal.domain.gesture import Raw, Table
from netjournal.domain.others import Entry
from netjournal.domain.person import Person
from netjournal.domain.settings import Settings
from netjournal.domain.standing import Standing, State, standing
from netjournal.domain.values import Circle, Owner, PersonId, RecordId
from netjournal.journal.snapshot import Snapshot
from netjournal.text import fold

if TYPE_CHECKING:
    from netjournal.domain.quality import Quality

MANY = 6
"""So many entering a circle on one day come by an import or a move of many."""
_NEAR = frozenset(str(circle) for circle in Circle if circle.in_network)


class Standings:
    """Everybody's standing on one day over one snapshot; each is computed when asked for."""

    def __init__(self, snapshot: Snapshot, today: date, settings: Settings) -> None:
        self.snapshot = snapshot
        self.today = today
        self.settings = settings
        self._known: dict[PersonId, Subject] = {}

    def subject(self, person: Person) -> Subject:
        """Somebody with what belongs to them."""
        known = self._known.get(person.id)
        if known is None:
            known = self._known[person.id] = Subject(person, self)
        return known

    def everybody(self) -> Iterator[Subject]:
        """All people of the journal."""
        return (self.subject(person) for person in self.snapshot.people())

    def network(self) -> Iterator[Subject]:
        """The people in circles."""
        return self._of(())

    def concerned(self) -> Iterator[Standing]:
        """Where the people in circles stand, and everybody a promise is open with.

        What passed is read only where it tells: for the circles, and for those I wait for.
        """
        promised: set[PersonId] = set()
        awaited: set[PersonId] = set()
        for promise in self.snapshot.open_commitments():
            people = map(self.snapshot.final, promise.people)
            (promised if promise.owner is Owner.MINE else awaited).update(people)
        for subject in self._of(promised | awaited):
            who = subject.person
            if who.circle.in_network or who.id in awaited:
                yield subject.standing
            else:
                yield Standing(person=who, state=State.DIED if who.died else None)

    def _of(self, others: Container[str]) -> Iterator[Subject]:
        """People in circles and some others; who is neither is not even decoded."""
        for id, raw in self.snapshot.table(Table.PEOPLE).items():
            if raw.get("circle") in _NEAR or id in others:
                person = self.snapshot.person(id)
                if person is not None and person.id == id:
                    yield self.subject(person)

    @cached_property
    def chosen_on(self) -> dict[PersonId, date]:
        """The day of the newest gathering at which somebody was chosen to be followed up."""
        days: dict[PersonId, date] = {}
        for gathering in self.snapshot.gatherings():
            for person in gathering.chosen if gathering.day else ():
                assert gathering.day is not None
                id = self.snapshot.final(person)
                days[id] = max(gathering.day, days.get(id, gathering.day))
        return days

    @cached_property
    def _arrivals(self) -> Counter[tuple[object, object]]:
        """How many entered each circle on each day."""
        raws = self.snapshot.table(Table.PEOPLE).values()
        return Counter(
            (raw.get("circle"), raw.get("circle_since"))
            for raw in raws
            if raw.get("circle") in _NEAR
        )

    def among_many(self, person: Person) -> bool:
        """Whether somebody entered their circle on one day with many others."""
        since = person.circle_since
        if since is None:
            return False
        return self._arrivals[str(person.circle), since.isoformat()] >= MANY

    @cached_property
    def met(self) -> dict[RecordId, tuple[PersonId, ...]]:
        """Who was met at each gathering."""
        return {g.id: self.snapshot.met_at(g.id) for g in self.snapshot.gatherings()}

    @cached_property
    def in_touch(self) -> InTouch:
        """The living network: the figure on top."""
        away = {State.RESTING, State.DIED}
        alive = [s.standing for s in self.network() if s.standing.state not in away]
        return InTouch(sum(each.in_touch for each in alive), len(alive))


@dataclass(frozen=True, slots=True)
class InTouch:
    """People in circles in two-way contact within their cadence, of all in circles."""

    n: int
    of: int

    def __str__(self) -> str:
        return f"in touch {self.n} of {self.of}"


class Subject:
    """One person with what belongs to them, each part read when first asked for."""

    def __init__(self, person: Person, within: Standings) -> None:
        self.person = person
        self._within = within

    @cached_property
    def conversations(self) -> Sequence[Conversation]:
        """What passed between us, newest first."""
        return self._within.snapshot.conversations_of(self.person.id)

    @cached_property
    def commitments(self) -> Sequence[Commitment]:
        """Promises of both sides, oldest first."""
        return self._within.snapshot.commitments_of(self.person.id)

    @cached_property
    def entries(self) -> Sequence[Entry]:
        """Dated lines about them, newest first."""
        return self._within.snapshot.entries_of(self.person.id)

    @cached_property
    def gatherings(self) -> Sequence[str]:
        """Names of the gatherings where we met."""
        ids = {talk.gathering for talk in self.conversations if talk.gathering}
        found = (self._within.snapshot.gathering(id) for id in ids)
        return [gathering.name for gathering in found if gathering]

    @cached_property
    def standing(self) -> Standing:
        """Where the relationship stands."""
        within = self._within
        return standing(
            self.person,
            self.conversations,
            chosen_on=within.chosen_on.get(self.person.id),
            among_many=within.among_many(self.person),
            me=within.snapshot.me,
            settings=within.settings,
            today=within.today,
        )

    @cached_property
    def quality(self) -> Quality | None:
        """How the relationship is; None for who is in no circle, or died."""
        from netjournal.domain.quality import quality

        within = self._within
        return quality(
            self.person,
            self.conversations,
            self.commitments,
            self.entries,
            me=within.snapshot.me,
            settings=within.settings,
            today=within.today,
        )

    @cached_property
    def haystack(self) -> str:
        """Everything said of them, folded, for words of a query."""
        who = self.person
        parts = [who.name, *who.nicknames, who.how_we_met, who.in_common, *who.topics]
        parts += [f"{o.name} {o.title}" for o in who.organisations]
        parts += [item.value for item in (*who.emails, *who.phones, *who.links)]
        parts += [line for address in who.addresses for line in address.lines]
        # from the raw records: a filter asks everybody, and decoding everything takes seconds
        for table, field in _SAYING:
            for raw in self._within.snapshot.raws_of(table, field, who.id):
                parts += _words_in(raw)
        # part by part: one accent would make the whole slow to fold
        return "\n".join(map(fold, filter(None, parts)))


_SAYING = (
    (Table.CONVERSATIONS, "people"),
    (Table.COMMITMENTS, "people"),
    (Table.ENTRIES, "person"),
)
"""Records that say something of a person, and the field that names whom."""


def _words_in(raw: Raw) -> Iterator[str]:
    text, topics = raw.get("text"), raw.get("topics")
    if isinstance(text, str):
        yield text
    if isinstance(topics, list | tuple):
        yield " ".join(topic for topic in topics if isinstance(topic, str))
