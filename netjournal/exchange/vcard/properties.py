"""What each property of a card says of a person: one small reader a property."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from netjournal.domain.person import Address, Labelled, NamedDate, Relation
from netjournal.domain.values import PartialDate
from netjournal.exchange.vcard import words
from netjournal.exchange.vcard.days import day_of
from netjournal.exchange.vcard.decode import (
    components,
    fallback_of,
    items,
    text_of,
    unescape,
    unescape_uri,
)
from netjournal.exchange.vcard.header import uncareted
from netjournal.exchange.vcard.lines import Line

EMPTY_TOPICS = frozenset({"mycontacts"})
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_ROWS = re.compile(r"\r\n|\r|\n")
_EXTENSION = ";ext="


class Gathering:
    """What has been read so far; values of one field keep their preference for sorting."""

    def __init__(self, lines: Sequence[Line], version: str) -> None:
        self.version = version
        self.fallback = fallback_of(lines)
        self.labels = {
            line.header.group: one_line(unescape(self.value(line), version))
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

    def value(self, line: Line) -> str:
        """The value, still escaped."""
        return text_of(line, self.fallback)

    def text(self, line: Line) -> str:
        """The value on one line: a name, a number."""
        return one_line(unescape(self.value(line), self.version))

    def uri(self, line: Line) -> str:
        """The value of a link or handle."""
        return one_line(unescape_uri(self.value(line)))

    def parts(self, line: Line) -> list[str]:
        """The components of a structured value, still escaped."""
        return components(self.value(line))

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
    """Blanks and line ends as single blanks, control characters and halves of pairs gone."""
    if not text.isprintable():
        text = _UNPRINTABLE.sub(" ", text)
    return " ".join(text.split())


def plain_email(text: str) -> str:
    """An e-mail address without its ``mailto:``."""
    text = one_line(text)
    return text[7:].strip() if text[:7].lower() == "mailto:" else text


def plain_phone(text: str) -> str:
    """A number without its ``tel:``, its extension in words (RFC 3966)."""
    text = one_line(text)
    if text[:4].lower() != "tel:":
        return text
    number, _, extension = text[4:].partition(_EXTENSION)
    return f"{number} ext. {extension}".strip() if extension else number.strip()


# One reader a property.


def _fn(found: Gathering, at: int, line: Line) -> None:
    found.first("name", at, found.text(line))


def _n(found: Gathering, at: int, line: Line) -> None:
    if "n" in found.one:
        return
    parts = [" ".join(items_of(part, found.version)) if part else "" for part in found.parts(line)]
    parts += [""] * (5 - len(parts))
    family, given, more, before, after = parts[:5]
    found.first("n", at, " ".join(part for part in (before, given, more, family, after) if part))
    # "N:Jane Doe" in one piece tells nothing about its parts
    if any(parts[1:]) or " " not in family:
        found.first("family", at, family)
        found.first("given", at, given)


def items_of(text: str, version: str) -> list[str]:
    """The items of a list, decoded; empty ones left out."""
    return [item for part in items(text) if (item := one_line(unescape(part, version)))]


def _nickname(found: Gathering, at: int, line: Line) -> None:
    for item in items_of(found.value(line), found.version):
        found.add("nicknames", at, line, item)


def _categories(found: Gathering, at: int, line: Line) -> None:
    for item in items_of(found.value(line), found.version):
        if item.casefold() not in EMPTY_TOPICS:
            found.add("topics", at, line, item)


def _org(found: Gathering, at: int, line: Line) -> None:
    parts = (one_line(unescape(part, found.version)) for part in found.parts(line))
    name = ", ".join(part for part in parts if part)
    if name:
        found.orgs.append((at, name, line.header.group))


def _title(found: Gathering, at: int, line: Line) -> None:
    if text := found.text(line):
        found.titles.append((at, text, line.header.group))


def _email(found: Gathering, at: int, line: Line) -> None:
    if text := plain_email(found.text(line)):
        found.add("emails", at, line, Labelled(text, found.label(line)))


def _tel(found: Gathering, at: int, line: Line) -> None:
    if text := plain_phone(found.text(line)):
        found.add("phones", at, line, Labelled(text, found.label(line)))


def _adr(found: Gathering, at: int, line: Line) -> None:
    parts = [
        plain_lines(unescape(part, found.version)) if part else "" for part in found.parts(line)
    ]
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
        street = plain_lines(unescape(uncareted(text)))
        found.add("addresses", at, line, Address(street=street, label=label))


def plain_lines(text: str) -> str:
    """Lines of text, each without needless blanks and control characters."""
    if "\n" not in text and "\r" not in text:
        return one_line(text)
    rows = _ROWS.split(text.strip())
    return "\n".join(one_line(row) for row in rows).strip()


def _label(found: Gathering, at: int, line: Line) -> None:
    if street := plain_lines(unescape(found.value(line), found.version)):
        found.labels_of_addresses.append((at, Address(street=street, label=found.label(line))))


def _url(found: Gathering, at: int, line: Line) -> None:
    if text := found.uri(line):
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
    elif text and "TEXT" not in map(str.upper, line.header.values("VALUE")):
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


def is_link(line: Line, text: str) -> bool:
    """Whether the value of RELATED is an address rather than a name (RFC 6350 §6.6.6)."""
    is_text = "TEXT" in map(str.upper, line.header.values("VALUE"))
    return not is_text and text[:4].lower() in {"urn:", "http", "mail"}


def _note(found: Gathering, at: int, line: Line) -> None:
    text = unescape(found.value(line), found.version).replace("\r\n", "\n").strip()
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
