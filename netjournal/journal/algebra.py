"""What a query is made of: conditions on a person, and how they are joined."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Protocol

from netjournal.journal.subject import needle

if TYPE_CHECKING:
    from netjournal.journal.conditions import Test
    from netjournal.journal.subject import Subject

_BARE = re.compile(r'[^\s":<>()@-][^\s":<>()]*')
"""A word that reads back as itself without quotes."""


class Query(Protocol):
    """A condition on a person."""

    def matches(self, subject: Subject, today: date) -> bool:
        """Whether the person fulfils it."""
        ...


class _Node:
    """A condition; another of its kind that reads the same is the same."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and str(self) == str(other)

    def __hash__(self) -> int:
        return hash((type(self), str(self)))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"


class Anybody(_Node):
    """The empty query."""

    __slots__ = ()

    def matches(self, subject: Subject, today: date) -> bool:  # noqa: ARG002 - the protocol's
        """Everybody fulfils it."""
        return True

    def __str__(self) -> str:
        return ""


class Word(_Node):
    """A word or phrase that stands anywhere in what is said of a person."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text

    def matches(self, subject: Subject, today: date) -> bool:  # noqa: ARG002 - the protocol's
        """Whether it stands there, case and accents folded."""
        return needle(self.text) in subject.haystack

    def __str__(self) -> str:
        keyword = self.text == "OR" or self.text.lower() == "not"
        return self.text if _BARE.fullmatch(self.text) and not keyword else f'"{self.text}"'


class Condition(_Node):
    """``field:value``."""

    __slots__ = ("field", "matches", "value")

    def __init__(self, field: str, value: str, test: Test) -> None:
        self.field = field
        self.value = value
        self.matches = test
        """Whether the field holds it."""

    @property
    def is_of_network(self) -> bool:
        """Whether nobody outside of the circles can fulfil it."""
        from netjournal.journal.conditions import is_of_network

        return is_of_network(self.field, self.value)

    def __str__(self) -> str:
        bare = self.value and not re.search(r"[\s()]", self.value)
        return f"{self.field}:{self.value}" if bare else f'{self.field}:"{self.value}"'


class Not(_Node):
    """The opposite."""

    __slots__ = ("query",)

    def __init__(self, query: Query) -> None:
        self.query = query

    def matches(self, subject: Subject, today: date) -> bool:
        """Whether the query does not hold."""
        return not self.query.matches(subject, today)

    def __str__(self) -> str:
        compound = isinstance(self.query, All | Either)
        return f"-({self.query})" if compound else f"-{self.query}"


class _Several(_Node):
    """Conditions side by side."""

    __slots__ = ("queries",)

    def __init__(self, queries: tuple[Query, ...]) -> None:
        self.queries = queries


class All(_Several):
    """Every one of them."""

    __slots__ = ()

    def matches(self, subject: Subject, today: date) -> bool:
        """Whether all hold."""
        return all(query.matches(subject, today) for query in self.queries)

    def __str__(self) -> str:
        return " ".join(f"({q})" if isinstance(q, Either) else str(q) for q in self.queries)


class Either(_Several):
    """One of them at least."""

    __slots__ = ()

    def matches(self, subject: Subject, today: date) -> bool:
        """Whether any holds."""
        return any(query.matches(subject, today) for query in self.queries)

    def __str__(self) -> str:
        return " OR ".join(map(str, self.queries))
