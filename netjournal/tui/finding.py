"""Who is found: a question of the list of people, answered at once or in a thread."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from netjournal.errors import UsageError
from netjournal.journal.algebra import Word
from netjournal.journal.queries import parse_query
from netjournal.journal.subject import needle
from netjournal.tuples import NamedTuple
from netjournal.views.people import in_order
from netjournal.views.people_parts import Part, count_parts, people_in
from netjournal.views.standings import Standings, Subject

_WORDS_KEPT = 16
"""Words whose answers are kept while more is typed."""
_FEW = 500
"""People who are looked through in a moment, once it is known what is said of them."""


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
    names: bytes
    """What they are called, as it is looked for."""


class Finder:
    """Answers one question after another; everybody is put in order once for many questions."""

    def __init__(self) -> None:
        self._one_at_a_time = threading.Lock()
        self._newest: Question | None = None
        self._ordered: tuple[tuple[Standings, str, bool], Sequence[_Known]] | None = None
        self._said: dict[bytes, Sequence[_Known]] = {}
        """Of those in order, who was found by each of the last words."""
        self._answers: dict[tuple[bytes, Part | None], Found] = {}
        """The answers to these words by the part asked for."""

    def find(self, question: Question) -> Found | None:
        """Who is found; None if another question was asked while this one waited.

        Raises:
            UsageError: the query cannot be read.
        """
        self._newest = question
        with self._one_at_a_time:
            return self._answer(question) if question is self._newest else None

    def at_once(self, question: Question) -> Found | None:
        """Who is found by a word, if that takes no more than a moment; None for all else."""
        self._newest = question
        if not self._one_at_a_time.acquire(blocking=False):
            return None
        try:
            return self._answer(question) if self._is_quick(question) else None
        finally:
            self._one_at_a_time.release()

    def _is_quick(self, question: Question) -> bool:
        if self._ordered is None or self._ordered[0] != _order(question):
            return False
        sought = _sought(question)
        if sought is None:
            return False
        return sought in self._said or len(self._begun(sought) or self._ordered[1]) <= _FEW

    def _answer(self, question: Question) -> Found:
        standings, part = question.standings, question.part
        if not question.text.strip():
            counts = count_parts(standings)
            part = part or (Part.NETWORK if counts[Part.NETWORK] else Part.ALL)
            if part is Part.NETWORK:
                people = people_in(part, standings)
                ordered = in_order(people, question.sort, reverse=question.reverse)
                return Found(people=ordered, part=part, counts=counts)
            return _found(self._everybody(question), part)
        sought = _sought(question)
        if sought is None:
            return _found(self._matching(question), part or Part.ALL)
        known = self._everybody(question)
        answer = self._answers.get((sought, part))
        if answer is None:
            said = self._saying(sought, known)
            if question.sort == "name":
                # a name was meant, most of the time
                others = [each for each in said if sought not in each.names]
                said = [each for each in said if sought in each.names] + others
            answer = self._answers[sought, part] = _found(said, part or Part.ALL)
        return answer

    def _matching(self, question: Question) -> Sequence[_Known]:
        standings = question.standings
        query, today = parse_query(question.text, standings.settings.queries), standings.today
        known = self._everybody(question)
        return [each for each in known if query.matches(each.subject, today)]

    def _saying(self, sought: bytes, known: Sequence[_Known]) -> Sequence[_Known]:
        """Of whom a word is said: what is typed most, letter by letter, and taken back so."""
        found = self._said.get(sought)
        if found is None:
            among = self._begun(sought)
            among = known if among is None else among
            found = [each for each in among if sought in each.subject.haystack]
            if len(self._said) >= _WORDS_KEPT:
                self._forget()
            self._said[sought] = found
        return found

    def _begun(self, sought: bytes) -> Sequence[_Known] | None:
        """Who was found by the longest beginning of a word; None if none was looked for."""
        begun = (sought[:end] for end in range(len(sought) - 1, 0, -1))
        return next((self._said[word] for word in begun if word in self._said), None)

    def _forget(self) -> None:
        self._said.clear()
        self._answers.clear()

    def _everybody(self, question: Question) -> Sequence[_Known]:
        order = _order(question)
        if self._ordered is None or self._ordered[0] != order:
            people = in_order(
                question.standings.everybody(), question.sort, reverse=question.reverse
            )
            self._ordered = order, tuple(map(_known, people))
            self._forget()
        return self._ordered[1]


def _order(question: Question) -> tuple[Standings, str, bool]:
    return question.standings, question.sort, question.reverse


def _sought(question: Question) -> bytes | None:
    """The word that is all that is asked for; None for another query, or none that can be read."""
    try:
        query = parse_query(question.text, question.standings.settings.queries)
    except UsageError:
        return None
    return needle(query.text) if isinstance(query, Word) else None


def _found(known: Sequence[_Known], part: Part) -> Found:
    near = sum(each.near for each in known)
    counts = {Part.NETWORK: near, Part.ROLODEX: len(known) - near, Part.ALL: len(known)}
    if part is not Part.ALL:
        known = [each for each in known if each.near is (part is Part.NETWORK)]
    return Found(people=[each.subject for each in known], part=part, counts=counts)


def _known(subject: Subject) -> _Known:
    person = subject.person
    names = needle(" ".join((person.name, *person.nicknames)))
    return _Known(subject, person.circle.in_network, names)
