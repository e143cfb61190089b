"""Which lines of a card a person's fields have outgrown, and what to write in their place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from netjournal.domain.person import Address
from netjournal.exchange.vcard import words
from netjournal.exchange.vcard.added import PROPERTIES, WRITERS, Added, text_of_value
from netjournal.exchange.vcard.convert import Versions, converted, day_text, params_of
from netjournal.exchange.vcard.decode import components, text_of, unescape
from netjournal.exchange.vcard.fields import CardFields
from netjournal.exchange.vcard.header import Param
from netjournal.exchange.vcard.lines import Line
from netjournal.exchange.vcard.plain import parts_of_name
from netjournal.exchange.vcard.writing import Out, escaped

# Derived from the value they stand with, and wrong once it changed.
_DERIVED = frozenset(
    {"ENCODING", "CHARSET", "VALUE", "X-EVOLUTION-E164", "LABEL", "GEO", "SORT-AS", "WAID"}
)


@dataclass(slots=True)
class Edits:
    """Lines to write in place of stored ones (none: the line goes), and new ones."""

    lines: Sequence[Line]
    versions: Versions
    added: Added
    replaced: dict[int, list[Out]] = field(default_factory=dict)

    def drop_named(self, *names: str) -> None:
        """Leave every line of these properties out."""
        self.drop([at for at, line in enumerate(self.lines) if line.name in names])

    def rewrite(self, at: int, value: str) -> None:
        """Another value in a line; what was derived from the old one goes."""
        line = self.lines[at]
        params = tuple(params_of(line, self.versions, drop=_DERIVED))
        self.replaced[at] = [Out(line.name, value, params, line.header.group)]

    def drop(self, places: Iterable[int]) -> None:
        """Leave lines out, and the labels of groups that nothing else uses."""
        for at in places:
            self.replaced.setdefault(at, [])
        for group in {self.lines[at].header.group for at in places} - {""}:
            mates = [at for at, line in enumerate(self.lines) if line.header.group == group]
            rest = [at for at in mates if self.lines[at].name not in words.MATES]
            if all(at in self.replaced and not self.replaced[at] for at in rest):
                for at in mates:
                    self.replaced.setdefault(at, [])


def edits_of(
    lines: Sequence[Line], said: CardFields, wanted: CardFields, versions: Versions
) -> Edits:
    """What to write differently so that a card which said one thing says another."""
    taken = {line.header.group.lower() for line in lines}
    edits = Edits(lines, versions, Added(versions, taken))
    _name(edits, said, wanted)
    for name, prop in (("nicknames", "NICKNAME"), ("topics", "CATEGORIES")):
        _list(edits, said, wanted, name, prop)
    _organisations(edits, said, wanted)
    for name in WRITERS:
        _items(edits, said, wanted, name)
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


def _name(edits: Edits, said: CardFields, wanted: CardFields) -> None:
    if wanted.name != said.name and "name" in said.lines:
        (at,) = said.lines["name"][0]
        edits.rewrite(at, escaped(wanted.name))
    parts = (said.given, said.family)
    family, given = wanted.family, wanted.given
    if not (given or family):  # the journal derives them from the name
        given, family = parts if wanted.name == said.name else parts_of_name(wanted.name)
    if (wanted.name, given, family) == (said.name, *parts):
        return
    at = next((at for at, line in enumerate(edits.lines) if line.name == "N"), -1)
    rest = ["", "", ""]
    if (given, family) == parts and wanted.name != said.name:
        given, family = parts_of_name(wanted.name)
    elif at >= 0:
        rest = _other_parts(edits, at)
    value = ";".join([escaped(family), escaped(given), *rest])
    if at >= 0:
        edits.rewrite(at, value)
    else:
        edits.added.line(Out("N", value))


def _other_parts(edits: Edits, at: int) -> list[str]:
    line = edits.lines[at]
    parts = components(text_of(line, edits.versions.fallback))[2:]
    return [escaped(unescape(part, edits.versions.source)) for part in parts] + [""] * (
        3 - len(parts)
    )


def _list(edits: Edits, said: CardFields, wanted: CardFields, name: str, prop: str) -> None:
    values: tuple[str, ...] = getattr(wanted, name)
    if set(values) == set(getattr(said, name)):
        return
    places = sorted(said.places(name))
    edits.drop(places)
    if values:
        out = Out(prop, ",".join(map(escaped, values)))
        if places:
            edits.replaced[places[0]] = [out]
        else:
            edits.added.line(out)


def _organisations(edits: Edits, said: CardFields, wanted: CardFields) -> None:
    if wanted.organisations == said.organisations:
        return
    kept: dict[str, Out] = {}  # the departments of an organisation are parts of its line
    for item, lines in zip(said.organisations, said.lines.get("organisations", ()), strict=False):
        for at in lines:
            if edits.lines[at].name == "ORG":
                kept[item.name] = converted(edits.lines[at], edits.versions)[0]
    edits.drop(said.places("organisations"))
    if not any(item.title for item in wanted.organisations):
        # a role would be read as the title that was taken away
        edits.drop_named("ROLE")
    several = len(wanted.organisations) > 1
    for item in wanted.organisations:
        group = edits.added.free_group() if several else ""
        if item.name:
            out = kept.get(item.name) or Out("ORG", escaped(item.name))
            edits.added.line(out._replace(group=group))
        if item.title:
            edits.added.line(Out("TITLE", escaped(item.title), (), group))


def _items(edits: Edits, said: CardFields, wanted: CardFields, name: str) -> None:
    """Values that went take their lines along; new ones take the place of those that went."""
    old, new = getattr(said, name), getattr(wanted, name)
    if old == new:
        return
    gone = [at for at, value in enumerate(old) if value not in new]
    come = [value for value in new if value not in old]
    for index, at in enumerate(gone):
        places = said.lines[name][at]
        value = come[index] if index < len(come) else None
        prop = edits.lines[places[0]].name
        if value is None or PROPERTIES.get(name) != prop or value.label != old[at].label:
            edits.drop(places)
        else:
            edits.drop(places[1:])
            edits.rewrite(places[0], text_of_value(value))
            come[index] = None
    if name == "addresses" and gone:
        _drop_stale_labels(edits, [said.lines[name][at] for at in gone])
    if name == "addresses" and any(come):
        come += _printed_alone(edits, said, wanted)
    for value in come:
        if value is not None:
            WRITERS[name](edits.added, value)


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


def _birthday(edits: Edits, said: CardFields, wanted: CardFields) -> None:
    if wanted.birthday == said.birthday:
        return
    edits.drop_named("BDAY")
    if wanted.birthday:
        text, params = day_text(wanted.birthday, edits.versions.target)
        edits.added.line(Out("BDAY", text, tuple(params)))


def _death(edits: Edits, said: CardFields, wanted: CardFields) -> None:
    if (wanted.died, wanted.died_on) == (said.died, said.died_on):
        return
    edits.drop_named("DEATHDATE", "X-DEATHDATE")
    if not wanted.died:
        return
    if wanted.died_on:
        edits.added.line(Out("DEATHDATE", wanted.died_on.isoformat().replace("-", "")))
    else:
        edits.added.line(Out("DEATHDATE", "unknown", (Param("VALUE", "text"),)))
