"""Small makers for the tests of cards: text to lines, lines to fields, a plan to a journal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from netjournal.domain.person import Address, Person
from netjournal.exchange.plan import ImportPlan, Source, Wishes
from netjournal.exchange.vcard.blobs import MemoryBlobs
from netjournal.exchange.vcard.exporting import written_cards
from netjournal.exchange.vcard.fields import CardFields
from netjournal.exchange.vcard.importing import plan_import
from netjournal.exchange.vcard.lines import Line, read_lines
from netjournal.exchange.vcard.manner import Manner
from netjournal.exchange.vcard.reading import Outside, ReadCard, read_cards
from netjournal.journal.snapshot import Snapshot

REPOSITORY = Path(__file__).resolve().parents[3]
SHARED = REPOSITORY / ".." / "shared"
FIXTURES = REPOSITORY / "tests" / "data" / "vcards"
MADE = "2026-03-11T09:00:00.000000Z"
NONE = Wishes()
PLAIN = Manner()
LATER = "2026-04-01T09:00:00.000000Z"


def card(*lines: str, version: str = "3.0") -> str:
    """A card of these lines."""
    return "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""])


def only(text: str | bytes, encoding: str = "") -> ReadCard:
    """The one card of a text."""
    (found,) = all_cards(text, encoding)
    return found


def all_cards(text: str | bytes, encoding: str = "") -> list[ReadCard]:
    """Every card of a text, what stands between them left out."""
    data = text.encode() if isinstance(text, str) else text
    return [found for found in read_cards(data, encoding) if not isinstance(found, Outside)]


def fields(*lines: str, version: str = "3.0") -> CardFields:
    """What a card of these lines says."""
    return only(card(*lines, version=version)).fields


def told(fields: CardFields) -> dict[str, object]:
    """What a card says in a few words a value: the fields that are not empty."""
    found = {
        "name": fields.name,
        "given": fields.given,
        "family": fields.family,
        "nicknames": list(fields.nicknames),
        "organisations": [
            " / ".join(filter(None, (a.name, a.title))) for a in fields.organisations
        ],
        "emails": [f"{item.label}: {item.value}".strip(": ") for item in fields.emails],
        "phones": [f"{item.label}: {item.value}".strip(": ") for item in fields.phones],
        "addresses": [f"{item.label}: {_parts(item)}".strip(": ") for item in fields.addresses],
        "links": [f"{item.label}: {item.value}".strip(": ") for item in fields.links],
        "birthday": str(fields.birthday or ""),
        "dates": [f"{item.name} {item.day}" for item in fields.dates],
        "topics": list(fields.topics),
        "relations": [f"{item.kind} {item.name}" for item in fields.relations],
        "died": str(fields.died_on or "yes") if fields.died else "",
        "note": fields.note,
    }
    return {name: value for name, value in found.items() if value}


def _parts(address: Address) -> str:
    """The parts in the order of ADR, empty ones left out."""
    parts = (address.box, address.extended, address.street, address.city, address.region)
    return "; ".join(part for part in (*parts, address.postcode, address.country) if part)


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


def exported(book: Book, manner: Manner = PLAIN, people: Iterable[Person] | None = None) -> bytes:
    """These people, or everybody, as one file of vCards."""
    chosen = book.snapshot.people() if people is None else people
    cards = written_cards(chosen, book.snapshot, book.blobs, manner)
    return b"".join(card.data for card in cards)


def sources(*texts: str | bytes) -> Iterator[Source]:
    """Files of these contents."""
    for number, text in enumerate(texts, 1):
        data = text.encode() if isinstance(text, str) else text
        yield Source(name=f"file{number}.vcf", data=data)
