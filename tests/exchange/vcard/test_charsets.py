"""Letters in every character set that cards were ever written in, declared or not."""

from __future__ import annotations

import codecs
from binascii import b2a_qp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.exchange.vcard.charsets import decode_bytes
from tests.exchange.vcard.cards import all_cards, card, only
from tests.exchange.vcard.keeping import assert_kept

NAMES = [
    ("GB2312", "王小明"),
    ("GBK", "陳冠希"),
    ("GB18030", "王小明"),
    ("BIG5", "陳大文"),
    ("SHIFT_JIS", "佐藤花子"),
    ("Shift-JIS", "ソーニャ表"),
    ("x-sjis", "佐藤花子"),
    ("EUC-JP", "佐藤花子"),
    ("ISO-2022-JP", "佐藤花子"),
    ("EUC-KR", "홍길동"),
    ("KS_C_5601-1987", "홍길동"),
    ("windows-1251", "Олег Иванов"),
    ("KOI8-R", "Олег Иванов"),
    ("ISO-8859-1", "Jörg Weiß"),
    ("iso8859-15", "Zoë Œuvre"),
    ("ISO-8859-2", "Łukasz Żak"),
    ("windows-1250", "Łukasz Żak"),
    ("windows-1253", "Νίκος Παπάς"),
    ("ISO-8859-9", "Işıl Güneş"),
    ("windows-1255", "דנה לוי"),
    ("windows-1256", "ليلى"),
    ("TIS-620", "สมชาย"),
    ("MACINTOSH", "Jörg Weiß"),
    ("UTF-8", "Zoë 李"),
    ("UTF8", "Zoë 李"),
]
CODECS = {"x-sjis": "shift_jis", "KS_C_5601-1987": "euc_kr", "BIG5": "big5"}


def encoded(charset: str, name: str) -> bytes:
    return name.encode(CODECS.get(charset, charset))


@given(st.binary(max_size=60), st.text(max_size=20))
def test_any_bytes_become_text(raw: bytes, declared: str) -> None:
    text = decode_bytes(raw, declared).text
    text.encode()


@given(st.text())
def test_utf_8_is_itself_and_no_guess(text: str) -> None:
    value = decode_bytes(text.encode(), "iso-8859-1")
    assert (value.text, value.guess) == (text, "")


@pytest.mark.parametrize(("charset", "name"), NAMES)
def test_a_declared_character_set_is_read_in_quoted_printable(charset: str, name: str) -> None:
    value = b2a_qp(encoded(charset, name), istext=False).replace(b"\n", b"\r\n")
    data = b"BEGIN:VCARD\r\nVERSION:2.1\r\nFN;CHARSET=%s;ENCODING=QUOTED-PRINTABLE:%s\r\nEND:VCARD"
    data %= (charset.encode(), value)
    assert only(data).fields.name == name
    assert only(data).notes == ()
    assert_kept(data)


@pytest.mark.parametrize(("charset", "name"), NAMES)
def test_a_declared_character_set_is_read_as_bytes(charset: str, name: str) -> None:
    data = b"BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=%s:%s\nTEL:1\nEND:VCARD\n"
    data %= (charset.encode(), encoded(charset, name))
    assert only(data).fields.name == name
    assert_kept(data)


@pytest.mark.parametrize(("charset", "name"), NAMES)
def test_an_undeclared_one_is_read_when_it_is_told(charset: str, name: str) -> None:
    codec = CODECS.get(charset, charset)
    data = card(f"FN:{name}", "TEL:1").encode(codec)
    assert only(data, codec).fields.name == name


def test_lines_in_several_character_sets_are_read_each_in_its_own() -> None:
    data = (
        b"BEGIN:VCARD\r\nVERSION:2.1\r\n"
        b"N;CHARSET=UTF-8:M\xc3\xbcller;J\xc3\xb6rg\r\n"
        b"NOTE;CHARSET=KOI8-R:\xf0\xf2\xe9\xf7\xe5\xf4\r\n"
        b"TITLE:Gesch\xe4ftsf\xfchrer\r\nEND:VCARD\r\n"
    )
    found = only(data).fields
    assert (found.name, found.note) == ("Jörg Müller", "ПРИВЕТ")
    assert_kept(data)


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_files_are_read_with_their_mark(codec: str) -> None:
    mark = {"16-le": codecs.BOM_UTF16_LE, "16-be": codecs.BOM_UTF16_BE}.get(
        codec[4:], codecs.BOM_UTF32_LE if codec.endswith("le") else codecs.BOM_UTF32_BE
    )
    data = mark + card("FN:Zoë 李").encode(codec)
    assert only(data).fields.name == "Zoë 李"


def test_marks_before_each_card_and_within_the_file_are_no_letters() -> None:
    mark = codecs.BOM_UTF8
    data = mark + card("FN:Zoë").encode() + mark + card("FN:Bo").encode() + mark
    assert [each.fields.name for each in all_cards(data)] == ["Zoë", "Bo"]
    assert_kept(data)


def test_a_fold_within_a_letter_is_joined_before_it_is_read() -> None:
    name = ("é" * 40).encode()
    data = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:" + name[:71] + b"\r\n " + name[71:]
    data += b"\r\nEND:VCARD\r\n"
    assert only(data).fields.name == "é" * 40
    assert_kept(data)


def test_quoted_printable_cut_within_a_letter_is_joined_before_it_is_read() -> None:
    data = (
        b"BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:"
        b"=D0=9E=D0=\n=BB=D0=B5=D0=B3\nEND:VCARD\n"
    )
    assert only(data).fields.name == "Олег"


@pytest.mark.parametrize("name", ["Jörg Weiß", "Ação São José", "Zoë’s – “Œuvre” €"])
def test_an_undeclared_one_is_taken_for_western_and_said_to_be_guessed(name: str) -> None:
    data = card(f"FN:{name}", "TEL:1").encode("cp1252")
    found = only(data)
    assert found.fields.name == name
    assert "not in UTF-8" in found.notes[0].message
    assert_kept(data)


@pytest.mark.parametrize(
    ("declared", "raw", "text"),
    [
        ("SHIFT_JIS", "㈱髙橋".encode("cp932"), "㈱髙橋"),
        ("GB2312", "朱镕基".encode("gbk"), "朱镕基"),
        ("EUC-KR", "똠방각하".encode("cp949"), "똠방각하"),
        ("ISO-8859-1", "Zoë’s €".encode("cp1252"), "Zoë’s €"),
        ("latin1", "Zoë’s €".encode("cp1252"), "Zoë’s €"),
    ],
)
def test_the_wider_set_is_read_that_windows_writes_under_the_name(
    declared: str, raw: bytes, text: str
) -> None:
    assert decode_bytes(raw, declared) == (text, "", False)
