"""What a half-typed query may go on with: fields, their values, saved queries."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from netjournal.journal.conditions import ALIASES, CONDITIONS
from netjournal.journal.snapshot import Snapshot
from netjournal.text import fold
from netjournal.tuples import NamedTuple
from netjournal.views.topics import topics

_LAST = re.compile(r'(?:^|[\s(])-?((?:[A-Za-z_]+:)?(?:"[^"]*|[^\s()"]*))$')
_BEGUN = re.compile(r"([A-Za-z_]+):\"?(.*)", re.DOTALL)
_LOOKED_AT = 200
"""Characters before the cursor that are looked at; a word is shorter."""


class Completions(NamedTuple):
    """Words that may stand where the last, half-typed one does."""

    start: int
    """Where in the text that word begins, behind a ``-`` before it."""
    words: tuple[str, ...]


def query_completions(
    text: str, saved: Mapping[str, str], snapshot: Callable[[], Snapshot]
) -> Completions:
    """What the text before the cursor may go on with.

    ``snapshot`` is asked only for a field whose values stand in the journal, such as ``topic:``.
    """
    match = _LAST.search(text, max(0, len(text) - _LOOKED_AT))
    if match is None:
        return Completions(len(text), ())
    typed = match[1]
    field = _BEGUN.fullmatch(typed)
    if typed.startswith("@"):
        words: Iterable[str] = (f"@{name}" for name in saved)
    elif field:
        words = _with_values(field[1], snapshot)
        typed = f"{field[1]}:{field[2]}"
    else:
        words = (f"{name}:" for name in CONDITIONS)
    key = fold(typed)
    found = (word for word in words if fold(word.replace('"', "")).startswith(key))
    return Completions(match.start(1), tuple(found))


def _with_values(name: str, snapshot: Callable[[], Snapshot]) -> Iterable[str]:
    """The field with each value it may have."""
    field = ALIASES.get(name.lower(), name.lower())
    if field in _IN_JOURNAL:
        values = sorted(set(filter(None, _IN_JOURNAL[field](snapshot()))), key=fold)
    else:
        values = list(CONDITIONS[field].values) if field in CONDITIONS else []
    for value in values:
        text = value.replace('"', "")
        yield f'{name}:"{text}"' if re.search(r"[\s()]", text) else f"{name}:{text}"


_IN_JOURNAL: Mapping[str, Callable[[Snapshot], Iterable[str]]] = {
    "name": lambda s: (person.name for person in s.people()),
    "organisation": lambda s: (o.name for person in s.people() for o in person.organisations),
    "city": lambda s: (a.city for person in s.people() for a in person.addresses),
    "country": lambda s: (a.country for person in s.people() for a in person.addresses),
    "topic": lambda s: (one.topic for one in topics(s)),
    "met": lambda s: (gathering.name for gathering in s.gatherings()),
}
"""Fields whose values are those that stand in the journal."""
