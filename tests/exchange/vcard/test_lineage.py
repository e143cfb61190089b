"""The cards of one person: found as a search through all would find them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.domain.card import Card
from netjournal.exchange.vcard import kept, lineage
from netjournal.exchange.vcard.blobs import Blobs
from netjournal.exchange.vcard.fields import MANY, ONE
from netjournal.exchange.vcard.lineage import Lineage, Said, latest, said_of
from netjournal.exchange.vcard.lines import read_lines
from netjournal.exchange.vcard.uids import uid_key
from tests.exchange.vcard.cards import LATER, Book, card

uids = st.sampled_from(["a", "A", "urn:uuid:a", "b", "urn:uuid:c", ""])


@st.composite
def cards(draw: st.DrawFn) -> Said:
    own = draw(uids)
    text = card(
        f"FN:{draw(st.sampled_from(['Ana', 'Ana Ruiz']))}",
        f"TEL:{draw(st.sampled_from(['020 7946 0001', '020 7946 0002']))}",
        *([f"UID:{own}"] if own else []),
    )
    source = draw(st.sampled_from(["old.vcf", "new.vcf"]))
    return Said(draw(uids), read_lines(text.rstrip()), "3.0", source, own_uid=bool(own))


@given(st.lists(cards(), max_size=8))
def test_cards_are_found_as_by_looking_through_all_of_them(said: Sequence[Said]) -> None:
    known = Lineage(said[:3])
    for each in said[3:]:
        known.add(each)
    assert known.all == list(said)
    assert known.latest == latest(said)
    for uid in ("a", "b", "C", "d", ""):
        of_uid = [each for each in said if uid and uid_key(uid) in each.uids]
        assert known.of_uid(uid) is (of_uid[-1] if of_uid else None)
    for source in ("old.vcf", "new.vcf", "none.vcf"):
        without = [each for each in said if not each.own_uid and each.source == source]
        assert known.without_uid(source) is (without[-1] if without else None)


@given(st.lists(cards(), max_size=8), st.integers(0, 8))
def test_what_they_ever_said_holds_each_value_once(said: Sequence[Said], asked: int) -> None:
    known = Lineage()
    for number, each in enumerate(said):
        known.add(each)
        if number == asked:
            assert known.values
    for name in MANY:
        every = (value for each in said for value in getattr(each.fields, name))
        assert list(known.values[name]) == list(dict.fromkeys(every))
    for name in ONE:
        assert list(known.values[name]) == list(
            dict.fromkeys(getattr(each.fields, name) for each in said)
        )


def test_each_card_of_somebody_is_read_once_however_many_come(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def revisions(first: int, last: int) -> str:
        who = ("UID:ana", "FN:Ana Ruiz", "N:Ruiz;Ana;;;")
        days = range(first, last)
        return "".join(card(*who, f"TEL:020 7946 {day:04}", f"REV:{day:08}") for day in days)

    book = Book()
    book.take(revisions(1, 10))
    read: list[str] = []

    def reading(stored: Card, blobs: Blobs) -> Said:
        read.append(stored.id)
        return said_of(stored, blobs)

    for module in (kept, lineage):
        monkeypatch.setattr(module, "said_of", reading)
    plan = book.plan(revisions(10, 20), made=LATER)
    assert [str(outcome.kind) for outcome in plan.outcomes] == ["updated"] * 10
    assert len(read) == len(set(read)) == 9 + 9
