"""Two people side by side: signs, columns of equal width, and one below the other where narrow."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.text import width
from netjournal.tui.widgets.side_by_side import compared_lines
from netjournal.views.comparing import Compared, FieldPair

NAME = FieldPair(label="Name", first="Ana Ruiz", second="Ana M. Ruiz")
EMAIL = FieldPair(label="Email", first="a@b.org", second="", has_room=True)
CIRCLE = FieldPair(label="Circle", first="close", second="close")
HEADS = ("The card", "Known")


def text_of(room: int, *pairs: FieldPair) -> list[str]:
    return [line.plain for line in compared_lines(HEADS, pairs, room)]


def test_each_field_says_how_the_two_compare() -> None:
    assert [pair.compared for pair in (NAME, EMAIL, CIRCLE)] == [
        Compared.DIFFERS, Compared.ADDS, Compared.SAME,
    ]  # fmt: skip


def test_both_have_as_much_room() -> None:
    head, name, email, circle, _, legend = text_of(70, NAME, EMAIL, CIRCLE)
    at = head.index("Known")
    assert name.index("Ana M. Ruiz") == circle.index("close", 20) == at
    assert [line[at - 2] for line in (name, email, circle)] == ["≠", "+", "="]
    assert legend.split("   ") == ["= the same", "≠ only one can stand", "+ room for both"]


def test_a_long_value_is_wrapped_on_its_own_side() -> None:
    long = FieldPair(label="Topics", first="sailing, " * 8, second="gov", has_room=True)
    lines = text_of(60, long)
    assert lines[1].endswith("gov")
    assert all("gov" not in line for line in lines[2:])
    assert "sailing" in lines[2]


def test_where_it_is_narrow_they_stand_below_each_other() -> None:
    lines = text_of(30, NAME, EMAIL, CIRCLE)
    assert lines[:2] == ["‹ The card", "› Known"]
    assert lines[2:7] == ["≠ Name", "  ‹ Ana Ruiz", "  › Ana M. Ruiz", "+ Email", "  ‹ a@b.org"]
    assert lines[7:9] == ["= Circle", "    close"]


def test_nothing_to_compare_is_only_the_two() -> None:
    (head,) = text_of(70)
    assert head.split() == ["The", "card", "Known"]


@pytest.mark.parametrize("room", [20, 30, 60, 120])
@given(first=st.text(max_size=80), second=st.text(max_size=80), label=st.text(max_size=20))
def test_no_line_is_wider_than_the_room(room: int, first: str, second: str, label: str) -> None:
    pair = FieldPair(label=label, first=first, second=second)
    for line in compared_lines((first, second), [pair], room):
        assert width(line.plain) <= room
        assert "\x1b" not in line.plain
