"""People as a table with the columns of Google Contacts, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence

from netjournal.domain.names import split_name
from netjournal.domain.person import Address, Person
from netjournal.domain.values import ME
from netjournal.exchange.vcard.people import named_relations
from netjournal.journal.snapshot import Snapshot

JOIN = " ::: "
"""Stands between several values of one cell."""
_FORMULA = re.compile(
    "[\\s\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]*+[=+\\-@＝＋－＠]"
    "|[\t\r\n]"
)
"""What a spreadsheet may take for a formula (OWASP, CSV injection).

The signs may be full-width ones, and stand behind blanks and hidden characters, which some drop.
"""
_HEAD = (
    "First Name", "Last Name", "Name", "Nickname", "Organization Name", "Organization Title",
    "Birthday", "Labels",
)  # fmt: skip
_ADDRESS: Mapping[str, str] = {
    "Street": "street", "Extended Address": "extended", "PO Box": "box", "City": "city",
    "Region": "region", "Postal Code": "postcode", "Country": "country",
}  # fmt: skip


def to_csv(people: Sequence[Person], snapshot: Snapshot) -> bytes:
    """The people as CSV (RFC 4180) in UTF-8 with a byte order mark, which spreadsheets need.

    A cell that a spreadsheet would take for a formula begins with an apostrophe; the import takes
    it off again. What the journal is about never leaves.
    """
    rows = [_row(person, snapshot) for person in people if person.id != ME]
    names = list(_HEAD)
    for row in rows:
        names += [name for name in row if name not in names]
    columns = [*_HEAD, *sorted(names[len(_HEAD) :], key=_place)]
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({name: _safe(value) for name, value in row.items()} for row in rows)
    return text.getvalue().encode("utf-8-sig", "replace")


def _safe(value: str) -> str:
    value = value.replace("\x00", "")
    return f"'{value}" if value.startswith("'") or _FORMULA.match(value) else value


def unguarded(cell: str) -> str:
    """A cell without the apostrophe that ``to_csv`` put before it."""
    guarded = cell.startswith("''") or (cell.startswith("'") and _FORMULA.match(cell[1:]))
    return cell[1:] if guarded else cell


_KINDS = ("E-mail", "Phone", "Address", "Website", "Event", "Relation")


def _place(column: str) -> tuple[int, int]:
    """E-mails before phones before addresses, each by its number; the rest as it came."""
    kind, _, rest = column.partition(" ")
    number = rest.partition(" ")[0]
    return (_KINDS.index(kind), int(number))


def _row(person: Person, snapshot: Snapshot) -> dict[str, str]:
    given, family = person.given, person.family
    if not (given or family) and len(person.name.split()) == 2 and all(split_name(person.name)):
        given, family = person.name.split()
    row = {
        "First Name": given,
        "Last Name": family,
        "Name": person.name,
        "Nickname": JOIN.join(person.nicknames),
        "Organization Name": JOIN.join(each.name for each in person.organisations),
        "Organization Title": JOIN.join(each.title for each in person.organisations),
        "Birthday": str(person.birthday or ""),
        "Labels": JOIN.join(person.topics),
    }
    for kind, items in (
        ("E-mail", person.emails), ("Phone", person.phones), ("Website", person.links),
    ):  # fmt: skip
        for number, item in enumerate(items, 1):
            row |= {f"{kind} {number} - Label": item.label, f"{kind} {number} - Value": item.value}
    for number, address in enumerate(person.addresses, 1):
        row |= _address(address, f"Address {number} - ")
    for number, day in enumerate(person.dates, 1):
        row |= {f"Event {number} - Label": day.name, f"Event {number} - Value": str(day.day)}
    for number, relation in enumerate(named_relations(person, snapshot), 1):
        row |= {
            f"Relation {number} - Label": relation.kind,
            f"Relation {number} - Value": relation.name,
        }
    return row


def _address(address: Address, prefix: str) -> dict[str, str]:
    parts = {f"{prefix}{name}": getattr(address, field) for name, field in _ADDRESS.items()}
    return {f"{prefix}Label": address.label, **parts}
