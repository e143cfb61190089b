"""The last look at a card before it leaves: our reader and vobject agree on what it says."""

from __future__ import annotations

import logging
from typing import Any

from netjournal.errors import InputError
from netjournal.exchange.vcard.fields import MANY, CardFields, read_fields
from netjournal.exchange.vcard.lines import read_lines

_ONE = ("birthday", "died", "died_on", "note")


def check(text: str, wanted: CardFields, uid: str) -> None:
    """Read a written card again and compare.

    Raises:
        InputError: it does not say what was meant; nothing is written then.

    """
    said = read_fields(read_lines(text), _version(text))
    wrong = [name for name in MANY if set(getattr(said, name)) != set(getattr(wanted, name))]
    wrong += [name for name in _ONE if getattr(said, name) != getattr(wanted, name)]
    if wanted.name and said.name != wanted.name:
        wrong.append("name")
    wrong += _vobject_differs(text, said, uid)
    if wrong:
        raise InputError(
            f"The card of {wanted.name or uid} could not be written ({', '.join(wrong)} would be "
            "lost). This is an error in netjournal; please report it. Nothing was exported."
        )


def _version(text: str) -> str:
    return "4.0" if "\r\nVERSION:4.0\r\n" in text else "3.0"


def quiet_vobject() -> Any:
    """The vobject module; importing it must not put a handler on stderr."""
    root = logging.getLogger()
    if not root.handlers:
        # vobject adds a handler of its own to a root logger that has none
        root.addHandler(logging.NullHandler())
    import vobject

    return vobject


def _vobject_differs(text: str, said: CardFields, uid: str) -> list[str]:
    try:
        card = quiet_vobject().readOne(text)
        found = {name: [line.value for line in lines] for name, lines in card.contents.items()}
    except Exception as error:  # noqa: BLE001 - vobject raises anything at all (vcard.md §1.1)
        return [f"vobject: {type(error).__name__}"]
    differs: list[str] = []
    if uid not in found.get("uid", []):
        differs.append("uid")
    if len(found.get("fn", [])) < 1:
        differs.append("fn")
    if len(found.get("email", [])) < len(said.emails):
        differs.append("email")
    if len(found.get("tel", [])) < len(said.phones):
        differs.append("tel")
    return differs
