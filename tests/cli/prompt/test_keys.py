"""What a terminal sends becomes keys; what is unknown does nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.cli.prompt.keys import Act, Key, as_one_line, keys_in


@pytest.mark.parametrize(
    ("data", "keys"),
    [
        ("Zoë 李", [Key(Act.TYPE, "Zoë 李")]),
        ("a\x7f", [Key(Act.TYPE, "a"), Key(Act.BACKSPACE)]),
        ("\x1b[D\x1b[C", [Key(Act.LEFT), Key(Act.RIGHT)]),
        ("\x1b[1;5D", [Key(Act.WORD_LEFT)]),
        ("\x1bOH\x1b[4~", [Key(Act.HOME), Key(Act.END)]),
        ("\x1b[3~", [Key(Act.DELETE)]),
        ("\t\r", [Key(Act.COMPLETE), Key(Act.ENTER)]),
        ("\x03", [Key(Act.STOP)]),
        ("\x04", [Key(Act.FINISH)]),
        ("\x1b[15~a", [Key(Act.NOTHING), Key(Act.TYPE, "a")]),
        ("\x00", [Key(Act.NOTHING)]),
        ("\x1b[200~one\ntwo\x1b[201~!", [Key(Act.PASTE, "one\ntwo"), Key(Act.TYPE, "!")]),
    ],
)
def test_bytes_are_read_as_keys(data: str, keys: list[Key]) -> None:
    assert keys_in(data) == (keys, "")


@pytest.mark.parametrize("data", ["\x1b", "\x1b[", "\x1b[1;", "\x1bO", "\x1b[200~half a pas"])
def test_the_beginning_of_a_key_waits_for_its_end(data: str) -> None:
    assert keys_in(data) == ([], data)


def test_lines_that_come_at_once_are_a_paste_without_its_signs_too() -> None:
    assert keys_in("called Ana\rcalled Bob\r") == ([Key(Act.PASTE, "called Ana\rcalled Bob\r")], "")


def test_a_paste_of_many_lines_is_one_line_of_sentences() -> None:
    assert as_one_line("called Ana\r\n\n met\tBob\x1b \n") == ("called Ana; met Bob", 2)


@given(st.text(alphabet="\x1b[]O0159;~ABCDH\x03\ra李\x7f", max_size=30))
def test_whatever_comes_is_keys_and_at_most_one_beginning(data: str) -> None:
    keys, rest = keys_in(data)
    assert data.endswith(rest)
    assert all("\x1b" not in key.text for key in keys if key.act is Act.TYPE)
