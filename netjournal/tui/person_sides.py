"""What stands beside a person's card besides the story: how it stands, and their vCards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from netjournal.domain.person import Person
from netjournal.domain.values import PersonId
from netjournal.exchange.vcard.blobs import Blobs
from netjournal.exchange.vcard.shown import card_lines, card_note, card_photo
from netjournal.journal.snapshot import Snapshot
from netjournal.text import plural
from netjournal.tui.target import Target
from netjournal.tui.widgets.rows import BLANK, Cell, Row
from netjournal.views.doing import person_item
from netjournal.views.relationship import relationship_report
from netjournal.views.standings import Standings

_NOTE = frozenset({"NOTE:", "NOTE;"})


def card_notes(person: Person, snapshot: Snapshot, blobs: Blobs) -> Sequence[str]:
    """The notes their vCards came with, each once: fields of the cards, no entries of ours."""
    cards = snapshot.cards_of(person.id)
    noted = (c for c in cards if any(line.text[:5].upper() in _NOTE for line in c.lines))
    return tuple(filter(None, dict.fromkeys(card_note(card, blobs) for card in noted)))


def photo_of(person: PersonId, snapshot: Snapshot, blobs: Blobs, lines: int) -> Text | None:
    """The photo of the newest vCard that has one, in so many lines; None if there is none."""
    from netjournal.tui.photo import half_cells, pixels

    for card in reversed(snapshot.cards_of(person)):
        data = card_photo(card, blobs)
        rows = pixels(data, 2 * lines, 2 * lines) if data else ()
        if rows:
            return half_cells(rows)
    return None


def relationship_rows(person: Person, standings: Standings) -> Sequence[Row]:
    """Quality in words with its parts, what was answered, what was given, the fit."""
    told = relationship_report(person, standings)
    about = Target(
        name=person.name, item=person_item(standings.subject(person).standing), person=person.id
    )

    def rows() -> Iterator[Row]:
        for sentence in told.lead:
            yield Row((Cell(sentence, "muted"),), flow=True, wrap=True)
        for place, section in enumerate(told.sections):
            if place:
                yield BLANK
            yield Row((Cell(section.title, "group"),), flow=True)
            for number, row in enumerate(section.rows):
                text = f"{row.text} · {row.detail}" if row.detail else row.text
                whole = Cell(text)
                yield Row(
                    (Cell(row.label, "muted"), whole) if row.label else (whole,),
                    key=f"{section.title} {number}",
                    target=about._replace(text=row.said),
                    flow=not row.label,
                    wrap=True,
                )

    return list(rows())


def card_line_rows(person: Person, standings: Standings) -> Sequence[Row]:
    """Every line of the vCards somebody came from, unfolded, under the file it stood in."""

    def rows() -> Iterator[Row]:
        cards = standings.snapshot.cards_of(person.id)
        if not cards:
            yield Row((Cell("No vCard; this person was written down here.", "muted"),),
                      flow=True, wrap=True)  # fmt: skip
        for number, card in enumerate(cards):
            lines = card_lines(card)
            if number:
                yield BLANK
            title = Cell(card.source or "a vCard", "group")
            count = Cell(plural(len(lines), "line"), "muted")
            yield Row((title, count), flow=True)
            for place, text in enumerate(lines):
                yield Row(
                    (Cell(text, "muted"),),
                    key=f"card {number} {place}",
                    target=Target(name="a line of the card", person=person.id, text=text),
                    flow=True,
                    wrap=True,
                )

    return list(rows())
