"""Who is found: a question of the list of people, answered in a thread."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from netjournal.text import fold
from netjournal.views.people import in_order
from netjournal.views.people_parts import Part, count_parts, people_in
from netjournal.views.standings import Standings, Subject

_WORDS_KEPT = 16
"""Words whose answers are kept while more is typed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Whom to list."""

    standings: Standings
    text: str = ""
    """A query; nothing asks for everybody of the part."""
    part: Part | None = None
    """None: the network, or all parts where a query is asked or nobody is in a circle."""
    sort: str = "name"
    reverse: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The answer."""

    people: Sequence[Subject]
    part: Part
    counts: Mapping[Part, int]


class _Known(NamedTuple):
    subject: Subject
    near: bool
    """In a circle."""
    names: str
    """What they are called, folded."""


class Finder:
    """Answers one question after another; everybody is put in order once for many questions."""

    def __init__(self) -> None:
        self._one_at_a_time = threading.Lock()
        self._newest: Question | None = None
        self._ordered: tuple[tuple[Standings, str, bool], Sequence[_Known]] | None = None
        self._said: dict[str, Sequence[_Known]] = {}
        """Of those in order, who was found by each of the last words."""

    def find(self, question: Question) -> Found | None:
        """Who is found; None if another question was asked while this one waited.

        Raises:
            UsageError: the query cannot be read.
        """
        self._newest = question
        with self._one_at_a_time:
            return self._answer(question) if question is self._newest else None

    def _answer(self, question: Question) -> Found:
        standings, asked = question.standings, question.text.strip()
        part = question.part
        if not asked:
            counts = count_parts(standings)
            part = part or (Part.NETWORK if counts[Part.NETWORK] else Part.ALL)
            if part is Part.NETWORK:
                people = people_in(part, standings)
                ordered = in_order(people, question.sort, reverse=question.reverse)
                return Found(people=ordered, part=part, counts=counts)
        part = part or Part.ALL
        found = self._matching(question, asked)
        near = sum(each.near for each in found)
        counts = {Part.NETWORK: near, Part.ROLODEX: len(found) - near, Part.ALL: len(found)}
        if part is not Part.ALL:
            found = [each for each in found if each.near is (part is Part.NETWORK)]
        return Found(people=[each.subject for each in found], part=part, counts=counts)

    def _matching(self, question: Question, asked: str) -> Sequence[_Known]:
        from netjournal.journal.algebra import Word
        from netjournal.journal.queries import parse_query

        standings = question.standings
        query = parse_query(asked, standings.settings.queries)
        known = self._everybody(question)
        today = standings.today
        if not asked:
            return known
        if isinstance(query, Word):
            needle = fold(query.text)
            found = self._saying(needle, known)
            if question.sort != "name":
                return found
            # a name was meant, most of the time
            called = [each for each in found if needle in each.names]
            return [*called, *(each for each in found if needle not in each.names)]
        return [each for each in known if query.matches(each.subject, today)]

    def _saying(self, needle: str, known: Sequence[_Known]) -> Sequence[_Known]:
        """Of whom a word is said: what is typed most, letter by letter, and taken back so."""
        found = self._said.get(needle)
        if found is None:
            begun = (needle[:end] for end in range(len(needle) - 1, 0, -1))
            among = next((self._said[word] for word in begun if word in self._said), known)
            found = [each for each in among if needle in each.subject.haystack]
            if len(self._said) >= _WORDS_KEPT:
                self._said.clear()
            self._said[needle] = found
        return found

    def _everybody(self, question: Question) -> Sequence[_Known]:
        key = (question.standings, question.sort, question.reverse)
        if self._ordered is None or self._ordered[0] != key:
            people = in_order(
                question.standings.everybody(), question.sort, reverse=question.reverse
            )
            known = tuple(map(_known, people))
            self._ordered = key, known
            self._said.clear()
        return self._ordered[1]


def _known(subject: Subject) -> _Known:
    person = subject.person
    names = fold(" ".join((person.name, *person.nicknames)))
    return _Known(subject, person.circle.in_network, names)
