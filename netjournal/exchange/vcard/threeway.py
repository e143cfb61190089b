"""A card that came again, changed: what it changes of a person, property by property.

Base is what the card said at the last import, mine what the journal says, theirs what the card says
now. What only they changed is taken and what only I changed stays. Where both changed a single
value, or a value is missing in a newer card, somebody is asked; until then mine stays.

A card of another source has no base: what it says besides is added, unless a card said it before
and it was taken out by hand.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from netjournal.domain.likeness import UNNAMED, email_key
from netjournal.domain.person import Address, Affiliation, Labelled, NamedDate, Person, Relation
from netjournal.domain.phones import same_number
from netjournal.domain.values import PartialDate
from netjournal.exchange.plan import Ask
from netjournal.exchange.vcard.fields import MANY, ONE, CardFields
from netjournal.exchange.vcard.plain import parts_of_name
from netjournal.text import fold

_WORDS = {
    "died_on": "day of death", "given": "given name", "family": "surname", "emails": "e-mail",
    "phones": "phone", "addresses": "address", "links": "link", "nicknames": "nickname",
    "organisations": "organisation", "dates": "date", "topics": "topic", "relations": "relation",
}  # fmt: skip
_NAME_PARTS = ("name", "given", "family")
_BUT_PARTS = tuple(name for name in ONE if name not in _NAME_PARTS[1:])


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """What was known before the card came again."""

    base: CardFields | None
    """What it said last; None for the first card of another source."""
    seen: Mapping[str, Collection[Any]] = field(default_factory=dict)
    """What the cards of the person ever said, by field."""
    is_newer: bool = False
    """The card says itself that it was revised since."""
    region: str = ""


def merged(
    person: Person, before: Before, theirs: CardFields, ask: Ask
) -> tuple[Person, list[str]]:
    """The person after the card, and what changed in words."""
    changes: dict[str, Any] = {}
    gone: dict[str, list[Any]] = {}
    for name in MANY:
        values, missing = _many(name, getattr(person, name), before, theirs)
        if values != getattr(person, name):
            changes[name] = values
        if missing:
            gone[name] = missing
    changes |= _ones(person, before, theirs, ask)
    changes |= _without(person, changes, gone, ask) if before.is_newer else {}
    words = [_WORDS.get(name, name) if name in ONE else name for name in changes]
    return (person._replace(**changes) if changes else person), words


def _many(
    name: str, mine: tuple[Any, ...], before: Before, theirs: CardFields
) -> tuple[tuple[Any, ...], list[Any]]:
    """The values afterwards, and those of mine that the card had and no longer has."""
    same = _SAME.get(name, _equal)

    def among(value: Any, values: Iterable[Any]) -> bool:
        return any(same(value, other, before.region) for other in values)

    now = getattr(theirs, name)
    base = getattr(before.base, name) if before.base else ()
    known = base if before.base else before.seen.get(name, ())
    if now == base:
        return mine, []
    come = [value for value in now if not among(value, mine) and not among(value, known)]
    gone = [value for value in base if not among(value, now) and value in mine]
    values = [_respelled(value, now, base, same, before.region) for value in mine]
    for old in tuple(gone):
        new = next((value for value in come if _label(value) == _label(old)), None)
        if new is not None:
            values[values.index(old)] = new
            come.remove(new)
            gone.remove(old)
    return tuple(dict.fromkeys((*values, *come))), gone


def _respelled(
    value: Any,
    now: Sequence[Any],
    base: Sequence[Any],
    same: Callable[[Any, Any, str], bool],
    region: str,
) -> Any:
    """A value of mine that the card wrote so, as the card writes it now."""
    if value not in base or value in now:
        return value
    return next((other for other in now if same(value, other, region)), value)


def _label(value: Any) -> str:
    if isinstance(value, Labelled | Address):
        return value.label
    if isinstance(value, Relation):
        return value.kind
    return value.name if isinstance(value, NamedDate) else ""


def _ones(person: Person, before: Before, theirs: CardFields, ask: Ask) -> dict[str, Any]:
    taken: dict[str, Any] = {}
    both: dict[str, Any] = {}
    for name in ONE if not _says_derived_parts(person, theirs) else _BUT_PARTS:
        mine, now = getattr(person, name), getattr(theirs, name)
        if not now or now == mine or (name == "name" and not theirs.has_name):
            continue
        if before.base is None:
            if _is_news(name, person, before, theirs):
                taken[name] = now
        elif now != (base := getattr(before.base, name)):
            (taken if mine == base or not _is_said(name, mine) else both)[name] = now
    if both and ask("both", _both_changed(person, both), ("keep what is here", "take the card's")):
        taken |= both
    return taken


def _says_derived_parts(person: Person, theirs: CardFields) -> bool:
    """Whether the parts of the name are those that the journal writes where nobody told any."""
    if person.given or person.family:
        return False
    return (theirs.given, theirs.family) == parts_of_name(person.name)


def _is_news(name: str, person: Person, before: Before, theirs: CardFields) -> bool:
    """Whether a single value of another source tells what nobody said before."""
    mine, now = getattr(person, name), getattr(theirs, name)
    if name == "birthday" and mine is not None:
        return _lacks_year(mine, now)
    if name in _NAME_PARTS[1:] and (
        person.given or person.family or fold(person.name) != fold(theirs.name)
    ):
        return False
    return not _is_said(name, mine) and now not in before.seen.get(name, ())


def _is_said(name: str, value: Any) -> bool:
    return bool(value) and not (name == "name" and value == UNNAMED)


def _lacks_year(mine: PartialDate, now: PartialDate) -> bool:
    return mine.year is None and (mine.month, mine.day) == (now.month, now.day)


def _both_changed(person: Person, both: dict[str, Any]) -> str:
    shown = [name for name in both if name not in _NAME_PARTS[1:] or "name" not in both]
    parts = (f"{_WORDS.get(n, n)} {getattr(person, n)} here, {both[n]} there" for n in shown)
    return f"{person.name} was changed here and in the card: {'; '.join(parts)}."


def _without(
    person: Person, changes: dict[str, Any], gone: dict[str, list[Any]], ask: Ask
) -> dict[str, Any]:
    """What a newer card no longer says is taken out if somebody says so."""
    if not gone:
        return {}
    listed = "; ".join(
        f"{_WORDS.get(name, name)} {_shown(value)}" for name, values in gone.items()
        for value in values
    )  # fmt: skip
    text = f"The card of {person.name} no longer has: {listed}."
    if not ask("gone", text, ("keep it here", "take it out here too")):
        return {}
    return {
        name: tuple(v for v in changes.get(name, getattr(person, name)) if v not in values)
        for name, values in gone.items()
    }


def _shown(value: Any) -> str:
    if isinstance(value, Labelled):
        return value.value
    if isinstance(value, Address):
        return ", ".join(value.lines)
    return str(getattr(value, "name", value))


def _equal(one: Any, other: Any, _: str) -> bool:
    return fold(str(one)) == fold(str(other))


def _same_address(one: Address, other: Address, _: str) -> bool:
    return [fold(line) for line in one.lines] == [fold(line) for line in other.lines]


def _same_affiliation(one: Affiliation, other: Affiliation, _: str) -> bool:
    """A title may be missing in one of them."""
    titles = {fold(one.title), fold(other.title)} - {""}
    return fold(one.name) == fold(other.name) and len(titles) < 2


def _same_link(one: Labelled, other: Labelled, _: str) -> bool:
    return fold(one.value).rstrip("/") == fold(other.value).rstrip("/")


_SAME: dict[str, Callable[[Any, Any, str], bool]] = {
    "emails": lambda one, other, _: email_key(one.value) == email_key(other.value),
    "phones": lambda one, other, region: (
        one.value == other.value or same_number(one.value, other.value, region)
    ),
    "addresses": _same_address,
    "organisations": _same_affiliation,
    "links": _same_link,
}
