"""Every view of Today, giving, gatherings and the network over a loaded journal, and its growth."""

from __future__ import annotations

import gc
import random
import statistics
import time
from collections.abc import Callable, Iterator
from datetime import timedelta

from netjournal.domain.conversation import Conversation
from netjournal.domain.entry import Entry
from netjournal.domain.gathering import Gathering
from netjournal.domain.gesture import Change, Table
from netjournal.domain.settings import Settings
from netjournal.domain.values import Channel, Circle, Direction, EntryKind, PersonId, RecordId
from netjournal.journal.changes import created
from netjournal.journal.journal import Journal
from netjournal.journal.snapshot import Snapshot
from netjournal.views.gathering_report import gatherings_report
from netjournal.views.gatherings import gatherings_view
from netjournal.views.give import give_report, give_view
from netjournal.views.network import network_view
from netjournal.views.network_report import network_report
from netjournal.views.standings import Standings
from netjournal.views.today import today_view
from netjournal.views.week import week_view
from tests.benchmarks.figures import Effort, Figure, Series
from tests.benchmarks.journals import TODAY, Journals

ROUNDS = 15
_VOWELS, _CONSONANTS = "aeiou", "bdfgklmnprst"
_WORDS = [a + b + c + d for a in _CONSONANTS for b in _VOWELS for c in "lnrst" for d in _VOWELS]


def measure(effort: Effort, journals: Journals) -> Iterator[Series]:
    """The CPU of each view on a warm snapshot; a new ``Standings`` each time."""
    figures = []
    for size in effort.sizes:
        snapshot = Journal(journals.copy(size)).snapshot
        snapshot = snapshot.after(_more(snapshot))
        for name, view in _views().items():
            figures.append(Figure(name, size, _median(snapshot, view)))
    yield Series("views", "", None, tuple(figures))


def _views() -> dict[str, Callable[[Standings], object]]:
    return {
        "today": today_view,
        "week": week_view,
        "give": lambda known: give_report(give_view(known), known),
        "gatherings": lambda known: gatherings_report(gatherings_view(known), known),
        "network": lambda known: network_report(network_view(known), known),
    }


def _median(snapshot: Snapshot, view: Callable[[Standings], object]) -> float:
    view(Standings(snapshot, TODAY, Settings()))  # decodes and indexes: a warm snapshot has both
    gc.collect()
    gc.freeze()  # as the TUI does once it has loaded
    spent = []
    for _ in range(ROUNDS):
        start = time.process_time()
        view(Standings(snapshot, TODAY, Settings()))
        spent.append((time.process_time() - start) * 1e3)
    return statistics.median(spent)


def _more(snapshot: Snapshot) -> Iterator[Change]:
    """Needs, offers and gifts of one in twenty, and a gathering a fortnight for a year.

    Promises of people in no circle are taken out: nobody has five thousand of them open.
    """
    rng = random.Random(11)
    people = [person.id for person in snapshot.people()]
    kinds = (EntryKind.NEED, EntryKind.OFFER, EntryKind.GAVE, EntryKind.GOT)

    def id() -> RecordId:
        return RecordId(str(rng.randrange(10**15, 2**63)))

    for person in people[::20]:
        # few words are said often and most of them seldom, as in any language
        text = " ".join(_WORDS[int(len(_WORDS) ** rng.random()) - 1] for _ in range(4))
        day = TODAY - timedelta(days=rng.randrange(400))
        yield created(Entry(id=id(), made="2024", day=day, person=person, kind=rng.choice(kinds),
                            text=text))  # fmt: skip
    for promise in snapshot.commitments():
        if all(snapshot.person(id).circle is Circle.ROLODEX for id in promise.people):  # type: ignore[union-attr]  # they are there
            raw = snapshot.raw(Table.COMMITMENTS, promise.id)
            yield Change(Table.COMMITMENTS, promise.id, raw, None)
    near = [person.id for person in snapshot.people() if person.circle is Circle.NETWORK]
    for fortnight in range(26):
        day = TODAY - timedelta(days=14 * fortnight)
        met: list[PersonId] = rng.sample(people, 8)
        event = Gathering(id=id(), made="2024", name=f"Evening {fortnight}", day=day,
                          chosen=(near[fortnight % len(near)],))  # fmt: skip
        yield created(event)
        yield created(Conversation(id=id(), made="2024", day=day, channel=Channel.MET,
                                   direction=Direction.MUTUAL, people=tuple(met),
                                   gathering=event.id))  # fmt: skip
