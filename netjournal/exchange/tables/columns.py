"""What the columns of address book tables mean: Google, Outlook, LinkedIn, Thunderbird, ours.

A column says which field of a person its cells are, and what they are for. Headers are compared
folded, so that case does not matter; programs spell few of them alike, so that one table does for
all. Their translations are in ``languages``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from netjournal.exchange.tables.languages import translations
from netjournal.text import fold
from netjournal.tuples import NamedTuple


class Column(NamedTuple):
    """What a column holds."""

    field: str
    """``given``, ``email``, ``address`` …"""
    label: str = ""
    """What the value is for, such as ``work``; values of one address have one label."""
    part: str = ""
    """The part of an address or date, or ``label`` where the cell says what another is for."""
    number: int = 0
    """Which of several, where the header counts them."""


_PLAIN: Mapping[str, str] = {
    "name": "name", "full name": "name", "display name": "name", "file as": "",
    "first name": "given", "given name": "given", "middle name": "middle",
    "additional name": "middle", "last name": "family", "family name": "family",
    "surname": "family", "title": "prefix", "name prefix": "prefix", "suffix": "suffix",
    "name suffix": "suffix", "nickname": "nickname", "company": "organisation",
    "organization": "organisation", "organisation": "organisation",
    "organization name": "organisation", "organization 1 - name": "organisation",
    "department": "department", "organization department": "department",
    "organization 1 - department": "department", "job title": "title", "position": "title",
    "organization title": "title", "organization 1 - title": "title", "birthday": "birthday",
    "notes": "note", "note": "note", "labels": "topics", "group membership": "topics",
    "categories": "topics", "tags": "topics", "groups": "topics", "spouse": "partner",
    "manager's name": "manager", "assistant's name": "assistant", "children": "child",
    "date of birth": "birthday", "company name": "organisation", "role": "title",
    "comments": "note",
}  # fmt: skip
_EMAILS = {
    "email": "", "e-mail": "", "email address": "", "e-mail address": "", "e-mail 2 address": "",
    "e-mail 3 address": "", "primary email": "", "secondary email": "", "mail": "",
}  # fmt: skip
_PHONES = {
    "phone": "", "phone number": "", "telephone": "", "tel": "", "mobile": "mobile",
    "cell": "mobile", "cell phone": "mobile", "mobile phone": "mobile",
    "mobile phone 2": "mobile", "mobile number": "mobile", "primary phone": "",
    "home phone": "home", "home phone 2": "home", "work phone": "work", "business phone": "work",
    "business phone 2": "work", "company main phone": "main", "other phone": "",
    "car phone": "car", "fax number": "fax", "home fax": "home fax", "business fax": "work fax",
    "other fax": "fax", "fax": "fax", "pager": "pager", "pager number": "pager",
    "assistant's phone": "assistant", "radio phone": "radio", "callback": "callback",
}  # fmt: skip
_LINKS = {"url": "", "web page": "", "website": "", "web page 1": "work", "web page 2": ""}
_PLACES = {"": "", "home": "home", "work": "work", "business": "work", "other": ""}
_PARTS = {
    "street": "street", "street 2": "street", "street 3": "street", "address": "street",
    "address 2": "street", "city": "city", "town": "city", "zip": "postcode",
    "zip code": "postcode", "postcode": "postcode", "state": "region", "county": "region",
    "region": "region", "postal code": "postcode", "zipcode": "postcode",
    "post code": "postcode", "country": "country", "country/region": "country",
    "address po box": "box", "po box": "box", "extended address": "extended",
    "formatted": "formatted", "label": "label", "type": "label", "value": "",
}  # fmt: skip
_COUNTED = {
    "e-mail": "email", "phone": "phone", "address": "address", "website": "link",
    "event": "date", "relation": "relation", "im": "im",
}  # fmt: skip
_NUMBERED = re.compile(r"(e-mail|phone|address|website|event|relation|im) (\d{1,3}) - (.+)")
_BIRTH = {"birth year": "year", "birth month": "month", "birth day": "day"}


def _known() -> Iterator[tuple[str, Column]]:
    for header, field in _PLAIN.items():
        yield header, Column(field)
    for field, headers in (("email", _EMAILS), ("phone", _PHONES), ("link", _LINKS)):
        for header, label in headers.items():
            yield header, Column(field, label)
    for place, label in _PLACES.items():
        for part, name in _PARTS.items():
            if name not in {"label", "", "formatted"}:
                yield f"{place} {part}".strip(), Column("address", label, name)
    for header, part in _BIRTH.items():
        yield header, Column("birth", part=part)
    yield "anniversary", Column("date", "anniversary")


_ENGLISH = dict(_known())
_OTHERS = {fold(other): _ENGLISH[english] for other, english in translations()}
_TELLING = frozenset({"name", "given", "family", "email"})
"""Fields of which an address book has one at least."""


def column_of(header: str) -> Column | None:
    """What a column holds; None for one that nobody knows."""
    key = fold(header).strip()
    if match := _NUMBERED.fullmatch(key):
        part = _PARTS.get(match[3], match[3])
        return Column(_COUNTED[match[1]], "", part, int(match[2]))
    return _ENGLISH.get(key) or _OTHERS.get(key)


def is_english(headers: Iterable[str]) -> bool:
    """Whether no column is named in another language; days are then written as Americans do."""
    keys = {fold(header).strip() for header in headers}
    return not any(key in _OTHERS and key not in _ENGLISH for key in keys)


def is_header(row: list[str]) -> bool:
    """Whether a row of a table names the columns of an address book."""
    known = [column for cell in row if (column := column_of(cell))]
    return len(known) > 1 and any(column.field in _TELLING for column in known)
