"""Files, folders and what cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from netjournal.errors import InputError
from netjournal.exchange import sources
from netjournal.exchange.plan import Source
from netjournal.exchange.sources import read_sources, why_no_cards


def test_a_folder_is_read_as_its_card_files_in_order(tmp_path: Path) -> None:
    for name in ("b.vcf", "a.VCF", "note.txt", "c.vcard"):
        (tmp_path / name).write_bytes(name.encode())
    (tmp_path / "d.vcf").mkdir()
    found = read_sources([tmp_path, tmp_path / "note.txt"])
    assert [source.name for source in found] == ["a.VCF", "b.vcf", "c.vcard", "note.txt"]
    assert found[0].data == b"a.VCF"


def test_a_missing_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"Cannot read .*gone\.vcf: no such file or directory\."):
        read_sources([tmp_path / "gone.vcf"])


def test_a_folder_without_cards_says_so(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="has no card files"):
        read_sources([tmp_path])


def test_a_name_that_cannot_be_is_one_sentence() -> None:
    with pytest.raises(InputError, match="that is no file name"):
        read_sources([Path("a\0b")])


def test_a_file_that_is_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "LARGEST_FILE", 3)
    (tmp_path / "a.vcf").write_bytes(b"four")
    with pytest.raises(InputError, match="is larger than"):
        read_sources([tmp_path / "a.vcf"])


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('["vcard", [["version", {}, "text", "4.0"]]]', "a jCard"),
        ('[["vcard", []]]', "a list of jCards"),
        ('<?xml version="1.0"?>\n<vcards xmlns="urn:x"><vcard/></vcards>', "an xCard"),
        ("version: 1\ndn: cn=Ana,mail=a@b.org\n", "an LDIF file"),
        ("dn:: Y249QW5h\n", "an LDIF file"),
        ("MECARD:N:Ruiz,Ana;TEL:1;;", "a MeCard"),
        ("BEGIN:VLIST\nUID:1\nEND:VLIST\n", "a list of addresses"),
        ('<?xml version="1.0"?>\n<c:contact c:Version="1"/>', "a contact of Windows"),
        ("BEGIN:VCALENDAR\nEND:VCALENDAR\n", "a calendar"),
    ],
)
def test_an_address_book_of_another_kind_is_named(text: str, kind: str) -> None:
    said = why_no_cards(Source(name="book", data=text.encode()))
    assert said.startswith(f"book is {kind}")
    assert said.endswith(".")
