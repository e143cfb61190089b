"""Draw the pictures of the README from the sample journal, on a fixed day at fixed sizes.

``python .ci/screenshots.py`` writes ``screenshots/*.svg``; ``--check`` compares instead and ends
with 1 when one is not current. Every version of Textual draws a little differently, so the check
is skipped under any other than the one the pictures were drawn with.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import tempfile
from collections.abc import Awaitable, Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from netjournal.tui.app import NetjournalApp

DRAWN_WITH = "8.2.8"
"""The version of Textual that drew what is in ``screenshots/``."""
DAY = date(2026, 3, 11)
FOLDER = Path(__file__).resolve().parent.parent / "screenshots"
_READING = {"load", "write", "look", "reading", "find"}
_LINE = "Hannah: video call today, the folding study. they: send the slides by friday"


class Scene(NamedTuple):
    """One picture: its size in cells, and what is done before it is taken."""

    name: str
    size: tuple[int, int]
    play: Callable[[NetjournalApp, Pilot[int]], Awaitable[None]]


async def _nothing(_app: NetjournalApp, _pilot: Pilot[int]) -> None:
    """The page that is shown first."""


async def _person(app: NetjournalApp, _pilot: Pilot[int]) -> None:
    from netjournal.journal.matching import person_called

    app.open_person(person_called("Hannah", app.journal.snapshot).id)


async def _capture(app: NetjournalApp, pilot: Pilot[int]) -> None:
    from netjournal.tui.widgets.capture_line import CaptureLine

    await pilot.press("a")
    await _settled(app, pilot)
    line = app.screen.query_one(CaptureLine)
    line.cursor_blink = False
    line.text = _LINE
    line.move_cursor(line.document.end)


def _pressing(*keys: str) -> Callable[[NetjournalApp, Pilot[int]], Awaitable[None]]:
    async def press(app: NetjournalApp, pilot: Pilot[int]) -> None:
        for key in keys:
            await pilot.press(key)
            await _settled(app, pilot)

    return press


SCENES = (
    Scene("today", (100, 30), _nothing),
    Scene("today-wide", (120, 36), _nothing),
    Scene("people", (100, 30), _pressing("2")),
    Scene("give", (100, 30), _pressing("3")),
    Scene("gatherings", (100, 30), _pressing("4", "enter")),
    Scene("network", (100, 36), _pressing("5")),
    Scene("person", (100, 30), _person),
    Scene("capture", (100, 30), _capture),
)


async def _settled(app: NetjournalApp, pilot: Pilot[int]) -> None:
    """Wait until everything is read and drawn."""
    for _ in range(3):
        await pilot.pause(0.3)
        reading = [worker for worker in app.workers if worker.group in _READING]
        if reading:
            await app.workers.wait_for_complete(reading)
    await pilot.wait_for_animation()
    await pilot.pause()


async def _drawn(scene: Scene, folder: Path) -> str:
    from netjournal.demo import sample
    from netjournal.domain.settings import Settings
    from netjournal.journal.journal import Journal
    from netjournal.tui.app import NetjournalApp

    journal = Journal(folder / scene.name / "journal.json")
    journal.apply("sample journal", sample(DAY))
    app = NetjournalApp(journal, Settings(), lambda: DAY)
    try:
        async with app.run_test(size=scene.size) as pilot:
            await _settled(app, pilot)
            await scene.play(app, pilot)
            await _settled(app, pilot)
            return app.export_screenshot(title="netjournal")
    finally:
        journal.close(fold=False)


def draw() -> dict[str, str]:
    """Every picture by the name of its file."""
    # a terminal's colours, a theme somebody chose and a moving cursor are no part of a picture
    for name in ("NO_COLOR", "TEXTUAL_THEME", "NETJOURNAL_DISCREET", "NETJOURNAL_TODAY"):
        os.environ.pop(name, None)
    os.environ["TEXTUAL_ANIMATIONS"] = "none"
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_STATE_HOME"] = os.environ["XDG_CONFIG_HOME"] = folder
        return {f"{scene.name}.svg": asyncio.run(_drawn(scene, Path(folder))) for scene in SCENES}


def _stale(pictures: dict[str, str]) -> list[str]:
    """Files that are missing, are not what is drawn, or that nobody draws any more."""
    there = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.svg")}
    return sorted(name for name in {*there, *pictures} if there.get(name) != pictures.get(name))


def main() -> int:
    """Draw or compare; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="compare, and write nothing")
    check = parser.parse_args().check
    import textual

    if check and textual.__version__ != DRAWN_WITH:
        print(
            f"skipped: the pictures were drawn with Textual {DRAWN_WITH}, "
            f"and this is {textual.__version__}"
        )
        return 0
    pictures = draw()
    if check:
        stale = _stale(pictures)
        for name in stale:
            print(f"{name} is not current; run python .ci/screenshots.py", file=sys.stderr)
        return 1 if stale else 0
    FOLDER.mkdir(exist_ok=True)
    for name in _stale(pictures):
        if name not in pictures:
            (FOLDER / name).unlink()
    for name, picture in pictures.items():
        (FOLDER / name).write_text(picture, encoding="utf-8")
        print(f"drew {name}")
    if textual.__version__ != DRAWN_WITH:
        print(f"set DRAWN_WITH in {Path(__file__).name} to {textual.__version__}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
