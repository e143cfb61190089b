"""The rows of the prompt fit the terminal, and the cursor stands where the text says."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from netjournal.cli.prompt.buffer import Buffer, clusters
from netjournal.cli.prompt.drawing import Live, cells_of, drawn
from netjournal.text import width

QUESTION = "What happened? "
_SGR = re.compile(r"\x1b\[\d*m")


def _rows(buffer: Buffer, live: Live, columns: int = 40, height: int = 10) -> list[str]:
    shown = drawn(QUESTION, buffer, live, columns=columns, height=height)
    return [_SGR.sub("", row) for row in shown.rows]


def test_a_long_line_goes_on_in_the_next_row() -> None:
    buffer = Buffer().typed("lunch with Ana and Bob yesterday evening")
    assert _rows(buffer, Live()) == ["What happened? lunch with Ana and Bob y", "esterday evening"]


def test_the_reading_stands_below_broken_between_words() -> None:
    live = Live(["Ana Ruiz · met · Tue 10 March · lunch about the book"], ready=True)
    assert _rows(Buffer().typed("x"), live)[1:] == [
        "  Ana Ruiz · met · Tue 10 March · lunch",
        "  about the book",
    ]


def test_a_wide_character_is_never_cut_in_half() -> None:
    buffer = Buffer().typed("a" * 23 + "李小红")
    first, second = _rows(buffer, Live())
    assert (width(first), second) == (38, "李小红")


def test_what_is_wrong_is_underlined() -> None:
    buffer = Buffer().typed("met Ana on 31 february")
    shown = drawn(QUESTION, buffer, Live(["No."], [(11, 22)]), columns=80, height=10)
    marked = "".join(re.findall(r"\x1b\[4m(.)", shown.rows[0]))
    assert marked == "31 february"


def test_without_colour_nothing_is_dimmed() -> None:
    shown = drawn(QUESTION, Buffer().typed("x"), Live(["y"]), columns=80, height=5, plain=True)
    assert shown.rows[1] == "  y"


def test_a_name_that_would_move_the_cursor_does_not() -> None:
    live = Live(["Ana\x1b[2J · met"])
    assert "\x1b[2J" not in "".join(_rows(Buffer().typed("a\u202eb"), live))


def test_what_is_hidden_takes_no_place_and_a_wide_space_its_own() -> None:
    (row,) = _rows(Buffer().typed("a\u202eb\u3000c"), Live())
    assert row == f"{QUESTION}ab\u3000c"
    assert (cells_of("\u202e"), cells_of("\u3000"), cells_of("\x9b")) == (0, 2, 1)


def test_a_tone_belongs_to_an_emoji_and_to_nothing_else() -> None:
    assert (cells_of("👍🏽"), cells_of("李🏽"), cells_of("e\u0301"), cells_of(" ")) == (2, 4, 1, 1)


@given(
    st.text(alphabet="a é李👍🏽\u0301\u200d\u202e", max_size=120),
    st.integers(0, 120),
    st.integers(1, 100),
    st.integers(1, 12),
)
def test_everything_fits_and_the_cursor_is_on_it(
    text: str, cursor: int, columns: int, height: int
) -> None:
    buffer = Buffer().typed(text).moved(cursor)
    live = Live(["Ana Ruiz · met · Tue 10 March", "named: Bob Stone"])
    shown = drawn(QUESTION, buffer, live, columns=columns, height=height)
    assert len(shown.rows) <= max(1, height)
    assert 0 <= shown.row < len(shown.rows)
    if columns > 20:
        for row in shown.rows:
            assert sum(map(cells_of, clusters(_SGR.sub("", row)))) <= columns
        assert shown.column < columns
