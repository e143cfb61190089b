"""What the main screens look like, against kept text pictures of the sample on a fixed day.

``NETJOURNAL_KEEP=1 pytest tests/tui/test_pictures.py`` writes the pictures anew; the difference is
looked at before it is committed.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.tui.conftest import running

_FOLDER = Path(__file__).with_name("pictures")


def agrees(name: str, lines: Sequence[str]) -> None:
    """Compare with the kept picture; spaces at the ends of lines do not count."""
    drawn = "\n".join(line.rstrip() for line in lines) + "\n"
    file = _FOLDER / f"{name}.txt"
    if os.environ.get("NETJOURNAL_KEEP"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(drawn, encoding="utf-8")
    assert drawn == file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "size", "presses"),
    [
        ("today-40x20", (40, 20), ()),
        ("today-80x24", (80, 24), ("G", "enter", "G")),
        ("today-120x40", (120, 40), ("j",)),
        ("today-200x50", (200, 50), ()),
        ("today-discreet-120x40", (120, 40), ("z",)),
        ("done-80x24", (80, 24), ("j", "j", "d")),
        ("snooze-80x24", (80, 24), ("s",)),
        ("call-80x24", (80, 24), ("c",)),
        ("channel-80x24", (80, 24), ("C",)),
    ],
)
async def test_a_screen_looks_as_it_did(
    lived_in: Path, name: str, size: tuple[int, int], presses: Sequence[str]
) -> None:
    async with running(lived_in, size) as app:
        await app.until(lambda: app.lists("This week's five") or "This week's five" in app.text)
        await app.press(*presses)
        await app.pilot.pause(0.2)  # the preview follows after its pause
        agrees(name, app.lines)


async def test_the_first_run_looks_as_it_did(empty: Path) -> None:
    async with running(empty) as app:
        agrees("first-run-80x24", app.lines)


async def test_a_line_being_typed_looks_as_it_did(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await app.press("a")
        await app.type("Pilar: coffee yesterday. next: postcard on friday")
        await app.until(lambda: "Fri 13 March" in app.text)
        agrees("capture-80x24", app.lines)
