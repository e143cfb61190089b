"""The last look at a card before it leaves: our reader and vobject agree on what it says."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from typing import Any

from netjournal.errors import InputError
from netjournal.exchange.vcard.fields import MANY, CardFields, read_fields
from netjournal.exchange.vcard.lines import Line, read_lines

_ONE = ("birthday", "died", "died_on", "note")


def check(text: str, wanted: CardFields, uid: str) -> None:
    """Read a written card again and compare, by our reader and by vobject.

    Raises:
        InputError: it does not say what was meant; nothing is written then.

    """
    said, lines = _read(text, _version(text))
    wrong = _wrong(said, wanted)
    if not is_plain(text, lines):
        wrong += _vobject_differs(text, said, uid)
    _refuse(wrong, wanted.name or uid)


def check_fields(text: str, wanted: CardFields, version: str) -> None:
    """The same by our reader alone, for a card in a version of its own.

    Raises:
        InputError: it does not say what was meant.

    """
    _refuse(_wrong(_read(text, version)[0], wanted), wanted.name)


def _read(text: str, version: str) -> tuple[CardFields, Sequence[Line]]:
    lines = read_lines(text.removesuffix("\r\n"))
    return read_fields(lines, version), lines


def _wrong(said: CardFields, wanted: CardFields) -> list[str]:
    wrong = [name for name in MANY if set(getattr(said, name)) != set(getattr(wanted, name))]
    wrong += [name for name in _ONE if getattr(said, name) != getattr(wanted, name)]
    return [*wrong, "name"] if wanted.name and said.name != wanted.name else wrong


def _refuse(wrong: Sequence[str], who: str) -> None:
    if wrong:
        raise InputError(
            f"The card of {who} could not be written ({', '.join(wrong)} would be "
            "lost). This is an error in netjournal; please report it. Nothing was exported."
        )


_PLAIN_NAMES = frozenset(
    {"BEGIN", "END", "VERSION", "PRODID", "UID", "FN", "N", "ORG", "TITLE", "EMAIL", "TEL", "ADR",
     "URL", "NOTE", "BDAY", "REV", "NICKNAME", "X-ABLABEL"}
)  # fmt: skip
# printable ASCII but quotes, commas and backslashes; letters of Europe and East Asia
_TEXT = r"[ !#-+\-.-\[\]-~\u00c0-\u02af\u0370-\u052f\u3041-\u30ff\u4e00-\u9fff\uac00-\ud7a3]*"
_BEGINNINGS = ("BEGIN:VCARD\r\nVERSION:3.0\r\n", "BEGIN:VCARD\r\nVERSION:4.0\r\n")
_LINE = rf"(?:item\d+\.)?[A-Za-z-]+(?:;TYPE=[A-Za-z,]+)?:{_TEXT}(?:\r\n {_TEXT})*\r\n"
_PLAIN_CARD = re.compile(f"(?:{_LINE})+")


def is_plain(text: str, lines: Sequence[Line]) -> bool:
    """Whether vobject reads a card like everybody: its check would say nothing.

    Each line is of a well-known name, without escape, quote or comma; a test tells what
    vobject makes of such cards.
    """
    return (
        text.startswith(_BEGINNINGS)
        and _PLAIN_CARD.fullmatch(text) is not None
        and all(line.name in _PLAIN_NAMES for line in lines if not line.is_blank)
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
    except Exception as error:  # noqa: BLE001 - vobject raises anything at all
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
