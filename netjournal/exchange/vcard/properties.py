"""What each property of a card says of a person: one small reader a property."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from netjournal.domain.person import Address, Labelled, NamedDate, Relation
from netjournal.domain.values import PartialDate
from netjournal.exchange.vcard import android, words
from netjournal.exchange.vcard.days import day_of
from netjournal.exchange.vcard.decode import unescape
from netjournal.exchange.vcard.found import Found
from netjournal.exchange.vcard.header import uncareted
from netjournal.exchange.vcard.lines import Line
from netjournal.exchange.vcard.plain import (
    is_link,
    items_of,
    omitted_year,
    one_line,
    own_note,
    plain_email,
    plain_lines,
    plain_phone,
)
from netjournal.exchange.vcard.writing import printable

EMPTY_TOPICS = frozenset({"mycontacts", "starred"})
"""Groups every Google account has; nobody chose them as a topic."""
_APPLE_HANDLE = "x-apple:"
_EAST_ASIAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]+\\Z")
_ADDRESS_PARTS = 18
"""Of ADR since RFC 9554; the seven of before come first."""


def _fn(found: Found, at: int, line: Line) -> None:
    text = found.text(line)
    liked = words.preference(line.header)
    if text and liked < found.name_liked:
        found.one["name"] = (at, text)
        found.name_liked = liked


def _n(found: Found, at: int, line: Line) -> None:
    if "n" in found.one:
        return
    parts = [" ".join(items_of(part, found.version)) if part else "" for part in found.parts(line)]
    parts += [""] * (5 - len(parts))
    family, given, more, before, after = parts[:5]
    found.first("n", at, _whole(family, given, more, before, after))
    # "N:Jane Doe" in one piece tells nothing about its parts
    if any(parts[1:]) or " " not in family:
        found.first("family", at, family)
        found.first("given", at, given)


def _whole(family: str, given: str, more: str, before: str, after: str) -> str:
    """The parts of a name as it is spoken: in East Asia the surname first, without a blank."""
    middle = [given, more, family]
    if given and _EAST_ASIAN.match(family + given + more):
        middle = [family + given + more]
    return " ".join(part for part in (before, *middle, after) if part)


def _nickname(found: Found, at: int, line: Line) -> None:
    for item in items_of(found.value(line), found.version):
        found.add("nicknames", at, line, item)


def _categories(found: Found, at: int, line: Line) -> None:
    for item in items_of(found.value(line), found.version):
        if item.casefold() not in EMPTY_TOPICS:
            found.add("topics", at, line, item)


def _org(found: Found, at: int, line: Line) -> None:
    parts = (one_line(unescape(part, found.version)) for part in found.parts(line))
    name = ", ".join(part for part in parts if part)
    if name:
        found.orgs.append((at, name, line.header.group))


def _title(found: Found, at: int, line: Line) -> None:
    if text := found.text(line):
        found.titles.append((at, text, line.header.group))


def _role(found: Found, at: int, line: Line) -> None:
    if text := found.text(line):
        found.roles.append((at, text, line.header.group))


def _email(found: Found, at: int, line: Line) -> None:
    if text := plain_email(found.text(line)):
        found.add("emails", at, line, Labelled(text, found.label(line)))


def _tel(found: Found, at: int, line: Line) -> None:
    if text := plain_phone(found.text(line)):
        found.add("phones", at, line, Labelled(text, found.label(line)))


def _adr(found: Found, at: int, line: Line) -> None:
    parts = [
        plain_lines(unescape(part, found.version)) if part else "" for part in found.parts(line)
    ]
    parts += [""] * (_ADDRESS_PARTS - len(parts))
    label = found.label(line)
    if any(parts):
        box, extended, street, city, region, postcode, country = parts[:7]
        if not (extended or street):
            extended, street = _new_parts(parts)
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


def _new_parts(parts: Sequence[str]) -> tuple[str, str]:
    """The rooms and the street of an address that has only the parts of RFC 9554 §2.1."""
    room, apartment, floor, number, street, building, block = parts[7:14]
    rooms = (part for part in (room, apartment, floor, building, block) if part)
    return ", ".join(rooms), f"{street} {number}".strip()


def _label(found: Found, at: int, line: Line) -> None:
    if street := plain_lines(unescape(found.value(line), found.version)):
        found.labels_of_addresses.append((at, Address(street=street, label=found.label(line))))


def _url(found: Found, at: int, line: Line) -> None:
    if text := found.uri(line):
        label = words.LINK_NAMES[line.header.name] or found.label(line)
        found.add("links", at, line, Labelled(text, label))


def _handle(found: Found, at: int, line: Line) -> None:
    """A page or handle of a network, under the network's name."""
    header = line.header
    named = header.values("X-SERVICE-TYPE") or header.values("SERVICE-TYPE")
    text = found.text(line)
    handle = text[len(_APPLE_HANDLE) :] if text[:8].lower() == _APPLE_HANDLE else text
    if header.name == "IMPP" and text[:4].lower() != "http":
        scheme, colon, rest = text.partition(":")
        if colon:
            named, handle = named or (scheme.removeprefix("x-"),), rest
    network = named[0] if named else words.NETWORKS.get(header.name, "") or found.label(line)
    if handle:
        found.add("links", at, line, Labelled(handle.strip(), words.type_text(network).lower()))


def _bday(found: Found, at: int, line: Line) -> None:
    _day(found, at, line, lambda day: found.first("birthday", at, day), "birthday")


def _date(found: Found, at: int, line: Line) -> None:
    name = words.DATE_NAMES[line.header.name] or found.label(line) or "date"

    def add(day: PartialDate) -> None:
        found.add("dates", at, line, NamedDate(name, day))

    _day(found, at, line, add, name)


def _deathdate(found: Found, at: int, line: Line) -> None:
    found.first("died", at, value=True)

    def keep(day: PartialDate) -> None:
        if day.year:
            found.first("died_on", at, date(day.year, day.month, day.day))

    _day(found, at, line, keep, "day of death")


def _day(found: Found, at: int, line: Line, keep: Callable[[PartialDate], None], what: str) -> None:
    text = found.text(line)
    if day := day_of(text, omitted_year(line)):
        keep(day)
    elif text and "TEXT" not in map(str.upper, line.header.values("VALUE")):
        found.problems.append((at, f"{what} is not a day: {text[:60]!r}; kept as text"))


def _relation(found: Found, at: int, line: Line) -> None:
    header = line.header
    text = found.text(line)
    # a link to another card is kept in the line; whom it means is not known here
    if header.name == "RELATED" and is_link(line, text):
        return
    kind = words.RELATION_NAMES.get(header.name, "")
    label = found.labels.get(header.group, "") if header.group else ""
    kinds = [kind] if kind else [words.plain_label(label)] if label else sorted(header.types)
    if text:
        found.add("relations", at, line, Relation(kind=words.relation_kind(kinds), name=text))


def _note(found: Found, at: int, line: Line) -> None:
    text = unescape(found.value(line), found.version).replace("\r\n", "\n").replace("\r", "\n")
    if text := own_note(printable(text).strip()):
        found.notes.append((at, text))


def _android(found: Found, at: int, line: Line) -> None:
    parts = (one_line(unescape(part, found.version)) for part in found.parts(line))
    row = android.row_of(list(parts))
    if row is None:
        return
    if row.kind == android.NICKNAME:
        found.add("nicknames", at, line, row.value)
    elif row.kind == android.RELATION:
        kind = words.relation_kind([row.label])
        found.add("relations", at, line, Relation(kind=kind, name=row.value))
    elif day := day_of(row.value):
        if row.label == "birthday":
            found.first("birthday", at, day)
        else:
            found.add("dates", at, line, NamedDate(row.label or "date", day))


READERS: dict[str, Callable[[Found, int, Line], None]] = {
    "FN": _fn,
    "N": _n,
    "NICKNAME": _nickname,
    "CATEGORIES": _categories,
    "ORG": _org,
    "TITLE": _title,
    "ROLE": _role,
    "EMAIL": _email,
    "ADR": _adr,
    "LABEL": _label,
    "IMPP": _handle,
    "X-SOCIALPROFILE": _handle,
    "SOCIALPROFILE": _handle,
    "BDAY": _bday,
    "DEATHDATE": _deathdate,
    "X-DEATHDATE": _deathdate,
    "RELATED": _relation,
    "NOTE": _note,
    android.CUSTOM: _android,
    **dict.fromkeys(words.PHONE_NAMES, _tel),
    **dict.fromkeys(words.LINK_NAMES, _url),
    **dict.fromkeys(words.NETWORKS, _handle),
    **dict.fromkeys(words.DATE_NAMES, _date),
    **dict.fromkeys(words.RELATION_NAMES, _relation),
}
