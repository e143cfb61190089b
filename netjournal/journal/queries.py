"""The query language of lists, filters and exports: a small algebra of conditions.

Words are ANDed; ``OR``, ``-word``, ``not word``, ``"a phrase"`` and ``field:value`` combine. A
query is parsed once, prints itself back, and matches one subject after another.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from datetime import date
from typing import Protocol

from netjournal.errors import UsageError
from netjournal.journal.conditions import CONDITIONS, Subject, Test
from netjournal.text import fold

LONGEST = 2_000
"""Characters a query may have."""


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
        bare = self.value and not re.search(r"\s", self.value)
        return f"{self.field}:{self.value}" if bare else f'{self.field}:"{self.value}"'


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite."""

    query: Query

    def matches(self, subject: Subject, today: date) -> bool:
        """Whether the query does not hold."""
        return not self.query.matches(subject, today)

    def __str__(self) -> str:
        return f"-{self.query}"


@dataclass(frozen=True, slots=True)
class All:
    """Every one of them."""

    queries: tuple[Query, ...]

    def matches(self, subject: Subject, today: date) -> bool:
        """Whether all hold."""
        return all(query.matches(subject, today) for query in self.queries)

    def __str__(self) -> str:
        return " ".join(map(str, self.queries))


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
    r'(?P<minus>-?)(?:(?P<field>[A-Za-z_]+)(?P<sep>:|(?=[<>])))?(?P<value>"[^"]*"?|\S+)'
)
_BARE = re.compile(r'[^\s":<>-][^\s":<>]*')
"""A word that reads back as itself without quotes."""
_FIELD_ALONE = re.compile(r"[A-Za-z_]+:")
_ALIASES = {"org": "organisation", "tag": "topic", "needs": "need", "offers": "offer"}


def parse_query(text: str) -> Query:
    """Read a query.

    Raises:
        UsageError: a field is unknown, or a value cannot be.
    """
    if len(text) > LONGEST:
        raise UsageError(f"This query has {len(text)} characters; it may have {LONGEST}.")
    groups: list[list[Query]] = [[]]
    negate = False
    for match in _TOKEN.finditer(text):
        if match[0] == "OR":
            groups.append([])
            continue
        if match[0].lower() == "not":
            negate = True
            continue
        query = _atom(match)
        if query is not None:
            groups[-1].append(Not(query) if negate or match["minus"] else query)
        negate = False
    parts = tuple(_all(group) for group in groups if group)
    if not parts:
        return Anybody()
    return parts[0] if len(parts) == 1 else Either(parts)


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
    """What ``OR`` stands between: of each side, the conditions that all must hold."""
    sides = query.queries if isinstance(query, Either) else (query,)
    return tuple(side.queries if isinstance(side, All) else (side,) for side in sides)
