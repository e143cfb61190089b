"""Text that is not ours: safe on a terminal, folded for comparison, fitted to cells."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from netjournal.text import (
    BLANK,
    LINE_LIMIT,
    char_width,
    fit,
    fold,
    fold_at_once,
    plural,
    safe_block,
    safe_line,
    size_words,
    spaced,
    whole_number,
    width,
)

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()))
WILD = st.text(
    st.one_of(
        st.characters(codec=None, exclude_categories=()),
        st.sampled_from("\x1b[31m\x07\x9b\u202e\u2066\u200d\ufeff\u0301\u0489\u2028\ud800\t\n\r"),
    )
)
BIDI = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
HOSTILE = Path(__file__).resolve().parents[1] / ".." / "shared" / "hostile_strings.json"


def is_dangerous(char: str) -> bool:
    return unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"} or char in BIDI


@given(WILD)
def test_a_safe_line_has_no_control_and_no_bidi_character(text: str) -> None:
    assert not any(map(is_dangerous, safe_line(text)))


@given(WILD)
def test_a_safe_line_is_one_line(text: str) -> None:
    assert len(safe_line(text).splitlines()) <= 1


@given(WILD)
def test_a_safe_line_stays_as_it_is_when_made_safe_again(text: str) -> None:
    once = safe_line(text)
    assert safe_line(once) == once


@given(WILD)
def test_a_safe_line_can_be_printed_as_utf8(text: str) -> None:
    safe_line(text).encode("utf-8")


@given(WILD)
def test_a_safe_block_keeps_line_breaks_and_nothing_else_dangerous(text: str) -> None:
    block = safe_block(text)
    assert not any(is_dangerous(char) for char in block if char != "\n")
    assert block.count("\n") == text.replace("\r\n", "\n").count("\n")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ana Ruiz", "Ana Ruiz"),
        ("李小红 · Nguyễn Thị Hoa", "李小红 · Nguyễn Thị Hoa"),
        ("a\tb", "a b"),
        ("a\nb", "a\u2424b"),
        ("\x1b[31mred", "\u241b[31mred"),
        ("abc\u202edef", "abcdef"),
        ("\u200b \ufeff", BLANK),
        ("", ""),
        ("   ", BLANK),
        ("\u0301a", "\u25cc\u0301a"),
        ("a" + "\u0301" * 40, "a" + "\u0301" * 6),
        ("👩\u200d👧", "👩\u200d👧"),
        ("\u200d", "\u25cc\u200d"),
        ("a" + "\u200d" * 40 + "b", "a" + "\u200d" * 6 + "b"),
        ("\u2800\u3000", BLANK),
        ("x" * 600, "x" * (LINE_LIMIT - 1) + "…"),
    ],
)
def test_a_safe_line_shows(text: str, shown: str) -> None:
    assert safe_line(text) == shown


def test_every_character_that_piles_up_or_is_hidden_is_found_among_printable_ones() -> None:
    for char in map(chr, range(0x110000)):
        if unicodedata.category(char) in {"Mn", "Me"}:
            assert safe_line("a" + char * 9).count(char) <= 6, hex(ord(char))
    for filler in "\u115f\u1160\u3164\uffa0\u034f\u17b4\ufe0f":
        assert safe_line(f"a{filler * 9}") != f"a{filler * 9}", hex(ord(filler))


@given(WILD)
def test_controls_and_direction_marks_part_words_and_nothing_moves(text: str) -> None:
    parted = spaced(text)
    assert len(parted) == len(text)
    assert all(new in {old, " "} for old, new in zip(text, parted, strict=True))
    assert not any(unicodedata.category(char) == "Cc" for char in parted)


def test_hostile_strings_become_harmless() -> None:
    if not HOSTILE.exists():
        pytest.skip("the shared collection of hostile strings is not here")
    loaded = json.loads(HOSTILE.read_text(encoding="utf-8"))

    def strings(value: object) -> list[str]:
        if isinstance(value, str):
            return [value]
        parts = (
            value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        )
        return [text for part in parts for text in strings(part)]

    found = strings(loaded)
    assert len(found) > 50
    for text in found:
        assert not any(map(is_dangerous, safe_line(text)))
        assert fold(fold(text)) == fold(text)
        assert width(fit(safe_line(text), 20)) == 20


@given(ANY_TEXT)
@example("\u0345")
@example("ǆ")
@example("ΐ")
@example("İ")
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(st.characters(codec="ascii")))
def test_plain_letters_fold_to_lower_case(text: str) -> None:
    assert fold(text) == text.lower()


@given(ANY_TEXT)
def test_composed_and_decomposed_text_fold_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFC", text)) == fold(unicodedata.normalize("NFD", text))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zoë", "ZOE"),
        ("Łukasz Sørensen", "lukasz sorensen"),
        ("Straße", "STRASSE"),
        ("Nguyễn Thị Hoa", "nguyen thi hoa"),
        ("Seán O\u2019Neil", "sean o'neil"),
        ("Ａｎａ", "ana"),
        ("Ёлка", "ЕЛКА"),
        ("Άννα", "αννα"),
    ],
)
def test_folding_makes_one_of(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@given(st.text(st.sampled_from("aeIſı\u0301\u0338\u3099かßﬁÉ\u1100\u1161\ud800 -"), max_size=9))
def test_folding_run_by_run_is_folding_at_once(text: str) -> None:
    assert fold(text) == fold_at_once(text)


@given(ANY_TEXT)
def test_any_text_is_folded_so(text: str) -> None:
    assert fold(text) == fold_at_once(text)


@pytest.mark.parametrize(("one", "other"), [("か", "が"), ("李", "里"), ("ana", "anna")])
def test_folding_keeps_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(ANY_TEXT, st.integers(0, 60))
def test_fitted_text_takes_exactly_the_cells(text: str, cells: int) -> None:
    assert width(fit(text, cells)) == cells


@given(ANY_TEXT, st.integers(-5, 60))
def test_text_that_has_room_is_only_padded(text: str, cells: int) -> None:
    if width(text) <= cells:
        assert fit(text, cells).rstrip(" ") == text.rstrip(" ")
    else:
        assert fit(text, cells) == "" or "…" in fit(text, cells)


@given(ANY_TEXT, ANY_TEXT)
def test_width_adds_up(one: str, other: str) -> None:
    assert width(one + other) == width(one) + width(other)


@pytest.mark.parametrize(
    ("text", "cells", "fitted"),
    [
        ("Ana", 5, "Ana  "),
        ("Ana Ruiz", 5, "Ana …"),
        ("李小红", 4, "李… "),
        ("李小红", 6, "李小红"),
        ("e\u0301e\u0301", 2, "e\u0301e\u0301"),
        ("Ana", 0, ""),
    ],
)
def test_fit(text: str, cells: int, fitted: str) -> None:
    assert fit(text, cells) == fitted


@pytest.mark.parametrize(
    ("char", "cells"), [("a", 1), ("é", 1), ("\u0301", 0), ("李", 2), ("👩", 2)]
)
def test_a_character_takes_cells(char: str, cells: int) -> None:
    assert char_width(char) == cells


def test_plural() -> None:
    assert [plural(n, "line") for n in (0, 1, 2)] == ["0 lines", "1 line", "2 lines"]
    assert plural(2, "person", "people") == "2 people"


def test_a_number_is_of_decimal_digits_and_no_longer_than_an_id() -> None:
    assert [whole_number(text) for text in ("0", "42", "٤٢", "9" * 19)] == [0, 42, 42, 10**19 - 1]
    assert {whole_number(text) for text in ("", "-1", "²", "½", "1e3", "9" * 5_000)} == {None}


def test_sizes_are_told_in_the_unit_that_suits_them() -> None:
    assert [size_words(n) for n in (0, 999, 1_000, 999_999, 1_234_567)] == [
        "0 B", "999 B", "1 kB", "999 kB", "1 MB",
    ]  # fmt: skip
