"""Where everybody stands, computed once for a snapshot and a day and kept while it is shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from netjournal.domain.commitment import Commitment
from netjournal.domain.conversation import Conversation
from netjournal.domain.entry import Entry
from netjournal.domain.gesture import Raw, Table
from netjournal.domain.person import Person
from netjournal.domain.settings import Settings
from netjournal.domain.values import Circle, PersonId, RecordId
from netjournal.journal.snapshot import Snapshot
from netjournal.journal.subject import needle
from netjournal.tuples import NamedTuple

if TYPE_CHECKING:
    from netjournal.domain.item import Item, Placed
    from netjournal.domain.quality import Quality
    from netjournal.domain.standing import Standing

MANY = 6
"""So many entering a circle on one day come by an import or a move of many."""
_NEAR = tuple(str(circle) for circle in Circle if circle.in_network)


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
        return iter(self._near)

    @cached_property
    def _near(self) -> tuple[Subject, ...]:
        ids = (self.snapshot.ids_with(Table.PEOPLE, "circle", circle) for circle in _NEAR)
        return tuple(self._subjects(chain.from_iterable(ids)))

    def _subjects(self, ids: Iterable[str]) -> Iterator[Subject]:
        """Those who are there under the very id; merged ones are others."""
        for id in ids:
            person = self.snapshot.person(id)
            if person is not None and person.id == id:
                yield self.subject(person)

    @cached_property
    def lines(self) -> tuple[Placed, ...]:
        """Every line of Today in the order of attention; each says what it is when asked."""
        from netjournal.domain.attention import attention
        from netjournal.views.journalled import OnTheDay

        return attention(
            standings=[subject.standing for subject in self._near],
            promises=self.snapshot.outlines(self.today),
            journalled=OnTheDay(self.snapshot, self.today),
            gatherings=self.snapshot.gatherings(),
            met=self.met,
            me=self.snapshot.me,
            settings=self.settings,
            today=self.today,
        )

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """All that these lines say."""
        return tuple(line.item() for line in self.lines)

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
    def _arrivals(self) -> Counter[tuple[Circle, date | None]]:
        """How many entered each circle on each day."""
        return Counter((one.person.circle, one.person.circle_since) for one in self._near)

    def among_many(self, person: Person) -> bool:
        """Whether somebody entered their circle on one day with many others."""
        since = person.circle_since
        return since is not None and self._arrivals[person.circle, since] >= MANY

    @cached_property
    def met(self) -> dict[RecordId, tuple[PersonId, ...]]:
        """Who was met at each gathering."""
        return {g.id: self.snapshot.met_at(g.id) for g in self.snapshot.gatherings()}

    @cached_property
    def in_touch(self) -> InTouch:
        """The living network: the figure on top."""
        counted = [one.standing for one in self.network() if one.standing.is_counted]
        return InTouch(sum(each.in_touch for each in counted), len(counted))


class InTouch(NamedTuple):
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
        from netjournal.domain.replies import lately
        from netjournal.domain.standing import standing

        within = self._within
        if self.person.circle.in_network:
            talks = self.conversations
        else:
            talks = lately(within.snapshot.lately_with(self.person.id), within.today)
        return standing(
            self.person,
            talks,
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
    def haystack(self) -> bytes:
        """Everything said of them, for words of a query."""
        who = self.person
        parts = [who.name, *who.nicknames, who.how_we_met, who.in_common, *who.topics]
        parts += [f"{o.name} {o.title}" for o in who.organisations]
        parts += [item.value for item in (*who.emails, *who.phones, *who.links)]
        parts += [line for address in who.addresses for line in address.lines]
        # from the raw records: a filter asks everybody, and decoding everything takes seconds
        for table, field in _SAYING:
            for raw in self._within.snapshot.raws_of(table, field, who.id):
                parts += _words_in(raw)
        # part by part: most are ASCII, which is folded soonest
        return b"\n".join(map(needle, filter(None, parts)))


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
