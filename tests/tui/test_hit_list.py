"""Words that were looked for are lit where they stand, and no letter is lost over it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netjournal.text import fold
from netjournal.tui.widgets.hit_list import lit
from netjournal.tui.widgets.rows import Cell


@pytest.mark.parametrize(
    ("text", "words", "pieces"),
    [
        ("the folding study", {"fold"}, ["fold"]),
        ("Zoë, zoe and ZOE\u0308", {"zoe"}, ["Zoë", "zoe", "ZOE\u0308"]),
        ("Straße", {"strasse"}, ["Straße"]),
        ("banana", {"an", "ana"}, ["ana"]),
        ("李小红", {"小"}, ["小"]),
        ("nothing", {"else", ""}, []),
    ],
)
def test_a_word_is_lit_however_it_is_written(text: str, words: set[str], pieces: list[str]) -> None:
    assert [piece.text for piece in lit(Cell(text, "muted"), words) if piece.style == "hit"] == (
        pieces
    )


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=40), st.sets(st.text(max_size=3).map(fold), max_size=3))
def test_no_letter_is_lost(text: str, words: set[str]) -> None:
    assert "".join(piece.text for piece in lit(Cell(text), words)) == text
