"""What is shown of a card beside the fields of the person."""

from __future__ import annotations

import pytest

from netjournal.domain.card import Card
from netjournal.exchange.vcard.shown import card_lines, card_note, card_photo
from tests.exchange.vcard.cards import Book, card


def kept(*lines: str) -> tuple[Card, Book]:
    book = Book()
    book.take(card("FN:Ana Ruiz", *lines))
    (found,) = book.snapshot.cards()
    return found, book


def test_the_note_of_a_card() -> None:
    found, book = kept("NOTE:eggs\\, milk\\nbread")
    assert card_note(found, book.blobs) == "eggs, milk\nbread"


def test_a_note_carried_raw_is_shown_too() -> None:
    found, book = kept("X-NETJOURNAL-RAW:NOTE:hello")
    assert card_note(found, book.blobs) == "hello"


def test_lines_are_shown_unfolded_and_pictures_by_their_kind() -> None:
    found, _ = kept("X-FOO:a\r\n b", "", "PHOTO;ENCODING=b:" + "/9j/" * 400)
    assert card_lines(found)[3:-1] == ("X-FOO:ab", "PHOTO;ENCODING=b:(jpg)")


@pytest.mark.parametrize("header", ["PHOTO;ENCODING=b", "photo;base64", "item1.PHOTO;ENCODING=b"])
def test_the_picture_of_a_card(header: str) -> None:
    found, book = kept("X-PHOTO:no", f"{header}:" + "/9j/" * 400)
    assert (card_photo(found, book.blobs) or b"")[:3] == b"\xff\xd8\xff"
