"""A query as alternatives: what ``OR`` stands between, brackets resolved, for a search."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, islice

from netjournal.errors import UsageError
from netjournal.journal.algebra import All, Either, Not, Query

_MOST_SIDES = 256


def alternatives(query: Query) -> tuple[tuple[Query, ...], ...]:
    """Of each side, all that must hold.

    Raises:
        UsageError: there are too many sides.
    """
    if isinstance(query, Either):
        return _few(chain.from_iterable(alternatives(one) for one in query.queries))
    if isinstance(query, All):
        sides: tuple[tuple[Query, ...], ...] = ((),)
        for one in query.queries:
            sides = _few((*side, *more) for side in sides for more in alternatives(one))
        return sides
    if isinstance(query, Not) and isinstance(query.query, All | Either):
        opposites = tuple(Not(one) for one in query.query.queries)
        turned = Either if isinstance(query.query, All) else All
        return alternatives(turned(opposites))
    if isinstance(query, Not) and isinstance(query.query, Not):
        return alternatives(query.query.query)
    return ((query,),)


def _few(sides: Iterable[tuple[Query, ...]]) -> tuple[tuple[Query, ...], ...]:
    found = tuple(islice(sides, _MOST_SIDES + 1))
    if len(found) > _MOST_SIDES:
        raise UsageError(f"This query has more than {_MOST_SIDES} sides; ask for less at once.")
    return found
