"""Who is one person, who is a household, and which numbers are one number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.domain.likeness import Lookalikes, Shared, Traits, likeness, names_agree, traits_of
from netjournal.domain.person import Labelled
from netjournal.domain.phones import same_number, tail
from netjournal.domain.values import PartialDate
from tests.domain.make import person


def named(name: str, *nicknames: str) -> Traits:
    return Traits(name=name, nicknames=nicknames)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ana Ruiz", "ANA RUIZ"),
        ("Ana Ruiz", "Ruiz, Ana"),
        ("Ana Ruiz", "Ana Maria Ruiz"),
        ("Ana Ruiz", "Ana"),
        ("Ana M. Ruiz", "Ana Maria Ruiz"),
        ("Gabriel García", "Gabriel Garcia Márquez"),
        ("Dr. Zoë Müller", "Zoe Muller"),
        ("Tom O'Neil", "Tom ONeil"),
        ("Anna-Lena Kurz", "Anna Lena Kurz"),
        ("李小红", "李小红"),
        ("", "Ana Ruiz"),
    ],
)
def test_names_of_one_person_agree(one: str, other: str) -> None:
    assert names_agree(named(one), named(other))
    assert names_agree(named(other), named(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ana Ruiz", "Luis Ruiz"),
        ("Ana Ruiz", "Ana Brandt"),
        ("Ana Maria Ruiz", "Ana Lucia Ruiz"),
        ("Ana Ruiz", "Ruiz"),
        ("Ana Ruiz", "A. Ruiz"),
        ("John Stone Sr.", "John Stone Jr."),
        ("John Stone", "John Stone Jr."),
        ("Acme Ltd", "Ana Ruiz"),
    ],
)
def test_names_of_two_people_do_not(one: str, other: str) -> None:
    assert not names_agree(named(one), named(other))
    assert not names_agree(named(other), named(one))


def test_a_nickname_is_a_given_name() -> None:
    assert names_agree(named("Robert Stone", "Bob"), named("Bob Stone"))
    assert not names_agree(named("Robert Stone", "Bob"), named("Rita Stone"))


@pytest.mark.parametrize(
    ("one", "other", "region", "same"),
    [
        ("+44 20 7946 0001", "020 7946 0001", "GB", True),
        ("+44 20 7946 0001", "020 7946 0001", "", True),
        ("+44 20 7946 0001", "0044 (0)20-7946-0001", "GB", True),
        ("+45 12 34 56 78", "12345678", "DK", True),
        ("+45 12 34 56 78", "12345678", "", False),
        ("+44 20 7946 0001", "020 7946 0002", "GB", False),
        ("+1 202 555 0143", "+1 202 555 0143 ext. 7", "US", False),
        ("+1 202 555 0143 x7", "(202) 555-0143 ext 7", "US", True),
        ("+49 202 5550143", "+1 202 555 0143", "", False),
        ("tel:+44-20-7946-0001", "+442079460001", "", True),
        ("110", "110", "DE", False),
        ("", "", "DE", False),
        ("not a number", "nor this", "DE", False),
    ],
)
def test_one_number_however_it_is_typed(one: str, other: str, region: str, same: bool) -> None:
    assert same_number(one, other, region) is same
    assert same_number(other, one, region) is same


@given(st.text(max_size=30), st.text(max_size=30), st.sampled_from(["", "DE", "US", "??"]))
def test_any_text_may_stand_for_a_number(one: str, other: str, region: str) -> None:
    assert same_number(one, other, region) == same_number(other, one, region)
    assert same_number(one, one, region) == bool(tail(one))


NAMES = st.sampled_from(
    ["", "Ana", "Ana Ruiz", "Ana M. Ruiz", "Luis Ruiz", "Dr. Ana Ruiz Jr.", "李小红", "Ruiz", "🙂"]
)
TRAITS = st.builds(
    Traits,
    name=NAMES,
    given=st.just(""),
    family=st.just(""),
    birthday=st.none(),
    nicknames=st.lists(st.sampled_from(["Bob", "Ana"]), max_size=1).map(tuple),
    emails=st.lists(st.sampled_from(["a@b.org", "A@B.org", "c@d.org"]), max_size=2).map(tuple),
    phones=st.lists(st.sampled_from(["+44 20 7946 0001", "020 7946 0001"]), max_size=2).map(tuple),
    is_bare=st.booleans(),
)


@given(TRAITS, TRAITS)
def test_likeness_is_mutual(one: Traits, other: Traits) -> None:
    here, there = likeness(one, other, "GB"), likeness(other, one, "GB")
    assert (here is None) == (there is None)
    if here and there:
        assert {kind for kind, _ in here.shared} == {kind for kind, _ in there.shared}
        assert here.is_sure == there.is_sure


@given(st.lists(TRAITS, max_size=6), TRAITS)
def test_the_index_finds_whoever_is_surely_one(many: list[Traits], one: Traits) -> None:
    known: Lookalikes[int] = Lookalikes("GB")
    for at, traits in enumerate(many):
        known.add(at, traits)
    sure = {at for at, other in enumerate(many) if (a := likeness(one, other, "GB")) and a.is_sure}
    assert sure <= {at for at, _ in known.like(one)}


def test_an_address_with_another_given_name_is_a_household() -> None:
    ana = Traits(name="Ana Ruiz", emails=("ruiz@example.org",))
    luis = Traits(name="Luis Ruiz", emails=("Ruiz@example.org",))
    alike = likeness(ana, luis)
    assert alike is not None
    assert (alike.names_agree, alike.is_sure) == (False, False)


def test_other_birthdays_are_two_people() -> None:
    born = {"name": "Ana Ruiz", "emails": ("a@b.org",)}
    one = Traits(**born, birthday=PartialDate(3, 1, 1980))  # type: ignore[arg-type]  # by name
    for other, apart in (
        (PartialDate(3, 1, 1980), False),
        (PartialDate(3, 1), False),
        (PartialDate(3, 2), True),
        (PartialDate(3, 1, 1981), True),
    ):
        alike = likeness(one, Traits(**born, birthday=other))  # type: ignore[arg-type]  # by name
        assert alike is not None
        assert alike.is_sure is not apart


def test_a_name_alone_is_sure_only_where_nothing_else_is_known() -> None:
    full = Traits(name="Ana Ruiz", emails=("a@b.org",))
    other = Traits(name="Ana Ruiz", phones=("+44 20 7946 0001",))
    bare = Traits(name="Ruiz Ana", is_bare=True)
    for theirs, sure in ((other, False), (bare, True)):
        alike = likeness(full, theirs)
        assert alike is not None
        assert ([kind for kind, _ in alike.shared], alike.is_sure) == ([Shared.NAME], sure)


def test_namesakes_born_on_other_days_are_not_alike() -> None:
    one = Traits(name="Ana Ruiz", birthday=PartialDate(3, 1))
    assert likeness(one, Traits(name="Ana Ruiz", birthday=PartialDate(3, 2))) is None
    assert likeness(one, Traits(name="Ana Ruiz", birthday=PartialDate(3, 1))) is not None


def test_one_word_is_a_name_only_where_both_have_nothing_else() -> None:
    bare, full = Traits(name="Mum", is_bare=True), Traits(name="Mum", phones=("123456",))
    assert likeness(bare, full) is None
    assert likeness(bare, bare) is not None


def test_a_number_of_many_tells_of_nobody_but_namesakes() -> None:
    office = ("+44 20 7946 0000",)
    known: Lookalikes[int] = Lookalikes("GB")
    for at, name in enumerate(("Ana Ruiz", "Bob Stone", "Eve Lark")):
        known.add(at, Traits(name=name, phones=office))
    assert known.like(Traits(name="Tom Reed", phones=office)) == []
    assert [at for at, _ in known.like(Traits(name="Bob Stone", phones=office))] == [1]


def test_an_address_as_a_name_is_no_name() -> None:
    assert traits_of(person(name="ana@example.org")).name == ""
    assert traits_of(person(name="Unnamed", emails=(Labelled("x@y.org"),))).name == ""
    assert traits_of(person(name="Ana Ruiz")).name == "Ana Ruiz"
