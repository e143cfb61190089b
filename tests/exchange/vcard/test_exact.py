"""Untouched cards leave as they came; an edit changes its own line, REV and PRODID."""

from __future__ import annotations

from dataclasses import replace
from difflib import ndiff
from pathlib import Path

import pytest

from netjournal.domain.person import Address, Labelled, Person
from netjournal.exchange.vcard.exporting import Written, written_cards
from netjournal.exchange.vcard.lines import read_lines
from netjournal.exchange.vcard.manner import Manner, Photos
from netjournal.exchange.vcard.sniff import sniff
from netjournal.exchange.vcard.split import split
from netjournal.journal.changes import edited
from tests.exchange.vcard.cards import FIXTURES, SHARED, Book, card

NOW = "2026-04-01T09:00:00.000000Z"
EXACT = Manner(exact=True, now=NOW, groups=False)
OURS = sorted(FIXTURES.glob("*.vcf"))
CORPUS = sorted((SHARED / "vcards").rglob("*.vcf")) if (SHARED / "vcards").exists() else []
FILES = [path for path in (*OURS, *CORPUS) if path.stat().st_size < 60_000]
WRITTEN = [(path, manner) for path in FILES for manner in (EXACT, Manner(now=NOW))]
WRITTEN += [(path, Manner(version="4.0", now=NOW)) for path in OURS]


def leaving(book: Book, manner: Manner = EXACT) -> dict[str, Written]:
    """What leaves, by the id of the person."""
    people = list(book.snapshot.people())
    cards = written_cards(people, book.snapshot, book.blobs, manner)
    return {person.id: card for person, card in zip(people, cards, strict=True)}


def said(data: bytes) -> list[str]:
    """The content lines of a card as they stand."""
    text = data.decode("utf-8", "surrogateescape")
    return [line.text for line in read_lines(text.rstrip("\r\n"))]


def changed(before: bytes, after: bytes) -> list[str]:
    """The lines that came, without those about the edit itself."""
    diff = ndiff(said(before), said(after))
    came = [line[2:] for line in diff if line.startswith("+ ")]
    # a card without its frame is given one when it is edited
    about = ("REV:", "PRODID:", "BEGIN:VCARD", "END:VCARD")
    return [line for line in came if not line.startswith(about)]


def taken(path: Path) -> tuple[Book, list[bytes]]:
    book = Book()
    data = path.read_bytes()
    cards = [piece.data for piece in split(sniff(data).data) if piece.is_card]
    if cards:
        book.take(data)
    return book, cards


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_an_untouched_card_leaves_as_it_came(path: Path) -> None:
    book, cards = taken(path)
    for id, written in leaving(book).items():
        if len(list(book.snapshot.cards_of(id))) == 1:  # type: ignore[arg-type]  # a person's id
            assert any(written.data.startswith(each) for each in cards)


@pytest.mark.parametrize(("path", "manner"), WRITTEN)
def test_an_edited_number_changes_one_line(path: Path, manner: Manner) -> None:
    book, _ = taken(path)
    manner = replace(manner, groups=False)
    before = leaving(book, manner)
    edits: list[Person] = []
    for person in book.snapshot.people():
        if person.phones and len(book.snapshot.cards_of(person.id)) == 1:
            new = person.phones[0]._replace(value="+44 20 7946 0123")
            after = person._replace(phones=(new, *person.phones[1:]))
            edits.append(after)
            change = edited(book.snapshot, person, after)
            assert change is not None
            book.snapshot = book.snapshot.after([change])
    now = leaving(book, manner)
    for person in edits:
        (line,) = changed(before[person.id].data, now[person.id].data)
        assert "+44 20 7946 0123" in line.replace("\r\n ", "")
        text = now[person.id].data.decode("utf-8", "replace")
        assert text.count("PRODID:-//netjournal") == 1
        assert text.count("REV:20260401T090000Z") == 1


def test_an_edit_in_2_1_is_written_in_its_grammar() -> None:
    book = Book()
    old = card("N:Ruiz;Ana", "FN:Ana Ruiz", "NOTE;QUOTED-PRINTABLE:=C3=A9", version="2.1")
    book.take(old)
    (ana,) = book.snapshot.people()
    home = Address(street="1 High St\nFlat 2")
    after = ana._replace(name="Ána; Ruiz", emails=(Labelled("a@b.org"),), addresses=(home,))
    change = edited(book.snapshot, ana, after)
    assert change is not None
    book.snapshot = book.snapshot.after([change])
    (written,) = leaving(book).values()
    text = written.data.decode()
    assert text.startswith("BEGIN:VCARD\r\nVERSION:2.1\r\n")
    assert "NOTE;QUOTED-PRINTABLE:=C3=A9\r\n" in text
    assert "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=81na\\; Ruiz\r\n" in text
    assert "EMAIL:a@b.org\r\n" in text
    assert "ADR;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:;;1 High St=0AFlat 2;;;;\r\n" in text


@pytest.mark.parametrize(("photos", "left"), [("full", 2), ("small", 1), ("none", 0)])
def test_pictures_leave_as_wanted_and_stay_in_the_journal(photos: str, left: int) -> None:
    book = Book()
    small, large = "/9j/" * 500, "/9j/" * 250_000
    lines = [f"PHOTO;ENCODING=b:{small}", f"LOGO;ENCODING=b:{large}"]
    book.take(card("UID:1", "FN:Ana", *lines, "PHOTO;VALUE=uri:http://x.org/a.jpg"))
    (written,) = leaving(book, Manner(photos=Photos(photos))).values()
    assert written.data.count(b"ENCODING=b") == left
    assert b"VALUE=uri:http://x.org/a.jpg" in written.data
    assert written.left_out == (left < 2)
    assert book.plan(written.data).changes == ()
