"""A photo in half cells: what is drawn, and what a broken or huge one does."""

from __future__ import annotations

import base64
import sys
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from rich.console import Console

from netjournal.domain.card import Card, CardLine
from netjournal.domain.person import Person
from netjournal.domain.values import Circle, PersonId, RecordId
from netjournal.tui import photo
from netjournal.tui.photo import half_cells, pixels
from tests.tui.conftest import MADE, WIDE, running, store

RED, BLUE = (255, 0, 0), (0, 0, 255)


def png(width: int = 8, height: int = 8) -> bytes:
    """Red above, blue below."""
    image = Image.new("RGB", (width, height), BLUE)
    image.paste(RED, (0, 0, width, height // 2))
    out = BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def test_two_rows_of_pixels_make_a_line() -> None:
    rows = pixels(png(), 8, 8)
    assert [row[0] for row in rows] == [RED] * 4 + [BLUE] * 4
    text = half_cells(rows)
    assert text.plain == "\n".join(["▀" * 8] * 4)
    style = text.get_style_at_offset(Console(), 0)
    assert style.color is not None
    assert style.color.triplet == RED
    assert half_cells(rows[:3]).plain == "\n".join(["▀" * 8] * 2)


def test_a_large_picture_is_fitted_and_keeps_its_shape() -> None:
    rows = pixels(png(400, 200), 20, 20)
    assert (len(rows[0]), len(rows)) == (20, 10)


@pytest.mark.parametrize("data", [b"", b"no picture", png()[:40], b"\xff\xd8\xff" + b"x" * 99])
def test_a_broken_picture_is_not_shown(data: bytes) -> None:
    assert not pixels(data, 10, 10)


def test_a_picture_that_would_unfold_too_far_is_not_opened(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(photo, "MOST_PIXELS", 63)
    assert not pixels(png(), 8, 8)
    monkeypatch.setattr(photo, "MOST_PIXELS", 64)
    assert pixels(png(), 8, 8)
    monkeypatch.setattr(photo, "MOST_BYTES", 10)
    assert not pixels(png(), 8, 8)


def test_without_pillow_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    data = png()
    monkeypatch.setitem(sys.modules, "PIL", None)
    assert not pixels(data, 8, 8)


@pytest.mark.parametrize(("size", "is_shown"), [(WIDE, True), ((60, 18), False)])
async def test_it_stands_over_the_vcards_where_there_is_room(
    empty: Path, size: tuple[int, int], is_shown: bool
) -> None:
    who = PersonId("1000001")
    value = base64.b64encode(png()).decode()
    card = Card(id=RecordId("1000002"), made=MADE, canon="x", source="phone.vcf", person=who,
                lines=(CardLine(f"PHOTO;ENCODING=b;TYPE=PNG:{value}"),))  # fmt: skip
    store(empty, Person(id=who, made=MADE, name="Edda Quist", circle=Circle.NETWORK), card)
    async with running(empty, size) as app:
        await app.press("2", "enter", "right", "right")
        await app.settle()
        assert ("▀▀▀▀" in app.text) is is_shown
        await app.press("right")
        assert "▀▀▀▀" not in app.text
