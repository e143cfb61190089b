"""How the words of a line are shared out: WHO, clauses, topics, and the free text between."""

from __future__ import annotations

from netjournal.capture.clauses import Clause, clauses_in
from netjournal.capture.clausewords import ClauseKind
from netjournal.capture.heading import heading_of
from netjournal.capture.line import Line, Part
from netjournal.capture.reading import Place, Problem, Who
from netjournal.capture.words import topic_of
from netjournal.tuples import NamedTuple


class Layout(NamedTuple):
    """How the words of a line are shared out."""

    who: tuple[Who, ...] = ()
    who_stop: int = 0
    """The first word after WHO."""
    who_days: tuple[Part, ...] = ()
    """Days said beside the names of WHO."""
    clauses: tuple[Clause, ...] = ()
    free: tuple[Part, ...] = ()
    """The words of no clause, from one clause to the next."""
    topics: tuple[str, ...] = ()
    topic_places: tuple[Place, ...] = ()
    remarks: tuple[Place, ...] = ()
    """What stands in brackets behind a name of WHO."""
    problems: tuple[Problem, ...] = ()


def lay_out(line: Line) -> Layout:
    """WHO, clauses, topics and the rest."""
    heading = heading_of(line)
    who, who_stop = heading.people, heading.stop
    clauses = clauses_in(line, who_stop)
    free, at = list(heading.days), who_stop
    for clause in clauses:
        if at < clause.start:
            free.append(Part(at, clause.start))
        at = clause.stop
    if at < len(line.words):
        free.append(Part(at, len(line.words)))
    tags = {}
    for word in line.words:
        topic = topic_of(line.text[word.start : word.end]) if word.key else ""
        if topic:
            tags[Place(word.start, word.end)] = topic
    for clause in clauses:
        if clause.row.kind is ClauseKind.TOPIC:
            place = line.place(clause.start, max(clause.stop, clause.start + 1))
            said = line.said(clause.first, clause.stop) if clause.first < clause.stop else ""
            tags[place] = said.lower().lstrip("#")
    topics = tuple(dict.fromkeys(topic for topic in tags.values() if topic))
    return Layout(
        who,
        who_stop,
        heading.days,
        clauses,
        tuple(free),
        topics,
        tuple(tags),
        heading.remarks,
        heading.problems,
    )
