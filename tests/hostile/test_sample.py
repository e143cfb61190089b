"""A sample of what ``python -m tests.hostile`` does with every string."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hostile.__main__ import WAYS
from tests.hostile.run import Ran
from tests.hostile.strings import OWN

SAMPLE = ("\x1b]0;owned\x07\x1b[2J", "a\r\nEND:VCARD\r\nBEGIN:VCARD\r\nFN:x", "=1+1\u202e[/]")


_SLOW = {"screens", "terminals"}
"""Of these the tests of the screens and a session of its own have their sample."""


@pytest.mark.parametrize("way", sorted(WAYS.keys() - _SLOW))
def test_hostile_text_does_no_harm(way: str, tmp_path: Path) -> None:
    count = WAYS[way](SAMPLE, tmp_path)
    assert not count.faults, str(count)
    assert count.tried >= len(SAMPLE) * 10


def test_there_are_strings_enough_of_our_own() -> None:
    assert len(set(OWN)) > 150


@pytest.mark.parametrize(
    "ran",
    [
        Ran(("x",), 0, "a\x1b[31m", ""),
        Ran(("x",), 0, "", "a\tb"),
        Ran(("x",), 0, "Traceback (most recent call last)", ""),
        Ran(("x",), 3, "", "netjournal: An unexpected error (KeyError); …"),
        Ran(("x",), 255, "", ""),
    ],
)
def test_what_does_harm_is_noticed(ran: Ran) -> None:
    assert ran.fault
