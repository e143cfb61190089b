"""The query language: each field, how they combine, and that a query reads back as printed."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.domain.person import Address, Affiliation, FitAnswer, FitQuestion, Labelled
from netjournal.domain.settings import Settings
from netjournal.domain.values import Channel, Circle, Direction, EntryKind, Owner, PartialDate
from netjournal.errors import QueryError, UsageError
from netjournal.journal.alternatives import alternatives
from netjournal.journal.conditions import CONDITIONS
from netjournal.journal.queries import LONGEST, parse_query
from netjournal.journal.ranges import Range
from netjournal.views.standings import Standings
from tests.domain.make import ANA, ME, TODAY, ago, day, person, promise, talk
from tests.journal.make import BOB, bob, entry, gathering, snapshot_of

PYCON = gathering("PyCon", day("02-20"))
ANA_RUIZ = person(
    circle=Circle.CLOSE, calibre=4, nicknames=("Anita",), topics=("gov",), in_common="tea",
    fit=(FitAnswer(FitQuestion.MARKET, 2),),
    organisations=(Affiliation(name="Tide Radio", title="editor"),), birthday=PartialDate(4, 12),
)  # fmt: skip
BOB_STONE = bob(
    circle=Circle.INNER, calibre=5, emails=(), phones=(), addresses=(), circle_since=None
)
CY = person("70", name="Cy Olsen", circle=Circle.ROLODEX, phones=(Labelled("+1 202 555 0101"),),
            emails=(), addresses=(Address(city="Malmö", country="Sweden"),))  # fmt: skip
SNAPSHOT = snapshot_of(
    ME, ANA_RUIZ, BOB_STONE, CY, PYCON,
    talk(ago(100), Channel.POSTCARD, Direction.INBOUND, text="the grant", gathering=PYCON.id),
    talk(ago(2), Channel.EMAIL, Direction.INBOUND, people=[BOB], topics=("chess",)),
    promise(ago(-5), text="send the pdf"),
    promise(ago(30), Owner.THEIRS, people=[BOB]),
    entry(EntryKind.NEED, "a UX tester"),
    entry(EntryKind.GAVE, "a book"),
    entry(EntryKind.NEED, "a boat", who=BOB, closed=TODAY),
    entry(EntryKind.OFFER, "a van", who=BOB, topics=("moving",)),
)  # fmt: skip
FIRST = {ANA: "Ana", BOB: "Bob", "70": "Cy"}


def found(text: str) -> list[str]:
    query = parse_query(text)
    subjects = Standings(SNAPSHOT, TODAY, Settings()).everybody()
    return sorted(FIRST[s.person.id] for s in subjects if query.matches(s, TODAY))


@pytest.mark.parametrize(
    ("query", "people"),
    [
        ("", "Ana Bob Cy"),
        ("name:anita", "Ana"),
        ("circle:close", "Ana"),
        ("circle:CLOSE", "Ana"),
        ("is:stale", "Ana"),
        ("is:fresh", "Bob"),
        ("is:in_touch", "Bob"),
        ("is:network", "Ana Bob"),
        ("is:dormant", ""),
        ("last:90d..", "Ana"),
        ("last>90d", "Ana"),
        ("last>100d", ""),
        ("last>=100d", "Ana"),
        ("last<1w", "Bob"),
        ("last:never", "Cy"),
        ("due:..7d", "Ana Bob"),
        ("due:1d..7d", "Ana"),
        ("calibre:4..", "Ana"),
        ("calibre>3", "Ana"),
        ("calibre<4", ""),
        ("fit:market", "Ana"),
        ("fit:market:3", ""),
        ("fit:market>1", "Ana"),
        ("fit:synergy", ""),
        ("fit:thin", "Ana Cy"),
        ("fit:none", "Cy"),
        ("quality:warm", "Bob"),
        ("quality:thin", "Ana"),
        ("birthday:..32d", "Ana"),
        ("birthday:..31d", ""),
        ("gave:book", "Ana"),
        ("got:book", ""),
        ("owes:me", "Bob"),
        ("owes:them", "Ana"),
        ("owes:reply", "Ana Bob"),
        ("has:address", "Ana Cy"),
        ("has:birthday", "Ana"),
        ("has:promise", "Ana Bob"),
        ("has:note", "Ana Bob"),
        ("channel:postcard", "Ana"),
        ("topic:gov", "Ana"),
        ("tag:moving", "Bob"),
        ("topic:chess", "Bob"),
        ("need:ux", "Ana"),
        ("need:boat", ""),
        ("offers:van", "Bob"),
        ("met:pycon", "Ana"),
        ("org:tide", "Ana"),
        ("email:ana@example.org", "Ana"),
        ("phone:202", "Cy"),
        ("city:malmo", "Cy"),
        ("country:sweden", "Cy"),
        ("text:grant", "Ana"),
        ("text:van", "Bob"),
        ("pdf", "Ana"),
        ("malmo", "Cy"),
        ("RUIZ", "Ana"),
        ('"ana ruiz"', "Ana"),
        ('"ruiz ana"', ""),
        ("ruiz ana", "Ana"),
        ("ana OR bob", "Ana Bob"),
        ("ana tea OR cy", "Ana Cy"),
        ("ana bob OR cy", "Cy"),
        ("-ana", "Bob Cy"),
        ("not not ana", "Ana"),
        ("not -ana", "Ana"),
        ("not ana", "Bob Cy"),
        ("not circle:close -cy", "Bob"),
        ('org:"tide radio"', "Ana"),
        ('""', "Ana Bob Cy"),
    ],
)  # fmt: skip
def test_who_is_found(query: str, people: str) -> None:
    assert found(query) == people.split()


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("circel:close", "Did you mean circle:"),
        ("zzzz:1", "The fields are: name, circle"),
        ("circle:friends", "inner, close, network, rolodex"),
        ("is:happy", "fresh, due_soon"),
        ("has:hat", "address"),
        ("owes:money", "me, them, reply"),
        ("channel:fax", "postcard"),
        ("last:soon", "90d.. or ..2w"),
        ("calibre:high", "number"),
        ("circle:", "needs a value"),
        ("fit:luck", "market, benefit"),
        ("fit:market:high", "number"),
        ("fit:thin:2", "fit: is one of"),
        ("quality:good", "strong, warm"),
        ("x" * (LONGEST + 1), str(LONGEST)),
    ],
)
def test_what_cannot_be_asked_is_said(query: str, said: str) -> None:
    with pytest.raises(UsageError) as error:
        parse_query(query)
    assert said in error.value.message


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("ana circel:close tea", "circel:close"),
        ("ana OR", "OR"),
        ("OR ana", "OR"),
        ("ana OR OR tea", "OR"),
        ("ana (tea OR)", "OR"),
        ("ana not", "not"),
        ("ana (tea", "("),
        ("ana) tea", ")"),
        ("ana last:soon", "last:soon"),
        ("@old ana", "@old"),
        ("ana @wrong", "@wrong"),
    ],
)
def test_the_place_of_what_is_wrong_is_known(query: str, meant: str) -> None:
    with pytest.raises(QueryError) as error:
        parse_query(query, {"wrong": "circle:friends"})
    assert query[error.value.start : error.value.end] == meant
    assert error.value.text == query


def test_a_saved_query_stands_in_brackets() -> None:
    saved = {"near": "circle:close OR circle:inner", "none": " "}
    assert parse_query("@near -ana", saved) == parse_query("(circle:close OR circle:inner) -ana")
    assert parse_query("-@near", saved) == parse_query("-(circle:close OR circle:inner)")
    assert parse_query("ana @none", saved) == parse_query("ana")
    assert parse_query("ana OR (@near)", saved) == parse_query(
        "ana OR circle:close OR circle:inner"
    )


def test_an_address_is_no_saved_query() -> None:
    query = parse_query("@example.org", {})
    assert str(query) == '"@example.org"'
    assert parse_query('"@near"', {"near": "ana"}) == parse_query('"@near"')


VALUES = {
    "circle": ("close",), "is": ("stale", "cooling"), "has": ("email",), "owes": ("reply",),
    "channel": ("phone",), "last": ("90d..", "never", ">3w"), "due": ("..7d",), "calibre": ("4..",),
    "birthday": ("..7d",), "fit": ("market", "market:1..", "none"), "quality": ("warm",),
}  # fmt: skip


def _pieces() -> st.SearchStrategy[str]:
    words = st.text(st.sampled_from('ab-:<>"OR not\t é李'), max_size=6)
    values: Iterable[str] = (f"{f}:{v}" for f, all_of in VALUES.items() for v in all_of)
    conditions = st.sampled_from([*values, "last>90d", "calibre<3"])
    texts = st.sampled_from([f for f in CONDITIONS if f not in VALUES])
    held = st.builds('{}:"{}"'.format, texts, st.text(st.sampled_from("ab -:"), max_size=4))
    phrases = words.map('"{}"'.format)
    return (
        words
        | conditions
        | held
        | phrases
        | st.sampled_from(["OR", "not", "-x", "NOT", "(", ")", "-(", "(a OR b)", "-(a b)"])
    )


@given(st.lists(_pieces(), max_size=7).map(" ".join))
def test_a_query_reads_back_as_printed(text: str) -> None:
    try:
        query = parse_query(text)
    except UsageError:
        return
    assert parse_query(str(query)) == query


@given(st.text(max_size=60))
def test_any_text_is_a_query_or_refused(text: str) -> None:
    with suppress(UsageError):
        found(str(parse_query(text)))


@given(
    st.lists(st.sampled_from(["ana", "bob", "cy", "tea", "circle:close"]), min_size=1, max_size=3)
)
def test_a_word_and_its_opposite_share_everybody_between_them(words: list[str]) -> None:
    for word in words:
        assert sorted(found(word) + found(f"-{word}")) == ["Ana", "Bob", "Cy"]
    assert set(found(" ".join(words))) == set.intersection(*(set(found(w)) for w in words))
    assert set(found(" OR ".join(words))) == set.union(*(set(found(w)) for w in words))


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("(ana OR bob) -cy", ["Ana", "Bob"]),
        ("-(ana OR bob)", ["Cy"]),
        ("not (ana OR bob)", ["Cy"]),
        ("-(-ana)", ["Ana"]),
        ("(ana OR (bob))", ["Ana", "Bob"]),
        ("()", ["Ana", "Bob", "Cy"]),
        ("(ana OR bob) (bob OR cy)", ["Bob"]),
    ],
)
def test_brackets_hold_together(query: str, names: list[str]) -> None:
    assert found(query) == names


@pytest.mark.parametrize("query", ["(ana", "ana)", ")(", "(" * 30 + "ana" + ")" * 30])
def test_brackets_that_do_not_fit_are_refused(query: str) -> None:
    with pytest.raises(UsageError):
        parse_query(query)


def test_brackets_are_resolved_for_a_search() -> None:
    sides = alternatives(parse_query("(a OR b) -(c OR d) -(e f)"))
    assert [" ".join(map(str, side)) for side in sides] == [
        "a -c -d -e", "a -c -d -f", "b -c -d -e", "b -c -d -f",
    ]  # fmt: skip
    with pytest.raises(UsageError):
        alternatives(parse_query(" ".join(["(a OR b)"] * 9)))


def test_a_range_holds_both_its_ends_and_never_what_is_unknown() -> None:
    range_ = Range.parse("1w..2w", "last")
    assert [range_.holds(days) for days in (6, 7, 14, 15, None)] == [
        False,
        True,
        True,
        False,
        False,
    ]


def test_a_calibre_of_inner_people_is_not_to_be_found_out() -> None:
    assert "Bob" not in found("calibre:1..")


def test_what_or_stands_between() -> None:
    sides = alternatives(parse_query("ana tea OR -cy OR circle:close"))
    assert [[str(query) for query in side] for side in sides] == [
        ["ana", "tea"],
        ["-cy"],
        ["circle:close"],
    ]
