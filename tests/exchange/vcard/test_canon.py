"""The canonical hash of a card: the same for the same content, however it is written."""

from __future__ import annotations

from netjournal.exchange.vcard.canon import canon
from tests.exchange.vcard.cards import card, only

ANA = ("FN:Ana Ruiz", "N:Ruiz;Ana;;;", "TEL;TYPE=CELL:+44 1", "NOTE:eggs, milk")


def hash_of(text: str) -> str:
    found = only(text)
    return canon(found.said, found.version)


def test_folds_order_revision_and_case_do_not_count() -> None:
    one = card(*ANA)
    for other in (
        card(*reversed(ANA)),
        card(*ANA, "REV:20260101T000000Z", "PRODID:-//x", "X-ABUID:1"),
        one.replace("NOTE:eggs, milk", "NOTE:eggs\\, \r\n milk"),
        one.replace("TEL;TYPE=CELL", "tel;type=cell"),
        one.replace("\r\n", "\n"),
        one.replace("N:Ruiz;Ana;;;", "N:Ruiz;Ana"),
    ):
        assert hash_of(other) == hash_of(one)


def test_version_2_1_says_the_same_with_bare_types_and_quoted_printable() -> None:
    new = card("FN:Zoë", "TEL;TYPE=CELL:1")
    old = card("FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Zo=C3=AB", "TEL;CELL:1", version="2.1")
    assert hash_of(new) == hash_of(old)


def test_another_value_type_or_label_is_another_card() -> None:
    one = card(*ANA)
    assert hash_of(one.replace("+44 1", "+44 2")) != hash_of(one)
    assert hash_of(one.replace("CELL", "HOME")) != hash_of(one)
    first = card("item1.TEL:1", "item1.X-ABLabel:Boat", "item2.TEL:2", "item2.X-ABLabel:Shop")
    swapped = card("item1.TEL:1", "item1.X-ABLabel:Shop", "item2.TEL:2", "item2.X-ABLabel:Boat")
    renamed = first.replace("item1", "item7")
    assert hash_of(first) != hash_of(swapped)
    assert hash_of(first) == hash_of(renamed)


def test_escaped_and_real_structure_differ() -> None:
    assert hash_of(card("N:a\\;b;c")) != hash_of(card("N:a;b;c"))
