"""Records that hold the words of a search and fulfil its conditions, before they are in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from netjournal.domain.gesture import Raw, Table, texts_in
from netjournal.domain.values import ME
from netjournal.text import fold
from netjournal.tuples import NamedTuple

if TYPE_CHECKING:
    from netjournal.journal.snapshot import Snapshot

KINDS: Mapping[Table, str] = {
    Table.PEOPLE: "person",
    Table.CONVERSATIONS: "conversation",
    Table.COMMITMENTS: "commitment",
    Table.ENTRIES: "entry",
    Table.GATHERINGS: "gathering",
    Table.CARDS: "card",
}
"""The tables that are searched, and what a record of each is called."""
_DAYS: Mapping[Table, str] = {
    Table.CONVERSATIONS: "day",
    Table.COMMITMENTS: "due",
    Table.ENTRIES: "day",
    Table.GATHERINGS: "day",
}
"""What passed, and the field of its day."""
_TEXTS = (Table.CONVERSATIONS, Table.COMMITMENTS, Table.ENTRIES)
"""Those that have a text."""
# fields that hold no words of a person: ids, days, and the words of the program
_SKIPPED = frozenset(
    {"made", "id", "canon", "archive", "circle", "state", "owner", "origin", "channel", "direction"}
    | {"kind", "reply", "conversation", "person", "people", "mentions", "gathering", "follows"}
    | {"day", "said", "due", "snoozed", "snoozed_on", "done_on", "circle_since", "since", "until"}
    | {"closed", "died_on", "greeted", "unit", "preferred", "never", "chosen", "blob", "guess"}
)


class Wanted(NamedTuple):
    """One alternative of a search: words of the record, conditions on its people."""

    words: tuple[str, ...]
    without: tuple[str, ...]
    people: frozenset[str] | None
    """Those who fulfil the conditions; None: anybody, and what belongs to nobody."""

    @property
    def is_plain(self) -> bool:
        """Whether the words are all that is asked."""
        return not self.without and self.people is None

    def holds(self, folded: str, people: Sequence[str]) -> bool:
        """Whether a record holds all the words, and belongs to somebody asked for."""
        if not all(word in folded for word in self.words):
            return False
        if any(word in folded for word in self.without):
            return False
        return self.people is None or not self.people.isdisjoint(people)


class Match(NamedTuple):
    """A record that holds the words, before more is asked of it."""

    table: Table
    id: str
    raw: Raw
    word: str
    """The first one looked for."""
    snapshot: Snapshot

    @property
    def day(self) -> str:
        """Its ISO day; nothing for people and cards."""
        day = self.raw.get(_DAYS[self.table]) if self.table in _DAYS else None
        return day[:10] if isinstance(day, str) else ""

    @property
    def people(self) -> Sequence[str]:
        """Those it belongs to."""
        return _people(self.table, self.id, self.raw, self.snapshot)

    @property
    def person(self) -> str | None:
        """The person it belongs to, if one."""
        return next(iter(self.people), None)

    @property
    def name(self) -> str:
        """What its people are called."""
        own = self.raw.get("name") if self.table is Table.PEOPLE else None
        return own if isinstance(own, str) else ", ".join(self.snapshot.names_of(self.people))

    @property
    def short(self) -> str:
        """The shortest beginning of its id that names no other record."""
        return self.snapshot.short(self.id)

    @property
    def text(self) -> str:
        """All that people wrote in it, one thing a line."""
        return "\n".join(texts_in(self.raw, _SKIPPED))


class Matches:
    """What a search finds; of what is sure to be found and not shown, next to nothing is read."""

    def __init__(self, snapshot: Snapshot, sides: Sequence[Wanted]) -> None:
        self._snapshot = snapshot
        self._sides = sides
        self._words = [side.words for side in sides]
        self._asks_for_people = any(side.people is not None for side in sides)
        # with one side what is said is enough, where it holds the words
        self._only = sides[0].words if len(sides) == 1 and sides[0].is_plain else ()
        self._sayings = {
            table: snapshot.saying(table, self._only[0], _DAYS[table])
            for table in (_TEXTS if len(self._only) == 1 else ())
        }
        self.people = [*self._among(Table.PEOPLE)]
        self._by_day: dict[str, list[Match]] = {}
        for table in _DAYS:
            for match in self._among(table):
                self._by_day.setdefault(match.day, []).append(match)
        known = {match.id for match in self.people}
        # a card says again what the person says that came from it
        self.cards = [one for one in self._among(Table.CARDS) if one.person not in known]

    def __len__(self) -> int:
        passed = sum(map(len, self._by_day.values()))
        said = sum(map(len, self._sayings.values()))
        return len(self.people) + passed + said + len(self.cards)

    def days(self) -> Iterator[Sequence[Match]]:
        """What passed, all of one day together, the newest first."""
        days = set(self._by_day).union(*(saying.lines for saying in self._sayings.values()))
        for day in sorted(days, reverse=True):
            alike = [*self._by_day.get(day, ())]
            for table, saying in self._sayings.items():
                rows = saying.of(day).items()
                alike += (self._match(table, id, raw, self._only[0]) for id, raw in rows)
            yield alike

    def _among(self, table: Table) -> Iterator[Match]:
        """The records of a table that hold what is wanted, but for those sure to say it."""
        if table in self._sayings:
            rows = self._sayings[table].others
        else:
            rows = self._snapshot.holding(table, self._words)
        for id, raw in rows.items():
            if table in _DAYS and self._only and _says(raw, self._only):
                yield self._match(table, id, raw, self._only[0])
            else:
                word = self._word_held(table, id, raw)
                if word is not None:
                    yield self._match(table, id, raw, word)

    def _match(self, table: Table, id: str, raw: Raw, word: str) -> Match:
        return Match(table, id, raw, word, self._snapshot)

    def _word_held(self, table: Table, id: str, raw: Raw) -> str | None:
        """The first word of the first side that a record fulfils; None where it fulfils none."""
        if id == ME or "merged_into" in raw:
            return None
        # text by text: most often one of the first holds it
        texts = map(fold, texts_in(raw, _SKIPPED))
        if len(self._only) == 1 and "\n" not in self._only[0]:
            word = self._only[0]
            return word if any(word in text for text in texts) else None
        folded = "\n".join(texts)
        people = _people(table, id, raw, self._snapshot) if self._asks_for_people else ()
        side = next((side for side in self._sides if side.holds(folded, people)), None)
        return None if side is None else next(iter(side.words), "")


def _says(raw: Raw, words: Iterable[str]) -> bool:
    """Whether the text of a record, of which most is only read so far, holds the words."""
    said = raw.get("text")
    if not isinstance(said, str):
        return False
    folded = fold(said)
    return all(word in folded for word in words)


def _people(table: Table, id: str, raw: Raw, snapshot: Snapshot) -> Sequence[str]:
    if table is Table.PEOPLE:
        return (id,)
    people = raw.get("people") or [raw.get("person")]
    named = people if isinstance(people, list | tuple) else ()
    return [snapshot.final(person) for person in named if isinstance(person, str)]
