"""Files are cut into cards on bytes; nothing is lost between them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.exchange.vcard.sniff import sniff
from netjournal.exchange.vcard.split import Piece, split

CARD = b"BEGIN:VCARD\r\nFN:Ana Ruiz\r\nEND:VCARD\r\n"
# bytes that look like cards reach more of the cutting than any bytes do
SNIPPETS = st.sampled_from(
    [
        *(b"BEGIN:VCARD", b"END:VCARD", b"begin:vcard ", b"AGENT:", b"item1.AGENT;X=y:BEGIN:VCARD"),
        *(
            b"\r\n",
            b"\n",
            b"\r",
            b"\r\r\n",
            b"FN:Zo\xc3\xab",
            b"\xef\xbb\xbf",
            b" ",
            b"\x00",
            b"junk",
        ),
    ]
)
CARDLIKE = st.lists(SNIPPETS | st.binary(max_size=4), max_size=30).map(b"".join)


def cards(data: bytes) -> list[Piece]:
    return [piece for piece in split(data) if piece.is_card]


@given(CARDLIKE | st.binary(max_size=200))
def test_all_pieces_joined_are_the_file(data: bytes) -> None:
    assert b"".join(piece.data for piece in split(data)) == data


@given(CARDLIKE)
def test_each_piece_begins_on_the_line_it_says(data: bytes) -> None:
    done = b""
    for piece in split(data):
        # several returns before a line feed are one line end
        assert piece.line == 1 + len(re.findall(rb"\r{0,4}\n|\r", done))
        done += piece.data


def test_lines_are_counted_from_one_whatever_ends_them() -> None:
    for end in (b"\n", b"\r\n", b"\r", b"\r\r\n"):
        data = end.join([b"junk", b"", b"BEGIN:VCARD", b"FN:A", b"END:VCARD"] * 2)
        assert [piece.line for piece in cards(data)] == [3, 8]


@given(st.text(max_size=60), st.sampled_from(["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]))
def test_utf_16_and_32_come_back_byte_for_byte(text: str, encoding: str) -> None:
    raw = ("\ufeff" + text).encode(encoding, "surrogatepass")
    assert sniff(raw).restored() == raw


@given(st.binary(max_size=100))
def test_sniffing_loses_nothing_of_any_bytes(raw: bytes) -> None:
    assert sniff(raw).restored() == raw


def test_utf_16_without_a_mark_is_seen_by_its_nuls() -> None:
    found = sniff(CARD.decode().encode("utf-16-le"))
    assert found.data == CARD
    assert found.encoding == "utf-16-le"


def test_half_a_character_at_the_end_of_utf_16_hides_nothing() -> None:
    raw = b"\xff\xfe" + CARD.decode().encode("utf-16-le") + b"\x0a"
    assert sniff(raw).data == CARD
    assert sniff(raw).restored() == raw


@pytest.mark.parametrize(
    ("data", "count"),
    [
        pytest.param(CARD * 3, 3, id="three"),
        pytest.param(b"\xef\xbb\xbf" + CARD + b"\xef\xbb\xbf" + CARD, 2, id="marks before each"),
        pytest.param(CARD.lower(), 1, id="lower case"),
        pytest.param(CARD.replace(b"VCARD", b"VCARD \t"), 1, id="blanks after"),
        pytest.param(CARD + b"\x1a", 1, id="Ctrl-Z at the end"),
        pytest.param(b"Exported by\r\n" + CARD + b"bye", 1, id="text around"),
        pytest.param(b"BEGIN:VCARD\nFN:A\n" + CARD, 2, id="END missing"),
        pytest.param(CARD + b"FN:B\nEND:VCARD", 2, id="BEGIN missing"),
        pytest.param(b"BEGIN:VCARD\nAGENT:\n" + CARD + b"END:VCARD", 1, id="nested"),
        pytest.param(b"BEGIN:VCARD\nAGENT:" + CARD + b"END:VCARD", 1, id="nested in its line"),
        pytest.param(b"BEGIN:VCARD\nNOTE:BEGIN:VCARD inside\nEND:VCARD", 1, id="in a note"),
        pytest.param(b"END:VCARD\nEND:VCARD", 0, id="ENDs alone"),
        pytest.param(b"", 0, id="nothing"),
        pytest.param(b"name,phone\nAna,1", 0, id="CSV"),
    ],
)
def test_cards_are_found(data: bytes, count: int) -> None:
    assert len(cards(data)) == count


def test_a_mark_before_a_card_is_no_part_of_it() -> None:
    (found,) = cards(b"\xef\xbb\xbf" + CARD)
    assert found.data.startswith(b"BEGIN")


def test_a_card_without_its_end_says_so() -> None:
    first, second = cards(b"BEGIN:VCARD\nFN:A\n\n" + CARD)
    assert (first.ended, first.data) == (False, b"BEGIN:VCARD\nFN:A")
    assert second.ended


def test_a_card_without_its_beginning_starts_at_its_first_property() -> None:
    (found,) = cards(b"some words\nFN:B\nTEL:1\nEND:VCARD")
    assert (found.begun, found.data) == (False, b"FN:B\nTEL:1\nEND:VCARD")


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"\r" * 300_000, id="returns"),
        pytest.param(b"BEGIN:VCARD\n" * 20_000, id="begins"),
        pytest.param(b":" * 300_000, id="colons"),
        pytest.param(b"a." * 150_000, id="dots"),
        pytest.param(b"BEGIN:VCARD\nAGENT:\n" * 8_000, id="agents"),
        pytest.param(b"END:VCARD\n" * 20_000, id="ends"),
        pytest.param(b"a\n" * 150_000 + b"END:VCARD", id="loose"),
    ],
)
def test_hostile_bytes_take_time_in_proportion_to_their_length(data: bytes) -> None:
    # quadratic cutting would take minutes here, and the suite would be stopped
    assert b"".join(piece.data for piece in split(data)) == data
