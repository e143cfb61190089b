"""The query language of lists, filters and exports: a small algebra of conditions.

Words are ANDed; ``OR``, ``-word``, ``not word``, ``"a phrase"``, ``field:value`` and brackets
combine. A query is parsed once, prints itself back, and matches one subject after another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from datetime import date
from itertools import chain, islice
from typing import Protocol

from netjournal.errors import UsageError
from netjournal.journal.conditions import CONDITIONS, Subject, Test
from netjournal.text import fold

LONGEST = 2_000
"""Characters a query may have."""
_DEEPEST = 20
"""Brackets in one another."""
_MOST_SIDES = 256
"""Alternatives of a search, brackets resolved."""


class Query(Protocol):
    """A condition on a person."""

    def matches(self, subject: Subject, today: date) -> bool:
        """Whether the person fulfils it."""
        ...


@dataclass(frozen=True, slots=True)
class Anybody:
    """The empty query."""

    def matches(self, subject: Subject, today: date) -> bool:  # noqa: ARG002 - the protocol's
        """Everybody fulfils it."""
        return True

    def __str__(self) -> str:
        return ""


@dataclass(frozen=True, slots=True)
class Word:
    """A word or phrase that stands anywhere in what is said of a person."""

    text: str

    def matches(self, subject: Subject, today: date) -> bool:  # noqa: ARG002 - the protocol's
        """Whether it stands there, case and accents folded."""
        return fold(self.text) in subject.haystack

    def __str__(self) -> str:
        keyword = self.text == "OR" or self.text.lower() == "not"
        return self.text if _BARE.fullmatch(self.text) and not keyword else f'"{self.text}"'


@dataclass(frozen=True, slots=True)
class Condition:
    """``field:value``."""

    field: str
    value: str
    test: Test = dataclass_field(compare=False, repr=False)

    def matches(self, subject: Subject, today: date) -> bool:
        """Whether the field holds it."""
        return self.test(subject, today)

    def __str__(self) -> str:
        bare = self.value and not re.search(r"[\s()]", self.value)
        return f"{self.field}:{self.value}" if bare else f'{self.field}:"{self.value}"'


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite."""

    query: Query

    def matches(self, subject: Subject, today: date) -> bool:
        """Whether the query does not hold."""
        return not self.query.matches(subject, today)

    def __str__(self) -> str:
        compound = isinstance(self.query, All | Either)
        return f"-({self.query})" if compound else f"-{self.query}"


@dataclass(frozen=True, slots=True)
class All:
    """Every one of them."""

    queries: tuple[Query, ...]

    def matches(self, subject: Subject, today: date) -> bool:
        """Whether all hold."""
        return all(query.matches(subject, today) for query in self.queries)

    def __str__(self) -> str:
        return " ".join(f"({q})" if isinstance(q, Either) else str(q) for q in self.queries)


@dataclass(frozen=True, slots=True)
class Either:
    """One of them at least."""

    queries: tuple[Query, ...]

    def matches(self, subject: Subject, today: date) -> bool:
        """Whether any holds."""
        return any(query.matches(subject, today) for query in self.queries)

    def __str__(self) -> str:
        return " OR ".join(map(str, self.queries))


_TOKEN = re.compile(
    r"(?P<open>-?\()|(?P<close>\))|"
    r'(?P<minus>-?)(?:(?P<field>[A-Za-z_]+)(?P<sep>:|(?=[<>])))?(?P<value>"[^"]*"?|[^\s()]+)'
)
_BARE = re.compile(r'[^\s":<>()-][^\s":<>()]*')
"""A word that reads back as itself without quotes."""
_SAVED = re.compile(r"(?<!\S)(-?)@([\w-]+)(?!\S)")
_FIELD_ALONE = re.compile(r"[A-Za-z_]+:")
_ALIASES = {"org": "organisation", "tag": "topic", "needs": "need", "offers": "offer"}


def parse_query(text: str, saved: Mapping[str, str] | None = None) -> Query:
    """Read a query; ``@name`` stands for the saved query of that name.

    Raises:
        UsageError: a field or saved query is unknown, or a value cannot be.
    """
    if saved is not None:
        text = _SAVED.sub(lambda match: _saved(match[2], match[1], saved), text)
    if len(text) > LONGEST:
        raise UsageError(f"This query has {len(text)} characters; it may have {LONGEST}.")
    open_groups = [_Group(negated=False)]
    for match in _TOKEN.finditer(text):
        group = open_groups[-1]
        if match["open"]:
            if len(open_groups) > _DEEPEST:
                raise UsageError(f"This query has more than {_DEEPEST} brackets in one another.")
            open_groups.append(_Group(negated=group.negate ^ match["open"].startswith("-")))
            group.negate = False
        elif match["close"]:
            if len(open_groups) == 1:
                raise UsageError("There is a ) without its (; words with brackets need quotes.")
            open_groups.pop()
            open_groups[-1].take(group.query(), negated=group.negated)
        elif match[0] == "OR":
            group.sides.append([])
        elif match[0].lower() == "not":
            group.negate = True
        else:
            group.take(_atom(match), negated=group.negate or bool(match["minus"]))
            group.negate = False
    if len(open_groups) > 1:
        raise UsageError("There is a ( without its ).")
    return open_groups[0].query() or Anybody()


class _Group:
    """What stands between two brackets, as far as it is read."""

    def __init__(self, *, negated: bool) -> None:
        self.negated = negated
        self.negate = False
        """A ``not`` stands before the next word."""
        self.sides: list[list[Query]] = [[]]
        """The conditions of each side of ``OR``."""

    def take(self, query: Query | None, *, negated: bool) -> None:
        """Add a condition; an empty one says nothing."""
        if query is None:
            return
        if negated:
            query = query.query if isinstance(query, Not) else Not(query)
        self.sides[-1] += query.queries if isinstance(query, All) else (query,)

    def query(self) -> Query | None:
        """The whole; None where nothing is asked."""
        sides = [_all(side) for side in self.sides if side]
        flat = [one for side in sides for one in _sides_of(side)]
        if len(flat) > 1:
            return Either(tuple(flat))
        return flat[0] if flat else None


def _sides_of(query: Query) -> tuple[Query, ...]:
    return query.queries if isinstance(query, Either) else (query,)


def _saved(name: str, minus: str, saved: Mapping[str, str]) -> str:
    """A saved query in brackets; one saved query does not hold another."""
    if name not in saved:
        listed = ", ".join(f"@{each}" for each in saved) or "none yet"
        raise UsageError(f"There is no saved query @{name}. Those of the settings are: {listed}.")
    return f"{minus}({saved[name]})"


def _all(group: list[Query]) -> Query:
    return group[0] if len(group) == 1 else All(tuple(group))


def _atom(match: re.Match[str]) -> Query | None:
    """A word or a condition; quotes only hold together, and hold nothing when they are empty."""
    value = match["value"].replace('"', "")
    name = match["field"]
    if name is None:
        if _FIELD_ALONE.fullmatch(match["value"]):
            raise UsageError(f"{value} needs a value, as in circle:close or last:90d.. .")
        return Word(value) if value.strip() else None
    field = _ALIASES.get(name.lower(), name.lower())
    make = CONDITIONS.get(field)
    if make is None:
        raise _unknown(name)
    return Condition(field, value, make(value))


def _unknown(name: str) -> UsageError:
    import difflib

    near = difflib.get_close_matches(name.lower(), CONDITIONS, n=1, cutoff=0.5)
    hint = f" Did you mean {near[0]}:?" if near else ""
    listed = ", ".join(CONDITIONS)
    return UsageError(f"There is no field {name!r} to ask for.{hint} The fields are: {listed}.")


def alternatives(query: Query) -> tuple[tuple[Query, ...], ...]:
    """What ``OR`` stands between, brackets resolved: of each side, all that must hold.

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
