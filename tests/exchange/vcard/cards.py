"""Small makers for the tests of cards: text to lines, lines to fields, a plan to a journal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from netjournal.exchange.plan import ImportPlan, Source, Wishes
from netjournal.exchange.vcard.blobs import MemoryBlobs
from netjournal.exchange.vcard.fields import CardFields
from netjournal.exchange.vcard.importing import plan_import
from netjournal.exchange.vcard.lines import Line, read_lines
from netjournal.exchange.vcard.reading import Outside, ReadCard, read_cards
from netjournal.journal.snapshot import Snapshot

REPOSITORY = Path(__file__).resolve().parents[3]
SHARED = REPOSITORY / ".." / "shared"
FIXTURES = REPOSITORY / "tests" / "data" / "vcards"
MADE = "2026-03-11T09:00:00.000000Z"
NONE = Wishes()
LATER = "2026-04-01T09:00:00.000000Z"


def card(*lines: str, version: str = "3.0") -> str:
    """A card of these lines."""
    return "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""])


def only(text: str | bytes) -> ReadCard:
    """The one card of a text."""
    (found,) = all_cards(text)
    return found


def all_cards(text: str | bytes) -> list[ReadCard]:
    """Every card of a text, what stands between them left out."""
    data = text.encode() if isinstance(text, str) else text
    return [found for found in read_cards(data) if not isinstance(found, Outside)]


def fields(*lines: str, version: str = "3.0") -> CardFields:
    """What a card of these lines says."""
    return only(card(*lines, version=version)).fields


def line(text: str) -> Line:
    """The one content line of a text."""
    (found,) = read_lines(text)
    return found


class Book:
    """A journal in memory into which cards are imported."""

    def __init__(self) -> None:
        self.snapshot = Snapshot({})
        self.blobs = MemoryBlobs()

    def plan(self, *texts: str | bytes, made: str = MADE, wishes: Wishes = NONE) -> ImportPlan:
        """What importing these files would do."""
        files = list(sources(*texts))
        return plan_import(files, self.snapshot, self.blobs, made=made, wishes=wishes)

    def take(self, *texts: str | bytes, made: str = MADE, wishes: Wishes = NONE) -> ImportPlan:
        """Import these files."""
        plan = self.plan(*texts, made=made, wishes=wishes)
        for content, suffix in plan.blobs.values():
            self.blobs.put(content, suffix)
        self.snapshot = self.snapshot.after(plan.changes)
        return plan


def sources(*texts: str | bytes) -> Iterator[Source]:
    """Files of these contents."""
    for number, text in enumerate(texts, 1):
        data = text.encode() if isinstance(text, str) else text
        yield Source(name=f"file{number}.vcf", data=data)
