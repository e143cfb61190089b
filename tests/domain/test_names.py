"""Names: the keys somebody is found under, and which of several is meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.domain.names import Fit, NameMatch, chosen, name_keys, split_name, words
from netjournal.domain.values import PersonId

_FITS = (
    ("Ana Ruiz", "ana ruiz", Fit.FULL),
    ("Ana Ruiz", "ana", Fit.FIRST),
    ("Ana Ruiz", "ana r", Fit.FIRST_AND_INITIAL),
    ("Ana Ruiz", "ruiz", Fit.SURNAME),
    ("Zoë Müller", "zoe", Fit.FIRST),
    ("Łukasz Żak", "lukasz zak", Fit.FULL),
    ("Hedy van der Berg", "van der berg", Fit.SURNAME),
    ("Hedy van der Berg", "berg", Fit.SURNAME),
    ("Hedy van der Berg", "hedy b", Fit.FIRST_AND_INITIAL),
    ("Seán Mac Giolla", "mac giolla", Fit.SURNAME),
    ("Tom O'Neil", "o'neil", Fit.SURNAME),
    ("Tom O’Neil", "oneil", Fit.SURNAME),
    ("Jean-Luc Moreau", "jean-luc", Fit.FIRST),
    ("Ana Ruiz", "a ruiz", Fit.FIRST_AND_INITIAL),
    ("Ana Ruiz", "a.r", Fit.SURNAME),
    ("Zoë Müller", "zoe mueller", Fit.FULL),
    ("Zoë Marchbanks-Osei", "zoe marchbanks", Fit.FIRST_AND_INITIAL),
    ("Zoë Marchbanks-Osei", "osei", Fit.SURNAME),
    ("Jean-Luc Moreau", "jean luc", Fit.FIRST),
    ("Anna Maria Weiß", "anna maria", Fit.FIRST_AND_INITIAL),
    ("Anna Maria Weiß", "anna weiss", Fit.FULL),
    ("Gabriel García Márquez", "garcia", Fit.SURNAME),
    ("Gabriel García Márquez", "garcia marquez", Fit.SURNAME),
    ("Gabriel García Márquez", "gabriel garcia", Fit.FIRST_AND_INITIAL),
    ("Nguyễn Thị Hoa", "hoa", Fit.SURNAME),
    ("Nguyễn Thị Hoa", "thi hoa", Fit.SURNAME),
    ("李小红", "李小红", Fit.FULL),
    ("李小红", "小红", Fit.FIRST),
    ("李 小红", "李小红", Fit.FULL),
    ("李 小红", "小红", Fit.FIRST),
    ("田中太郎", "田中", Fit.SURNAME),
    ("田中太郎", "太郎", Fit.FIRST),
    ("김철수", "철수", Fit.FIRST),
    ("נועה כהן", "נועה", Fit.FIRST),
    ("Dr. Ana Ruiz", "ana ruiz", Fit.FULL),
    ("Ana Ruiz, PhD", "ana ruiz", Fit.FULL),
    ("Ruiz, Ana", "ana ruiz", Fit.FULL),
    ("Ruiz, Ana", "ana", Fit.FIRST),
    ('Robert "Bob" Stone', "bob", Fit.NICKNAME),
    ('Robert "Bob" Stone', "robert stone", Fit.FULL),
    ("Ana Ruiz (Acme)", "ana ruiz", Fit.FULL),
    ("Ana 🌸", "ana", Fit.FULL),
    ("🌸", "🌸", Fit.FULL),
    ("Madonna", "madonna", Fit.FULL),
)


@pytest.mark.parametrize(("name", "phrase", "fit"), _FITS)
def test_phrase_names_somebody_so_well(name: str, phrase: str, fit: Fit) -> None:
    assert name_keys(name)[phrase] is fit


@pytest.mark.parametrize(
    ("name", "phrase"),
    [
        ("李小红", "李"),
        ("Ana Ruiz (Acme)", "acme"),
        ("Ana Ruiz", "r"),
        ("Hedy van der Berg", "van"),
    ],
)
def test_some_parts_of_a_name_name_nobody(name: str, phrase: str) -> None:
    assert phrase not in name_keys(name)


def test_nicknames_and_the_parts_of_a_card_count() -> None:
    keys = name_keys("Grace Hopper", nicknames=["Amazing Grace", "Mum"])
    assert keys["mum"] is Fit.NICKNAME
    assert keys["amazing grace"] is Fit.NICKNAME
    keys = name_keys("Thị Hoa Nguyễn", given="Hoa", family="Nguyễn")
    assert keys["hoa"] is Fit.FIRST
    assert split_name("x y", given="Hoa", family="Nguyễn") == ("hoa", "nguyen")


@given(st.text(max_size=40), st.lists(st.text(max_size=10), max_size=2))
def test_every_name_is_found_under_what_it_looks_up(name: str, nicknames: list[str]) -> None:
    keys = name_keys(name, nicknames=nicknames)
    assert "" not in keys
    assert len(keys) < 200
    if words(name):
        assert keys[" ".join(words(name))] is Fit.FULL


def _match(id: str, fit: Fit, *, known: bool) -> NameMatch:
    return NameMatch(person=PersonId(id), name=id, fit=fit, known=known)


def test_known_people_come_before_silent_ones() -> None:
    known, silent = _match("1", Fit.FIRST, known=True), _match("2", Fit.FIRST, known=False)
    assert chosen([silent, known]) == (known,)
    assert chosen([silent]) == (silent,)


def test_full_name_of_a_silent_person_beats_a_first_name() -> None:
    known, silent = _match("1", Fit.FIRST, known=True), _match("2", Fit.FULL, known=False)
    assert chosen([known, silent]) == (silent,)


def test_closer_fit_wins_and_equal_fits_stay_open() -> None:
    first, surname = _match("1", Fit.FIRST, known=True), _match("2", Fit.SURNAME, known=True)
    other = _match("3", Fit.FIRST, known=True)
    assert chosen([surname, first]) == (first,)
    assert chosen([first, other]) == (first, other)
    assert chosen([]) == ()
