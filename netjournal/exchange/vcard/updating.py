"""A card that came again, changed: what it changes of a person, field by field.

Base is what the card said at the last import, mine what the journal says, theirs what the card says
now. What only they changed is taken; what was edited by hand stays; nothing is deleted.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from netjournal.domain.person import Person
from netjournal.exchange.vcard.fields import MANY, ONE, CardFields

_WORDS = {"died_on": "day of death", "given": "given name", "family": "surname"}


def updated(person: Person, base: CardFields, theirs: CardFields) -> tuple[Person, list[str]]:
    """The person after the card, and what changed in words."""
    changes: dict[str, Any] = {}
    for name in ONE:
        mine, before, now = (getattr(said, name) for said in (person, base, theirs))
        if now and now not in (mine, before) and mine == before:
            changes[name] = now
    for name in MANY:
        mine, before, now = (getattr(said, name) for said in (person, base, theirs))
        if now and set(now) != set(before):
            merged = now if mine == before else _both(mine, before, now)
            if merged != mine:
                changes[name] = merged
    words = [_WORDS.get(name, name) for name in changes]
    return (replace(person, **changes) if changes else person), words


def _both(mine: tuple[Any, ...], before: tuple[Any, ...], now: tuple[Any, ...]) -> tuple[Any, ...]:
    """Mine as edited by hand, and what is new in theirs."""
    return (*mine, *(value for value in now if value not in before and value not in mine))
