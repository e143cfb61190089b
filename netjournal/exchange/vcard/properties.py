"""What each property of a card says of a person: one small reader a property."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from netjournal.domain.person import Address, Labelled, NamedDate, Relation
from netjournal.domain.values import PartialDate
from netjournal.exchange.vcard import words
from netjournal.exchange.vcard.days import day_of
from netjournal.exchange.vcard.decode import (
    Value,
    components,
    fallback_of,
    items,
    unescape,
    value_of,
)
from netjournal.exchange.vcard.header import uncareted
from netjournal.exchange.vcard.lines import Line

_EMPTY_TOPICS = frozenset({"mycontacts"})
_EXTENSION = ";ext="


class Gathering:
    """What has been read so far; values of one field keep their preference for sorting."""

    def __init__(self, lines: Sequence[Line], version: str) -> None:
        self.version = version
        self.fallback = fallback_of(lines)
        self.labels = {
            line.header.group: unescape(self.value(line).text, version).strip()
            for line in lines
            if line.header.group and line.header.name == "X-ABLABEL"
        }
        self.many: dict[str, list[tuple[int, int, Any]]] = {}
        self.one: dict[str, tuple[int, Any]] = {}
        self.orgs: list[tuple[int, str, str]] = []
        """Line, text and group."""
        self.titles: list[tuple[int, str, str]] = []
        self.labels_of_addresses: list[tuple[int, Address]] = []
        self.notes: list[tuple[int, str]] = []
        self.problems: list[tuple[int, str]] = []

    def value(self, line: Line) -> Value:
        """The value as text, still escaped."""
        return value_of(line, self.fallback)

    def text(self, line: Line) -> str:
        """The value on one line: a name, a number."""
        return one_line(unescape(self.value(line).text, self.version))

    def parts(self, line: Line) -> list[str]:
        """The components of a structured value, decoded."""
        parts = components(self.value(line).text)
        return [unescape(part, self.version).replace("\r\n", "\n").strip() for part in parts]

    def label(self, line: Line) -> str:
        """What the value is for."""
        custom = self.labels.get(line.header.group, "") if line.header.group else ""
        return words.label_of(line.header, custom)

    def add(self, name: str, at: int, line: Line, value: Any) -> None:
        """Keep one value of a field of several."""
        self.many.setdefault(name, []).append((words.preference(line.header), at, value))

    def first(self, name: str, at: int, value: Any) -> None:
        """Keep the value of a field of one, unless it has one."""
        if value and name not in self.one:
            self.one[name] = (at, value)


def one_line(text: str) -> str:
    """Blanks and line ends as single blanks, control characters gone."""
    if not text.isprintable():
        text = "".join(
            char if char >= " " and not "\x7f" <= char < "\xa0" else " " for char in text
        )
    return " ".join(text.split())


# One reader a property.


def _fn(found: Gathering, at: int, line: Line) -> None:
    found.first("name", at, found.text(line))


def _n(found: Gathering, at: int, line: Line) -> None:
    if "n" in found.one:
        return
    parts = [one_line(" ".join(items_of(part, found.version))) for part in _raw_parts(found, line)]
    parts += [""] * (5 - len(parts))
    family, given, more, before, after = parts[:5]
    found.first("n", at, " ".join(part for part in (before, given, more, family, after) if part))
    # "N:Jane Doe" in one piece tells nothing about its parts
    if any(parts[1:]) or " " not in family:
        found.first("family", at, family)
        found.first("given", at, given)


def _raw_parts(found: Gathering, line: Line) -> list[str]:
    return components(found.value(line).text)


def items_of(text: str, version: str) -> list[str]:
    """The items of a list, decoded; empty ones left out."""
    return [item for part in items(text) if (item := one_line(unescape(part, version)))]


def _nickname(found: Gathering, at: int, line: Line) -> None:
    for item in items_of(found.value(line).text, found.version):
        found.add("nicknames", at, line, item)


def _categories(found: Gathering, at: int, line: Line) -> None:
    for item in items_of(found.value(line).text, found.version):
        if item.casefold() not in _EMPTY_TOPICS:
            found.add("topics", at, line, item)


def _org(found: Gathering, at: int, line: Line) -> None:
    name = ", ".join(one_line(part) for part in found.parts(line) if part)
    if name:
        found.orgs.append((at, name, line.header.group))


def _title(found: Gathering, at: int, line: Line) -> None:
    if text := found.text(line):
        found.titles.append((at, text, line.header.group))


def _email(found: Gathering, at: int, line: Line) -> None:
    text = found.text(line)
    if text[:7].lower() == "mailto:":
        text = text[7:]
    if text:
        found.add("emails", at, line, Labelled(text, found.label(line)))


def _tel(found: Gathering, at: int, line: Line) -> None:
    text = found.text(line)
    if text[:4].lower() == "tel:":
        number, _, extension = text[4:].partition(_EXTENSION)
        text = f"{number} ext. {extension}" if extension else number
    if text:
        found.add("phones", at, line, Labelled(text, found.label(line)))


def _adr(found: Gathering, at: int, line: Line) -> None:
    parts = [", ".join(lines_of(part, found.version)) for part in _raw_parts(found, line)]
    parts += [""] * (7 - len(parts))
    label = found.label(line)
    if any(parts):
        box, extended, street, city, region, postcode, country = parts[:7]
        address = Address(
            box=box,
            extended=extended,
            street=street,
            city=city,
            region=region,
            postcode=postcode,
            country=country,
            label=label,
        )
        found.add("addresses", at, line, address)
    elif text := "".join(line.header.values("LABEL")):
        street = unescape(uncareted(text))
        found.add("addresses", at, line, Address(street=street, label=label))


def lines_of(text: str, version: str) -> list[str]:
    """The items of an address part, decoded, each with its own lines."""
    decoded = (unescape(part, version).replace("\r\n", "\n") for part in items(text))
    kept = ("\n".join(one_line(row) for row in part.strip().split("\n")) for part in decoded)
    return [item for item in kept if item]


def _label(found: Gathering, at: int, line: Line) -> None:
    text = unescape(found.value(line).text, found.version).replace("\r\n", "\n").strip()
    if text:
        street = "\n".join(one_line(row) for row in text.split("\n"))
        found.labels_of_addresses.append((at, Address(street=street, label=found.label(line))))


def _url(found: Gathering, at: int, line: Line) -> None:
    if text := found.text(line):
        found.add("links", at, line, Labelled(text, found.label(line)))


def _handle(found: Gathering, at: int, line: Line) -> None:
    """A page or handle of a network, under the network's name."""
    header = line.header
    named = header.values("X-SERVICE-TYPE") or header.values("SERVICE-TYPE")
    text = found.text(line)
    handle = text
    if header.name == "IMPP" and text[:4].lower() != "http":
        scheme, colon, rest = text.partition(":")
        if colon:
            named, handle = named or (scheme.removeprefix("x-"),), rest
    network = named[0] if named else words.NETWORKS.get(header.name, "") or found.label(line)
    if handle:
        found.add("links", at, line, Labelled(handle, network.lower()))


def _bday(found: Gathering, at: int, line: Line) -> None:
    _day(found, at, line, lambda day: found.first("birthday", at, day), "birthday")


def _date(found: Gathering, at: int, line: Line) -> None:
    name = words.DATE_NAMES[line.header.name] or found.label(line) or "date"

    def add(day: PartialDate) -> None:
        found.add("dates", at, line, NamedDate(name, day))

    _day(found, at, line, add, name)


def _deathdate(found: Gathering, at: int, line: Line) -> None:
    found.first("died", at, value=True)

    def keep(day: PartialDate) -> None:
        if day.year:
            found.first("died_on", at, date(day.year, day.month, day.day))

    _day(found, at, line, keep, "day of death")


def _day(
    found: Gathering, at: int, line: Line, keep: Callable[[PartialDate], None], what: str
) -> None:
    text = found.text(line)
    if day := day_of(text):
        keep(day)
    elif text:
        found.problems.append((at, f"{what} is not a day: {text[:60]!r}; kept as text"))


def _relation(found: Gathering, at: int, line: Line) -> None:
    header = line.header
    text = found.text(line)
    # a link to another card is kept in the line; whom it means is not known here
    is_link = text[:4].lower() in {"urn:", "http", "mail"}
    if (
        is_link
        and header.name == "RELATED"
        and "TEXT" not in map(str.upper, header.values("VALUE"))
    ):
        return
    kind = words.RELATION_NAMES.get(header.name, "")
    label = found.labels.get(header.group, "") if header.group else ""
    kinds = [kind] if kind else [words.plain_label(label)] if label else sorted(header.types)
    if text:
        found.add("relations", at, line, Relation(kind=words.relation_kind(kinds), name=text))


def _note(found: Gathering, at: int, line: Line) -> None:
    text = unescape(found.value(line).text, found.version).replace("\r\n", "\n").strip()
    if text:
        found.notes.append((at, text))


READERS: dict[str, Callable[[Gathering, int, Line], None]] = {
    "FN": _fn,
    "N": _n,
    "NICKNAME": _nickname,
    "CATEGORIES": _categories,
    "ORG": _org,
    "TITLE": _title,
    "EMAIL": _email,
    "TEL": _tel,
    "ADR": _adr,
    "LABEL": _label,
    "URL": _url,
    "IMPP": _handle,
    "X-SOCIALPROFILE": _handle,
    "SOCIALPROFILE": _handle,
    "BDAY": _bday,
    "DEATHDATE": _deathdate,
    "X-DEATHDATE": _deathdate,
    "RELATED": _relation,
    "NOTE": _note,
    **dict.fromkeys(words.NETWORKS, _handle),
    **dict.fromkeys(words.DATE_NAMES, _date),
    **dict.fromkeys(words.RELATION_NAMES, _relation),
}
