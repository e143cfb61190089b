"""Cards of many programs: each field is read, and nothing is lost on the way in and out."""

from __future__ import annotations

import pytest

from tests.exchange.vcard.cards import only, told
from tests.exchange.vcard.keeping import assert_kept
from tests.exchange.vcard.samples import SAMPLES

ENDS = ["\n", "\r\n"]


def on_disk(text: str, end: str) -> bytes:
    """The bytes of a card: its line ends, and Western letters where it says so."""
    codec = "cp1252" if "Windows-1252" in text else "utf-8"
    return text.replace("\r\n", "\n").replace("\n", end).encode(codec)


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("case", SAMPLES)
def test_each_field_is_read(case: str, end: str) -> None:
    text, says = SAMPLES[case]
    assert told(only(on_disk(text, end)).fields) == says


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("case", SAMPLES)
def test_nothing_of_it_is_lost(case: str, end: str) -> None:
    assert_kept(on_disk(SAMPLES[case][0], end))
