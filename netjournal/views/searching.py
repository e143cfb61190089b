"""Search: every person, conversation, promise, entry and gathering that holds all the words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING

from netjournal.journal.algebra import Anybody, Not, Query, Word
from netjournal.journal.alternatives import alternatives
from netjournal.journal.queries import parse_query
from netjournal.text import fold
from netjournal.tuples import NamedTuple
from netjournal.views.matches import KINDS, Match, Matches, Wanted

if TYPE_CHECKING:
    from netjournal.views.standings import Standings

AROUND = 30
"""Characters of a snippet on either side of the first word."""


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
    sides = [side for side in _sides(text, standings) if side.words or side.people is not None]
    if not sides:
        return Found((), 0)
    matches = Matches(standings.snapshot, sides)
    batches = chain([matches.people], matches.days(), [matches.cards])
    # what comes behind those wanted is not even read
    in_order = chain.from_iterable(sorted(batch, key=_by_name) for batch in batches)
    return Found(tuple(map(_hit, islice(in_order, limit))), len(matches))


def words_of(text: str, standings: Standings) -> frozenset[str]:
    """The words that a query looks for, folded: what is to be lit in what it finds.

    Raises:
        UsageError: a field of the query is unknown, or a value cannot be.
    """
    return frozenset(word for side in _sides(text, standings) for word in side.words)


def _sides(text: str, standings: Standings) -> Iterator[Wanted]:
    for side in alternatives(parse_query(text, standings.settings.queries)):
        words = [fold(query.text) for query in side if isinstance(query, Word)]
        negated = [query.query for query in side if isinstance(query, Not)]
        without = [fold(query.text) for query in negated if isinstance(query, Word)]
        asked = [query for query in side if not _is_word(query)]
        yield Wanted(tuple(words), tuple(without), _people_who(asked, standings))


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


def _by_name(match: Match) -> tuple[str, str]:
    return fold(match.name), match.id


def _hit(match: Match) -> Hit:
    return Hit(
        kind=KINDS[match.table],
        id=match.id,
        short=match.short,
        person=match.person,
        name=match.name,
        day=match.day,
        snippet=_snippet(match.text, match.word),
    )


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
