"""Values of cards in plain form: one line, without marks; what their headers say of them."""

from __future__ import annotations

import re

from netjournal.exchange.vcard.decode import items, unescape
from netjournal.exchange.vcard.lines import Line

MARK = "— netjournal —"
"""Stands in a NOTE before what the journal appended to it; what follows is no note of the card."""
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_ROWS = re.compile(r"\r\n|\r|\n")
_EXTENSION = ";ext="
_ADDRESS_IN = re.compile(r"<([^<>\s@]+@[^<>\s]+)>\Z")


def one_line(text: str) -> str:
    """Blanks and line ends as single blanks, control characters and halves of pairs gone."""
    if not text.isprintable():
        text = _UNPRINTABLE.sub(" ", text)
    return " ".join(text.split())


def plain_email(text: str) -> str:
    """An e-mail address without its ``mailto:`` and the name before it."""
    text = one_line(text)
    text = text[7:].strip() if text[:7].lower() == "mailto:" else text
    found = _ADDRESS_IN.search(text) if text.endswith(">") else None
    return found[1] if found else text


def plain_phone(text: str) -> str:
    """A number without its ``tel:``, its extension in words (RFC 3966)."""
    text = one_line(text)
    if text[:4].lower() != "tel:":
        return text
    number, _, extension = text[4:].partition(_EXTENSION)
    return f"{number} ext. {extension}".strip() if extension else number.strip()


def plain_lines(text: str) -> str:
    """Lines of text, each without needless blanks and control characters."""
    if "\n" not in text and "\r" not in text:
        return one_line(text)
    rows = _ROWS.split(text.strip())
    return "\n".join(one_line(row) for row in rows).strip()


def parts_of_name(name: str) -> tuple[str, str]:
    """Given name and surname: the last word is the surname, a single word the given name."""
    given, _, family = name.strip().rpartition(" ")
    return (given, family) if given else (family, "")


def items_of(text: str, version: str) -> list[str]:
    """The items of a list, decoded; empty ones left out."""
    return [item for part in items(text) if (item := one_line(unescape(part, version)))]


def own_note(text: str) -> str:
    """A note without what the journal appended to it."""
    return text.partition(MARK)[0].rstrip() if MARK in text else text


def omitted_year(line: Line) -> str:
    """The year that stands for none, where the line says so."""
    return "".join(line.header.values("X-APPLE-OMIT-YEAR"))


def is_link(line: Line, text: str) -> bool:
    """Whether the value of RELATED is an address rather than a name (RFC 6350 §6.6.6)."""
    is_text = "TEXT" in map(str.upper, line.header.values("VALUE"))
    return not is_text and text[:4].lower() in {"urn:", "http", "mail"}
