"""What the person page shows of a card beside the person's own fields."""

from __future__ import annotations

import re

from netjournal.domain.card import Card
from netjournal.exchange.vcard.blobs import Blobs
from netjournal.exchange.vcard.convert import opened
from netjournal.exchange.vcard.decode import binary_of
from netjournal.exchange.vcard.fields import read_fields
from netjournal.exchange.vcard.stored import load_lines

_PICTURE = re.compile(r"(?:[\w-]{1,80}\.)?PHOTO[;:]", re.ASCII | re.IGNORECASE)
_FOLD = re.compile(r"\r*\n[ \t]")


def card_note(card: Card, blobs: Blobs) -> str:
    """The NOTE of a card: a field of the card, no entry of the journal; it leaves with exports."""
    lines = [opened(line) for line in load_lines(card.lines, blobs)]
    return read_fields(lines, card.version or "3.0").note


def card_photo(card: Card, blobs: Blobs) -> bytes | None:
    """The first picture in a card; one that is only linked to is never fetched."""
    pictures = (line for line in card.lines if _PICTURE.match(line.text))
    found = (binary_of(line) for line in load_lines(pictures, blobs))
    return next((data for data in found if data), None)


def card_lines(card: Card) -> tuple[str, ...]:
    """Every line of a card as it stood, unfolded; of a large value only its header and kind."""
    shown: list[str] = []
    for line in card.lines:
        text = _FOLD.sub("", line.text)
        if line.blob:
            text += f"({line.blob.rpartition('.')[2]})"
        if text.strip():
            shown.append(text)
    return tuple(shown)
