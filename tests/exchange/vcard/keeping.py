"""What holds for any file of cards: exact again, the same in both versions, known when it comes."""

from __future__ import annotations

from netjournal.exchange.vcard.manner import VERSIONS, Manner
from netjournal.exchange.vcard.reading import ReadCard
from netjournal.exchange.vcard.split import split
from tests.exchange.vcard.cards import LATER, Book, all_cards, exported, told


def assert_kept(data: bytes) -> None:
    """Fail where importing a file and exporting its people loses anything of it."""
    book = Book()
    book.take(data)
    assert book.plan(data, made=LATER).changes == ()
    assert _bare(exported(book, Manner(exact=True))) == _bare(data)
    before = sorted(map(_told, all_cards(data)))
    for version in VERSIONS:
        text = exported(book, Manner(version=version))
        assert sorted(map(_told, all_cards(text))) == before
        assert book.plan(text, made=LATER).changes == ()


def _bare(data: bytes) -> bytes:
    """The cards without what stands between them: line ends, byte order marks, Ctrl-Z."""
    pieces = (piece.data for piece in split(data) if piece.is_card)
    return b"\n".join(sorted(pieces))


def _told(card: ReadCard) -> str:
    return str(told(card.fields))
