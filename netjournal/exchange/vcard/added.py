"""New lines of a card: a person's values in the properties that everybody reads."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from netjournal.domain.person import Address, Labelled, NamedDate, Relation
from netjournal.exchange.vcard import words
from netjournal.exchange.vcard.convert import Versions, day_text
from netjournal.exchange.vcard.header import Param
from netjournal.exchange.vcard.writing import Out, escaped, uri_escaped

_NETWORKS = frozenset(words.NETWORKS.values())


@dataclass(slots=True)
class Added:
    """Lines that a card does not have yet."""

    versions: Versions
    taken: set[str]
    """Groups that lines have already, in lower case."""
    _lines: list[Out] = field(default_factory=list)

    def __iter__(self) -> Iterator[Out]:
        return iter(self._lines)

    def __bool__(self) -> bool:
        return bool(self._lines)

    def line(self, out: Out) -> None:
        """One more line."""
        self._lines.append(out)

    def labelled(self, out: Out, label: str) -> None:
        """The same with a label: as types, else beside it in a group of their own."""
        types = words.types_of(label)
        if types is None:
            self.grouped(out, label)
            return
        cased = (
            Param(name, value.lower() if self.versions.to_4 else value) for name, value in types
        )
        self.line(out._replace(params=(*out.params, *cased)))

    def grouped(self, out: Out, label: str) -> None:
        """A line, and beside it the label that no type says (Apple's X-ABLabel)."""
        group = self.free_group()
        self.line(out._replace(group=group))
        self.line(Out("X-ABLABEL", escaped(label), (), group))

    def free_group(self) -> str:
        """A group that no line has yet."""
        number = 1
        while f"item{number}" in self.taken:
            number += 1
        self.taken.add(f"item{number}")
        return f"item{number}"


def text_of_value(value: Labelled | Address) -> str:
    """An address or number as the escaped value of its property."""
    if isinstance(value, Labelled):
        return escaped(value.value)
    parts = (value.box, value.extended, value.street, value.city)
    return ";".join(map(escaped, (*parts, value.region, value.postcode, value.country)))


PROPERTIES = {"emails": "EMAIL", "phones": "TEL", "addresses": "ADR"}
"""The property of each field whose values are an address or a number with a label."""


def _reached(prop: str) -> Callable[[Added, Any], None]:
    def write(added: Added, value: Labelled | Address) -> None:
        added.labelled(Out(prop, text_of_value(value)), value.label)

    return write


def _link(added: Added, value: Labelled) -> None:
    text = uri_escaped(value.value)
    if value.label in _NETWORKS and "://" not in text:
        added.line(Out("X-SOCIALPROFILE", text, (Param("TYPE", value.label),)))
    else:
        added.labelled(Out("URL", text), value.label)


def _date(added: Added, value: NamedDate) -> None:
    text, params = day_text(value.day, added.versions.target)
    if value.name == "anniversary":
        name = "ANNIVERSARY" if added.versions.to_4 else "X-ANNIVERSARY"
        added.line(Out(name, text, tuple(params)))
    else:
        added.grouped(Out("X-ABDATE", text, tuple(params)), value.name)


def _relation(added: Added, value: Relation) -> None:
    kind = words.related_type(value.kind)
    if added.versions.to_4 and kind:
        params = (Param("TYPE", kind), Param("VALUE", "text"))
        added.line(Out("RELATED", escaped(value.name), params))
    else:
        added.grouped(Out("X-ABRELATEDNAMES", escaped(value.name)), value.kind)


WRITERS: dict[str, Callable[[Added, Any], None]] = {
    **{name: _reached(prop) for name, prop in PROPERTIES.items()},
    "links": _link,
    "dates": _date,
    "relations": _relation,
}
"""How a value of each field of several values becomes new lines."""
