"""A photo in half cells, two pixels a character; without Pillow there is none."""

from __future__ import annotations

from collections.abc import Sequence

from rich.color import Color
from rich.style import Style
from rich.text import Text

MOST_BYTES = 10 * 2**20
MOST_PIXELS = 50_000_000
"""Of a picture that is opened: a small file may unfold into gigabytes."""
_FORMATS = ("JPEG", "PNG", "GIF", "BMP", "WEBP")
_UPPER_HALF = "▀"

Pixel = tuple[int, int, int]


def pixels(data: bytes, width: int, height: int) -> Sequence[Sequence[Pixel]]:
    """The rows of a picture, fitted into so many pixels; none where it cannot be shown."""
    if len(data) > MOST_BYTES or width < 1 or height < 1:
        return ()
    try:
        from io import BytesIO

        from PIL import Image
    except ImportError:
        return ()
    try:
        with Image.open(BytesIO(data), formats=_FORMATS) as image:
            if image.width * image.height > MOST_PIXELS:
                return ()
            image.draft("RGB", (width, height))
            small = image.convert("RGB")
            small.thumbnail((width, height))
            flat = small.tobytes()
    except Exception:  # noqa: BLE001 - a broken picture raises nearly anything; it is only not shown
        return ()
    colours = [(flat[at], flat[at + 1], flat[at + 2]) for at in range(0, len(flat), 3)]
    return [colours[at : at + small.width] for at in range(0, len(colours), small.width)]


def half_cells(rows: Sequence[Sequence[Pixel]]) -> Text:
    """Two rows of pixels in each line: the upper one as colour, the lower one as background."""
    text = Text(no_wrap=True, end="")
    for place in range(0, len(rows), 2):
        if place:
            text.append("\n")
        lower = rows[place + 1] if place + 1 < len(rows) else ()
        for at, pixel in enumerate(rows[place]):
            under = Color.from_rgb(*lower[at]) if lower else None
            text.append(_UPPER_HALF, Style(color=Color.from_rgb(*pixel), bgcolor=under))
    return text
