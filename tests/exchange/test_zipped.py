"""Zips of address books, within limits; other zips are left as they are."""

from __future__ import annotations

import io
import zipfile

import pytest

from netjournal.errors import InputError
from netjournal.exchange import zipped
from netjournal.exchange.plan import Source
from netjournal.exchange.zipped import books_in

CARD = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana\r\nEND:VCARD\r\n"


def packed(**members: bytes) -> Source:
    return named({name.replace("_vcf", ".vcf"): data for name, data in members.items()})


def named(members: dict[str, bytes]) -> Source:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return Source(name="cards.zip", data=buffer.getvalue())


def test_the_address_books_of_a_zip_are_its_files() -> None:
    source = named(
        {
            "Takeout/Contacts/All.vcf": CARD,
            "b.CSV": b"Name\n",
            "__MACOSX/._All.vcf": b"x",
            ".hidden.vcf": b"x",
            "photo.jpg": b"x",
        }
    )
    assert [(book.name, book.data) for book in books_in(source)] == [
        ("All.vcf", CARD),
        ("b.CSV", b"Name\n"),
    ]


def test_anything_else_is_left_as_it_is() -> None:
    for source in (
        Source(name="a.vcf", data=CARD),
        named({"journal.json": b"{}", "x.vcf": CARD}),
        named({"photo.jpg": b"x"}),
    ):
        assert books_in(source) == (source,)


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    with pytest.raises(InputError, match="unpacks to more than"):
        books_in(named({"a.vcf": b"\0" * (8 << 20)}))


def test_all_books_count_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipped, "LARGEST", 3 * len(CARD))
    assert len(books_in(packed(a_vcf=CARD, b_vcf=CARD, c_vcf=CARD))) == 3
    with pytest.raises(InputError, match="unpacks to more"):
        books_in(packed(a_vcf=CARD, b_vcf=CARD, c_vcf=CARD, d_vcf=CARD))


def test_too_many_books_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipped, "MOST_MEMBERS", 1)
    with pytest.raises(InputError, match="more than 1 address books"):
        books_in(packed(a_vcf=CARD, b_vcf=CARD))


def test_a_damaged_zip_is_told() -> None:
    data = packed(a_vcf=CARD * 50).data
    for broken in (data[:-30], data[:60] + b"\xff" * 20 + data[80:]):
        with pytest.raises(InputError, match=r"cards\.zip is damaged"):
            books_in(Source(name="cards.zip", data=broken))


def test_a_locked_zip_is_told() -> None:
    data = bytearray(packed(a_vcf=CARD).data)
    for head, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(head) + at] |= 1  # bit 0: encrypted
    with pytest.raises(InputError, match="locked by a password"):
        books_in(Source(name="cards.zip", data=bytes(data)))
