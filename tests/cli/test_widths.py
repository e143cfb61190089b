"""Lines fit the screen, whatever the names are made of; elsewhere nothing is cut."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.cli.output import Piece
from netjournal.cli.tables import widths_of
from netjournal.text import width
from tests.cli.conftest import Cli

_COMMANDS = (
    ("today",), ("people",), ("people", "--fields", "name,emails,topics"), ("show", "Li"),
    ("show", "Zoe"), ("log",), ("week",), ("topics",), ("need",), ("search", "talk"), ("me",),
    ("man", "queries"),
)  # fmt: skip
_LONG = (
    "a talk about the long bridge 橋橋橋橋橋橋橋橋 and e\u0301e\u0301e\u0301 all that followed " * 3
)


@pytest.fixture
def full(cli: Cli) -> None:
    cli("add", "--new", f"李小红: lunch yesterday, {_LONG}")
    cli(
        "edit",
        "李小红",
        "name=李小红" + "红" * 30,
        "topic=gov",
        "met=" + _LONG,
        "nickname=Li",
    )
    cli("add", f"Zoe\u0308 Mu\u0308ller-Lu\u0308denscheidt: tea on monday, {_LONG}. needs: {_LONG}")
    cli("add", f"Zoe\u0308: next: call by 2026-03-09 about {_LONG}. they: {_LONG}")
    cli("add", f"Zoe\u0308: next: postcard on friday about {_LONG}")
    cli("me", "serve=" + _LONG)


@pytest.mark.parametrize("columns", [40, 60, 80, 132])
@pytest.mark.parametrize("argv", _COMMANDS, ids=" ".join)
def test_no_line_is_wider_than_the_screen(
    full: None, at_terminal: Cli, argv: tuple[str, ...], columns: int
) -> None:
    ran = at_terminal(*argv, columns=columns)
    lines = re.sub(r"\x1b\[\d*m", "", ran.out).splitlines()
    assert lines
    too_wide = [line for line in lines if width(line) > columns]
    assert not [line for line in too_wide if "netjournal" not in line]


@given(
    st.lists(st.lists(st.text("ab李e\u0301", max_size=40), min_size=3, max_size=3), min_size=1),
    st.integers(24, 90),
)
def test_columns_that_give_way_make_a_row_fit(texts: list[list[str]], room: int) -> None:
    rows = [[Piece(text) for text in row] for row in texts]
    widths = widths_of(rows, room, shrink=((2, 20), (1, 12), (0, 8)))
    assert sum(widths) + 2 * (len([w for w in widths if w]) - 1) <= room
    assert widths_of(rows, None) == [max(width(row[i]) for row in texts) for i in range(3)]


def test_the_columns_keep_what_they_need_where_there_is_room() -> None:
    row = [Piece("x" * 30), Piece("y" * 30)]
    assert widths_of([row], 80, shrink=((1, 20), (0, 12))) == [30, 30]
    assert widths_of([row], 60, shrink=((1, 20), (0, 12))) == [30, 28]
    assert widths_of([row], 40, shrink=((1, 20), (0, 12))) == [18, 20]
    assert widths_of([row], 20, shrink=((1, 20), (0, 12))) == [6, 12]
