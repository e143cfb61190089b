"""The query language of lists, filters and exports, read into an algebra of conditions.

Words are ANDed; ``OR``, ``-word``, ``not word``, ``"a phrase"``, ``field:value`` and brackets
combine. A query is parsed once, prints itself back, and matches one subject after another.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from netjournal.errors import QueryError, UsageError
from netjournal.journal.algebra import All, Anybody, Condition, Either, Not, Query, Word

LONGEST = 2_000
"""Characters a query may have."""
_DEEPEST = 20
"""Brackets in one another."""


_TOKEN = re.compile(
    r"(?P<open>-?\()|(?P<close>\))|(?P<saved>-?@(?P<of>[\w-]+)(?![^\s()]))|"
    r'(?P<minus>-?)(?:(?P<field>[A-Za-z_]+)(?P<sep>:|(?=[<>])))?(?P<value>"[^"]*"?|[^\s()]+)'
)
_FIELD_ALONE = re.compile(r"[A-Za-z_]+:")


def parse_query(text: str, saved: Mapping[str, str] | None = None) -> Query:
    """Read a query; ``@name`` stands for the saved query of that name.

    Raises:
        QueryError: a field or saved query is unknown, a value cannot be, or something is missing.
    """
    if len(text) > LONGEST:
        message = f"This query has {len(text)} characters; it may have {LONGEST}."
        raise QueryError(message, text=text, start=LONGEST, end=len(text))
    return _Reading(text, saved).query()


class _Group:
    """What stands between two brackets, as far as it is read."""

    def __init__(self, *, negated: bool, start: int) -> None:
        self.negated = negated
        self.start = start
        self.negate = False
        """A ``not`` stands before the next word."""
        self.sides: list[list[Query]] = [[]]
        """The conditions of each side of ``OR``."""
        self.said = False
        """Something stands on the last side."""
        self.waits: re.Match[str] | None = None
        """``OR`` or ``not``, with nothing behind it yet."""

    def next_is_negated(self, *, minus: bool) -> bool:
        """Whether a ``-`` or a ``not`` before the next condition, but not both, turn it round."""
        negated, self.negate = self.negate ^ minus, False
        return negated

    def take(self, query: Query | None, *, negated: bool) -> None:
        """Add a condition; an empty one says nothing."""
        self.said, self.waits = True, None
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


class _Reading:
    """A query as far as it is read."""

    def __init__(self, text: str, saved: Mapping[str, str] | None) -> None:
        self._text = text
        self._saved = saved
        self._open = [_Group(negated=False, start=0)]

    def query(self) -> Query:
        for match in _TOKEN.finditer(self._text):
            if match["open"]:
                self._begin(match)
            elif match["close"]:
                self._end(match)
            elif match[0] == "OR":
                self._or(match)
            elif match[0].lower() == "not":
                self._open[-1].waits = match
                self._open[-1].negate ^= True
            else:
                group = self._open[-1]
                negated = group.next_is_negated(minus=match[0].startswith("-"))
                group.take(self._condition(match), negated=negated)
        self._is_whole()
        if len(self._open) > 1:
            start = self._open[-1].start
            raise self._wrong("There is a ( without its ).", start, start + 1)
        return self._open[0].query() or Anybody()

    def _begin(self, match: re.Match[str]) -> None:
        if len(self._open) > _DEEPEST:
            message = f"This query has more than {_DEEPEST} brackets in one another."
            raise self._wrong(message, *match.span())
        negated = self._open[-1].next_is_negated(minus=match[0].startswith("-"))
        self._open.append(_Group(negated=negated, start=match.end() - 1))

    def _end(self, match: re.Match[str]) -> None:
        if len(self._open) == 1:
            message = "There is a ) without its (; words with brackets need quotes."
            raise self._wrong(message, *match.span())
        self._is_whole()
        group = self._open.pop()
        self._open[-1].take(group.query(), negated=group.negated)

    def _or(self, match: re.Match[str]) -> None:
        self._is_whole()
        group = self._open[-1]
        if not group.said:
            raise self._wrong("OR needs something before it.", *match.span())
        group.sides.append([])
        group.said, group.waits = False, match

    def _is_whole(self) -> None:
        """Complain where nothing came behind an ``OR`` or a ``not``."""
        waits = self._open[-1].waits
        if waits is not None:
            message = f'{waits[0]} needs something behind it; the word itself is "{waits[0]}".'
            raise self._wrong(message, *waits.span())

    def _condition(self, match: re.Match[str]) -> Query | None:
        """A word or a condition; quotes only hold together, and hold nothing when empty."""
        try:
            if match["saved"] and self._saved is not None:
                return _saved_query(match["of"], self._saved)
            return _atom(match)
        except UsageError as error:
            raise self._wrong(error.message, *match.span()) from None

    def _wrong(self, message: str, start: int, end: int) -> QueryError:
        return QueryError(message, text=self._text, start=start, end=end)


def _sides_of(query: Query) -> tuple[Query, ...]:
    return query.queries if isinstance(query, Either) else (query,)


def _saved_query(name: str, saved: Mapping[str, str]) -> Query | None:
    """What a saved query asks; one saved query does not hold another."""
    if name not in saved:
        listed = ", ".join(f"@{each}" for each in saved) or "none yet"
        raise UsageError(f"There is no saved query @{name}. Those of the settings are: {listed}.")
    try:
        query = parse_query(saved[name])
    except UsageError as error:
        raise UsageError(f"The saved query @{name} cannot be read: {error.message}") from None
    return None if isinstance(query, Anybody) else query


def _all(group: list[Query]) -> Query:
    return group[0] if len(group) == 1 else All(tuple(group))


def _atom(match: re.Match[str]) -> Query | None:
    value = (match["saved"] or match["value"]).removeprefix("-" if match["saved"] else "")
    value = value.replace('"', "")
    name = match["field"]
    if name is None:
        if match["value"] and _FIELD_ALONE.fullmatch(match["value"]):
            raise UsageError(f"{value} needs a value, as in circle:close or last:90d..")
        return Word(value) if value.strip() else None
    from netjournal.journal.conditions import ALIASES, CONDITIONS  # words need none of them

    field = ALIASES.get(name.lower(), name.lower())
    asked = CONDITIONS.get(field)
    if asked is None:
        raise _unknown(name)
    return Condition(field, value, asked.make(value))


def _unknown(name: str) -> UsageError:
    import difflib

    from netjournal.journal.conditions import ALIASES, CONDITIONS

    near = difflib.get_close_matches(name.lower(), (*CONDITIONS, *ALIASES), n=1, cutoff=0.5)
    hint = f"Did you mean {near[0]}:?" if near else f"The fields are: {', '.join(CONDITIONS)}."
    return UsageError(f"There is no field {name!r} to ask for. {hint}")
