"""Lines are kept in the journal so that the card comes back byte for byte."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.domain.card import Card, CardLine
from netjournal.domain.values import RecordId
from netjournal.exchange.vcard.blobs import MemoryBlobs, suffix_of
from netjournal.exchange.vcard.lines import read_lines
from netjournal.exchange.vcard.stored import (
    TOO_LARGE,
    eol_of,
    exact,
    load_lines,
    store_lines,
)
from netjournal.store.codec import decode, encode
from tests.exchange.vcard.test_lines import CARDLIKE

PICTURE = b"\xff\xd8\xff\xe0" + bytes(range(256)) * 8


def decoded(raw: dict[str, object]) -> CardLine:
    """The record of a raw line, as the store reads it inside of its card."""
    whole = decode(Card, "2", {"made": "", "canon": "", "lines": [raw]})
    return whole.lines[0]


def stored(data: bytes) -> tuple[tuple[CardLine, ...], str, MemoryBlobs]:
    blobs = MemoryBlobs()
    lines = read_lines(data.decode("utf-8", "surrogateescape"))
    eol = eol_of(lines)
    return tuple(decoded(raw) for raw in store_lines(lines, eol, blobs)), eol, blobs


@given(st.binary(max_size=200) | CARDLIKE.map(lambda text: text.encode("utf-8", "surrogateescape")))
def test_any_card_comes_back_byte_for_byte(data: bytes) -> None:
    lines, eol, blobs = stored(data)
    assert exact(lines, eol, blobs) == data


@given(st.binary(max_size=200))
def test_stored_text_can_stand_in_a_json_file(data: bytes) -> None:
    for line in stored(data)[0]:
        line.text.encode()


@given(CARDLIKE)
def test_loaded_lines_say_what_was_stored(text: str) -> None:
    lines = read_lines(text)
    kept, _, blobs = stored(text.encode("utf-8", "surrogateescape"))
    again = load_lines(kept, blobs)
    assert [(line.header, line.value) for line in again] == [
        (line.header, line.value) for line in lines
    ]


def folded(head: str, width: int, indent: str = " ", eol: str = "\r\n") -> bytes:
    text = base64.b64encode(PICTURE).decode()
    first = width - len(head.rsplit(eol, maxsplit=1)[-1])
    step = width - len(indent)
    rest = [text[at : at + step] for at in range(first, len(text), step)]
    return (head + text[:first] + "".join(eol + indent + row for row in rest)).encode()


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(folded("PHOTO;ENCODING=b;TYPE=JPEG:", 75), id="folded at 75"),
        pytest.param(folded("PHOTO;ENCODING=b:\r\n  ", 74, "  "), id="Apple"),
        pytest.param(folded("PHOTO;BASE64:\n ", 76, " ", "\n"), id="its own lines"),
        pytest.param(folded("PHOTO:data:image/jpeg;base64,", 75), id="data URI"),
        pytest.param(folded("PHOTO;ENCODING=b:", 5000), id="not folded"),
    ],
)
def test_large_pictures_become_blobs_of_their_bytes(data: bytes) -> None:
    lines, eol, blobs = stored(data)
    (line,) = lines
    assert line.blob.endswith(".jpg")
    assert blobs.get(line.blob) == PICTURE
    assert exact(lines, eol, blobs) == data


@pytest.mark.parametrize(
    ("data", "suffix"),
    [
        (b"\xff\xd8\xff\xe0", ".jpg"),
        (b"\x89PNG\r\n\x1a\n", ".png"),
        (b"GIF89a", ".gif"),
        (b"BM6", ".bmp"),
        (b"RIFF\x24\x00\x00\x00WEBPVP8 ", ".webp"),
        (b"RIFF\x24\x00\x00\x00WAVEfmt ", ".bin"),
        (b"xxxx\x24\x00\x00\x00WEBPVP8 ", ".bin"),
    ],
)
def test_a_picture_is_known_by_its_first_bytes(data: bytes, suffix: str) -> None:
    assert suffix_of(data) == suffix


def test_base64_of_another_layout_is_kept_as_its_text() -> None:
    text = base64.b64encode(PICTURE).decode()
    data = f"PHOTO;ENCODING=b:{text[:100]}\r\n {text[100:107]}\r\n {text[107:]}".encode()
    lines, eol, blobs = stored(data)
    assert lines[0].blob.endswith(".line")
    assert exact(lines, eol, blobs) == data


def test_a_line_that_is_too_large_stays_in_the_archive_only(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data = b"PHOTO;ENCODING=b:" + b"A" * 4_000
    monkeypatch.setattr("netjournal.exchange.vcard.stored.LARGEST_LINE", len(data) - 1)
    (line,) = stored(data)[0]
    assert (line.text, line.bad) == ("PHOTO;ENCODING=b:", TOO_LARGE)
    monkeypatch.setattr("netjournal.exchange.vcard.stored.LARGEST_LINE", len(data))
    (line,) = stored(data)[0]
    assert line.bad == ""


def test_a_line_whose_blob_is_gone_is_left_out() -> None:
    lines, eol, _ = stored(b"FN:Ana\r\n" + folded("PHOTO;ENCODING=b:", 75))
    nothing = MemoryBlobs()
    assert [line.name for line in load_lines(lines, nothing)] == ["FN"]
    assert exact(lines, eol, nothing) is None


@given(CARDLIKE)
def test_raw_lines_are_what_the_store_would_write(text: str) -> None:
    lines = read_lines(text)
    for raw in store_lines(lines, eol_of(lines), MemoryBlobs()):
        whole = Card(id=RecordId("2"), made="", canon="", lines=(decoded(raw),))
        assert encode(whole)["lines"] == [raw]


def test_other_line_ends_stay_with_their_lines() -> None:
    data = b"BEGIN:VCARD\r\nFN:Ana\nTEL:1\r\r\nEMAIL:a@example.org\r\nEND:VCARD"
    lines, eol, blobs = stored(data)
    assert [line.text for line in lines][:3] == ["BEGIN:VCARD", "FN:Ana\n", "TEL:1\r\r\n"]
    assert exact(lines, eol, blobs) == data
