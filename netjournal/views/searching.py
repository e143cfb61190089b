"""Search: every person, conversation, promise, entry and gathering that holds all the words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import attrgetter

from netjournal.domain.gesture import Raw, Table, texts_in
from netjournal.domain.values import ME
from netjournal.journal.algebra import Anybody, Not, Query, Word
from netjournal.journal.alternatives import alternatives
from netjournal.journal.queries import parse_query
from netjournal.journal.snapshot import Snapshot
from netjournal.text import fold
from netjournal.tuples import NamedTuple
from netjournal.views.standings import Standings

AROUND = 30
"""Characters of a snippet on either side of the first word."""

_WHERE: Mapping[Table, tuple[str, str]] = {
    Table.PEOPLE: ("person", "made"),
    Table.CONVERSATIONS: ("conversation", "day"),
    Table.COMMITMENTS: ("commitment", "due"),
    Table.ENTRIES: ("entry", "day"),
    Table.GATHERINGS: ("gathering", "day"),
    Table.CARDS: ("card", "made"),
}
# fields that hold no words of a person: ids, days, and the words of the program
_SKIPPED = frozenset(
    {"made", "id", "canon", "archive", "circle", "state", "owner", "origin", "channel", "direction"}
    | {"kind", "reply", "conversation", "person", "people", "mentions", "gathering", "follows"}
    | {"day", "said", "due", "snoozed", "snoozed_on", "done_on", "circle_since", "since", "until"}
    | {"closed", "died_on", "greeted", "unit", "preferred", "never", "chosen", "blob", "guess"}
)


class Hit(NamedTuple):
    """One record that holds the words."""

    kind: str
    id: str
    short: str
    person: str | None
    """The person it belongs to, if one."""
    name: str
    day: str
    snippet: str


class _Wanted(NamedTuple):
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


class Found(NamedTuple):
    """What a search finds."""

    hits: tuple[Hit, ...]
    """The first of them."""
    total: int


def search(standings: Standings, text: str, *, limit: int | None = None) -> tuple[Hit, ...]:
    """Records that a query asks for: people first, then the newest, then cards.

    Words are looked for in each record by itself, case and accents folded; conditions such as
    ``circle:close`` ask about the people a record belongs to.

    Raises:
        UsageError: a field of the query is unknown, or a value cannot be.
    """
    return found(standings, text, limit=limit).hits


def found(standings: Standings, text: str, *, limit: int | None = None) -> Found:
    """The same with the number of all there are, of which no more than wanted are told.

    Raises:
        UsageError: as for ``search``.
    """
    snapshot = standings.snapshot
    sides = [side for side in _sides(text, standings) if side.words or side.people is not None]
    if not sides:
        return Found((), 0)
    words = [side.words for side in sides]
    matches = [
        match
        for table in _WHERE
        for match in _matches(table, snapshot.holding(table, words), sides, snapshot)
    ]
    known = {match.id for match in matches if match.table is Table.PEOPLE}
    # a card says again what the person says that came from it
    kept = [one for one in matches if one.table is not Table.CARDS or one.person not in known]
    kept.sort(key=attrgetter("day"), reverse=True)
    kept.sort(key=attrgetter("group"))
    hits: list[Hit] = []
    for _, alike in groupby(kept, key=attrgetter("group", "day")):
        if limit is not None and len(hits) >= limit:
            break
        named = sorted(alike, key=lambda one: (fold(one.name), one.id))
        left = None if limit is None else limit - len(hits)
        hits += [_hit(one) for one in named[:left]]
    return Found(tuple(hits), len(kept))


_GROUP = {Table.PEOPLE: 0, Table.CARDS: 2}
"""People come first, cards last."""


class _Match(NamedTuple):
    """A record that holds the words, before more is asked of it than its place in the order."""

    group: int
    """People, what passed, cards: in this order."""
    day: str
    """Its ISO day; nothing for people and cards."""
    table: Table
    id: str
    raw: Raw
    word: str
    """The first one looked for."""
    snapshot: Snapshot

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


def words_of(text: str, standings: Standings) -> frozenset[str]:
    """The words that a query looks for, folded: what is to be lit in what it finds.

    Raises:
        UsageError: a field of the query is unknown, or a value cannot be.
    """
    return frozenset(word for side in _sides(text, standings) for word in side.words)


def _sides(text: str, standings: Standings) -> Iterator[_Wanted]:
    for side in alternatives(parse_query(text, standings.settings.queries)):
        words = [fold(query.text) for query in side if isinstance(query, Word)]
        negated = [query.query for query in side if isinstance(query, Not)]
        without = [fold(query.text) for query in negated if isinstance(query, Word)]
        asked = [query for query in side if not _is_word(query)]
        yield _Wanted(tuple(words), tuple(without), _people_who(asked, standings))


def _is_word(query: Query) -> bool:
    return isinstance(query.query if isinstance(query, Not) else query, Word | Anybody)


def _people_who(asked: Sequence[Query], standings: Standings) -> frozenset[str] | None:
    if not asked:
        return None
    return frozenset(
        subject.person.id
        for subject in standings.everybody()
        if all(query.matches(subject, standings.today) for query in asked)
    )


def _matches(
    table: Table, rows: Mapping[str, Raw], sides: Sequence[_Wanted], snapshot: Snapshot
) -> Iterator[_Match]:
    """The records that hold what is wanted; of most only the text and the day are read."""
    group, field = _GROUP.get(table, 1), _WHERE[table][1]
    # with one side what is said is enough, where it holds the words
    only = sides[0].words if len(sides) == 1 and sides[0].is_plain and group == 1 else ()
    for id, raw in rows.items():
        if only and _says(raw, only):
            word: str | None = only[0]
        else:
            word = _word_held(table, id, raw, sides, snapshot)
        if word is not None:
            day = raw.get(field) if group == 1 else None
            day = day[:10] if isinstance(day, str) else ""
            yield _Match(group, day, table, id, raw, word, snapshot)


def _says(raw: Raw, words: Iterable[str]) -> bool:
    """Whether the text of a record, of which most is only read so far, holds the words."""
    said = raw.get("text")
    if not isinstance(said, str):
        return False
    folded = fold(said)
    return all(word in folded for word in words)


def _word_held(
    table: Table, id: str, raw: Raw, sides: Sequence[_Wanted], snapshot: Snapshot
) -> str | None:
    """The first word of the first side that a record fulfils; None where it fulfils none."""
    if id == ME or "merged_into" in raw:
        return None
    is_asked = any(side.people is not None for side in sides)
    people = _people(table, id, raw, snapshot) if is_asked else ()
    folded = fold("\n".join(texts_in(raw, _SKIPPED)))
    side = next((side for side in sides if side.holds(folded, people)), None)
    return None if side is None else next(iter(side.words), "")


def _hit(match: _Match) -> Hit:
    return Hit(
        kind=_WHERE[match.table][0],
        id=match.id,
        short=match.snapshot.short(match.id),
        person=match.person,
        name=match.name,
        day=match.day,
        snippet=_snippet("\n".join(texts_in(match.raw, _SKIPPED)), match.word),
    )


def _people(table: Table, id: str, raw: Raw, snapshot: Snapshot) -> Sequence[str]:
    if table is Table.PEOPLE:
        return (id,)
    people = raw.get("people") or [raw.get("person")]
    named = people if isinstance(people, list | tuple) else ()
    return [snapshot.final(person) for person in named if isinstance(person, str)]


def _snippet(text: str, word: str) -> str:
    """The words around the first hit, on one line."""
    lines = text.split("\n")
    line = next((line for line in lines if word in fold(line)), lines[0])
    place = max(0, fold(line).find(word))
    start = max(0, place - AROUND)
    end = min(len(line), place + len(word) + AROUND)
    return ("…" if start else "") + line[start:end] + ("…" if end < len(line) else "")


def search_json(hits: Sequence[Hit]) -> Sequence[Mapping[str, object]]:
    """The hits in their JSON shape."""
    return [
        {
            "kind": hit.kind,
            "id": hit.id,
            "person": hit.person,
            "name": hit.name,
            "date": hit.day or None,
            "snippet": hit.snippet,
        }
        for hit in hits
    ]
