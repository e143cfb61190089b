"""Who is known already: cards by what they say and by UID, people by address, number and name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from netjournal.domain import names
from netjournal.domain.gesture import Raw, Table
from netjournal.domain.person import Person
from netjournal.domain.values import ME, PersonId
from netjournal.exchange.vcard.fields import CardFields
from netjournal.exchange.vcard.uids import uid_from, uid_key
from netjournal.journal.snapshot import Snapshot
from netjournal.text import fold

_DIGITS = 9
"""Last digits of a number that are compared: national and international forms agree on them."""
_DIGIT = re.compile(r"\d")
_EMAIL = "e-mail address"
_NUMBER = "number"
_TOO_MANY = 3
"""So many people with one number: a switchboard."""


class Key(NamedTuple):
    """Something two people may share."""

    shared: str
    value: str


class Maybe(NamedTuple):
    """Somebody known who may be the person of a card."""

    person: PersonId
    name: str
    shared: str
    """What they have in common: ``e-mail address``, ``number`` or ``name``."""


class Ledger:
    """Every card ever imported, and every person, by what may tell that they come again."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.canons: dict[str, PersonId | None] = {}
        self._uids: dict[str, PersonId] = {}
        self._keys: dict[Key, list[PersonId]] = {}
        self._names: dict[PersonId, str] = {}
        people = snapshot.table(Table.PEOPLE)
        for id, raw in people.items():
            if id != ME:
                self._add_person(PersonId(id), raw)
        for raw in snapshot.table(Table.CARDS).values():
            owner = raw.get("person")
            person = snapshot.final(owner) if isinstance(owner, str) else None
            self.canons[str(raw.get("canon", ""))] = person
            if person and (uid := raw.get("uid")):
                self._uids[uid_key(str(uid))] = person

    def _add_person(self, id: PersonId, raw: Raw) -> None:
        self._uids[uid_key(uid_from(id))] = id
        name = str(raw.get("name", ""))
        self._add(id, name, _keys(name, _values(raw, "emails"), _values(raw, "phones")))

    def _add(self, id: PersonId, name: str, keys: Iterable[Key]) -> None:
        self._names[id] = name
        for key in keys:
            owners = self._keys.setdefault(key, [])
            if id not in owners:
                owners.append(id)

    def add(self, id: PersonId, uid: str, fields: CardFields) -> Maybe | None:
        """Somebody new, known to the cards that follow; who known already may be the same."""
        keys = _keys_of(fields)
        maybe = self._maybe(keys)
        self._uids.setdefault(uid_key(uid), id)
        self._add(id, fields.name, keys)
        return maybe

    def by_uid(self, uid: str) -> PersonId | None:
        """Whose card has that UID."""
        return self._uids.get(uid_key(uid)) if uid else None

    def _maybe(self, keys: Iterable[Key]) -> Maybe | None:
        for key in keys:
            owners = self._keys.get(key, ())
            if owners and not (key.shared == _NUMBER and len(owners) >= _TOO_MANY):
                return Maybe(owners[0], self._names[owners[0]], key.shared)
        return None


def _keys_of(fields: CardFields) -> list[Key]:
    emails = [item.value for item in fields.emails]
    phones = [item.value for item in fields.phones]
    return _keys(fields.name if fields.has_name else "", emails, phones)


def _values(raw: Raw, field: str) -> list[str]:
    items = raw.get(field)
    if not isinstance(items, list | tuple):
        return []
    return [str(item.get("value", "")) for item in items if isinstance(item, Mapping)]


def _keys(name: str, emails: Iterable[str], phones: Iterable[str]) -> list[Key]:
    keys = [Key(_EMAIL, email.strip().casefold()) for email in emails]
    for phone in phones:
        digits = "".join(_DIGIT.findall(phone))
        if len(digits) >= _DIGITS:
            keys.append(Key(_NUMBER, digits[-_DIGITS:]))
    if name:
        keys.append(Key("name", " ".join(sorted(names.words(name)))))
    return keys


def compatible(card: CardFields, base: CardFields, person: Person) -> bool:
    """Whether a card can be of the person whose UID it has, rather than a copied card.

    A word of the name, an address or a number in common; or one of them has no name.
    """
    if not (card.has_name and (base.has_name or person.name)):
        return True
    if set(names.words(card.name)) & {*names.words(base.name), *names.words(person.name)}:
        return True
    return any(
        {fold(item.value) for item in getattr(card, name)}
        & {fold(item.value) for who in (base, person) for item in getattr(who, name)}
        for name in ("emails", "phones")
    )
