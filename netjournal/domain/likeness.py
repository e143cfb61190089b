"""How alike two people are: what they share, and whether that makes them one.

An address or a number in common and names that agree make one person. The same with other given
names is a household or a shared mailbox, and a name alone may be anybody's: only a person can say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from enum import StrEnum
from functools import lru_cache
from typing import Generic, Protocol, TypeVar

from netjournal.domain import names
from netjournal.domain.person import Address, Affiliation, Labelled
from netjournal.domain.phones import same_number, tail
from netjournal.domain.values import PartialDate
from netjournal.text import fold
from netjournal.tuples import NamedTuple

UNNAMED = "Unnamed"
"""The name of who came with a card that names nobody."""
SWITCHBOARD = 3
"""So many people with one number or address: it says nothing of any of them."""
_SUFFIXES = frozenset({"jr", "junior", "sr", "senior", "ii", "iii", "iv"})

_BY_NAME = " "
"""Begins a key that is a name."""
_MOST = 50
"""People under one key who are compared; more of one name or number are told apart by none."""

Id = TypeVar("Id", bound=Hashable)


class Shared(StrEnum):
    """What two people have in common."""

    EMAIL = "e-mail address"
    NUMBER = "number"
    NAME = "name"


class Traits(NamedTuple):
    """What somebody can be known again by."""

    name: str = ""
    """Empty where nobody was named: neither an address nor a number is a name."""
    given: str = ""
    family: str = ""
    nicknames: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    birthday: PartialDate | None = None
    is_bare: bool = False
    """Nothing is known but the name."""


class Described(Protocol):
    """Whoever has a name and can be reached: a person, or what a card says of one."""

    @property
    def name(self) -> str: ...  # noqa: D102 - as those of ``Person``
    @property
    def given(self) -> str: ...  # noqa: D102
    @property
    def family(self) -> str: ...  # noqa: D102
    @property
    def nicknames(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def organisations(self) -> tuple[Affiliation, ...]: ...  # noqa: D102
    @property
    def emails(self) -> tuple[Labelled, ...]: ...  # noqa: D102
    @property
    def phones(self) -> tuple[Labelled, ...]: ...  # noqa: D102
    @property
    def addresses(self) -> tuple[Address, ...]: ...  # noqa: D102
    @property
    def links(self) -> tuple[Labelled, ...]: ...  # noqa: D102
    @property
    def birthday(self) -> PartialDate | None: ...  # noqa: D102


class Likeness(NamedTuple):
    """What speaks for two people being one, and against it."""

    shared: tuple[tuple[Shared, str], ...]
    """What they have in common, each with its value."""
    names_agree: bool
    born_apart: bool = False
    """Their birthdays are different days."""
    one_is_bare: bool = False
    """Of one of them nothing is known but the name."""

    @property
    def is_sure(self) -> bool:
        """They are one person, as far as anybody can tell."""
        if not self.names_agree or self.born_apart:
            return False
        kinds = {kind for kind, _ in self.shared}
        return bool(kinds - {Shared.NAME}) or (Shared.NAME in kinds and self.one_is_bare)


def traits_of(person: Described) -> Traits:
    """What somebody of the journal, or of a card, can be known again by."""
    reach = {item.value for item in (*person.emails, *person.phones)}
    rest = (person.addresses, person.links, person.organisations, person.birthday)
    return Traits(
        name="" if person.name == UNNAMED or person.name in reach else person.name,
        given=person.given,
        family=person.family,
        nicknames=person.nicknames,
        emails=tuple(item.value for item in person.emails),
        phones=tuple(item.value for item in person.phones),
        birthday=person.birthday,
        is_bare=not (reach or any(rest)),
    )


def email_key(email: str) -> str:
    """What two spellings of one address have in common."""
    return email.strip().casefold().removeprefix("mailto:")


def likeness(one: Traits, other: Traits, region: str = "") -> Likeness | None:
    """What two people have in common; None for nothing.

    ``region`` is that of phone numbers without a country, ISO 3166 two letters.
    """
    shared: list[tuple[Shared, str]] = []
    theirs = {email_key(email) for email in other.emails}
    shared += [(Shared.EMAIL, email) for email in one.emails if email_key(email) in theirs]
    shared += [
        (Shared.NUMBER, number)
        for number in one.phones
        if any(same_number(number, their, region) for their in other.phones)
    ]
    mine, its = _named_of(one), _named_of(other)
    agree = _agree(mine, its)
    same_words = mine.words == its.words
    if one.name and other.name and agree:
        is_whole = len(mine.words) > 1 or (one.is_bare and other.is_bare)
        if same_words and is_whole:
            shared.append((Shared.NAME, one.name))
        elif len(mine.words & its.words) > 1:
            shared.append((Shared.NAME, f"{one.name}, {other.name}"))
    born_apart = _born_apart(one.birthday, other.birthday)
    if not shared or (born_apart and {kind for kind, _ in shared} == {Shared.NAME}):
        return None
    return Likeness(tuple(shared), agree, born_apart, same_words and (one.is_bare or other.is_bare))


def names_agree(one: Traits, other: Traits) -> bool:
    """Whether two names can be one person's: the same given name, and no word that differs.

    A middle name or second surname may be missing or an initial; ``Sr.`` and ``Jr.`` are two.
    """
    return _agree(_named_of(one), _named_of(other))


class _Named(NamedTuple):
    """What of somebody's names is compared."""

    is_named: bool
    words: frozenset[str]
    """Of the name, without suffixes."""
    suffixes: frozenset[str]
    firsts: frozenset[str]
    """The given name and nicknames."""
    called: frozenset[str]
    """Every word of the name and of nicknames."""
    initials: frozenset[str]
    """The first letters of those words."""
    letters: frozenset[str]
    """Those of them that are one letter only."""


def _named_of(traits: Traits) -> _Named:
    return _named(traits.name, traits.given, traits.family, traits.nicknames)


# one name is held against dozens of others
@lru_cache(maxsize=16_384)
def _named(name: str, given: str, family: str, nicknames: tuple[str, ...]) -> _Named:
    words = frozenset(_split(name)) - _SUFFIXES
    others = frozenset(word for nickname in nicknames for word in _split(nickname))
    first, last = names.split_name(name, given, family)
    called = words | others
    return _Named(
        is_named=bool(name),
        words=words,
        suffixes=frozenset(part.strip(".,") for part in fold(name).split()) & _SUFFIXES,
        firsts=others | {(_split(first) or _split(last) or ("",))[0]},
        called=called,
        initials=frozenset(word[0] for word in called),
        letters=frozenset(word for word in called if len(word) == 1),
    )


def _agree(one: _Named, other: _Named) -> bool:
    if not (one.is_named and other.is_named):
        return True
    if one.suffixes != other.suffixes:
        return False
    if one.words == other.words:
        return True
    return bool(one.firsts & other.firsts) and (_within(one, other) or _within(other, one))


def _within(one: _Named, other: _Named) -> bool:
    """Whether each word of a name is one of the other's names, or their initial, or they its."""
    return all(
        word in other.called
        or word[0] in other.letters
        or (len(word) == 1 and word in other.initials)
        for word in one.words
    )


def _born_apart(one: PartialDate | None, other: PartialDate | None) -> bool:
    if one is None or other is None:
        return False
    if (one.month, one.day) != (other.month, other.day):
        return True
    return one.year is not None and other.year is not None and one.year != other.year


@lru_cache(maxsize=4096)
def _split(text: str) -> tuple[str, ...]:
    return names.words(text.replace("-", " ").replace("'", "").replace("’", ""))


class Lookalikes(Generic[Id]):
    """Many people, and who of them may be somebody."""

    def __init__(self, region: str = "") -> None:
        self._region = region
        self._traits: dict[Id, Traits] = {}
        self._found: dict[str, list[Id]] = {}

    def add(self, id: Id, traits: Traits) -> None:
        """Know one more, or one who was known as they are now."""
        self._traits[id] = traits
        for key in _keys(traits):
            owners = self._found.setdefault(key, [])
            if len(owners) < _MOST and id not in owners:
                owners.append(id)

    def like(self, traits: Traits, *, but: Id | None = None) -> list[tuple[Id, Likeness]]:
        """Those who may be somebody with these traits, in the order they were added.

        What many share tells of nobody: a number or address counts up to ``SWITCHBOARD`` people,
        unless the names agree.
        """
        near: dict[Id, Traits] = {}
        mine = _named_of(traits)
        for key in _keys(traits):
            for id in self._found.get(key, ()):
                other = self._traits[id]
                # who has no address or number in common is alike by the name, or not at all
                if not key.startswith(_BY_NAME) or _agree(mine, _named_of(other)):
                    near[id] = other
        compared = (
            (id, likeness(traits, other, self._region)) for id, other in near.items() if id != but
        )
        found = [(id, alike) for id, alike in compared if alike]
        crowd = Counter(each for _, alike in found for each in alike.shared)
        return [
            (id, alike)
            for id, alike in found
            if alike.names_agree or any(crowd[each] < SWITCHBOARD for each in alike.shared)
        ]


@lru_cache(maxsize=64)
def _keys(traits: Traits) -> tuple[str, ...]:
    """What people alike have in common at least; of each kind with a beginning of its own."""
    keys = [f"@{email_key(email)}" for email in traits.emails]
    keys += [f"#{end}" for number in traits.phones if (end := tail(number))]
    words = [word for word in _split(traits.name) if word not in _SUFFIXES]
    if words:
        keys.append(_name_key(words))
        if len(words) > 2:
            keys.append(_name_key([words[0], words[-1]]))
    for nickname in traits.nicknames if len(words) > 1 else ():
        keys.append(_name_key([*_split(nickname), words[-1]]))
    return tuple(keys)


def _name_key(words: Iterable[str]) -> str:
    return f"{_BY_NAME}{' '.join(sorted(words))}"
