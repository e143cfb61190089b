"""The text of a prompt: edits keep the cursor inside it and characters whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.cli.prompt.buffer import MOST, Buffer, clusters

FAMILY = "👨\u200d👩\u200d👧"


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Ana", ["A", "n", "a"]),
        ("Zoe\u0308!", ["Z", "o", "e\u0308", "!"]),
        (f"a{FAMILY}b", ["a", FAMILY, "b"]),
        ("👍🏽x", ["👍🏽", "x"]),
        ("", []),
    ],
)
def test_a_character_is_what_a_reader_takes_for_one(text: str, pieces: list[str]) -> None:
    assert list(clusters(text)) == pieces


def test_backspace_takes_a_whole_character() -> None:
    buffer = Buffer().typed(f"Ana {FAMILY}")
    assert buffer.without(buffer.left()).text == "Ana "


def test_words_are_stepped_over_and_taken_out() -> None:
    buffer = Buffer().typed("called Ana  yesterday")
    assert buffer.word_left().cursor == 12
    assert buffer.moved(0).word_right().cursor == 6
    assert buffer.without(buffer.word_left()).text == "called Ana  "


def test_what_is_typed_in_the_midst_goes_there() -> None:
    assert Buffer("called Bob", 7).typed("Ana and ") == Buffer("called Ana and Bob", 15)


def test_no_line_grows_beyond_what_can_be_read() -> None:
    assert len(Buffer().typed("x" * (MOST + 5)).typed("y").text) == MOST


_MOVES = st.sampled_from(
    [Buffer.left, Buffer.right, Buffer.word_left, Buffer.word_right,
     lambda b: b.without(b.left()), lambda b: b.without(b.right()),
     lambda b: b.without(b.word_left()), lambda b: b.typed("é👍🏽 a")]
)  # fmt: skip


@given(st.text(max_size=30), st.lists(_MOVES, max_size=12))
def test_the_cursor_never_leaves_the_text(text: str, moves: list[object]) -> None:
    buffer = Buffer().typed(text)
    for move in moves:
        assert callable(move)
        buffer = move(buffer)
        assert 0 <= buffer.cursor <= len(buffer.text)


@given(st.text(max_size=60))
def test_no_character_is_lost_between_pieces(text: str) -> None:
    assert "".join(clusters(text)) == text
