"""Values become text: quoted-printable, character sets, escapes, components, base64."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.exchange.vcard.decode import (
    binary_of,
    components,
    items,
    unescape,
    value_of,
)
from netjournal.exchange.vcard.lines import read_line
from netjournal.exchange.vcard.writing import escaped


def raw_line(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


@pytest.mark.parametrize(
    ("data", "text", "guess"),
    [
        (b"NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Gr=C3=BC=C3=9Fe", "Grüße", ""),
        (b"NOTE;encoding=quoted-printable:Gr=c3=bc", "Grü", ""),
        (b"NOTE;quoted-printable:Gr=C3=BC", "Grü", ""),
        (b"NOTE;QUOTED-PRINTABLE;CHARSET=ISO-8859-1:M=FCller", "Müller", ""),
        (b"NOTE;QUOTED-PRINTABLE;CHARSET=UTF-8:M=FCller", "Müller", "cp1252"),
        (b"NOTE;QUOTED-PRINTABLE;CHARSET=BOGUS:M=FCller", "Müller", "cp1252"),
        (b"NOTE;CHARSET=windows-1251:\xcf\xf0\xe8", "При", ""),
        (b"NOTE;CHARSET=windows-1251:\xd0\x9f\xd1\x80\xd0\xb8", "При", ""),
        (b"NOTE;CHARSET=SHIFT_JIS:\x88\xc0\x93\xa1", "安藤", ""),
        (b"NOTE;CHARSET=unicode_escape:a\\d\xff", "a\\dÿ", "cp1252"),
        (b"NOTE:M\xfcller", "Müller", "cp1252"),
        (b"NOTE:\xc3\xbc\xc3", "ü\ufffd", "utf-8"),
    ],
)
def test_character_sets(data: bytes, text: str, guess: str) -> None:
    value = value_of(read_line(raw_line(data)))
    assert (value.text, value.guess) == (text, guess)


def test_a_fold_inside_a_character_is_no_guess() -> None:
    value = value_of(read_line(raw_line("NOTE:ü".encode()[:-1] + b"\r\n " + b"\xbc")))
    assert (value.text, value.guess) == ("ü", "")


@given(st.text())
def test_what_is_escaped_reads_back(text: str) -> None:
    assert unescape(escaped(text)) == text.replace("\r\n", "\n").replace("\r", "\n")


@pytest.mark.parametrize(
    ("text", "version", "meant"),
    [
        (r"a\nb\Nc\, d\; e\\", "3.0", "a\nb\nc, d; e\\"),
        (r"a\: b\t", "3.0", "a: b\\t"),
        (r"C:\temp\new", "2.1", r"C:\temp\new"),
        (r"a\;b", "2.1", "a;b"),
        ("ends with \\", "3.0", "ends with \\"),
    ],
)
def test_escapes(text: str, version: str, meant: str) -> None:
    assert unescape(text, version) == meant


@given(st.lists(st.text(alphabet="ab\\;,\n"), min_size=1))
def test_components_and_items_split_only_where_nothing_is_escaped(parts: list[str]) -> None:
    assert [unescape(part) for part in components(";".join(map(escaped, parts)))] == parts
    assert [unescape(part) for part in items(",".join(map(escaped, parts)))] == parts


@given(st.binary(min_size=1))
def test_base64_gives_its_bytes_however_it_is_dressed(data: bytes) -> None:
    text = base64.b64encode(data).decode()
    for dressed in (
        f"PHOTO;ENCODING=b:{text}",
        f"PHOTO;BASE64:\r\n {text}",
        f"PHOTO:data:image/png;base64,{text}",
        f"PHOTO;ENCODING=BASE64:{text.rstrip('=')}",
    ):
        assert binary_of(read_line(dressed)) == data


@pytest.mark.parametrize("text", ["A", "A:B", "Zm9v...", ""])
def test_damaged_base64_is_no_picture(text: str) -> None:
    assert binary_of(read_line(f"PHOTO;ENCODING=b:{text}")) is None
