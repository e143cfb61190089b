"""Physical lines become content lines; the exact text of each is kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.exchange.vcard.lines import _any_lines, _plain_lines, read_line, read_lines
from tests.exchange.vcard.cards import line

PIECES = st.sampled_from(
    [
        *("FN:Ana", "NOTE:a", "NOTE;ENCODING=QUOTED-PRINTABLE:a=", "PHOTO;BASE64:AAAA", "AAAA"),
        *(" AAAA", "AGENT:", "BEGIN:VCARD", "END:VCARD", "\r\n", "\n", "\r", "\t", " x", "loose"),
        *("X-A/b:1", 'TEL;TYPE="a:b":1', "item1.TEL:2", ";;", "=", ":", '"', "\\", "é"),
        *("\udc80", "\u2028", ""),
    ]
)
CARDLIKE = st.lists(PIECES, max_size=25).map("".join)
WHOLE_LINES = st.lists(
    st.sampled_from(
        [
            "FN:Ana",
            "TEL;CELL:1\r",
            "N:a;b",
            "X-A;B=c:d=",
            "AgEnT:",
            "A/b:c",
            "",
            "x",
            " f:",
            "\tf\r",
        ]
    )
).map("\n".join)


@given(CARDLIKE | st.text(max_size=80))
def test_all_lines_joined_are_the_card(text: str) -> None:
    assert "".join(found.text + found.end for found in read_lines(text)) == text


@given(CARDLIKE)
def test_a_stored_line_reads_as_it_did_in_its_card(text: str) -> None:
    for found in read_lines(text):
        again = read_line(found.text)
        assert (again.header, again.value, again.bad) == (found.header, found.value, found.bad)


@given(WHOLE_LINES)
def test_the_short_way_reads_as_the_general_one(text: str) -> None:
    if plain := _plain_lines(text, 1):
        assert plain == _any_lines(text, 1)


@pytest.mark.parametrize("text", ["x" * 100_000, "NOTE:a\r\n" + "-" * 1_000_000])
def test_a_long_line_without_a_colon_is_read_once(text: str) -> None:
    """Were a name looked for at each of its characters, this would take some minutes."""
    assert "".join(found.text + found.end for found in read_lines(text)) == text


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r", "\r\r\n"])
def test_any_line_end_ends_a_line(end: str) -> None:
    lines = read_lines(end.join(["FN:Ana", "TEL:1", ""]))
    assert [(found.name, found.value) for found in lines[:2]] == [("FN", "Ana"), ("TEL", "1")]


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c"])
def test_what_only_python_takes_for_a_line_end_is_data(separator: str) -> None:
    assert line(f"NOTE:a{separator}b").value == f"a{separator}b"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("NOTE:one\r\n  two", "one two", id="fold"),
        pytest.param("NOTE:one\n\ttwo", "onetwo", id="tab"),
        pytest.param("NOTE:one\r\n \r\n two", "onetwo", id="empty fold"),
        pytest.param("NOTE:first\r\nsecond line", "first\nsecond line", id="loose text"),
        pytest.param("NOTE:first\n\nsecond", "first\n\nsecond", id="loose after a blank line"),
        pytest.param("TEL;ENCODING=QUOTED-PRINTABLE:+1=\n555", "+1555", id="soft break"),
        pytest.param("NOTE;QUOTED-PRINTABLE:a=\n =C3=A9", "a=C3=A9", id="soft break and fold"),
        pytest.param("NOTE;QUOTED-PRINTABLE:a=\n b", "a b", id="soft break before a blank"),
        pytest.param("NOTE;QUOTED-PRINTABLE:a=\n\n=C3=A9", "a=C3=A9", id="blank line within"),
        pytest.param("PHOTO;BASE64:AAAA\r\nBBBB==", "AAAABBBB==", id="base64, not indented"),
        pytest.param("PHOTO;encoding=b:\r\n AAAA\r\n BBBB", "AAAABBBB", id="base64, indented"),
        pytest.param("X-NOTE:a\nb", "a\nb", id="loose text of an extension"),
    ],
)
def test_lines_go_on(text: str, value: str) -> None:
    assert line(text).value == value


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("NOTE;QUOTED-PRINTABLE:1+1=\nTEL:2", ["NOTE", "TEL"], id="ends in ="),
        pytest.param("PHOTO;BASE64:AAAA\n\nBBBB", ["PHOTO", "", ""], id="blank ends base64"),
        pytest.param("NOTE:a\nLABEL,TYPE=HOME:b", ["NOTE", ""], id="malformed is not loose"),
        pytest.param("NOTE:a\nX-GOOGLE TALK:b", ["NOTE", ""], id="a blank in the name"),
        pytest.param("TEL:1\nloose", ["TEL", ""], id="a number takes no loose text"),
    ],
)
def test_lines_end(text: str, names: list[str]) -> None:
    assert [found.name for found in read_lines(text)] == names


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("no colon here", "no colon"),
        ("X-foo/bar:1", "odd name"),
        ('"item1".EMAIL:a@b.c', "odd name"),
        ("WORK PHONE.TEL:1", "odd name"),
    ],
)
def test_a_line_not_understood_says_why_and_stays(text: str, why: str) -> None:
    assert (line(text).bad, line(text).text) == (why, text)


@pytest.mark.parametrize(
    ("head", "params"),
    [
        ("TEL;CELL;PREF", [("TYPE", "CELL"), ("TYPE", "PREF")]),
        ("TEL;TYPE=HOME,cell", [("TYPE", "HOME"), ("TYPE", "cell")]),
        ('TEL;TYPE="HOME,CELL"', [("TYPE", "HOME"), ("TYPE", "CELL")]),
        ('TEL;X-A="a;b:c"', [("X-A", "a;b:c")]),
        ('TEL;X-A="say \\"hi\\""', [("X-A", 'say "hi"')]),
        ("TEL; TYPE=HOME", [("TYPE", "HOME")]),
        ("TEL;TYPE=", []),
        ("TEL;TYPE=x;", [("TYPE", "x")]),
        ("TEL ", []),
        ("NOTE;quoted-printable", [("ENCODING", "QUOTED-PRINTABLE")]),
        ("PHOTO;BASE64;JPEG", [("ENCODING", "BASE64"), ("TYPE", "JPEG")]),
        ("PHOTO;URL", [("VALUE", "URL")]),
        ("TEL;x.y=1", [("X.Y", "1")]),
    ],
)
def test_parameters_are_read_as_written_in_the_field(
    head: str, params: list[tuple[str, str]]
) -> None:
    found = line(f"{head}:value")
    assert [tuple(param) for param in found.header.params] == params
    assert found.value == "value"


def test_a_nested_card_is_one_line_of_its_owner() -> None:
    nested = "AGENT:\r\nBEGIN:VCARD\r\nFN:Fred\r\nTEL:2\r\nEND:VCARD"
    lines = read_lines(f"FN:Jane\r\n{nested}\r\nTEL:1")
    assert [found.name for found in lines] == ["FN", "AGENT", "TEL"]
    assert lines[1].text == nested
