"""Needs meet offers by what both name; what is old is asked about; gifts are listed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netjournal.domain.entry import Entry
from netjournal.domain.matching import is_ageing, ledger, matches, stem, terms
from netjournal.domain.values import ME, EntryKind
from tests.domain.make import ANA, TODAY, ago
from tests.journal.make import BOB, entry

NEED, OFFER = EntryKind.NEED, EntryKind.OFFER


@pytest.mark.parametrize(
    ("one", "other"),
    [("printers", "printing"), ("libraries", "library"), ("testers", "test"), ("flats", "flat")],
)
def test_word_forms_meet(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize("word", ["water", "bus", "glass", "ring", "red"])
def test_short_words_keep_their_ending(word: str) -> None:
    assert stem(word) == word


def test_words_that_say_nothing_are_left_out_and_short_capitals_are_not() -> None:
    need = entry(NEED, "somebody who knows UX and the TV, at 12", topics=("gov",))
    assert terms(need) == {"gov": "#gov", "ux": "UX", "tv": "TV"}


def test_a_match_says_what_both_name_topics_first() -> None:
    need = entry(NEED, "a Printer for Zoë's leaflets", topics=("print",))
    offer = entry(OFFER, "leaflets, and a ZOE", who=BOB, topics=("print",))
    (match,) = matches([need], [offer])
    assert match.shared == ("#print", "Zoë", "leaflets")
    assert not match.is_mine


def test_mine_count_as_offers_but_my_needs_are_no_needs() -> None:
    need = entry(NEED, "a flat in Berlin")
    mine = entry(OFFER, "a flat", who=ME)
    better = entry(OFFER, "a Berlin flat", who=BOB)
    assert [m.offer for m in matches([need], [mine, better])] == [better, mine]
    assert matches([need._replace(person=ME)], [better]) == ()


def test_nobody_meets_a_need_of_their_own_and_what_is_closed_meets_nothing() -> None:
    need, offer = entry(NEED, "a flat"), entry(OFFER, "a flat", who=BOB)
    assert matches([need], [offer._replace(person=ANA)]) == ()
    assert matches([need._replace(closed=TODAY)], [offer]) == ()
    assert matches([need], [offer._replace(closed=TODAY)]) == ()


WORDS = st.lists(st.sampled_from(["flat", "paper", "printing", "grant", "the"]), max_size=4)
ENTRIES = st.builds(
    lambda kind, words, who, days: entry(kind, " ".join(words), who=who, day=ago(days)),
    st.sampled_from([NEED, OFFER, EntryKind.NOTE]), WORDS,
    st.sampled_from([ANA, BOB, ME]), st.integers(0, 400),
)  # fmt: skip


@settings(max_examples=60)
@given(st.lists(ENTRIES, max_size=12))
def test_every_match_shares_something_and_the_newest_need_comes_first(all_: list[Entry]) -> None:
    found = matches(all_, all_)
    for match in found:
        assert match.shared
        assert match.need.kind is NEED
        assert match.offer.kind is OFFER
        assert match.need.person not in {ME, match.offer.person}
        assert set(terms(match.need)) & set(terms(match.offer))
    days = [match.need.day for match in found]
    assert days == sorted(days, reverse=True)
    assert matches(list(reversed(all_)), all_) == found


def test_needs_are_asked_about_after_half_a_year_offers_after_one() -> None:
    assert not is_ageing(entry(NEED, "a flat", day=ago(180)), TODAY)
    assert is_ageing(entry(NEED, "a flat", day=ago(181)), TODAY)
    assert not is_ageing(entry(OFFER, "a flat", day=ago(365)), TODAY)
    assert is_ageing(entry(OFFER, "a flat", day=ago(366)), TODAY)
    assert not is_ageing(entry(NEED, "a flat", day=ago(400), confirmed=ago(9)), TODAY)
    assert not is_ageing(entry(NEED, "a flat", day=ago(400), closed=ago(9)), TODAY)
    assert not is_ageing(entry(EntryKind.NOTE, "a flat", day=ago(400)), TODAY)


def test_gifts_are_listed_newest_first_by_side() -> None:
    gave, older = entry(EntryKind.GAVE, "b", day=ago(1)), entry(EntryKind.GAVE, "a", day=ago(5))
    got = entry(EntryKind.GOT, "c", who=BOB)
    book = ledger([older, got, gave])
    assert (book.gave, book.got) == ((gave, older), (got,))
    assert ledger([older, got, gave], {ANA}).got == ()
