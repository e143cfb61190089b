"""Conversations and promises in a card: only when asked for, and cut off when the card is back."""

from __future__ import annotations

from datetime import date

import pytest

from netjournal.domain.values import Channel, Direction, Owner, PersonId, Reply
from netjournal.exchange.vcard.appendix import appendix
from netjournal.exchange.vcard.manner import VERSIONS, Manner
from netjournal.journal.changes import created
from tests.domain.make import promise, talk
from tests.exchange.vcard.cards import LATER, Book, card, exported, only

RECORDS = (
    talk(date(2026, 3, 1), Channel.MET, Direction.MUTUAL, text="coffee, budget talk"),
    talk(date(2026, 3, 4), reply=Reply.NONE),
    talk(date(2026, 3, 5), Channel.EMAIL, broadcast=True, text="newsletter"),
    promise(date(2026, 3, 13), channel=Channel.POSTCARD, text="about the book"),
    promise(None, Owner.THEIRS, text="the pdf"),
    promise(date(2026, 3, 20), text="a reference", ask=True),
)
TEXT = """— netjournal —
I promised: postcard: about the book, by 2026-03-13
I ask: a reference, by 2026-03-20
they promised: the pdf
2026-03-04 called, no answer
2026-03-01 met: coffee, budget talk"""


def book(*lines: str) -> Book:
    found = Book()
    found.take(card("UID:1", "FN:Ana Ruiz", *lines))
    (ana,) = found.snapshot.people()
    records = (record._replace(people=(PersonId(ana.id),)) for record in RECORDS)
    found.snapshot = found.snapshot.after([created(record) for record in records])
    return found


def test_it_says_what_is_promised_and_what_passed() -> None:
    found = book()
    (ana,) = found.snapshot.people()
    assert appendix(ana, found.snapshot) == TEXT


def test_nothing_of_it_leaves_unasked() -> None:
    assert b"budget" not in exported(book())


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("lines", [(), ("NOTE:likes tea",), ("NOTE:a", "NOTE:b")])
def test_a_card_with_it_comes_back_as_if_it_were_not_there(
    version: str, lines: tuple[str, ...]
) -> None:
    found = book(*lines)
    text = exported(found, Manner(version=version, notes=True)).decode()
    assert "budget talk" in text.replace("\r\n ", "")
    assert only(text).fields.note == only(card("FN:x", *lines)).fields.note
    assert found.plan(text, made=LATER).changes == ()


def test_another_journal_never_hands_it_on() -> None:
    other = Book()
    other.take(exported(book("NOTE:likes tea"), Manner(notes=True)))
    text = exported(other).decode()
    assert "likes tea" in text
    assert "netjournal —" not in text
    assert "budget" not in text
