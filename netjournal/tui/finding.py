"""Who is found: a question of the list of people, answered in a thread."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from netjournal.views.people import in_order
from netjournal.views.people_parts import Part, count_parts, counted, holds, people_in
from netjournal.views.standings import Standings, Subject


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


class Finder:
    """Answers one question after another; everybody is put in order once for many questions."""

    def __init__(self) -> None:
        self._one_at_a_time = threading.Lock()
        self._newest: Question | None = None
        self._ordered: tuple[tuple[Standings, str, bool], tuple[Subject, ...]] | None = None

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
        if not asked:
            counts = count_parts(standings)
            near = Part.NETWORK if counts[Part.NETWORK] else Part.ALL
            part = question.part or near
            if part is Part.NETWORK:
                people = people_in(part, standings)
                ordered = in_order(people, question.sort, reverse=question.reverse)
                return Found(people=ordered, part=part, counts=counts)
        else:
            part = question.part or Part.ALL
        found = self._matching(question, asked)
        kept = found if part is Part.ALL else [one for one in found if holds(part, one)]
        return Found(people=kept, part=part, counts=counted(found))

    def _matching(self, question: Question, asked: str) -> Sequence[Subject]:
        from netjournal.journal.queries import parse_query

        standings = question.standings
        query = parse_query(asked, standings.settings.queries)
        key = (standings, question.sort, question.reverse)
        if self._ordered is None or self._ordered[0] != key:
            everybody = standings.everybody()
            self._ordered = key, in_order(everybody, question.sort, reverse=question.reverse)
        ordered = self._ordered[1]
        today = standings.today
        return [one for one in ordered if query.matches(one, today)] if asked else ordered
