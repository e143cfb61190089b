"""What Android's address book writes for what vCard 2.1 has no property for.

``X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;Zoë;0;godmother;…`` is a row of its database:
the kind of row, then its columns DATA1 to DATA15 (ContactsContract.CommonDataKinds).
"""

from __future__ import annotations

from netjournal.tuples import NamedTuple

CUSTOM = "X-ANDROID-CUSTOM"
NICKNAME = "nickname"
EVENT = "contact_event"
RELATION = "relation"

_TYPE = "vnd.android.cursor.item/"
_EVENTS = {"1": "anniversary", "3": "birthday"}
_RELATIONS = {
    "1": "assistant", "2": "brother", "3": "child", "4": "partner", "5": "father", "6": "friend",
    "7": "manager", "8": "mother", "9": "parent", "10": "partner", "11": "referred by",
    "12": "relative", "13": "sister", "14": "partner",
}  # fmt: skip
_KINDS = {NICKNAME: {}, EVENT: _EVENTS, RELATION: _RELATIONS}


class Row(NamedTuple):
    """One row that says something of a person."""

    kind: str
    """``NICKNAME``, ``EVENT`` or ``RELATION``."""
    value: str
    label: str = ""
    """Which event or relation: its own label, else its type in words."""


def row_of(parts: list[str]) -> Row | None:
    """The row of an ``X-ANDROID-CUSTOM`` from its components, decoded; None for other kinds."""
    kind = parts[0].strip().lower().removeprefix(_TYPE)
    if kind not in _KINDS or len(parts) < 2 or not parts[1]:
        return None
    type_, label = (*parts[2:4], "", "")[:2]
    return Row(kind, parts[1], label or _KINDS[kind].get(type_.strip(), ""))
