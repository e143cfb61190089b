"""A card's lines as the fields of a person, each with the line it came from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any

from netjournal.domain.person import Address, Affiliation, Labelled, NamedDate, Relation
from netjournal.domain.values import PartialDate
from netjournal.exchange.vcard.found import Found
from netjournal.exchange.vcard.lines import Line
from netjournal.exchange.vcard.properties import READERS
from netjournal.tuples import NamedTuple

MANY = (
    "nicknames", "organisations", "emails", "phones", "addresses", "links", "dates", "topics",
    "relations",
)  # fmt: skip
"""Fields of several values."""
ONE = ("name", "given", "family", "birthday", "died", "died_on")
"""Fields of one value."""


class CardFields(NamedTuple):
    """What a card says of a person, in the fields of ``Person``."""

    name: str = ""
    given: str = ""
    family: str = ""
    nicknames: tuple[str, ...] = ()
    organisations: tuple[Affiliation, ...] = ()
    emails: tuple[Labelled, ...] = ()
    phones: tuple[Labelled, ...] = ()
    addresses: tuple[Address, ...] = ()
    links: tuple[Labelled, ...] = ()
    birthday: PartialDate | None = None
    dates: tuple[NamedDate, ...] = ()
    topics: tuple[str, ...] = ()
    relations: tuple[Relation, ...] = ()
    died: bool = False
    died_on: date | None = None
    note: str = ""
    """The card's NOTE; shown with the person, no entry of the journal."""
    lines: Mapping[str, tuple[tuple[int, ...], ...]] = MappingProxyType({})
    """For each field, the lines of each of its values, as indexes into the lines read."""
    problems: tuple[tuple[int, str], ...] = ()
    """Lines whose value could not be read, with the reason."""

    @property
    def has_name(self) -> bool:
        """The card names somebody itself, not only by e-mail address or number."""
        return bool({"name", "given", "family"} & self.lines.keys())

    @property
    def is_empty(self) -> bool:
        """It says nothing of anybody."""
        said = (self.name, self.note, self.birthday, self.died)
        return not any(said) and not any(getattr(self, name) for name in MANY)

    def places(self, *names: str) -> frozenset[int]:
        """The lines that these fields were read from; without a name those of all."""
        values = (self.lines.get(name, ()) for name in names) if names else self.lines.values()
        return frozenset(at for places in values for of_value in places for at in of_value)


def read_fields(lines: Sequence[Line], version: str = "3.0") -> CardFields:
    """What the lines of one card say of a person; never raises.

    Lines of nested cards (AGENT) belong to nobody here. Preferred values come first.
    """
    found = Found(lines, version)
    said: set[tuple[str, str]] = set()
    for at, line in enumerate(lines):
        reader = READERS.get(line.header.name)
        if line.header.altid:
            # the same once more, in another language or script
            key = (line.header.name, line.header.altid)
            if key in said:
                continue
            said.add(key)
        if reader and (line.value or line.header.name == "ADR"):
            reader(found, at, line)
    _pair_organisations(found)
    if "addresses" not in found.many:
        for at, address in found.labels_of_addresses:
            found.many.setdefault("addresses", []).append((100, at, address))
    return _finished(found)


def _finished(found: Found) -> CardFields:
    values: dict[str, Any] = {}
    sources: dict[str, tuple[tuple[int, ...], ...]] = {}
    for name, triples in found.many.items():
        if len(triples) == 1:
            ((_, at, value),) = triples
            values[name] = (value,)
            sources[name] = ((at,),)
            continue
        unique: dict[Any, tuple[int, ...]] = {}
        for _, at, value in sorted(triples, key=_preference_and_place):
            unique[value] = (*unique.get(value, ()), at)
        values[name] = tuple(unique)
        sources[name] = tuple(unique.values())
    for name, (at, value) in found.one.items():
        values[name] = value
        sources[name] = ((at,),)
    if found.notes:
        values["note"] = "\n\n".join(text for _, text in found.notes)
        sources["note"] = tuple((at,) for at, _ in found.notes)
    if not values.get("name"):
        values["name"] = _name_from(values)
    values.pop("n", None)
    sources.pop("n", None)
    return CardFields(**values, lines=sources, problems=tuple(found.problems))


def _preference_and_place(triple: tuple[int, int, Any]) -> tuple[int, int]:
    return triple[:2]


def _name_from(values: dict[str, Any]) -> str:
    """A name for a card without FN: from N, else organisation, nickname, address or number."""
    if values.get("n"):
        return str(values["n"])
    for item in values.get("organisations", ()):
        if item.name:
            return str(item.name)
    if values.get("nicknames"):
        return str(values["nicknames"][0])
    for name in ("emails", "phones", "links"):
        if values.get(name):
            return str(values[name][0].value)
    addresses = values.get("addresses")
    return str(addresses[0].lines[0]) if addresses else ""


def _pair_organisations(found: Found) -> None:
    """Organisations with their titles: those of one group, else the first with the first.

    A title alone makes a nameless organisation. A role is a title where there is no other.
    """
    titles = found.titles or found.roles
    loose = [(at, text) for at, text, group in titles if not group]
    grouped = {group: (at, text) for at, text, group in titles if group}
    pairs: list[tuple[int, int, Affiliation]] = []

    def add(name: str, title: str, *lines: int) -> None:
        pairs.extend((100, at, Affiliation(name=name, title=title)) for at in lines)

    for at, name, group in found.orgs:
        title = grouped.pop(group, None) or (loose.pop(0) if loose else None)
        if title:
            add(name, title[1], at, title[0])
        else:
            add(name, "", at)
    for at, text in (*grouped.values(), *loose):
        add("", text, at)
    if pairs:
        found.many["organisations"] = pairs
