"""The rolodex to go through: one person at a time, likely ones first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from netjournal.domain.gesture import Raw, Table
from netjournal.domain.person import Person
from netjournal.domain.phrases import ago
from netjournal.domain.values import EntryKind, PersonId
from netjournal.journal.snapshot import Snapshot
from netjournal.journal.triaging import is_asked
from netjournal.text import fold, plural
from netjournal.views.standings import Standings, Subject

SITTING = 20
"""People of one sitting."""
_NOTES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class TriageCard:
    """What there is to decide by."""

    person: PersonId
    name: str
    signs: tuple[str, ...]
    """Why they may matter: ``2 sources``, ``address``, ``birthday``, ``a note``."""
    facts: tuple[tuple[str, str], ...]
    """Label and value of what is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """The people of one sitting, and how many there are besides."""

    cards: tuple[TriageCard, ...]
    more: int


def sitting(standings: Standings, most: int = SITTING) -> Sitting:
    """Those of the rolodex nobody decided about yet, the likely ones first."""
    today = standings.today
    asked = [one for one in standings.everybody() if is_asked(one.person, today)]
    ranked = sorted(asked, key=lambda one: (-len(signs_of(one, standings.snapshot)), _name(one)))
    cards = tuple(_card(one, standings) for one in ranked[:most])
    return Sitting(cards=cards, more=len(ranked) - len(cards))


def _name(subject: Subject) -> str:
    return fold(subject.person.name)


def signs_of(subject: Subject, snapshot: Snapshot) -> tuple[str, ...]:
    """What makes it likely that somebody matters; each counts the same.

    Read from the raw records: it is asked of everybody before the first one is shown.
    """
    person = subject.person
    cards = list(snapshot.raws_of(Table.CARDS, "person", person.id))
    sources = {str(card.get("source")) for card in cards}
    found = (
        (len(sources) > 1, plural(len(sources), "source")),
        (bool(person.addresses), "address"),
        (person.birthday is not None, "birthday"),
        (_has_note(person, cards, snapshot), "note"),
        (snapshot.has_talked(person.id), "talked"),
        (bool(person.relations), "related"),
    )
    return tuple(word for is_so, word in found if is_so)


def _has_note(person: Person, cards: Iterable[Raw], snapshot: Snapshot) -> bool:
    if person.how_we_met or person.in_common:
        return True
    if any(True for _ in snapshot.raws_of(Table.ENTRIES, "person", person.id)):
        return True
    return any(_is_note(line) for card in cards for line in _lines(card))


def _lines(card: Raw) -> Iterable[object]:
    lines = card.get("lines")
    return lines if isinstance(lines, list | tuple) else ()


def _is_note(line: object) -> bool:
    text = line.get("text") if isinstance(line, dict) else None
    return isinstance(text, str) and text.startswith(("NOTE:", "NOTE;"))


def _card(subject: Subject, standings: Standings) -> TriageCard:
    return TriageCard(
        person=subject.person.id,
        name=subject.person.name,
        signs=signs_of(subject, standings.snapshot),
        facts=tuple(_facts(subject, standings)),
    )


def _facts(subject: Subject, standings: Standings) -> Iterator[tuple[str, str]]:
    from netjournal.views.page import person_facts

    yield from person_facts(subject.person, standings.snapshot)
    if subject.conversations:
        last = subject.conversations[0]
        yield "Last", f"{ago(last.day, standings.today)}: {last.text}"
    for entry in subject.entries[:_NOTES]:
        if entry.kind is not EntryKind.BIRTHDAY:
            yield "Note", entry.text
