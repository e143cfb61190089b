"""Whether a card of somebody known says anything that is not known."""

from __future__ import annotations

from collections.abc import Sequence

from netjournal.exchange.vcard import words
from netjournal.exchange.vcard.canon import canonical_lines
from netjournal.exchange.vcard.convert import opened
from netjournal.exchange.vcard.emit import Outgoing, card_text
from netjournal.exchange.vcard.lines import Line, read_lines
from netjournal.exchange.vcard.manner import VERSIONS
from netjournal.exchange.vcard.reading import ReadCard, plain_value


def revision(lines: Sequence[Line]) -> str:
    """When the card says it was last changed, as digits that sort; nothing if it does not."""
    text = next((plain_value(line) for line in lines if line.name == "REV"), "")
    return "".join(char for char in text if char.isdecimal())


def says_nothing_new(card: ReadCard, ours: Outgoing, *, of_another: bool) -> bool:
    """Whether each line of a card is in what we have, or in what we would write ourselves.

    Of a card of another source the lines that are fields of the person do not count.
    """
    lines = card.said
    if of_another:
        modelled = card.fields.places()
        names = {"UID", "N", "FN"} | words.MATES
        lines = [
            line
            for at, line in enumerate(lines)
            if at not in modelled and line.name not in names
        ]  # fmt: skip
    theirs = set(canonical_lines(lines, card.version))
    if theirs <= set(canonical_lines(ours.lines, ours.source)):
        return True
    for version in VERSIONS:
        written = [opened(line) for line in read_lines(card_text(ours, version))]
        if theirs <= set(canonical_lines(written, version)):
            return True
    return False
