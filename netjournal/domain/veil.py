"""The veil of discreet mode: what may be seen of a record over somebody's shoulder.

Names become initials; texts, values, topics, calibre and fit go. Ids, days, channels, circles and
states stay, so that everything computed from a veiled record stands where it stood. What takes the
place of a text holds ``MARK``, a character nobody types: whoever stores records can tell a veiled
one and refuse it.
"""

from __future__ import annotations

from typing import TypeVar

from netjournal.domain.card import Card
from netjournal.domain.commitment import Commitment
from netjournal.domain.conversation import Conversation
from netjournal.domain.draft import Draft
from netjournal.domain.entry import Entry
from netjournal.domain.gathering import Gathering
from netjournal.domain.introduction import Introduction
from netjournal.domain.me import Me
from netjournal.domain.person import Address, Labelled, Person, Relation
from netjournal.domain.values import NO_EXTRA, EntryKind

R = TypeVar("R")

MARK = "\u2219"
"""BULLET OPERATOR: one cell wide everywhere, and in the fonts of all consoles."""
HIDDEN = MARK * 3
"""What stands where there is something to read."""
_MOST_INITIALS = 4
_JOINERS = " -\u2010\u2011\u00a0"


def initials(name: str) -> str:
    """``Ana Ruiz`` as ``A∙ R∙``; at most four of them."""
    words = name
    for joiner in _JOINERS:
        words = words.replace(joiner, " ")
    letters = [next((c for c in word if c.isalnum()), "") for word in words.split()]
    found = [letter.upper() + MARK for letter in letters if letter][:_MOST_INITIALS]
    return " ".join(found) or HIDDEN


def veiled(record: R) -> R:
    """The record as it may be seen; one of a kind not known here comes back as it is."""
    veil = _VEILS.get(type(record))
    return veil(record) if veil else record  # type: ignore[operator]  # chosen by its type


def _hidden(text: str) -> str:
    return HIDDEN if text else ""


def _values(items: tuple[Labelled, ...]) -> tuple[Labelled, ...]:
    """As many as there are, and what they are for."""
    return tuple(item._replace(value=HIDDEN) for item in items)


def _person(person: Person) -> Person:
    return person._replace(
        name=initials(person.name),
        given=initials(person.given) if person.given else "",
        family=initials(person.family) if person.family else "",
        nicknames=(),
        organisations=(),
        emails=_values(person.emails),
        phones=_values(person.phones),
        addresses=tuple(Address(street=HIDDEN, country=a.country, label=a.label)
                        for a in person.addresses),
        links=_values(person.links),
        topics=(),
        relations=tuple(Relation(kind=HIDDEN, person=r.person, name=r.name and initials(r.name))
                        for r in person.relations),
        how_we_met=_hidden(person.how_we_met),
        in_common=_hidden(person.in_common),
        calibre=None,
        fit=(),
        extra=NO_EXTRA,
    )  # fmt: skip


def _me(me: Me) -> Me:
    return me._replace(
        name=initials(me.name) if me.name else "",
        serve=_hidden(me.serve),
        heading=_hidden(me.heading),
        found_at=_hidden(me.found_at),
        purpose=_hidden(me.purpose),
        topics=(),
        extra=NO_EXTRA,
    )


def _conversation(talk: Conversation) -> Conversation:
    return talk._replace(text=_hidden(talk.text), topics=(), extra=NO_EXTRA)


def _commitment(promise: Commitment) -> Commitment:
    return promise._replace(
        text=_hidden(promise.text), outcome=_hidden(promise.outcome), extra=NO_EXTRA
    )


def _entry(entry: Entry) -> Entry:
    """A birthday stays: it is a day, and shown as one."""
    text = entry.text if entry.kind is EntryKind.BIRTHDAY else _hidden(entry.text)
    return entry._replace(text=text, topics=(), extra=NO_EXTRA)


def _gathering(gathering: Gathering) -> Gathering:
    return gathering._replace(
        name=initials(gathering.name),
        place=_hidden(gathering.place),
        aim=tuple(map(_hidden, gathering.aim)),
        listen=tuple(map(_hidden, gathering.listen)),
        extra=NO_EXTRA,
    )


def _introduction(introduction: Introduction) -> Introduction:
    return introduction._replace(
        text=_hidden(introduction.text), outcome=_hidden(introduction.outcome), extra=NO_EXTRA
    )


def _card(card: Card) -> Card:
    return card._replace(source=_hidden(card.source), lines=(), extra=NO_EXTRA)


def _draft(draft: Draft) -> Draft:
    return draft._replace(text=_hidden(draft.text), reason="", extra=NO_EXTRA)


_VEILS = {
    Person: _person, Me: _me, Conversation: _conversation, Commitment: _commitment, Entry: _entry,
    Gathering: _gathering, Introduction: _introduction, Card: _card, Draft: _draft,
}  # fmt: skip
