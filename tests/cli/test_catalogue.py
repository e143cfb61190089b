"""Which command is chosen, and what its words ask for."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.cli.catalogue import COMMANDS, chosen, module_of
from netjournal.cli.parser import load
from netjournal.errors import UsageError

OF_TEXT = sorted(name for name in COMMANDS if hasattr(module_of(name), "of_text"))
"""Commands that need no parser for words without options."""
words = st.lists(st.text(min_size=1).filter(lambda word: not word.startswith("-")), max_size=4)


@pytest.mark.parametrize("command", OF_TEXT)
@given(words)
def test_words_without_options_ask_for_what_the_parser_says_of_them(
    command: str, words: list[str]
) -> None:
    parser, _ = load(command)
    assert _said(lambda: chosen(command, words)[1]) == _said(lambda: parser.read(words))


def _said(read: Callable[[], Namespace]) -> object:
    """What was read, or why it was refused."""
    try:
        return vars(read())
    except UsageError as error:
        return error.message
