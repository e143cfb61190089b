"""The line of a key in a TOML file, however it is written."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.config_lines import line_of

_FILE = '''\
# a comment = 1
journal = "a # b = c"
text = """
country = 'not here'
[patience]
"""
country = "de"
languages = [
  "de",
  "region = no",
]
region = "DE"

[circles.inner]
size = 5
cadence = "3 weeks"
[circles]
close = { size = 15, cadence = "2 months" }
network.size = 80
["patience"]
'email' = 7
'''


@pytest.mark.parametrize(
    ("key", "line"),
    [
        ("journal", 2), ("text", 3), ("country", 7), ("languages", 8), ("region", 12),
        ("circles.inner", 14), ("circles.inner.size", 15), ("circles.inner.cadence", 16),
        ("circles.close", 18), ("circles.close.cadence", 18), ("circles.network.size", 19),
        ("patience", 20), ("patience.email", 21), ("circles.network", 19),
    ],
)  # fmt: skip
def test_a_key_is_found_where_it_is_set(key: str, line: int) -> None:
    assert line_of(key, _FILE) == line


@pytest.mark.parametrize("key", ["a", "theme", "b"])
def test_what_is_not_set_has_no_line(key: str) -> None:
    assert line_of(key, _FILE) is None


_VALUES = st.sampled_from(
    [
        "1",
        '"x = 1"',
        "'''\nc = 1\n'''",
        '["a",\n"b = 2",\n]',
        "{ z = 1 }",
        '"# [t]"',
        "true # c = 3",
    ]
)


@given(st.lists(st.tuples(st.sampled_from("abcdefgh"), _VALUES), unique_by=lambda pair: pair[0]))
def test_every_key_of_a_file_has_the_line_it_was_written_on(pairs: list[tuple[str, str]]) -> None:
    text, lines = "", {}
    for key, value in pairs:
        lines[key] = text.count("\n") + 1
        text += f"{key} = {value}\n"
    assert set(tomllib.loads(text)) == set(lines)
    assert {key: line_of(key, text) for key in lines} == lines


@given(st.text(max_size=200))
def test_any_text_is_looked_through(text: str) -> None:
    line_of("circles.close.size", text)
