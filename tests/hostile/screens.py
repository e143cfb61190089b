"""Every page and dialog over a journal made of each string, and the string told and typed there."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

from netjournal.tui.app import NetjournalApp
from tests.hostile.combinations import Count, Fault, begin_with, here
from tests.hostile.journals import TODAY, hostile
from tests.hostile.strings import RAW, storable
from tests.tui.conftest import WIDE, Driver, running

WALK: Sequence[tuple[str, ...]] = (
    ("1",), ("j",), ("d",), ("s",), ("c",), ("m",), ("p",), ("o",), ("r",), ("e",), ("x",), ("u",),
    ("2",), ("V",), ("slash", "a"), ("escape", "j"), ("enter",), ("tab",), ("e",), ("n",), ("F",),
    ("3",), ("enter",), ("4",), ("enter",), ("5",), ("S", "a"), ("H", "enter"), ("colon", "a"),
    ("question_mark",), ("a", "A", "n", "a"), ("i",), ("E",), ("M",), ("z",), ("z",),
)  # fmt: skip
"""Keys to press; a dialog that opens is looked at and left."""
TOLD, CAPTURED = "told in passing", "captured"


def screens(strings: Sequence[str], folder: Path) -> Count:
    """Walk through all of it with each string."""
    faults: list[Fault] = []
    path = folder / "home" / "journal.json"
    for text in strings:
        begin_with(None, path)
        hostile(path, storable(text))
        with here(path):
            faults += [Fault(place, text, why) for place, why in asyncio.run(_walked(path, text))]
    places = len(WALK) + 2
    return Count(len(strings), places, len(strings) * places, tuple(faults))


async def _walked(path: Path, text: str) -> list[tuple[str, str]]:
    return [found async for found in _faults(path, text)]


async def _faults(path: Path, text: str) -> AsyncIterator[tuple[str, str]]:
    async with running(path, WIDE, today=lambda: TODAY, toasts=True) as app:
        for keys in WALK:
            await app.press(*keys)
            if why := _wrong(app):
                yield " ".join(keys), why
            if len(app.app.screen_stack) > 1 and keys != ("enter",):
                await app.press("escape")
        await app.press("1")
        app.app.say(text, title=text)
        await app.settle()
        if why := _wrong(app):
            yield TOLD, why
        app.app.capture(storable(text))
        await app.settle()
        if why := _wrong(app):
            yield CAPTURED, why


def _wrong(app: Driver) -> str:
    host: NetjournalApp = app.app
    if host._exception is not None or not host.is_running:
        return f"it ended: {host._exception!r}"
    if app.copied:
        return f"copied {app.copied[-1]!r}"
    odd = next((found for line in app.lines if (found := RAW.search(line))), None)
    return f"{odd[0]!r} is drawn" if odd else ""
