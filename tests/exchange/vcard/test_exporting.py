"""Who leaves the journal, and what never does."""

from __future__ import annotations

from datetime import date

import pytest

from netjournal.domain.entry import Entry
from netjournal.domain.person import Labelled, Person, Relation
from netjournal.domain.values import ME, EntryKind, PersonId, RecordId
from netjournal.errors import UsageError
from netjournal.exchange.vcard.manner import Manner
from netjournal.journal.changes import created
from tests.exchange.vcard.cards import LATER, MADE, Book, all_cards, card, exported

ANA = Person(
    id=PersonId("77"),
    made=MADE,
    name="Ana Ruiz",
    phones=(Labelled("1", "home"),),
    relations=(Relation(kind="partner", person=PersonId("78")),),
    calibre=5,
    how_we_met="on the pier",
    in_common="sailing",
)
BEN = Person(id=PersonId("78"), made=MADE, name="Ben Stone")


def book_of(*people: Person) -> Book:
    book = Book()
    book.snapshot = book.snapshot.after([created(person) for person in people])
    return book


def test_what_is_mine_never_leaves() -> None:
    book = book_of(ANA, BEN)
    text = exported(book, people=[ANA, BEN]).decode()
    for secret in ("pier", "sailing", "calibre", "rolodex", "77"):
        assert secret not in text.lower()


@pytest.mark.parametrize(("name", "n"), [("Ana Ruiz", "Ruiz;Ana;;;"), ("Ana Luz", "Luz;Ana;;;")])
@pytest.mark.parametrize("exact", [False, True])
def test_a_name_whose_parts_only_the_card_tells_keeps_them(name: str, n: str, exact: bool) -> None:
    book = book_of(ANA._replace(relations=()))
    (ana,) = all_cards(exported(book, people=[ANA]))
    book.take(card(f"UID:{ana.uid}", "FN:Ana Ruiz", "N:Ruiz;Ana;;;", "EMAIL:a@example.org"))
    (ana_now,) = book.snapshot.people()
    assert (ana_now.given, ana_now.family) == ("", "")
    edited = ana_now._replace(name=name, phones=(Labelled("9"),))
    text = exported(book, Manner(exact=exact), people=[edited]).decode()
    assert f"\r\nN:{n}\r\n" in text


def test_a_relation_to_somebody_leaves_as_their_name() -> None:
    book = book_of(ANA, BEN)
    text = exported(book, Manner(version="4.0"), people=[ANA]).decode()
    assert "RELATED;TYPE=spouse;VALUE=text:Ben Stone\r\n" in text


@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_somebody_made_by_hand_has_one_name_of_each_kind(version: str) -> None:
    book = book_of(ANA, BEN)
    text = exported(book, Manner(version=version), people=[ANA]).decode()
    assert [text.count(f"\r\n{name}:") for name in ("N", "FN", "UID", "PRODID")] == [1, 1, 1, 1]
    assert book.plan(text, made=LATER).changes == ()


def test_a_birthday_told_in_a_line_is_no_news_when_our_own_card_comes_back() -> None:
    told = Entry(
        id=RecordId("9"), made=MADE, person=ANA.id, kind=EntryKind.BIRTHDAY, text="--05-17",
        day=date(2026, 3, 11),
    )  # fmt: skip
    book = book_of(ANA, BEN)
    book.snapshot = book.snapshot.after([created(told)])
    text = exported(book)
    assert b"1604-05-17" in text
    assert book.plan(text, made=LATER).changes == ()


def test_a_relation_to_somebody_who_is_gone_or_to_me_stays() -> None:
    ana = ANA._replace(relations=(*ANA.relations, Relation(kind="child", person=ME)))
    book = book_of(ana)
    text = exported(book, people=[ana])
    assert b"RELATED" not in text
    assert book.plan(text, made=LATER).changes == ()


def test_i_am_not_exported() -> None:
    me = BEN._replace(id=ME)
    assert exported(Book(), people=[me]) == b""


@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_every_uid_is_there_once(version: str) -> None:
    book = Book()
    book.take(card("UID:x", "FN:Ana"), card("FN:Bob"))
    people = [*book.snapshot.people()]
    text = exported(book, Manner(version=version), people=[*people, people[0]])
    uids = [found.uid for found in all_cards(text)]
    assert len(set(uids)) == len(uids) == 3
    assert "x" in uids


def test_the_same_person_has_the_same_uid_in_every_export() -> None:
    book = book_of(ANA)
    first = exported(book, people=[ANA])
    assert first == exported(book, people=[ANA])
    assert b"UID:urn:uuid:" in first


def test_the_card_imported_last_is_the_one_that_leaves() -> None:
    book = Book()
    book.take(card("UID:x", "FN:Ana", "X-OLD:1"))
    book.take(card("UID:x", "FN:Ana", "X-NEW:1"), made=LATER)
    text = exported(book)
    assert b"X-NEW" in text
    assert b"X-OLD" not in text


def test_another_version_is_refused() -> None:
    with pytest.raises(UsageError, match=r"vCard 2\.1 cannot be written"):
        exported(Book(), Manner(version="2.1"), people=[])


@pytest.mark.parametrize(
    "control", ["\x01", "\x07", "\x0b", "\x0c", "\x1b", "\x1c", "\x7f", "\x85"]
)
def test_a_control_character_keeps_nobody_from_being_exported(control: str) -> None:
    odd = [f"NOTE:one{control}two", f"TEL:+44{control}7", f"ORG:x{control}y", f"X-A:a{control}b"]
    book = Book()
    book.take(card("FN:Ana", *odd, f"URL:http://x/{control}y"))
    book.take(card("FN:Bob"))
    text = exported(book).decode()
    assert text.count("BEGIN:VCARD") == 2
    assert control not in text
