"""Who is found, in a thread and in an order."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netjournal.demo import sample
from netjournal.domain.settings import Settings
from netjournal.errors import UsageError
from netjournal.journal.algebra import Word
from netjournal.journal.queries import parse_query
from netjournal.journal.snapshot import Snapshot
from netjournal.text import fold
from netjournal.tui import finding
from netjournal.tui.finding import Finder, Found, Question
from netjournal.views.people import SORTS, people_found
from netjournal.views.people_parts import Part
from netjournal.views.standings import Standings, Subject

STANDINGS = Standings(Snapshot({}).after(sample(date(2026, 3, 11))), date(2026, 3, 11), Settings())
WORDS = st.sampled_from(
    [
        "g",
        "go",
        "gov",
        "z",
        "zoë",
        "ZOE",
        "a",
        "an",
        "ana",
        '"hands can"',
        "circle:close",
        "-gov",
        "is:stale",
    ]
)


def question(**asked: object) -> Question:
    return Question(standings=STANDINGS, **asked)  # type: ignore[arg-type]  # names of fields


def found(finder: Finder, **asked: object) -> Found:
    answer = finder.find(question(**asked))
    assert answer is not None
    return answer


def named_first(people: list[Subject], text: str) -> list[Subject]:
    """Where one word is asked, those who are called so."""
    query = parse_query(text)
    if not isinstance(query, Word):
        return people
    word = fold(query.text)
    called = [
        one for one in people
        if word in fold(" ".join((one.person.name, *one.person.nicknames)))
    ]  # fmt: skip
    return called + [one for one in people if one not in called]


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.lists(WORDS, min_size=1, max_size=3).map(" ".join), min_size=1, max_size=4),
    st.sampled_from(list(SORTS)),
    st.booleans(),
    st.sampled_from(list(Part)),
)
def test_one_finder_answers_every_question_as_the_view_does(
    texts: list[str], sort: str, reverse: bool, part: Part
) -> None:
    finder = Finder()
    for text in texts:
        whole = people_found(STANDINGS, parse_query(text), sort=sort, reverse=reverse)
        asked = question(text=text, part=part, sort=sort, reverse=reverse)
        answer = finder.at_once(asked) or finder.find(asked)
        assert answer is not None
        near = [one.person.circle.in_network for one in whole]
        wanted = {Part.ALL: {True, False}, Part.NETWORK: {True}, Part.ROLODEX: {False}}[part]
        kept = [one for one, is_near in zip(whole, near, strict=True) if is_near in wanted]
        assert list(answer.people) == (named_first(kept, text) if sort == "name" else kept)
        assert answer.counts == {
            Part.NETWORK: sum(near), Part.ROLODEX: len(near) - sum(near), Part.ALL: len(near),
        }  # fmt: skip


def test_nothing_asked_is_the_network_and_a_query_asks_everybody() -> None:
    finder = Finder()
    assert found(finder).part is Part.NETWORK
    assert found(finder, text="gov").part is Part.ALL
    assert len(found(finder, part=Part.ROLODEX).people) == found(finder).counts[Part.ROLODEX]


def test_where_nobody_is_in_a_circle_everybody_is_shown() -> None:
    nobody = Standings(Snapshot({}), date(2026, 3, 11), Settings())
    answer = Finder().find(Question(standings=nobody))
    assert answer is not None
    assert answer.part is Part.ALL


def test_a_query_that_cannot_be_read_is_told_and_the_next_one_is_answered() -> None:
    finder = Finder()
    with pytest.raises(UsageError):
        found(finder, text="circel:close")
    assert found(finder, text="circle:close").people


def test_a_query_that_cannot_be_read_is_left_to_the_thread_that_knows_how_it_may_go_on() -> None:
    finder = Finder()
    found(finder, text="gov")
    for half_typed in ("topic:", "circel:close", "(gov"):
        assert finder.at_once(question(text=half_typed)) is None


def test_who_is_called_so_comes_before_of_whom_it_is_told() -> None:
    names = [one.person.name for one in found(Finder(), text="han").people]
    assert names[0] == "Hannah Lindmoor"
    assert len(names) > 1


def test_a_word_is_answered_at_once_when_it_is_known_what_is_said_of_people() -> None:
    finder = Finder()
    assert finder.at_once(question(text="gov")) is None
    found(finder, text="gov")
    assert finder.at_once(question(text="gov")) == found(finder, text="gov")
    assert finder.at_once(question(text="gov", part=Part.NETWORK)) is not None
    assert finder.at_once(question(text="govern")) is not None
    assert finder.at_once(question(text="circle:close")) is None
    assert finder.at_once(question(text="gov", sort="last")) is None


def test_a_word_that_may_be_said_of_many_is_not_looked_for_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    finder = Finder()
    found(finder, text="a")
    monkeypatch.setattr(finding, "_FEW", 1)
    assert finder.at_once(question(text="an")) is None
    assert finder.at_once(question(text="a")) is not None
