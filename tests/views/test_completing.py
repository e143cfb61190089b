"""What a half-typed query may go on with."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.domain.person import Affiliation
from netjournal.journal.conditions import CONDITIONS
from netjournal.journal.queries import parse_query
from netjournal.journal.snapshot import Snapshot
from netjournal.views.completing import query_completions
from tests.domain.make import day, person, talk
from tests.journal.make import gathering, snapshot_of

SNAPSHOT = snapshot_of(
    person(
        name="Zoë Müller",
        topics=("gov", "big (data)"),
        organisations=(Affiliation(name="Tide Radio"), Affiliation(name="Acme")),
    ),
    talk(day("03-02"), topics=("chess",)),
    gathering("PyCon", day("02-20")),
)
SAVED = {"near": "circle:close", "quiet": "is:stale"}


def _journal() -> Snapshot:
    return SNAPSHOT


def whole(text: str) -> list[str]:
    start, words = query_completions(text, SAVED, _journal)
    return [text[:start] + word for word in words]


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("cir", ["circle:"]),
        ("circle:", ["circle:inner", "circle:close", "circle:network", "circle:rolodex"]),
        ("ana -circle:c", ["ana -circle:close"]),
        ("(is:st", ["(is:stale"]),
        ("@", ["@near", "@quiet"]),
        ("ana @q", ["ana @quiet"]),
        ("topic:", ['topic:"big (data)"', "topic:chess", "topic:gov"]),
        ("tag:G", ["tag:gov"]),
        ("org:ti", ['org:"Tide Radio"']),
        ('org:"ti', ['org:"Tide Radio"']),
        ("met:", ["met:PyCon"]),
        ("name:zoe", ['name:"Zoë Müller"']),
        ("last:9", ["last:90d.."]),
        ("nonsense:", []),
        ("text:", []),
    ],
)
def test_a_word_may_go_on(typed: str, offered: list[str]) -> None:
    assert whole(typed) == offered


def test_behind_a_space_every_field_is_offered() -> None:
    assert whole("ana ") == [f"ana {name}:" for name in CONDITIONS]


def test_the_journal_is_not_read_for_values_that_are_few() -> None:
    def never() -> Snapshot:
        raise AssertionError

    assert query_completions("is:dorm", {}, never).words == ("is:dormant",)


@pytest.mark.parametrize("name", CONDITIONS)
def test_every_value_that_is_offered_can_be_asked_for(name: str) -> None:
    for word in whole(f"{name}:"):
        parse_query(word)
    parse_query(f"{name}:{CONDITIONS[name].example}")


@given(st.text(max_size=40) | st.text('ac:"(@- \t', max_size=12))
def test_any_text_may_be_half_typed(text: str) -> None:
    start, _ = query_completions(text, SAVED, _journal)
    assert 0 <= start <= len(text)
