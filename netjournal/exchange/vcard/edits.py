"""Which lines of a card a person's fields have outgrown, and what to write in their place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from netjournal.domain.person import Address, Labelled, NamedDate, Relation
from netjournal.exchange.vcard import words
from netjournal.exchange.vcard.convert import Versions, converted, day_text, params_of
from netjournal.exchange.vcard.decode import components, text_of, unescape
from netjournal.exchange.vcard.fields import CardFields
from netjournal.exchange.vcard.header import Param
from netjournal.exchange.vcard.lines import Line
from netjournal.exchange.vcard.writing import Out, escaped, uri_escaped

_NETWORKS = frozenset(words.NETWORKS.values())
# Derived from the value they stand with, and wrong once it changed.
_DERIVED = frozenset(
    {"ENCODING", "CHARSET", "VALUE", "X-EVOLUTION-E164", "LABEL", "GEO", "SORT-AS", "WAID"}
)
_MATES = frozenset({"X-ABLABEL", "X-ABADR"})
_LABELLED: dict[str, str] = {"emails": "EMAIL", "phones": "TEL", "addresses": "ADR"}


@dataclass(slots=True)
class Edits:
    """Lines to write in place of stored ones (none: the line goes), and lines to add."""

    lines: Sequence[Line]
    versions: Versions
    replaced: dict[int, list[Out]] = field(default_factory=dict)
    added: list[Out] = field(default_factory=list)
    groups: set[str] = field(default_factory=set)

    def drop(self, places: Iterable[int]) -> None:
        """Leave lines out, and the labels of groups that nothing else uses."""
        for at in places:
            self.replaced.setdefault(at, [])
        for group in {self.lines[at].header.group for at in places} - {""}:
            mates = [at for at, line in enumerate(self.lines) if line.header.group == group]
            rest = [at for at in mates if self.lines[at].name not in _MATES]
            if all(at in self.replaced and not self.replaced[at] for at in rest):
                for at in mates:
                    self.replaced.setdefault(at, [])

    def add(self, out: Out, label: str = "") -> None:
        """One more line; a label that no type says stands beside it, in a group of its own."""
        types = words.types_of(label)
        if types is not None:
            cased = (
                Param(name, value.lower() if self.versions.to_4 else value) for name, value in types
            )
            self.added.append(out._replace(params=(*out.params, *cased)))
            return
        group = self.free_group()
        self.added.append(out._replace(group=group))
        self.added.append(Out("X-ABLABEL", escaped(label), (), group))

    def free_group(self) -> str:
        """A group that no line has yet."""
        number = 1
        while f"item{number}" in self.groups:
            number += 1
        self.groups.add(f"item{number}")
        return f"item{number}"


def edits_of(
    lines: Sequence[Line], said: CardFields, wanted: CardFields, versions: Versions
) -> Edits:
    """What to write differently so that a card which said one thing says another."""
    edits = Edits(lines, versions, groups={line.header.group.lower() for line in lines})
    _name(edits, said, wanted)
    for name, prop in (("nicknames", "NICKNAME"), ("topics", "CATEGORIES")):
        _list(edits, said, wanted, name, prop)
    _organisations(edits, said, wanted)
    for name, write in _ITEMS.items():
        _items(edits, said, wanted, name, write)
    _birthday(edits, said, wanted)
    _death(edits, said, wanted)
    _alternatives(edits)
    return edits


def _alternatives(edits: Edits) -> None:
    """What a value that went said in other languages goes with it."""
    gone = {
        (edits.lines[at].name, altid)
        for at, outs in edits.replaced.items()
        if (altid := edits.lines[at].header.altid)
        and not any(param.name == "ALTID" for out in outs for param in out.params)
    }
    if gone:
        edits.drop(
            [at for at, line in enumerate(edits.lines) if (line.name, line.header.altid) in gone]
        )


def _places(said: CardFields, name: str) -> list[int]:
    return sorted({at for places in said.lines.get(name, ()) for at in places})


def _name(edits: Edits, said: CardFields, wanted: CardFields) -> None:
    if wanted.name != said.name and "name" in said.lines:
        (at,) = said.lines["name"][0]
        line = edits.lines[at]
        params = tuple(params_of(line, edits.versions, drop=_DERIVED))
        edits.replaced[at] = [Out("FN", escaped(wanted.name), params, line.header.group)]
    parts = (said.given, said.family)
    family, given = wanted.family, wanted.given
    if not (given or family):  # the journal derives them from the name
        given, family = parts if wanted.name == said.name else split_name(wanted.name)
    if (wanted.name, given, family) == (said.name, *parts):
        return
    at = next((at for at, line in enumerate(edits.lines) if line.name == "N"), -1)
    rest = ["", "", ""]
    if (given, family) == parts and wanted.name != said.name:
        given, family = split_name(wanted.name)
    elif at >= 0:
        rest = _other_parts(edits, at)
    value = ";".join([escaped(family), escaped(given), *rest])
    if at >= 0:
        line = edits.lines[at]
        params = tuple(params_of(line, edits.versions, drop=_DERIVED))
        edits.replaced[at] = [Out("N", value, params, line.header.group)]
    else:
        edits.added.append(Out("N", value))


def _other_parts(edits: Edits, at: int) -> list[str]:
    line = edits.lines[at]
    parts = components(text_of(line, edits.versions.fallback))[2:]
    return [escaped(unescape(part, edits.versions.source)) for part in parts] + [""] * (
        3 - len(parts)
    )


def split_name(name: str) -> tuple[str, str]:
    """Given name and surname: the last word is the surname, a single word the given name."""
    given, _, family = name.strip().rpartition(" ")
    return (given, family) if given else (family, "")


def _list(edits: Edits, said: CardFields, wanted: CardFields, name: str, prop: str) -> None:
    values: tuple[str, ...] = getattr(wanted, name)
    if set(values) == set(getattr(said, name)):
        return
    places = _places(said, name)
    edits.drop(places)
    if values:
        out = Out(prop, ",".join(map(escaped, values)))
        if places:
            edits.replaced[places[0]] = [out]
        else:
            edits.added.append(out)


def _organisations(edits: Edits, said: CardFields, wanted: CardFields) -> None:
    if wanted.organisations == said.organisations:
        return
    places = _places(said, "organisations")
    kept: dict[str, Out] = {}  # the departments of an organisation are parts of its line
    for item, lines in zip(said.organisations, said.lines.get("organisations", ()), strict=False):
        for at in lines:
            if edits.lines[at].name == "ORG":
                kept[item.name] = converted(edits.lines[at], edits.versions)[0]
    edits.drop(places)
    if not any(item.title for item in wanted.organisations):
        # a role would be read as the title that was taken away
        edits.drop([at for at, line in enumerate(edits.lines) if line.name == "ROLE"])
    several = len(wanted.organisations) > 1
    for item in wanted.organisations:
        group = edits.free_group() if several else ""
        if item.name:
            out = kept.get(item.name) or Out("ORG", escaped(item.name))
            edits.added.append(out._replace(group=group))
        if item.title:
            edits.added.append(Out("TITLE", escaped(item.title), (), group))


_Write = Callable[[Edits, Any], None]


def _items(edits: Edits, said: CardFields, wanted: CardFields, name: str, write: _Write) -> None:
    """Values that went take their lines along; new ones take the place of those that went."""
    old, new = getattr(said, name), getattr(wanted, name)
    gone = [at for at, value in enumerate(old) if value not in new]
    come = [value for value in new if value not in old]
    for index, at in enumerate(gone):
        places = said.lines[name][at]
        value = come[index] if index < len(come) else None
        if value is not None and name in _LABELLED and value.label == old[at].label:
            line = edits.lines[places[0]]
            if line.name == _LABELLED[name]:
                params = tuple(params_of(line, edits.versions, drop=_DERIVED))
                out = Out(line.name, _text_of(value), params, line.header.group)
                edits.drop(places[1:])
                edits.replaced[places[0]] = [out]
                come[index] = None
                continue
        edits.drop(places)
    if name == "addresses" and gone:
        _drop_stale_labels(edits, [said.lines[name][at] for at in gone])
    if name == "addresses" and any(come):
        come += _printed_alone(edits, said, wanted)
    for value in come:
        if value is not None:
            write(edits, value)


def _printed_alone(edits: Edits, said: CardFields, wanted: CardFields) -> list[Address]:
    """Addresses a card has as printed labels alone; beside an ADR nobody reads these."""
    found = []
    for address, places in zip(said.addresses, said.lines.get("addresses", ()), strict=True):
        if address in wanted.addresses and all(edits.lines[at].name == "LABEL" for at in places):
            edits.drop(places)
            found.append(address)
    return found


def _drop_stale_labels(edits: Edits, gone: Sequence[tuple[int, ...]]) -> None:
    """The printed label of an address says the old one."""
    types = {edits.lines[at].header.types for places in gone for at in places}
    stale = (
        at
        for at, line in enumerate(edits.lines)
        if line.name == "LABEL" and line.header.types in types
    )
    edits.drop(list(stale))


def _text_of(value: Labelled | Address) -> str:
    if isinstance(value, Labelled):
        return escaped(value.value)
    parts = (value.box, value.extended, value.street, value.city)
    return ";".join(map(escaped, (*parts, value.region, value.postcode, value.country)))


def _add_email(edits: Edits, value: Labelled) -> None:
    edits.add(Out("EMAIL", _text_of(value)), value.label)


def _add_phone(edits: Edits, value: Labelled) -> None:
    edits.add(Out("TEL", _text_of(value)), value.label)


def _add_address(edits: Edits, value: Address) -> None:
    edits.add(Out("ADR", _text_of(value)), value.label)


def _add_link(edits: Edits, value: Labelled) -> None:
    text = uri_escaped(value.value)
    if value.label in _NETWORKS and "://" not in text:
        edits.added.append(Out("X-SOCIALPROFILE", text, (Param("TYPE", value.label),)))
    else:
        edits.add(Out("URL", text), value.label)


def _add_date(edits: Edits, value: NamedDate) -> None:
    text, params = day_text(value.day, edits.versions.target)
    if value.name == "anniversary":
        name = "ANNIVERSARY" if edits.versions.to_4 else "X-ANNIVERSARY"
        edits.added.append(Out(name, text, tuple(params)))
        return
    group = edits.free_group()
    edits.added.append(Out("X-ABDATE", text, tuple(params), group))
    edits.added.append(Out("X-ABLABEL", escaped(value.name), (), group))


def _add_relation(edits: Edits, value: Relation) -> None:
    kind = words.related_type(value.kind)
    if edits.versions.to_4 and kind:
        params = (Param("TYPE", kind), Param("VALUE", "text"))
        edits.added.append(Out("RELATED", escaped(value.name), params))
        return
    group = edits.free_group()
    edits.added.append(Out("X-ABRELATEDNAMES", escaped(value.name), (), group))
    edits.added.append(Out("X-ABLABEL", escaped(value.kind), (), group))


_ITEMS: dict[str, _Write] = {
    "emails": _add_email,
    "phones": _add_phone,
    "addresses": _add_address,
    "links": _add_link,
    "dates": _add_date,
    "relations": _add_relation,
}


def _birthday(edits: Edits, said: CardFields, wanted: CardFields) -> None:
    if wanted.birthday == said.birthday:
        return
    edits.drop([at for at, line in enumerate(edits.lines) if line.name == "BDAY"])
    if wanted.birthday:
        text, params = day_text(wanted.birthday, edits.versions.target)
        edits.added.append(Out("BDAY", text, tuple(params)))


def _death(edits: Edits, said: CardFields, wanted: CardFields) -> None:
    if (wanted.died, wanted.died_on) == (said.died, said.died_on):
        return
    names = {"DEATHDATE", "X-DEATHDATE"}
    edits.drop([at for at, line in enumerate(edits.lines) if line.name in names])
    if not wanted.died:
        return
    if wanted.died_on:
        edits.added.append(Out("DEATHDATE", wanted.died_on.isoformat().replace("-", "")))
    else:
        edits.added.append(Out("DEATHDATE", "unknown", (Param("VALUE", "text"),)))
